"""The value that the scan for numerals makes.

Belongs here: the numeral and its forms. Does not: finding one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.extraction.numerals.precision import Written
from pipeline.extraction.tokens import Token
from pipeline.extraction.values import frozen

Form = Literal["digits", "words", "fraction", "multiple", "adverb", "ordinal", "vague", "overlong"]


@frozen
class Numeral:
    """A numeral over tokens `first` to `last` (exclusive).

    `low` and `high` are the interval of the written precision; `whole` says that it is an integer without rounding
    zeros, which is exact where things are counted. `scale` is what its scale words multiply by. `value` of an ordinal
    is its rank; of a multiple or an adverb, its factor; of an overlong run of digits infinite, and no value at all.
    `digits` is the digit sequence as written; empty where the numeral is in words.
    """

    first: int
    last: int
    start: int
    end: int
    value: float
    low: float
    high: float
    form: Form
    whole: bool = False
    scale: int = 1
    digits: str = ""

    @property
    def scaled(self) -> bool:
        """Whether a scale word or letter multiplies it."""
        return self.scale > 1


def numeral_over(
    tokens: Sequence[Token],
    first: int,
    last: int,
    written: Written,
    form: Form,
    *,
    whole: bool = False,
    scale: int = 1,
    digits: str = "",
) -> Numeral:
    """The numeral over tokens `first` to `last` (exclusive)."""
    start, end = tokens[first].start, tokens[last - 1].end
    return Numeral(first, last, start, end, *written, form, whole, scale, digits)
