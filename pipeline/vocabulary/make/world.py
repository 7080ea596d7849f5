"""The world outside China: countries, their first-level divisions, cities.

Belongs here: which of them are taken in, and under which names. Does not: China's places, regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.vocabulary.make.ambiguity import Ambiguity
from pipeline.vocabulary.make.inputs import Inputs, Town
from pipeline.vocabulary.make.rows import Override, corrected
from pipeline.vocabulary.make.spelling import expanded, plain
from pipeline.vocabulary.places import Place, PlaceKind

_SMALLEST_TOWN = 15_000
# Divisions of smaller countries are districts that no text outside them names.
_SMALLEST_COUNTRY_WITH_DIVISIONS = 4_000_000
# GB/T 2260 has China's own divisions; Taiwan's are not told from its cities by name.
_NO_DIVISIONS = frozenset({"CN", "HK", "MO", "TW"})
# ISO 3166-1 has codes for them, but they are part of China's tables of regions.
_PARTS_OF_CHINA = frozenset({"HK", "MO"})
_ABOLISHED = frozenset({"AN", "CS"})
_NOTE = re.compile("\\s*\\(.*\\)|[\u00b2\u00b3\u00b9]$")
# What says of which level a division is; a text may leave it out.
_LEVEL = re.compile(" (?:Krai|Okrug|Province|Region|Prefecture|District|County|Division|Autonomous Community|oblysy)$")
# Names that tell a division only from its neighbours.
_DIRECTION = re.compile(
    "(?:(?:north|south|east|west|centr|upper|far|capital|federal|est|nord|sud|ouest)[a-z]*"
    "|area|borders|dependencies|district|region|[ -])+"
)
# Parts of cities that GeoNames names after their city, and numbered divisions.
_NO_NAME = re.compile("Kreis|/|[0-9]")


@dataclass(frozen=True)
class World:
    """Places outside China, made from the packages' data."""

    inputs: Inputs
    overrides: Mapping[str, Override]
    ambiguity: Ambiguity

    @cached_property
    def countries(self) -> list[Place]:
        """Countries and territories of ISO 3166-1, with CLDR's English names; no position on their status."""
        names = self.inputs.territory_names()
        entries = (entry for entry in self.inputs.countries() if entry["iso"] not in _ABOLISHED)
        return [
            self._country(entry["iso"], entry["iso3"], names, entry["population"])
            for entry in entries
            if entry["iso"] in names
        ]

    def divisions(self) -> Iterator[Place]:
        """States, provinces, Länder and the like of the larger countries."""
        names = self.inputs.subdivision_names()
        for country in self.countries:
            size = country.population or 0
            if country.place_id in _NO_DIVISIONS or size < _SMALLEST_COUNTRY_WITH_DIVISIONS:
                continue
            codes = self._first_levels.get(country.place_id, ())
            full = {code: _bare(names[code]) for code in codes if code in names and not _NO_NAME.search(names[code])}
            short = {code: _LEVEL.sub("", name) for code, name in full.items()}
            for code, name in full.items():
                place_id = f"{code[:2]}-{code[2:]}".upper()
                if _DIRECTION.fullmatch(name.lower()) and place_id not in self.overrides:
                    continue
                # "Altai" is the republic, so that Altai Krai cannot go by it; and "Southern" is no name.
                shared = list(short.values()).count(short[code]) > 1 or self.ambiguity.of_division(short[code])
                yield self._division(place_id, name, [] if shared else [short[code]], country)

    def cities(self) -> Iterator[Place]:
        """GeoNames' places of at least 15 000 people, and the smaller ones that the corrections name."""
        countries = {country.place_id: country for country in self.countries}
        states = set(self._first_levels["US"])
        for town in self.inputs.towns(1000):
            place_id = f"geonames:{town.geonames_id}"
            if town.country == "CN" or town.country not in countries or _NO_NAME.search(town.name):
                continue
            if town.population >= _SMALLEST_TOWN or place_id in self.overrides:
                # GeoNames has the postal abbreviations in the United States, and codes of its own elsewhere.
                state = f"us{town.division.lower()}" if town.country == "US" else ""
                parent = f"US-{town.division}" if state in states else town.country
                yield self._city(place_id, town, parent, countries[town.country].country)

    @cached_property
    def _first_levels(self) -> Mapping[str, list[str]]:
        return self.inputs.first_levels()

    def _country(self, code: str, alpha3: str, names: Mapping[str, str], population: int) -> Place:
        part = code in _PARTS_OF_CHINA
        name = names.get(f"{code}-alt-short", names[code]) if part else _bare(names[code])
        variants = (value for key, value in names.items() if key.startswith(f"{code}-alt-"))
        place = _place(
            place_id=code,
            name=name,
            kind="region" if part else "country",
            parent="CN" if part else None,
            country="CN" if part else code,
            spellings=_spellings(map(_bare, (name, names[code], *variants))),
        )
        return corrected(replace(place, code=alpha3, population=population), self.overrides)

    def _division(self, place_id: str, name: str, short: Iterable[str], country: Place) -> Place:
        # No English text keeps the macrons of Japanese.
        written = plain(name) if country.place_id == "JP" else name
        place = _place(
            place_id=place_id,
            name=written,
            kind="province",
            parent=country.place_id,
            country=country.place_id,
            spellings=_spellings([*short, name])[1:],
        )
        return self._judged(replace(place, code=place_id))

    def _city(self, place_id: str, town: Town, parent: str, country: str | None) -> Place:
        name = _bare(town.name)
        written = plain(name) if town.country == "JP" else name
        place = _place(
            place_id=place_id,
            name=written,
            kind="city",
            parent=parent,
            country=country,
            spellings=_spellings([name]),
        )
        place = replace(place, latitude=town.latitude, longitude=town.longitude, population=town.population)
        return self._judged(place)

    def _judged(self, place: Place) -> Place:
        """The place with the corrections to it, and ambiguous as the rule says where they are silent."""
        place = corrected(place, self.overrides)
        override = self.overrides.get(place.place_id)
        if override is not None and override.ambiguous is not None:
            return place
        size = place.population or 0
        city = place.kind == "city"
        rule = self.ambiguity.of_city(place.name, size) if city else self.ambiguity.of_division(place.name)
        return replace(place, ambiguous=rule)


def _place(
    place_id: str, name: str, kind: PlaceKind, parent: str | None, country: str | None, spellings: Iterable[str]
) -> Place:
    return Place(
        place_id=place_id,
        name=name,
        kind=kind,
        name_zh=None,
        code=None,
        parent=parent,
        country=country,
        latitude=None,
        longitude=None,
        spellings=tuple(spellings),
    )


def _bare(name: str) -> str:
    """The name without notes in brackets and what follows a comma, with a straight apostrophe and "and"."""
    return _NOTE.sub("", name.partition(", ")[0]).replace("\u2019", "'").replace(" & ", " and ")


def _spellings(names: Iterable[str]) -> list[str]:
    """The names in all their spellings, each once.

    Without accents, with umlauts written out, without apostrophes ("Prokopyevsk"), with "St" for "St." and "Saint".
    """
    forms = (form for name in names for form in (name, plain(name), plain(expanded(name))))
    unmarked = (other for form in forms for other in (form, form.replace("'", "")))
    saints = (other for form in unmarked for other in (form, *_saints(form)))
    return list(dict.fromkeys(form for form in saints if not set(form) & set(',"(')))


def _saints(name: str) -> list[str]:
    found = re.match("(?:St\\.|Saint) (?P<who>.+)", name)
    return [f"{saint} {found['who']}" for saint in ("St.", "St", "Saint")] if found else []
