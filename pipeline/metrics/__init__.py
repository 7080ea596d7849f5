"""Metrics: levels, changes and conflicts, computed from the figures in DuckDB SQL, and the ways to look at them.

    derive(figures, articles, indicators, places) -> Derived      .levels, .changes, .conflicts: Arrow tables
    derive_files(inputs, outputs, Limits(memory="4GB"))           the same from Parquet to Parquet, of any size
    derivations(levels, changes, conflicts) -> table              what each of these is made of, down to the figures
    city_tables(tables) -> Mapping[str, table]                    what is known of cities, in a few plain tables
    VIEWS                                                         the SQL of a release's views by name
    sql("intervals") -> str                                       the text of a file

Belongs here: what follows from figures by arithmetic and comparison; one `.sql` file a derived table under `sql/`.
Does not: reading articles, checking tables, writing releases.
"""

from __future__ import annotations

from pipeline.metrics.derivations import derivations
from pipeline.metrics.derive import Derived, derive, derive_files
from pipeline.metrics.running import Limits, sql
from pipeline.metrics.views import CITY_TABLES, VIEWS, city_tables

__all__ = ["CITY_TABLES", "VIEWS", "Derived", "Limits", "city_tables", "derivations", "derive", "derive_files", "sql"]
