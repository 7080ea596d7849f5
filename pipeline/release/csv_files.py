"""Tables as CSV files: UTF-8, RFC 4180 (commas, line ends of CR LF, quotes where needed), a header line.

    null       the empty cell; no text of a release is empty, so the two are never mixed up
    number     shortest digits that give the same 64-bit float again
    date       2018-12-31
    boolean    true, false
    list       a JSON array; other readings of a unit are JSON objects in it
    text       as it is, but for one thing: see below

Spreadsheets run a cell as a formula when it begins with = + - or @, and articles may be written by anyone. A text
that begins so (also after white space, also in full-width forms), or with a tab, a line end or an apostrophe, gets
one apostrophe in front. Spreadsheets show it as text; who wants the exact text drops one leading apostrophe where
there is one. Numbers are left alone: a negative number is no formula. In Parquet and DuckDB texts are as they are.

Belongs here: cells to text and back. Does not: which columns there are.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

GUARD = "'"

_BATCH_ROWS = 10_000
_RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n']")  # noqa: RUF001 - the full-width forms are meant
_Cell = Callable[[Any], str]
_Value = Callable[[str], Any]


def write_csv(path: Path, table: pa.Table) -> None:
    """Writes a table; the same table gives the same bytes."""
    cells = [_writer(field.type) for field in table.schema]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=_BATCH_ROWS):
            columns = [
                ["" if value is None else cell(value) for value in column.to_pylist()]
                for cell, column in zip(cells, batch.columns, strict=True)
            ]
            writer.writerows(zip(*columns, strict=True))


def read_csv(path: Path, schema: pa.Schema) -> pa.Table:
    """Reads a file that `write_csv` wrote.

    Args:
        path: of the file.
        schema: that the table had.

    Raises:
        ValueError: the header is not that of the schema, a line has more or fewer cells, or a cell does not convert.
    """
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, strict=True)
        header = next(lines, [])
        if header != schema.names:
            raise ValueError(f"{path.name}: the header is {header}, not {schema.names}")
        rows = list(_full_lines(lines, len(header), path.name))
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(header)
    arrays = []
    for field, column in zip(schema, columns, strict=True):
        value = _reader(field.type)
        arrays.append(pa.array([None if cell == "" else value(cell) for cell in column], field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def guarded(text: str) -> str:
    """`text` as its cell holds it: with an apostrophe in front where a spreadsheet would run it."""
    return GUARD + text if _RUNS.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made a cell of."""
    return cell.removeprefix(GUARD)


def _full_lines(lines: Iterator[list[str]], cells: int, name: str) -> Iterator[list[str]]:
    for number, line in enumerate(lines, start=2):
        if len(line) != cells:
            raise ValueError(f"{name}: record {number} has {len(line)} cells, not {cells}")
        yield line


def _writer(kind: pa.DataType) -> _Cell:
    if pa.types.is_string(kind):
        return guarded
    if pa.types.is_boolean(kind):
        return lambda flag: "true" if flag else "false"
    if pa.types.is_list(kind):
        return lambda items: json.dumps(items, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if pa.types.is_date32(kind):
        return date.isoformat
    return repr


def _reader(kind: pa.DataType) -> _Value:
    if pa.types.is_string(kind):
        return unguarded
    if pa.types.is_boolean(kind):
        return {"true": True, "false": False}.__getitem__
    if pa.types.is_list(kind):
        return json.loads
    if pa.types.is_date32(kind):
        return date.fromisoformat
    return int if pa.types.is_integer(kind) else float
