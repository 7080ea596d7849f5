from __future__ import annotations

import json
from datetime import date

from pipeline.release import Changes
from pipeline.release.change_log import SHOWN, changes_markdown, changes_value
from pipeline.release.changes import Cell, ColumnChange, RowChange, TableChanges

CHANGES = Changes(
    previous="1.0.0",
    columns=(
        ColumnChange("levels", "unit", "type", "integer", "text"),
        ColumnChange("levels", "scope", "added", None, "text"),
    ),
    tables_added=("history",),
    tables=(
        TableChanges(
            "levels",
            ("level_id",),
            added=tuple((f"lv_{number}",) for number in range(SHOWN + 3)),
            changed=(RowChange(("lv_x",), (Cell("low", None, 2.5), Cell("period_end", date(2018, 12, 31), None))),),
            withdrawn=(("lv_y",),),
        ),
    ),
)


def test_the_file_for_programs_has_everything() -> None:
    value = json.loads(json.dumps(changes_value("2.0.0", CHANGES)))
    assert (value["version"], value["previous"]) == ("2.0.0", "1.0.0")
    assert value["columns"][1] == {"table": "levels", "column": "scope", "what": "added", "old": None, "new": "text"}
    assert value["tables_added"] == ["history"]
    levels = value["tables"]["levels"]
    assert levels["counts"] == {"added": SHOWN + 3, "changed": 1, "withdrawn": 1}
    assert [row["key"] for row in levels["added"]] == [[f"lv_{number}"] for number in range(SHOWN + 3)]
    assert levels["changed"] == [
        {
            "key": ["lv_x"],
            "cells": {"low": {"old": None, "new": 2.5}, "period_end": {"old": "2018-12-31", "new": None}},
        }
    ]
    assert levels["withdrawn"] == [{"key": ["lv_y"]}]


def test_the_file_for_people_puts_columns_first_and_shortens_long_lists() -> None:
    text = changes_markdown("2.0.0", CHANGES)
    lines = text.splitlines()
    assert lines[0] == "# Changes in 2.0.0"
    assert lines.index("- `levels.unit`: type integer -> text") < lines.index("23 added:")
    assert "- table `history` added" in lines
    assert "- `levels.scope`: added" in lines
    assert f"- `lv_{SHOWN - 1}`" in lines
    assert f"- `lv_{SHOWN}`" not in lines
    assert "- and 3 more" in lines
    assert "- `lv_x`: low null -> 2.5; period_end 2018-12-31 -> null" in lines


def test_the_first_release_says_so() -> None:
    assert changes_markdown("0.1.0", Changes(None)) == "# Changes in 0.1.0\n\nFirst release.\n"


def test_the_same_data_under_a_new_number() -> None:
    assert "The same data under a new number." in changes_markdown("1.0.0", Changes("0.9.0"))
