"""Turns: where in a sentence its topic changes, and how surely.

Belongs here: the values that the other modules make and ask. Does not: telling turns from mere names (`weight`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import field
from enum import IntEnum
from operator import attrgetter

from pipeline.extraction.entities import Entity
from pipeline.extraction.mentions import Mention
from pipeline.extraction.values import frozen

_AT = attrgetter("at")


class Weight(IntEnum):
    """What a mention means for the topic of its sentence."""

    NONE = 0
    """Nothing, as "Chinese" in "Chinese steel"."""
    ASIDE = 1
    """It is named beside the topic: what that is far from, compared with, part of."""
    PLACE = 2
    """Where something is, or what it is of."""
    SUBJECT = 3
    """The grammatical subject of its clause."""


@frozen
class Turn:
    """From token `at` on the sentence is about `entity`; `listed` are the places of a list that is one subject."""

    at: int
    entity: Entity
    weight: Weight
    mention: Mention
    listed: tuple[Entity, ...] = ()

    @property
    def is_topic(self) -> bool:
        """Whether what follows is about it, not only said beside it."""
        return self.weight >= Weight.PLACE


@frozen
class Topics:
    """The turns of one sentence in order, what it was about before them, and its sources, each with its first token."""

    turns: Sequence[Turn] = ()
    inherited: Entity | None = None
    sources: Sequence[tuple[int, str]] = ()
    _topics: Sequence[Turn] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Tells the topics from what is only said beside them."""
        object.__setattr__(self, "_topics", [turn for turn in self.turns if turn.is_topic])

    def before(self, i: int) -> Turn | None:
        """The last topic named before token `i`."""
        at = bisect_left(self._topics, i, key=_AT)
        return self._topics[at - 1] if at else None

    def latest(self, i: int) -> Turn | None:
        """The last turn before token `i`, be it a topic or an aside."""
        at = bisect_left(self.turns, i, key=_AT)
        return self.turns[at - 1] if at else None

    def between(self, first: int, stop: int) -> Sequence[Turn]:
        """The turns from token `first` on and before token `stop`."""
        if not self.turns:
            return self.turns
        begin = bisect_left(self.turns, first, key=_AT)
        return self.turns[begin : bisect_left(self.turns, stop, lo=begin, key=_AT)]
