"""Numerals in digits and vulgar fractions: "46,000", "4.37 million", "2½", "11th".

Belongs here: numerals that begin with a digit sequence or with a sign such as "½". Does not: number words (`spelled`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.numerals.notations import TIMES_SIGNS, in_groups, power_of_ten, quotient, with_decimal_comma
from pipeline.extraction.numerals.numeral import Numeral, numeral_over
from pipeline.extraction.numerals.precision import exactly, in_words, of_digits, too_long
from pipeline.extraction.numerals.scaling import scale_after_digits
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import numerals

_VULGAR = numerals().fractions_unicode
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def in_digits(tokens: Sequence[Token], i: int) -> Numeral:
    """The numeral whose digit sequence is token `i`."""
    text = tokens[i].text
    if too_long(text):
        return numeral_over(tokens, i, i + 1, exactly(math.inf), "overlong", digits=text)
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and following.glued and following.lower in _ORDINAL_ENDINGS:
        rank = of_digits(text)[0].value
        return numeral_over(tokens, i, i + 2, exactly(rank), "ordinal", digits=text)
    if following is not None and following.kind == "v" and "." not in text:
        return _mixed(tokens, i, i + 1, of_digits(text)[0].value)
    last = i + 1
    if following is not None and (following.kind != "w" or following.lower in TIMES_SIGNS):
        special = quotient(tokens, i) or power_of_ten(tokens, i)
        if special is not None:
            return special
        text, last = with_decimal_comma(tokens, i) or in_groups(tokens, i)
    scale, last = scale_after_digits(tokens, last)
    written, whole = of_digits(text, scale)
    return numeral_over(tokens, i, last, written, "digits", whole=whole, scale=scale, digits=text)


def vulgar_fraction(tokens: Sequence[Token], i: int) -> Numeral:
    """The numeral that begins with the vulgar fraction at token `i`."""
    return _mixed(tokens, i, i, 0.0)


def rescaled(numeral: Numeral, scale: int) -> Numeral:
    """A numeral as if `scale` stood behind it too: the 4.6 of "4.6 and 27.9 billion", "two to three million"."""
    if numeral.form == "words":
        return replace(numeral, **in_words(numeral.value * scale)._asdict(), whole=False, scale=scale)
    written, whole = of_digits(numeral.digits, scale)
    return replace(numeral, value=written.value, low=written.low, high=written.high, whole=whole, scale=scale)


def _mixed(tokens: Sequence[Token], first: int, fraction: int, whole: float) -> Numeral:
    """The whole number from token `first` on, the vulgar fraction at token `fraction`, and their scale."""
    scale, last = scale_after_digits(tokens, fraction + 1)
    value = (whole + _VULGAR[tokens[fraction].text]) * scale
    return numeral_over(tokens, first, last, in_words(value), "fraction", scale=scale)
