"""The tables of a release as one DuckDB file: typed, keyed, with a comment on every table, view, column and macro.

The file has the storage format of DuckDB 1.2, so that clients from then on open it, and the same tables give the
same bytes with the same version of DuckDB.

Belongs here: making the file. Does not: reading it (see `query`), what the views say (`pipeline.metrics` defines
them) or the macros (`questions.sql` does).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.release import sql
from pipeline.tables.catalogue import TABLES
from pipeline.tables.model import Table

_CATALOG = "release"
_QUESTIONS = Path(__file__).with_name("questions.sql")
_STORAGE = "STORAGE_VERSION 'v1.2.0', BLOCK_SIZE 16384"
"""Small blocks: a table takes at least a few, and releases with few rows should not be megabytes of nothing."""


def write_database(path: Path, tables: Mapping[str, pa.Table], views: Mapping[str, str]) -> None:
    """Writes a DuckDB file.

    Args:
        path: of the new file.
        tables: in the release's form, by name.
        views: the statement that makes each view, by its name, in an order in which each finds what it needs. One
            that is also among the tables is not stored twice. The columns of any other take over the comments of the
            tables' columns of the same name.
    """
    with sql.in_memory(threads=1) as base:
        # Some of DuckDB's compressions leave random or unset bytes in their blocks (measured: the same tables gave
        # five files in five writes). Without compression equal tables give equal bytes, and the manifest holds a hash.
        base.execute("SET force_compression = 'uncompressed'")
        base.execute(f"ATTACH {sql.text(str(path))} AS {_CATALOG} ({_STORAGE})")
        base.execute(f"USE {_CATALOG}")
        base.execute("BEGIN")
        for name, table in tables.items():
            if name not in views:
                _write_table(base, TABLES[name], table)
        for name, statement in views.items():
            base.execute(statement)
            if name in tables:
                _comment("VIEW", base, TABLES[name])
            else:
                base.execute(f"COMMENT ON VIEW {sql.name(name)} IS {sql.text(_headline(statement))}")
        _comment_views(base, tables)
        base.execute(_QUESTIONS.read_text(encoding="utf-8"))
        base.execute("COMMIT")
        base.execute("USE memory")
        base.execute(f"DETACH {_CATALOG}")


def _write_table(base: duckdb.DuckDBPyConnection, definition: Table, table: pa.Table) -> None:
    name = sql.name(definition.name)
    columns = ", ".join(
        f"{sql.name(column.name)} {_type(column.arrow_type)}{'' if column.nullable else ' NOT NULL'}"
        for column in definition.columns
    )
    base.execute(f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({sql.names(definition.key)}))")
    base.register("rows_of_table", table)
    base.execute(f"INSERT INTO {name} SELECT * FROM rows_of_table")
    base.unregister("rows_of_table")
    _comment("TABLE", base, definition)


def _headline(statement: str) -> str:
    """The first line of a file of SQL, which says what it makes."""
    return statement.partition("\n")[0].removeprefix("--").strip()


def _comment(kind: str, base: duckdb.DuckDBPyConnection, definition: Table) -> None:
    name = sql.name(definition.name)
    base.execute(f"COMMENT ON {kind} {name} IS {sql.text(definition.description)}")
    for column in definition.columns:
        base.execute(f"COMMENT ON COLUMN {name}.{sql.name(column.name)} IS {sql.text(column.meaning)}")


def _type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"{_type(kind.value_type)}[]"
    if pa.types.is_struct(kind):
        return "STRUCT(" + ", ".join(f"{sql.name(field.name)} {_type(field.type)}" for field in kind) + ")"
    return _TYPES[kind]


_TYPES: Mapping[pa.DataType, str] = {
    pa.string(): "VARCHAR",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.date32(): "DATE",
    pa.bool_(): "BOOLEAN",
}


def _comment_views(base: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Comments a view's columns with those of the table that it shares most column names with."""
    columns: dict[str, list[str]] = {}
    for view, column in base.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        f"WHERE database_name = '{_CATALOG}' AND comment IS NULL "
        "AND table_name IN (SELECT view_name FROM duckdb_views() WHERE NOT internal) "
        "ORDER BY table_name, column_index"
    ).fetchall():
        columns.setdefault(view, []).append(column)
    described = [{column.name: column.meaning for column in TABLES[name].columns} for name in tables]
    for view, named in columns.items():
        source = max(described, key=lambda comments: len(comments.keys() & set(named)))
        for column in named:
            if column in source:
                comment = sql.text(source[column])
                base.execute(f"COMMENT ON COLUMN {sql.name(view)}.{sql.name(column)} IS {comment}")
