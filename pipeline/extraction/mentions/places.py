"""Places by name: known ones with or without the word for their kind, and counties known or not.

Belongs here: which place of the vocabulary a name means, as far as the words right around it tell. Does not: facilities
and organisations (`subjects`), regions of several words (`regions`), choosing among places of one name (`homonyms`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from pipeline.extraction.entities import Entity, of_place
from pipeline.extraction.mentions.capitals import bare, end_of_name, is_capitalised, owns, surface
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.nouns import STOP
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import calendar, words
from pipeline.vocabulary.places import Place, PlaceKind, county_names, demonyms, place_names, places

KINDS: dict[str, PlaceKind] = {
    "province": "province",
    "city": "city",
    "county": "county",
    "district": "district",
    "municipality": "city",
    "prefecture": "city",
    "state": "province",
}
"""Words behind a place's name that tell its kind."""
CALENDAR = calendar().months.keys() | calendar().weekdays.keys()
"""Months and weekdays, lower case: capitalised like names."""

_Unlisted = Literal["county", "district"]
_UNLISTED: dict[str, _Unlisted] = {"county": "county", "district": "district"}
_PROVINCES = ("province", "oblast", "krai", "voivodeship", "governorate")
_OF_COUNTIES = ("county", "district", "city")
_PARTICLES = words("mentions", "particles") | HYPHENS
_NO_NAMES = STOP | words("mentions", "sentence_openers")
_LONGEST_NAME = 6
_LONGEST_PARTICLES = 4
_SHORTEST_IN_CAPITALS = 5
_REMEMBERED = 50_000
_NEIGHBOURS = ("neighbouring", "neighboring", "nearby", "adjacent")
_BEFORE_PLACE = ("in", "near", "around", "at")
_TOWNS_OF = ("city", "town", "port", "village", "resort", "settlement")
RESIDENTS = words("mentions", "residents")
"""Those of whom a place is the home: "residents of Orford"."""
_BEFORE_OF = ("city", "town", "province", "port", "state")


