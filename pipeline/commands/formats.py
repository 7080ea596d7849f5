"""Rows on standard output, as a table for people or as CSV, JSON or JSON lines for programs.

Belongs here: how values are written in each format. Does not: which rows there are, how a table fits a terminal
(see `terminal`).
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TextIO

from pipeline.commands.terminal import print_table


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Form(StrEnum):
    """How what is no table of rows is printed: told to people, or as one JSON value."""

    TEXT = "text"
    JSON = "json"


Row = Sequence[Any]

# Readers that split lines as Unicode has it must not split a text; JSON itself escapes only the others.
_LINE_ENDS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def print_rows(columns: Sequence[str], rows: Iterable[Row], form: Format, out: TextIO | None = None) -> None:
    """Writes rows to standard output.

    Args:
        columns: names of the columns.
        rows: values in the order of the columns; for all formats but a table they are written as they come.
        form: the format. JSON is one array of objects, JSON lines one object a line; dates are ISO 8601, lists arrays,
            what is unknown is null. In CSV that is the empty cell, and a list is a JSON array, as in a release.
        out: where to, instead of standard output.
    """
    out = out or sys.stdout
    if form is Format.TABLE:
        print_table(columns, list(rows), out)
    elif form is Format.JSONL:
        for row in rows:
            print(to_json(dict(zip(columns, row, strict=True))), file=out)
    elif form is Format.JSON:
        _write_json(columns, rows, out)
    else:
        _write_csv(columns, rows, out)


def to_json(value: Any) -> str:
    """A value as JSON in one line, whatever counts as a line end; dates are ISO 8601, NaN and infinities null."""
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)


def _write_json(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    before = "["
    for row in rows:
        print(before, to_json(dict(zip(columns, row, strict=True))), sep="\n  ", end="", file=out)
        before = ","
    print("[]" if before == "[" else "\n]", file=out)


def _write_csv(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    # Loads Arrow, which the other formats do without.
    from pipeline.release.csv_files import guarded

    def cell(value: Any) -> str:
        plain = _plain(value)
        if isinstance(plain, str):
            return guarded(plain) if isinstance(value, str) else plain
        return "" if plain is None else json.dumps(plain, ensure_ascii=False, separators=(",", ":"))

    writer = csv.writer(_UnixLines(out))
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)


class _UnixLines:
    """Ends lines as Unix tools have it. The writer itself must not: it would then not quote a carriage return."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, line: str) -> None:
        self._out.write(line.removesuffix("\r\n") + "\n")


def _plain(value: Any) -> Any:
    """The value in the types that JSON knows."""
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value if value is None or isinstance(value, (int, str)) else str(value)
