from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from pipeline.release import Changes, Provenance
from pipeline.release.causes import Cause
from pipeline.release.diff import compare
from pipeline.release.manifest import TableEntry
from pipeline.release.side import Side
from pipeline.tables import TABLES

Rows = dict[str, list[dict[str, Any]]]
Tables = dict[str, pa.Table]
Compared = Callable[..., Changes]

REPORT, COLUMN = "articles/fushun-report.md", "articles/fushun-column.md"
BEFORE = Provenance(
    code_version="0.1.0",
    rooms={"articles": "a", "extraction": "a", "metrics": "a", "vocabulary": "a", "release": "a"},
    vocabulary="a",
    libraries={"duckdb": "2.0.0"},
    inputs={REPORT: "a", COLUMN: "a"},
)


def side(tables: Tables, provenance: Provenance) -> Side:
    entries = {name: TableEntry.of(TABLES[name], table) for name, table in tables.items()}
    return Side(entries, tables.__getitem__, provenance)


@pytest.fixture
def rows(rows: Rows) -> Rows:
    for article, file in zip(rows["articles"], (REPORT, COLUMN), strict=True):
        article["file"] = file
    return rows


@pytest.fixture
def compared(rows: Rows, as_tables: Callable[[Rows], Tables]) -> Compared:
    """What changed from the dataset to the rows as they are when it is asked; `fields` are those of the provenance."""
    old = side(as_tables(rows), BEFORE)

    def compared(rows: Rows = rows, **fields: Any) -> Changes:
        return compare("0.1.0", old, side(as_tables(rows), replace(BEFORE, **fields)))

    return compared


def causes(changes: Changes, table: str) -> dict[Any, tuple[Cause, ...]]:
    [found] = [each for each in changes.tables if each.table == table]
    return {key[0]: of_row for key, of_row in found.causes.items()}


def other(**rooms: str) -> dict[str, str]:
    return {**BEFORE.rooms, **rooms}


def without_article(rows: Rows, article_id: str) -> Rows:
    """The rows without an article and without the conflict that only it makes."""
    figures = {row["figure_id"] for row in rows["figures"] if row["article_id"] == article_id}
    return rows | {
        "articles": [row for row in rows["articles"] if row["article_id"] != article_id],
        "figures": [row for row in rows["figures"] if row["figure_id"] not in figures],
        "numbers": [row for row in rows["numbers"] if row["article_id"] != article_id],
        "levels": [row | {"conflict_id": None} for row in rows["levels"]],
        "conflicts": [],
        "derivations": [row for row in rows["derivations"] if row["output_table"] != "conflicts"],
    }


def test_an_article_that_came_is_the_cause_of_its_rows_and_of_what_they_make(
    rows: Rows, as_tables: Callable[[Rows], Tables]
) -> None:
    fewer = side(as_tables(without_article(rows, "fushun-column")), replace(BEFORE, inputs={REPORT: "a"}))
    changes = compare("0.1.0", fewer, side(as_tables(rows), BEFORE))
    added = (Cause("article_added", "fushun-column"),)
    assert set(changes.causes) == set(added)
    assert causes(changes, "articles") == {"fushun-column": added}
    # The level is not made of the new article: it changed because the new one contradicts it.
    assert causes(changes, "levels") == {"lv_111111111111": added}
    assert causes(changes, "city_profile") == {"CN-2104": added}


def test_an_article_that_went(rows: Rows, compared: Compared) -> None:
    changes = compared(rows=without_article(rows, "fushun-column"), inputs={REPORT: "a"})
    assert set(changes.causes) == {Cause("article_removed", "fushun-column")}
    assert causes(changes, "conflicts").keys() == {"cf_333333333333"}


