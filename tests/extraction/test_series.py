"""Series: lists of values and lists of periods."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


def years(figures: list[Figure]) -> list[int | None]:
    return [figure.period_end.year if figure.period_end else None for figure in figures]


def listed(pieces: list[str]) -> str:
    return ", ".join(pieces[:-1]) + " and " + pieces[-1]


@given(
    st.lists(st.tuples(st.integers(11, 89), st.integers(1990, 2021)), min_size=2, max_size=6, unique_by=lambda p: p[1])
)
def test_each_value_has_the_period_in_its_turn(figures_of: FiguresOf, pairs: list[tuple[int, int]]) -> None:
    values, dates = listed([f"{value}.5" for value, _ in pairs]), listed([str(year) for _, year in pairs])
    for text in (
        f"The debt of Zibo was {values} billion yuan in {dates}.",
        f"The debt of Zibo was {values} billion yuan in {dates} respectively.",
        f"In {dates} the debt of Zibo was {values} billion yuan.",
    ):
        figures = figures_of(text)
        assert [figure.value for figure in figures] == pytest.approx([(value + 0.5) * 1e9 for value, _ in pairs])
        assert years(figures) == [year for _, year in pairs]


@pytest.mark.parametrize(
    "text",
    [
        "The debt of Zibo was 4.1, 7.3 and 18.6 billion yuan in 2011 and 2012.",
        "In 2011 and 2012 the mines rested; the debt of Zibo was 4.1 and 7.3 billion yuan.",
        "In 2011 and 2012 Zibo and Weifang owed 4.1 and 7.3 billion yuan respectively.",
        "Wages in Zibo rose by 4 and 7 per cent in 2011 and 2012.",
        "The debt of Zibo was 4.1 or 7.3 billion yuan in 2011 and 2012.",
    ],
)
def test_what_is_no_series_keeps_its_timing(figures_of: FiguresOf, text: str) -> None:
    assert all("series" not in figure.rules for figure in figures_of(text))
