"""The tables of a release, in its order.

Belongs here: the list. Does not: any column (one module a table).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.tables.articles import ARTICLES
from pipeline.tables.changes import CHANGES
from pipeline.tables.city_profile import CITY_PROFILE
from pipeline.tables.city_rankings import CITY_RANKINGS
from pipeline.tables.city_series import CITY_SERIES
from pipeline.tables.conflicts import CONFLICTS
from pipeline.tables.derivations import DERIVATIONS
from pipeline.tables.figures import FIGURES
from pipeline.tables.history import HISTORY
from pipeline.tables.indicators import INDICATORS
from pipeline.tables.levels import LEVELS
from pipeline.tables.model import Table
from pipeline.tables.numbers import NUMBERS
from pipeline.tables.places import PLACES
from pipeline.tables.quarantine import QUARANTINE
from pipeline.tables.units import UNITS

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (
            ARTICLES,
            FIGURES,
            NUMBERS,
            LEVELS,
            CHANGES,
            CONFLICTS,
            DERIVATIONS,
            CITY_SERIES,
            CITY_PROFILE,
            CITY_RANKINGS,
            HISTORY,
            QUARANTINE,
            PLACES,
            INDICATORS,
            UNITS,
        )
    }
)
"""Every table by name, in the order of a release."""

BUILT: Mapping[str, Table] = MappingProxyType({name: table for name, table in TABLES.items() if table is not HISTORY})
"""Those that a build makes of its inputs; the history follows from the releases when one is written."""
