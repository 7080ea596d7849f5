"""Parts of a year: quarters, halves, its first months, fiscal years by their number.

Belongs here: expressions that are completed by a year. Does not: months (`dates`), ends and beginnings (`edges`).
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.relative import relative_year
from pipeline.extraction.periods.years import year_at
from pipeline.extraction.spans import Span, half_span, month_span, quarter_span, shift
from pipeline.vocabulary.language import numerals, words

_ORDINALS = numerals().ordinals
FISCAL = words("periods", "fiscal")
"""The words that a fiscal year begins with."""
_AFTER_SHARE = words("periods", "after_share")

Part = Callable[[int], Span]
"""The span of a part of the year that it is given."""


def part_of_year(passage: Passage, i: int) -> Period | None:
    """As in "first quarter of 2015", "first three quarters", "first ten months of last year", "second half"."""
    number = _ORDINALS.get(passage.word(i))
    if number is None:
        return None
    at = i + 2 if passage.is_dash(i + 1) else i + 1
    first_months = _first_months(passage, at) if number == 1 else None
    if first_months is not None:
        count, last = first_months
        return _in_year(passage, i, last, lambda year: month_span(year, 1, count)) if 1 <= count <= 12 else None
    noun = passage.word(at)
    if noun in ("quarter", "quarter's") and number <= 4:
        return _in_year(passage, i, at + 1, lambda year: quarter_span(year, number))
    if noun == "half" and number <= 2 and passage.word(at + 1) not in _AFTER_SHARE:
        return _in_year(passage, i, at + 1, lambda year: half_span(year, number))
    return None


def fiscal_year(passage: Passage, i: int) -> Period | None:
    """As in "fiscal 2014", "financial year 2013-14", "FY 2020": from April of that year on."""
    at = i + 2 if passage.word(i + 1) == "year" else i + 1
    year = year_at(passage, at) if passage.word(i) in FISCAL else None
    if year is None:
        return None
    second = passage.token(at + 2)
    written_twice = passage.is_dash(at + 1) and second is not None and second.kind == "n" and second.glued
    return Period(i, at + 3 if written_twice else at + 1, "in", month_span(year, 4, 15), rule="fiscal-year")


def _first_months(passage: Passage, i: int) -> tuple[int, int] | None:
    """How many months "ten months" or "three quarters" at token `i` are, and the token after them."""
    many = passage.count(i)
    if many is None:
        return None
    at = many.last + 1 if passage.is_dash(many.last) else many.last
    noun = passage.word(at)
    if noun not in ("months", "quarters") or many.value > 12:
        return None
    return int(many.value) * (3 if noun == "quarters" else 1), at + 1


def _in_year(passage: Passage, first: int, last: int, part: Part) -> Period:
    """Adds "of 2015", "of last year", "of the year" or the year itself."""
    at = last + 1 if passage.word(last) in ("of", "in") else last
    year = year_at(passage, at)
    if year is not None:
        return Period(first, at + 1, "in", part(year), rule="part-of-year")
    relative = relative_year(passage, at)
    if relative is not None and relative.span is not None:
        return Period(first, relative.last, "in", part(relative.span.start.year), rule="part-of-year")
    of_the_year = passage.word(at) == "the" and passage.word(at + 1) == "year"
    return Period(first, at + 2 if of_the_year else last, "in", _assumed(passage, part), rule="part-of-year")


def _assumed(passage: Passage, part: Part) -> Span | None:
    """The part of the year that was spoken of, else of that of publication; a year earlier if it is yet to come."""
    year, published = passage.assumed_year, passage.clock.end
    if year is None:
        return None
    span = part(year)
    return shift(span, -12) if published is not None and span.start > published else span
