"""The protagonist: the one city or county that most of a text is about.

Belongs here: counting names over the whole text. Does not: single sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import Entity, home_of
from pipeline.extraction.mentions import Mention
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words

Named = tuple[Sequence[Token], Sequence[Mention]]
"""The tokens of a sentence, and the mentions in it."""

_ON_THE_WAY = words("topics", "on_the_way")
_SEATS = words("topics", "seats_of_government")
_HALF, _WHOLE = 1, 2
_IN_TITLE = 2 * _WHOLE
_FIRST = _WHOLE
_LEAST = _WHOLE + _HALF


def protagonist(sentences: Sequence[Named], title: Sequence[Mention] = ()) -> Entity | None:
    """The city (else county) that a text is about; null where none stands out.

    Each naming counts one, one in the title two, and to be the first place named at all one more; the best needs two
    and a lead. Where something comes from or goes counts half, and so do seats of government.
    """
    named = [
        (mention.entity, _weight(tokens, mention))
        for tokens, mentions in sentences
        for mention in mentions
        if mention.kind == "name" and mention.entity is not None and mention.entity.place is not None
    ]
    local = [(entity, weight) for entity, weight in named if entity.is_local]
    if not local:
        return None
    counts: dict[str, int] = {}
    for entity, weight in local:
        counts[entity.place_key] = counts.get(entity.place_key, 0) + weight
    first = next((entity for entity, weight in named if weight == _WHOLE), named[0][0])
    if first.is_local:
        counts[first.place_key] += _FIRST
    for mention in title:
        if mention.entity is not None and mention.entity.place_key in counts:
            counts[mention.entity.place_key] += _IN_TITLE
    most = max(counts.values())
    best, *others = (key for key, count in counts.items() if count == most)
    if most < _LEAST or others:
        return None
    return home_of(next(entity for entity, _ in local if entity.place_key == best))


def _weight(tokens: Sequence[Token], mention: Mention) -> int:
    """Where something comes from or goes, and seats of government, count half."""
    passing = word_at(tokens, mention.first - 1) in _ON_THE_WAY
    return _HALF if passing or word_at(tokens, mention.first) in _SEATS else _WHOLE
