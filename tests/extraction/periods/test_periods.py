"""The reader of periods: laws that hold for every text, and expressions in company."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import UNDATED, Clock, Period, find_periods
from pipeline.extraction.tokens import tokenize

PeriodsIn = Callable[..., list[str]]

CALENDAR_WORDS = """
    the a of in to from and between since by until before after last this next previous same past over during within for
    on that year years months month quarter half decades century end start first second third three two 12 5 31 2010 s
    2014 1990 2149 1500 2900 May April October Monday summer winter early late fiscal now earlier ago later - , . / ( up
    ended census than tonnes 3/4/2015 9/9/2.25
"""
TEXTS = st.lists(st.sampled_from(CALENDAR_WORDS.split()), max_size=12).map(" ".join) | st.text(max_size=60)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(1, 12, 31), date(9999, 1, 1)])
CLOCKS = (
    st.just(UNDATED)
    | DAYS.map(lambda day: Clock(day, day))
    | DAYS.map(lambda day: Clock(day.replace(month=1, day=1), day))
)


def periods(text: str, clock: Clock, focus_year: int | None = None) -> list[Period]:
    tokens = tokenize(text)
    return find_periods(tokens, find_numerals(tokens), clock, focus_year)


@given(TEXTS, CLOCKS, st.none() | st.integers(1, 9999))
def test_periods_are_in_order_and_never_overlap(text: str, clock: Clock, focus_year: int | None) -> None:
    found = periods(text, clock, focus_year)
    limits = [limit for period in found for limit in (period.first, period.last)]
    assert limits == sorted(limits)
    assert all(period.first < period.last <= len(tokenize(text)) for period in found)


@given(TEXTS, CLOCKS, st.none() | st.integers(1, 9999))
def test_no_span_ends_before_it_begins(text: str, clock: Clock, focus_year: int | None) -> None:
    assert all(p.span.start <= p.span.end for p in periods(text, clock, focus_year) if p.span is not None)


@given(TEXTS, CLOCKS)
def test_every_period_names_its_rule(text: str, clock: Clock) -> None:
    assert all(period.rule for period in periods(text, clock))


@given(st.integers(1500, 2150), CLOCKS)
def test_a_year_is_itself_whenever_the_text_was_published(year: int, clock: Clock) -> None:
    [period] = periods(f"Sales fell in {year}.", clock)
    assert period.span is not None
    assert (period.span.start, period.span.end) == (date(year, 1, 1), date(year, 12, 31))


@given(st.dates(date(1500, 1, 1), date(2150, 12, 31)), CLOCKS)
def test_a_full_date_is_itself_however_it_is_written(day: date, clock: Clock) -> None:
    name = day.strftime("%B")
    for text in (f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}", f"{name} {day.day} {day.year}"):
        [period] = periods(text, clock)
        assert period.span is not None
        assert (period.span.start, period.span.end) == (day, day)


def test_expressions_of_several_kinds_stand_side_by_side(periods_in: PeriodsIn) -> None:
    text = "In May sales rose year on year; from 2010 to 2018 they doubled; by 2030 they may again, as two years ago."
    assert periods_in(text) == [
        "May = in 2021-05-01/2021-05-31",
        "year on year = earlier 12 months",
        "from 2010 to 2018 = span 2010-01-01/2018-12-31",
        "by 2030 = by 2030-01-01/2030-12-31",
        "two years ago = in 2019-01-01/2019-12-31",
    ]


def test_a_text_dated_to_a_year_knows_no_weekday() -> None:
    in_2021 = Clock(date(2021, 1, 1), date(2021, 12, 31))
    [weekday, year] = periods("On Monday it was lower than last year.", in_2021)
    assert weekday.span is None
    assert year.span is not None
    assert year.span.start == date(2020, 1, 1)


def test_a_day_that_the_other_year_lacks_begins_nothing() -> None:
    leap_year = Clock(date(2020, 8, 18), date(2020, 8, 18))
    [day, end] = periods("from 29 February to 3 March 2015", leap_year)
    assert day.span is not None
    assert end.span is not None
    assert (day.span.start, end.span.start) == (date(2020, 2, 29), date(2015, 3, 3))


def test_the_longest_texts_are_read_once(periods_in: PeriodsIn) -> None:
    assert periods_in("from last 2 years to " * 3000 + "now")[-1] == "now = now 2021-01-01/2021-12-31"
    assert periods_in("9" * 100_000 + " years ago") == []
