"""References: words that refer back to what was named, such as "its", "there", "the three provinces", "the latter".

Belongs here: recognising them, and how many they refer to. Does not: to what (`topics`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extraction.entities import Entity, of_place
from pipeline.extraction.mentions.capitals import bare, is_capitalised, surface
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import entity_nouns, words
from pipeline.vocabulary.places import demonyms, place_names, places

PRONOUNS = frozenset({"it", "its", "they", "their", "them", "there", "itself"})
"""Pronouns that may stand for a place, facility or organisation."""
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
"""Articles and the like, which no name begins with."""

_NOUNS = entity_nouns()
_POINTING = frozenset({"the", "this", "that", "these", "those", "our"})
_ADJECTIVES = frozenset({"national", "nationwide", "nationally", "provincial", "domestic"})
_ATTRIBUTES = words("mentions", "attributes")
_MOST_ATTRIBUTES = 3
_REMEMBERED = 2_000
_SIZES = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_ALONE = _SIZES.keys() - {"five"}
# Behind a number, these are what is counted, or lead to it: "the two provinces", "the three northern provinces".
_COUNTED = words("mentions", "counted") | _ATTRIBUTES
_TIMES = frozenset({"years", "months", "weeks", "days", "decades", "quarters", "seasons", "sessions", "hours"})
_REGIONAL = ("ian", "ean", "ese", "ish")
_TOWNS = frozenset({"city", "town", "municipality"})
_GROUPS = frozenset({"provinces", "cities", "towns", "counties"})
# With "of" behind them, these name a thing of their own: "the city of Datong", "the area of farmland".
_WITH_OF = words("mentions", "with_of")


SISTERS = frozenset({"sister", "twin", "sibling", "counterpart"})
"""What another of the same kind is to what "its" stands for: "its older sister"."""
COMPASS = words("mentions", "compass")
"""Adjectives of regions: "northeastern firms" are of the northeast that the text has named."""
LONE = words("mentions", "lone_facilities")
"""Facilities of which a town has one: "its school"."""
CAPITAL = "provincial capital"
"""The word of references to it."""
_BASED = frozenset({"based", "headquartered", "listed"})
_LONGEST_SEAT = 4
_SEATED = frozenset({"provincial", "regional", "state"})
_BASES = PRONOUNS | COMPASS | _ADJECTIVES | _POINTING | {"here"}
FIRST_WORDS = _BASES | {f"{word}'s" for word in _BASES}
"""The words, lower case, with which a reference may begin."""


def reference_at(tokens: Sequence[Token], i: int) -> Mention | None:
    """The pronoun, adjective or noun phrase at token `i` that refers to something named before."""
    word = tokens[i].lower
    base = bare(word)
    if word == "its":
        # "Its school has 57 pupils".
        own = _noun_phrase(tokens, i)
        if own is not None and own.word in LONE:
            return own
        sister = next((k for k in range(i + 1, i + 1 + _MOST_ATTRIBUTES) if bare(word_at(tokens, k)) in SISTERS), None)
        if sister is not None and word_at(tokens, sister + 1) not in _NOUNS.organisations:
            owning = word_at(tokens, sister).endswith("'s")
            return Mention(i, sister + 1, "reference", word=bare(word_at(tokens, sister)), possessive=owning)
    if word in PRONOUNS or base in ("it", "they"):
        return Mention(i, i + 1, "pronoun", word=base, possessive=word in ("its", "their"))
    if word == "here":
        return Mention(i, i + 1, "pronoun", word="there")
    if base in _ADJECTIVES or base in COMPASS:
        return Mention(i, i + 1, "adjective", word=base)
    if word in _POINTING:
        return _noun_phrase(tokens, i)
    return None


def _noun_phrase(tokens: Sequence[Token], i: int) -> Mention | None:
    """The reference that the determiner at token `i` begins: over its attributes to its noun."""
    j = i + 1
    if word_at(tokens, j) in _SEATED and bare(word_at(tokens, j + 1)) == "capital":
        return Mention(i, j + 2, "reference", word=CAPITAL, possessive=word_at(tokens, j + 1).endswith("'s"))
    seated = _seated(tokens, j)
    if seated is not None:
        return seated
    while j < len(tokens) and j <= i + _MOST_ATTRIBUTES and tokens[j].lower in _ATTRIBUTES:
        alone = _without_noun(tokens, i, j)
        if alone is not None:
            return alone
        j += 1
    named = j == i + 1 and j < len(tokens) and is_capitalised(tokens[j])
    holder = _holder(tokens[j].text) if named else None
    if holder is not None or (named and _is_regional(tokens, j)):
        j += 1
    noun = bare(word_at(tokens, j))
    if holder is not None:
        thing = _thing(tokens, i, j, noun) if noun in _TOWNS else None
        return None if thing is None else replace(thing, entity=holder)
    if noun == "latter":
        return Mention(i, j + 1, "reference", word=noun)
    size = _size(tokens, i, j) if noun in _GROUPS else None
    if size is not None:
        return Mention(i, j + 1, "reference", word=noun, size=size)
    return _thing(tokens, i, j, noun) if noun in _NOUNS.references else None


def _seated(tokens: Sequence[Token], j: int) -> Mention | None:
    """As in "the Wuhai-based miner", "the Wuhai-listed group": the firm, and in `entity` the place that it is of."""
    if j >= len(tokens) or not is_capitalised(tokens[j]):
        return None
    stop = min(len(tokens), j + _LONGEST_SEAT)
    dash = next((k for k in range(j + 1, stop) if tokens[k].text in HYPHENS and tokens[k].glued), stop)
    if word_at(tokens, dash + 1) not in _BASED:
        return None
    named = next(iter(place_names().get(surface(tokens, j, dash), ())), None)
    home = places().get(named or "")
    for k in range(dash + 2, dash + 2 + _MOST_ATTRIBUTES):
        noun = bare(word_at(tokens, k))
        if _NOUNS.references.get(noun) == "organisation" and word_at(tokens, k + 1) not in _NOUNS.organisations:
            owning = word_at(tokens, k).endswith("'s")
            seat = of_place(home) if home is not None and word_at(tokens, dash + 1) != "listed" else None
            return Mention(j - 1, k + 1, "reference", seat, word=noun, possessive=owning)
    return None


@lru_cache(maxsize=_REMEMBERED)
def _holder(name: str) -> Entity | None:
    """As in "the Gansu city", "the Polish town": the province or country that the name before the noun tells."""
    found = demonyms().get(name) or next(iter(place_names().get(name, ())), None)
    place = places().get(found or "")
    return of_place(place) if place is not None and place.kind in ("province", "country") else None


def _is_regional(tokens: Sequence[Token], i: int) -> bool:
    """As in "the Silesian city": an adjective of a region that no list has."""
    return tokens[i].lower.endswith(_REGIONAL) and word_at(tokens, i + 1) in _TOWNS


def _without_noun(tokens: Sequence[Token], i: int, j: int) -> Mention | None:
    """As in "the former", "the two", where no noun follows that they could be an attribute of."""
    word, following = tokens[j].lower, word_at(tokens, j + 1)
    if word == "former" and following not in _NOUNS.references:
        return Mention(i, j + 1, "reference", word=word)
    if word in _ALONE and following not in _COUNTED and following not in _TIMES:
        return Mention(i, j + 1, "reference", size=_SIZES[word])
    return None


def _size(tokens: Sequence[Token], i: int, j: int) -> int | None:
    """How many a plural noun at token `j` refers to: 0 for "these provinces"; null where nothing points back."""
    before = [token.lower for token in tokens[i:j]]
    said = next((_SIZES[word] for word in before if word in _SIZES), None)
    return 0 if said is None and "these" in before else said


def _thing(tokens: Sequence[Token], i: int, j: int, noun: str) -> Mention | None:
    """As in "the city", "that province", "the company's"; not "the mine company", "the city of"."""
    kind, following = _NOUNS.references[noun], word_at(tokens, j + 1)
    if following in HYPHENS and tokens[j + 1].glued:
        return None
    if kind in ("facility", "organisation") and (following in _NOUNS.facilities or following in _NOUNS.organisations):
        return None
    if noun == "place" or (following == "of" and noun in _WITH_OF):
        return None
    remote = tokens[i].lower == "that" and kind in ("city", "province", "county")
    return Mention(i, j + 1, "reference", word=noun, possessive=tokens[j].lower.endswith("'s"), remote=remote)
