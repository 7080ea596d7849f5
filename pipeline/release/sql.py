"""What every use of SQL in this room needs: quoting, and a DuckDB in memory that fetches nothing.

Belongs here: these. Does not: any statement; the connection to a release (see `query`).
"""

from __future__ import annotations

from collections.abc import Iterable

import duckdb


def name(identifier: str) -> str:
    """An identifier in double quotes, so that a column may be called `end`."""
    return '"' + identifier.replace('"', '""') + '"'


def names(identifiers: Iterable[str]) -> str:
    """Identifiers with commas between them."""
    return ", ".join(map(name, identifiers))


def text(value: str) -> str:
    """A text in single quotes."""
    return "'" + value.replace("'", "''") + "'"


def in_memory(threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A new database in memory, which never installs or loads an extension by itself.

    Args:
        threads: how many it may use; null for as many as the machine has.
    """
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    return duckdb.connect(config=config if threads is None else config | {"threads": threads})
