"""Regions: groups of provinces or countries by their names, "the three northeastern provinces", "the Northeast".

Belongs here: names of several words, with or without the article. Does not: regions of one word (`places`), or which
region "the region" means (`topics`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from pipeline.extraction.entities import of_place
from pipeline.extraction.mentions.capitals import owns, surface
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.tokens import Token, tokenize, word_at
from pipeline.vocabulary.places import Place, context_names, place_names, regions

_LONGEST = 5


def region_at(tokens: Sequence[Token], i: int) -> Mention | None:
    """The region of two words or more that is named at token `i`."""
    following = _openings().get(tokens[i].lower)
    if following is None or i + 1 == len(tokens) or surface(tokens, i + 1, i + 2).lower() not in following:
        return None
    for last in range(min(len(tokens), i + _LONGEST), i + 1, -1):
        name = surface(tokens, i, last).replace("\u2019", "'")
        region = _regions().get(name) or _regions().get(_without_article(name)) or _regions().get(name.lower())
        if region is not None:
            needs_country = not context_names().isdisjoint((name, name.lower()))
            if needs_country and word_at(tokens, last) == "of":
                # "the northeast of Gansu" is in Gansu.
                return None
            entity, possessive = of_place(region), owns(tokens, last)
            return Mention(i, last, "name", entity, possessive=possessive, needs_country=needs_country)
    return None


def _without_article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


@cache
def first_words() -> frozenset[str]:
    """The words, lower case, with which the name of a region may begin."""
    return frozenset(_openings())


@cache
def _openings() -> Mapping[str, frozenset[str]]:
    """First word of a region's name, lower case -> the words that stand second in such a name."""
    found: dict[str, set[str]] = {"the": set()}
    for name in _regions():
        tokens = tokenize(name)
        found["the"].add(surface(tokens, 0, 1).lower())
        found.setdefault(tokens[0].lower, set()).update(
            surface(tokens, k, k + 1).lower() for k in range(1, len(tokens))
        )
    return MappingProxyType({first: frozenset(second) for first, second in found.items()})


@cache
def _regions() -> Mapping[str, Place]:
    """Names as written -> the regions that are made up of places; none that rather means another place."""
    return MappingProxyType(
        {
            name: region
            for region in regions().values()
            if region.members
            for name in (region.name, *region.spellings)
            if place_names().get(name, ())[:1] == (region.place_id,)
        }
    )
