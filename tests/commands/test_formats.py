from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.commands.formats import Format, print_rows

words = st.text(st.characters(exclude_categories=["Cs"]))
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words
values = plain | st.lists(plain, max_size=3) | st.dictionaries(words, plain, max_size=3)
tables = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(values, min_size=width, max_size=width), max_size=5))


def printed(columns: list[str], rows: list[list[Any]], form: Format) -> str:
    out = io.StringIO()
    print_rows(columns, rows, form, out)
    return out.getvalue()


@given(tables)
def test_json_and_json_lines_hold_every_value(rows: list[list[Any]]) -> None:
    columns = [f"c{i}" for i in range(len(rows[0]) if rows else 1)]
    expected = [dict(zip(columns, row, strict=True)) for row in rows]
    assert json.loads(printed(columns, rows, Format.JSON)) == expected
    assert [json.loads(line) for line in printed(columns, rows, Format.JSONL).splitlines()] == expected


@given(tables)
def test_csv_has_one_record_a_row(rows: list[list[Any]]) -> None:
    columns = [f"c{i}" for i in range(len(rows[0]) if rows else 1)]
    records = list(csv.reader(io.StringIO(printed(columns, rows, Format.CSV), newline="")))
    assert records[0] == columns
    assert [len(record) for record in records[1:]] == [len(row) for row in rows]


def test_csv_writes_as_a_release_does() -> None:
    row = [None, True, 0.1, date(2018, 12, 31), ["a", "b"], "=1+1", "plain, with comma"]
    assert printed(list("abcdefg"), [row], Format.CSV) == (
        'a,b,c,d,e,f,g\n,true,0.1,2018-12-31,"[""a"",""b""]",\'=1+1,"plain, with comma"\n'
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2018, 12, 31), "2018-12-31"),
        (datetime(2018, 12, 31, 23, 59), "2018-12-31T23:59:00"),
        (Decimal("10"), 10),
        (Decimal("0.5"), 0.5),
        (float("nan"), None),
        (float("inf"), None),
        ((1, date(2018, 1, 1)), [1, "2018-01-01"]),
        (b"bytes", "b'bytes'"),
    ],
)
def test_what_json_lacks_is_said_in_what_it_has(value: Any, expected: Any) -> None:
    assert json.loads(printed(["a"], [[value]], Format.JSONL)) == {"a": expected}


def test_names_stand_as_they_are_written() -> None:
    assert "抚顺" in printed(["a"], [["抚顺"]], Format.JSONL)


def test_nothing_is_an_empty_array() -> None:
    assert printed(["a"], [], Format.JSON) == "[]\n"
