"""Figures of a sentence: the parts put together, and what one sentence hands on to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.figures import Context
from pipeline.extraction.model import Figure
from pipeline.extraction.periods import Clock
from pipeline.extraction.sentence import read_sentence
from pipeline.extraction.spans import Span, year_span
from pipeline.extraction.tokens import sentences
from pipeline.extraction.topics import Discourse

FiguresOf = Callable[[str], list[Figure]]


def context(focus: Span | None = None) -> Context:
    return Context(Discourse(), Clock(date(2022, 3, 15), date(2022, 3, 15)), focus=focus, latest=focus)


def after(text: str, focus: Span | None = None) -> Context:
    """The context when a text without names has been read."""
    moved = context(focus)
    for sentence in sentences(text):
        read_sentence(sentence, [], moved)
    return moved


# ---------------------------------------------------------------------- one sentence, all columns
def test_a_level(figures_of: FiguresOf) -> None:
    figure = figures_of("In 2016 Zibo dug up nearly 7.3 million tonnes of coal.")[0]
    assert (figure.place, figure.place_kind, figure.indicator, figure.kind) == ("Zibo", "city", "coal_output", "level")
    assert (figure.value, figure.low, figure.high, figure.comparator) == (7.3e6, None, 7.3e6, "nearly")
    assert (figure.unit, figure.written_value, figure.written_unit) == ("tonne", 7.3e6, "tonne")
    assert (figure.period_start, figure.period_end) == (date(2016, 1, 1), date(2016, 12, 31))
    assert (figure.modality, figure.aggregation, figure.direction) == ("actual", "period", None)


def test_a_change_and_the_level_that_it_leads_to(figures_of: FiguresOf) -> None:
    change, level = figures_of("The population of Zibo fell by more than 3 per cent to 4.1 million in 2016.")
    assert (change.kind, change.direction, change.low, change.high) == ("change", "down", 3, None)
    assert (change.base_start, change.base_end) == (date(2015, 1, 1), date(2015, 12, 31))
    assert (level.kind, level.direction, level.unit, level.indicator) == ("level", "down", "person", "population")


def test_a_gap_to_another_place(figures_of: FiguresOf) -> None:
    figure = figures_of("Wages in Zibo were 14 per cent below those of Shandong in 2016.")[0]
    assert (figure.kind, figure.compared_with, figure.direction) == ("rate", "Shandong", None)
    assert (figure.place, figure.indicator) == ("Zibo", "average_wage_gap_to")


def test_a_target(figures_of: FiguresOf) -> None:
    figure = figures_of("Zibo will have 40 mines by 2030.")[0]
    assert figure.modality in ("target", "forecast")
    assert figure.period_end == date(2030, 12, 31)


def test_a_facility_and_its_city(figures_of: FiguresOf) -> None:
    figure = figures_of("Zibo is old. The Xishan mine dug 61,000 tonnes of coal.")[0]
    assert (figure.place, figure.subject, figure.subject_kind) == ("Zibo", "Xishan mine", "facility")


def test_a_sum_for_several_places(figures_of: FiguresOf) -> None:
    figure = figures_of("Zibo and Weifang owed 21 billion yuan.")[0]
    assert figure.place_kind == "group"
    assert len(figure.members) == 2


def test_a_source_is_named(figures_of: FiguresOf) -> None:
    figure = figures_of("According to Pan Lei, Zibo has 40 mines.")[0]
    assert figure.attributed_to == "Pan Lei"


def test_a_change_without_a_word_for_its_direction_goes_where_the_last_one_went(figures_of: FiguresOf) -> None:
    figures = figures_of("Wages in Zibo fell by 3 per cent in 2015 and changed by 2 per cent in 2016.")
    assert [figure.direction for figure in figures] == ["down", "down"]


@pytest.mark.parametrize(
    ("text", "unit", "readings"), [("61,000 tons", "tonne", True), ("61,000 tonnes", "tonne", False)]
)
def test_an_ambiguous_unit_keeps_its_readings(figures_of: FiguresOf, text: str, unit: str, readings: bool) -> None:
    figure = figures_of(f"Zibo dug {text} of coal.")[0]
    assert (figure.unit, bool(figure.unit_readings)) == (unit, readings)
    for one in figure.unit_readings:
        assert one.value != figure.value
        assert one.low is not None
        assert one.high is not None
        assert one.low <= one.value <= one.high


def test_more_digits_than_anybody_measures_are_no_figure() -> None:
    text = f"Rents are {'9' * 308} times those of Leeds and 7 yuan."
    extraction = read(article_from_text(text, article_id="a", published="2021"))
    assert [figure.value for figure in extraction.figures] == [7]
    assert extraction.numbers[0].value is None


# ---------------------------------------------------------------------- from sentence to sentence
def test_the_period_of_the_main_figure_is_in_focus_next() -> None:
    assert after("In 2016 there were 40 mines, and 30 in 2012.").focus == year_span(2016)


def test_without_figures_the_first_date_is_in_focus() -> None:
    assert after("All was well in 2016, and in 2017.", year_span(2011)).focus == year_span(2016)


def test_a_sentence_without_numbers_moves_nothing() -> None:
    assert after("All was well.", year_span(2011)).focus == year_span(2011)


@pytest.mark.parametrize(
    "text",
    [
        "Wages fell from 61,000 yuan.",
        "There will be 40 mines by 2030.",
    ],
)
def test_where_something_came_from_or_will_go_is_no_focus(text: str) -> None:
    assert after(text, year_span(2011)).focus == year_span(2011)


def test_a_paragraph_begins_with_the_latest_period_told_of() -> None:
    moved = after("In 2016 there were 40 mines. In 2012 there were 30 mines.")
    assert (moved.focus, moved.latest) == (year_span(2012), year_span(2016))
    moved.enter(moved.paragraph)
    assert moved.focus == year_span(2012)
    moved.enter(moved.paragraph + 1)
    assert moved.focus == year_span(2016)


def test_what_was_measured_is_remembered_for_a_while() -> None:
    moved = after("There are 7 mines, 7 schools, 7 hospitals. " * 9)
    assert 0 < len(moved.earlier) < 27
    assert moved.earlier[-1].indicator == "hospitals"
    assert moved.readings[-1].frame.unit == "1"
