"""Settlements and landscapes that no list has: "In Karbo 28 houses sank", "the Karn Valley".

Belongs here: telling a place by its preposition, or by the landform in its name. Does not: towns with a noun or what
holds them right beside their names (`places`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import Entity
from pipeline.extraction.mentions.capitals import bare, owns, surface
from pipeline.extraction.mentions.introductions import stands_alone
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.mentions.places import CALENDAR
from pipeline.extraction.nouns import STOP
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words
from pipeline.vocabulary.places import demonyms

_BESIDE = frozenset({"neighbouring", "neighboring", "nearby"})
_BEFORE = frozenset({"in", "near", "around"})
_NOT_WHERE = words("mentions", "in_something")
_NO_PLACES = words("mentions", "no_places") | words("mentions", "no_organisations") | STOP | CALENDAR
_DISTANCES = frozenset({"km", "kilometres", "kilometers", "miles", "kms"})
_LONGEST = 2
_LANDFORMS = words("mentions", "landforms")


def settlement_at(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """The settlement that an unknown name, tokens `first` to `run` (exclusive), is of; null where it may be none."""
    beside = word_at(tokens, first - 1) in _BESIDE
    located = word_at(tokens, first - 2 if beside else first - 1) in _BEFORE and stands_alone(tokens, run)
    if run - first > _LONGEST or not (located or _is_far_off(tokens, run)):
        return None
    if word_at(tokens, first - 2) in _NOT_WHERE or (run < len(tokens) and tokens[run].kind == "n"):
        return None
    name = tokens[first:run]
    if not all(token.text[1:].islower() and token.lower not in _NO_PLACES for token in name):
        return None
    if any(token.text in demonyms() or token.lower.endswith("'s") for token in name):
        return None
    return Mention(first, run, "name", Entity(None, surface(tokens, first, run), "other"), guessed=True)


def landscape_at(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """As in "the Karn Valley": a name of several words that ends in a landform; not the "Karn Valley Foods"."""
    if run - first < 2 or bare(tokens[run - 1].lower) not in _LANDFORMS or tokens[first].lower in _NO_PLACES:
        return None
    return Mention(first, run, "name", Entity(None, surface(tokens, first, run), "other"), possessive=owns(tokens, run))


def _is_far_off(tokens: Sequence[Token], run: int) -> bool:
    """As in "Karbo, 200 km to the west,"."""
    if word_at(tokens, run) != "," or run + 2 >= len(tokens):
        return False
    return tokens[run + 1].kind == "n" and word_at(tokens, run + 2) in _DISTANCES
