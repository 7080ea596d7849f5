"""Precision: the interval that a number as written leaves its value.

Belongs here: the contract's rule of precision, for digits and for words, and the largest number that is read as one.
Does not: hedges ("about", "more than"), which widen or open the interval afterwards.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

WORD_WIDTH = 0.05
"""Half-width of a fraction or multiple in words, as a share of the value."""
LARGEST = 10**24
"""No statistic counts as far; the limit keeps every value finite, however many digits or scale words stand together."""
_MOST_DIGITS = 24
_ROUND_FROM = 4
"""Zeros at the end of an integer of so many digits and more are taken for rounding."""


class Written(NamedTuple):
    """A value, and the closed interval that its writing allows."""

    value: float
    low: float
    high: float


def exactly(value: float) -> Written:
    """As of a rank: no rounding."""
    return Written(float(value), float(value), float(value))


def in_words(value: float) -> Written:
    """As of "a third", "doubled", "2½", "two million": 5 % either way."""
    return Written(float(value), value * (1 - WORD_WIDTH), value * (1 + WORD_WIDTH))


def within_half(value: float, unit: float) -> Written:
    """As of "three million", whose unit is a million: half a unit either way."""
    return Written(float(value), max(0.0, value - unit / 2), value + unit / 2)


def too_long(digits: str) -> bool:
    """Whether digits (with commas or a point) are too many for a measured number."""
    return len(digits) > _MOST_DIGITS and sum(map(str.isdecimal, digits)) > _MOST_DIGITS


@lru_cache(maxsize=20_000)
def of_digits(digits: str, scale: int = 1) -> tuple[Written, bool]:
    """The value of "46,000" or, with its scale, of "4.37 million"; whether it is an integer without rounding.

    Half a unit of the last digit; the zeros that end a bare integer of four or more digits are not trusted. `digits`
    must not be `too_long`. The arithmetic is exact up to one rounding for each of the three.
    """
    whole, _, decimals = digits.replace(",", "").partition(".")
    mantissa, parts = int(whole + decimals), 10 ** len(decimals)
    unit = scale
    if scale == 1 and not decimals and len(whole) >= _ROUND_FROM and mantissa:
        unit = 10 ** (len(whole) - len(whole.rstrip("0")))
    twice = 2 * mantissa * scale
    written = Written(mantissa * scale / parts, max(0.0, (twice - unit) / (2 * parts)), (twice + unit) / (2 * parts))
    return written, not decimals and unit == 1