def test_an_article_that_was_taken_back(rows: Rows, compared: Compared) -> None:
    rows["articles"][0].update(status="retracted", status_reason="the pit is another")
    for row in rows["figures"]:
        if row["article_id"] == "fushun-report":
            row["status"] = "retracted"
    for table in ("levels", "changes", "conflicts", "derivations"):
        rows[table] = []
    changes = compared(inputs={REPORT: "b", COLUMN: "a"}, rooms=other(extraction="b", metrics="b"))
    assert set(changes.causes) == {Cause("article_retracted", "fushun-report", "the pit is another")}
    assert {table.table: table.counts["withdrawn"] for table in changes.tables} | {"figures": 0} == {
        "articles": 0,
        "figures": 0,
        "levels": 1,
        "changes": 1,
        "conflicts": 1,
        "derivations": 4,
        "city_series": 1,
        "city_profile": 0,
    }


def test_an_article_whose_words_changed(rows: Rows, compared: Compared) -> None:
    rows["articles"][0]["text_sha256"] = "0" * 64
    rows["figures"][0]["value"] = 4_370_100.0
    rows["levels"][0]["value"] = 4_370_100.0
    changes = compared(inputs={REPORT: "b", COLUMN: "a"}, rooms=other(metrics="b"))
    assert causes(changes, "levels") == {"lv_111111111111": (Cause("article_corrected", "fushun-report"),)}
    # Neither may be told from the other where the reading changed too.
    both = compared(inputs={REPORT: "b", COLUMN: "a"}, rooms=other(extraction="b"))
    assert [cause.kind for cause in causes(both, "figures")["fushun-report/00000001"]] == [
        "article_corrected",
        "rule_changed",
    ]


def test_a_file_that_is_the_same_is_no_corrected_article(rows: Rows, compared: Compared) -> None:
    rows["articles"][0]["publisher"] = "Pit Gazette"
    assert causes(compared(rooms=other(articles="b")), "articles") == {
        "fushun-report": (Cause("rule_changed", rooms=("articles",)),)
    }


def test_a_rule_of_reading_is_named_and_goes_down_to_what_is_derived(rows: Rows, compared: Compared) -> None:
    rows["figures"][0]["rules"] = ["quantity", "plan"]
    rows["levels"][0]["modality"] = "target"
    changes = compared(rooms=other(extraction="b", metrics="b", release="b"))
    room = Cause("rule_changed", rooms=("extraction",))
    assert causes(changes, "figures") == {"fushun-report/00000001": (replace(room, rules=("plan", "year_after_in")),)}
    assert causes(changes, "levels") == {"lv_111111111111": (room,)}
    assert set(changes.causes) == {room}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"rooms": other(metrics="b", extraction="b")}, Cause("rule_changed", rooms=("metrics",))),
        ({"rooms": other(metrics="b", tables="b")}, Cause("rule_changed", rooms=("metrics",))),
        ({"rooms": other(tables="b")}, Cause("rule_changed", rooms=("tables",))),
        ({"rooms": other(extraction="b")}, Cause("rule_changed", rooms=("extraction",))),
        ({"vocabulary": "b", "rooms": other(vocabulary="b")}, Cause("vocabulary_changed")),
        ({"libraries": {"duckdb": "2.1.0"}}, Cause("library_changed", libraries=("duckdb",))),
        ({"rooms": other(release="b")}, Cause("unexplained")),
    ],
)
def test_a_derived_row_whose_figures_are_the_same(
    rows: Rows, compared: Compared, fields: dict[str, Any], expected: Cause
) -> None:
    rows["levels"][0]["formula"] = "by another rule"
    assert causes(compared(**fields), "levels") == {"lv_111111111111": (expected,)}


def test_a_word_of_the_vocabulary(rows: Rows, compared: Compared) -> None:
    rows["indicators"][0]["label"] = "Coal"
    changes = compared(vocabulary="b", rooms=other(vocabulary="b"), inputs={REPORT: "b", COLUMN: "a"})
    assert causes(changes, "indicators") == {"coal_output": (Cause("vocabulary_changed"),)}


def test_a_file_that_was_mended(rows: Rows, compared: Compared) -> None:
    torn = rows["quarantine"][0]["file"]
    rows["quarantine"] = []
    changes = compared(inputs={**BEFORE.inputs, torn: "b"})
    assert causes(changes, "quarantine") == {torn: (Cause("article_added", "torn"),)}
