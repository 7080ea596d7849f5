"""Whether a release is what it says: every file whole, every table the same in each of its forms, the rows sound.

It needs nothing but the release's folder. What it cannot find, because the articles are not in a release: whether a
quote stands in its article (the checks of `pipeline.tables` see to that before a release is written).

Belongs here: finding faults. Does not: mending them; a release is never altered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.release import sql
from pipeline.release.content import content_hash, type_words
from pipeline.release.csv_files import read_csv
from pipeline.release.errors import ReleaseError
from pipeline.release.manifest import MANIFEST, SUMS, FileEntry, Manifest, TableEntry, read_manifest, read_sums
from pipeline.release.origins import file_hash
from pipeline.release.parquet_files import read_parquet
from pipeline.release.query import DATABASE, open_database
from pipeline.tables.model import ForeignKey


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be."""

    where: str
    """The file, or the table."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def verify_release(folder: Path) -> list[Fault]:
    """All faults of a release; none if it can be relied on.

    Args:
        folder: of the release.
    """
    try:
        manifest, listed = read_manifest(folder), read_sums(folder)
    except ReleaseError as error:
        return [Fault(folder.name, str(error))]
    faults = verify_files(folder, manifest, listed)
    tables: dict[str, pa.Table] = {}
    for name, entry in manifest.tables.items():
        faults.extend(_forms(folder, name, entry, tables))
    faults.extend(_database(folder, manifest))
    if tables.keys() == manifest.tables.keys():
        faults.extend(_rows(manifest, tables))
    return faults


def verify_files(folder: Path, manifest: Manifest, listed: Mapping[str, str]) -> list[Fault]:
    """Whether the files of a release are those of its manifest and of its `SHA256SUMS`, byte for byte.

    Args:
        folder: of the release.
        manifest: read from it.
        listed: hashes of `SHA256SUMS` by file name.
    """
    return list(_files(folder, manifest, listed))


def _files(folder: Path, manifest: Manifest, listed: Mapping[str, str]) -> Iterator[Fault]:
    present = {path.name for path in folder.iterdir()}
    expected = {*manifest.files, MANIFEST, SUMS}
    yield from (Fault(name, "is missing") for name in sorted(expected - present))
    yield from (Fault(name, f"is not listed in {MANIFEST}") for name in sorted(present - expected))
    if listed.keys() != expected - {SUMS}:
        yield Fault(SUMS, f"does not list the same files as {MANIFEST}")
    for name in sorted((expected & present) - {SUMS}):
        found = file_hash(folder / name)
        if found != listed.get(name, found):
            yield Fault(name, f"is not the file of {SUMS}: SHA-256 {found}, listed {listed[name]}")
        if name in manifest.files:
            yield from _against(manifest.files[name], folder / name, found)


def _against(entry: FileEntry, path: Path, found: str) -> Iterator[Fault]:
    size = path.stat().st_size
    if size != entry.bytes:
        yield Fault(path.name, f"has {size} bytes, {MANIFEST} says {entry.bytes}")
    if found != entry.sha256:
        yield Fault(path.name, f"is not the file of {MANIFEST}: SHA-256 {found}, there {entry.sha256}")


def _forms(folder: Path, name: str, entry: TableEntry, tables: dict[str, pa.Table]) -> Iterator[Fault]:
    """The Parquet and the CSV file of a table against its entry; a table with the right columns goes to `tables`."""
    try:
        table = read_parquet(folder / f"{name}.parquet")
    except (OSError, pa.ArrowException) as error:
        yield Fault(f"{name}.parquet", f"cannot be read: {error}")
        return
    if _types(table) == _expected_types(entry):
        tables[name] = table
    yield from _content(f"{name}.parquet", entry, lambda: table)
    yield from _content(f"{name}.csv", entry, lambda: read_csv(folder / f"{name}.csv", table.schema))


def _database(folder: Path, manifest: Manifest) -> Iterator[Fault]:
    try:
        base = open_database(folder / DATABASE)
    except ReleaseError as error:
        yield Fault(DATABASE, str(error))
        return
    with base:
        for name, entry in manifest.tables.items():

            def load(name: str = name) -> pa.Table:
                return base.sql(f"FROM {sql.name(name)}").to_arrow_table()

            yield from _content(f"{DATABASE}, table {name}", entry, load)


def _content(where: str, entry: TableEntry, load: Callable[[], pa.Table]) -> Iterator[Fault]:
    """A table, in one of its forms, against its entry."""
    try:
        table = load()
        types = _types(table)
        digest = content_hash(table)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException, duckdb.Error) as error:
        yield Fault(where, f"cannot be read: {error}")
        return
    expected = _expected_types(entry)
    if types != expected:
        yield Fault(where, f"has the columns {types}, {MANIFEST} says {expected}")
    elif table.num_rows != entry.rows:
        yield Fault(where, f"has {table.num_rows} rows, {MANIFEST} says {entry.rows}")
    elif digest != entry.content_sha256:
        yield Fault(where, f"holds other values: content hash {digest}, {MANIFEST} says {entry.content_sha256}")


def _types(table: pa.Table) -> list[tuple[str, str]]:
    return [(field.name, type_words(field.type)) for field in table.schema]


def _expected_types(entry: TableEntry) -> list[tuple[str, str]]:
    return [(name, column.type) for name, column in entry.columns.items()]


def _rows(manifest: Manifest, tables: Mapping[str, pa.Table]) -> Iterator[Fault]:
    """Keys, references and quotes, by what the manifest says of the tables."""
    with sql.in_memory() as base:
        for name, table in tables.items():
            base.register(name, table)
        for name, entry in manifest.tables.items():
            keys = sql.names(entry.key)
            query = f"SELECT count(*) FROM (FROM {sql.name(name)} SELECT {keys} GROUP BY ALL HAVING count(*) > 1)"
            yield from _counted(base, name, query, f"keys ({', '.join(entry.key)}) that several rows have")
            for key in entry.foreign_keys:
                query = _dangling(name, entry, key)
                yield from _counted(base, name, query, f"values of {key.column} that are not in {key.table}")
        query = 'FROM figures SELECT count(*) WHERE NOT contains(sentence, quote) OR length(quote) != "end" - "start"'
        yield from _counted(base, "figures", query, "quotes that are not in their sentence, or of another length")


def _dangling(name: str, entry: TableEntry, key: ForeignKey) -> str:
    column = sql.name(key.column)
    values = f"unnest({column})" if entry.columns[key.column].type.startswith("list<") else column
    known = f"SELECT {sql.name(key.references)} FROM {sql.name(key.table)}"
    said = f"SELECT {values} AS said FROM {sql.name(name)}"
    return f"SELECT count(*) FROM ({said}) WHERE said IS NOT NULL AND said NOT IN ({known})"


def _counted(base: duckdb.DuckDBPyConnection, where: str, query: str, what: str) -> Iterator[Fault]:
    [(count,)] = base.execute(query).fetchall()
    if count:
        yield Fault(where, f"{count} {what}")
