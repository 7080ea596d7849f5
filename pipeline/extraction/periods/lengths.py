"""Lengths of time: how long ago, how much earlier, over how many years.

Belongs here: expressions with a number of years, months or decades, said or understood ("the past decade"). Does not:
steps that are told by a noun alone ("the previous year", `backreferences`; "last year", `relative`).
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extraction.periods.after_events import after_event
from pipeline.extraction.periods.edges import point_or_edge
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period, PeriodKind
from pipeline.extraction.periods.years import year_at, year_behind
from pipeline.extraction.registry import where_said
from pipeline.extraction.spans import Span, month_span, months_until, shift, shift_days, year_span
from pipeline.vocabulary.language import calendar, words

UNITS = calendar().spans
"""Nouns of lengths of time, singular and plural -> months."""
_YEAR = 12
_MOST = 3000
"""A larger number before "years" is no length of time that a figure could be of."""
_FEW = 3.0
"""What "a few" and "several" are taken to be where only a length fits."""

EARLIER = words("periods", "earlier")
"""The words behind a length of time that place it before another period: "earlier", "before"."""
_HEDGES = words("periods", "hedges")
_ARTICLES = words("periods", "articles")
_VAGUE = words("periods", "vague")
_UNBROKEN = words("periods", "unbroken")
_PAST = words("periods", "past")
_COMING = words("periods", "coming")
_BARE_OPENERS = frozenset({"last", "next"})
_DAYS = {"week": 7, "weeks": 7, "days": 1}
_PREVIOUS = words("periods", "previous")
_PAUSES = frozenset(",.;:")
_OPENERS = _PAST | _COMING | {"first"}
_ENDING = words("periods", "ending")
_LATER = words("periods", "later")
_DURING = frozenset({"in", "over", "during", "within"})
"""The prepositions behind which a bare length of time may be that of a change."""
_PREPOSITIONS = frozenset({"in", "over", "during", "within", "for"})
_BARE_PREPOSITIONS = _PREPOSITIONS - {"during"}


class _Length(NamedTuple):
    """A length of time: its months, those of its unit, and the token after it."""

    months: int
    unit: int
    last: int


class _Window(NamedTuple):
    """A length of time with what introduces it ("over", "past"; either may be empty); `vague` is "a few years"."""

    preposition: str
    opener: str
    vague: bool
    length: _Length


@where_said(UNITS)
def offset(passage: Passage, i: int) -> Period | None:
    """As in "a year earlier", "ten years before", "12 months ago", "two decades ago", "three years later"."""
    count = _count_after_article(passage, i) if passage.word(i) in ("a", "an") else _count(passage, i)
    length = _length(passage, *count) if count is not None else None
    if length is None:
        return None
    months, _, last = length
    word = passage.word(last)
    if word in EARLIER:
        # "Two years before 2014" is a length of time before a date.
        if year_at(passage, last + 1) is not None:
            return Period(i, last + 1, "window", rule="window")
        return Period(i, last + 1, "earlier", months=months, rule="offset")
    if word in _LATER:
        return Period(i, last + 1, "later", months=months, rule="offset")
    if word == "on" and (passage.token(last + 1) is None or passage.text(last + 1) in _PAUSES):
        return Period(i, last + 1, "later", months=months, rule="offset")
    if word in ("after", "on"):
        return after_event(passage, i, last, months if word == "after" else 0)
    if word == "ago" or (word == "back" and passage.word(last + 1) not in ("to", "in")):
        return _ago(passage, i, length)
    return None


@where_said(UNITS)
def window(passage: Passage, i: int) -> Period | None:
    """As in "over the past decade", "in the six years to 2012", "within five years", "for the past two years"."""
    found = _window(passage, i)
    if found is None:
        return None
    months, _, last = found.length
    if passage.word(last) in ("ago", "earlier", "before", "later"):
        return None
    if passage.word(last) == "to" and passage.word(last + 1) == "date":
        return None
    if passage.word(last) == "of" and (found.opener == "last" or year_behind(passage, last) is not None):
        # "In the last quarter of 2020" is a part of that year (`parts`), "the last two years of the war" long past.
        return None
    if found.preposition == "over" and found.opener in _PAST and found.opener != "past" and months == _YEAR:
        return Period(i, last, "earlier", months=_YEAR, rule="period-before")
    return _ending(passage, i, last, months) or _open_window(passage, i, found)


@where_said(_DAYS)
def weeks_to(passage: Passage, i: int) -> Period | None:
    """As in "26 weeks to 28 August", "90 days ended 30 June"."""
    found = _count(passage, i)
    if found is None:
        return None
    number, at = found
    days = _DAYS.get(passage.word(at), 0) * int(min(number, _MOST))
    end = point_or_edge(passage, at + 2) if days and passage.word(at + 1) in _ENDING else None
    if end is None or end.span is None or end.kind != "in":
        return None
    return Period(i, end.last, "in", Span(shift_days(end.span, 1 - days).end, end.span.end), rule="years-to")


def year_to(passage: Passage, i: int) -> Period | None:
    """As in "year to June", "year ended March 2014"."""
    return _ending(passage, i, i + 1, _YEAR) if passage.word(i) == "year" else None


def _ago(passage: Passage, i: int, length: _Length) -> Period:
    months, unit, last = length
    published = passage.clock.end
    if published is None:
        return Period(i, last + 1, "earlier", months=months, rule="ago")
    base = year_span(published.year) if unit >= _YEAR else month_span(published.year, published.month)
    return Period(i, last + 1, "in", shift(base, -months), months, rule="year-ago" if months == _YEAR else "ago")


def _ending(passage: Passage, first: int, i: int, months: int) -> Period | None:
    """Adds its end to a length of time: "up to 2017", "ended June". It ends in all of a year, or on a day."""
    if passage.word(i) in ("from", "after", "since"):
        return _beginning(passage, first, i, months)
    at = i + 1 if passage.word(i) in ("up", "that") else i
    behind = at + 2 if passage.word(at + 1) in ("in", "on") else at + 1
    end = point_or_edge(passage, behind) if passage.word(at) in _ENDING else None
    if end is None or end.span is None or end.kind != "in":
        return None
    last = end.span.end
    if end.rule == "year":
        span = year_span(last.year - max(months // _YEAR, 1), last.year)
        return Period(first, end.last, "span", span, rule="years-to")
    kind: PeriodKind = "in" if months <= _YEAR else "span"
    return Period(first, end.last, kind, months_until(last, months), rule="years-to")


def _beginning(passage: Passage, first: int, i: int, months: int) -> Period | None:
    """As in "in the five years from 2010": adds its first year, which all the others follow."""
    year = year_at(passage, i + 1)
    if year is None or months < _YEAR:
        return None
    return Period(first, i + 2, "span", year_span(year, year + months // _YEAR), rule="years-from")


def _open_window(passage: Passage, i: int, found: _Window) -> Period | None:
    """A window up to the year of publication, or from it on; else a bare length of time."""
    months, unit, last = found.length
    if found.opener == "first" and unit < _YEAR:
        # "In the first seven months of 2013" is a part of that year (`parts`).
        return None
    year, years = passage.clock.year, months // _YEAR
    if year is not None and years and not found.vague:
        if found.preposition == "within" or (found.opener in _COMING and found.preposition != "for"):
            return Period(i, last, "span", year_span(year, year + years), rule="next-years")
        if found.opener in _PAST:
            kind: PeriodKind = "window" if found.preposition == "for" else "span"
            return Period(i, last, kind, year_span(year - years, year), rule="past-years")
    if found.opener or found.preposition in _BARE_PREPOSITIONS:
        measured = found.preposition in _DURING and not found.vague and found.opener != "first"
        return Period(i, last, "window", months=months if measured else 0, rule="window")
    return None


def _window(passage: Passage, i: int) -> _Window | None:
    preposition = passage.word(i) if passage.word(i) in _PREPOSITIONS else ""
    at = i + 1 if preposition else i
    if passage.word(at) in _HEDGES:
        at += 2 if passage.word(at + 1) == "than" else 1
    if passage.word(at) in _ARTICLES and at not in passage.numerals:
        at += 1
    article = passage.word(at - 1) if at > i + bool(preposition) else ""
    opener = passage.word(at) if passage.word(at) in _OPENERS else ""
    if opener:
        at += 1
    vague = passage.word(at) in _VAGUE
    count: tuple[float, int] | None
    if vague:
        count = _FEW, at + 2 if passage.word(at + 1) == "of" else at + 1
    else:
        count = _count(passage, at)
        if count is None and (
            (opener and opener != "first") or _is_one(passage, at, preposition) or _is_told(passage, at)
        ):
            bare = opener in _BARE_OPENERS and not article
            if preposition != "over" and (bare or opener in _PREVIOUS):
                # "For last year" is that year (`relative`), "for the last year" twelve months; "in the previous year"
                # is the one before (`backreferences`).
                return None
            count = 1.0, at
    if count is None:
        return None
    number, at = count
    length = _length(passage, number, at + 1 if passage.word(at) in _UNBROKEN else at)
    return None if length is None else _Window(preposition, opener, vague, length)


def _is_one(passage: Passage, i: int, preposition: str) -> bool:
    """As in "in a decade", "over the decade": one of the unit at token `i`, where it is a year or more."""
    article, months = passage.word(i - 1), UNITS.get(passage.word(i), 0)
    if passage.word(i).endswith("s") or months < _YEAR:
        return False
    return preposition in _DURING and (article == "a" or (article == "the" and months > _YEAR))


def _is_told(passage: Passage, i: int) -> bool:
    """As in "the decade to 2020", "the year from 2010": what follows says which one."""
    unit = passage.word(i)
    if passage.word(i - 1) != "the" or unit not in UNITS or unit.endswith("s"):
        return False
    behind = i + 2 if passage.word(i + 1) == "that" else i + 1
    return passage.word(behind) in _ENDING | {"from", "since"} and unit != "month"


def _count(passage: Passage, i: int) -> tuple[float, int] | None:
    """The number at token `i`, and the token after it."""
    numeral = passage.count(i)
    return (numeral.value, numeral.last) if numeral is not None else None


def _count_after_article(passage: Passage, i: int) -> tuple[float, int]:
    """As in "a hundred years"; "a quarter" is one quarter of a year here, not a fourth."""
    numeral = passage.numerals.get(i)
    return (numeral.value, numeral.last) if numeral is not None and numeral.form == "words" else (1.0, i + 1)


def _length(passage: Passage, number: float, i: int) -> _Length | None:
    """So many of the unit that token `i` is."""
    unit = UNITS.get(passage.word(i))
    return _Length(round(number * unit), unit, i + 1) if unit is not None and number <= _MOST else None
