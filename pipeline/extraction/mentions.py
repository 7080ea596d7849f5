"""Mentions: the names of places, facilities and organisations in a sentence, and the words that refer back to them.

Belongs here: recognising them in tokens. Does not: deciding which of them a figure is about (`topics`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.extraction.model import PlaceKind, SubjectKind
from pipeline.extraction.nouns import STOP
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.belongings import belongings
from pipeline.vocabulary.language import calendar, entity_nouns, words
from pipeline.vocabulary.places import Place, county_names, demonyms, place_names, places

MentionKind = Literal["name", "reference", "pronoun", "adjective", "person"]

_NOUNS = entity_nouns()
_MONTHS = calendar().months
_WEEKDAYS = calendar().weekdays
_PLACE_SUFFIX = {
    "province": "province",
    "city": "city",
    "county": "county",
    "district": "district",
    "municipality": "city",
    "prefecture": "city",
    "state": "province",
}
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
_PRONOUNS = frozenset({"it", "its", "they", "their", "them", "there", "itself"})
_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "professor",
        "president",
        "premier",
        "secretary",
        "chairman",
        "mayor",
        "governor",
        "manager",
        "analyst",
    }
)
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Entity:
    """What a figure may be about: a place, or a facility or organisation with the place that it belongs to."""

    place_id: str | None
    place: str | None
    place_kind: PlaceKind | None
    subject: str | None = None
    subject_kind: SubjectKind | None = None
    noun: str = ""
    """The common noun of a facility or organisation, for references back ("the mine")."""
    members: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention over tokens `first` to `last` (exclusive). `word` is the pronoun or the noun of a reference."""

    first: int
    last: int
    kind: MentionKind
    entity: Entity | None = None
    word: str = ""
    possessive: bool = False


def of_place(place: Place) -> Entity:
    """The entity that a place is."""
    return Entity(
        place.place_id,
        place.name,
        place.kind,
        country=place.country,
        parent=place.parent,
        members=place.members if place.kind == "region" else (),
    )


@lru_cache(maxsize=50_000)
def place_named(name: str) -> Place | None:
    """The likeliest place of that name, or null."""
    ids = place_names().get(name)
    return places()[ids[0]] if ids else None


@lru_cache(maxsize=50_000)
def _places_named(name: str) -> tuple[Place, ...]:
    return tuple(places()[i] for i in place_names().get(name, ()))


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """All mentions of a sentence in order, none overlapping."""
    out: list[Mention] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        mention = None
        if token.kind == "w":
            if token.text[0].isupper() and not (token.lower in _ARTICLES or token.lower in _PRONOUNS):
                mention = _region(tokens, i) or _name(tokens, i)
            if mention is None:
                mention = _reference(tokens, i)
        if mention is None:
            i += 1
        else:
            out.append(mention)
            i = mention.last
    return out