def place_at(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """The place named at token `first`, the longest name first; `run` is the token after the run of capitals."""
    for last in range(min(run, first + _LONGEST_NAME), first, -1):
        name = surface(tokens, first, last)
        mention = _with_kind(tokens, first, last, name) or _by_name(tokens, first, last, name)
        if mention is not None:
            return mention
    return _by_kind(tokens, first, run)


def end_with_particles(tokens: Sequence[Token], first: int, run: int) -> int:
    """The end of the name at token `first` where it goes on behind `run` in small letters: "Rio de Janeiro".

    Only of places that the vocabulary knows: "Madrid de facto" and "Essen am Sonntag" are none.
    """
    while word_at(tokens, run) in _PARTICLES:
        behind = range(run + 1, min(len(tokens), run + 1 + _LONGEST_PARTICLES))
        capital = next((k for k in behind if word_at(tokens, k) not in _PARTICLES), run)
        end = end_of_name(tokens, capital) if capital > run and is_capitalised(tokens[capital]) else run
        known = (last for last in range(end, capital, -1) if _named(surface(tokens, first, last)))
        further = next(known, run)
        if further == run:
            return run
        run = further
    return run


def _with_kind(tokens: Sequence[Token], first: int, last: int, name: str) -> Mention | None:
    """As in "Datong city", "Washington state", "Chaoyang District": a name known to the vocabulary, and its kind."""
    kind = KINDS.get(bare(word_at(tokens, last)))
    if kind is None or owns(tokens, last):
        return None
    candidates = of_kind(name, kind)
    if candidates:
        return _mention(tokens, first, last + 1, candidates)
    return _unlisted(tokens, first, last) if kind in _UNLISTED and _named(name) else None


def _by_name(tokens: Sequence[Token], first: int, last: int, name: str) -> Mention | None:
    """As in "Datong", "neighbouring Xinbin": a name alone, with support where it is an English word too."""
    candidates = _named(name) or (_county_level(name) if word_at(tokens, first - 1) in _NEIGHBOURS else ())
    if not candidates or name.lower() in CALENDAR:
        return None
    if (
        candidates[0].ambiguous
        and word_at(tokens, last) not in KINDS
        and not (_is_located(tokens, first) or _is_explained(tokens, last))
    ):
        candidates = tuple(place for place in candidates if _is_held_by_next(tokens, last, place))
        if not candidates:
            return None
    return _mention(tokens, first, last, candidates)


def _mention(tokens: Sequence[Token], first: int, last: int, candidates: Sequence[Place]) -> Mention:
    likeliest, *others = candidates
    rivals = tuple(of_place(place) for place in others if place.kind == likeliest.kind)
    return Mention(first, last, "name", of_place(likeliest), possessive=owns(tokens, last), rivals=rivals)


def is_listed(name: str) -> bool:
    """Whether any place of the vocabulary has that name."""
    return bool(_named(name) or _county_level(name))


def _named(name: str) -> tuple[Place, ...]:
    """The places of that name, the likeliest first; "HARBIN" is Harbin."""
    found = _listed(name)
    if not found and name.isupper() and len(name) >= _SHORTEST_IN_CAPITALS:
        found = _listed(name.title())
    return found


@lru_cache(maxsize=_REMEMBERED)
def _listed(name: str) -> tuple[Place, ...]:
    return tuple(places()[place_id] for place_id in place_names().get(name, ()))


def of_kind(name: str, kind: PlaceKind) -> tuple[Place, ...]:
    """The places of that name and kind, the likeliest first; for want of them its county-level places of any kind."""
    found = tuple(place for place in _named(name) if place.kind == kind)
    if found or kind not in _OF_COUNTIES:
        return found
    counties = _county_level(name)
    return tuple(place for place in counties if place.kind == kind) or counties


def _county_level(name: str) -> tuple[Place, ...]:
    return tuple(places()[place_id] for place_id in county_names().get(name, ()))


def _is_located(tokens: Sequence[Token], first: int) -> bool:
    """Whether the words before an ambiguous name speak for a place: "in Reading", "the city of Reading"."""
    before = word_at(tokens, first - 1)
    return before in _BEFORE_PLACE or (before == "of" and word_at(tokens, first - 2) in _BEFORE_OF)


def _is_explained(tokens: Sequence[Token], last: int) -> bool:
    """Whether what stands behind the name's comma calls it a town: "Reading, the county town of Berkshire"."""
    if word_at(tokens, last) != "," or word_at(tokens, last + 1) not in ("a", "the", "once"):
        return False
    return any(word_at(tokens, k) in _TOWNS_OF or word_at(tokens, k) == "capital" for k in range(last + 2, last + 5))


def _is_held_by_next(tokens: Sequence[Token], last: int, place: Place) -> bool:
    """Whether the name behind a comma is of what holds the place: "Reading, Pennsylvania"."""
    if word_at(tokens, last) != ",":
        return False
    return any(holder.place_id in (place.parent, place.country) for holder in _named_at(tokens, last + 1))


def town_at(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """A town that the vocabulary does not know, by the words around it: "the town of Orford", "Orford, in Suffolk,"."""
    of_town = word_at(tokens, first - 1) == "of" and word_at(tokens, first - 2) in _TOWNS_OF
    of_people = word_at(tokens, first - 1) in ("of", "in") and word_at(tokens, first - 2) in RESIDENTS
    if not (of_town or of_people) and word_at(tokens, run) != ",":
        return None
    name = surface(tokens, first, run)
    if of_people:
        return Mention(first, run, "name", Entity(None, name, "other"), possessive=owns(tokens, run))
    if of_town:
        country = next(
            (demonyms()[token.text] for token in tokens[max(0, first - 4) : first] if token.text in demonyms()), None
        )
        entity = Entity(None, name, "city", parent=country, country=country)
        return Mention(first, run, "name", entity, possessive=owns(tokens, run))
    if tokens[first].lower in _NO_NAMES or name.lower() in CALENDAR:
        return None
    at = run + 2 if word_at(tokens, run + 1) == "in" else run + 1
    holder = next(iter(_named_at(tokens, at)), None)
    if holder is None or holder.kind not in ("province", "country") or first == 0 != run - 1:
        return None
    end = at + len(holder.name.split())
    if word_at(tokens, end) not in (",", ".", "-", "\u2013", "\u2014", ")", ""):
        return None
    entity = Entity(None, name, "city", parent=holder.place_id, country=holder.country or holder.place_id)
    return Mention(first, run, "name", entity)


def _named_at(tokens: Sequence[Token], first: int) -> tuple[Place, ...]:
    """The places that the longest name at token `first` may mean."""
    if first >= len(tokens) or not tokens[first].text[:1].isupper():
        return ()
    stop = min(len(tokens), first + _LONGEST_NAME)
    names = (_named(surface(tokens, first, last)) for last in range(stop, first, -1))
    return next((found for found in names if found), ())


def _by_kind(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """As in "Dongshui county", "Dongshui District": only its kind shows a name to be a county's or district's."""
    if run - 1 > first and bare(tokens[run - 1].lower) in _PROVINCES and tokens[first].lower not in _NO_NAMES:
        # "North-Western Province", of a country whose provinces no list has.
        entity = Entity(None, surface(tokens, first, run - 1), "province")
        return Mention(first, run, "name", entity, possessive=owns(tokens, run))
    if word_at(tokens, run).removesuffix("'s") in _UNLISTED and not owns(tokens, run):
        at = run
    elif run - 1 > first and bare(tokens[run - 1].lower) in _UNLISTED:
        at = run - 1
    else:
        return None
    only_leads = at > first + 1 and tokens[first].lower in _NO_NAMES
    return None if only_leads or tokens[first].lower in STOP else _unlisted(tokens, first, at)


def _unlisted(tokens: Sequence[Token], first: int, at: int) -> Mention:
    """A county or district that the vocabulary does not know; the word for its kind is token `at`."""
    kind = _UNLISTED[bare(tokens[at].lower)]
    entity = Entity(None, f"{surface(tokens, first, at)} {kind.title()}", kind)
    return Mention(first, at + 1, "name", entity, possessive=owns(tokens, at + 1))
