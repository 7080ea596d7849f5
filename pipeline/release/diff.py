"""Finding out what changed between two releases, or between a release and tables that may become one.

Tables with the same content hash and columns of the same form are not looked into. Rows are matched by the table's
key, and DuckDB does the matching. The rows of `history` are not compared: they say again which figures came and went.

Belongs here: comparing. Does not: the version that follows (see `version`), why a row changed (see `attribution`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.release import sql
from pipeline.release.attribution import attributed
from pipeline.release.changes import Cell, Changes, ColumnChange, Key, RowChange, TableChanges
from pipeline.release.errors import ReleaseError
from pipeline.release.manifest import ColumnEntry, TableEntry
from pipeline.release.side import Side, side_of
from pipeline.tables.history import HISTORY


def diff_releases(old: Path, new: Path) -> Changes:
    """What changed between two releases on disk, and why.

    Args:
        old: the folder of the one, named by its version; it may be the newer one.
        new: the folder of the other.

    Raises:
        ReleaseError: a folder holds no release, or a file of it cannot be read.
    """
    try:
        return compare(old.name, side_of(old), side_of(new))
    except (OSError, pa.ArrowException) as error:
        raise ReleaseError(f"{old} and {new} cannot be compared: {error}; fetch or build the one again") from error


def compare(previous: str, old: Side, new: Side) -> Changes:
    """What changed from `old`, the release of version `previous`, to `new`, and why."""
    common = [name for name in new.tables if name in old.tables]
    columns = {name: tuple(_column_changes(name, old.tables[name], new.tables[name])) for name in common}
    tables = [
        _row_changes(name, old, new)
        for name in common
        if name != HISTORY.name
        if columns[name] or old.tables[name].content_sha256 != new.tables[name].content_sha256
    ]
    changes = Changes(
        previous=previous,
        columns=tuple(change for name in common for change in columns[name]),
        tables_added=tuple(name for name in new.tables if name not in old.tables),
        tables_withdrawn=tuple(name for name in old.tables if name not in new.tables),
        tables=tuple(changes for changes in tables if any(changes.counts.values())),
    )
    return attributed(changes, old, new)


def _column_changes(table: str, old: TableEntry, new: TableEntry) -> Iterator[ColumnChange]:
    for name, column in old.columns.items():
        if name not in new.columns:
            yield ColumnChange(table, name, "withdrawn", column.type, None)
    for name, column in new.columns.items():
        if name in old.columns:
            yield from _form_changes(table, name, old.columns[name], column)
        else:
            yield ColumnChange(table, name, "added", None, column.type)


def _form_changes(table: str, name: str, old: ColumnEntry, new: ColumnEntry) -> Iterator[ColumnChange]:
    if old.type != new.type:
        yield ColumnChange(table, name, "type", old.type, new.type)
    if old.unit != new.unit:
        yield ColumnChange(table, name, "unit", old.unit, new.unit)
    if old.nullable != new.nullable:
        yield ColumnChange(table, name, "nullable", *("yes" if each.nullable else "no" for each in (old, new)))


def _row_changes(name: str, old: Side, new: Side) -> TableChanges:
    before, after = old.tables[name], new.tables[name]
    key = after.key
    was, is_now = old.load(name), new.load(name)
    if before.key != key:
        # Rows that are named otherwise cannot be matched: all of them went, and all of them came.
        return TableChanges(name, key, added=_keys(is_now, key), withdrawn=_keys(was, before.key))
    alike = [
        column
        for column, entry in after.columns.items()
        if column not in key and column in before.columns and before.columns[column].type == entry.type
    ]
    with sql.in_memory() as base:
        base.register("was", was)
        base.register("is_now", is_now)
        return TableChanges(
            name,
            key,
            added=_only_in(base, "is_now", "was", key),
            changed=tuple(_changed(base, key, alike)),
            withdrawn=_only_in(base, "was", "is_now", key),
        )


def _keys(table: pa.Table, key: tuple[str, ...]) -> tuple[Key, ...]:
    ordered = table.select(key).sort_by([(column, "ascending") for column in key])
    return tuple(tuple(row.values()) for row in ordered.to_pylist())


def _only_in(base: duckdb.DuckDBPyConnection, this: str, other: str, key: tuple[str, ...]) -> tuple[Key, ...]:
    columns = sql.names(key)
    query = f"SELECT {columns} FROM {this} ANTI JOIN {other} USING ({columns}) ORDER BY {columns}"
    return tuple(base.execute(query).fetchall())


def _changed(base: duckdb.DuckDBPyConnection, key: tuple[str, ...], columns: list[str]) -> Iterator[RowChange]:
    if not columns:
        return
    keys = sql.names(key)
    pairs = [(f"was.{sql.name(column)}", f"is_now.{sql.name(column)}") for column in columns]
    moved = " OR ".join(f"{before} IS DISTINCT FROM {after}" for before, after in pairs)
    both = ", ".join(f"{before}, {after}" for before, after in pairs)
    query = f"SELECT {keys}, {both} FROM was JOIN is_now USING ({keys}) WHERE {moved} ORDER BY {keys}"
    for row in base.execute(query).fetchall():
        values = row[len(key) :]
        cells = zip(columns, values[::2], values[1::2], strict=True)
        yield RowChange(row[: len(key)], tuple(Cell(*cell) for cell in cells if cell[1] != cell[2]))
