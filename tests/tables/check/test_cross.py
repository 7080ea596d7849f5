from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.tables import TABLES, frame_of
from pipeline.tables.check import CHECKS, Fault, Material, check_all

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Make = Callable[[], Material]


def run(name: str, material: Material) -> list[Fault]:
    return CHECKS[name].run(material)


@pytest.mark.parametrize("name", CHECKS)
def test_sound_material_passes(name: str, material: Make) -> None:
    assert run(name, material()) == []


@pytest.mark.parametrize("name", CHECKS)
def test_nothing_at_all_passes(name: str) -> None:
    assert run(name, Material({table: frame_of(table, []) for table in TABLES})) == []


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_needs_no_more_than_it_says(name: str, material: Make) -> None:
    check, whole = CHECKS[name], material()
    needed = Material(
        {table: frame for table, frame in whole.frames.items() if table in check.needs},
        whole.texts if "texts" in check.needs else {},
        whole.spans if "spans" in check.needs else {},
    )
    assert check.run(needed) == []


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.name)
def test_a_check_says_what_holds_in_one_sentence(check: Any) -> None:
    assert re.fullmatch(r"[A-Z`].*\.", check.description)
    assert check.table in check.needs
    assert check.needs <= {*TABLES, "texts", "spans"}
    assert check.title == check.name.replace("_", " ")


def change(table: str, row: int, **columns: Any) -> Callable[[Rows], None]:
    return lambda rows: rows[table][row].update(columns)


def drop(table: str, row: int) -> Callable[[Rows], None]:
    def apply(rows: Rows) -> None:
        del rows[table][row]

    return apply


BROKEN: list[tuple[str, Callable[[Rows], None], Row]] = [
    (
        "figures_refer_to_rows",
        change("figures", 2, place_id="CN-9999"),
        {"figure_id": "b/00000003", "column": "place_id", "reference": "CN-9999", "missing_in": "places"},
    ),
    (
        "figures_refer_to_rows",
        change("figures", 1, restates="a/ffffffff"),
        {"figure_id": "a/00000002", "column": "restates", "reference": "a/ffffffff", "missing_in": "figures"},
    ),
    (
        "numbers_refer_to_rows",
        change("numbers", 2, figure_id="a/ffffffff"),
        {"article_id": "a", "start": 67, "column": "figure_id", "reference": "a/ffffffff", "missing_in": "figures"},
    ),
    (
        "levels_refer_to_rows",
        change("levels", 1, inputs=["a/00000001", "a/ffffffff"]),
        {"level_id": "lv_222222222222", "column": "inputs", "reference": "a/ffffffff", "missing_in": "figures"},
    ),
    (
        "changes_refer_to_rows",
        change("changes", 0, articles=["z"]),
        {"change_id": "ch_111111111111", "column": "articles", "reference": "z", "missing_in": "articles"},
    ),
    (
        "conflicts_refer_to_rows",
        drop("figures", 2),
        {
            "conflict_id": "cf_000000000000",
            "column": "figure_ids",
            "reference": "b/00000003",
            "missing_in": "figures",
        },
    ),
    (
        "city_series_refer_to_rows",
        change("city_series", 0, level_id="lv_333333333333"),
        {"column": "level_id", "reference": "lv_333333333333", "missing_in": "levels"},
    ),
    (
        "city_profile_refer_to_rows",
        change("city_profile", 0, decline_change_id="ch_333333333333"),
        {"place_id": "CN-2104", "reference": "ch_333333333333", "missing_in": "changes"},
    ),
    (
        "city_rankings_refer_to_rows",
        change("city_rankings", 0, place_id="CN-9999"),
        {"column": "place_id", "reference": "CN-9999", "missing_in": "places"},
    ),
    (
        "derivations_lead_from_row_to_row",
        change("derivations", 1, input_id="lv_333333333333"),
        {"output_id": "lv_222222222222", "input_table": "levels", "input_id": "lv_333333333333"},
    ),
    (
        "derivations_lead_from_row_to_row",
        change("derivations", 3, output_table="levels"),
        {"output_table": "levels", "output_id": "ch_111111111111"},
    ),
    (
        "derivations_end_in_the_figures_of_their_row",
        drop("derivations", 1),
        {"output_id": "lv_222222222222", "figures": ["a/00000001", "a/00000002"], "reached": ["a/00000002"]},
    ),
    (
        "derivations_end_in_the_figures_of_their_row",
        change("derivations", 1, input_id="lv_222222222222"),
        {"output_id": "lv_222222222222", "reached": ["a/00000002"]},
    ),
    (
        "derivations_end_in_the_figures_of_their_row",
        drop("derivations", 5),
        {"output_id": "cf_000000000000", "reached": ["a/00000001"]},
    ),
    (
        "places_refer_to_rows",
        drop("places", 1),
        {"place_id": "CN-2104", "column": "parent", "reference": "CN-21", "missing_in": "places"},
    ),
    (
        "indicators_refer_to_rows",
        change("indicators", 0, parent="output"),
        {"indicator_id": "coal_output", "column": "parent", "reference": "output", "missing_in": "indicators"},
    ),
    (
        "units_refer_to_rows",
        change("units", 2, readings=["long_ton"]),
        {"unit_id": "tonne", "column": "readings", "reference": "long_ton", "missing_in": "units"},
    ),
    ("articles_match_their_texts", change("articles", 0, characters=5), {"article_id": "a", "characters": 5}),
    ("articles_match_their_texts", change("articles", 1, text_sha256="0" * 64), {"article_id": "b"}),
    ("articles_count_their_rows", drop("numbers", 0), {"article_id": "a", "numbers": 3, "found_numbers": 2}),
    ("articles_count_their_rows", drop("figures", 2), {"article_id": "b", "figures": 1, "found_figures": 0}),
    (
        "quotes_stand_in_their_articles",
        change("figures", 0, start=20),
        {"figure_id": "a/00000001", "quote": "4.37 million tonnes", "found": ".37 million tonnes"},
    ),
    (
        "quotes_stand_in_their_articles",
        change("figures", 0, article_id="z"),
        {"figure_id": "a/00000001", "found": ""},
    ),
    ("numbers_stand_in_their_articles", change("numbers", 0, text="2019"), {"text": "2019", "found": "2018"}),
    ("sentences_hold_their_quotes", change("figures", 1, sentence="Its output"), {"figure_id": "a/00000002"}),
    ("sentences_hold_their_quotes", change("figures", 1, sentence="No such words."), {"figure_id": "a/00000002"}),
    ("numbers_do_not_overlap", change("numbers", 0, end=24), {"article_id": "a", "start": 19}),
    ("every_number_is_accounted_for", drop("numbers", 0), {"article_id": "a", "start": 3, "end": 7}),
    ("every_number_is_accounted_for", change("numbers", 3, start=12), {"article_id": "b", "start": 11, "end": 12}),
    (
        "figure_numbers_lie_in_their_figures",
        change("numbers", 1, figure_id="a/00000002"),
        {"text": "4.37 million", "figure_id": "a/00000002", "quote": "19 percent"},
    ),
    ("figure_numbers_lie_in_their_figures", change("numbers", 3, figure_id="a/00000001"), {"article_id": "b"}),
    (
        "figures_have_a_number",
        change("numbers", 3, disposition="other", figure_id=None),
        {"figure_id": "b/00000003", "quote": "4.91 million tons"},
    ),
    ("figures_have_known_units", change("figures", 0, unit="parsec"), {"figure_id": "a/00000001", "unit": "parsec"}),
    ("figures_have_known_units", change("figures", 0, unit="CNY/parsec"), {"unit": "CNY/parsec"}),
    ("levels_have_known_units", change("levels", 1, unit="short_ton"), {"level_id": "lv_222222222222"}),
    ("changes_have_known_units", change("changes", 0, unit="parsec"), {"change_id": "ch_111111111111"}),
    ("conflicts_have_known_units", change("conflicts", 0, unit="parsec"), {"conflict_id": "cf_000000000000"}),
    (
        "units_fit_their_indicators",
        change("figures", 0, unit="CNY"),
        {"figure_id": "a/00000001", "indicator": "coal_output", "unit": "CNY"},
    ),
    (
        "unit_readings_are_known",
        change("figures", 2, unit_readings=[{"unit": "parsec", "value": 1.0, "low": None, "high": None}]),
        {"figure_id": "b/00000003"},
    ),
    ("restatements_stay_in_their_article", change("figures", 2, restates="a/00000001"), {"figure_id": "b/00000003"}),
    ("levels_name_the_articles_of_their_inputs", change("levels", 0, articles=["a", "b"]), {"articles": ["a", "b"]}),
    ("changes_name_the_articles_of_their_inputs", change("changes", 0, articles=["b"]), {"articles": ["b"]}),
    ("levels_take_their_modality_from_their_inputs", change("levels", 0, modality="target"), {"modality": "target"}),
    (
        "changes_take_their_modality_from_their_inputs",
        change("changes", 0, modality="forecast"),
        {"modality": "forecast"},
    ),
    ("levels_are_a_side_of_their_conflict", change("levels", 0, inputs=["a/00000002"]), {"inputs": ["a/00000002"]}),
    (
        "changes_are_a_side_of_their_conflict",
        change("changes", 0, conflict_id="cf_000000000000"),
        {"change_id": "ch_111111111111"},
    ),
    ("preferred_figures_are_a_side", change("conflicts", 0, preferred="a/00000002"), {"preferred": "a/00000002"}),
]


