"""Lone facilities: "the hospital", "its school", of which a town has one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


def owners(figures: list[Figure]) -> list[tuple[str | None, str | None]]:
    return [(figure.place, figure.subject) for figure in figures]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The hospital employs 90 people.", "Baotou hospital"),
        ("Its school has 90 pupils.", "Baotou school"),
        ("The old smelter made 90 tonnes of zinc.", "Baotou smelter"),
        ("The city's old smelter made 90 tonnes of zinc.", "Baotou smelter"),
        ("Baotou's hospital has 90 beds.", "Baotou hospital"),
        ("Baotou's hospital boards have 90 members.", None),
        ("The school year has 90 lamps.", None),
        ("The mine has 90 lamps.", None),
        ("A hospital has 90 beds.", None),
    ],
)
def test_a_facility_without_a_name_is_the_towns(figures_of: FiguresOf, text: str, subject: str | None) -> None:
    assert owners(figures_of(f"Baotou is poor. {text}")) == [("Baotou", subject)]


def test_it_goes_on_with_the_hospital_and_the_text_with_the_town(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Baotou is old. The hospital employs 90 people. It has 40 beds. Some 30 kilns closed."
    assert [subject for _, subject in owners(figures_of(text))] == ["Baotou hospital", "Baotou hospital", None]


def test_a_facility_that_the_text_has_named_is_meant_rather(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. The Heishan hospital is old. The hospital employs 90 people."
    assert owners(figures_of(text)) == [("Baotou", "Heishan hospital")]


def test_without_a_town_there_is_none(figures_of: FiguresOf) -> None:
    assert owners(figures_of("The hospital employs 90 people.")) == [(None, None)]


def test_the_plant_is_the_towns_smelter(figures_of: FiguresOf) -> None:
    text = "Baotou's smelter made 90 tonnes of zinc. The plant has 300 workers. The hospital has 40 beds."
    assert [subject for _, subject in owners(figures_of(text))] == [
        "Baotou smelter",
        "Baotou smelter",
        "Baotou hospital",
    ]
