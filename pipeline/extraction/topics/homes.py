"""Homes: where a facility or organisation is, as the words right behind its name say.

Belongs here: "the mine in Wuhai", "the steelmaker, based in Ostrava,", "the firm, an Essen utility,". Does not: homes
that the vocabulary knows (`mentions.subjects`), or that only the text's topic suggests (`read`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import Entity
from pipeline.extraction.mentions import Mention
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.topics.course import Course
from pipeline.extraction.topics.turns import Turn
from pipeline.vocabulary.language import words

_LOCATED = frozenset({"in", "at", "of", "near", "outside"})
_BASED = words("topics", "based")
_ARTICLES = frozenset({"a", "an", "the", "one", "once"})
_ENDS = frozenset({",", ";", ":", "(", ")"})
_LONGEST_INSERTION = 12
"""So many tokens at most part a name from the comma that closes what is inserted behind it."""


def resident(tokens: Sequence[Token], mention: Mention, entity: Entity, course: Course) -> Turn | None:
    """The turn of the facility or organisation that `mention` tells the place of; null where it tells of none."""
    turn = course.latest_topic
    if turn is None or turn.entity.subject is None or entity.subject is not None or not entity.is_local:
        return None
    if mention.kind != "name":
        return None
    behind = turn.mention.last
    if mention.first == behind + 1 and word_at(tokens, behind) in _LOCATED:
        return turn
    return turn if word_at(tokens, behind) == "," and _tells_home(tokens, behind + 1, mention) else None


def _tells_home(tokens: Sequence[Token], first: int, mention: Mention) -> bool:
    """Whether what is inserted from token `first` on says where something is: "based in", "a mill in", "a firm"."""
    if mention.first - first > _LONGEST_INSERTION:
        return False
    inserted = [token.lower for token in tokens[first : mention.first]]
    if not inserted or not (inserted[0] in _ARTICLES or inserted[0] in _BASED or inserted[0].endswith("ed")):
        return False
    return _ENDS.isdisjoint(inserted) and _is_closed(tokens, mention.last)


def _is_closed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a comma closes the insertion before anything is counted."""
    behind = tokens[first : first + _LONGEST_INSERTION]
    end = next((token for token in behind if token.kind == "n" or token.text in _ENDS), None)
    return end is not None and end.text == ","
