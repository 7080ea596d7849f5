"""Roads by number: "Highway 12", "the A4 motorway", "U.S. 22".

Belongs here: names that are a word and a number. Does not: roads with a name of their own (`subjects`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import of_subject
from pipeline.extraction.mentions.capitals import owns, surface
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words

_ROADS = frozenset({"Highway", "Route", "Interstate", "Motorway", "Autobahn", "U.S.", "Road"})
_ROAD_NOUNS = frozenset({"motorway", "highway", "autobahn", "road", "expressway", "freeway"})
_LONGEST_ROAD = 3
_CLASSES = frozenset({"A", "B", "M", "D", "E", "N", "R"})
_WORKS = words("mentions", "works_on_roads")
_STRETCHES = frozenset({"stretch", "section", "miles", "kilometres", "kilometers", "dualling", "widening", "lanes"})
_COURSES = frozenset({"through", "past", "bypass", "between", "junction", "corridor", "roundabout", "dualling"})


def road_at(tokens: Sequence[Token], i: int) -> Mention | None:
    """As in "Highway 12", "Route D1", "the A4 motorway", "U.S. 22"."""
    if tokens[i].text in _ROADS and word_at(tokens, i - 1) != "the":
        last = i + 2 if len(word_at(tokens, i + 1)) == 1 and word_at(tokens, i + 1).isalpha() else i + 1
        if last >= len(tokens) or not tokens[last].text.isdigit() or len(tokens[last].text) > _LONGEST_ROAD:
            return None
        last += 1
    elif len(tokens[i].text) == 1 and i + 1 < len(tokens) and tokens[i + 1].glued and tokens[i + 1].text.isdigit():
        named = word_at(tokens, i + 2) in _ROAD_NOUNS
        if not named and not _is_driven(tokens, i):
            return None
        last = i + 3 if named else i + 2
    else:
        return None
    entity = of_subject(surface(tokens, i, last), "facility", "road")
    return Mention(i, last, "name", entity, word="road", possessive=owns(tokens, last))


def _is_driven(tokens: Sequence[Token], i: int) -> bool:
    """As in "dualling the A465", "along the M4", "the A38 bypass": not "the A320", "the G7"."""
    if tokens[i].text not in _CLASSES or word_at(tokens, i - 1) != "the":
        return False
    before, behind = word_at(tokens, i - 2), word_at(tokens, i + 2)
    of_part = before == "of" and word_at(tokens, i - 3) in _STRETCHES
    return before in _WORKS or of_part or behind in _COURSES
