"""Roads by number: "Highway 12", "the A4 motorway", "U.S. 22".

Belongs here: names that are a word and a number. Does not: roads with a name of their own (`subjects`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import of_subject
from pipeline.extraction.mentions.capitals import owns, surface
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.tokens import Token, word_at

_ROADS = frozenset({"Highway", "Route", "Interstate", "Motorway", "Autobahn", "U.S.", "Road"})
_ROAD_NOUNS = frozenset({"motorway", "highway", "autobahn", "road", "expressway", "freeway"})
_LONGEST_ROAD = 3


def road_at(tokens: Sequence[Token], i: int) -> Mention | None:
    """As in "Highway 12", "Route D1", "the A4 motorway", "U.S. 22"."""
    if tokens[i].text in _ROADS and word_at(tokens, i - 1) != "the":
        last = i + 2 if len(word_at(tokens, i + 1)) == 1 and word_at(tokens, i + 1).isalpha() else i + 1
        if last >= len(tokens) or not tokens[last].text.isdigit() or len(tokens[last].text) > _LONGEST_ROAD:
            return None
        last += 1
    elif len(tokens[i].text) == 1 and i + 2 < len(tokens) and tokens[i + 1].glued and tokens[i + 1].text.isdigit():
        if word_at(tokens, i + 2) not in _ROAD_NOUNS:
            return None
        last = i + 3
    else:
        return None
    entity = of_subject(surface(tokens, i, last), "facility", "road")
    return Mention(i, last, "name", entity, word="road", possessive=owns(tokens, last))
