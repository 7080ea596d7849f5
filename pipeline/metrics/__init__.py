"""Metrics: levels, changes and conflicts, computed from the figures in DuckDB SQL.

    derive(figures, articles, indicators, places) -> Derived      .levels, .changes, .conflicts: Arrow tables
    sql("views") -> str                                           the SQL of a release's views, such as `city_changes`

Belongs here: what follows from figures by arithmetic and comparison; one `.sql` file a derived table under `sql/`.
Does not: reading articles, checking tables, writing releases.
"""

from __future__ import annotations

from pipeline.metrics.derive import Derived, derive, sql

__all__ = ["Derived", "derive", "sql"]
