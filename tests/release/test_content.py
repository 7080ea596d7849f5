from __future__ import annotations

import hashlib
import struct
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release.content import content_hash, type_words

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
texts = st.text(st.characters(codec="utf-8"), max_size=4)
reals = st.floats(allow_nan=False, width=16)
cells = {
    "text": texts,
    "whole": st.integers(-(2**63), 2**63 - 1),
    "real": reals,
    "day": st.dates(),
    "flag": st.booleans(),
    "texts": st.lists(texts, max_size=3),
    "readings": st.lists(st.fixed_dictionaries({"unit": texts, "low": st.none() | reals}), max_size=2),
}
rows = st.lists(st.fixed_dictionaries({name: st.none() | cell for name, cell in cells.items()}), max_size=5)


def table_of(values: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(values, schema=SCHEMA)


@given(rows, rows)
def test_tables_have_the_same_hash_if_and_only_if_they_are_equal(
    one: list[dict[str, Any]], other: list[dict[str, Any]]
) -> None:
    first, second = table_of(one), table_of(other)
    assert (content_hash(first) == content_hash(second)) == (repr(first.to_pylist()) == repr(second.to_pylist()))


@given(rows, st.integers(1, 3))
def test_chunks_and_slices_make_no_difference(values: list[dict[str, Any]], size: int) -> None:
    table = table_of(values)
    chunked = pa.Table.from_batches(table.to_batches(max_chunksize=size), schema=SCHEMA)
    within = table_of([*values[:1], *values, *values[:1]]).slice(len(values[:1]), len(values))
    assert content_hash(chunked) == content_hash(within) == content_hash(table)


def test_the_file_that_holds_it_makes_no_difference(tmp_path: Path) -> None:
    table = table_of([{"text": "a", "whole": 1, "texts": ["x", ""], "readings": [{"unit": "t", "low": None}]}, {}])
    written = []
    for name, compression in (("one", "zstd"), ("other", "none")):
        pq.write_table(table, tmp_path / name, compression=compression, store_schema=False)
        written.append(content_hash(pq.read_table(tmp_path / name)))
    assert set(written) == {content_hash(table)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (pa.table({"a": ["ab", "c"]}), pa.table({"a": ["a", "bc"]})),
        (pa.table({"a": [["x"], []]}), pa.table({"a": [[], ["x"]]})),
        (pa.table({"a": [None]}, pa.schema([("a", pa.string())])), pa.table({"a": [""]})),
        (pa.table({"a": [None]}, pa.schema([("a", pa.int64())])), pa.table({"a": [0]})),
        (pa.table({"a": [0.0]}), pa.table({"a": [-0.0]})),
        (pa.table({"a": [1]}), pa.table({"b": [1]})),
        (pa.table({"a": [1]}), pa.table({"a": [1.0]})),
        (pa.table({"a": [1, 2]}), pa.table({"a": [2, 1]})),
    ],
)
def test_what_looks_alike_is_told_apart(one: pa.Table, other: pa.Table) -> None:
    assert content_hash(one) != content_hash(other)


def in_words(kind: pa.DataType, values: list[Any]) -> bytes:
    """The documented form of a column, written plainly: what anyone else who checks a release would write."""
    packed = b"".join
    present = packed(struct.pack("B", value is not None) for value in values)
    if pa.types.is_string(kind):
        data = [None if value is None else value.encode() for value in values]
        lengths = packed(struct.pack("<q", -1 if each is None else len(each)) for each in data)
        return lengths + packed(each for each in data if each is not None)
    if pa.types.is_list(kind):
        lengths = packed(struct.pack("<q", -1 if value is None else len(value)) for value in values)
        return lengths + in_words(kind.value_type, [item for value in values for item in value or ()])
    if pa.types.is_struct(kind):
        fields = (in_words(field.type, [value and value[field.name] for value in values]) for field in kind)
        return present + packed(fields)
    if pa.types.is_date32(kind):
        days = ((value - date(1970, 1, 1)).days if value else 0 for value in values)
        return present + packed(struct.pack("<q", each) for each in days)
    form = "<d" if pa.types.is_float64(kind) else "?" if pa.types.is_boolean(kind) else "<q"
    return present + packed(struct.pack(form, 0 if value is None else value) for value in values)


@given(rows)
def test_the_hash_is_that_of_the_documented_form(values: list[dict[str, Any]]) -> None:
    expected = struct.pack("<q", len(values))
    for field in SCHEMA:
        for text in (field.name, type_words(field.type)):
            expected += struct.pack("<q", len(text)) + text.encode()
        expected += in_words(field.type, [row[field.name] for row in values])
    assert content_hash(table_of(values)) == hashlib.sha256(expected).hexdigest()


def test_a_type_that_no_release_has_is_refused() -> None:
    with pytest.raises(TypeError, match="int8"):
        type_words(pa.int8())
