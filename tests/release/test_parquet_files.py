from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.release import Release
from pipeline.release.parquet_files import read_parquet, write_parquet
from pipeline.tables import TABLES


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


def test_how_the_rows_lie_in_memory_makes_no_difference(tables: dict[str, pa.Table], tmp_path: Path) -> None:
    numbers, order = tables["numbers"], TABLES["numbers"].order
    write_parquet(tmp_path / "one", numbers, order)
    write_parquet(tmp_path / "other", pa.concat_tables([numbers.slice(0, 2), numbers.slice(2)]), order)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert read_parquet(tmp_path / "one").equals(numbers)
