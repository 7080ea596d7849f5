"""Continuity: what a sentence is about before it names anything, and what its paragraph is about.

Belongs here: how a text goes on with its topic and comes back to it. Does not: what single words refer to
(`resolution`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import Entity
from pipeline.extraction.mentions import Mention
from pipeline.extraction.tokens import Token
from pipeline.extraction.topics.discourse import Discourse
from pipeline.extraction.topics.turns import Turn
from pipeline.vocabulary.language import words

_BESIDE = words("topics", "beside")
_CONTRAST = words("topics", "contrast")
_HEAD = 2
_OPENING = 3


def inherited(mentions: Sequence[Mention], discourse: Discourse) -> Entity | None:
    """What a sentence is about before it names anything.

    A pronoun at its head goes on with the last subject. Otherwise a text returns from a place beside its way to what
    the paragraph, or the whole text, is about.
    """
    last, lead, main = discourse.topic, discourse.lead, discourse.main
    if last is None or main is None:
        return last or lead or main
    if mentions and mentions[0].kind == "pronoun" and mentions[0].word != "there" and mentions[0].first <= _HEAD:
        return last
    own = (one for one in (last, lead) if one is not None and one.subject is not None and one.place_id == main.place_id)
    return next(own, main)


def leads(tokens: Sequence[Token], turn: Turn) -> bool:
    """Whether a subject may be what its paragraph is about: not "neighbouring Bochum", nor "while Anyang"."""
    mention = turn.mention
    if mention.kind != "name":
        return True
    around = (*tokens[max(0, mention.first - 2) : mention.first], *tokens[mention.last : mention.last + 3])
    contrasted = 0 < mention.first <= _OPENING and tokens[0].lower in _CONTRAST
    return not contrasted and _BESIDE.isdisjoint(token.lower for token in around)
