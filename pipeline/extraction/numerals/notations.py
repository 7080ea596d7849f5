"""Notations: digits with more than digits to them - groups parted by spaces, quotients, powers of ten.

Belongs here: "12 500", "3/4", "6 x 10^12". Does not: scale words (`scaling`), vulgar fractions (`digits`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.numerals.numeral import Numeral, numeral_over
from pipeline.extraction.numerals.precision import Written, in_words, of_digits
from pipeline.extraction.signs import MINUS_SIGNS
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import calendar, words

_MONTHS = frozenset(calendar().months)
_AFTER_DECIMALS = words("notations", "after_decimals")
_NOT_COUNTED = words("notations", "not_counted")
_STROKES = frozenset({"/", "\u2044"})
TIMES_SIGNS = frozenset({"\u00d7", "x", "*"})
"""What stands between a mantissa and its power of ten."""
_SUPERSCRIPTS = {"\u207b": "-", "\u00b9": "1", "\u00b2": "2", "\u00b3": "3", "\u2070": "0"} | {
    chr(0x2070 + digit): str(digit) for digit in range(4, 10)
}
_LARGEST_DENOMINATOR = 1000
_COMMON_DENOMINATORS = frozenset({2, 3, 4, 8, 16, 32, 64})
_LARGEST_EXPONENT = 36
_GROUP = 3
_MOST_GROUPS = 6
"""More of them are a row of numbers: nobody counts beyond a quadrillion in digits."""


def with_decimal_comma(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """The "3.5" that "3,5 per cent" or "3,25 million" writes, and the token after it; null where the comma is none."""
    if i + 3 >= len(tokens) or tokens[i + 1].text != "," or tokens[i + 2].kind != "n":
        return None
    whole, decimals = tokens[i].text, tokens[i + 2].text
    glued = tokens[i + 1].glued and tokens[i + 2].glued and whole.isdecimal() and decimals.isdecimal()
    if not glued or len(decimals) >= _GROUP or tokens[i + 3].lower not in _AFTER_DECIMALS:
        return None
    return (f"{whole}.{decimals}", i + 3) if i == 0 or tokens[i - 1].text != "," else None


def in_groups(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The digits from token `i` on, in groups of three parted by spaces ("12 500 jobs"), and the token after them.

    What is measured or counted must follow: "May 15 200 people", "555 123 456" and "Line 12 500" are no groups.
    """
    text, last = tokens[i].text, i + 1
    if len(text) > _GROUP or text[0] == "0" or not text.isdecimal() or _names(tokens, i - 1):
        return text, last
    groups = [text]
    while last < len(tokens) and len(groups) <= _MOST_GROUPS and _is_group(tokens, last):
        groups.append(tokens[last].text)
        last += 1
    if not 1 < len(groups) <= _MOST_GROUPS or not _is_measured(tokens, i, last):
        return text, i + 1
    return ",".join(groups), last


def _names(tokens: Sequence[Token], k: int) -> bool:
    """Whether token `k` is a number, a month, or a capitalised word that does not open the sentence."""
    if k < 0 or tokens[k].kind != "w":
        return k >= 0 and tokens[k].kind == "n"
    return tokens[k].lower in _MONTHS or (k > 0 and tokens[k].text[0].isupper() and not tokens[k + 1].glued)


def _is_measured(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a currency sign stands before the digits, or behind them a sign, or a word that may be a noun or unit."""
    if first and tokens[first - 1].kind == "m":
        return True
    if last >= len(tokens):
        return False
    after = tokens[last]
    return after.text == "%" or after.kind == "m" or (after.text.islower() and after.lower not in _NOT_COUNTED)


def _is_group(tokens: Sequence[Token], k: int) -> bool:
    token = tokens[k]
    return (
        token.kind == "n"
        and len(token.text) == _GROUP
        and token.text.isdecimal()
        and token.start - tokens[k - 1].end == 1
    )


def quotient(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "1/16 of a pint", "1\u204432", "3/4 mile"; a stroke in "24/7" and "2018/19" makes no fraction."""
    if i + 2 >= len(tokens) or tokens[i + 1].text not in _STROKES or tokens[i + 2].kind != "n":
        return None
    above, below = tokens[i].text, tokens[i + 2].text
    if not (tokens[i + 1].glued and tokens[i + 2].glued and above.isdecimal() and below.isdecimal()):
        return None
    if len(below) > _GROUP + 1 or not 0 < int(above) < int(below) <= _LARGEST_DENOMINATOR:
        return None
    behind = word_at(tokens, i + 3)
    surely = tokens[i + 1].text != "/" or behind == "of" or (int(below) in _COMMON_DENOMINATORS and behind.isalpha())
    if not surely or behind in _STROKES or (i and tokens[i - 1].text in _STROKES):
        return None
    return numeral_over(tokens, i, i + 3, in_words(int(above) / int(below)), "fraction")


def power_of_ten(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "4.27\u00d710^18", "6 x 10\u207b\u00b3": the mantissa with its power of ten as scale."""
    if word_at(tokens, i + 1) not in TIMES_SIGNS or word_at(tokens, i + 2) != "10":
        return None
    exponent, last = _exponent(tokens, i + 3)
    if not exponent or abs(exponent) > _LARGEST_EXPONENT:
        return None
    low, high = (of_digits(tokens[i].text)[0][k] * 10.0**exponent for k in (1, 2))
    value = of_digits(tokens[i].text)[0].value * 10.0**exponent
    return numeral_over(tokens, i, last, Written(value, low, high), "digits", digits=tokens[i].text, scale=10)


def _exponent(tokens: Sequence[Token], k: int) -> tuple[int, int]:
    """The exponent whose sign or caret is token `k`, and the token after it; 0 where none stands there."""
    raised, last = "", k
    while last < len(tokens) and tokens[last].glued and tokens[last].text in _SUPERSCRIPTS:
        raised += _SUPERSCRIPTS[tokens[last].text]
        last += 1
    if not raised:
        last = k + 1 if word_at(tokens, k) == "^" else k
        negative = word_at(tokens, last) in MINUS_SIGNS
        last += negative
        if last == k or last >= len(tokens) or tokens[last].kind != "n" or not tokens[last].glued:
            return 0, k
        raised, last = ("-" if negative else "") + tokens[last].text, last + 1
    digits = raised.removeprefix("-")
    return (int(raised), last) if digits.isdecimal() and len(digits) <= 2 else (0, k)
