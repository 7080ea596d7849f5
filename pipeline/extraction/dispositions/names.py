"""Numbers that a name is made with, or that class a thing: "No. 2", "G20", "Line 4", "three-bedroom", "third".

Belongs here: numerals that tell which, what kind, or what score. Does not: those that only identify (`codes`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Rule, Verdict, first_verdict, verdict
from pipeline.extraction.nouns import is_plural
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.extraction.units import UNIT_WORDS
from pipeline.vocabulary.currencies import currency_codes, currency_symbols
from pipeline.vocabulary.language import calendar, words

_SPANS = calendar().spans
_STARTS_OF_UNITS = UNIT_WORDS | {"%", "million", "billion"}
_NUMBER_SIGNS = frozenset({"no", "number", "nos", "#"})
_NUMBERED = words("names", "numbered")
_LONGEST_NUMBER = 4
_PLANS = frozenset({"plan", "plans", "program", "programme"})
# Letters behind digits that are no part of a name: "30M", "5GW".
_SCALES_AND_SYMBOLS = frozenset({"M", "B", "K", "MW", "GW", "KM", "KG"})
_ATTRIBUTES = words("names", "attributes")
_BEFORE_SCORE = frozenset({"won", "lost", "beat", "drew", "beaten"})
_AFTER_SCORE = frozenset({"win", "victory", "defeat", "loss", "draw", "at", "home", "away"})
_HIGHEST_SCORE = 200


def ordinal(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:  # noqa: ARG001 - a rule like the others
    """As in "first", "11th", "third-biggest"; the fraction "a third" has another form."""
    return verdict(numeral, "ordinal", "place in an order")


def name_of_a_plan(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "five-year plan"."""
    j = numeral.last
    if joins(tokens, j) and word_at(tokens, j + 1) == "year" and word_at(tokens, j + 2) in _PLANS:
        return verdict(numeral, "name", "name of a plan", j + 3)
    return None


def name(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """Digits inside names: "Longhu No. 2", "G20", "5G", "Type 3B", "Boeing-737", "Line 4"."""
    return None if numeral.scaled else first_verdict(_NAMES, tokens, numeral)


def make_of_a_thing(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "three-bedroom house", "four-cylinder engine", "two-storey": a make, not an amount of a place."""
    j = numeral.last
    if not joins(tokens, j) or tokens[j + 1].kind != "w":
        return None
    word = tokens[j + 1].lower
    if word in UNIT_WORDS or word in _SPANS or word in _ATTRIBUTES or is_plural(word):
        return None
    return verdict(numeral, "specification", "size or make of a thing", quantity=True)


def score_of_a_match(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "lost 4-0", "a 34-27 win"."""
    i, j = numeral.first, numeral.last
    if joins(tokens, j):
        first, last = i, j + 1
    elif joins(tokens, i - 1):
        first, last = i - 2, i
    else:
        return None
    if not _is_score(tokens[first]) or not _is_score(tokens[last]):
        return None
    if word_at(tokens, first - 1) in _BEFORE_SCORE or word_at(tokens, last + 1) in _AFTER_SCORE:
        return verdict(numeral, "other", "score of a match")
    return None


def _is_score(token: Token) -> bool:
    return token.kind == "n" and len(token.text) <= 3 and token.text.isdigit() and int(token.text) <= _HIGHEST_SCORE


def _after_number_sign(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    i = numeral.first
    stopped = word_at(tokens, i - 1) == "." and tokens[i - 1].glued and word_at(tokens, i - 2) in ("no", "nos")
    signed = word_at(tokens, i - 1) in _NUMBER_SIGNS and word_at(tokens, numeral.last) not in _STARTS_OF_UNITS
    return verdict(numeral, "name", "number within a name") if stopped or signed else None


def _glued_to_letters(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "G20", but not in "RMB20"."""
    i = numeral.first
    if not i or not tokens[i].glued or tokens[i - 1].kind != "w":
        return None
    letters = tokens[i - 1].text
    is_money = letters in currency_codes() or (len(letters) > 1 and letters in currency_symbols())
    return None if is_money else verdict(numeral, "name", "digits within a name or code")


def _hyphened_to_capital(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Boeing-737", but not in "Output-5 million tonnes"."""
    i = numeral.first
    if not joins(tokens, i - 1) or word_at(tokens, numeral.last) in _STARTS_OF_UNITS:
        return None
    before = tokens[i - 2]
    capitalised = before.kind == "w" and before.text[0].isupper()
    return verdict(numeral, "name", "digits within a name or code") if capitalised else None


def _before_capitals(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "5G", "3B"."""
    if numeral.last >= len(tokens):
        return None
    after = tokens[numeral.last]
    capitals = after.kind == "w" and after.glued and len(after.text) <= 2 and after.text.isupper()
    if capitals and after.text not in _SCALES_AND_SYMBOLS:
        return verdict(numeral, "name", "digits within a name or code")
    return None


def _numbered(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Line 4", "Nasdaq 100"."""
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None or before.lower not in _NUMBERED or len(numeral.digits) > _LONGEST_NUMBER:
        return None
    return verdict(numeral, "name", "number within a name") if before.text[0].isupper() else None


def _town_block(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "2-chome" of a Japanese address."""
    if joins(tokens, numeral.last) and word_at(tokens, numeral.last + 1) == "chome":
        return verdict(numeral, "name", "number within a name")
    return None


_NAMES: tuple[Rule, ...] = (
    _after_number_sign,
    _glued_to_letters,
    _hyphened_to_capital,
    _before_capitals,
    _numbered,
    _town_block,
)
