"""One of the two that are compared: a release on disk, or tables that may become one.

Belongs here: what its tables are, what they were made from, how to get at rows. Does not: comparing (see `diff`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.release import sql
from pipeline.release.changes import Key
from pipeline.release.manifest import TableEntry, read_manifest
from pipeline.release.origins import Provenance
from pipeline.release.parquet_files import read_parquet


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared."""

    tables: Mapping[str, TableEntry]
    load: Callable[[str], pa.Table]
    provenance: Provenance

    def rows(self, table: str, keys: Sequence[Key], columns: Sequence[str]) -> Iterator[tuple[Key, dict[str, Any]]]:
        """Those rows of a table that have one of `keys`, with those of `columns` that the table has here."""
        entry = self.tables.get(table)
        if entry is None or not keys:
            return
        shown = [column for column in columns if column in entry.columns]
        loaded = self.load(table)
        wanted = pa.Table.from_pylist(
            [dict(zip(entry.key, key, strict=True)) for key in keys],
            schema=pa.schema([loaded.schema.field(name) for name in entry.key]),
        )
        with sql.in_memory() as base:
            base.register("loaded", loaded)
            base.register("wanted", wanted)
            query = (
                f"SELECT {sql.names([*entry.key, *shown])} FROM loaded SEMI JOIN wanted USING ({sql.names(entry.key)})"
            )
            for row in base.execute(query).fetchall():
                yield row[: len(entry.key)], dict(zip(shown, row[len(entry.key) :], strict=True))


def side_of(folder: Path) -> Side:
    """A release on disk as a side of a comparison.

    Raises:
        ReleaseError: the folder holds no release.
    """
    manifest = read_manifest(folder)
    return Side(manifest.tables, lambda name: read_parquet(folder / f"{name}.parquet"), manifest.provenance)
