"""The data dictionary: every column of every table, for people and for the other descriptions of a release.

Belongs here: reading the schemas out. Does not: any fact of its own; Markdown, Data Package, Croissant.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.tables.catalogue import TABLES
from pipeline.tables.model import Column, Table


@dataclass(frozen=True, slots=True)
class Entry:
    """One column in words."""

    table: str
    column: str
    type: str
    nullable: bool
    unit: str | None
    meaning: str
    source: str


def rows() -> list[Entry]:
    """All columns, in the release's order of tables and columns."""
    return [_entry(table, column) for table in TABLES.values() for column in table.columns]


def _entry(table: Table, column: Column) -> Entry:
    return Entry(table.name, column.name, column.type, column.nullable, column.unit, column.description, column.source)
