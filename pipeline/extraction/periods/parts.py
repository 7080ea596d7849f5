"""Parts of a year: quarters, halves, its first months.

Belongs here: expressions that are completed by a year. Does not: months (`dates`), ends and beginnings (`edges`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.extraction.periods.dates import month_first
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.years import relative_year, year_at, year_behind
from pipeline.extraction.spans import Span, half_span, month_span, quarter_span, shift, year_span
from pipeline.vocabulary.language import numerals, words

_ORDINALS = numerals().ordinals
_FULL = words("periods", "full")
_PLANS = words("periods", "plans")
LAST = words("periods", "last")
"""The words that the last part of a year begins with."""
_LENGTHS = {"quarter": 3, "half": 6, "month": 1}
_MONTHS = 12
_PARTS_OF_MONTH = frozenset({"week", "weekend", "fortnight", "half", "days"})
_LATEST_REPORT = 4
"""So many months after a part of a year has ended, it is still reported on without the year being named."""
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
        return in_year(passage, i, last, lambda year: month_span(year, 1, count)) if 1 <= count <= 12 else None
    noun = passage.word(at)
    if noun in _PARTS_OF_MONTH and passage.word(at + 1) == "of" and passage.month(at + 2) is not None:
        # What is told of the first week of May is told of a part of May.
        whole = month_first(passage, at + 2)
        return None if whole is None else replace(whole, first=i)
    if noun in ("quarter", "quarter's") and number <= 4:
        return in_year(passage, i, at + 1, lambda year: quarter_span(year, number))
    if noun == "half" and number <= 2 and passage.word(at + 1) not in _AFTER_SHARE:
        return in_year(passage, i, at + 1, lambda year: half_span(year, number))
    return None


def last_part(passage: Passage, i: int) -> Period | None:
    """As in "last quarter of 2020", "final three months of last year"; without a year it is another quarter."""
    if passage.word(i) not in LAST:
        return None
    many = passage.count(i + 1) if passage.word(i + 1) not in _LENGTHS else None
    noun, last = (passage.word(i + 1), i + 2) if many is None else (passage.word(many.last), many.last + 1)
    months = _LENGTHS.get(noun, 0) if many is None else int(min(many.value, _MONTHS)) if noun == "months" else 0
    told = year_behind(passage, last) if passage.word(last) == "of" else None
    if told is None or not 1 <= months < _MONTHS:
        return None
    year, end = told
    return Period(i, end, "in", month_span(year, _MONTHS + 1 - months, _MONTHS), rule="part-of-year")


def full_year(passage: Passage, i: int) -> Period | None:
    """As in "full-year profit", "the full year": the one that the text is about, or a plan is for."""
    at = i + 2 if passage.is_dash(i + 1) else i + 1
    if passage.word(i) not in _FULL or passage.word(at) != "year" or passage.clock.end is None:
        return None
    named = year_at(passage, at + 1)
    if named is not None:
        return Period(i, at + 2, "in", year_span(named), rule="full-year")
    year = passage.focus_year if passage.focus_year is not None else passage.clock.end.year
    if passage.looks_ahead(i) or any(passage.word(k) in _PLANS for k in (at + 1, at + 2, at + 3)):
        year = passage.clock.end.year
    return Period(i, at + 1, "in", year_span(year), rule="full-year")


def _first_months(passage: Passage, i: int) -> tuple[int, int] | None:
    """How many months "ten months" or "three quarters" at token `i` are, and the token after them."""
    many = passage.count(i)
    if many is None or not 1 <= many.value <= 12:
        return None
    at = many.last + 1 if passage.is_dash(many.last) else many.last
    noun = passage.word(at)
    if noun not in ("months", "quarters"):
        return None
    return int(many.value) * (3 if noun == "quarters" else 1), at + 1


def in_year(passage: Passage, first: int, last: int, part: Part) -> Period:
    """The period of tokens `first` to `last`, with what says of which year it is, if that follows.

    As in "of 2015", "of last year", "of the year", "2015".
    """
    at = last + 1 if passage.word(last) in ("of", "in") else last
    year = year_at(passage, at)
    if year is not None:
        return Period(first, at + 1, "in", part(year), rule="part-of-year")
    relative = relative_year(passage, at)
    if relative is not None and relative.span is not None:
        return Period(first, relative.last, "in", part(relative.span.start.year), rule="part-of-year")
    of_the_year = passage.word(at) == "the" and passage.word(at + 1) == "year"
    return Period(
        first, at + 2 if of_the_year else last, "in", _assumed(passage, first, last, part), rule="part-of-year"
    )


def _assumed(passage: Passage, first: int, last: int, part: Part) -> Span | None:
    """The part of the year that has just ended, else of that spoken of; a year earlier if it is yet to come."""
    year, published = passage.assumed_year, passage.clock.end
    if year is None or published is None:
        return None if year is None else part(year)
    ahead = passage.looks_ahead(first) or any(passage.word(k) in _PLANS for k in range(last, last + 3))
    for recent in (part(published.year), part(published.year - 1)):
        months_ago = 12 * (published.year - recent.end.year) + published.month - recent.end.month
        if (
            recent.end <= published
            and months_ago <= (_LATEST_REPORT if year < published.year - 1 else 12)
            and not ahead
        ):
            return recent
    span = part(year)
    return shift(span, -12) if span.start > published and not ahead else span
