from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release.csv_files import guarded, read_csv, unguarded, write_csv

SCHEMA = pa.schema(
    [
        ("text", pa.string()),
        ("whole", pa.int64()),
        ("real", pa.float64()),
        ("day", pa.date32()),
        ("flag", pa.bool_()),
        ("texts", pa.list_(pa.string())),
        ("readings", pa.list_(pa.struct([("unit", pa.string()), ("low", pa.float64())]))),
    ]
)
# A surrogate is no character, and Python's csv module does not keep NUL; the reading room lets neither through.
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=6)
cells = {
    "text": texts,
    "whole": st.integers(-(2**63), 2**63 - 1),
    "real": st.floats(allow_nan=False, allow_infinity=False),
    "day": st.dates(),
    "flag": st.booleans(),
    "texts": st.lists(texts, max_size=3),
    "readings": st.lists(
        st.fixed_dictionaries({"unit": texts, "low": st.none() | st.floats(allow_nan=False, allow_infinity=False)}),
        max_size=2,
    ),
}


@given(st.lists(st.fixed_dictionaries({name: st.none() | cell for name, cell in cells.items()}), max_size=4))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]]) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    write_csv(path, table)
    assert read_csv(path, SCHEMA).to_pylist() == table.to_pylist()


def test_the_form_of_a_file(tmp_path: Path) -> None:
    row = {
        "text": 'a "b", c',
        "whole": -3,
        "real": 15_260_000_000.0,
        "day": date(2018, 12, 31),
        "flag": True,
        "texts": ["抚顺", "x"],
        "readings": [{"unit": "ton", "low": None}],
    }
    write_csv(tmp_path / "t.csv", pa.Table.from_pylist([row, {}], schema=SCHEMA))
    assert (tmp_path / "t.csv").read_bytes().decode() == (
        "text,whole,real,day,flag,texts,readings\r\n"
        '"a ""b"", c",-3,15260000000.0,2018-12-31,true,"[""抚顺"",""x""]","[{""unit"":""ton"",""low"":null}]"\r\n'
        ",,,,,,\r\n"
    )


@given(st.text())
def test_a_guarded_text_is_exact(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text("=+-@＝＋－＠\t\r\n ' a1", max_size=6))  # noqa: RUF001 - the full-width forms are meant
def test_no_guarded_text_begins_a_formula(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("\t", "\r", "\n"))
    assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))  # noqa: RUF001


@pytest.mark.parametrize("text", ["a=1", "4.37 million", "抚顺", "«-1»", ""])
def test_plain_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_a_number_below_zero_is_no_formula(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", pa.table({"a": [-2.5]}))
    with (tmp_path / "t.csv").open(newline="") as file:
        assert list(csv.reader(file)) == [["a"], ["-2.5"]]


@pytest.mark.parametrize(
    ("content", "message"),
    [("b\r\n1\r\n", "header"), ("a\r\n1,2\r\n", "record 2 has 2 cells"), ("a\r\nx\r\n", "invalid literal")],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "t.csv").write_bytes(content.encode())
    with pytest.raises(ValueError, match=message):
        read_csv(tmp_path / "t.csv", pa.schema([("a", pa.int64())]))
