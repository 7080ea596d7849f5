"""Years: which four-digit numbers are one, decades, ranges of years.

Belongs here: expressions of years alone. Does not: days and months (`dates`), parts of a year (`parts`).
"""

from __future__ import annotations

import re

from pipeline.extraction.nouns import THIRD_PERSON
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.spans import year_span
from pipeline.extraction.tokens import Token
from pipeline.extraction.units import unit_after
from pipeline.vocabulary.language import calendar, numerals, words

CLOCK_ZONES = words("periods", "zones")
"""Zones behind a time of day, in lower case: "1015 GMT"."""
_FOUR_DIGITS = re.compile(r"[12][0-9]{3}")
_FIRST_YEAR, _LAST_YEAR = 1500, 2150
STEPS = {"last": -1, "this": 0, "current": 0, "next": 1}
"""The words that count years, months and the like from that of publication."""
_JOINTS = frozenset({"to", "until", "through"})
_PARTS = calendar().parts
_JOINTS_OF_AMOUNTS = frozenset({"to", "and"})
_ORDINALS = numerals().ordinals
_SURELY_BEFORE_YEAR = words("periods", "surely_before_year")
_BEFORE_YEAR = words("periods", "before_year")
_BEFORE_COUNT = words("periods", "before_count")
_NOT_COUNTED = words("periods", "not_counted") | THIRD_PERSON
_REPORTED_YEARLY = words("periods", "reported_yearly")
_FIRST_REPORTED, _LAST_REPORTED = 1980, 2060


def year_at(passage: Passage, i: int) -> int | None:
    """The year that token `i` writes; null where the number counts, measures or labels something."""
    text = passage.text(i)
    if not _FOUR_DIGITS.fullmatch(text) or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return None
    numeral = passage.numerals.get(i)
    if numeral is None or numeral.scaled or numeral.form != "digits" or _is_amount(passage, i):
        return None
    return int(text)


def year(passage: Passage, i: int) -> Period | None:
    """As in "2014", "1990s"."""
    first = year_at(passage, i)
    if first is None:
        return None
    if passage.ends_decade(i + 1):
        return Period(i, i + 2, "in", year_span(first, first + 9), rule="decade")
    return Period(i, i + 1, "in", year_span(first), rule="year")


def relative_year(passage: Passage, i: int) -> Period | None:
    """As in "last year", "this year", "next year's"; null for a text without a date."""
    step, year = STEPS.get(passage.word(i)), passage.clock.year
    if step is None or year is None or passage.word(i + 1) not in ("year", "year's"):
        return None
    return Period(i, i + 2, "in", year_span(year + step), rule="relative-year")


def year_behind(passage: Passage, i: int) -> tuple[int, int] | None:
    """The year that tokens from `i` on add to a day or month, and the token after it.

    As in "2014", "of 2014", "last year", "of last year", "of that year".
    """
    at = i + 1 if passage.word(i) == "of" else i
    year = year_at(passage, at)
    if year is not None:
        return year, at + 1
    relative = relative_year(passage, at)
    if relative is not None and relative.span is not None:
        return relative.span.start.year, relative.last
    if at > i and passage.word(at) == "that" and passage.word(at + 1) == "year" and passage.focus_year is not None:
        return passage.focus_year, at + 2
    return None


def part_of_decade(passage: Passage, i: int) -> Period | None:
    """As in "late 1990s"; of a year ("mid-2014", "early 2023") the whole."""
    at = i + 2 if passage.is_dash(i + 1) else i + 1
    first = year_at(passage, at)
    if first is None or passage.word(i) not in _PARTS:
        return None
    if passage.ends_decade(at + 1):
        low, high = _PARTS[passage.word(i)]
        return Period(i, at + 2, "in", year_span(first + low, first + high), rule="decade")
    return Period(i, at + 1, "in", year_span(first), rule="year")


def year_range(passage: Passage, i: int) -> Period | None:
    """As in "2014-15", "1904-05", "2010 to 2018", "2010-2018"."""
    first = year_at(passage, i)
    if first is None:
        return None
    last = _short_year(passage, first, i + 2) if passage.is_dash(i + 1) else None
    if last is None and (passage.is_dash(i + 1) or passage.word(i + 1) in _JOINTS):
        last = year_at(passage, i + 2)
    if last is None or last <= first:
        return None
    return Period(i, i + 3, "span", year_span(first, last), rule="year-range")


def _short_year(passage: Passage, first: int, i: int) -> int | None:
    """The year that two digits right behind the dash stand for, in the century of `first`."""
    token = passage.token(i)
    if token is None or not token.text.isdecimal() or len(token.text) != 2 or not token.glued:
        return None
    return first // 100 * 100 + int(token.text)


def _is_amount(passage: Passage, i: int) -> bool:
    """Whether a number that could be a year is none, by the words around it."""
    before, behind = passage.token(i - 1), passage.token(i + 1)
    if before is not None and before.kind == "m" and passage.tokens[i].glued:
        return True
    if passage.ends_decade(i + 1):
        return False
    if behind is not None and (behind.text == "%" or (behind.glued and behind.kind == "w")):
        return True
    if behind is not None and behind.lower in CLOCK_ZONES and behind.text.isupper():
        # "at 1930 GMT"
        return True
    word = before.lower if before is not None else ""
    if word in _SURELY_BEFORE_YEAR:
        return False
    if _is_measured(passage, i + 1) or _begins_range_of_amounts(passage, i):
        return True
    if word in _BEFORE_COUNT:
        # "Over 2010-18" is during those years.
        return word != "over" or not passage.is_dash(i + 1)
    if word in _BEFORE_YEAR or _ends_date(passage, i):
        return False
    return behind is not None and _is_counted(behind) and not _is_reported(behind, int(passage.text(i)))


def _ends_date(passage: Passage, i: int) -> bool:
    """As in "May 2014", "May 4th, 2014": what stands before the number leads to a year."""
    end = i - 1 if passage.text(i - 1) == "," else i
    for first in (end - 1, end - 2):
        day = passage.day(first)
        if day is not None and day[1] == end:
            return passage.month(first - 1) is not None
    return end == i and passage.month(i - 2 if passage.text(i - 1) == "." else i - 1) is not None


def _is_measured(passage: Passage, i: int) -> bool:
    """Whether a unit stands at token `i`; "second" is one of a quarter or half there."""
    word = passage.word(i)
    return word == "people" or (word not in _ORDINALS and unit_after(passage.tokens, i) is not None)


def _begins_range_of_amounts(passage: Passage, i: int) -> bool:
    """As in "from 1600 to 1900 tonnes": the unit of the second number is that of both."""
    joined = passage.is_dash(i + 1) or passage.word(i + 1) in _JOINTS_OF_AMOUNTS
    return joined and _FOUR_DIGITS.fullmatch(passage.text(i + 2)) is not None and _is_measured(passage, i + 3)


def _is_counted(noun: Token) -> bool:
    """Whether what stands behind a number is what it counts, a plural that is no name, or what it is reckoned by."""
    word = noun.lower
    if noun.kind != "w" or word in _NOT_COUNTED:
        return False
    return word == "per" or (word.endswith("s") and not noun.text[0].isupper() and "'" not in word)


def _is_reported(noun: Token, number: int) -> bool:
    """As in "its 2018 sales", "2021 deliveries": what is reported by the year has it before its name.

    So many of them would as a rule be written with a comma ("2,018 sales"), and few numbers are years of late.
    """
    return noun.lower in _REPORTED_YEARLY and _FIRST_REPORTED <= number <= _LAST_REPORTED
