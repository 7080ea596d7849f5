"""In which rows and cells two tables differ that should be the same.

Belongs here: telling row, column and both values. Does not: changes from one release to the next, which are no faults
(see `diff`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb
import pyarrow as pa

from pipeline.release import sql
from pipeline.release.content import type_words
from pipeline.release.fault import SHOWN


def row_differences(
    found: pa.Table, expected: pa.Table, key: tuple[str, ...], source: str, *, tolerance: float = 0.0
) -> Iterator[str]:
    """What each difference is, in words, the first few of each kind by row.

    Args:
        found: the table that is judged.
        expected: what it should be, with the same columns in any order.
        key: the columns that name a row in both.
        source: what `expected` is, to be named.
        tolerance: how far numbers may lie apart, as a part of the greater; machines round the last digit of a power
            otherwise.
    """
    with sql.in_memory() as base:
        base.register("found", found)
        base.register("expected", expected)
        yield from _one_sided(base, "expected", "found", key, f"which {source} has, is missing")
        yield from _one_sided(base, "found", "expected", key, f"is not in {source}")
        yield from _repeated(base, key)
        for field in expected.schema:
            if field.name not in key:
                yield from _cells(base, field, key, source, tolerance)


def _one_sided(base: duckdb.DuckDBPyConnection, one: str, other: str, key: tuple[str, ...], what: str) -> Iterator[str]:
    keys = sql.names(key)
    query = f"SELECT {keys} FROM {one} ANTI JOIN {other} USING ({keys}) ORDER BY ALL"
    rows = base.execute(query).fetchall()
    yield from (f"row {row_words(dict(zip(key, row, strict=True)))}, {what}" for row in rows[:SHOWN])
    yield from _further(len(rows), what)


def _repeated(base: duckdb.DuckDBPyConnection, key: tuple[str, ...]) -> Iterator[str]:
    keys = sql.names(key)
    query = f"FROM found SELECT {keys}, count(*) GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL"
    rows = base.execute(query).fetchall()
    for *values, count in rows[:SHOWN]:
        yield f"row {row_words(dict(zip(key, values, strict=True)))}, is there {count} times"
    yield from _further(len(rows), "are there several times")


def _cells(
    base: duckdb.DuckDBPyConnection, field: pa.Field, key: tuple[str, ...], source: str, tolerance: float
) -> Iterator[str]:
    keys, column = sql.names(key), sql.name(field.name)
    apart = f"found.{column} IS DISTINCT FROM expected.{column}"
    if tolerance and type_words(field.type) == "number":
        size = f"greatest(abs(found.{column}), abs(expected.{column}))"
        apart += f" AND coalesce(abs(found.{column} - expected.{column}) > {tolerance} * {size}, true)"
    query = (
        f"SELECT {keys}, found.{column}, expected.{column} FROM found JOIN expected USING ({keys}) WHERE {apart} "
        f"ORDER BY {keys}"
    )
    rows = base.execute(query).fetchall()
    for *values, is_now, should in rows[:SHOWN]:
        row = row_words(dict(zip(key, values, strict=True)))
        yield f"row {row}, column {field.name}: is {_value(is_now)}, in {source} {_value(should)}"
    yield from _further(len(rows), f"column {field.name}: differs from {source}")


def row_words(row: Mapping[str, Any]) -> str:
    """How a row is named: its key's columns with their values."""
    return ", ".join(f"{name} {_value(value)}" for name, value in row.items())


def _value(value: Any) -> str:
    return "null" if value is None else str(value)


def _further(count: int, what: str) -> Iterator[str]:
    if count > SHOWN:
        yield f"{count - SHOWN} more rows, {what}"
