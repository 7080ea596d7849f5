from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from pipeline.tables import TABLES, frame_of
from pipeline.tables.check import check_table

Row = dict[str, Any]


@pytest.mark.parametrize("name", TABLES)
def test_sound_rows_pass(name: str, rows: dict[str, list[Row]]) -> None:
    assert check_table(name, frame_of(name, rows[name])) == []


@pytest.mark.parametrize("name", TABLES)
def test_no_rows_pass(name: str) -> None:
    assert check_table(name, frame_of(name, [])) == []


BROKEN: list[tuple[str, Row, str]] = [
    ("articles", {"title": ""}, "not_empty"),
    ("articles", {"published": "May 2019"}, "str_matches"),
    ("articles", {"published_end": date(2018, 1, 1)}, "published_start_not_after_published_end"),
    ("articles", {"text_kind": "summary"}, "isin"),
    ("articles", {"text_sha256": "0" * 63}, "str_matches"),
    ("articles", {"characters": 0}, "greater_than_or_equal_to"),
    ("figures", {"value": 4_000_000.0}, "low_not_after_value"),
    ("figures", {"value": 6_000_000.0}, "value_not_after_high"),
    ("figures", {"low": 9.0, "high": 8.0, "value": 8.5}, "low_not_after_high"),
    ("figures", {"written_value": float("inf")}, "finite"),
    ("figures", {"high": None}, "interval_follows_comparator"),
    ("figures", {"comparator": "more_than"}, "interval_follows_comparator"),
    ("figures", {"comparator": "nearly"}, "interval_follows_comparator"),
    ("figures", {"comparator": "roughly"}, "isin"),
    ("figures", {"end": 8}, "start_before_end"),
    ("figures", {"period_start": date(2019, 1, 1)}, "period_start_not_after_period_end"),
    ("figures", {"base_start": date(2018, 6, 1)}, "base_start_not_after_period_start"),
    ("figures", {"base_end": date(2019, 6, 1)}, "base_end_not_after_period_end"),
    ("figures", {"base_start": date(2017, 6, 1), "base_end": date(2017, 5, 1)}, "base_start_not_after_base_end"),
    ("figures", {"subject": "a mine"}, "subject_with_subject_kind"),
    ("figures", {"place": None}, "place_present_with_place_id"),
    ("figures", {"place_kind": None}, "place_kind_present_with_place"),
    ("figures", {"figure_id": "b/00000001"}, "id_begins_with_article"),
    ("figures", {"kind": "change"}, "change_has_direction"),
    (
        "figures",
        {"kind": "change", "direction": "down", "value": -1.0, "low": -1.0, "high": -1.0},
        "change_is_magnitude",
    ),
    (
        "figures",
        {"kind": "share", "unit": "percent", "value": 101.0, "low": 101.0, "high": 101.0},
        "share_is_part_of_whole",
    ),
    ("figures", {"place_id": None, "place": None, "place_kind": "group"}, "group_has_members_or_name"),
    ("figures", {"restates": "a/00000001"}, "restates_another"),
    ("figures", {"rules": ["plain", None]}, "items_not_empty"),
    ("numbers", {"figure_id": "a/00000001"}, "figure_id_with_disposition"),
    ("numbers", {"disposition": "figure"}, "figure_id_with_disposition"),
    ("numbers", {"end": 3}, "start_before_end"),
    ("levels", {"level_id": "lv_1"}, "str_matches"),
    ("levels", {"inputs": []}, "long_enough"),
    ("levels", {"basis": "implied"}, "formula_of_derived"),
    ("changes", {"pct": -20.0}, "pct_low_not_after_pct"),
    ("changes", {"pct_low": -18.0, "pct": None}, "pct_low_not_after_pct_high"),
    ("changes", {"points": -1.0}, "pct_or_points"),
    ("changes", {"comparable": False}, "why_not_unless_comparable"),
    ("changes", {"why_not": "scope"}, "why_not_unless_comparable"),
    ("changes", {"basis": "derived"}, "formula_of_derived"),
    ("changes", {"unit": "currency/m2", "difference_low": 1.0}, "difference_in_a_known_currency"),
    ("changes", {"years": -1.0}, "greater_than_or_equal_to"),
    ("conflicts", {"figure_ids": ["a/00000001"]}, "long_enough"),
    ("conflicts", {"low": [1.0, 2.0, 3.0]}, "figure_ids_as_long_as_low"),
    ("conflicts", {"high": [1.0, 2.0, 3.0]}, "figure_ids_as_long_as_high"),
    ("conflicts", {"kind": "quarrel"}, "isin"),
    ("derivations", {"role": "friend"}, "isin"),
    ("derivations", {"position": 0}, "greater_than_or_equal_to"),
    ("city_series", {"low": 5e6}, "low_not_after_value"),
    ("city_series", {"modality": "target"}, "isin"),
    ("city_profile", {"first_year": 2020}, "first_year_not_after_last_year"),
    ("city_rankings", {"rank_high": 3}, "rank_high_not_after_peers"),
    ("history", {"first_release": "1.0"}, "str_matches"),
    ("history", {"last_release": "1.0.0"}, "last_release_with_withdrawn_because"),
    ("quarantine", {"reason": "too_boring"}, "isin"),
    ("quarantine", {"line": 0}, "greater_than_or_equal_to"),
    ("places", {"latitude": 91.0, "longitude": 0.0}, "less_than_or_equal_to"),
    ("places", {"latitude": 9.0}, "latitude_with_longitude"),
    ("places", {"country": "CHN"}, "str_matches"),
    ("indicators", {"indicator_id": "Coal output"}, "str_matches"),
    ("units", {"factor": 0.0}, "factor_above_zero"),
]


