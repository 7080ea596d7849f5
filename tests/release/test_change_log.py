from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest

from pipeline.release import Changes
from pipeline.release.causes import WORDS, Cause
from pipeline.release.change_log import SHOWN, changes_markdown, changes_schema, changes_value
from pipeline.release.changes import Cell, ColumnChange, RowChange, TableChanges

ADDED = Cause("article_added", "pit-news")
RETRACTED = Cause("article_retracted", "pit-digest", "made up")
RULE = Cause("rule_changed", rooms=("extraction",), rules=("plan",))

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
            causes={(f"lv_{number}",): (ADDED,) for number in range(SHOWN + 3)}
            | {("lv_x",): (RULE,), ("lv_y",): (RETRACTED, RULE)},
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
            "causes": [{"kind": "rule_changed", "rooms": ["extraction"], "rules": ["plan"]}],
            "cells": {"low": {"old": None, "new": 2.5}, "period_end": {"old": "2018-12-31", "new": None}},
        }
    ]
    [withdrawn] = levels["withdrawn"]
    assert withdrawn["causes"][0] == {"kind": "article_retracted", "article": "pit-digest", "reason": "made up"}
    assert value["causes"] == [
        {"kind": "article_added", "article": "pit-news", "rows": SHOWN + 3},
        {"kind": "rule_changed", "rooms": ["extraction"], "rows": 2},
        {"kind": "article_retracted", "article": "pit-digest", "reason": "made up", "rows": 1},
    ]


def test_the_file_for_programs_is_as_its_schema_says() -> None:
    schema = json.loads(changes_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    for changes in (CHANGES, Changes(None), Changes("0.9.0")):
        jsonschema.validate(json.loads(json.dumps(changes_value("2.0.0", changes))), schema)
    assert schema["$defs"]["cause"]["properties"]["kind"]["enum"] == list(WORDS)


def test_a_row_without_a_cause_is_not_as_the_schema_says() -> None:
    causeless = Changes("1.0.0", tables=(TableChanges("levels", ("level_id",), withdrawn=(("lv_y",),)),))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(changes_value("1.0.1", causeless), json.loads(changes_schema()))


def test_the_file_for_people_puts_columns_first_and_shortens_long_lists() -> None:
    text = changes_markdown("2.0.0", CHANGES)
    lines = text.splitlines()
    assert lines[0] == "# Changes in 2.0.0"
    assert lines.index("- `levels.unit`: type integer -> text") < lines.index("23 added:")
    assert "- table `history` added" in lines
    assert "- `levels.scope`: added" in lines
    assert f"- `lv_{SHOWN - 1}` - article added: pit-news" in lines
    assert not any(line.startswith(f"- `lv_{SHOWN}`") for line in lines)
    assert "- and 3 more" in lines
    assert "- `lv_x`: low null -> 2.5; period_end 2018-12-31 -> null - rule changed: extraction (plan)" in lines
    assert "- `lv_y` - article retracted: pit-digest (made up), rule changed: extraction (plan)" in lines
    assert (
        lines.index("| `levels` | 23 | 1 | 1 |")
        < lines.index("## Why")
        < lines.index("- rule changed: extraction: 2 rows")
        < lines.index("## `levels`")
    )


def test_the_first_release_says_so() -> None:
    assert changes_markdown("0.1.0", Changes(None)) == "# Changes in 0.1.0\n\nFirst release.\n"


def test_the_same_data_under_a_new_number() -> None:
    assert "The same data under a new number." in changes_markdown("1.0.0", Changes("0.9.0"))
