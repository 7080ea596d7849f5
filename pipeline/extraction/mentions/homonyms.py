"""Homonyms: which of several places of one name is meant, where the sentence names what holds it right beside it.

Belongs here: "Yulin in Guangxi", "Birmingham, Alabama", "Newcastle, the Australian port". Does not: what the rest of
the text tells (`topics.resolution`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.entities import Entity, is_within
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.tokens import Token, word_at

_ARTICLES = frozenset({"a", "an", "the", "once"})
_LONGEST = 12
_LONGEST_NOUN = 3
_BESIDE = 2
"""So many tokens at most part a place from the name of what holds it: ", in"."""


def told_apart(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence, in which a name means the place that the name beside it holds."""
    return [_told(tokens, mentions, number) if mention.rivals else mention for number, mention in enumerate(mentions)]


def _told(tokens: Sequence[Token], mentions: Sequence[Mention], number: int) -> Mention:
    mention = mentions[number]
    beside = [*_beside(tokens, mentions, number), *_in_apposition(tokens, mentions, number)]
    candidates = (mention.entity, *mention.rivals)
    held = (one for one in candidates if one is not None and any(_holds(holder, one) for holder in beside))
    told = next(held, None)
    return mention if told is None else replace(mention, entity=told, rivals=())


def _holds(holder: Entity, candidate: Entity) -> bool:
    if candidate.place_id == holder.place_id:
        return False
    # Of some countries the vocabulary knows no more than that a city lies there.
    unparted = holder.place_kind == "province" and candidate.parent == candidate.country == holder.country
    return is_within(candidate, holder) or (unparted and holder.country is not None)


def _in_apposition(tokens: Sequence[Token], mentions: Sequence[Mention], number: int) -> Iterator[Entity]:
    """As in "Newcastle, the Australian coal port, loaded", "London, a city in southwestern Ontario, has"."""
    first = mentions[number].last
    if word_at(tokens, first) != "," or word_at(tokens, first + 1) not in _ARTICLES:
        return
    stop = next((k for k in range(first + 1, min(len(tokens), first + _LONGEST)) if tokens[k].text == ","), first)
    for mention in mentions[number + 1 :]:
        if mention.last > stop:
            return
        if mention.kind in ("name", "adjective") and mention.entity is not None:
            yield mention.entity


def _beside(tokens: Sequence[Token], mentions: Sequence[Mention], number: int) -> Iterator[Entity]:
    """The places named right behind a mention, and right before it with "'s" or as an adjective."""
    mention = mentions[number]
    if number + 1 < len(mentions):
        behind = mentions[number + 1]
        if behind.kind == "name" and behind.entity is not None and behind.first - mention.last <= _BESIDE:
            yield behind.entity
    if number:
        before = mentions[number - 1]
        if before.possessive and before.entity is not None and before.last == mention.first:
            yield before.entity
        adjective = before.kind in ("adjective", "reference") and mention.first - before.last <= _LONGEST_NOUN
        if adjective and before.entity is not None and word_at(tokens, mention.first - 1) == "of":
            # "The Spanish city of Valencia".
            yield before.entity
