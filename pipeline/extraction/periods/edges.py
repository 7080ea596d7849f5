"""Edges: periods that are told by the point at which they begin or end.

Belongs here: "the end of June", "year-end", "the fiscal year to May 2013". Does not: the points themselves (`points`),
lengths of time with an end ("the six years to 2012", `lengths`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.extraction.periods.fiscal import FISCAL
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.points import point
from pipeline.extraction.periods.rules import first_found
from pipeline.extraction.periods.years import year_at
from pipeline.extraction.spans import Span, months_until, shift, year_span
from pipeline.vocabulary.language import words

EDGES = words("periods", "edges")
"""The words that an edge begins with: "end", "start"."""
_SPOKEN_OF = words("periods", "spoken_of")


def edge(passage: Passage, i: int) -> Period | None:
    """As in "end of June", "start of the year", "end-2015", "end June": one day."""
    if passage.word(i) not in EDGES:
        return None
    at_end = passage.word(i) == "end"
    if passage.word(i + 1) == "of":
        whole = point(passage, i + 2)
        if whole is None or whole.span is None:
            whole = _spoken_of(passage, i + 2)
    else:
        whole = point(passage, i + 2 if passage.is_dash(i + 1) else i + 1) if at_end else None
    return None if whole is None else _edge_of(replace(whole, first=i), at_end=at_end)


def year_end(passage: Passage, i: int) -> Period | None:
    """As in "year-end", "year-end 2015", "year's end"."""
    at = i + 2 if passage.is_dash(i + 1) else i + 1
    if passage.word(i) not in ("year", "year's") or passage.word(at) != "end":
        return None
    year = year_at(passage, at + 1)
    whole = _assumed(passage, i) if year is None else year_span(year)
    if year is None and whole is not None and _is_to_come(passage, i, whole.end):
        whole = shift(whole, -12)
    return _edge_of(Period(i, at + 1 if year is None else at + 2, "in", whole), at_end=True)


def fiscal_year_ended(passage: Passage, i: int) -> Period | None:
    """As in "fiscal year to May 2013", "financial year that ended in March 2014": the twelve months to then."""
    if passage.word(i) not in FISCAL:
        return None
    at = i + 2 if passage.word(i + 1) == "year" else i + 1
    if passage.word(at) == "that" and passage.word(at + 1) == "ended":
        at += 1
    if passage.word(at) not in ("to", "ending", "ended"):
        return None
    end = point_or_edge(passage, at + 2 if passage.word(at + 1) == "in" else at + 1)
    if end is None or end.span is None:
        return None
    return Period(i, end.last, "in", months_until(end.span.end, 12), rule="fiscal-year")


def point_or_edge(passage: Passage, i: int) -> Period | None:
    """A point, or the end of one, from token `i` on, with or without an article."""
    at = i + 1 if passage.word(i) == "the" else i
    return first_found((point, edge, year_end), passage, at) or (point(passage, i) if at > i else None)


def _edge_of(whole: Period, *, at_end: bool) -> Period:
    if whole.span is None:
        return replace(whole, rule="edge")
    day = whole.span.end if at_end else whole.span.start
    return replace(whole, span=Span(day, day), rule="edge")


def _spoken_of(passage: Passage, i: int) -> Period | None:
    """As in "the year", "that month": what the text was last about."""
    if passage.word(i) not in ("the", "that") or passage.word(i + 1) not in _SPOKEN_OF:
        return None
    noun, year = passage.word(i + 1), passage.clock.year
    if noun == "decade":
        # The one in which the text was written: nothing else is called so without more words.
        return Period(i, i + 2, "in", None if year is None else year_span(year // 10 * 10, year // 10 * 10 + 9))
    return Period(i, i + 2, "in", _assumed(passage, i) if noun == "year" else None)


def _is_to_come(passage: Passage, i: int, day: date) -> bool:
    """Whether a year-end that is told of as past is yet to come, so that the one before is meant."""
    return passage.clock.end is not None and day > passage.clock.end and not passage.looks_ahead(i)


def _assumed(passage: Passage, i: int) -> Span | None:
    """The year that was spoken of; where the words speak of what is to come, that of publication."""
    year = passage.clock.year if passage.clock.year and passage.looks_ahead(i) else passage.assumed_year
    return None if year is None else year_span(year)
