"""Restatement: what an amount takes over from the figure that it stands beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "text",
    [
        "The debt of Zibo was $3 billion (20.9 billion yuan).",
        "The debt of Zibo was $3 billion, or about 20.9 billion yuan.",
        "The debt of Zibo was $3 billion or 20.9 billion yuan.",
        "Subsidence in Zibo covers 300 square miles (777 sq km).",
        "Coal output in Zibo was 61,000 tons, or 61,000 tonnes.",
    ],
)
def test_another_unit_restates(figures_of: FiguresOf, text: str) -> None:
    first, second = figures_of(text)
    assert second.restates == first.figure_id
    assert (second.indicator, second.place, second.period_start) == (first.indicator, first.place, first.period_start)
    assert first.restates is None


@pytest.mark.parametrize(
    "text",
    [
        "The debt of Zibo was $3 billion (20.9 billion tonnes).",
        "The debt of Zibo was 3 billion yuan (20.9 billion yuan).",
        "The debt of Zibo was $3 billion and then 20.9 billion yuan.",
        "Zibo has 40 mines (30 mills).",
        "Wages in Zibo were 61,000 yuan (up 9 per cent).",
    ],
)
def test_something_else_does_not(figures_of: FiguresOf, text: str) -> None:
    assert [figure.restates for figure in figures_of(text)] == [None, None]


def test_two_restatements_are_of_the_same_figure(figures_of: FiguresOf) -> None:
    first, second, third = figures_of("The debt of Zibo was $3 billion (20.9 billion yuan, or 2.5 billion euros).")
    assert (second.restates, third.restates) == (first.figure_id, first.figure_id)


def test_a_further_unit_may_follow_the_brackets(figures_of: FiguresOf) -> None:
    first, second, third = figures_of("The debt of Zibo was $3 billion (20.9 billion yuan) or 2.5 billion euros.")
    assert (second.restates, third.restates) == (first.figure_id, first.figure_id)


def test_a_hedge_holds_for_what_restates(figures_of: FiguresOf) -> None:
    first, second = figures_of("The debt of Zibo was more than $3 billion (20.9 billion yuan).")
    assert (first.comparator, second.comparator) == ("more_than", "more_than")
    assert (second.low, second.high) == (20.9e9, None)


def test_a_rate_holds_for_what_restates(figures_of: FiguresOf) -> None:
    first, second = figures_of("Rents in Zibo are $30 per square metre (209 yuan).")
    assert (first.unit, second.unit) == ("USD/m2", "CNY/m2")


def test_a_list_goes_on_with_measure_and_frame(figures_of: FiguresOf) -> None:
    figures = figures_of("The debt of Zibo was 4.1, 7.3 and 18.6 billion yuan.")
    assert [figure.value for figure in figures] == pytest.approx([4.1e9, 7.3e9, 18.6e9])
    assert {figure.indicator for figure in figures} == {"local_government_debt"}
    assert {figure.unit for figure in figures} == {"CNY"}


def test_changes_are_listed_with_their_own_periods(figures_of: FiguresOf) -> None:
    figures = figures_of("Wages in Zibo rose 4 per cent in 2012 and 7 per cent in 2013.")
    assert [(figure.kind, figure.direction) for figure in figures] == [("change", "up"), ("change", "up")]
    assert [figure.period_end.year for figure in figures if figure.period_end] == [2012, 2013]


def test_one_change_told_twice_is_two_changes_without_a_link(figures_of: FiguresOf) -> None:
    for text in (
        "Coal output in Zibo fell by 12 per cent, or 4,000 tonnes, in 2016.",
        "Coal output in Zibo fell by 4,000 tonnes (12 per cent) in 2016.",
    ):
        figures = figures_of(text)
        assert {(figure.kind, figure.direction, figure.indicator) for figure in figures} == {
            ("change", "down", "coal_output")
        }
        assert {figure.unit for figure in figures} == {"percent", "tonne"}
        assert [figure.restates for figure in figures] == [None, None]
        assert len({(figure.period_start, figure.base_start) for figure in figures}) == 1


def test_the_same_measure_of_another_place(figures_of: FiguresOf) -> None:
    first, second = figures_of("Wages in Zibo rose by 2 per cent; the national figure was 5 per cent.")
    assert (second.place, second.kind, second.direction, second.indicator) == (
        "China",
        "change",
        "up",
        first.indicator,
    )


def test_a_level_moves_on_from_the_one_before(figures_of: FiguresOf) -> None:
    first, _, last = figures_of(
        "The pits of Lund gave 8 million tonnes of coal in 1995. By 2004 they were down to 3 million, and in 2010 to "
        "less than 1 million."
    )
    assert (last.indicator, last.unit, last.high) == (first.indicator, "tonne", 1_000_000)
    assert last.period_start is not None
    assert last.period_start.year == 2010
