"""Counterparts of an amount: the place whose whole it is a share of, the place that it is set against.

Belongs here: the names right behind an amount that are not what it is a figure of. Does not: what it is a figure of
(`owner`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import Entity
from pipeline.extraction.framing.comparisons import sets_apart
from pipeline.extraction.mentions import Mention
from pipeline.extraction.model import PlaceKind
from pipeline.extraction.sites import Site, starting_in
from pipeline.extraction.topics import Discourse, resolve
from pipeline.vocabulary.language import words

_WHOLE = 6
_COMPARED = 12
_OWNER = 3
_SCOPES: dict[PlaceKind | None, str] = {"country": "national", "province": "provincial", "city": "city"}
_NATIONAL = words("scopes", "national")


def share_owner(site: Site, mentions: Sequence[Mention], discourse: Discourse) -> Entity | None:
    """The place whose whole a share is of: "8 per cent of the province's exports"; null without one."""
    near = starting_in(mentions, site.amount.last, site.amount.last + _OWNER + 1)
    owner = next((mention for mention in near if mention.kind in ("reference", "name")), None)
    return resolve(owner, discourse, discourse.topic) if owner is not None else None


def share_scope(site: Site, mentions: Sequence[Mention], discourse: Discourse) -> str:
    """national, provincial or city: whose whole a share is of; empty where it is no place's."""
    for mention in starting_in(mentions, site.amount.last, site.amount.last + _WHOLE + 1):
        if mention.kind == "adjective" and mention.entity is None:
            return "provincial" if mention.word == "provincial" else "national"
        entity = resolve(mention, discourse, discourse.topic)
        if entity is None or (entity.subject is not None and mention.kind == "pronoun"):
            continue
        if mention.kind == "pronoun" and mention.word in ("it", "their", "they"):
            return ""
        if mention.kind == "pronoun" and mention.word == "its":
            return "city" if entity.place_kind == "city" else ""
        return _SCOPES.get(entity.place_kind, "")
    return "" if _NATIONAL.isdisjoint(site.after(_WHOLE)) else "national"


def compared_place(site: Site, mentions: Sequence[Mention], discourse: Discourse) -> str | None:
    """The name of what a gap, ratio or distance is to: the first place or group behind the amount; null without one.

    For want of one the last before it, as in "is behind that of Katowice by 8 per cent".
    """
    behind = starting_in(mentions, site.amount.last, site.amount.last + _COMPARED + 1)
    before = starting_in(mentions, site.amount.begin - _COMPARED, site.amount.begin) if sets_apart(site) else ()
    for mention in (*behind, *reversed(before)):
        entity = resolve(mention, discourse, discourse.topic)
        if entity is not None and mention.kind != "pronoun":
            return entity.subject or entity.place
    return None
