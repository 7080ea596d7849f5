"""The tables of places as files: laying them out, and the hand-made corrections to them.

Belongs here: the columns of `places_*.csv` and `countries.csv`; `places_overrides.csv`. Does not: which places exist.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.vocabulary.make.spelling import plain
from pipeline.vocabulary.places import Place

COLUMNS = (
    "place_id", "name", "kind", "name_zh", "code", "parent", "country",
    "latitude", "longitude", "population", "ambiguous", "spellings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Override:
    """A correction made by hand to what the packages say of a place; empty fields correct nothing."""

    place_id: str
    name: str
    spellings: tuple[str, ...]
    ambiguous: bool | None
    precedes: str
    """Id of a place of the same name that would otherwise come before this one."""
    seat: str
    """Chinese name of the seat, by which a prefecture is found in GeoNames."""


def read_overrides(path: Path) -> Mapping[str, Override]:
    """The corrections by place id, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["place_id"]: _override(row) for row in csv.DictReader(file)}


def corrected(place: Place, overrides: Mapping[str, Override]) -> Place:
    """The place with the corrections to it; its plain spelling is added, its own name is not repeated."""
    override = overrides.get(place.place_id)
    if override is not None:
        place = replace(
            place,
            name=override.name or place.name,
            spellings=(*override.spellings, *place.spellings),
            ambiguous=place.ambiguous if override.ambiguous is None else override.ambiguous,
        )
    spellings = dict.fromkeys((*place.spellings, plain(place.name)))
    return replace(place, spellings=tuple(spelling for spelling in spellings if spelling != place.name))


def sorted_csv(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A file for `SortedRows`: a header and lines in the order of their code points.

    Raises ValueError for a key that `SortedRows` could not find.
    """
    lines = []
    for row in rows:
        buffer = io.StringIO()
        cells = list(row)
        if set(str(cells[0])) & set(',"\n'):
            raise ValueError(f"a key of a sorted table may hold no comma and no quote, but one is {cells[0]!r}")
        csv.writer(buffer, lineterminator="\n").writerow(cells)
        lines.append(buffer.getvalue())
    return ",".join(columns) + "\n" + "".join(sorted(lines))


def places_csv(places: Iterable[Place]) -> str:
    """Places as a file for `SortedRows`."""
    return sorted_csv(COLUMNS, map(_cells, places))


def _cells(place: Place) -> list[object]:
    cells = {column: getattr(place, column) for column in COLUMNS}
    cells["ambiguous"] = "true" if place.ambiguous else ""
    cells["spellings"] = "|".join(place.spellings)
    return ["" if cells[column] is None else cells[column] for column in COLUMNS]


def _override(row: Mapping[str, str]) -> Override:
    return Override(
        place_id=row["place_id"],
        name=row["name"],
        spellings=tuple(filter(None, row["spellings"].split("|"))),
        ambiguous={"": None, "true": True, "false": False}[row["ambiguous"]],
        precedes=row["precedes"],
        seat=row["seat"],
    )
