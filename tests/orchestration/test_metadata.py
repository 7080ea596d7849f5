from __future__ import annotations

from datetime import date

import dagster as dg
import pyarrow as pa
import pytest

from pipeline.orchestration.metadata import (
    AT_ONCE,
    CHARTED,
    FINDINGS,
    PREVIEW_ROWS,
    PREVIEWED,
    content_metadata,
    counted,
    definition_metadata,
    faults_metadata,
    findings_metadata,
    preview,
)
from pipeline.tables import BUILT
from pipeline.tables.check import Fault


@pytest.mark.parametrize("name", BUILT)
def test_every_table_has_a_preview_and_a_chart_of_its_own_columns(name: str) -> None:
    columns = {column.name for column in BUILT[name].columns}
    assert {*PREVIEWED[name], CHARTED[name]} <= columns


@pytest.mark.parametrize("name", BUILT)
def test_an_empty_table_can_be_told_of(name: str) -> None:
    told = content_metadata(name, BUILT[name].arrow_schema.empty_table())
    assert told["dagster/row_count"] == 0
    assert told["preview"].value.count("\n") == 1


@pytest.mark.parametrize("name", BUILT)
def test_columns_are_told_in_the_order_of_the_table(name: str) -> None:
    schema = definition_metadata(BUILT[name])["dagster/column_schema"]
    assert [(column.name, column.type) for column in schema.columns] == [
        (column.name, column.type) for column in BUILT[name].columns
    ]
    assert all(column.description for column in schema.columns)


def test_lineage_leads_to_the_figures_that_a_level_is_made_of() -> None:
    lineage = content_metadata("levels", BUILT["levels"].arrow_schema.empty_table())["dagster/column_lineage"]
    (source,) = lineage.deps_by_column["inputs"]
    assert (source.asset_key, source.column_name) == (dg.AssetKey("figures"), "figure_id")


def test_a_preview_is_a_table_whatever_its_cells_hold() -> None:
    rows = pa.table({"a": ["one|two\nthree", None] * PREVIEW_ROWS, "b": [0.5, 1e9] * PREVIEW_ROWS})
    lines = preview(rows, ("a", "b")).split("\n")
    assert len(lines) == 2 + PREVIEW_ROWS
    assert lines[:4] == ["| a | b |", "| --- | --- |", "| one\\|two three | 0.5 |", "|  | 1,000,000,000 |"]


def test_a_preview_is_as_long_as_can_be_shown_at_once_but_never_empty() -> None:
    long = pa.table({"a": ["word " * 10] * PREVIEW_ROWS, "b": ["word " * 10] * PREVIEW_ROWS})
    assert len(preview(long, ("a",) * 3 + ("b",) * 3)) <= AT_ONCE
    assert len(preview(long, ("a", "b") * 20).split("\n")) == 3


def test_constraints_read_as_words() -> None:
    schema = definition_metadata(BUILT["figures"])["dagster/column_schema"]
    told = {column.name: column.constraints.other for column in schema.columns}
    assert told["start"] == ["at least 0"]
    assert told["direction"] == ["one of up, down"]


def test_counts_come_most_first_and_by_name() -> None:
    rows = pa.table({"kind": ["b", "a", "c", "c", None]})
    assert counted(rows, "kind") == [("c", 2), ("(none)", 1), ("a", 1), ("b", 1)]


def test_faults_are_counted_and_their_rows_shown() -> None:
    fault = Fault("figures", "value", "interval", "above `high`", 7, ({"figure_id": "a/1", "value": 3.0},))
    told = faults_metadata([fault, Fault("figures", None, "shape", "columns missing")])
    assert told["rows_at_fault"] == 7
    assert "| a/1 | 3 |" in told["examples"].value
    assert "**columns missing**" in told["examples"].value


def test_where_nothing_is_at_fault_nothing_is_told() -> None:
    assert faults_metadata([]) == {}


def findings(count: int, finding: str) -> pa.Table:
    row = {
        "place": "Ashford",
        "subject": None,
        "indicator": "coal_output",
        "period_start": date(2015, 1, 1),
        "period_end": date(2015, 12, 31),
        "finding": finding,
        "ids": ["a/1", "b/1"],
    }
    return pa.Table.from_pylist([row] * count)


def test_findings_are_told_row_by_row() -> None:
    told = findings_metadata(findings(1, "Too much."))
    assert told["findings"] == 1
    [record] = told["rows"].records
    assert record.data == {
        "of": "Ashford",
        "indicator": "coal_output",
        "period": "2015",
        "finding": "Too much.",
        "ids": "a/1, b/1",
    }
    assert [column.name for column in told["rows"].schema.columns] == list(record.data)


def test_many_findings_are_counted_and_the_first_told() -> None:
    told = findings_metadata(findings(FINDINGS + 50, "Too much."))
    assert (told["findings"], len(told["rows"].records)) == (FINDINGS + 50, FINDINGS)


def test_that_nothing_was_found_is_told_too() -> None:
    assert findings_metadata(findings(1, "x").slice(0, 0)) == {"findings": 0}
