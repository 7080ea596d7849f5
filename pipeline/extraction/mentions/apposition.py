"""Names that only their apposition explains: "Dashan, the quarry that was drained", "Karamay, China's oldest oilfield".

Belongs here: reading the words behind the comma. Does not: names that explain themselves (`places`, `subjects`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.entities import Entity, of_place, of_subject
from pipeline.extraction.mentions.capitals import is_capitalised, surface
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.mentions.places import of_kind
from pipeline.extraction.nouns import STOP
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.belongings import belongings
from pipeline.vocabulary.language import entity_nouns, words
from pipeline.vocabulary.places import PlaceKind, places

_NOUNS = entity_nouns()
_ARTICLES = ("the", "a", "an")
_INTRODUCING = (*_ARTICLES, "its")
_INTRODUCTIONS = (*_ARTICLES, "once", "its")
_DISTRICTS: dict[str, PlaceKind] = {
    "county": "county",
    "district": "district",
    "township": "district",
    "village": "district",
    "suburb": "district",
}
_TOWNS = ("town", "city", "municipality")
# What a facility is of, or does: no more than an attribute in "the mining company", "the steel mill".
_TRADES = words("mentions", "trades")
# Nouns that say too little to show that the name before them is a facility's.
_UNNAMED = words("mentions", "unnamed_facilities")
_ENDS_OF_APPOSITION = words("mentions", "ends_of_apposition")
_ATTRIBUTIVE_BEFORE = ("town", "city", "county", "-")
_FIRM_ROLES = words("mentions", "firm_roles")
ROLES = words("mentions", "roles_of_firms")
"""What a firm is of something: "operator of the line"."""
_GREAT_ROLES = words("mentions", "roles_of_great_firms")
_SIZES = words("mentions", "sizes_of_firms")
_PERSONAL = frozenset({"owner", "co-owner", "part-owner", "builder", "maker"})
"""What a person may be of something as well."""
_OWNERS = frozenset({"owner", "parent", "operator"})
"""What a firm alone is to what "its" stands for; "the owner" is a person as often."""
_REACH = 5
_LONGEST_ATTRIBUTES = 3
_DETERMINERS = frozenset({"the", "a", "an", "one", "its", "another", "their", "only"})


def name_by_apposition(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """An unknown name, tokens `first` to `run` (exclusive), as what the words behind its comma say that it is."""
    introduction = word_at(tokens, run + 1)
    if word_at(tokens, run) != ",":
        return None
    name = surface(tokens, first, run)
    if introduction in ROLES - _PERSONAL and word_at(tokens, run + 2) == "of":
        # "Karn Orr, operator of the line,".
        noun = introduction if introduction in _NOUNS.references else "company"
        return Mention(first, run, "name", of_subject(name, "organisation", noun), word=noun)
    if introduction not in _INTRODUCING and not _is_greatest(tokens, run + 1):
        return None
    for k in _apposed(tokens, run):
        word = tokens[k].lower
        great = word in _GREAT_ROLES and introduction.endswith("'s")
        if word in _FIRM_ROLES or great or (introduction == "its" and word in _OWNERS):
            return Mention(first, run, "name", of_subject(name, "organisation", "company"), word="company")
        if introduction == "its" and (word not in _NOUNS.facilities or word in _UNNAMED or not _closes(tokens, k + 1)):
            continue
        if word in _DISTRICTS:
            return _county(first, run, name, word)
        if word in _TOWNS:
            return Mention(first, run, "name", Entity(None, name, "city"), word="city")
        if _NOUNS.organisations.get(word) == "firm" and word_at(tokens, k + 1) not in _NOUNS.organisations:
            return Mention(first, run, "name", of_subject(name, "organisation", word), word=word)
        if word in _TRADES:
            continue
        if word in _NOUNS.facilities and word not in _UNNAMED:
            full = f"{name} {word}"
            known = belongings().get(full)
            home = places().get(known.place_id) if known is not None else None
            called, where = (full, None) if known is None else (known.name, of_place(home) if home else None)
            return Mention(first, run, "name", of_subject(called, "facility", word, where), word=word)
        if (tokens[k].kind != "w" and word not in HYPHENS) or word in STOP:
            return None
    return None


def _is_greatest(tokens: Sequence[Token], i: int) -> bool:
    """As in "Poland's largest insurer", "China's second-biggest tin smelter", of a name that no list has."""
    behind = range(i, min(len(tokens), i + _LONGEST_ATTRIBUTES))
    owner = next((k for k in behind if tokens[k].lower.endswith("'s")), None)
    return owner is not None and is_capitalised(tokens[i]) and word_at(tokens, owner + 1) in _SIZES


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether an apposition is over at token `i`: "Karbo, its oldest pit," but not "Karbo, its pit manager,"."""
    return word_at(tokens, i) in (",", ".", ";", ")", "")


def name_after_its_noun(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """An unknown name between commas as the settlement before them: "one township, Orby, lost", "its port, Karbo,"."""
    noun = word_at(tokens, first - 2)
    if word_at(tokens, first - 1) != "," or word_at(tokens, run) not in (",", ".", ";", ")"):
        return None
    if noun not in _DISTRICTS and noun not in _TOWNS:
        return None
    before = [token.lower for token in tokens[max(0, first - 2 - _LONGEST_ATTRIBUTES) : first - 2]]
    if _DETERMINERS.isdisjoint(before):
        return None
    name = surface(tokens, first, run)
    if noun in _TOWNS:
        return Mention(first, run, "name", Entity(None, name, "city"), word="city")
    return _county(first, run, name, noun)


def _county(first: int, run: int, name: str, word: str) -> Mention:
    """The county or district that an apposition shows; a township or village is none that the vocabulary could know."""
    kind = _DISTRICTS[word]
    candidates = tuple(of_place(place) for place in of_kind(name, kind)) if word == kind else ()
    entity = candidates[0] if candidates else Entity(None, name, kind)
    return Mention(first, run, "name", entity, word=word, rivals=candidates[1:])


def with_apposition(tokens: Sequence[Token], place: Mention) -> Mention:
    """The mention of a place, as that of the facility of its name where the words behind its comma say so."""
    introduction = word_at(tokens, place.last + 1)
    if word_at(tokens, place.last) != "," or place.entity is None or place.entity.subject is not None:
        return place
    if introduction not in _INTRODUCTIONS and not introduction.endswith("'s"):
        return place
    if place.first == 1 and introduction in _ARTICLES:
        # "In Karamay, the oilfield employs": there the words behind the comma are the sentence's own.
        return place
    for k in _apposed(tokens, place.last):
        word, following = tokens[k].lower, word_at(tokens, k + 1)
        if tokens[k].kind != "w" or is_capitalised(tokens[k]) or word in _ENDS_OF_APPOSITION:
            return place
        if word in _NOUNS.facilities and following not in _NOUNS.references and following not in _ATTRIBUTIVE_BEFORE:
            name = f"{surface(tokens, place.first, place.last)} {word}"
            known = belongings().get(name)
            # One facility is one subject, however a text writes it.
            name = known.name if known is not None else name
            return replace(place, entity=replace(place.entity, subject=name, subject_kind="facility", noun=word))
    return place


def _apposed(tokens: Sequence[Token], comma: int) -> range:
    """The first words behind a comma and the article behind it."""
    return range(comma + 2, min(len(tokens), comma + 2 + _REACH))
