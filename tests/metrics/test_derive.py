"""The room as a whole: sound tables, the same for the same rows, and each row traceable."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.metrics import VIEWS, derive, sql
from pipeline.metrics.derive import STEPS
from pipeline.metrics.plausibility import RULES
from pipeline.tables import TABLES, from_arrow
from pipeline.tables.check import check_table

Make = Callable[..., Any]


@pytest.fixture
def evidence(figure: Make, change: Make, year: Make) -> list[dict[str, Any]]:
    """Something of everything: several articles, units, modalities, contradictions, open sides."""
    people: dict[str, Any] = {"indicator": "population", "unit": "person"}
    rate: dict[str, Any] = {"indicator": "unemployment_rate", "kind": "rate", "unit": "percent"}
    return [
        figure("a/1", 40, low=40, high=None, comparator="more_than", period=year(2013)),
        figure("a/2", 32, low=31.5, high=32.5, period=year(2018)),
        figure("a/3", 30, modality="target", period=year(2025)),
        change("a/4", 19, "down", low=18.5, high=19.5, period=year(2018), base=year(2017)),
        figure("b/1", 55, low=54, high=56, period=year(2013)),
        figure("b/2", 36, low=35, high=37, period=year(2018)),
        figure("b/3", 70, unit="m3", period=year(2020)),
        change("b/4", 40, "down", low=None, high=40, comparator="nearly", period=year(2013, 2018), base=year(2013)),
        figure("c/1", 900, period=year(2010), **people),
        change("c/2", 50, "down", low=45, high=55, period=year(2010, 2019), base=year(2010), **people),
        change("c/3", 5, "down", indicator="population", period=year(2010, 2020), base=year(2010)),
        figure("c/4", 4, low=3.5, high=4.5, period=year(2015), **rate),
        figure("d/1", 6, low=None, high=6, comparator="less_than", period=year(2016), **rate),
        change("d/2", 7, "up", indicator="gdp", period=year(2016), base=year(2015)),
    ]


def test_the_tables_are_sound(derive_rows: Make, evidence: list[dict[str, Any]]) -> None:
    tables = derive_rows(*evidence).tables
    for name in ("levels", "changes", "conflicts"):
        table = getattr(tables, name)
        assert table.num_rows > 0
        assert table.schema.equals(TABLES[name].arrow_schema, check_metadata=True)
        assert check_table(name, from_arrow(name, table)) == []


def test_the_order_of_the_rows_does_not_matter(derive_rows: Make, evidence: list[dict[str, Any]]) -> None:
    first = derive_rows(*evidence).tables
    for seed in range(3):
        shuffled = random.Random(seed).sample(evidence, len(evidence))
        again = derive_rows(*shuffled).tables
        assert again.levels.equals(first.levels)
        assert again.changes.equals(first.changes)
        assert again.conflicts.equals(first.conflicts)


def test_ids_stay_when_evidence_is_added(
    derive_rows: Make, figure: Make, evidence: list[dict[str, Any]], year: Make
) -> None:
    before = derive_rows(*evidence)
    after = derive_rows(*evidence, figure("e/1", 12, place_id="X-2", place="Birchem", period=year(2018)))
    assert {row["level_id"] for row in before.levels} < {row["level_id"] for row in after.levels}
    assert {row["change_id"] for row in before.changes} == {row["change_id"] for row in after.changes}
    assert {row["conflict_id"] for row in before.conflicts} == {row["conflict_id"] for row in after.conflicts}


def test_every_row_names_the_figures_and_articles_that_it_rests_on(
    derive_rows: Make, evidence: list[dict[str, Any]]
) -> None:
    rows = derive_rows(*evidence)
    known = {row["figure_id"] for row in evidence}
    for row in (*rows.levels, *rows.changes):
        assert set(row["inputs"]) <= known
        assert row["articles"] == sorted({figure_id.rpartition("/")[0] for figure_id in row["inputs"]})
    for conflict in rows.conflicts:
        assert set(conflict["figure_ids"]) <= known


def test_no_figures_give_empty_tables(derive_rows: Make) -> None:
    tables = derive_rows().tables
    assert (tables.levels.num_rows, tables.changes.num_rows, tables.conflicts.num_rows) == (0, 0, 0)


def test_city_changes_leave_out_other_places(derive_rows: Make, evidence: list[dict[str, Any]]) -> None:
    changes = derive_rows(*evidence).tables.changes
    with duckdb.connect() as connection:
        connection.register("changes", changes)
        connection.execute(
            "CREATE TABLE places AS FROM (VALUES ('X-1', 'province'), ('X-2', 'city')) AS p(place_id, kind)"
        )
        connection.execute(sql("city_changes"))
        assert connection.execute("SELECT count(*) FROM city_changes").fetchall() == [(0,)]
        connection.execute("UPDATE places SET kind = 'city'")
        assert connection.execute("SELECT count(*) FROM city_changes").fetchall() == [(changes.num_rows,)]


def test_every_file_is_run_and_says_what_it_is_for() -> None:
    files = {
        Path(file.name).stem: file.read_text() for file in resources.files("pipeline.metrics").joinpath("sql").iterdir()
    }
    assert files.keys() == {*STEPS, *VIEWS, "derivations", *(rule.step for rule in RULES)}
    for text in files.values():
        head = text.partition("\nCREATE")[0]
        assert "-- Purpose " in head
        assert "-- Inputs " in head
        assert text.count("\n") < 300


def test_an_input_without_a_needed_column_is_an_error(derive_rows: Make, evidence: list[dict[str, Any]]) -> None:
    tables = derive_rows(*evidence).tables
    with pytest.raises(duckdb.Error, match="kind"):
        derive(tables.levels.select(["level_id"]), tables.levels, tables.levels, tables.levels)
