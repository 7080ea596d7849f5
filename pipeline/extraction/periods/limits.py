"""Limits: periods that are told by their first and last point, or by one of the two.

Belongs here: "from 2010 to 2018", "since June", "by 2030". Does not: the points (`points`, `edges`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.periods.edges import fiscal_year_ended, point_or_edge
from pipeline.extraction.periods.lengths import window
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import UNDATED, Period
from pipeline.extraction.periods.points import point
from pipeline.extraction.periods.years import year, year_at
from pipeline.extraction.spans import Span, shift, year_span
from pipeline.vocabulary.language import words

_RELATIVE = words("periods", "relative")
_UNTIL = frozenset({"to", "until", "till", "through"})
_AND = frozenset({"and"})
_HEDGES = frozenset({"about", "around"})
_PAUSES = frozenset(",;()")
_WITHOUT_YEAR = frozenset({"month", "day"})
"""The rules whose expression may leave out the year."""
_FIRST = words("periods", "first")
_LONGEST_RECORD = 5
"""So many words before "since" what it is the first of may stand: "the lowest annual level since"."""
_LONGEST_PAIR = 6
"""So many words may stand before the two years: "between the last two censuses of"."""
_FARTHEST_YEAR = 8
"""So many words may stand between "since" and the year: "since the bridge was built in 1937"."""


def from_to(passage: Passage, i: int) -> Period | None:
    """As in "from 2010 to 2018", "between 1949 and 2020", "from November to February 2015"."""
    first = _limit(passage, i + 1) or _of_two(passage, i)
    if first is None:
        return None
    if first.kind == "span":
        # "From the last three years" has both points already.
        return replace(first, first=i, rule="span")
    joints = _AND if passage.word(i) == "between" else _UNTIL
    second = _limit(passage, first.last + 1) if passage.word(first.last) in joints else None
    if second is None or second.span is None:
        return None
    begin = _begin(passage, first, second.span) if second.rule in _WITHOUT_YEAR else first.span
    if begin is None or second.span.end < begin.start:
        return None
    months = first.rule == second.rule == "month"
    return Period(i, second.last, "in" if months else "span", Span(begin.start, second.span.end), rule="span")


def _of_two(passage: Passage, i: int) -> Period | None:
    """As in "between the censuses of 2010 and 2020": the first of both."""
    if passage.word(i) != "between":
        return None
    years = (year(passage, k + 1) for k in range(i + 1, i + _LONGEST_PAIR) if passage.word(k) == "of")
    return next(years, None)


def since(passage: Passage, i: int) -> Period | None:
    """As in "since 2013", "since about June": up to the end of the year of publication."""
    start = _start(passage, i + 1)
    if start is None or start.kind not in ("in", "span"):
        return None
    if any(passage.word(k) in _FIRST or passage.word(k).endswith("est") for k in range(i - _LONGEST_RECORD, i)):
        # "The first fall since 1976", "the lowest level since": how rare it is, and not how long it took.
        return Period(i, start.last, "window", start.span, rule="not-since")
    if passage.word(i - 1) == "not":
        # "Not since 1958 were sales as low": it was so in 1976, and not from then on.
        return Period(i, start.last, "in", start.span, rule="not-since")
    if start.span is None:
        return Period(i, start.last, "since", rule="since")
    last = max(passage.clock.latest_year or 0, start.span.end.year)
    rule = "since-day" if start.rule == "edge" else "since"
    return Period(i, start.last, "since", Span(start.span.start, year_span(last).end), rule=rule)


def by(passage: Passage, i: int) -> Period | None:
    """As in "by 2030", "until June"."""
    end = _limit(passage, _behind_hedge(passage, i + 1))
    if end is None or end.kind not in ("in", "span"):
        return None
    return Period(i, end.last, "by", end.span, rule="by")


def before_or_after(passage: Passage, i: int) -> Period | None:
    """As in "before 2010", "after May": open towards one side, and so the period of nothing; of plans a limit."""
    limit = by(passage, i)
    if limit is None or (passage.word(i) == "before" and passage.looks_ahead(i)):
        return limit
    return replace(limit, kind="window", rule=passage.word(i))


def _limit(passage: Passage, i: int) -> Period | None:
    found = point_or_edge(passage, i)
    if found is not None:
        return found
    at = i + 1 if passage.word(i) == "the" else i
    return fiscal_year_ended(passage, at) or (window(passage, at) if passage.word(at) in _RELATIVE else None)


def _start(passage: Passage, i: int) -> Period | None:
    """The point right behind "since", else the year in the words that follow, up to a pause."""
    at = _behind_hedge(passage, i)
    found = _limit(passage, at)
    if found is not None:
        return found
    for k in range(at, at + _FARTHEST_YEAR):
        if passage.text(k) in _PAUSES:
            return None
        if year_at(passage, k) is not None:
            return year(passage, k)
    return None


def _behind_hedge(passage: Passage, i: int) -> int:
    return i + 1 if passage.word(i) in _HEDGES else i


def _begin(passage: Passage, first: Period, end: Span) -> Span | None:
    """The span of `first`; a month or day without a year is the last one before `end`."""
    if first.rule not in _WITHOUT_YEAR or year_at(passage, first.last - 1) is not None:
        return first.span
    in_year_of_end = point(replace(passage, clock=UNDATED, focus_year=end.start.year), first.first)
    if in_year_of_end is None or in_year_of_end.span is None:
        return None
    span = in_year_of_end.span
    return span if span.start <= end.start else shift(span, -12)
