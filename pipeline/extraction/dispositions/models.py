"""Models: digits that a name is made with, glued to letters or beside a capital: "G20", "iPhone 11", "737 jets".

Belongs here: rules that tell such a name by its letters. Does not: names told by a noun before the number (`names`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Rule, Verdict, first_verdict, verdict
from pipeline.extraction.mentions.capitals import surface
from pipeline.extraction.nouns import STOP, counted_noun, is_plural
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.extraction.units import UNIT_WORDS, currency_before, unit_after
from pipeline.vocabulary.language import calendar, numerals, words
from pipeline.vocabulary.places import place_names

STARTS_OF_UNITS = UNIT_WORDS | {"%", "million", "billion"}
"""Words that a unit or scale begins with: what stands before them is an amount."""
LONGEST_NUMBER = 4
"""So many digits at most has the number in a name."""

_BEFORE_PLACE = frozenset({"in", "at", "from", "those", "that", "of"})
# Letters behind digits that are a scale and no part of a name: "30M".
_SCALES = frozenset({"M", "B", "K"})
_OPENERS_OF_COUNTS = words("models", "openers_of_counts")
_PREDICATES = words("models", "predicates")
_BEHIND_AMOUNTS = frozenset({"%", "+", "\u00b0"})
_PARTING = frozenset({",", ";", "and", "but", "while"})
_LONGEST_TELLING = 30
"""So many tokens back the place before may have its number."""
_CARDINALS = frozenset(numerals().cardinals)


def is_counted(tokens: Sequence[Token], last: int) -> bool:
    """Whether a unit, a sign of per cent, or a noun in the plural begins at token `last`."""
    if last >= len(tokens):
        return False
    noun = counted_noun(tokens, last)
    return unit_after(tokens, last) is not None or (noun is not None and tokens[last].text.islower())


def _glued_to_letters(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "G20", but not in "RMB20"."""
    i = numeral.first
    if not i or not tokens[i].glued or tokens[i - 1].kind != "w":
        return None
    currency = currency_before(tokens, i)
    # "R20 films" are no price, "R7,400" is one.
    is_money = currency is not None and (len(tokens[i - 1].text) > 1 or not numeral.digits.isdecimal())
    return None if is_money else verdict(numeral, "name", "digits within a name or code")


