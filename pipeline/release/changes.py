"""What changed from one release to the next, as values: columns, rows, cells.

Belongs here: the values, and what they amount to. Does not: finding the changes (see `diff`), writing them down (see
`change_log`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.release.causes import Cause, Causes
from pipeline.release.version import Step

Key = tuple[Any, ...]
"""The values of a table's key columns in one row."""

ColumnEvent = Literal["added", "withdrawn", "type", "unit", "nullable"]


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column that came, went, or has another form."""

    table: str
    column: str
    what: ColumnEvent
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that says something else than before."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that both releases have, with other values."""

    key: Key
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TableChanges:
    """The rows of one table that came, went or moved."""

    table: str
    key: tuple[str, ...]
    """The names of the key columns, for all keys below."""
    added: tuple[Key, ...] = ()
    changed: tuple[RowChange, ...] = ()
    withdrawn: tuple[Key, ...] = ()
    causes: Mapping[Key, Causes] = field(default_factory=dict)
    """Why each of these rows changed, by its key; empty while nobody has asked (see `attribution`)."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys of all these rows."""
        return (*self.added, *(row.key for row in self.changed), *self.withdrawn)

    @property
    def counts(self) -> dict[str, int]:
        """Numbers of rows."""
        return {"added": len(self.added), "changed": len(self.changed), "withdrawn": len(self.withdrawn)}


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed since the release before."""

    previous: str | None
    """Version of the release before; null for the first release, which has no changes."""
    columns: tuple[ColumnChange, ...] = ()
    tables_added: tuple[str, ...] = ()
    tables_withdrawn: tuple[str, ...] = ()
    tables: tuple[TableChanges, ...] = ()
    """Those tables that have changes, in the release's order."""

    @property
    def step(self) -> Step:
        """What the changes amount to, by the rule of `version`."""
        if self.columns or self.tables_withdrawn:
            return "major"
        if self.tables_added or any(table.added or table.withdrawn for table in self.tables):
            return "minor"
        return "patch" if self.tables else "none"

    @property
    def causes(self) -> Mapping[Cause, int]:
        """In how many rows each cause has a part, that with most rows first; rules are not told apart."""
        rows = Counter(
            cause
            for table in self.tables
            for causes in table.causes.values()
            for cause in dict.fromkeys(each.general for each in causes)
        )
        return dict(sorted(rows.items(), key=lambda counted: (-counted[1], str(counted[0]))))

    def summary(self) -> str:
        """One line for people: `figures: 3 rows added, 1 changed; levels: 1 row withdrawn`."""
        if self.previous is None:
            return "first release"
        parts = [
            *_listed("columns changed", dict.fromkeys(f"{change.table}.{change.column}" for change in self.columns)),
            *_listed("tables added", self.tables_added),
            *_listed("tables withdrawn", self.tables_withdrawn),
            *(f"{table.table}: {_counted(table)}" for table in self.tables),
        ]
        return "; ".join(parts) or "nothing changed"


def _listed(what: str, names: tuple[str, ...] | dict[str, None]) -> Iterator[str]:
    if names:
        yield f"{what}: {', '.join(names)}"


def _counted(table: TableChanges) -> str:
    counts = [(number, what) for what, number in table.counts.items() if number]
    (first, what), *others = counts
    noun = "row" if first == 1 else "rows"
    return ", ".join([f"{first:,} {noun} {what}", *(f"{number:,} {what}" for number, what in others)])
