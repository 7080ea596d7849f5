"""Between levels: the base of a change of which only the arithmetic tells what it is measured against."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


def years(figure: Figure) -> tuple[int | None, int | None]:
    """The years in which base and period of a figure end."""
    return (
        figure.base_end.year if figure.base_end else None,
        figure.period_end.year if figure.period_end else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Zibo had 400,000 inhabitants in 1990 and 300,000 in 2015, a fall of 25 per cent.",
        "In 1990 Zibo had 400,000 inhabitants. In 2015 it had 300,000, down 25 per cent.",
        "In 1990 Zibo had 400,000 inhabitants. In 2015 it had 300,000, a drop of more than 23 per cent.",
        "In 1990 Zibo had 400,000 inhabitants. In 2015 it had 300,000, a drop of nearly 26 per cent.",
    ],
)
def test_a_change_that_two_levels_account_for_lies_between_them(figures_of: FiguresOf, text: str) -> None:
    change = figures_of(text)[-1]
    assert change.kind == "change"
    assert years(change) == (1990, 2015)
    assert "between-levels" in change.rules


@pytest.mark.parametrize(
    "text",
    [
        "In 1990 Zibo had 400,000 inhabitants. In 2015 it had 300,000, down 2 per cent.",
        "In 1990 Zibo had 400,000 inhabitants. In 2015 it had 300,000, up 25 per cent.",
        "In 1990 Zibo mined 400,000 tonnes of coal. In 2015 it had 300,000 inhabitants, down 25 per cent.",
    ],
)
def test_levels_that_do_not_account_for_a_change_are_not_its_base(figures_of: FiguresOf, text: str) -> None:
    change = figures_of(text)[-1]
    assert change.kind == "change"
    assert years(change) == (2014, 2015)


def test_a_base_that_words_tell_is_left_alone(figures_of: FiguresOf) -> None:
    text = "In 1990 Zibo had 400,000 inhabitants. In 2015 it had 300,000, down 25 per cent from 2005."
    assert years(figures_of(text)[-1])[0] == 2005
