"""Running the SQL files of this room.

Belongs here: their texts, a connection with its inputs and limits, a result in its release form. Does not: which files
there are, and in which order they run (see `derive`, `derivations`, `views`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from pipeline.tables import TABLES, conform

_FETCHING = ("autoinstall_known_extensions", "autoload_known_extensions")
"""Settings that would let a query load what is not there; nothing is fetched while a release is built."""


def sql(step: str) -> str:
    """The text of a file of `sql/`, by its stem."""
    return resources.files(__package__).joinpath("sql", f"{step}.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may take of the machine. What does not fit in `memory` is put on disk, in a folder under `scratch`.

    `memory` is a size as DuckDB reads it; the process takes about a fifth more. `threads`: null for all processors.
    `scratch`: null for the system's folder of temporary files.
    """

    memory: str = "4GB"
    threads: int | None = None
    scratch: Path | None = None


@contextmanager
def offline(inputs: Mapping[str, pa.Table | Path], limits: Limits | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that fetches nothing, with tables to read by name.

    Args:
        inputs: tables, or Parquet files of their rows, which need not fit in memory.
        limits: those of `Limits`, unless given.
    """
    allowed = limits or Limits()
    with TemporaryDirectory(dir=allowed.scratch, prefix="cityfigures-") as scratch:
        config: dict[str, str | bool | int | float | list[str]] = dict.fromkeys(_FETCHING, False)
        config |= {
            "memory_limit": allowed.memory,
            "threads": allowed.threads or os.cpu_count() or 1,
            "temp_directory": scratch,
            # Results are sorted where they are published; to keep an order until then would hold back rows.
            "preserve_insertion_order": False,
        }
        with duckdb.connect(config=config) as connection:
            # Standard output is for data.
            connection.execute("SET enable_progress_bar = false")
            for name, rows in inputs.items():
                connection.register(name, connection.read_parquet(str(rows)) if isinstance(rows, Path) else rows)
            yield connection


def result(connection: duckdb.DuckDBPyConnection, name: str, relation: str) -> pa.Table:
    """The rows of a relation as the release's table `name`.

    Raises:
        pipeline.tables.ShapeError: they do not fit it, which is a fault of the SQL.
    """
    return conform(name, connection.sql(f"SELECT {_columns(name)} FROM {relation}").to_arrow_table())


def write_result(connection: duckdb.DuckDBPyConnection, name: str, relation: str, file: Path) -> None:
    """Writes the rows of a relation, in any order, as a Parquet file with the columns of the table `name`."""
    connection.sql(f"SELECT {_columns(name)} FROM {relation}").write_parquet(str(file))


def _columns(name: str) -> str:
    return ", ".join(f'"{column.name}"' for column in TABLES[name].columns)
