from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from pipeline.release import QueryError, Release, ReleaseError, open_release, run_query


def test_the_tables_are_there_by_name(connection: duckdb.DuckDBPyConnection) -> None:
    result = run_query(connection, "SELECT place, value FROM levels")
    assert result.to_pylist() == [{"place": "Fushun", "value": 4_370_000.0}]


def test_city_changes(connection: duckdb.DuckDBPyConnection) -> None:
    result = run_query(connection, "FROM city_changes SELECT place, pct_low, pct, pct_high")
    assert result.to_pylist() == [{"place": "Fushun", "pct_low": -10.5, "pct": -10.0, "pct_high": -9.5}]


@pytest.mark.parametrize(
    "query",
    [
        "WITH x AS (SELECT 1 AS n) SELECT n FROM x;",
        "VALUES (1)",
        "DESCRIBE figures",
        "SHOW TABLES",
        "SUMMARIZE levels",
        "EXPLAIN SELECT 1",
        "PIVOT numbers ON disposition IN ('figure', 'date') USING count(*)",
        "-- a comment\nSELECT 1",
    ],
)
def test_what_reads_is_a_query(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    assert run_query(connection, query).num_columns > 0


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM figures",
        "CREATE TABLE mine AS SELECT 1",
        "CREATE TEMP TABLE mine AS SELECT 1",
        "DROP VIEW city_changes",
        "SET threads = 1",
        "PRAGMA enable_profiling",
        "ATTACH ':memory:' AS mine",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CHECKPOINT",
        "SELECT 1; SELECT 2",
        "SELECT 1; DELETE FROM figures",
        "",
        "-- only a comment",
    ],
)
def test_anything_else_is_refused(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    with pytest.raises(QueryError, match="one statement that reads"):
        run_query(connection, query)


def test_no_query_reads_a_file(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nsesame\n", encoding="utf-8")
    for query in (
        f"SELECT * FROM '{secret}'",
        f"SELECT * FROM read_csv('{secret}')",
        f"SELECT * FROM read_text('{secret}')",
        f"SELECT * FROM glob('{tmp_path}/*')",
        "SELECT * FROM read_parquet('https://example.org/figures.parquet')",
    ):
        with pytest.raises(QueryError, match=r"disabled|Missing Extension|not found"):
            run_query(connection, query)


def test_no_query_writes_a_file(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    target = tmp_path / "copied.csv"
    for query in (f"COPY figures TO '{target}'", f"EXPLAIN ANALYZE COPY figures TO '{target}'"):
        with pytest.raises(QueryError):
            run_query(connection, query)
    assert not target.exists()


def test_no_query_sees_the_variables_of_the_program(connection: duckdb.DuckDBPyConnection) -> None:
    frame = pa.table({"n": [1]})
    assert frame.num_rows == 1
    with pytest.raises(QueryError, match="frame does not exist"):
        run_query(connection, "SELECT * FROM frame")


def test_the_message_of_a_wrong_query_is_that_of_duckdb(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(QueryError, match="no_such_column"):
        run_query(connection, "SELECT no_such_column FROM figures")


def test_a_release_by_its_version(first: Release) -> None:
    with open_release(first.path.parent.parent, "0.1.0") as opened:
        assert run_query(opened, "SELECT count(*) AS n FROM articles").to_pylist() == [{"n": 2}]


def test_a_release_without_its_duckdb_file(tmp_path: Path) -> None:
    (tmp_path / "releases" / "0.1.0").mkdir(parents=True)
    with pytest.raises(ReleaseError, match=r"cityfigures\.duckdb is missing"):
        open_release(tmp_path, "0.1.0")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    folder = tmp_path / "releases" / "0.1.0"
    folder.mkdir(parents=True)
    (folder / "cityfigures.duckdb").write_bytes(b"x" * 20_000)
    with pytest.raises(ReleaseError, match="cannot be opened"):
        open_release(tmp_path, "0.1.0")
