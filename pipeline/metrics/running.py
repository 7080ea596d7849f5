"""Running the SQL files of this room.

Belongs here: their texts, a connection with its inputs, a result in its release form. Does not: which files there are,
and in which order they run (see `derive`, `derivations`, `views`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources

import duckdb
import pyarrow as pa

from pipeline.tables import TABLES, conform

_FETCHING = ("autoinstall_known_extensions", "autoload_known_extensions")
"""Settings that would let a query load what is not there; nothing is fetched while a release is built."""


def sql(step: str) -> str:
    """The text of a file of `sql/`, by its stem."""
    return resources.files(__package__).joinpath("sql", f"{step}.sql").read_text(encoding="utf-8")


@contextmanager
def offline(inputs: Mapping[str, pa.Table]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that fetches nothing, with tables to read by name."""
    config: dict[str, str | bool | int | float | list[str]] = dict.fromkeys(_FETCHING, False)
    with duckdb.connect(config=config) as connection:
        for name, table in inputs.items():
            connection.register(name, table)
        yield connection


def result(connection: duckdb.DuckDBPyConnection, name: str, relation: str) -> pa.Table:
    """The rows of a relation as the release's table `name`.

    Raises:
        pipeline.tables.ShapeError: they do not fit it, which is a fault of the SQL.
    """
    columns = ", ".join(f'"{column.name}"' for column in TABLES[name].columns)
    return conform(name, connection.sql(f"SELECT {columns} FROM {relation}").to_arrow_table())
