"""The protagonist: the one city or county that most of a text is about.

Belongs here: counting names over the whole text. Does not: single sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.extraction.entities import Entity, home_of
from pipeline.extraction.mentions import Mention

_IN_TITLE = 2
_FIRST = 1
_LEAST = 2


def protagonist(sentences: Sequence[Sequence[Mention]], title: Sequence[Mention] = ()) -> Entity | None:
    """The city (else county) that a text is about; null where none stands out.

    Each naming counts one, one in the title two, and to be the first place named at all one more; the best needs two
    and a lead.
    """
    named = [
        mention.entity
        for mentions in sentences
        for mention in mentions
        if mention.kind == "name" and mention.entity is not None and mention.entity.place is not None
    ]
    local = [entity for entity in named if entity.is_local]
    if not local:
        return None
    counts = Counter(entity.place_key for entity in local)
    if named[0].is_local:
        counts[named[0].place_key] += _FIRST
    for mention in title:
        if mention.entity is not None and mention.entity.place_key in counts:
            counts[mention.entity.place_key] += _IN_TITLE
    (best, most), *others = counts.most_common(2)
    if most < _LEAST or any(count == most for _, count in others):
        return None
    return home_of(next(entity for entity in local if entity.place_key == best))
