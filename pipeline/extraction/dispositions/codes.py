"""Numbers that only tell one thing from another: list markers, telephone numbers, codes, references, house numbers.

Belongs here: digits that identify. Does not: numbers that a name is made with (`names`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Rule, Verdict, verdict
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.registry import where_said
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.vocabulary.language import words

_REFERENCES = words("codes", "references")
_STREETS = words("codes", "streets")
_STREET_ENDINGS = ("strasse", "straße")
_CALLS = frozenset({"call", "phone", "tel"})
_LEADING_STREETS = frozenset({"rue", "avenue", "ave", "via", "calle", "rua"})
_ABBREVIATED = words("codes", "abbreviated")
_LONGEST_OF_PAIR = 3
_POSTCODES = frozenset({"zip", "postcode", "postal"})
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SHORTEST_CODE_IN_BRACKETS = 5
_LONGEST_HOUSE, _LONGEST_STREET = 5, 6
_GROUPS_OF_TELEPHONE = 3
_YEAR = re.compile(r"[12][0-9]([0-9]{2})")
_LONGEST_BRACKET = 12
_DIGITS_OF_SHORT_YEAR = 2
_LONGEST_SPAN = 40


def overlong(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:  # noqa: ARG001 - a rule like the others
    """More digits than anybody measures."""
    return verdict(numeral, "identifier", "more digits than a measured number has")


@where_said([".", ")"])
def list_marker(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "1. General", "(2) ..." at the head of a line, "products: 1) coal; 2) glass" within one."""
    if len(numeral.digits) > 2 or numeral.scaled:
        return None
    i = numeral.first
    after = word_at(tokens, i + 1)
    bare = i == 0 and after in (".", ")") and tokens[1].glued and (len(tokens) == i + 2 or not tokens[2].glued)
    opened = i == 1 or (i > 1 and tokens[i - 2].text in (":", ";"))
    # "Notes: (1) prices are ...": what the item says follows.
    bracketed = opened and tokens[i - 1].text == "(" and after == ")" and len(tokens) > i + 2
    if bare or bracketed:
        return verdict(numeral, "list_marker", "number of an item at the head of a line")
    # "crops sown: 1) rye; 2) barley"
    inline = word_at(tokens, i - 1) in (":", ";") and after == ")" and tokens[i + 1].glued
    inline = inline and all(token.text != "(" for token in tokens[max(0, i - _LONGEST_BRACKET) : i])
    return verdict(numeral, "list_marker", "number of an item in a list") if inline else None


