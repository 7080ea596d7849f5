"""Which row changed for which cause.

    articles, figures, numbers   what happened to their article, and else the code that reads
    quarantine                   what happened to the file, and else the code that reads
    derived rows                 the causes of the changed rows that they are made of, and else the code that derives
    vocabulary                   the vocabulary; a row that came or went: the figures that speak of it

Where two causes may both be it - an article was corrected and a rule changed as well - a row has both: nothing here
guesses. A derived row that none of this explains depends on what it does not name (a city's rank on all other cities);
it has the kinds of what happened to articles.

Belongs here: rows to causes. Does not: what happened (see `happenings`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from pipeline.release.causes import UNEXPLAINED, Cause, Causes
from pipeline.release.changes import Changes, Key, RowChange, TableChanges
from pipeline.release.happenings import Happenings, happenings
from pipeline.release.side import Side

# The room `tables` is behind all: it changes with every new column, and a row's values hardly ever for it.
_READING = frozenset({"articles", "extraction", "vocabulary"}), frozenset({"orchestration", "tables"})
_DERIVING = frozenset({"metrics"}), frozenset({"orchestration", "articles", "extraction", "vocabulary", "tables"})
_NAMING = frozenset({"vocabulary"}), frozenset({"orchestration", "extraction", "tables"})
"""For rows that are read, derived, or of the vocabulary: the rooms that they are made in, and those behind."""


@dataclass(frozen=True, slots=True)
class Link:
    """A row changes with the changed rows of another table that have one of its column's values."""

    column: str
    """Of the row: a value, or a list of them."""
    table: str
    matched: str
    """The column of the other table."""


_BY_PLACE = tuple(Link("place_id", table, "place_id") for table in ("figures", "levels", "changes", "conflicts"))
_DERIVED: Mapping[str, tuple[tuple[Link, ...], ...]] = {
    "conflicts": ((Link("figure_ids", "figures", "figure_id"),),),
    "levels": ((Link("inputs", "figures", "figure_id"),), (Link("conflict_id", "conflicts", "conflict_id"),)),
    "changes": ((Link("inputs", "figures", "figure_id"),), (Link("conflict_id", "conflicts", "conflict_id"),)),
    "derivations": (
        (
            Link("output_id", "levels", "level_id"),
            Link("output_id", "changes", "change_id"),
            Link("output_id", "conflicts", "conflict_id"),
        ),
    ),
    "city_series": ((Link("level_id", "levels", "level_id"),),),
    "city_profile": (_BY_PLACE,),
    "city_rankings": ((Link("indicator", "city_series", "indicator"),),),
}
"""What derived rows are made of, in an order in which each finds its causes known. Of several groups of links the first
that leads to a changed row counts: a level in a conflict changes for its own figures before it does for its rivals'."""

_NAMED: Mapping[str, tuple[Link, ...]] = {
    "places": (Link("place_id", "figures", "place_id"),),
    "indicators": (Link("indicator_id", "figures", "indicator"),),
    "units": (),
}


def attributed(changes: Changes, old: Side, new: Side) -> Changes:
    """The same changes, each row with its causes."""
    if not changes.tables:
        return changes
    attribution = _Attribution({table.table: table for table in changes.tables}, old, new, happenings(old, new))
    attribution.attribute()
    found = attribution.found
    return replace(changes, tables=tuple(replace(table, causes=found.get(table.table, {})) for table in changes.tables))


