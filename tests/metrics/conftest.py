"""Evidence to derive from: figures, articles and a small vocabulary, given in a few words and filled up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from pipeline.metrics import Derived, derive, sql
from pipeline.tables import TABLES
from pipeline.vocabulary.comparison import comparable_periods
from pipeline.vocabulary.indicator import Nature

Row = dict[str, Any]
Period = tuple[date, date]

INDICATORS: dict[str, tuple[str, Nature]] = {
    "coal_output": ("tonne", "flow"),
    "population": ("person", "stock"),
    "urban_population": ("person", "stock"),
    "miners": ("person", "stock"),
    "coal_price": ("currency/tonne", "index"),
    "gdp": ("currency", "flow"),
    "gdp_growth": ("percent", "ratio"),
    "net_profit": ("currency", "flow"),
    "unemployment_rate": ("percent", "ratio"),
    "share_of_provincial_coal_output": ("percent", "ratio"),
}
"""Unit and nature of what the tests measure."""

FAMILIES = {
    "gdp_growth": ("growth", "gdp"),
    "share_of_provincial_coal_output": ("share_of_provincial", "coal_output"),
}
"""Family and parent of those that have one."""

PLACES = {"X": ("Exland", "province", None), "X-1": ("Ashford", "city", "X"), "X-2": ("Birchem", "city", "X")}
"""Name, kind and parent of the places."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What was derived, as mappings, with the tables themselves."""

    tables: Derived
    levels: list[Row]
    changes: list[Row]
    conflicts: list[Row]


def year(first: int, last: int | None = None) -> Period:
    """A calendar year, or the whole span of several."""
    return date(first, 1, 1), date(last or first, 12, 31)


def figure(figure_id: str, value: float, **said: Any) -> Row:
    """A row of `figures`: `period` and `base` are pairs of dates; what is not said is exact, actual and of Ashford."""
    row: Row = {column.name: [] if column.type.startswith("list") else None for column in TABLES["figures"].columns}
    period: Period | tuple[None, None] = said.pop("period", (None, None))
    base: Period | tuple[None, None] = said.pop("base", (None, None))
    defaults: Row = {
        "figure_id": figure_id,
        "article_id": figure_id.rpartition("/")[0],
        "start": 0,
        "end": 1,
        "quote": f"{value:g}",
        "sentence": f"Sentence of {figure_id}.",
        "place_id": "X-1",
        "place": "Ashford",
        "place_kind": "city",
        "indicator": "coal_output",
        "kind": "level",
        "value": value,
        "low": value,
        "high": value,
        "comparator": "exact",
        "unit": "tonne",
        "written_value": value,
        "period_start": period[0],
        "period_end": period[1],
        "base_start": base[0],
        "base_end": base[1],
        "modality": "actual",
        "status": "live",
    }
    return row | defaults | said


def change(figure_id: str, value: float, direction: str, **said: Any) -> Row:
    """A row of `figures` of kind `change`, in per cent unless said."""
    return figure(figure_id, value, kind="change", direction=direction, **{"unit": "percent"} | said)


def article(article_id: str, **said: Any) -> Row:
    row: Row = dict.fromkeys(column.name for column in TABLES["articles"].columns)
    defaults: Row = {
        "article_id": article_id,
        "title": "Title",
        "publisher": f"Publisher of {article_id}",
        "published": "2020",
        "published_start": date(2020, 1, 1),
        "published_end": date(2020, 12, 31),
        "language": "en",
        "text_kind": "full",
        "status": "live",
        "text_sha256": "0" * 64,
        "characters": 1,
        "numbers": 1,
        "figures": 1,
    }
    return row | defaults | said


def table(name: str, rows: Iterable[Row]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=TABLES[name].arrow_schema)


def vocabulary() -> tuple[pa.Table, pa.Table]:
    indicators: Iterable[Row] = (
        {
            "indicator_id": name,
            "label": "GDP" if name == "gdp" else name.replace("_", " ").capitalize(),
            "definition": "As its name says.",
            "quantity_kind": "count",
            "unit": unit,
            "nature": nature,
            "parent": FAMILIES.get(name, (None, None))[1],
            "family": FAMILIES.get(name, (None, None))[0],
            "phrases": [],
            "comparable_periods": comparable_periods(nature, FAMILIES.get(name, (None, None))[0]),
            "signed": name in {"net_profit", "gdp_growth"},
            "growth_is_real": name in {"gdp", "gdp_growth"},
            "steady": name == "population",
        }
        for name, (unit, nature) in INDICATORS.items()
    )
    blank: Row = dict.fromkeys(column.name for column in TABLES["places"].columns) | {"spellings": []}
    places = (
        blank | {"place_id": place_id, "name": name, "kind": kind, "parent": parent}
        for place_id, (name, kind, parent) in PLACES.items()
    )
    return table("indicators", indicators), table("places", places)


def derive_rows(*figures: Row, articles: Mapping[str, Row] | None = None) -> Rows:
    """Derives from the figures; `articles` are what is special about theirs, by id."""
    ids = sorted({row["article_id"] for row in figures})
    known = (article(article_id, **(articles or {}).get(article_id, {})) for article_id in ids)
    derived = derive(table("figures", figures), table("articles", known), *vocabulary())
    return Rows(derived, derived.levels.to_pylist(), derived.changes.to_pylist(), derived.conflicts.to_pylist())


@pytest.fixture(name="derive_rows")
def _derive_rows() -> Callable[..., Rows]:
    return derive_rows


@pytest.fixture(name="figure")
def _figure() -> Callable[..., Row]:
    return figure


@pytest.fixture(name="change")
def _change() -> Callable[..., Row]:
    return change


@pytest.fixture(name="year")
def _year() -> Callable[..., Period]:
    return year


@pytest.fixture(scope="session")
def macros() -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that knows the macros of intervals and periods."""
    with duckdb.connect() as connection:
        connection.execute(sql("intervals"))
        connection.execute(sql("periods"))
        yield connection
