"""Wording: amounts and movements as a person would say them."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from pipeline.metrics import sql


@pytest.fixture(name="words", scope="module")
def _words() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(sql("intervals"))
        connection.execute(sql("wording"))
        yield connection


def said(words: duckdb.DuckDBPyConnection, macro: str, low: float | None, high: float | None, unit: str) -> object:
    [row] = words.execute(f"SELECT {macro}(span(NULL, ?, ?), ?)", [low, high, unit]).fetchall()
    return row[0]


@pytest.mark.parametrize(
    ("low", "high", "unit", "expected"),
    [
        (5_285_000, 5_295_000, "tonne", "5.285 to 5.295 million tonnes"),
        (999_500, 1_000_500, "person", "999500 to 1.0005 million people"),
        (44, 44, "1", "44"),
        (2e9, None, "CNY", "at least 2 billion CNY"),
        (None, 25, "percent", "at most 25 per cent"),
        (100 / 3, 100 / 3, "percent", "33.33 per cent"),
        (None, None, "kWh", "any value kWh"),
        (-3e6, -2e6, "CNY", "-3 to -2 million CNY"),
        (1.5, 2.5, "tonne/year", "1.5 to 2.5 tonnes/year"),
    ],
)
def test_an_interval(
    words: duckdb.DuckDBPyConnection, low: float | None, high: float | None, unit: str, expected: str
) -> None:
    assert said(words, "extent_in_words", low, high, unit) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (2, 3, "up by 2 to 3 per cent"),
        (-3, -2, "down by 2 to 3 per cent"),
        (5, None, "up by at least 5 per cent"),
        (None, -5, "down by at least 5 per cent"),
        (-5, None, "down by at most 5 per cent"),
        (None, 5, "up by at most 5 per cent"),
        (-1, 2, "anything from down by 1 to up by 2 per cent"),
        (None, None, "a movement of any number of per cent"),
    ],
)
def test_a_movement(words: duckdb.DuckDBPyConnection, low: float | None, high: float | None, expected: str) -> None:
    assert said(words, "movement_in_words", low, high, "percent") == expected