@where_said(_REFERENCES)
def _reference(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    before = word_at(tokens, numeral.first - 1)
    return verdict(numeral, "identifier", f"number of a {before}") if before in _REFERENCES else None


@where_said(JOINERS | {"/"})
def _second_year(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the 1904-05 war", "the season 2019/20": the end of a span of two years."""
    i = numeral.first
    joined = joins(tokens, i - 1) or (
        word_at(tokens, i - 1) == "/" and i > 1 and tokens[i].glued and tokens[i - 1].glued
    )
    if len(numeral.digits) != _DIGITS_OF_SHORT_YEAR or not joined or joins(tokens, numeral.last):
        return None
    before = tokens[i - 2].text
    if (
        len(before) != len("1904")
        or not (before.isdecimal() and numeral.digits.isdecimal())
        or not 0 < int(numeral.digits) - int(before[2:]) <= _LONGEST_SPAN
    ):
        return None
    return verdict(numeral, "date", "second of two years") if before[0] in "12" else None


@where_said(["."])
def _in_volume(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Vol. 3", "Fig. 2", "pp. 34"."""
    i = numeral.first
    known = word_at(tokens, i - 1) == "." and tokens[i - 1].glued and word_at(tokens, i - 2) in _ABBREVIATED
    return verdict(numeral, "identifier", "number of a part of a book") if known else None


@where_said(["/"])
def _on_stroke(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "24/7", "50/50", "9/11": two numbers with a stroke that make no fraction."""
    for stroke, other in ((numeral.last, numeral.last + 1), (numeral.first - 1, numeral.first - 2)):
        if word_at(tokens, stroke) != "/" or not 0 <= other < len(tokens) or tokens[other].kind != "n":
            continue
        longest = max(len(numeral.digits), len(tokens[other].text))
        if tokens[stroke].glued and tokens[stroke + 1].glued and longest <= _LONGEST_OF_PAIR:
            return verdict(numeral, "idiom", "two numbers with a stroke")
    return None


def _telephone(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    digits = numeral.digits
    if not _leads_with_zero(digits) and len(digits) not in (3, 4):
        return None
    groups = _groups_around(tokens, numeral.first)
    called = digits[0] == "0" or word_at(tokens, numeral.first - 1) in _CALLS
    if groups >= _GROUPS_OF_TELEPHONE or (groups == 2 and called):
        return verdict(numeral, "identifier", "part of a telephone number")
    return None


def _leading_zero(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:  # noqa: ARG001 - a rule like the others
    if _leads_with_zero(numeral.digits):
        return verdict(numeral, "identifier", "code with a leading zero")
    return None


@where_said(["("])
def _in_brackets(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    bracketed = word_at(tokens, numeral.first - 1) == "(" and word_at(tokens, numeral.last) == ")"
    if bracketed and len(numeral.digits) >= _SHORTEST_CODE_IN_BRACKETS and "," not in numeral.digits:
        return verdict(numeral, "identifier", "code in brackets")
    return None


def _house(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "14 Heping Road", "9 E 71st St", "16-18 High Street": the capitalised words after it name a street."""
    if "," in numeral.digits or len(numeral.digits) > _LONGEST_HOUSE:
        return None
    k = numeral.last
    if joins(tokens, k) and tokens[k + 1].kind == "n":
        k += 2
    first = k
    while k < len(tokens) and k - first < _LONGEST_STREET and _names_street(tokens[k]):
        word = tokens[k].lower
        if word in (_STREETS if k > first else _LEADING_STREETS) or word.endswith(_STREET_ENDINGS):
            return verdict(numeral, "identifier", "number of a house")
        k += 1
    return None


def _names_street(token: Token) -> bool:
    return (token.kind == "w" and (token.text[0].isupper() or token.lower in _ORDINAL_ENDINGS)) or token.kind == "n"


@where_said(_POSTCODES)
def _postcode(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the 60614 ZIP code", "postcode 2000"."""
    around = (word_at(tokens, numeral.last), word_at(tokens, numeral.first - 1))
    return None if _POSTCODES.isdisjoint(around) else verdict(numeral, "identifier", "postal code")


def _leads_with_zero(digits: str) -> bool:
    return len(digits) > 1 and digits[0] == "0" and "," not in digits


def _groups_around(tokens: Sequence[Token], i: int) -> int:
    """How many digit groups stand together around token `i`; no more are looked for than a telephone number needs."""
    return 1 + _groups_beyond(tokens, i, -1) + _groups_beyond(tokens, i, 1)


def _groups_beyond(tokens: Sequence[Token], i: int, step: int) -> int:
    """How many digit groups follow token `i` in the direction `step`, joined by a hyphen or by one space."""
    count = 0
    while count < _GROUPS_OF_TELEPHONE - 1:
        k = i + step
        if joins(tokens, k):
            k += step
        elif not _one_space_apart(tokens, min(i, k), max(i, k)):
            break
        if tokens[k].kind != "n":
            break
        count, i = count + 1, k
    return count


def _one_space_apart(tokens: Sequence[Token], left: int, right: int) -> bool:
    return left >= 0 and right < len(tokens) and tokens[right].start - tokens[left].end <= 1


REFERENCES: tuple[Rule, ...] = (_reference,)
"""As in "section 3.2": what a number with a point can identify."""
CODES: tuple[Rule, ...] = (
    *REFERENCES,
    _in_volume,
    _on_stroke,
    _second_year,
    _telephone,
    _leading_zero,
    _in_brackets,
    _postcode,
    _house,
)
"""Telephone numbers, codes, addresses, references: "0999 555 0148", "(700123)", "section 7", "Suite 1204"."""
