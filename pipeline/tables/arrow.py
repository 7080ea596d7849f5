"""Between frames and Arrow: the exact form that a table has in a release.

Belongs here: types, metadata and row order of a release's table. Does not: judging values (see `check`), files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from pipeline.tables.catalogue import TABLES
from pipeline.tables.model import Table


class ShapeError(ValueError):
    """Data that cannot be brought into the form of their table; the message names table, column and cause."""


def conform(name: str, table: pa.Table) -> pa.Table:
    """The release's form of a table: its columns in order, its types and metadata, its rows sorted.

    Args:
        name: of the table, a key of `TABLES`.
        table: with at least the table's columns; others are an error, as are missing ones.

    Raises:
        ShapeError: a column is missing, unknown or twice there, holds null where none is allowed, or does not convert.
    """
    definition = TABLES[name]
    _require_columns(definition, table.column_names)
    schema = definition.arrow_schema
    columns = [_convert(name, table.column(field.name), field) for field in schema]
    return _sorted(pa.Table.from_arrays(columns, schema=schema), definition)


def to_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """The release's form of a frame; see `conform`."""
    return conform(name, pa.Table.from_pandas(frame, preserve_index=False))


def from_arrow(name: str, table: pa.Table) -> pd.DataFrame:
    """The frame of a table, with ArrowDtype columns and an index from 0; see `conform`."""
    return conform(name, table).to_pandas(types_mapper=pd.ArrowDtype, ignore_metadata=True)


def frame_of(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The frame of rows given as mappings from column to value, in the release's order; typed even if empty.

    Raises:
        ShapeError: a row lacks a column, or a value does not fit its type.
    """
    definition = TABLES[name]
    listed = list(rows)
    arrays = []
    for field in definition.arrow_schema:
        try:
            arrays.append(pa.array([row[field.name] for row in listed], field.type))
        except KeyError as error:
            raise ShapeError(f"table {name}: a row lacks the column {field.name}") from error
        except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
            raise ShapeError(f"table {name}, column {field.name}: {error}") from error
    return from_arrow(name, pa.Table.from_arrays(arrays, names=definition.arrow_schema.names))


def _require_columns(definition: Table, given: list[str]) -> None:
    wanted = definition.arrow_schema.names
    missing = [name for name in wanted if name not in given]
    unknown = [name for name in given if name not in wanted]
    if missing or unknown or len(given) != len(wanted):
        raise ShapeError(
            f"table {definition.name}: columns missing {missing}, unknown {unknown}, "
            f"{len(given)} given for {len(wanted)}; see pipeline/tables/{definition.name}.py"
        )


def _convert(name: str, column: pa.ChunkedArray, field: pa.Field) -> pa.ChunkedArray:
    try:
        converted = column.cast(field.type)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise ShapeError(f"table {name}, column {field.name}: {error}") from error
    if converted.null_count and not field.nullable:
        raise ShapeError(f"table {name}, column {field.name}: {converted.null_count} nulls where none is allowed")
    return converted.combine_chunks() if converted.num_chunks > 1 else converted


def _sorted(table: pa.Table, definition: Table) -> pa.Table:
    """Rows by the table's order, nulls last; texts compare by their UTF-8 bytes, the same on every machine."""
    return table.sort_by([(name, "ascending") for name in definition.order])
