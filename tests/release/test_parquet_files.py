from __future__ import annotations

import hashlib
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.release import Release
from pipeline.release.parquet_files import read_parquet, write_parquet
from pipeline.tables import TABLES
from tests.range_server import serve


@pytest.fixture
def figures(first: Release) -> pq.ParquetFile:
    return pq.ParquetFile(first.path / "figures.parquet")


def test_columns_tell_their_meaning(figures: pq.ParquetFile) -> None:
    for column in TABLES["figures"].columns:
        field = figures.schema_arrow.field(column.name)
        assert field.metadata[b"description"].decode() == column.description
        assert field.nullable == column.nullable
        for key, fact in {"unit": column.unit, "source": column.source, "references": column.references}.items():
            assert field.metadata.get(key.encode()) == (None if fact is None else fact.encode())


def test_the_file_is_made_for_reading_over_http(figures: pq.ParquetFile) -> None:
    assert figures.num_row_groups == 1
    group = figures.metadata.row_group(0)
    columns = [group.column(number) for number in range(group.num_columns)]
    assert {column.compression for column in columns} == {"ZSTD"}
    assert all(column.is_stats_set and column.has_column_index and column.has_offset_index for column in columns)
    names = [figures.metadata.schema.column(each.column_index).path for each in group.sorting_columns]
    assert tuple(names) == TABLES["figures"].order


def test_the_types_are_plain(figures: pq.ParquetFile) -> None:
    schema = figures.schema_arrow
    assert schema.field("period_start").type == pa.date32()
    assert schema.field("quote").type == pa.string()
    assert pa.types.is_list(schema.field("rules").type)


def test_a_row_group_has_up_to_a_million_rows(tmp_path: Path) -> None:
    write_parquet(tmp_path / "t.parquet", pa.table({"a": pa.array(range(1_000_001))}), ("a",))
    metadata = pq.ParquetFile(tmp_path / "t.parquet").metadata
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [1_000_000, 1]


def test_no_type_is_lost_on_the_way(tables: dict[str, pa.Table], first: Release) -> None:
    for name, table in tables.items():
        assert read_parquet(first.path / f"{name}.parquet").schema.types == table.schema.types


def test_one_column_of_a_served_file_is_fetched_alone(tmp_path: Path) -> None:
    rows = 100_000
    sentences = pa.array([hashlib.sha256(str(number).encode()).hexdigest() for number in range(rows)])
    years = pa.array([1949 + number * 70 // rows for number in range(rows)])
    write_parquet(tmp_path / "t.parquet", pa.table({"year": years, "sentence": sentences}), ("year",))
    with serve(tmp_path) as served:
        with fsspec.open(f"{served.address}/t.parquet", cache_type="none") as file:
            read = pq.read_table(file, columns=["year"])
        assert read.column("year").combine_chunks().equals(years)
        assert all(sent.ranged for sent in served.sent)
        assert sum(sent.length for sent in served.sent) * 20 < (tmp_path / "t.parquet").stat().st_size


def test_how_the_rows_lie_in_memory_makes_no_difference(tables: dict[str, pa.Table], tmp_path: Path) -> None:
    numbers, order = tables["numbers"], TABLES["numbers"].order
    write_parquet(tmp_path / "one", numbers, order)
    write_parquet(tmp_path / "other", pa.concat_tables([numbers.slice(0, 2), numbers.slice(2)]), order)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert read_parquet(tmp_path / "one").equals(numbers)
