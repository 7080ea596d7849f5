"""A small dataset in the release's form: two invented articles, their figures, and what follows from these."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from pipeline.metrics import CITY_TABLES, city_tables
from pipeline.release import Provenance, Release, open_release, write_release
from pipeline.tables import BUILT, TABLES, frame_of, to_arrow

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Tables = dict[str, pa.Table]

REPORT = (
    "Fushun dug 4.37 million tonnes of coal in 2018. "
    "It had cut output by 10 per cent in 2016 and by 10 per cent in 2017, a year of -2.1 per cent growth."
)
COLUMN = "'Black gold' is over: 4.91 million tons, said the mayor of Fushun, were all that 2018 brought."

LEVEL, CUT, SECOND_CUT, GROWTH = (f"fushun-report/{serial:08x}" for serial in range(1, 5))
TONS = "fushun-column/00000001"
STATED = "lv_" + "1" * 12
FALL = "ch_" + "2" * 12
DISAGREEMENT = "cf_" + "3" * 12


def row_of(table: str, **values: Any) -> Row:
    """A row with an empty list for each list and null for all else that is not said."""
    blank: Row = {column.name: [] if column.type.startswith("list") else None for column in TABLES[table].columns}
    return blank | values


def year(number: int) -> Row:
    return {"period_start": date(number, 1, 1), "period_end": date(number, 12, 31)}


def span(text: str, quote: str, occurrence: int = 0) -> Row:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(quote, start + 1)
    return {"start": start, "end": start + len(quote)}


def article(article_id: str, title: str, text: str, **more: Any) -> Row:
    return row_of(
        "articles",
        article_id=article_id,
        title=title,
        published="2019-05",
        published_start=date(2019, 5, 1),
        published_end=date(2019, 5, 31),
        language="en",
        text_kind="full",
        status="live",
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        characters=len(text),
        numbers=0,
        figures=0,
        **more,
    )


def figure(figure_id: str, text: str, quote: str, value: float, unit: str, occurrence: int = 0, **more: Any) -> Row:
    place = span(text, quote, occurrence)
    sentence = next(part for part in text.split(". ") if quote in part)
    values: Row = {
        "figure_id": figure_id,
        "article_id": figure_id.split("/")[0],
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
        "written_unit": unit,
        "modality": "actual",
        "rules": ["quantity", "year_after_in"],
        "status": "live",
    }
    return row_of("figures", **values | place | year(2018) | more)


def number(figure_id: str, text: str, words: str, occurrence: int = 0) -> Row:
    place = span(text, words, occurrence)
    return row_of(
        "numbers",
        article_id=figure_id.split("/")[0],
        text=words,
        value=float(words.strip("-")),
        disposition="figure",
        reason="a quantity",
        figure_id=figure_id,
        **place,
    )


def derived(table: str, **values: Any) -> Row:
    common = {"place_id": "CN-2104", "place": "Fushun", "indicator": "coal_output", "unit": "tonne"}
    return row_of(table, **common | year(2018) | values)


def step(output_id: str, position: int, role: str, input_id: str) -> Row:
    tables = {"lv_": "levels", "ch_": "changes", "cf_": "conflicts"}
    return row_of(
        "derivations",
        output_table=tables[output_id[:3]],
        output_id=output_id,
        position=position,
        role=role,
        input_table=tables.get(input_id[:3], "figures"),
        input_id=input_id,
    )


def dataset() -> Rows:
    """The rows of every table but those that views show, which follow from the others."""
    return {
        "articles": [
            article(
                "fushun-report", "Last seams", REPORT, publisher="The Pit Gazette", url="https://example.org/seams"
            ),
            article("fushun-column", "=1+1", COLUMN, author="A. Writer"),
        ],
        "figures": [
            figure(LEVEL, REPORT, "4.37 million tonnes", 4_370_000, "tonne", low=4_365_000, high=4_375_000),
            figure(CUT, REPORT, "10 per cent", 10, "percent", kind="change", direction="down", **year(2016)),
            figure(SECOND_CUT, REPORT, "10 per cent", 10, "percent", 1, kind="change", direction="down", **year(2017)),
            figure(GROWTH, REPORT, "-2.1 per cent", -2.1, "percent", kind="rate", indicator="gdp_growth", **year(2017)),
            figure(
                TONS,
                COLUMN,
                "4.91 million tons",
                4_910_000,
                "tonne",
                written_value=4.91,
                written_unit="ton",
                unit_readings=[{"unit": "short_ton", "value": 4_370_000, "low": 4_364_000, "high": None}],
            ),
        ],
        "numbers": [
            number(LEVEL, REPORT, "4.37"),
            number(CUT, REPORT, "10"),
            number(SECOND_CUT, REPORT, "10", 1),
            number(GROWTH, REPORT, "-2.1"),
            number(TONS, COLUMN, "4.91"),
        ],
        "levels": [
            derived(
                "levels",
                level_id=STATED,
                value=4_370_000,
                low=4_365_000,
                basis="stated",
                inputs=[LEVEL],
                articles=["fushun-report"],
                modality="actual",
                conflict_id=DISAGREEMENT,
            )
        ],
        "changes": [
            derived(
                "changes",
                change_id=FALL,
                base_start=date(2016, 1, 1),
                base_end=date(2016, 12, 31),
                years=1.0,
                pct=-10,
                pct_low=-10.5,
                pct_high=-9.5,
                basis="stated",
                inputs=[SECOND_CUT],
                articles=["fushun-report"],
                modality="actual",
                comparable=True,
            )
            | year(2017)
        ],
        "conflicts": [
            derived(
                "conflicts",
                conflict_id=DISAGREEMENT,
                figure_ids=[LEVEL, TONS],
                low=[4_365_000, 4_905_000],
                high=[4_375_000, None],
                kind="unit_reading",
                explanation="The tons of one report are short tons.",
                preferred=LEVEL,
            )
        ],
        "derivations": [
            step(output_id, position, "side" if output_id == DISAGREEMENT else "stated", figure_id)
            for output_id, figure_ids in ((STATED, [LEVEL]), (FALL, [SECOND_CUT]), (DISAGREEMENT, [LEVEL, TONS]))
            for position, figure_id in enumerate(figure_ids, start=1)
        ],
        "quarantine": [row_of("quarantine", file="articles/torn.md", reason="empty_text", detail="nothing in it")],
        "places": [
            row_of("places", place_id="CN", name="China", kind="country"),
            row_of("places", place_id="CN-2104", name="Fushun", name_zh="抚顺", kind="city", parent="CN"),
        ],
        "indicators": [
            row_of(
                "indicators",
                indicator_id=name,
                label=name.replace("_", " "),
                definition="What it is.",
                quantity_kind=kind,
                unit=unit,
                nature="flow",
                comparable_periods="alike",
                signed=name == "gdp_growth",
                growth_is_real=name == "gdp_growth",
                steady=False,
            )
            for name, kind, unit in (("coal_output", "mass", "tonne"), ("gdp_growth", "ratio", "percent"))
        ],
        "units": [
            row_of("units", unit_id=unit, names=[unit], quantity_kind="mass", base_unit="tonne", factor=1.0, offset=0.0)
            for unit in ("tonne", "short_ton")
        ],
    }


def tables_of(rows: Rows) -> Tables:
    stored = {name: to_arrow(name, frame_of(name, rows[name])) for name in BUILT if name not in CITY_TABLES}
    shown = city_tables(stored)
    return {name: shown[name] if name in CITY_TABLES else stored[name] for name in BUILT}


@pytest.fixture
def rows() -> Rows:
    """The rows of every table but those that views show, to be changed at will."""
    return dataset()


@pytest.fixture
def as_tables() -> Callable[[Rows], Tables]:
    return tables_of


@pytest.fixture(scope="session")
def tables() -> Tables:
    return tables_of(dataset())


@pytest.fixture(scope="session")
def origin() -> Provenance:
    return Provenance(
        code_version="0.1.0",
        rooms={"extraction": "0" * 64},
        vocabulary="1" * 64,
        libraries={"duckdb": "2.0.0"},
        inputs={"articles/fushun-report.md": "2" * 64},
    )


@pytest.fixture(scope="session")
def first(tables: Tables, origin: Provenance, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A first release, to be read and never changed."""
    return write_release(tables, tmp_path_factory.mktemp("first") / "outputs", provenance=origin)


@pytest.fixture
def build(tmp_path: Path, origin: Provenance) -> Callable[..., Release]:
    """Writes rows as a release into `tmp_path / "outputs"`."""

    def build(rows: Rows, **options: Any) -> Release:
        return write_release(tables_of(rows), tmp_path / "outputs", provenance=origin, **options)

    return build


@pytest.fixture
def connection(first: Release) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_release(first.path.parent.parent) as opened:
        yield opened
