from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables import TABLES, ShapeError, conform, frame_of, from_arrow, to_arrow

Row = dict[str, Any]


def values_of(kind: pa.DataType) -> st.SearchStrategy[Any]:
    """Any values of an Arrow type of the release."""
    if pa.types.is_list(kind):
        return st.lists(values_of(kind.value_type), max_size=3)
    if pa.types.is_struct(kind):
        return st.fixed_dictionaries({field.name: st.none() | values_of(field.type) for field in kind})
    if pa.types.is_string(kind):
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
    if pa.types.is_integer(kind):
        return st.integers(-(2**63), 2**63 - 1)
    if pa.types.is_floating(kind):
        return st.floats(allow_nan=False)
    return st.dates() if pa.types.is_date(kind) else st.booleans()


@st.composite
def any_rows(draw: st.DrawFn) -> tuple[str, list[Row]]:
    """A table's name and rows of its types, whatever its rules say of them."""
    name = draw(st.sampled_from(sorted(TABLES)))
    columns = {
        column.name: st.none() | values_of(column.arrow_type) if column.nullable else values_of(column.arrow_type)
        for column in TABLES[name].columns
    }
    key = TABLES[name].key
    rows = st.lists(
        st.fixed_dictionaries(columns), max_size=4, unique_by=lambda row: tuple(row[column] for column in key)
    )
    return name, draw(rows)


@given(any_rows())
def test_arrow_and_frame_hold_the_same(named: tuple[str, list[Row]]) -> None:
    name, rows = named
    frame = frame_of(name, rows)
    table = to_arrow(name, frame)
    assert table.schema.equals(TABLES[name].arrow_schema, check_metadata=True)
    pd.testing.assert_frame_equal(from_arrow(name, table), frame)
    assert to_arrow(name, from_arrow(name, table)).equals(table, check_metadata=True)


@given(any_rows())
def test_nothing_is_lost_on_the_way_to_arrow(named: tuple[str, list[Row]]) -> None:
    name, rows = named
    key = TABLES[name].key
    found = {tuple(row[column] for column in key): row for row in to_arrow(name, frame_of(name, rows)).to_pylist()}
    assert found == {tuple(row[column] for column in key): row for row in rows}


@given(any_rows(), st.randoms())
def test_order_does_not_depend_on_the_order_of_arrival(named: tuple[str, list[Row]], random: Any) -> None:
    name, rows = named
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert to_arrow(name, frame_of(name, shuffled)).equals(to_arrow(name, frame_of(name, rows)))


@pytest.mark.parametrize("name", TABLES)
def test_no_rows_make_a_typed_empty_frame(name: str) -> None:
    frame = frame_of(name, [])
    assert frame.empty
    assert [dtype.pyarrow_dtype for dtype in frame.dtypes] == TABLES[name].arrow_schema.types


def test_types_of_other_engines_become_those_of_the_release(rows: dict[str, list[Row]]) -> None:
    table = to_arrow("conflicts", frame_of("conflicts", rows["conflicts"]))
    foreign = table.cast(
        pa.schema(
            [
                field.with_type(pa.large_string())
                if pa.types.is_string(field.type)
                else field.with_type(pa.list_(pa.field("l", pa.large_string())))
                if field.name == "figure_ids"
                else field
                for field in table.schema
            ]
        )
    ).replace_schema_metadata(None)
    assert conform("conflicts", foreign.select(sorted(foreign.column_names))).equals(table, check_metadata=True)


def test_rows_are_sorted_with_nulls_last(rows: dict[str, list[Row]]) -> None:
    first, second, third = rows["figures"]
    changed = [first | {"place": None}, second | {"place": "Fuxin"}, third | {"place": "Daqing"}]
    assert to_arrow("figures", frame_of("figures", changed)).column("place").to_pylist() == ["Daqing", "Fuxin", None]


def test_missing_and_unknown_columns_are_named(rows: dict[str, list[Row]]) -> None:
    table = to_arrow("units", frame_of("units", rows["units"]))
    with pytest.raises(ShapeError, match=r"units.*missing \['factor'\].*unknown \['faktor'\]"):
        conform("units", table.rename_columns({"factor": "faktor"}))


def test_null_where_none_is_allowed_names_the_column(rows: dict[str, list[Row]]) -> None:
    rows["places"][0]["name"] = None
    with pytest.raises(ShapeError, match="table places, column name: 1 null"):
        frame_of("places", rows["places"])


def test_value_of_another_type_names_the_column(rows: dict[str, list[Row]]) -> None:
    rows["figures"][0]["value"] = "many"
    with pytest.raises(ShapeError, match="table figures, column value"):
        frame_of("figures", rows["figures"])


def test_column_that_does_not_convert_is_named(rows: dict[str, list[Row]]) -> None:
    table = to_arrow("units", frame_of("units", rows["units"]))
    at = table.schema.get_field_index("factor")
    with pytest.raises(ShapeError, match="table units, column factor"):
        conform("units", table.set_column(at, "factor", pa.array(["one"] * table.num_rows)))


def test_row_without_a_column_is_told(rows: dict[str, list[Row]]) -> None:
    del rows["places"][0]["kind"]
    with pytest.raises(ShapeError, match="places: a row lacks the column kind"):
        frame_of("places", rows["places"])