class _Attribution:
    """The causes found so far, table by table."""

    def __init__(self, tables: Mapping[str, TableChanges], old: Side, new: Side, happened: Happenings) -> None:
        self.tables, self.sides, self.happened = tables, (old, new), happened
        self.found: dict[str, dict[Key, Causes]] = {}
        self._matching: dict[tuple[str, str], dict[Any, Causes]] = {}

    def attribute(self) -> None:
        rekeyed = [name for name in self.tables if self._key(0, name) != self._key(1, name)]
        for name in rekeyed:
            self.found[name] = dict.fromkeys(self.tables[name].keys, (Cause("schema_changed"),))
        steps = {
            **dict.fromkeys(("articles", "figures", "numbers"), self._read),
            "quarantine": self._rejected,
            **dict.fromkeys(_DERIVED, self._derived),
            **dict.fromkeys(_NAMED, self._named),
        }
        for name, step in steps.items():
            if name in self.tables and name not in rekeyed:
                self.found[name] = {key: causes or UNEXPLAINED for key, causes in step(self.tables[name])}

    def _key(self, side: int, table: str) -> tuple[str, ...]:
        return self.sides[side].tables[table].key

    def _read(self, table: TableChanges) -> Iterator[tuple[Key, Causes]]:
        code = self.happened.of_code(*_READING)
        moved = {row.key: row for row in table.changed}
        for key, article_id in self._values(table, "article_id"):
            of_article = self.happened.articles.get(article_id, ())
            row = moved.get(key)
            certain = any(cause.kind in ("article_added", "article_removed") for cause in of_article)
            if of_article and (certain or (row is not None and _only_status(row))):
                yield key, of_article
            else:
                yield key, (*of_article, *(_with_rules(code, row) if row is not None else code))

    def _rejected(self, table: TableChanges) -> Iterator[tuple[Key, Causes]]:
        code = self.happened.of_code(*_READING)
        for key, file in self._values(table, "file"):
            of_file = self.happened.files.get(file, ())
            yield key, tuple(replace(cause, article=PurePath(file).stem) for cause in of_file) or code

    def _derived(self, table: TableChanges) -> Iterator[tuple[Key, Causes]]:
        code = self.happened.of_code(*_DERIVING)
        groups = [self._linked(table, links) for links in _DERIVED[table.table]]
        for key in table.keys:
            linked = next((group[key] for group in groups if key in group), ())
            yield key, linked or code or self.happened.of_any_article()

    def _named(self, table: TableChanges) -> Iterator[tuple[Key, Causes]]:
        code = self.happened.of_code(*_NAMING)
        linked = self._linked(table, _NAMED[table.table])
        moved = {row.key for row in table.changed}
        for key in table.keys:
            spoken_of = linked.get(key, ())
            # Others came or went with these: what a place lies in, what an indicator is derived from.
            others = self.happened.of_any_article()
            yield key, (code or spoken_of or others) if key in moved else (spoken_of or code or others)

    def _linked(self, table: TableChanges, links: tuple[Link, ...]) -> dict[Key, Causes]:
        """The causes of what each row is linked to; rows that are linked to no changed row are left out."""
        found: dict[Key, Causes] = {}
        for link in links:
            known = self._known(link.table, link.matched)
            for key, value in self._values(table, link.column) if known else ():
                for each in value if isinstance(value, list) else [value]:
                    if each in known:
                        found[key] = _together(found.get(key, ()), known[each])
        return found

    def _known(self, table: str, column: str) -> dict[Any, Causes]:
        """The causes of a table's changed rows, by the value that they have, or had, in a column."""
        if (table, column) not in self._matching:
            index: dict[Any, Causes] = {}
            for key, value in self._values(self.tables[table], column) if table in self.found else ():
                if value is not None:
                    general = tuple(cause.general for cause in self.found[table][key])
                    index[value] = _together(index.get(value, ()), general)
            self._matching[table, column] = index
        return self._matching[table, column]

    def _values(self, table: TableChanges, column: str) -> Iterator[tuple[Key, Any]]:
        """What the changed rows say in a column, in the old release and in the new one; a key may come twice."""
        for side in self.sides:
            for key, row in side.rows(table.table, table.keys, (column,)):
                yield key, row.get(column)


def _together(some: Causes, others: Causes) -> Causes:
    return tuple(dict.fromkeys((*some, *others)))


def _only_status(row: RowChange) -> bool:
    return {cell.column for cell in row.cells} <= {"status", "status_reason"}


def _with_rules(code: Causes, row: RowChange) -> Causes:
    """The same with the names of the rules that differ, where the row is a figure that other rules read."""
    differing = {name for cell in row.cells if cell.column == "rules" for name in set(cell.old) ^ set(cell.new)}
    return tuple(
        replace(cause, rules=tuple(sorted(differing))) if cause.kind == "rule_changed" else cause for cause in code
    )