@pytest.mark.parametrize(("name", "apply", "shown"), BROKEN, ids=lambda part: part if isinstance(part, str) else "")
def test_a_broken_rule_names_the_row(
    name: str, apply: Callable[[Rows], None], shown: Row, rows: Rows, material: Make
) -> None:
    apply(rows)
    [fault] = run(name, material())
    [example] = fault.examples
    assert {column: plain(example[column]) for column in shown} == shown
    assert fault.check == name
    assert fault.table == CHECKS[name].table
    assert CHECKS[name].description in str(fault)


def plain(value: Any) -> Any:
    return list(value) if hasattr(value, "tolist") and not isinstance(value, (int, float)) else value


def test_every_check_has_a_case_that_fails() -> None:
    assert {name for name, *_ in BROKEN} == set(CHECKS)


def test_checking_all_finds_nothing_in_sound_material(material: Make) -> None:
    assert check_all(material()) == []


def test_checking_all_tells_of_one_table_and_of_several(rows: Rows, material: Make) -> None:
    rows["places"][2]["latitude"] = 91.0
    rows["figures"][2]["quote"] = "4.91 million cats"
    assert {fault.check for fault in check_all(material())} == {
        "less_than_or_equal_to",
        "latitude_with_longitude",
        "quotes_stand_in_their_articles",
    }


def test_checks_that_need_an_unsound_table_wait_for_it(rows: Rows, material: Make) -> None:
    rows["figures"][0] |= {"comparator": "roughly", "place_id": "CN-9999"}
    found = {fault.check for fault in check_all(material())}
    assert "figures_refer_to_rows" not in found
    assert "isin" in found
