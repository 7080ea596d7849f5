"""The timer: laws that hold for every text, conventions, and what counts as the own period of an amount."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.amounts import find_amounts
from pipeline.extraction.clauses import find_clauses
from pipeline.extraction.cues import Governing, Relation
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import UNDATED, Clock, find_periods
from pipeline.extraction.spans import Span, half_span, month_span, year_span
from pipeline.extraction.timing import Timer
from pipeline.extraction.timing.conventions import aligned, end_of, start_of, year_before
from pipeline.extraction.tokens import tokenize

PHRASES = [
    "sales fell", "rose", "from", "to", "by", "and", ",", ";", "while", "against", "than", "more", "twice",
    "3 per cent", "300 looms", "in 2014", "a year earlier", "since 2013", "from 2010 to 2018", "in the half", "of 2015",
    "last May", "in the same period of 2016", "by 2030", "now", "two years later", "on 2011", "year on year",
    "said on Monday",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PHRASES), max_size=10).map(" ".join) | st.text(max_size=60)
DAYS = st.dates() | st.sampled_from([date.min, date.max])
CLOCKS = st.just(UNDATED) | DAYS.map(lambda day: Clock(day, day))
SPANS = st.tuples(st.dates(), st.dates()).map(lambda days: Span(min(days), max(days)))
RELATIONS: list[Relation | None] = [None, "from", "to", "by"]


@given(TEXTS, CLOCKS, st.none() | SPANS, st.none() | SPANS, st.sampled_from(RELATIONS), st.booleans())
def test_every_amount_of_every_text_is_timed_and_no_span_is_reversed(
    text: str, clock: Clock, focus: Span | None, main: Span | None, relation: Relation | None, flag: bool
) -> None:
    tokens = tokenize(text)
    numerals = find_numerals(tokens)
    periods = find_periods(tokens, numerals, clock, None)
    amounts = find_amounts(tokens, numerals, [(period.first, period.last) for period in periods])
    timer = Timer(tokens, find_clauses(tokens, frozenset()), periods, amounts, focus)
    governing = Governing(None, relation, None) if relation is not None else None
    for amount in amounts:
        for timing in (
            timer.level(amount, governing, present=flag, main=main),
            timer.change(amount, main=main, compared=flag),
        ):
            spans = [span for span in (timing.period, timing.base) if span is not None]
            assert all(span.start <= span.end for span in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold 300 looms in 2014.", True),
        ("It sold 300 looms, in 2014 a record.", True),
        ("It sold 300 looms.", False),
        ("It sold 300 looms and 20 kilns in 2014.", False),
        ("It sold 300 looms; in 2014 it rained.", False),
        ("It sold 300 looms while it rained in 2014.", False),
        ("It sold 300 looms and in 2014 20 kilns.", False),
        ("It sold 300 looms for two years.", False),
    ],
)
def test_the_own_period_of_an_amount_stands_right_behind_it(
    has_own: Callable[..., bool], text: str, expected: bool
) -> None:
    assert has_own(text) is expected


def test_conventions() -> None:
    assert year_before(year_span(2014)) == year_span(2013)
    assert year_before(month_span(2014, 2)) == month_span(2013, 2)
    assert year_before(month_span(2014, 12, 14)) == month_span(2013, 12, 14)
    assert year_before(year_span(2010, 2014)) is None
    assert start_of(year_span(2010, 2014)) == year_span(2010)
    assert start_of(month_span(2010, 5, 30)) == month_span(2010, 5)
    assert end_of(year_span(2010, 2014)) == year_span(2014)
    assert end_of(month_span(2010, 5, 30)) == month_span(2010, 5, 30)


def test_a_year_is_aligned_to_the_months_that_it_is_compared_with() -> None:
    assert aligned(year_span(2011), half_span(2014, 1)) == half_span(2011, 1)
    assert aligned(year_span(2011), year_span(2014)) == year_span(2011)
    assert aligned(month_span(2011, 5), half_span(2014, 1)) == month_span(2011, 5)
    assert aligned(year_span(2010, 2011), half_span(2014, 1)) == year_span(2010, 2011)
    assert aligned(year_span(2011), None) == year_span(2011)


def test_a_long_sentence_takes_each_period_from_nearby(has_own: Callable[..., bool]) -> None:
    text = "5 looms in 2014, " * 400 + "6 looms"
    assert has_own(text, 399)
    assert not has_own(text, 400)
