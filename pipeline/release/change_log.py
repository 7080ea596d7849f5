"""The changes of a release written down: `CHANGES.json` for programs, `CHANGES.md` for people.

Belongs here: the form of the two files. Does not: the changes (see `changes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.release.causes import Causes
from pipeline.release.changes import Changes, Key, RowChange, TableChanges

CHANGES_JSON = "CHANGES.json"
CHANGES_MD = "CHANGES.md"
CHANGES_SCHEMA = "CHANGES.schema.json"
"""The JSON Schema of `CHANGES.json`, which lies beside it in a release."""

SHOWN = 20
"""Rows of one kind and one table that `CHANGES.md` lists; `CHANGES.json` lists them all."""


def changes_schema() -> str:
    """The content of `CHANGES.schema.json`."""
    return Path(__file__).with_name("changes.schema.json").read_text(encoding="utf-8")


def changes_value(version: str, changes: Changes) -> dict[str, Any]:
    """The content of `CHANGES.json`: columns and tables first, then causes, then rows."""
    return {
        "$schema": CHANGES_SCHEMA,
        "version": version,
        "previous": changes.previous,
        "summary": changes.summary(),
        "columns": [
            {"table": each.table, "column": each.column, "what": each.what, "old": each.old, "new": each.new}
            for each in changes.columns
        ],
        "tables_added": list(changes.tables_added),
        "tables_withdrawn": list(changes.tables_withdrawn),
        "causes": [cause.value | {"rows": rows} for cause, rows in changes.causes.items()],
        "tables": {table.table: _table_value(table) for table in changes.tables},
    }


def changes_markdown(version: str, changes: Changes, in_full: str = f"`{CHANGES_JSON}`") -> str:
    """The content of `CHANGES.md`: columns and tables first, then counts, causes and rows.

    Args:
        version: that has the changes.
        changes: since the one before.
        in_full: what has all rows, of which this lists the first `SHOWN`.
    """
    return "\n".join(_lines(version, changes, in_full)) + "\n"


def _table_value(table: TableChanges) -> dict[str, Any]:
    return {
        "key": list(table.key),
        "counts": table.counts,
        "added": [_row_value(table, key) for key in table.added],
        "changed": [
            _row_value(table, row.key)
            | {"cells": {cell.column: {"old": _plain(cell.old), "new": _plain(cell.new)} for cell in row.cells}}
            for row in table.changed
        ],
        "withdrawn": [_row_value(table, key) for key in table.withdrawn],
    }


def _row_value(table: TableChanges, key: Key) -> dict[str, Any]:
    return {"key": _plain_all(key), "causes": [cause.value for cause in table.causes.get(key, ())]}


def _plain_all(values: Iterable[Any]) -> list[Any]:
    return [_plain(value) for value in values]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _lines(version: str, changes: Changes, in_full: str) -> Iterator[str]:
    yield f"# Changes in {version}"
    yield ""
    if changes.previous is None:
        yield "First release."
        return
    yield f"Since {changes.previous}. {in_full} has the same in full."
    if changes.columns or changes.tables_added or changes.tables_withdrawn:
        yield from ("", "## Columns and tables", "")
        yield from (f"- table `{name}` added" for name in changes.tables_added)
        yield from (f"- table `{name}` withdrawn" for name in changes.tables_withdrawn)
        for each in changes.columns:
            moved = each.what if each.what in ("added", "withdrawn") else f"{each.what} {each.old} -> {each.new}"
            yield f"- `{each.table}.{each.column}`: {moved}"
    if changes.tables:
        yield from ("", "## Rows", "", "| table | added | changed | withdrawn |", "| --- | ---: | ---: | ---: |")
        for table in changes.tables:
            yield f"| `{table.table}` | {' | '.join(f'{number:,}' for number in table.counts.values())} |"
    if changes.causes:
        yield from ("", "## Why", "")
        yield from (f"- {cause}: {rows:,} {'row' if rows == 1 else 'rows'}" for cause, rows in changes.causes.items())
    for table in changes.tables:
        yield from ("", f"## `{table.table}`")
        for what, rows in _rows_words(table).items():
            yield from _section(what, rows)
    if not (changes.columns or changes.tables_added or changes.tables_withdrawn or changes.tables):
        yield from ("", "The same data under a new number.")


def _section(what: str, rows: list[str]) -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"{len(rows):,} {what}:", "")
    yield from (f"- {row}" for row in rows[:SHOWN])
    if len(rows) > SHOWN:
        yield f"- and {len(rows) - SHOWN:,} more"


def _rows_words(table: TableChanges) -> dict[str, list[str]]:
    return {
        "added": [_key_words(key) + _because(table.causes.get(key, ())) for key in table.added],
        "changed": [_row_words(row) + _because(table.causes.get(row.key, ())) for row in table.changed],
        "withdrawn": [_key_words(key) + _because(table.causes.get(key, ())) for key in table.withdrawn],
    }


def _because(causes: Causes) -> str:
    return f" - {', '.join(map(str, causes))}" if causes else ""


def _row_words(row: RowChange) -> str:
    cells = "; ".join(f"{cell.column} {_word(cell.old)} -> {_word(cell.new)}" for cell in row.cells)
    return f"{_key_words(row.key)}: {cells}"


def _key_words(key: Key) -> str:
    return " ".join(f"`{value}`" for value in key)


def _word(value: Any) -> str:
    return "null" if value is None else str(_plain(value))
