from __future__ import annotations

from pathlib import Path

import dagster as dg
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.orchestration.io import WORK_FOLDER, WorkFolder, content_version

NUMBERS = pa.table({"value": pa.array([1.5, None]), "unit": ["tonne", "km"]})


@dg.asset(io_manager_key=WORK_FOLDER)
def numbers() -> pa.Table:
    return NUMBERS


@dg.asset(io_manager_key=WORK_FOLDER)
def twice(numbers: pa.Table) -> pa.Table:
    return pa.concat_tables([numbers, numbers])


def test_a_table_passes_to_the_next_asset_as_it_is(tmp_path: Path) -> None:
    folder = WorkFolder(folder=str(tmp_path / "work"))
    dg.materialize([numbers, twice], resources={WORK_FOLDER: folder})
    assert folder.load("numbers").equals(NUMBERS)
    assert folder.load("twice").num_rows == 2 * NUMBERS.num_rows


def test_no_unfinished_file_stays(tmp_path: Path) -> None:
    dg.materialize([numbers], resources={WORK_FOLDER: WorkFolder(folder=str(tmp_path))})
    assert [path.name for path in tmp_path.iterdir()] == ["numbers.parquet"]


def test_a_second_run_takes_the_place_of_the_first(tmp_path: Path) -> None:
    folder = WorkFolder(folder=str(tmp_path))
    for _ in range(2):
        dg.materialize([numbers], resources={WORK_FOLDER: folder})
    assert folder.load("numbers").num_rows == NUMBERS.num_rows


def test_what_was_never_made_is_named(tmp_path: Path) -> None:
    with pytest.raises(dg.Failure, match=r"numbers\.parquet does not exist: materialise the asset 'numbers' first"):
        WorkFolder(folder=str(tmp_path)).load("numbers")


@given(st.lists(st.none() | st.floats(allow_nan=False)), st.lists(st.none() | st.floats(allow_nan=False)))
def test_versions_are_equal_where_contents_are(one: list[float | None], other: list[float | None]) -> None:
    versions = [content_version(pa.table({"value": pa.array(values, pa.float64())})) for values in (one, other)]
    assert (versions[0] == versions[1]) == (list(map(repr, one)) == list(map(repr, other)))
