from __future__ import annotations

import duckdb
import pyarrow as pa
import pytest

from pipeline.metrics import VIEWS
from pipeline.release import Release
from pipeline.release.parquet_files import read_parquet
from pipeline.tables import TABLES

STORED = {name: table for name, table in TABLES.items() if name not in VIEWS}


def test_every_table_and_every_column_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    tables = dict(connection.sql("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    views = dict(connection.sql("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall())
    assert tables == {name: table.description for name, table in STORED.items()}
    assert views == {
        name: TABLES[name].description if name in TABLES else "City changes: how cities moved." for name in VIEWS
    }
    comments = connection.sql("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal")
    by_column = {(table, column): comment for table, column, comment in comments.fetchall()}
    assert all(by_column.values())
    for name, table in TABLES.items():
        for column in table.columns:
            assert by_column[name, column.name].startswith(column.description)
            assert (column.unit or "") in by_column[name, column.name]


def test_the_columns_of_a_view_mean_what_those_of_its_table_do(connection: duckdb.DuckDBPyConnection) -> None:
    comments = connection.sql(
        "SELECT column_name, array_agg(DISTINCT comment) FROM duckdb_columns() "
        "WHERE table_name IN ('changes', 'city_changes') GROUP BY column_name"
    ).fetchall()
    assert {column for column, _ in comments} == {column.name for column in TABLES["changes"].columns}
    assert all(len(different) == 1 for _, different in comments)


def test_every_table_has_its_key(connection: duckdb.DuckDBPyConnection) -> None:
    keys = connection.sql(
        "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
    ).fetchall()
    assert {name: tuple(columns) for name, columns in keys} == {name: table.key for name, table in STORED.items()}


def test_columns_that_are_never_null_say_so(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.sql(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT is_nullable AND NOT internal"
    )
    assert set(found.fetchall()) == {
        (name, column.name) for name, table in STORED.items() for column in table.columns if not column.nullable
    }


def test_the_rows_are_those_of_the_parquet_files_in_their_order(
    connection: duckdb.DuckDBPyConnection, first: Release
) -> None:
    for name in TABLES:
        rows: pa.Table = connection.sql(f"FROM {name}").to_arrow_table()
        assert rows.to_pylist() == read_parquet(first.path / f"{name}.parquet").to_pylist()


def test_every_macro_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    macros = connection.sql(
        "SELECT function_name, bool_and(comment IS NOT NULL) FROM duckdb_functions() "
        "WHERE database_name = 'cityfigures' GROUP BY ALL"
    )
    assert dict(macros.fetchall()) == {"city_change": True, "city_series": True, "evidence": True}


@pytest.mark.parametrize("place", ["Fushun", "CN-2104"])
@pytest.mark.parametrize(("macro", "view"), [("city_change", "city_changes"), ("city_series", "city_series")])
def test_a_city_is_asked_for_by_name_or_identifier(
    connection: duckdb.DuckDBPyConnection, macro: str, view: str, place: str
) -> None:
    rows = connection.sql(f"FROM {view}").fetchall()
    assert rows
    assert connection.sql(f"FROM {macro}('{place}')").fetchall() == rows
    assert connection.sql(f"FROM {macro}('{place}', 'coal_output')").fetchall() == rows
    assert connection.sql(f"FROM {macro}('{place}', 'gdp')").fetchall() == []
    assert connection.sql(f"FROM {macro}('Fuxin', 'coal_output')").fetchall() == []
    assert connection.sql(f"FROM {macro}(NULL, 'coal_output')").fetchall() == []


def test_evidence_leads_from_any_row_to_the_words(connection: duckdb.DuckDBPyConnection) -> None:
    ways = {
        "level_id": "levels",
        "change_id": "changes",
        "conflict_id": "conflicts",
    }
    for key, table in ways.items():
        figures = "figure_ids" if table == "conflicts" else "inputs"
        for row, wanted in connection.sql(f"SELECT {key}, {figures} FROM {table}").fetchall():
            found = connection.sql(f"SELECT figure_id, depth FROM evidence('{row}')").fetchall()
            assert sorted(found) == sorted((figure, 1) for figure in wanted)
    [(figure,)] = connection.sql("SELECT figure_id FROM figures WHERE indicator = 'gdp_growth'").fetchall()
    told = connection.sql(f"SELECT depth, quote, title, url FROM evidence('{figure}')").fetchall()
    assert told == [(0, "-2.1 per cent", "Last seams", "https://example.org/seams")]
    assert connection.sql("FROM evidence('ch_0123456789ab')").fetchall() == []


def test_older_clients_can_open_the_file(connection: duckdb.DuckDBPyConnection) -> None:
    [(tags,)] = connection.sql("SELECT tags FROM duckdb_databases() WHERE database_name = 'cityfigures'").fetchall()
    assert tags["storage_version"].startswith("v1.2.0")