# ---------------------------------------------------------------------- names
def _bare(word: str) -> str:
    for ending in ("'s", "’s", "`s", "'", "’"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _is_possessive(token: Token, following: Token | None) -> bool:
    return token.lower.endswith("'s") or (
        token.lower.endswith("s") and following is not None and following.text in ("'", "’") and following.glued
    )


def _capital_run(tokens: Sequence[Token], i: int) -> int:
    """The token after the run of capitalised words that starts at `i`; "of" and "and" inside organisations belong to it."""
    j = i
    count = len(tokens)
    while j < count:
        token = tokens[j]
        if token.kind == "w" and token.text[0].isupper() and (j == i or token.lower not in STOP):
            if j > i and (token.lower in _MONTHS and j + 1 < count and tokens[j + 1].kind == "n"):
                break
            j += 1
            if token.lower.endswith("'s"):
                break
        elif (
            token.text in "-‐‑"
            and token.glued
            and j + 1 < count
            and tokens[j + 1].glued
            and tokens[j + 1].kind == "w"
            and tokens[j + 1].text[0].isupper()
        ):
            j += 1
        elif (
            token.lower in ("of", "for")
            and j > i
            and tokens[j - 1].lower in _NOUNS.organisations
            and j + 1 < count
            and (
                tokens[j + 1].text[0].isupper()
                or (tokens[j + 1].lower == "the" and j + 2 < count and tokens[j + 2].text[0].isupper())
            )
        ):
            j += 2 if tokens[j + 1].lower == "the" else 1
        else:
            break
    return j


def _name(tokens: Sequence[Token], i: int) -> Mention | None:
    """A mention that begins with a capitalised word; the longest of: a known facility, an organisation, a place."""
    run = _capital_run(tokens, i)
    known = _known_belonging(tokens, i, run)
    if known is not None:
        return known
    place = _known_place(tokens, i, run)
    subject = _unknown_subject(tokens, i, run, place)
    if subject is not None:
        return subject
    if place is not None:
        if place.last < run and not _separate(tokens, place.last, run):
            # "Shanghai Zhang": a longer name that only begins with a place.
            return Mention(i, run, "person")
        return place
    if tokens[i].lower in demonyms_lower() and run <= i + 1:
        adjective = demonyms().get(_bare(tokens[i].text))
        if adjective is not None:
            return Mention(i, i + 1, "adjective", of_place(places()[adjective]), word=tokens[i].lower)
    apposed = _facility_by_apposition(tokens, i, run)
    if apposed is not None:
        return apposed
    if run > i + 1 and tokens[i].lower not in STOP:
        inner = None if i == 0 and run == i + 2 else _known_place(tokens, i + 1, run)
        if (
            i == 0
            and (place := _known_place(tokens, i + 1, run)) is not None
            and place.last == run
            and tokens[0].lower not in _TITLES
            and tokens[0].lower in _SENTENCE_OPENERS
        ):
            return None
        if (
            inner is not None
            and inner.last == run
            and tokens[i].lower
            in (
                "north",
                "south",
                "east",
                "west",
                "central",
                "northern",
                "southern",
                "eastern",
                "western",
                "northeast",
                "northeastern",
                "downtown",
                "greater",
                "rural",
                "urban",
                "neighbouring",
                "neighboring",
            )
        ):
            return None
        return Mention(i, run, "person")
    return None


def _facility_by_apposition(tokens: Sequence[Token], i: int, run: int) -> Mention | None:
    """As in "Shengli, the colliery that was shut": a name that only its apposition shows to be a facility."""
    if run + 2 >= len(tokens) or tokens[run].text != "," or tokens[run + 1].lower not in ("the", "a", "an"):
        return None
    for k in range(run + 2, min(len(tokens), run + 7)):
        word = tokens[k].lower
        if word in ("district", "county", "township", "village", "suburb"):
            return Mention(
                i,
                run,
                "name",
                Entity(None, _surface(tokens, i, run), "county" if word == "county" else "district"),
                word=word,
            )
        if (
            word in _NOUNS.organisations
            and _NOUNS.organisations[word] == "firm"
            and not (k + 1 < len(tokens) and tokens[k + 1].lower in _NOUNS.organisations)
        ):
            return Mention(
                i, run, "name", Entity(None, None, None, _surface(tokens, i, run), "organisation", word), word=word
            )
        if word in ("resort", "mining", "steel", "energy", "chemical", "chemicals", "motor", "bank"):
            continue
        if word in _NOUNS.facilities and word not in ("line", "site", "station", "market", "park"):
            return Mention(
                i,
                run,
                "name",
                Entity(None, None, None, f"{_surface(tokens, i, run)} {word}", "facility", word),
                word=word,
            )
        if tokens[k].kind != "w" or word in STOP:
            return None
    return None


_SENTENCE_OPENERS = words("mentions", "sentence_openers")


@lru_cache(maxsize=1)
def demonyms_lower() -> frozenset[str]:
    """Adjectives of nationality in lower case."""
    return frozenset(word.lower() for word in demonyms())


def _separate(tokens: Sequence[Token], first: int, run: int) -> bool:
    """Whether the rest of a run of capitals after a place is something else: a month, a weekday, a place suffix."""
    word = tokens[first].lower
    return tokens[first - 1].lower.endswith("'s") or word in _MONTHS or word in _WEEKDAYS or word in _PLACE_SUFFIX


def _known_belonging(tokens: Sequence[Token], i: int, run: int) -> Mention | None:
    table = belongings()
    for j in range(min(len(tokens), i + 6), i, -1):
        if j - 1 >= run + 1:
            continue
        surface = _surface(tokens, i, j)
        found = table.get(surface)
        if found is not None:
            home = places().get(found.place_id) if found.place_id else None
            noun = tokens[j - 1].lower.removesuffix("'s")
            following = tokens[j] if j < len(tokens) else None
            entity = Entity(
                found.place_id,
                home.name if home else None,
                home.kind if home else None,
                found.name,
                found.kind,
                noun,
                country=home.country if home else None,
                parent=home.parent if home else None,
            )
            return Mention(i, j, "name", entity, word=noun, possessive=_is_possessive(tokens[j - 1], following))
    return None


def _surface(tokens: Sequence[Token], i: int, j: int) -> str:
    out = tokens[i].text
    for k in range(i + 1, j):
        out += ("" if tokens[k].glued else " ") + tokens[k].text
    return _bare(out)


def _known_place(tokens: Sequence[Token], i: int, run: int) -> Mention | None:
    for j in range(min(run, i + _LONGEST_NAME), i, -1):
        surface = _surface(tokens, i, j)
        candidates = _places_named(surface)
        if not candidates and surface.isupper() and len(surface) > 4:
            candidates = _places_named(surface.title())
        if not candidates:
            continue
        suffix_at = j
        suffix = tokens[j].lower if j < len(tokens) else ""
        following = tokens[j] if j < len(tokens) else None
        place = candidates[0]
        last = j
        if suffix in _PLACE_SUFFIX and not tokens[j - 1].lower.endswith("'s"):
            wanted = _PLACE_SUFFIX[suffix]
            match = next((c for c in candidates if c.kind == wanted), None)
            if match is None and wanted in ("county", "district", "city"):
                match = _county(surface)
            if match is not None:
                place, last = match, suffix_at + 1
                following = tokens[last] if last < len(tokens) else None
            elif wanted in ("county", "district"):
                return Mention(
                    i, suffix_at + 1, "name", Entity(None, surface, "county" if wanted == "county" else "district")
                )
        if surface.lower() in _MONTHS or surface.lower() in _WEEKDAYS:
            continue
        if place.ambiguous and not _supports_place(tokens, i, j):
            continue
        return Mention(i, last, "name", of_place(place), possessive=_is_possessive(tokens[last - 1], following))
    return _county_name(tokens, i, run)


def _county(name: str) -> Place | None:
    ids = county_names().get(name)
    return places()[ids[0]] if ids else None


def _county_name(tokens: Sequence[Token], i: int, run: int) -> Mention | None:
    """As in "Dongfeng county", "Sujiatun District": a county-level name, known or not, with its kind behind it."""
    if run >= len(tokens) + 1 or run == i:
        return None
    last = run
    suffix = tokens[run].lower if run < len(tokens) else ""
    if suffix not in ("county", "district"):
        suffix = tokens[run - 1].lower
        if suffix not in ("county", "district") or run - 1 <= i:
            return None
        last, end = run, run - 1
    else:
        last, end = run + 1, run
    name = _surface(tokens, i, end)
    place = _county(name)
    entity = (
        of_place(place)
        if place is not None
        else Entity(None, f"{name} {suffix.title()}", "county" if suffix == "county" else "district")
    )
    return Mention(i, last, "name", entity)


def _supports_place(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether the words around an ambiguous name speak for a place."""
    before = tokens[i - 1].lower if i else ""
    if (i and before in ("in", "near", "around", "at")) or (
        before == "of" and i >= 2 and tokens[i - 2].lower in ("city", "town", "province", "port", "state")
    ):
        return True
    return j < len(tokens) and tokens[j].lower in _PLACE_SUFFIX


def _unknown_subject(tokens: Sequence[Token], i: int, run: int, place: Mention | None) -> Mention | None:
    """A name that its last noun shows to be a facility or organisation: "Taixin mine", "Fushun Mining Group"."""
    if tokens[i].lower in STOP or tokens[i].lower in _TITLES:
        return None
    last, noun, kind = run, "", None
    tail = tokens[run - 1].lower.removesuffix("'s")
    after = tokens[run].lower if run < len(tokens) else ""
    if after == "no" and run + 2 < len(tokens) and tokens[run + 1].text == "." and tokens[run + 2].kind == "n":
        last = run + 3
        after = tokens[last].lower if last < len(tokens) else ""
        kind, noun = "facility", "mine"
    if (
        tail == "no"
        and run + 1 < len(tokens)
        and tokens[run].text == "."
        and tokens[run + 1].kind == "n"
        and run > i + 1
    ):
        last = run + 2
        kind, noun = "facility", "mine"
        after = tokens[last].lower if last < len(tokens) else ""
        if after in _NOUNS.facilities:
            noun, last = after, last + 1
    elif (
        after in _NOUNS.facilities
        and after not in ("market", "school", "line", "site", "works", "field", "station", "office")
        and not tokens[run - 1].lower.endswith("'s")
        and tokens[run - 1].lower not in demonyms_lower()
    ):
        if place is not None and place.last == run and run < len(tokens):
            # "the Tongling bridge", "a Fushun mine": a facility of the place, known by its noun.
            noun, kind, last = after, "facility", run + 1
        else:
            noun, kind, last = after, "facility", run + 1
    elif run > i + 1 and tail in _NOUNS.facilities:
        noun, kind = tail, "facility"
    elif run > i + 1 and (
        tail in _NOUNS.organisations
        or any(
            t.lower
            in (
                "bank",
                "ministry",
                "bureau",
                "university",
                "institute",
                "group",
                "association",
                "commission",
                "academy",
                "administration",
            )
            for t in tokens[i:run]
        )
    ):
        noun, kind = tail, "organisation"
    if kind is None:
        return None
    name = _surface(tokens, i, last)
    home = place.entity if place is not None else None
    entity = Entity(
        home.place_id if home else None, home.place if home else None, home.place_kind if home else None, name,
        "facility" if kind == "facility" else "organisation", noun, country=home.country if home else None, parent=home.parent if home else None,
    )  # fmt: skip
    following = tokens[last] if last < len(tokens) else None
    return Mention(i, last, "name", entity, word=noun, possessive=_is_possessive(tokens[last - 1], following))


# ---------------------------------------------------------------------- words that refer back
def _reference(tokens: Sequence[Token], i: int) -> Mention | None:
    word = tokens[i].lower
    base = word.removesuffix("'s")
    if word in _PRONOUNS or base in ("it", "they"):
        return Mention(i, i + 1, "pronoun", word=word, possessive=word in ("its", "their"))
    if word in ("here",):
        return Mention(i, i + 1, "pronoun", word="there")
    if base in ("national", "nationwide", "nationally", "provincial", "region-wide", "domestic"):
        return Mention(i, i + 1, "adjective", word=base)
    if word in ("the", "this", "that", "its", "these", "those", "our"):
        return _determined(tokens, i)
    return None


def _determined(tokens: Sequence[Token], i: int) -> Mention | None:
    """As in "the city", "the company's", "the two", "the former", "the three provinces", "the northeast"."""
    count = len(tokens)
    j = i + 1
    if j >= count:
        return None
    region = _region(tokens, i)
    if region is not None:
        return region
    while (
        j < count
        and j <= i + 3
        and tokens[j].lower
        in (
            "whole",
            "entire",
            "former",
            "old",
            "same",
            "northern",
            "southern",
            "parent",
            "two",
            "three",
            "four",
            "five",
            "both",
            "other",
            "resource",
            "coal",
            "oil",
            "steel",
            "mining",
            "northeastern",
            "northeast",
            "state-owned",
            "neighbouring",
            "neighboring",
            "-",
            "once",
        )
    ):
        if tokens[j].lower == "former" and (j + 1 >= count or tokens[j + 1].lower not in _NOUNS.references):
            return Mention(i, j + 1, "reference", word="former", possessive=False)
        if tokens[j].lower in ("two", "three", "four", "both") and (
            j + 1 >= count
            or tokens[j + 1].lower
            not in {
                "provinces",
                "cities",
                "towns",
                "counties",
                "places",
                "northeastern",
                "northeast",
                "firms",
                "companies",
                "mines",
                "plants",
                "coal",
                "resource",
                "steel",
            }
        ):
            return Mention(i, j + 1, "reference", word=tokens[j].lower)
        j += 1
    if j >= count:
        return None
    word = tokens[j].lower
    base = word.removesuffix("'s")
    if base == "latter":
        return Mention(i, j + 1, "reference", word="latter")
    if base in {"provinces", "cities", "towns", "counties"} and any(
        tokens[k].lower in ("two", "three", "four", "five", "both", "these") for k in range(i, j)
    ):
        size = next(
            (tokens[k].lower for k in range(i, j) if tokens[k].lower in ("two", "three", "four", "five", "both")), ""
        )
        return Mention(i, j + 1, "reference", word=f"group-{base}-{size}")
    if base in _NOUNS.references and not (j + 1 < count and tokens[j + 1].text in "-‐‑" and tokens[j + 1].glued):
        if j > i + 1 and tokens[i].lower == "its":
            return None
        if tokens[i].lower == "its" and _NOUNS.references[base] in ("facility", "organisation"):
            return None
        following = tokens[j + 1].lower if j + 1 < count else ""
        if _NOUNS.references[base] in ("facility", "organisation") and (
            following in _NOUNS.facilities or following in _NOUNS.organisations
        ):
            return None
        if base == "place" or (
            base in ("area", "line", "site", "field", "works", "station", "state", "block", "park")
            and following == "of"
        ):
            return None
        if base == "city" and following == "of":
            return None
        word_of = (
            f"that-{base}"
            if tokens[i].lower == "that" and _NOUNS.references[base] in ("city", "province", "county")
            else base
        )
        return Mention(i, j + 1, "reference", word=word_of, possessive=word.endswith("'s"))
    return None


def _region(tokens: Sequence[Token], i: int) -> Mention | None:
    """As in "the northeast", "the Northeast", "the three northeastern provinces": a region of the vocabulary."""
    for j in range(min(len(tokens), i + 5), i + 1, -1):
        surface = _surface(tokens, i, j)
        place = (
            place_named(surface)
            or place_named(surface[4:] if surface.lower().startswith("the ") else surface)
            or place_named(surface.lower())
        )
        if place is not None and place.kind == "region" and place.members:
            following = tokens[j] if j < len(tokens) else None
            return Mention(i, j, "name", of_place(place), possessive=_is_possessive(tokens[j - 1], following))
    return None
