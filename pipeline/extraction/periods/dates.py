"""Dates: days and months by their names and numbers, weekdays.

Belongs here: expressions that name a day or a month. Does not: years alone (`years`), expressions that count from the
day of publication by other words than a weekday (`relative`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.years import year_at, year_behind
from pipeline.extraction.spans import day_span, last_month_before, last_weekday_before, month_span, shift_days
from pipeline.vocabulary.language import calendar, words

_WEEKDAYS = calendar().weekdays
_JOINTS = frozenset({"to", "through"})
_DOUBTFUL_MONTHS = words("periods", "doubtful_months")
_BEFORE_MONTH = words("periods", "before_month")


def day_first(passage: Passage, i: int) -> Period | None:
    """As in "1 November 2020", "19 May", "8th of May"."""
    found = passage.day(i)
    if found is None:
        return None
    day, at = found
    if passage.word(at) == "of":
        at += 1
    month = passage.month(at)
    if month is None:
        return None
    year, last = year_behind(passage, at + 1) or (None, at + 1)
    return _day(passage, i, last, year, month, day)


def numeric_date(passage: Passage, i: int) -> Period | None:
    """As in "8/11/2019", the day first; the month first where the calendar leaves no other reading."""
    day, month, year = passage.day(i), passage.day(i + 2), passage.text(i + 4)
    if not passage.text(i + 1) == passage.text(i + 3) == "/" or day is None or month is None:
        return None
    if len(year) != 4 or not year.isdecimal():
        return None
    span = day_span(int(year), month[0], day[0]) or day_span(int(year), day[0], month[0])
    return Period(i, i + 5, "in", span, rule="numeric-date")


def iso_date(passage: Passage, i: int) -> Period | None:
    """As in "2019-11-08"."""
    parts = [passage.text(k) for k in (i, i + 2, i + 4)]
    glued = all(passage.is_dash(k) and passage.tokens[k].glued for k in (i + 1, i + 3))
    if not glued or [len(part) for part in parts] != [4, 2, 2] or not all(part.isdecimal() for part in parts):
        return None
    span = day_span(*(int(part) for part in parts))
    return None if span is None else Period(i, i + 5, "in", span, rule="numeric-date")


def month_first(passage: Passage, i: int) -> Period | None:
    """As in "October 2014", "May 19, 2003", "May 4th", "April", "January to October"."""
    month = passage.month(i)
    if month is None or _is_other_word(passage, i):
        return None
    at = i + 2 if passage.text(i + 1) == "." and passage.tokens[i + 1].glued else i + 1
    found = passage.day(at)
    if found is not None and 1 <= found[0] <= 31:
        day, last = found
        year = year_at(passage, last)
        if year is None and passage.text(last) == ",":
            year = year_at(passage, last + 1)
            return _day(passage, i, last if year is None else last + 2, year, month, day)
        year, last = year_behind(passage, last) or (None, last)
        return _day(passage, i, last, year, month, day)
    return _months(passage, i, at, month) or _month(passage, i, at, month)


def weekday(passage: Passage, i: int) -> Period | None:
    """As in "Monday": the last one before publication."""
    number = _WEEKDAYS.get(passage.word(i).removesuffix("'s"))
    if number is None:
        return None
    published = passage.clock.day
    span = last_weekday_before(published, number) if published is not None else None
    return Period(i, i + 1, "in", span, rule="weekday")


def relative_weekday(passage: Passage, i: int) -> Period | None:
    """As in "last Monday", "this Monday", and "next Monday", which is the first after publication."""
    named = weekday(passage, i + 1)
    if named is None:
        return None
    span = named.span
    if span is not None and passage.word(i) == "next":
        span = shift_days(span, 7)
    return replace(named, first=i, span=span)


def year_of_month(passage: Passage, i: int, month: int) -> int | None:
    """The year of a month at token `i` without one: its last before publication; of an undated text, that spoken of.

    Where the words around it speak of what is to come, it is the next one.
    """
    if passage.clock.end is None or (passage.focus_year is not None and passage.word(i + 1) == "alone"):
        # "In 2019 it sold 9 million. In March alone": a part of what was told.
        return passage.focus_year
    if passage.within is not None:
        of_text = month_span(passage.within.end.year, month)
        if passage.within.start <= of_text.start and of_text.end <= passage.within.end:
            return of_text.start.year
    last = last_month_before(passage.clock.end, month).start
    ended = (last.year, last.month) < (passage.clock.end.year, passage.clock.end.month)
    return last.year + 1 if ended and passage.looks_ahead(i) else last.year


def _day(passage: Passage, first: int, last: int, year: int | None, month: int, day: int) -> Period | None:
    if year is None:
        year = year_of_month(passage, first, month)
    if year is None:
        return Period(first, last, "in", rule="day")
    span = day_span(year, month, day)
    return None if span is None else Period(first, last, "in", span, rule="day")


def _months(passage: Passage, first: int, at: int, month: int) -> Period | None:
    """As in "January to October 2014": token `at` is what joins them. The year is that of the second."""
    joined = passage.word(at) in _JOINTS or passage.is_dash(at) or (month == 1 and passage.word(at) == "and")
    second = passage.month(at + 1) if joined else None
    if second is None or (passage.word(at) == "and" and second != 2):
        # January and February are counted together where the new year moves from one to the other.
        return None
    year = year_at(passage, at + 2)
    last = at + 2 if year is None else at + 3
    if year is None:
        year = year_of_month(passage, first, second)
    if year is None:
        return Period(first, last, "in", rule="months")
    span = month_span(year, month if month <= second else month - 12, second)
    return Period(first, last, "in", span, rule="months")


def _month(passage: Passage, first: int, at: int, month: int) -> Period:
    told = year_behind(passage, at)
    year, last = told if told is not None else (year_of_month(passage, first, month), first + 1)
    return Period(first, last, "in", None if year is None else month_span(year, month), rule="month")


def _is_other_word(passage: Passage, i: int) -> bool:
    """Whether "May" or "March" is a verb here: no word that leads to a month stands before it, nor a number behind."""
    if passage.word(i) not in _DOUBTFUL_MONTHS or i == 0:
        return False
    behind = passage.token(i + 1)
    return passage.tokens[i - 1].lower not in _BEFORE_MONTH and (behind is None or behind.kind != "n")
