"""Fiscal years, and the short forms of accounts: "fiscal 2014", "FY21", "2013/14", "Q3", "1H22".

Belongs here: what is written with a number or a letter and a digit. Does not: fiscal years that are told by their end
("the fiscal year to May 2013", `edges`), quarters and halves in words (`parts`).
"""

from __future__ import annotations

from pipeline.extraction.periods.parts import in_year
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.years import year_at
from pipeline.extraction.spans import Span, half_span, month_span, quarter_span
from pipeline.vocabulary.language import calendar, words

FISCAL = words("periods", "fiscal")
"""The words that a fiscal year begins with."""
PARTS = frozenset({"q", "h"})
"""The letters of a quarter and a half, lower case."""
_YEARS = calendar().fiscal
_UNKNOWN = (4, 0)
"""Where no country is known: from April of the year that names it."""
_CALENDAR_YEAR = (1, 0)
_CENTURY = 2000


def fiscal_year(passage: Passage, i: int) -> Period | None:
    """As in "fiscal 2014", "financial year 2013-14", "FY 2020", "FY21": that of the country spoken of."""
    if passage.word(i) not in FISCAL:
        return None
    at = i + 2 if passage.word(i + 1) == "year" else i + 1
    year = year_at(passage, at) or (_short_year(passage, at) if at == i + 1 else None)
    if year is None:
        return None
    last = _second_year(passage, at)
    span = _span(passage, year, written_twice=last is not None)
    return Period(i, last or at + 1, "in", span, rule="fiscal-year")


def split_year(passage: Passage, i: int) -> Period | None:
    """As in "2013/14", and "2013-14" where years are counted so: twelve months that begin in the first of both."""
    joined = passage.text(i + 1) == "/" or (passage.is_dash(i + 1) and passage.clock.country in _YEARS)
    year = year_at(passage, i) if joined else None
    last = _second_year(passage, i)
    if year is None or last is None or int(passage.text(last - 1)) % 100 != (year + 1) % 100:
        return None
    return Period(i, last, "in", _span(passage, year, written_twice=True), rule="fiscal-year")


def part_by_letter(passage: Passage, i: int) -> Period | None:
    """As in "Q3", "H1 2022", "Q3's"."""
    number = passage.token(i + 1)
    glued = number is not None and number.glued and passage.text(i).isupper()
    return _part(passage, i, passage.word(i), passage.text(i + 1), i + 2) if glued else None


def part_by_number(passage: Passage, i: int) -> Period | None:
    """As in "3Q", "1H22", "3Q 2022"."""
    letter = passage.token(i + 1)
    if letter is None or not letter.glued or not letter.text.isupper():
        return None
    return _part(passage, i, letter.lower, passage.text(i), i + 2)


def _part(passage: Passage, first: int, letter: str, number: str, last: int) -> Period | None:
    if letter not in PARTS or len(number) != 1 or number not in ("1234" if letter == "q" else "12"):
        return None
    nth = int(number)
    year = _short_year(passage, last)

    def span(of: int) -> Span:
        return quarter_span(of, nth) if letter == "q" else half_span(of, nth)

    if year is not None:
        return Period(first, last + 1, "in", span(year), rule="part-of-year")
    return in_year(passage, first, last, span)


def _span(passage: Passage, year: int, *, written_twice: bool) -> Span:
    """The fiscal year that is called `year` in the country spoken of, or that begins in it."""
    country = passage.clock.country
    month, before = _UNKNOWN if country is None else _YEARS.get(country, _CALENDAR_YEAR)
    if written_twice:
        # Two years are never written for the calendar year.
        month, before = month if month > 1 else _UNKNOWN[0], 0
    return month_span(year + before, month, month + 11)


def _second_year(passage: Passage, i: int) -> int | None:
    """The token behind the second year, where one is joined to the year at token `i`."""
    joint, second = passage.text(i + 1), passage.token(i + 2)
    if second is None or second.kind != "n" or not second.glued or not second.text.isdecimal():
        return None
    return i + 3 if (joint == "/" or passage.is_dash(i + 1)) and len(second.text) in (2, 4) else None


def _short_year(passage: Passage, i: int) -> int | None:
    """The year of this century that two digits stand for, right behind a letter: "FY21", "1Q21"."""
    token = passage.token(i)
    if token is None or token.kind != "n" or not token.glued or not token.text.isdecimal():
        return None
    if len(token.text) == 4:
        return year_at(passage, i)
    return _CENTURY + int(token.text) if len(token.text) == 2 else None
