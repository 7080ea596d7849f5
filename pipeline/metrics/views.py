"""The views of a release, and those of them that are its tables too.

    VIEWS                       Mapping[str, str]: the SQL of each view by name, in an order in which each finds what
                                it needs
    city_tables(tables)         what the views over cities show, as tables in their release form

Belongs here: which views there are, running them. Does not: what they say (each has a file under `sql/`), columns
(see `pipeline.tables`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pyarrow as pa

from pipeline.metrics.running import offline, result, sql
from pipeline.tables import TABLES

VIEWS: Mapping[str, str] = MappingProxyType(
    {name: sql(name) for name in ("city_changes", "city_series", "city_profile", "city_rankings")}
)
"""The statement that makes each view of a release, by the view's name."""

CITY_TABLES = tuple(name for name in VIEWS if name in TABLES)
"""The views that a release holds as Parquet and CSV too, for those who do without DuckDB."""


def city_tables(tables: Mapping[str, pa.Table]) -> Mapping[str, pa.Table]:
    """What the views over cities show.

    Args:
        tables: those that the views read, by name, as `pipeline.tables` defines them: figures, articles, levels,
            changes, conflicts, places and indicators.

    Returns:
        The `CITY_TABLES` by name.

    Raises:
        pipeline.tables.ShapeError: a view does not fit its table, which is a fault of the SQL.
        duckdb.Error: a table lacks a column that the SQL reads.
    """
    with offline(tables) as connection:
        for statement in VIEWS.values():
            connection.execute(statement)
        return {name: result(connection, name, name) for name in CITY_TABLES}
