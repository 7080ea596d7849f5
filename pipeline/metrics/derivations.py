"""Runs the SQL that says what each level, change and conflict is made of.

It reads the published tables, not what they were computed from: the way down that it gives is one that any reader of
a release can check.

Belongs here: running it. Does not: rules, which are those of `sql/derivations.sql`.
"""

from __future__ import annotations

import pyarrow as pa

from pipeline.metrics.running import offline, result, sql


def derivations(levels: pa.Table, changes: pa.Table, conflicts: pa.Table) -> pa.Table:
    """The table `derivations`.

    Args:
        levels: the table `levels`, as `pipeline.tables` defines it; so are the others.
        changes: those of the same release.
        conflicts: likewise.

    Raises:
        pipeline.tables.ShapeError: the result does not fit its table, which is a fault of the SQL.
        duckdb.Error: an input lacks a column that the SQL reads.
    """
    with offline({"levels": levels, "changes": changes, "conflicts": conflicts}) as connection:
        connection.execute(sql("derivations"))
        return result(connection, "derivations", "derived_derivations")
