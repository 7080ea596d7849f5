"""What the data of a release cover: the days, the places, and what is measured, for those who look for a dataset.

Belongs here: reading these off the tables. Does not: the form in which they are told (see `schema_org`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from pipeline.release import sql


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator that some figure is about."""

    indicator_id: str
    label: str
    definition: str
    unit: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the figures of a release are about; those that were retracted are about nothing any more."""

    first_day: date | None
    """Of all periods that figures speak of; null where none has one."""
    last_day: date | None
    cities: tuple[str, ...]
    """Names of the cities that figures are about, in alphabetical order."""
    measures: tuple[Measure, ...]
    """By identifier."""


_STANDING = "CREATE TEMP VIEW standing AS FROM figures WHERE status <> 'retracted'"
_DAYS = """
SELECT least(min(period_start), min(base_start)), greatest(max(period_end), max(base_end))
FROM standing
"""
_CITIES = "SELECT DISTINCT place FROM standing WHERE place_kind = 'city' ORDER BY place"
_MEASURES = """
SELECT indicator_id, label, definition, unit
FROM indicators
WHERE indicator_id IN (SELECT indicator FROM standing)
ORDER BY indicator_id
"""


def coverage(tables: Mapping[str, pa.Table]) -> Coverage:
    """The coverage of a release.

    Args:
        tables: `figures` and `indicators` in the release's form, by name.
    """
    with sql.in_memory() as base:
        for name in ("figures", "indicators"):
            base.register(name, tables[name])
        base.execute(_STANDING)
        [(first_day, last_day)] = base.execute(_DAYS).fetchall()
        cities = tuple(place for (place,) in base.execute(_CITIES).fetchall())
        measures = tuple(Measure(*row) for row in base.execute(_MEASURES).fetchall())
    return Coverage(first_day, last_day, cities, measures)
