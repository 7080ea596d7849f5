"""Whether each table of a release is the same as Parquet, as CSV and in the DuckDB file, and the one of its manifest.

Where one form is what the manifest promises, the others are held against it: a fault then names row and column.

Belongs here: the forms of a table. Does not: what its rows say (see `row_rules`, `recomputation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.release import sql
from pipeline.release.content import content_hash, type_words
from pipeline.release.csv_files import read_csv
from pipeline.release.errors import ReleaseError
from pipeline.release.fault import Fault
from pipeline.release.manifest import MANIFEST, Manifest, TableEntry
from pipeline.release.parquet_files import read_parquet
from pipeline.release.query import DATABASE, open_database
from pipeline.release.row_differences import row_differences

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, ReleaseError, pa.ArrowException, duckdb.Error)


@dataclass(frozen=True, slots=True)
class _Form:
    """A table as one of the files has it; `table` is null where it cannot be read, and `fault` says why."""

    where: str
    table: pa.Table | None
    fault: str | None

    @property
    def sound(self) -> bool:
        return self.fault is None


def compare_forms(folder: Path, manifest: Manifest) -> tuple[dict[str, pa.Table], list[Fault]]:
    """The tables of a release, and all faults of their forms.

    Args:
        folder: of the release.
        manifest: read from it.

    Returns:
        Each table that has the right columns, as its Parquet file has it or, should that be damaged, as another does.
    """
    tables: dict[str, pa.Table] = {}
    faults: list[Fault] = []
    try:
        database = open_database(folder / DATABASE)
    except ReleaseError as error:
        faults.append(Fault(DATABASE, str(error)))
        database = None
    for name, entry in manifest.tables.items():
        forms = list(_forms(folder, name, entry, database))
        whole = next((form for form in forms if form.sound), None)
        usable = whole or next((form for form in forms if form.table is not None and _fits(form.table, entry)), None)
        if usable is not None and usable.table is not None:
            tables[name] = usable.table
        for form in forms:
            faults.extend(_faults(form, whole, entry))
    if database is not None:
        database.close()
    return tables, faults


def _forms(folder: Path, name: str, entry: TableEntry, database: duckdb.DuckDBPyConnection | None) -> Iterator[_Form]:
    parquet = _form(f"{name}.parquet", entry, lambda: read_parquet(folder / f"{name}.parquet"))
    yield parquet
    stored = None
    if database is not None:
        stored = _form(
            f"{DATABASE}, table {name}", entry, lambda: database.sql(f"FROM {sql.name(name)}").to_arrow_table()
        )
        yield stored
    # A CSV file says nothing of types: they are those of another form.
    typed = next((form.table for form in (parquet, stored) if form and form.table is not None), None)
    if typed is not None:
        yield _form(f"{name}.csv", entry, lambda: read_csv(folder / f"{name}.csv", typed.schema))


def _form(where: str, entry: TableEntry, load: Callable[[], pa.Table]) -> _Form:
    try:
        table = load()
        digest = content_hash(table)
    except _UNREADABLE as error:
        return _Form(where, None, f"cannot be read: {error}")
    if not _fits(table, entry):
        return _Form(where, table, f"has the columns {_types(table)}, {MANIFEST} says {_expected_types(entry)}")
    if table.num_rows != entry.rows:
        return _Form(where, table, f"has {table.num_rows} rows, {MANIFEST} says {entry.rows}")
    if digest != entry.content_sha256:
        what = f"holds other values: content hash {digest}, {MANIFEST} says {entry.content_sha256}"
        return _Form(where, table, what)
    return _Form(where, table, None)


def _faults(form: _Form, whole: _Form | None, entry: TableEntry) -> Iterator[Fault]:
    if form.fault is None:
        return
    yield Fault(form.where, form.fault)
    if whole is None or whole.table is None or form.table is None or not _fits(form.table, entry):
        return
    yield from (Fault(form.where, what) for what in row_differences(form.table, whole.table, entry.key, whole.where))


def _fits(table: pa.Table, entry: TableEntry) -> bool:
    return _types(table) == _expected_types(entry)


def _types(table: pa.Table) -> list[tuple[str, str]]:
    return [(field.name, type_words(field.type)) for field in table.schema]


def _expected_types(entry: TableEntry) -> list[tuple[str, str]]:
    return [(name, column.type) for name, column in entry.columns.items()]
