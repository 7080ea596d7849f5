"""Hedges: the words around a number that bound or widen it, and the interval that follows.

Belongs here: comparators and their intervals. Does not: which way a thing moved (`directions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from pipeline.extraction.model import Comparator
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import hedges

_TABLE = hedges()
_BEFORE: PhraseTable[str] = PhraseTable({" ".join(words): name for words, name in _TABLE.before.items()})
_AFTER: PhraseTable[str] = PhraseTable({" ".join(words): name for words, name in _TABLE.after.items()})
_NEUTRAL: PhraseTable[bool] = PhraseTable(dict.fromkeys((" ".join(words) for words in _TABLE.neutral), True))

# "rose above 50" and "over the past" are hedges only right before the number, which is where they are looked for.


def hedge_before(tokens: Sequence[Token], first: int) -> tuple[Comparator | None, int]:
    """The comparator of the words that end right before token `first`, and the first token of those words.

    Neutral words ("only", "a further") are passed over on both sides of the hedge; None where no hedge stands.
    """
    begin = _over_neutral(tokens, first)
    found = _BEFORE.ending_at(tokens, begin - 1)
    if found is None:
        return None, begin
    name, start = found
    return cast(Comparator, name), _over_neutral(tokens, start)


def hedge_after(tokens: Sequence[Token], last: int) -> tuple[Comparator | None, int]:
    """The comparator of the words that start at token `last`, and the token after them."""
    found = _AFTER.starting_at(tokens, last)
    if found is None:
        return None, last
    if found[0] == "at_least" and tokens[last].lower == "plus" and not tokens[last].glued:
        return None, last
    return cast(Comparator, found[0]), found[1]


def interval(value: float, low: float, high: float, comparator: Comparator) -> tuple[float | None, float | None]:
    """The interval that hedge and precision allow. `low` and `high` are those of the written precision.

    A bound is the number as written, without its rounding; the other side stays open, whatever the tone suggests.
    """
    if comparator in ("more_than", "at_least"):
        return value, None
    if comparator in ("less_than", "at_most", "nearly"):
        return None, value
    if comparator == "about":
        width = abs(value) * _TABLE.about_width
        return min(low, value - width), max(high, value + width)
    return low, high


def _over_neutral(tokens: Sequence[Token], first: int) -> int:
    while first > 0:
        found = _NEUTRAL.ending_at(tokens, first - 1)
        if found is None:
            return first
        first = found[1]
    return first
