"""Gapping: clauses that leave out all but a name and a number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "text",
    [
        "In 2016 Baotou ran 120 ferries and Wuhai 45.",
        "In 2016 Baotou bought 120 ferries, Wuhai 45.",
        "Baotou has 120 ferries, and Wuhai only 45.",
        "In Baotou 120 ferries were laid up, in Wuhai 45.",
        "In Baotou 120 ferries were laid up; in Wuhai, 45.",
        "Baotou's rents fell by 120 yuan and Wuhai's by 45 yuan.",
        "Rents in Baotou rose by 120 yuan, those in Wuhai by 45.",
        "Baotou dug 120 million tonnes of coal, Wuhai 45 million.",
    ],
)
def test_the_next_place_is_told_the_same_of(figures_of: FiguresOf, text: str) -> None:
    one, other = figures_of(text)
    assert [figure.place for figure in (one, other)] == ["Baotou", "Wuhai"]
    assert (one.indicator, one.unit, one.kind, one.direction) == (
        other.indicator,
        other.unit,
        other.kind,
        other.direction,
    )


def test_the_name_before_the_number_may_be_the_countrys(figures_of: FiguresOf) -> None:
    figures = figures_of("Real growth in 2016: Baotou 5.3 per cent, Wuhai 1.4, the country 6.7.")
    assert [figure.place for figure in figures] == ["Baotou", "Wuhai", "China"]


@pytest.mark.parametrize(
    "text",
    [
        "Baotou has 120 ferries, and Wuhai built 45 bridges.",
        "Baotou has 120 ferries and Wuhai 45 bridges.",
    ],
)
def test_another_thing_is_no_value_of_the_same(figures_of: FiguresOf, text: str) -> None:
    one, other = figures_of(text)
    assert (one.place, other.place, one.measured == other.measured) == ("Baotou", "Wuhai", False)


def test_a_model_keeps_its_number(figures_of: FiguresOf) -> None:
    assert len(figures_of("Baotou has 120 ferries, Harmony 10 and a theatre.")) == 1