@pytest.mark.parametrize(("table", "change", "check"), BROKEN, ids=lambda part: str(part)[:60])
def test_a_broken_rule_names_the_row(table: str, change: Row, check: str, rows: dict[str, list[Row]]) -> None:
    broken = rows[table][0] | change
    rows[table][0] = broken
    faults = [fault for fault in check_table(table, frame_of(table, rows[table])) if fault.check == check]
    assert len(faults) == 1
    [example] = faults[0].examples
    assert {name: example[name] for name in TABLES[table].key} == {name: broken[name] for name in TABLES[table].key}
    assert faults[0].count == 1
    assert faults[0].table == table


def test_a_fault_shows_the_columns_of_its_rule(rows: dict[str, list[Row]]) -> None:
    rows["figures"][0]["value"] = 6_000_000.0
    [fault] = check_table("figures", frame_of("figures", rows["figures"]))
    assert fault.examples == ({"figure_id": "a/00000001", "value": 6_000_000.0, "high": 4_370_000.0},)
    assert fault.column is None
    assert "figures: `value` lies above or after `high` [value_not_after_high, 1 row]" in str(fault)
    assert "figure_id='a/00000001'" in str(fault)


def test_a_fault_of_a_column_names_it(rows: dict[str, list[Row]]) -> None:
    rows["figures"][0]["comparator"] = "roughly"
    fault = next(found for found in check_table("figures", frame_of("figures", rows["figures"])) if found.column)
    assert fault.column == "comparator"
    assert "roughly" in str(fault)


def test_repeated_keys_name_all_rows(rows: dict[str, list[Row]]) -> None:
    [fault] = check_table("places", frame_of("places", [*rows["places"], rows["places"][0]]))
    assert fault.message == "the key is not unique"
    assert fault.count == 2
    assert {example["place_id"] for example in fault.examples} == {"CN"}


def test_null_in_a_required_column_is_told(rows: dict[str, list[Row]]) -> None:
    frame = frame_of("places", rows["places"])
    frame.loc[1, "name"] = pd.NA
    [fault] = check_table("places", frame)
    assert (fault.column, fault.message) == ("name", "null where none is allowed")
    assert fault.examples == ({"place_id": "CN-21", "name": None},)


def test_many_rows_at_fault_are_counted_and_some_shown(rows: dict[str, list[Row]]) -> None:
    many = [rows["quarantine"][0] | {"file": f"{serial}.md", "line": 0} for serial in range(50)]
    [fault] = check_table("quarantine", frame_of("quarantine", many))
    assert fault.count == 50
    assert 0 < len(fault.examples) < 50


def test_missing_column_is_the_only_thing_told(rows: dict[str, list[Row]]) -> None:
    rows["figures"][0]["value"] = 6_000_000.0
    frame = frame_of("figures", rows["figures"]).drop(columns="unit")
    [fault] = check_table("figures", frame)
    assert "unit" in fault.message
    assert fault.count == 0


def test_wrong_type_is_told(rows: dict[str, list[Row]]) -> None:
    frame = frame_of("units", rows["units"])
    [fault] = check_table("units", frame.assign(factor=frame["factor"].astype(str)))
    assert fault.column == "factor"
    assert "type" in fault.message


@pytest.mark.parametrize("columns", [["surplus"], []])
def test_surplus_or_disordered_columns_are_told(columns: list[str], rows: dict[str, list[Row]]) -> None:
    frame = frame_of("units", rows["units"]).assign(**dict.fromkeys(columns, 1))
    assert check_table("units", frame[frame.columns[::-1]]) != []
