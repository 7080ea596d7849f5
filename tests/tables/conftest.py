"""A small release that passes every check, as rows: two articles, their figures and what follows from these."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import pytest

from pipeline.articles.model import Article
from pipeline.extraction.model import Figure
from pipeline.tables import TABLES, frame_of
from pipeline.tables.check import Material

Row = dict[str, Any]

TEXTS = {
    "a": "In 2018 Fushun dug 4.37 million tonnes of coal. Its output fell by 19 percent.",
    "b": "Fushun dug 4.91 million tons of coal last year.",
}


def spans_of(article_id: str, *quotes: str) -> list[tuple[int, int]]:
    text = TEXTS[article_id]
    return [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]


def blank(table: str) -> Row:
    """A row with an empty list for each list and null for all else."""
    return {column.name: [] if column.type.startswith("list") else None for column in TABLES[table].columns}


def article_row(article_id: str, numbers: int, figures: int) -> Row:
    text = TEXTS[article_id]
    return blank("articles") | {
        "article_id": article_id,
        "title": "Coal",
        "published": "2019",
        "published_start": date(2019, 1, 1),
        "published_end": date(2019, 12, 31),
        "language": "en",
        "text_kind": "full",
        "status": "live",
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "characters": len(text),
        "numbers": numbers,
        "figures": figures,
    }


def figure_row(article_id: str, serial: int, quote: str, value: float, unit: str, **more: Any) -> Row:
    [(start, end)] = spans_of(article_id, quote)
    sentence = next(part for part in TEXTS[article_id].split(". ") if quote in part)
    row = blank("figures") | {
        "figure_id": f"{article_id}/{serial:08x}",
        "article_id": article_id,
        "start": start,
        "end": end,
        "quote": quote,
        "sentence": sentence,
        "place_id": "CN-2104",
        "place": "Fushun",
        "place_kind": "city",
        "indicator": "coal_output",
        "kind": "level",
        "value": value,
        "low": value,
        "high": value,
        "comparator": "exact",
        "unit": unit,
        "written_value": value,
        "period_start": date(2018, 1, 1),
        "period_end": date(2018, 12, 31),
        "modality": "actual",
        "rules": ["plain"],
        "status": "live",
    }
    return row | more


def number_row(article_id: str, text: str, value: float, figure_id: str | None = None) -> Row:
    [(start, end)] = spans_of(article_id, text)
    return {
        "article_id": article_id,
        "start": start,
        "end": end,
        "text": text,
        "value": value,
        "disposition": "figure" if figure_id else "date",
        "reason": "a quantity" if figure_id else "a year",
        "figure_id": figure_id,
    }


def derived_row(table: str, **more: Any) -> Row:
    row = blank(table) | {
        "place_id": "CN-2104",
        "place": "Fushun",
        "indicator": "coal_output",
        "unit": "tonne",
        "period_start": date(2018, 1, 1),
        "period_end": date(2018, 12, 31),
    }
    return row | more


def step_row(output_id: str, position: int, role: str, input_id: str) -> Row:
    tables = {"lv": "levels", "ch": "changes", "cf": "conflicts"}
    return blank("derivations") | {
        "output_table": tables[output_id[:2]],
        "output_id": output_id,
        "position": position,
        "role": role,
        "input_table": tables.get(input_id[:2], "figures"),
        "input_id": input_id,
    }


def place_row(place_id: str, name: str, kind: str, parent: str | None = None) -> Row:
    return blank("places") | {"place_id": place_id, "name": name, "kind": kind, "parent": parent, "country": "CN"}


def unit_row(unit_id: str, kind: str, base: str, factor: float = 1.0) -> Row:
    return blank("units") | {
        "unit_id": unit_id,
        "names": [unit_id],
        "quantity_kind": kind,
        "base_unit": base,
        "factor": factor,
        "offset": 0.0,
    }


def indicator_row(indicator_id: str, kind: str, unit: str) -> Row:
    return blank("indicators") | {
        "indicator_id": indicator_id,
        "label": indicator_id,
        "definition": f"What {indicator_id} is.",
        "quantity_kind": kind,
        "unit": unit,
        "nature": "flow",
        "comparable_periods": "alike",
        "signed": False,
        "growth_is_real": False,
        "steady": False,
    }


@pytest.fixture
def rows() -> dict[str, list[Row]]:
    """The rows of every table, to be changed at will."""
    conflict = "cf_" + "0" * 12
    return {
        "articles": [article_row("a", 3, 2), article_row("b", 1, 1)],
        "figures": [
            figure_row("a", 1, "4.37 million tonnes", 4_370_000, "tonne"),
            figure_row(
                "a",
                2,
                "19 percent",
                19,
                "percent",
                kind="change",
                direction="down",
                base_start=date(2017, 1, 1),
                base_end=date(2017, 12, 31),
            ),
            figure_row(
                "b",
                3,
                "4.91 million tons",
                4_910_000,
                "tonne",
                unit_readings=[{"unit": "short_ton", "value": 4_369_000.0, "low": None, "high": None}],
            ),
        ],
        "numbers": [
            number_row("a", "2018", 2018),
            number_row("a", "4.37 million", 4_370_000, "a/00000001"),
            number_row("a", "19", 19, "a/00000002"),
            number_row("b", "4.91 million", 4_910_000, "b/00000003"),
        ],
        "levels": [
            derived_row(
                "levels",
                level_id="lv_" + "1" * 12,
                value=4_370_000,
                low=4_365_000,
                high=4_375_000,
                basis="stated",
                inputs=["a/00000001"],
                articles=["a"],
                modality="actual",
                conflict_id=conflict,
            ),
            derived_row(
                "levels",
                level_id="lv_" + "2" * 12,
                period_start=date(2017, 1, 1),
                period_end=date(2017, 12, 31),
                value=6_530_864,
                low=6_500_000,
                basis="implied",
                formula="level / (1 - change)",
                inputs=["a/00000001", "a/00000002"],
                articles=["a"],
                modality="actual",
            ),
        ],
        "changes": [
            derived_row(
                "changes",
                change_id="ch_" + "1" * 12,
                base_start=date(2017, 1, 1),
                base_end=date(2017, 12, 31),
                years=1,
                pct=-19,
                pct_low=-19.5,
                pct_high=-18.5,
                basis="stated",
                inputs=["a/00000002"],
                articles=["a"],
                modality="actual",
                comparable=True,
            )
        ],
        "conflicts": [
            derived_row(
                "conflicts",
                conflict_id=conflict,
                figure_ids=["a/00000001", "b/00000003"],
                low=[4_365_000, 4_905_000],
                high=[4_375_000, None],
                kind="unit_reading",
                explanation="Short tons.",
                preferred="a/00000001",
            )
        ],
        "derivations": [
            step_row("lv_" + "1" * 12, 1, "stated", "a/00000001"),
            step_row("lv_" + "2" * 12, 1, "final", "lv_" + "1" * 12),
            step_row("lv_" + "2" * 12, 2, "change", "a/00000002"),
            step_row("ch_" + "1" * 12, 1, "stated", "a/00000002"),
            step_row(conflict, 1, "side", "a/00000001"),
            step_row(conflict, 2, "side", "b/00000003"),
        ],
        "city_series": [
            blank("city_series")
            | {
                "place": "Fushun",
                "indicator": "coal_output",
                "unit": "tonne",
                "year": 2018,
                "value": 4_370_000,
                "low": 4_365_000,
                "high": 4_375_000,
                "basis": "stated",
                "sources": ["a"],
                "place_id": "CN-2104",
                "modality": "actual",
                "period_start": date(2018, 1, 1),
                "period_end": date(2018, 12, 31),
                "level_id": "lv_" + "1" * 12,
                "conflict_id": conflict,
            }
        ],
        "city_profile": [
            blank("city_profile")
            | {
                "place": "Fushun",
                "lies_in": "Liaoning",
                "indicators": ["coal_output"],
                "first_year": 2017,
                "last_year": 2018,
                "sources": 2,
                "figures": 3,
                "levels": 2,
                "changes": 1,
                "conflicts": 1,
                "decline_indicator": "coal_output",
                "decline_from": 2017,
                "decline_to": 2018,
                "decline_pct": -19,
                "decline_pct_low": -19.5,
                "decline_pct_high": -18.5,
                "decline_change_id": "ch_" + "1" * 12,
                "place_id": "CN-2104",
            }
        ],
        "city_rankings": [
            blank("city_rankings")
            | {
                "place": "Fushun",
                "indicator": "coal_output",
                "unit": "tonne",
                "year": 2018,
                "rank_low": 1,
                "rank_high": 1,
                "peers": 2,
                "words": "first of 2",
                "low": 4_365_000,
                "is_real": False,
                "place_id": "CN-2104",
            }
        ],
        "history": [
            blank("history") | {"figure_id": "a/00000001", "article_id": "a", "first_release": "0.1.0"},
            {
                "figure_id": "gone/00000001",
                "article_id": "gone",
                "first_release": "0.1.0",
                "last_release": "0.9.10",
                "withdrawn_because": "article removed: gone",
            },
        ],
        "quarantine": [{"file": "x.md", "reason": "bad_yaml", "detail": "Line 2: a tab.", "line": 2}],
        "places": [
            place_row("CN", "China", "country"),
            place_row("CN-21", "Liaoning", "province", "CN"),
            place_row("CN-2104", "Fushun", "city", "CN-21"),
        ],
        "indicators": [indicator_row("coal_output", "mass", "tonne")],
        "units": [
            unit_row("one", "count", "1"),
            unit_row("times", "ratio", "1"),
            unit_row("tonne", "mass", "tonne"),
            unit_row("short_ton", "mass", "tonne", 0.90718474),
            unit_row("barrel", "volume", "barrel"),
            unit_row("percent", "ratio", "percent"),
            unit_row("person", "person", "person"),
            unit_row("year", "time", "year"),
            unit_row("square_metre", "area", "m2"),
            unit_row("CNY", "money", "CNY"),
        ],
    }


@pytest.fixture
def material(rows: dict[str, list[Row]]) -> Callable[[], Material]:
    """Makes the material out of `rows` as they are at the time."""

    def make() -> Material:
        frames: Mapping[str, pd.DataFrame] = {name: frame_of(name, listed) for name, listed in rows.items()}
        spans = {
            "a": spans_of("a", "2018", "4", "37", "million", "19"),
            "b": spans_of("b", "4", "91", "million"),
        }
        return Material(frames, TEXTS, spans)

    return make


@pytest.fixture
def article() -> Article:
    text = TEXTS["a"]
    return Article(
        article_id="a",
        title="Coal",
        published="2019-05",
        published_start=date(2019, 5, 1),
        published_end=date(2019, 5, 31),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


@pytest.fixture
def figure(rows: dict[str, list[Row]]) -> Figure:
    values: Row = {
        name: tuple(value) if isinstance(value, list) else value for name, value in rows["figures"][0].items()
    }
    return Figure(**values)
