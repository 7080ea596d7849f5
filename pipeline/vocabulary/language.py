"""Words of English that the grammar is made with: number words, hedges, words of change, calendar words, closed lists.

Belongs here: loading the tables of words under `data/`, one loader for each file. Does not: any rule that puts these
words together (`pipeline.extraction`), units, currencies, names and indicators, which have loaders of their own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_DATA = Path(__file__).parent / "data"

Words = tuple[str, ...]
"""A phrase, word by word, lower case."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words, lower case, with their values."""

    cardinals: Mapping[str, int]
    denominators: Mapping[str, int]
    ordinals: Mapping[str, int]
    multiples: Mapping[str, float]
    adverbs: Mapping[str, int]
    fractions_unicode: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedges as word sequences: before and after a number, to their comparator; words that change nothing."""

    before: Mapping[Words, str]
    after: Mapping[Words, str]
    neutral: frozenset[Words]
    about_width: float


@dataclass(frozen=True, slots=True)
class Changes:
    """Words of change as word sequences, to their direction ("up", "down", or "" where the word leaves it open)."""

    verbs: Mapping[Words, str]
    nouns: Mapping[str, str]
    particles: Mapping[str, str]
    comparatives: Mapping[str, str]
    rate_nouns: frozenset[Words]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months and weekdays by name, seasons as first and last month, parts of a decade in tenths, spans in months.

    `fiscal`: country -> first month of its fiscal year, and how many years that lies from the year that names it.
    `eras`: turns of phrase that tell a year.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    parts: Mapping[str, tuple[int, int]]
    spans: Mapping[str, int]
    fiscal: Mapping[str, tuple[int, int]]
    eras: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class EntityNouns:
    """Nouns of facilities, organisations and places; words of report; prepositions of place. All lower case.

    `facilities` and `organisations` map a noun to its group, `references` to the kind of thing it refers back to.
    """

    facilities: Mapping[str, str]
    organisations: Mapping[str, str]
    references: Mapping[str, str]
    reports: frozenset[str]
    aside: frozenset[str]
    location: frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Nouns of a whole in the singular, phrases of which one must be said of a part, the indicator of the share."""

    wholes: frozenset[str]
    words: tuple[str, ...]
    share: str


@dataclass(frozen=True, slots=True)
class Composition:
    """A counted noun, phrases of which one must be said of it, and the indicators of their count and their share."""

    noun: str
    words: tuple[str, ...]
    count: str | None
    share: str | None


@cache
def numerals() -> Numerals:
    """The table of number words."""
    table = _load("numerals.toml")
    return Numerals(**{name: MappingProxyType(table[name]) for name in Numerals.__slots__})


@cache
def hedges() -> Hedges:
    """The table of hedges."""
    table = _load("hedges.toml")
    return Hedges(
        before=_by_phrase(table["before"]),
        after=_by_phrase(table["after"]),
        neutral=_phrases(table["neutral"]["words"]),
        about_width=table["about"]["width"],
    )


@cache
def changes() -> Changes:
    """The table of words of change."""
    table = _load("changes.toml")
    return Changes(
        verbs=MappingProxyType({k: "" if v == "none" else v for k, v in _by_phrase(table["verbs"]).items()}),
        nouns=_by_word(table["nouns"]),
        particles=_by_word(table["particles"]),
        comparatives=_by_word(table["comparatives"]),
        rate_nouns=_phrases(table["rates"]["nouns"]),
    )


@cache
def calendar() -> Calendar:
    """The table of calendar words."""
    table = _load("calendar.toml")
    return Calendar(
        months=MappingProxyType(table["months"]),
        weekdays=MappingProxyType(table["weekdays"]),
        seasons=_pairs(table["seasons"]),
        parts=_pairs(table["parts"]),
        spans=MappingProxyType(table["spans"]),
        fiscal=_pairs(table["fiscal"]),
        eras=MappingProxyType(table["eras"]),
    )


@cache
def entity_nouns() -> EntityNouns:
    """The table of entity nouns."""
    table = _load("entities.toml")
    return EntityNouns(
        facilities=_by_word(table["facilities"]),
        organisations=_by_word(table["organisations"]),
        references=_by_word(table["references"]),
        reports=frozenset(table["reports"]["verbs"]),
        aside=frozenset(table["aside"]["prepositions"]),
        location=frozenset(table["aside"]["location"]),
    )


@cache
def irregular_forms() -> Mapping[str, str]:
    """Irregular form of a verb -> its lemma, lower case."""
    lemmas = _load("verbs.toml")["irregular"].items()
    return MappingProxyType({form: lemma for lemma, forms in lemmas for form in forms})


@cache
def irregular_plurals() -> Mapping[str, str]:
    """Irregular plural of a noun -> its singular, lower case."""
    return MappingProxyType(_load("nouns.toml")["irregular"])


@cache
def event_verbs() -> Mapping[str, str]:
    """Verb (lemma, with its particle) -> the participle that names its event: "tear down" -> demolished."""
    return _by_word(_load("verbs.toml")["events"])


@cache
def implied_measures() -> Mapping[str, Mapping[str, str]]:
    """Quantity kind -> lemma of a verb -> the noun for what it says of an amount of that kind."""
    return MappingProxyType({kind: _by_word(group) for kind, group in _load("verbs.toml")["implied"].items()})


@cache
def modality_words() -> Mapping[Words, str]:
    """Phrases -> the modality that they give to the figures of their clause."""
    return _by_phrase(_load("modality.toml")["modality"])


@cache
def parts() -> tuple[Part, ...]:
    """The table of parts of a whole, in the order of the data file."""
    return tuple(
        Part(frozenset(entry["wholes"]), tuple(entry["words"]), entry["share"])
        for entry in _load("compositions.toml")["part"]
    )


@cache
def compositions() -> tuple[Composition, ...]:
    """The table of compositions, one for each noun, in the order of the data file."""
    return tuple(
        Composition(noun, tuple(entry["words"]), entry.get("count"), entry.get("share"))
        for entry in _load("compositions.toml")["composition"]
        for noun in entry["nouns"]
    )


def words(part: str, name: str) -> frozenset[str]:
    """The closed list `name` of the part `part` of the grammar, lower case.

    Raises:
        KeyError: `data/words.toml` has no such list.
    """
    return frozenset(_word_lists()[part][name])


@cache
def _word_lists() -> Mapping[str, Mapping[str, list[str]]]:
    return _load("words.toml")


def _load(name: str) -> dict[str, Any]:
    with (_DATA / name).open("rb") as file:
        return tomllib.load(file)


def _phrases(phrases: Iterable[str]) -> frozenset[Words]:
    return frozenset(tuple(phrase.split()) for phrase in phrases)


def _by_phrase(groups: Mapping[str, Iterable[str]]) -> Mapping[Words, str]:
    return MappingProxyType({tuple(phrase.split()): name for name, phrases in groups.items() for phrase in phrases})


def _by_word(groups: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return MappingProxyType({word: name for name, words in groups.items() for word in words})


def _pairs(table: Mapping[str, Iterable[int]]) -> Mapping[str, tuple[int, int]]:
    return MappingProxyType({name: (first, last) for name, (first, last) in table.items()})