def _hyphened_to_capital(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Boeing-737", "COVID -19", "last-32", but not in "Output-5 million tonnes", "sub-7 nanometre"."""
    i = numeral.first
    if i < 2 or word_at(tokens, i - 1) not in HYPHENS or not tokens[i].glued:
        return None
    before = tokens[i - 2]
    if before.kind != "w" or unit_after(tokens, numeral.last) is not None:
        return None
    if word_at(tokens, numeral.last) in STARTS_OF_UNITS or before.lower == "minus":
        return None
    joined = tokens[i - 1].glued and (before.text[0].isupper() or before.lower == "last")
    acronym = before.text.isupper() and len(before.text) > 1
    return verdict(numeral, "name", "digits within a name or code") if joined or acronym else None


def _variant(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in the 800 of "Boeing 737-800"."""
    i = numeral.first
    model = i > 2 and joins(tokens, i - 1) and tokens[i - 2].kind == "n" and tokens[i - 3].kind == "w"
    named = model and tokens[i - 3].text[0].isupper() and tokens[i - 3].lower not in _OPENERS_OF_COUNTS
    if not named or tokens[i - 3].lower in calendar().months or is_counted(tokens, numeral.last):
        return None
    return verdict(numeral, "name", "digits within a name or code")


def _before_letters(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the 49ers", "in their 40s": letters that are no unit, glued to digits."""
    if numeral.last >= len(tokens) or not tokens[numeral.last].glued or tokens[numeral.last].kind != "w":
        return None
    letters = tokens[numeral.last].text
    if not letters.islower() or letters == "x" or not numeral.digits.isdecimal():
        return None
    if letters == "s":
        return verdict(numeral, "age", "decade of life, or of a scale")
    return None if unit_after(tokens, numeral.last) else verdict(numeral, "name", "digits within a name or code")


def _before_capitals(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "5G", "3B"."""
    if numeral.last >= len(tokens):
        return None
    after = tokens[numeral.last]
    capitals = after.kind == "w" and after.glued and len(after.text) <= 2 and after.text.isupper()
    if not capitals or after.text in _SCALES or not numeral.digits.isdecimal():
        return None
    if unit_after(tokens, numeral.last) is not None:
        return None
    return verdict(numeral, "name", "digits within a name or code")


def _after_capitalised(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the Big 12", "iPhone 11 Pro", "Game 7": a short bare number behind a name, which counts nothing."""
    i = numeral.first
    if i < 1 or len(numeral.digits) > LONGEST_NUMBER or not numeral.digits.isdecimal() or tokens[i].glued:
        return None
    before = tokens[i - 1]
    if before.kind != "w" or before.text.islower() or before.lower in _OPENERS_OF_COUNTS:
        return None
    opens_sentence = i == 1 and before.text[0].isupper()
    # "It has 14 mines, and Weifang 3" leaves the verb out.
    elliptic = word_at(tokens, i - 2) in ("and", "but", "while") and word_at(tokens, i - 3) == ","
    elliptic = elliptic or _tells_of_next_place(tokens, i)
    if _is_mixed(before.text) and unit_after(tokens, numeral.last) is None:
        return verdict(numeral, "name", "number within a name")
    if opens_sentence or elliptic or currency_before(tokens, i) is not None or is_counted(tokens, numeral.last):
        return None
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    if after is not None and (after.lower in _PREDICATES or after.text in _BEHIND_AMOUNTS or after.kind == "m"):
        return None
    return verdict(numeral, "name", "number within a name")


def _is_mixed(word: str) -> bool:
    """As in "iPhone": capitals behind the first letter, though not throughout; not "McLaren"."""
    return (
        not word.startswith(("Mc", "Mac", "De", "La", "O'"))
        and not word.isupper()
        and not word[1:].islower()
        and any(letter.isupper() for letter in word[1:])
    )


def _before_capitalised(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "its 787 Dreamliner", "11 Pro Max": a model, where no plural or unit is counted; not "14 Germans"."""
    last = numeral.last
    if last >= len(tokens) or tokens[last].kind != "w" or not numeral.digits.isdecimal():
        return None
    after = tokens[last]
    titled = after.text[0].isupper() and after.text[1:].islower() and after.lower not in STOP
    if not titled or tokens[last].glued or is_plural(after.lower) or unit_after(tokens, last) is not None:
        return None
    if counted_noun(tokens, last) is not None or currency_before(tokens, numeral.first) is not None:
        return None
    return verdict(numeral, "name", "number within a name")


def _tells_of_next_place(tokens: Sequence[Token], i: int) -> bool:
    """As in "Huainan has 14 mines, Datong 3": the places are parted like what is told of them."""
    k = i - 2
    while word_at(tokens, k) in _BEFORE_PLACE:
        k -= 1
    if word_at(tokens, k) not in _PARTING or not place_names().get(surface(tokens, i - 1, i)):
        return False
    return any(token.kind == "n" for token in tokens[max(0, i - _LONGEST_TELLING) : k])


def _in_noun_phrase(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "two new 737 jets": what another number counts already has this one in its name."""
    i = numeral.first
    if i < 2 or not numeral.digits.isdecimal() or len(numeral.digits) > LONGEST_NUMBER:
        return None
    between = tokens[i - 1]
    counting = tokens[i - 2].kind == "n" or tokens[i - 2].lower in _CARDINALS
    adjective = between.kind == "w" and between.text.islower() and between.lower not in STOP
    if not counting or not adjective or is_plural(between.lower):
        return None
    if unit_after(tokens, i - 1) is not None or unit_after(tokens, numeral.last) is not None:
        return None
    return verdict(numeral, "name", "number within a name")


def _glued_before(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """Digits with something right before them."""
    return first_verdict(_BEHIND_LETTERS, tokens, numeral) if tokens[numeral.first].glued else None


def _glued_behind(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """Digits with something right behind them."""
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    return first_verdict(_BEFORE_LETTERS, tokens, numeral) if after is not None and after.glued else None


_BEHIND_LETTERS: tuple[Rule, ...] = (_glued_to_letters, _hyphened_to_capital, _variant)
_BEFORE_LETTERS: tuple[Rule, ...] = (_before_letters, _before_capitals)
GLUED: tuple[Rule, ...] = (_glued_before, _glued_behind)
"""Digits glued to letters, or joined to them."""
BESIDE: tuple[Rule, ...] = (_after_capitalised, _before_capitalised, _in_noun_phrase)
"""Digits that stand by themselves beside a name."""
