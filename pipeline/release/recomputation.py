"""The derived tables and views of a release, computed again from its figures and compared cell by cell.

Each is computed from the tables that the release itself holds, so that a fault is named where it is: an edited level
shows in `levels`, not in all that was read from it.

Belongs here: deriving again, comparing. Does not: the rules, which are those of `pipeline.metrics`; whether they are
the rules that made the release (see `verdict`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline import metrics
from pipeline.release import sql
from pipeline.release.errors import ReleaseError
from pipeline.release.fault import Fault
from pipeline.release.query import DATABASE, open_database
from pipeline.release.row_differences import row_differences
from pipeline.tables import TABLES, ShapeError

TOLERANCE = 1e-9
"""Powers come out with another last digit on another machine; what is published has fifteen digits at most."""

_AGAIN = "what follows from the figures"

Derivation = Callable[[Mapping[str, pa.Table]], Mapping[str, pa.Table]]


def recomputed(folder: Path, tables: Mapping[str, pa.Table]) -> Iterator[Fault]:
    """Where a derived table or view says something else than what follows from the tables that it is made of.

    Args:
        folder: of the release, for the views of its DuckDB file.
        tables: all of its tables by name.
    """
    for derivation in (_levels_changes_conflicts, _derivations, _tables_by_city):
        yield from _compared(tables, derivation)
    yield from _views(folder, tables)


def _levels_changes_conflicts(tables: Mapping[str, pa.Table]) -> Mapping[str, pa.Table]:
    derived = metrics.derive(tables["figures"], tables["articles"], tables["indicators"], tables["places"])
    return {"levels": derived.levels, "changes": derived.changes, "conflicts": derived.conflicts}


def _derivations(tables: Mapping[str, pa.Table]) -> Mapping[str, pa.Table]:
    return {"derivations": metrics.derivations(tables["levels"], tables["changes"], tables["conflicts"])}


def _tables_by_city(tables: Mapping[str, pa.Table]) -> Mapping[str, pa.Table]:
    return metrics.city_tables({name: table for name, table in tables.items() if name not in metrics.CITY_TABLES})


def _compared(tables: Mapping[str, pa.Table], derive: Derivation) -> Iterator[Fault]:
    try:
        again = derive(tables)
    except KeyError as error:
        yield Fault(str(error.args[0]), "is no table of the release, so what is made of it cannot be derived again")
        return
    except (duckdb.Error, ShapeError, pa.ArrowException) as error:
        yield Fault("figures", f"what is made of them cannot be derived again: {error}")
        return
    for name, expected in again.items():
        if name not in tables:
            yield Fault(name, "is no table of the release")
            continue
        found = tables[name]
        if found.column_names != expected.column_names:
            columns = sorted({*found.column_names} ^ {*expected.column_names})
            yield Fault(name, f"has other columns than this version of the code derives: {', '.join(columns)}")
        elif not found.equals(expected):
            differences = row_differences(found, expected, TABLES[name].key, _AGAIN, tolerance=TOLERANCE)
            yield from (Fault(name, what) for what in differences)


def _views(folder: Path, tables: Mapping[str, pa.Table]) -> Iterator[Fault]:
    """The views that are no tables, which only the DuckDB file has: what it shows against what it should show."""
    names = [name for name in metrics.VIEWS if name not in tables]
    try:
        with open_database(folder / DATABASE) as stored, sql.in_memory() as again:
            for name, table in tables.items():
                if name not in metrics.VIEWS:
                    again.register(name, table)
            for name, statement in metrics.VIEWS.items():
                again.execute(statement)
                if name not in names:
                    continue
                difference = _rows_apart(*(each.sql(f"FROM {sql.name(name)}") for each in (stored, again)))
                if difference:
                    yield Fault(f"{DATABASE}, view {name}", difference)
    except (duckdb.Error, ReleaseError) as error:
        yield Fault(DATABASE, f"its views cannot be compared: {error}")


def _rows_apart(found: duckdb.DuckDBPyRelation, expected: duckdb.DuckDBPyRelation) -> str | None:
    if found.columns != expected.columns:
        return f"has the columns {', '.join(found.columns)}, not {', '.join(expected.columns)}"
    shown, right = (sorted(map(repr, relation.fetchall())) for relation in (found, expected))
    if shown == right:
        return None
    first = next((row for row in shown if row not in right), None)
    if first is None:
        return f"shows {len(shown)} rows, not {len(right)}"
    return f"shows a row that does not follow from the tables: {first}"
