"""Keys for conversion: "one tonne is 7.3 barrels", "a pound weighs 454 grams", "2.2 pounds in a kilogram".

Belongs here: where the unit that is converted stands, and the verb that equates it. Does not: whether an amount beside
them is a figure (`screening`, `dispositions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.nouns import STOP
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.units import unit_after
from pipeline.vocabulary.language import words

EQUATING = words("conversion", "equating")
"""Verbs, and the sign, between the two sides of a key."""
_EQUAL = words("conversion", "equal")
_ONES = frozenset({"one", "a", "an", "1"})
_BEFORE_KEY = frozenset({"", "(", "[", ";", ":", ",", "and", ")", "that", "where", "as", "."})
_LONGEST_UNIT = 6
_DENSE = frozenset({"mass", "volume", "energy"})
"""Kinds that a thing has at once: a tonne of oil, its barrels, its heat. A hectare and its tonnes are a yield."""


def equated(tokens: Sequence[Token], first: int) -> int | None:
    """The token behind the verb that equates the unit at token `first`, "tonne of oil is"; null where none does."""
    unit = unit_after(tokens, first)
    if unit is None or unit[0].kind in ("ratio", "points"):
        return None
    k = unit[1]
    if word_at(tokens, k) == "of" and word_at(tokens, k + 1) not in STOP:
        # "a bushel of wheat weighs", "a tonne of crude oil is"
        k = next((i for i in (k + 2, k + 3) if word_at(tokens, i) in EQUATING), k)
    if word_at(tokens, k) not in EQUATING:
        return None
    k += 1
    return k + 2 if word_at(tokens, k) in _EQUAL and word_at(tokens, k + 1) == "to" else k


def one_side(tokens: Sequence[Token], begin: int, kind: str) -> int | None:
    """The token of the "one" or "a" whose unit is equated with the amount of a `kind` that begins at token `begin`."""
    for i in range(begin - 2, max(-1, begin - 2 - _LONGEST_UNIT), -1):
        if word_at(tokens, i) in _ONES and word_at(tokens, i - 1) in _BEFORE_KEY:
            unit = unit_after(tokens, i + 1)
            alike = unit is not None and (unit[0].kind == kind or {unit[0].kind, kind} <= _DENSE)
            return i if alike and equated(tokens, i + 1) == begin else None
    return None


def is_told_by_one(tokens: Sequence[Token], last: int) -> bool:
    """As in "there are 2.2 pounds | in a kilogram": the amount that ends at token `last` is what one other unit has."""
    if word_at(tokens, last) not in ("in", "to") or word_at(tokens, last + 1) not in _ONES | {"the", "each", "every"}:
        return False
    unit = unit_after(tokens, last + 2)
    return unit is not None and unit[0].kind not in ("ratio", "points", "time") and _ends(tokens, unit[1])


def _ends(tokens: Sequence[Token], last: int) -> bool:
    return not word_at(tokens, last).isalpha() or word_at(tokens, last) in ("and", "but", "so")
