"""Why a release says what it says: from a figure, level, change or conflict down to the words in an article.

Belongs here: finding the rows and putting them together as a tree. Does not: what is told of a row (see `telling`),
showing it (see `explain_render`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

import duckdb

from pipeline.release.errors import ExplainError
from pipeline.release.locating import quote_in_sentence
from pipeline.release.telling import Amount, Told, told_of_change, told_of_conflict, told_of_figure, told_of_level
from pipeline.release.wording import period

Kind = Literal["figure", "level", "change", "conflict"]

TABLES: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        "figure": ("figures", "figure_id"),
        "level": ("levels", "level_id"),
        "change": ("changes", "change_id"),
        "conflict": ("conflicts", "conflict_id"),
    }
)
"""The table of each kind of row that can be explained, and the column with its ids."""

_KINDS: Mapping[str, Kind] = {table: kind for kind, (table, _) in TABLES.items()}

CLOSE = 5
"""Ids that are proposed where there is none such."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a figure was read from, and who wrote them."""

    article_id: str
    title: str
    publisher: str | None
    author: str | None
    published: str
    url: str | None
    sentence: str
    quote_start: int
    """Offset of the quote in `sentence`."""
    quote_end: int
    rules: tuple[str, ...]
    """Names of the rules that read it."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One row of a release and what it rests on."""

    id: str
    kind: Kind
    role: str | None
    """What it is to the row that it is part of, as in `derivations`; null for the row that was asked for."""
    title: str
    """What the row says, in one line."""
    topic: str
    """Of what it speaks: place, subject, indicator."""
    period: str
    """Of when; of a change from when to when."""
    amounts: tuple[Amount, ...]
    """How much: several of a change that is given in several measures; one a side of a conflict."""
    facts: Mapping[str, str]
    """What else there is to know of it, by label; only what is known."""
    evidence: Evidence | None
    """Only of a figure."""
    parts: tuple[Explanation, ...]
    """What it is made of; none for a figure."""


def explain(connection: duckdb.DuckDBPyConnection, identifier: str) -> Explanation:
    """Explains one row.

    Args:
        connection: to a release; see `query.open_release`. Of one without the table `derivations` (before 1.0.0) the
            tree has no levels between a row and its figures, and no roles.
        identifier: a figure_id, level_id, change_id or conflict_id.

    Raises:
        ExplainError: the release has no such row; the message lists the ids that look most like it.
    """
    for kind in TABLES:
        row = _row(connection, kind, identifier)
        if row is not None:
            return _explained(connection, kind, row)
    close = ", ".join(_close_ids(connection, identifier))
    raise ExplainError(
        f"this release has no figure, level, change or conflict {identifier!r}; close to it are: {close}"
    )


def _explained(
    connection: duckdb.DuckDBPyConnection, kind: Kind, row: Mapping[str, Any], role: str | None = None
) -> Explanation:
    topic, when, told = _topic(connection, row), _when(row), _told(kind, row)
    return Explanation(
        id=row[TABLES[kind][1]],
        kind=kind,
        role=role,
        title=f"{topic}, {when}: {told.words}",
        topic=topic,
        period=when,
        amounts=told.amounts,
        facts=told.facts,
        evidence=_evidence(connection, row) if kind == "figure" else None,
        parts=tuple(_parts(connection, kind, row)),
    )


def _told(kind: Kind, row: Mapping[str, Any]) -> Told:
    match kind:
        case "figure":
            return told_of_figure(row)
        case "level":
            return told_of_level(row)
        case "change":
            return told_of_change(row)
        case "conflict":
            return told_of_conflict(row)


def _parts(connection: duckdb.DuckDBPyConnection, kind: Kind, row: Mapping[str, Any]) -> Iterator[Explanation]:
    for role, part_kind, identifier in _steps(connection, kind, row):
        part = _row(connection, part_kind, identifier)
        if part is None:
            raise ExplainError(f"the release is damaged: {part_kind} {identifier!r} is missing; verify it")
        yield _explained(connection, part_kind, part, role)


def _steps(
    connection: duckdb.DuckDBPyConnection, kind: Kind, row: Mapping[str, Any]
) -> Iterator[tuple[str | None, Kind, str]]:
    """Role, kind and id of each input of a row."""
    if kind == "figure":
        return
    if _rows(connection, "SELECT 1 FROM duckdb_tables() WHERE table_name = 'derivations'"):
        query = "SELECT role, input_table, input_id FROM derivations WHERE output_id = ? ORDER BY position"
        for step in _rows(connection, query, row[TABLES[kind][1]]):
            yield step["role"], _KINDS[step["input_table"]], step["input_id"]
    else:
        yield from ((None, "figure", each) for each in row["figure_ids" if kind == "conflict" else "inputs"])


def _evidence(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> Evidence:
    [article] = _rows(connection, "SELECT * FROM articles WHERE article_id = ?", row["article_id"])
    start, end = quote_in_sentence(connection, row)
    return Evidence(
        article_id=article["article_id"],
        title=article["title"],
        publisher=article["publisher"],
        author=article["author"],
        published=article["published"],
        url=article["url"],
        sentence=row["sentence"],
        quote_start=start,
        quote_end=end,
        rules=tuple(row["rules"]),
    )


def _topic(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> str:
    """Place, subject and indicator of a row."""
    labels = _rows(connection, "SELECT label FROM indicators WHERE indicator_id = ?", row["indicator"])
    what = labels[0]["label"] if labels else row.get("measured") or row["indicator"]
    return ", ".join(each for each in (row["place"], row["subject"], what) if each)


def _when(row: Mapping[str, Any]) -> str:
    """The period of a row; where it has a base, from that to the later one: `2010 → 2018`."""
    when = period(row["period_start"], row["period_end"])
    if row.get("base_end") is None:
        return when
    base = period(row["base_start"], row["base_end"])
    # A figure's period may be the whole span from its base on, which says the base once more.
    if row["period_start"] is not None and row["period_start"] <= row["base_end"]:
        when = when.removeprefix(f"{base} to ") if when.startswith(f"{base} to ") else str(row["period_end"])
    return f"{base} → {when}"


def _row(connection: duckdb.DuckDBPyConnection, kind: Kind, identifier: str) -> Mapping[str, Any] | None:
    table, key = TABLES[kind]
    found = _rows(connection, f"SELECT * FROM {table} WHERE {key} = ?", identifier)
    return found[0] if found else None


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *values: Any) -> list[dict[str, Any]]:
    result = connection.execute(query, list(values))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _close_ids(connection: duckdb.DuckDBPyConnection, identifier: str) -> list[str]:
    ids = " UNION ALL ".join(f"SELECT {key} AS id FROM {table}" for table, key in TABLES.values())
    query = f"SELECT id FROM ({ids}) ORDER BY damerau_levenshtein(id, ?), id LIMIT {CLOSE}"
    return [row["id"] for row in _rows(connection, query, identifier)]
