"""What happened between two releases that can be the cause of a row's change.

Each is read off two manifests and two tables `articles`: an article is new, its file says something else, it was taken
back; the code of a room, the vocabulary's data or a library is another.

Belongs here: what happened. Does not: which row changed for which of it (see `attribution`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline.release.causes import Cause, Causes
from pipeline.release.origins import Provenance
from pipeline.release.side import Side

_COUNTS = {"numbers", "figures"}
"""Columns of `articles` that follow from reading, not from the file."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """All that happened between two releases."""

    articles: Mapping[str, Causes]
    """What happened to each article that something happened to, by its id."""
    files: Mapping[str, Causes]
    """The same of raw files, by their paths from the raw folder."""
    vocabulary: bool
    rooms: frozenset[str]
    """Those rooms whose code differs; `vocabulary` only where its data are the same."""
    libraries: tuple[str, ...]

    def of_code(self, nearest: Set[str], behind: Set[str]) -> Causes:
        """The causes that lie in the code; none where all of it is the same.

        Args:
            nearest: the rooms that the rows are made in.
            behind: the rooms that it can be where those and the vocabulary are the same. A library is the last guess.
        """
        causes = [Cause("vocabulary_changed")] if self.vocabulary else []
        differing = self.rooms & nearest or (frozenset() if causes else self.rooms & behind)
        if differing:
            causes.append(Cause("rule_changed", rooms=tuple(sorted(differing))))
        if not causes and self.libraries:
            causes.append(Cause("library_changed", libraries=self.libraries))
        return tuple(causes)

    def of_any_article(self) -> Causes:
        """What happened to articles, without their names: for a row that depends on articles it does not name."""
        kinds = dict.fromkeys(cause.kind for causes in self.articles.values() for cause in causes)
        return tuple(Cause(kind) for kind in sorted(kinds))


def happenings(old: Side, new: Side) -> Happenings:
    """What happened from `old` to `new`."""
    before, after = old.provenance, new.provenance
    same_words = before.vocabulary == after.vocabulary
    rooms = {room for room in {*before.rooms, *after.rooms} if before.rooms.get(room) != after.rooms.get(room)}
    libraries = {*before.libraries, *after.libraries}
    return Happenings(
        articles=dict(_of_articles(old, new)),
        files=dict(_of_files(before, after)),
        vocabulary=not same_words,
        rooms=frozenset(rooms if same_words else rooms - {"vocabulary"}),
        libraries=tuple(sorted(name for name in libraries if before.libraries.get(name) != after.libraries.get(name))),
    )


def _of_articles(old: Side, new: Side) -> Iterator[tuple[str, Causes]]:
    before, after = _by_id(old), _by_id(new)
    for article_id in before.keys() - after.keys():
        yield article_id, (Cause("article_removed", article_id),)
    for article_id, row in after.items():
        if article_id not in before:
            yield article_id, (Cause("article_added", article_id),)
        elif causes := tuple(_of_article(before[article_id], row, _same_file(row["file"], old, new))):
            yield article_id, causes


def _of_article(was: Mapping[str, Any], row: Mapping[str, Any], same_file: bool) -> Iterator[Cause]:
    told = row["article_id"], row["status_reason"]
    retracted = row["status"] == "retracted" and was["status"] != "retracted"
    if retracted:
        yield Cause("article_retracted", *told)
    # What is read of a file that is the same, byte for byte, differs only by code.
    of_status = {"status", "status_reason"} if retracted else set()
    if not same_file and any(
        was[name] != value for name, value in row.items() if name in was and name not in of_status | _COUNTS
    ):
        yield Cause("article_corrected", told[0], None if retracted else told[1])


def _by_id(side: Side) -> dict[str, dict[str, Any]]:
    table: pa.Table = side.load("articles")
    return {row["article_id"]: row for row in table.to_pylist()}


def _same_file(path: str | None, old: Side, new: Side) -> bool:
    if path is None:
        return False
    found = new.provenance.inputs.get(path)
    return found is not None and old.provenance.inputs.get(path) == found


def _of_files(before: Provenance, after: Provenance) -> Iterator[tuple[str, Causes]]:
    for path in {*before.inputs, *after.inputs}:
        if path not in before.inputs:
            yield path, (Cause("article_added", path),)
        elif path not in after.inputs:
            yield path, (Cause("article_removed", path),)
        elif before.inputs[path] != after.inputs[path]:
            yield path, (Cause("article_corrected", path),)
