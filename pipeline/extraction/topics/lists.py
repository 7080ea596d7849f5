"""Lists: names that only commas and "and" part are one subject, "Gansu, Ningxia and Qinghai".

Belongs here: joining them. Does not: what the places of a list have in common (`entities`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.entities import Entity, as_group, as_sites
from pipeline.extraction.mentions import Mention
from pipeline.extraction.tokens import Token

Listing = tuple[Mention, tuple[Entity, ...]]
"""A mention, and where it is one of a whole list the entities of the list, in order."""

_JOINTS = ([","], ["and"], [",", "and"])


def joined(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Listing]:
    """The mentions in order, each list of places of one kind as a single mention of their group.

    What is told of the names of a list "respectively" may be of facilities and organisations, and of several kinds.
    """
    number = 0
    apart = len(mentions) > 1 and "respectively" in [token.lower for token in tokens]
    while number < len(mentions):
        last = _end_of_list(tokens, mentions, number, apart=apart)
        members = mentions[number:last]
        if _is_list(tokens, members):
            listed = tuple(member.entity for member in members if member.entity is not None)
            together = as_group(listed) if apart or listed[0].subject is None else as_sites(listed)
            yield replace(members[0], last=members[-1].last, entity=together), listed
        else:
            # What only commas part is no list, whichever of its names it is begun from.
            yield from ((member, ()) for member in members)
        number = last


def _is_list(tokens: Sequence[Token], members: Sequence[Mention]) -> bool:
    """Whether "and" joins the last two; where there are no more, a comma before it begins another clause."""
    if len(members) < 2:
        return False
    joint = _gap(tokens, *members[-2:])
    return "and" in joint and (len(members) > 2 or "," not in joint)


def _end_of_list(tokens: Sequence[Token], mentions: Sequence[Mention], number: int, *, apart: bool) -> int:
    """The number of the mention after those that a list beginning with mention `number` might hold; one at least."""
    first = mentions[number]
    last = number + 1
    if not _may_be_listed(first, apart=apart) or first.possessive:
        return last
    while (
        last < len(mentions)
        and _may_be_listed(mentions[last], apart=apart)
        and (apart or _kind(mentions[last]) == _kind(first))
        and _gap(tokens, *mentions[last - 1 : last + 1]) in _JOINTS
    ):
        last += 1
    return last


def _may_be_listed(mention: Mention, *, apart: bool) -> bool:
    if mention.kind != "name" or mention.entity is None:
        return False
    return apart or mention.entity.subject is None or mention.shared


def _kind(mention: Mention) -> str | None:
    if mention.entity is None:
        return None
    return mention.entity.noun if mention.shared else mention.entity.place_kind


def _gap(tokens: Sequence[Token], before: Mention, after: Mention) -> list[str]:
    return [token.lower for token in tokens[before.last : after.first][:4] if token.lower != "the"]
