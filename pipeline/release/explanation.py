"""Why a release says what it says: from a figure, level, change or conflict down to the words in an article.

Belongs here: collecting the reasons as a tree. Does not: showing it (see `explain_render`), words for numbers and
periods (see `wording`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

import duckdb

from pipeline.release.errors import ExplainError
from pipeline.release.locating import quote_in_sentence
from pipeline.release.wording import interval, measure, period

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
    title: str
    """What the row says, in one line."""
    facts: Mapping[str, str]
    """What else there is to know of it, by label; only what is known."""
    evidence: Evidence | None
    """Only of a figure."""
    parts: tuple[Explanation, ...]
    """What it is made of; none for a figure."""


def explain(connection: duckdb.DuckDBPyConnection, identifier: str) -> Explanation:
    """Explains one row.

    Args:
        connection: to a release; see `query.open_release`.
        identifier: a figure_id, level_id, change_id or conflict_id.

    Raises:
        ExplainError: the release has no such row; the message lists the ids that look most like it.
    """
    for kind in TABLES:
        row = _row(connection, kind, identifier)
        if row is not None:
            return _EXPLAINERS[kind](connection, row)
    close = ", ".join(_close_ids(connection, identifier))
    raise ExplainError(
        f"this release has no figure, level, change or conflict {identifier!r}; close to it are: {close}"
    )


def _figure(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> Explanation:
    [article] = _rows(connection, "SELECT * FROM articles WHERE article_id = ?", row["article_id"])
    start, end = quote_in_sentence(connection, row)
    # Of a level, the direction only says how it was reached.
    moved = f"{row['direction']} " if row["kind"] == "change" else ""
    return Explanation(
        id=row["figure_id"],
        kind="figure",
        title=f"{_topic(connection, row)}: {moved}{measure(row['value'], row['low'], row['high'], row['unit'])}",
        facts=_told(
            kind=row["kind"],
            comparator=row["comparator"],
            since=_base(row),
            written=None if row["written_unit"] in (None, row["unit"]) else _written(row),
            readings=_readings(row),
            compared_with=row["compared_with"],
            members=", ".join(row["members"]),
            modality=row["modality"],
            attributed_to=row["attributed_to"],
            restates=row["restates"],
            status=None if row["status"] == "live" else row["status"],
        ),
        evidence=Evidence(
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
        ),
        parts=(),
    )


def _level(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> Explanation:
    return Explanation(
        id=row["level_id"],
        kind="level",
        title=f"{_topic(connection, row)}: {measure(row['value'], row['low'], row['high'], row['unit'])}",
        facts=_told(
            basis=row["basis"],
            formula=row["formula"],
            modality=row["modality"],
            price_basis=row["price_basis"],
            aggregation=row["aggregation"],
            conflict=row["conflict_id"],
        ),
        evidence=None,
        parts=_figures(connection, row["inputs"]),
    )


def _change(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> Explanation:
    return Explanation(
        id=row["change_id"],
        kind="change",
        title=f"{_topic(connection, row)}: {'; '.join(_movements(row)) or 'not comparable'}",
        facts=_told(
            since=_base(row),
            basis=row["basis"],
            formula=row["formula"],
            modality=row["modality"],
            price_basis=row["price_basis"],
            not_comparable=row["why_not"],
            conflict=row["conflict_id"],
        ),
        evidence=None,
        parts=_figures(connection, row["inputs"]),
    )


def _conflict(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> Explanation:
    sides = (f"{interval(low, high)} {row['unit']}" for low, high in zip(row["low"], row["high"], strict=True))
    return Explanation(
        id=row["conflict_id"],
        kind="conflict",
        title=f"{_topic(connection, row)}: {' against '.join(sides)}",
        facts=_told(kind=row["kind"], explanation=row["explanation"], preferred=row["preferred"]),
        evidence=None,
        parts=_figures(connection, row["figure_ids"]),
    )


_EXPLAINERS: Mapping[Kind, Callable[[duckdb.DuckDBPyConnection, Mapping[str, Any]], Explanation]] = MappingProxyType(
    {"figure": _figure, "level": _level, "change": _change, "conflict": _conflict}
)


def _figures(connection: duckdb.DuckDBPyConnection, identifiers: list[str]) -> tuple[Explanation, ...]:
    return tuple(explain(connection, identifier) for identifier in identifiers)


def _topic(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> str:
    """Place, subject, indicator and period of a row."""
    labels = _rows(connection, "SELECT label FROM indicators WHERE indicator_id = ?", row["indicator"])
    what = labels[0]["label"] if labels else row.get("measured") or row["indicator"]
    when = period(row["period_start"], row["period_end"])
    return ", ".join(each for each in (row["place"], row["subject"], what, when) if each)


def _base(row: Mapping[str, Any]) -> str | None:
    return None if row["base_start"] is None and row["base_end"] is None else period(row["base_start"], row["base_end"])


def _written(row: Mapping[str, Any]) -> str:
    return measure(row["written_value"], row["written_value"], row["written_value"], row["written_unit"])


def _readings(row: Mapping[str, Any]) -> str:
    return "; ".join(
        f"as {each['unit']}: {measure(each['value'], each['low'], each['high'], row['unit'])}"
        for each in row["unit_readings"]
    )


def _movements(row: Mapping[str, Any]) -> Iterator[str]:
    units = {
        "pct": "per cent",
        "points": "percentage points",
        "difference": row["unit"],
        "annual_pct": "per cent a year",
    }
    for name, unit in units.items():
        bounds = (row[name], row[f"{name}_low"], row[f"{name}_high"])
        if any(bound is not None for bound in bounds):
            yield measure(*bounds, unit)


def _told(**facts: str | None) -> dict[str, str]:
    return {name.replace("_", " "): words for name, words in facts.items() if words}


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
