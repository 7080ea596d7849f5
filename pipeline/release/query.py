"""Reading a release with SQL, and only reading it: no file, no network, no setting is within reach of a query.

Belongs here: opening a release, running one query. Does not: printing results, which release is meant (`releases`).
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.release.errors import QueryError, ReleaseError
from pipeline.release.releases import find_release

DATABASE = "cityfigures.duckdb"

READING = frozenset({"SELECT", "EXPLAIN", "MULTI"})
"""Kinds of statements that a query may be; DuckDB calls a `PIVOT` whose columns it must look up first `MULTI`."""

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    # Neither files nor network nor extensions; Python's variables are no tables either.
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    # What does not fit into memory would else be written beside the release.
    "temp_directory": "",
    "lock_configuration": "true",
}


def open_release(outputs: Path, version: str | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only connection to a release: its tables by name, and the views on them such as `city_changes`.

    Args:
        outputs: the output folder.
        version: such as `0.1.0`; `latest` or null for the newest.

    Raises:
        ReleaseError: there is no such release, or its DuckDB file cannot be opened.
    """
    return open_database(find_release(outputs, version) / DATABASE)


def open_database(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the DuckDB file of a release.

    Raises:
        ReleaseError: there is no such file, or it cannot be opened.
    """
    if not path.is_file():
        raise ReleaseError(f"{path} is missing: the release is not whole; fetch or build it again")
    try:
        return duckdb.connect(path, read_only=True, config=_CONFIG)
    except duckdb.Error as error:
        raise ReleaseError(f"{path} cannot be opened: {error}") from error


def run_query(connection: duckdb.DuckDBPyConnection, query: str) -> pa.Table:
    """The rows that one reading statement gives.

    Args:
        connection: to a release.
        query: one SELECT, or what is short for one (FROM, WITH, VALUES, DESCRIBE, SHOW, SUMMARIZE, PIVOT), or EXPLAIN.

    Raises:
        QueryError: it is none, or several, or DuckDB refuses it; the message is DuckDB's.
    """
    try:
        statements = connection.extract_statements(query)
        kinds = [statement.type.name for statement in statements]
        if len(kinds) != 1 or kinds[0] not in READING:
            found = ", ".join(kinds) or "nothing"
            raise QueryError(f"a query is one statement that reads, such as SELECT; this is {found}")
        return connection.sql(query).to_arrow_table()
    except duckdb.Error as error:
        raise QueryError(str(error)) from error
