"""Homonyms: which of several places of one name is meant, where the sentence names what holds it right beside it.

Belongs here: "Yulin in Guangxi", "Birmingham, Alabama". Does not: what the rest of the text tells
(`topics.resolution`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.entities import Entity, is_within
from pipeline.extraction.mentions.mention import Mention

_BESIDE = 2
"""So many tokens at most part a place from the name of what holds it: ", in"."""


def told_apart(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence, in which a name means the place that the name beside it holds."""
    return [_told(mentions, number) if mention.rivals else mention for number, mention in enumerate(mentions)]


def _told(mentions: Sequence[Mention], number: int) -> Mention:
    mention = mentions[number]
    beside = list(_beside(mentions, number))
    candidates = (mention.entity, *mention.rivals)
    held = (one for one in candidates if one is not None and any(_holds(holder, one) for holder in beside))
    told = next(held, None)
    return mention if told is None else replace(mention, entity=told, rivals=())


def _holds(holder: Entity, candidate: Entity) -> bool:
    return candidate.place_id != holder.place_id and is_within(candidate, holder)


def _beside(mentions: Sequence[Mention], number: int) -> Iterator[Entity]:
    """The places named right behind a mention, and right before it with "'s"."""
    mention = mentions[number]
    if number + 1 < len(mentions):
        behind = mentions[number + 1]
        if behind.kind == "name" and behind.entity is not None and behind.first - mention.last <= _BESIDE:
            yield behind.entity
    if number:
        before = mentions[number - 1]
        if before.possessive and before.entity is not None and before.last == mention.first:
            yield before.entity
