"""Places: China down to its counties, the world's countries, their first-level divisions, cities, and regions.

Belongs here: loading `data/places*.csv`, `countries.csv`, `regions.toml` and `demonyms.csv`, and looking places up by
id and by name. Does not: deciding which of several places a text means (`pipeline.extraction`), what belongs to a
place (`belongings.py`).

Ids: `CN-21` a province and `CN-2104` a prefecture-level division by its code of GB/T 2260, `CN-210421` a county or
district; `CN`, `DE` a country by ISO 3166-1; `US-OH` a first-level division elsewhere by ISO 3166-2;
`geonames:2127419` a city elsewhere; `CN-northeast`, `region-europe` a region of `regions.toml`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast

from pipeline.vocabulary.sorted_rows import SortedRows

_DATA = Path(__file__).parent / "data"
_COUNTIES = "places_counties.csv"
_TABLES = ("places_china.csv", "countries.csv", "places_divisions.csv", "places_world.csv", _COUNTIES)

PlaceKind = Literal["city", "province", "region", "country", "county", "district"]
"""What a place of the vocabulary may be: the kinds of `pipeline.extraction.model` that have names of their own."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names.

    `kind`: municipalities, prefecture-level and county-level cities are cities; autonomous prefectures and leagues,
    Hong Kong and Macau are regions; states, Länder and the like are provinces.
    `code` is that of GB/T 2260 (China, two, four or six digits), ISO 3166-1 alpha-3 (countries) or ISO 3166-2.
    `parent` is the id of the smallest place of the vocabulary that holds it, `country` the ISO 3166-1 alpha-2 code.
    `latitude` and `longitude` in degrees; those of a province or prefecture are its seat's.
    `spellings` are other names that English texts use; the name itself is not repeated.
    """

    place_id: str
    name: str
    kind: PlaceKind
    name_zh: str | None
    code: str | None
    parent: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    spellings: tuple[str, ...]
    population: int | None = None
    """Of the built-up place, as GeoNames has it: good for ranking, not for publishing."""
    ambiguous: bool = False
    """The name is also an English word, a person's name or very short: accept it only with support from the text."""
    members: tuple[str, ...] = ()
    """Ids of the places that make up a region, where these are places of the vocabulary."""
    needs_context: tuple[str, ...] = ()
    """Spellings that mean this place only where the text is about its country ("the northeast")."""


class _Places(Mapping[str, Place]):
    """Places by id; those of the tables are made when they are asked for."""

    def __init__(self, made: Mapping[str, Place], tables: Sequence[str]) -> None:
        self._made = dict(made)
        self._ready = tuple(made)
        self._tables = tables

    def __getitem__(self, place_id: str) -> Place:
        if place_id not in self._made:
            # One table after another: what is found in China's never reads the world's.
            rows = (_table(name).get(place_id) for name in self._tables)
            row = next((row for row in rows if row is not None), None)
            if row is None:
                raise KeyError(place_id)
            self._made[place_id] = _place(place_id, row)
        return self._made[place_id]

    def __iter__(self) -> Iterator[str]:
        yield from self._ready
        for name in self._tables:
            yield from _table(name)

    def __len__(self) -> int:
        return len(self._ready) + sum(len(_table(name)) for name in self._tables)


class _Names(Mapping[str, tuple[str, ...]]):
    """Names to ids, from a table whose second column holds the ids, the likeliest first."""

    def __init__(self, rows: SortedRows) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return tuple(self._rows[name][0].split(" "))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@cache
def places() -> Mapping[str, Place]:
    """All places by id, counties included. A look-up makes one place; going through all of them makes 40 000."""
    return _Places(regions(), _TABLES)


@cache
def counties() -> Mapping[str, Place]:
    """China's county-level divisions by id: county-level cities (kind `city`), counties and banners, districts."""
    return _Places({}, (_COUNTIES,))


@cache
def place_names() -> Mapping[str, tuple[str, ...]]:
    """Names as written -> ids of the places that they may mean, the likeliest first; no counties, no districts.

    Countries come first, then China's places before others of the same name, a province before the city of the same
    name, larger cities before smaller ones; a place's own name goes before another's other spelling.
    """
    return _Names(_table("places_names.csv"))


@cache
def county_names() -> Mapping[str, tuple[str, ...]]:
    """Names of China's county-level divisions, without "county" or "district" -> ids, in the order of their codes."""
    found: dict[str, tuple[str, ...]] = {}
    for place in counties().values():
        for name in {place.name, *place.spellings}:
            found[name] = (*found.get(name, ()), place.place_id)
    return MappingProxyType(found)


@cache
def context_names() -> frozenset[str]:
    """Names that mean a region only where the text is about its country, such as "the northeast"."""
    return frozenset(name for place in regions().values() for name in place.needs_context)


@cache
def demonyms() -> Mapping[str, str]:
    """Adjectives and nouns of nationality as written ("Chinese", "Germans") -> id of the country."""
    with (_DATA / "demonyms.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType(
            {word: row["country"] for row in csv.DictReader(file) for word in row["words"].split("|")}
        )


@cache
def _table(name: str) -> SortedRows:
    return SortedRows(_DATA / name)


@cache
def regions() -> Mapping[str, Place]:
    """Groups of provinces, parts of countries and groups of countries, by id."""
    with (_DATA / "regions.toml").open("rb") as file:
        table = tomllib.load(file)
    return MappingProxyType({place_id: _region(place_id, entry) for place_id, entry in table["region"].items()})


def _region(place_id: str, entry: Mapping[str, Any]) -> Place:
    needs_context = tuple(entry.get("needs_context", ()))
    return Place(
        place_id=place_id,
        name=entry["name"],
        kind="region",
        name_zh=entry.get("name_zh"),
        code=None,
        parent=entry.get("parent"),
        country=entry.get("country"),
        latitude=None,
        longitude=None,
        spellings=(*entry.get("spellings", ()), *needs_context),
        ambiguous=entry.get("ambiguous", False),
        members=tuple(entry.get("members", ())),
        needs_context=needs_context,
    )


def _place(place_id: str, row: Sequence[str]) -> Place:
    name, kind, name_zh, code, parent, country, latitude, longitude, population, ambiguous, spellings = row
    return Place(
        place_id=place_id,
        name=name,
        kind=cast("PlaceKind", kind),
        name_zh=name_zh or None,
        code=code or None,
        parent=parent or None,
        country=country or None,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        spellings=tuple(spellings.split("|")) if spellings else (),
        population=int(population) if population else None,
        ambiguous=ambiguous == "true",
    )
