"""Hedges: the words around a number that bound or widen it, and the interval that follows.

Belongs here: comparators and their intervals. Does not: the hedges themselves (`data/hedges.toml`), which way a thing
moved (`cues`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from pipeline.extraction.model import Comparator
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import Words, changes, hedges, words

_HEDGES = hedges()


def _comparators(phrases: Mapping[Words, str]) -> PhraseTable[Comparator]:
    return PhraseTable({" ".join(phrase): cast("Comparator", name) for phrase, name in phrases.items()})


_BEFORE = _comparators(_HEDGES.before)
_AFTER = _comparators(_HEDGES.after)
_GLUED_HEDGES = frozenset({"plus", "+"})
_NEUTRAL = PhraseTable({" ".join(phrase): None for phrase in _HEDGES.neutral})
_GOING_UP = words("hedges", "going_up")
_CLIMBING = (
    _GOING_UP
    | words("hedges", "coming_back")
    | {form[0] for form, way in changes().verbs.items() if way == "up" and len(form) == 1}
)


def hedge_before(tokens: Sequence[Token], first: int) -> tuple[Comparator | None, int]:
    """The comparator of the words that end right before token `first`, and the first token of those words.

    Neutral words ("only", "a further") are passed over on both sides of the hedge; null where no hedge stands.
    """
    begin = _over_neutral(tokens, first)
    # "Even" is neutral, but not in "not even".
    found = _BEFORE.ending_at(tokens, first - 1) or _BEFORE.ending_at(tokens, begin - 1)
    if found is None or _leads_to_level(tokens, found[1]):
        return None, begin
    return found[0], _over_neutral(tokens, found[1])


def _leads_to_level(tokens: Sequence[Token], i: int) -> bool:
    """As in "edged up to", "climbed back up to": "up" is of the verb, and "to" leads to where that went."""
    if tokens[i].lower != "up":
        return False
    back = word_at(tokens, i - 1) == "back"
    return word_at(tokens, i - 2) in _CLIMBING if back else word_at(tokens, i - 1) in _GOING_UP


def hedge_after(tokens: Sequence[Token], last: int) -> tuple[Comparator | None, int]:
    """The comparator of the words that start at token `last`, and the token after them; null where no hedge stands."""
    found = _AFTER.starting_at(tokens, last)
    if found is None or (tokens[last].lower in _GLUED_HEDGES and not _bounds(tokens, last)):
        return None, last
    # The hedge of "20 clubs get at least £3m" is that of the money.
    behind = tokens[found[1]].kind if found[1] < len(tokens) else ""
    return (None, last) if behind in ("n", "m") else found


def _bounds(tokens: Sequence[Token], last: int) -> bool:
    """Whether a sign or "plus" at token `last` is glued to the number: "60plus", "100+"; not "60 plus tax", "5+3"."""
    added = last + 1 < len(tokens) and tokens[last + 1].kind == "n"
    return tokens[last].glued and not (added and tokens[last + 1].glued)


def interval(value: float, low: float, high: float, comparator: Comparator) -> tuple[float | None, float | None]:
    """The interval that hedge and precision allow. `low` and `high` are those of the written precision.

    A bound is the number as written, without its rounding; the other side stays open, whatever the tone suggests.
    """
    if comparator in ("more_than", "at_least"):
        return value, None
    if comparator in ("less_than", "at_most", "nearly"):
        return None, value
    if comparator == "about":
        width = abs(value) * _HEDGES.about_width
        return min(low, value - width), max(high, value + width)
    return low, high


def _over_neutral(tokens: Sequence[Token], first: int) -> int:
    while (found := _NEUTRAL.ending_at(tokens, first - 1)) is not None:
        first = found[1]
    return first
