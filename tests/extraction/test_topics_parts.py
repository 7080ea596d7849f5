"""Parts of what a text speaks of: the new wing of a hospital, the plant of a firm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The hospital in Falun has 310 beds. A new wing will add 40 beds.", "Falun hospital"),
        ("The airport at Falun had 31,000 passengers in 2019. A second runway cost 9 million kronor.", "Falun airport"),
        ("The zoo in Falun had 31,000 visitors in 2019. Another aviary holds 31 owls.", "Falun zoo"),
        ("The hospital in Falun has 310 beds.\n\nA new berth will cost 9 million kronor.", None),
        ("Falun has 31,000 inhabitants. A new wing will cost 9 million kronor.", None),
    ],
)
def test_a_part_is_of_what_the_paragraph_speaks_of(figures_of: FiguresOf, text: str, subject: str | None) -> None:
    assert figures_of(text)[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Orrmo Foods of Falun lost 4 million kronor in 2019. The plant employs 310 people.", "Orrmo Foods"),
        ("Orrmo Foods of Falun lost 4 million kronor in 2019. Its factory employs 310 people.", "Orrmo Foods"),
        ("Falun lost 310 people in 2019. The plant employs 310 people.", "Falun plant"),
    ],
)
def test_the_plant_is_that_of_the_firm(figures_of: FiguresOf, text: str, subject: str) -> None:
    assert figures_of(text)[-1].subject == subject


def test_the_unit_of_a_plant_is_no_home(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "The refinery in Falun processed 310 tonnes of crude in 2019. The new unit cost 61 million kronor."
    )
    assert figures[-1].indicator != "apartment_price"
