"""Conflicts: what cannot all be true, and what only looks so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Make = Callable[..., Any]

SHORT = {"unit": "short_ton", "value": 90.0, "low": 89.5, "high": 90.5}
LONG = {"unit": "long_ton", "value": 101.0, "low": 100.5, "high": 101.5}


def test_levels_that_lie_apart_are_both_kept(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 100, low=99, high=101, period=year(2015)),
        figure("b/1", 120, low=119, high=121, period=year(2015)),
        figure("c/1", 100, low=95, high=105, period=year(2015)),
    )
    [conflict] = rows.conflicts
    assert [(level["low"], level["inputs"]) for level in sorted(rows.levels, key=lambda row: row["low"])] == [
        (99, ["a/1", "c/1"]),
        (119, ["b/1"]),
    ]
    assert {level["conflict_id"] for level in rows.levels} == {conflict["conflict_id"]}
    assert len({level["level_id"] for level in rows.levels}) == 2
    assert (conflict["kind"], conflict["preferred"]) == ("disjoint", None)
    assert (conflict["figure_ids"], conflict["low"], conflict["high"]) == (
        ["a/1", "b/1", "c/1"],
        [99, 119, 99],
        [101, 121, 101],
    )
    assert "99 to 101 tonne" in conflict["explanation"]
    assert "119 to 121 tonne" in conflict["explanation"]


def test_a_chain_without_a_common_part_is_no_agreement(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 100, low=95, high=105, period=year(2015)),
        figure("b/1", 108, low=104, high=112, period=year(2015)),
        figure("c/1", 115, low=111, high=119, period=year(2015)),
    )
    assert sorted(level["value"] for level in rows.levels) == [100, 108, 115]
    assert len(rows.conflicts) == 1


def test_another_reading_of_a_unit_settles_it(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 90, low=89.8, high=90.2, period=year(2015)),
        figure("b/1", 99, low=98.5, high=99.5, period=year(2015), unit_readings=[LONG, SHORT]),
    )
    [level], [conflict] = rows.levels, rows.conflicts
    assert (level["value"], level["low"], level["high"]) == (90, 89.8, 90.2)
    assert level["inputs"] == ["a/1", "b/1"]
    assert level["conflict_id"] == conflict["conflict_id"]
    assert (conflict["kind"], conflict["preferred"]) == ("unit_reading", "a/1")
    assert (conflict["figure_ids"], conflict["low"], conflict["high"]) == (["a/1", "b/1"], [89.8, 98.5], [90.2, 99.5])
    assert "short tons" in conflict["explanation"]


def test_an_ambiguous_unit_is_read_as_usual_where_that_agrees(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 99, low=98.9, high=99.1, period=year(2015)),
        figure("b/1", 99, low=98.5, high=99.5, period=year(2015), unit_readings=[SHORT]),
    )
    assert len(rows.levels) == 1
    assert rows.conflicts == []


def test_where_no_reading_agrees_it_is_a_contradiction(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 50, low=49, high=51, period=year(2015)),
        figure("b/1", 99, low=98.5, high=99.5, period=year(2015), unit_readings=[SHORT, LONG]),
    )
    assert [conflict["kind"] for conflict in rows.conflicts] == ["disjoint"]


def test_an_article_that_gives_both_units_does_not_contradict_itself(
    derive_rows: Make, figure: Make, year: Make
) -> None:
    rows = derive_rows(
        figure("a/1", 99, low=98.5, high=99.5, period=year(2015), unit_readings=[SHORT]),
        figure("a/2", 90, low=89.8, high=90.2, period=year(2015), restates="a/1"),
    )
    assert [level["value"] for level in rows.levels] == [90]
    assert rows.conflicts == []


def test_a_stated_and_an_implied_level_can_contradict_each_other(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    rows = derive_rows(
        figure("a/1", 330, period=year(2016)),
        change("a/2", 10, "up", low=9.5, high=10.5, period=year(2016), base=year(2015)),
        figure("b/1", 250, period=year(2015)),
    )
    [conflict] = [conflict for conflict in rows.conflicts if conflict["unit"] == "tonne"]
    assert conflict["figure_ids"] == ["a/1", "a/2", "b/1"]
    in_dispute = [level["period_start"].year for level in rows.levels if level["conflict_id"]]
    assert in_dispute == [2015, 2015]


def test_a_statement_against_the_levels_of_its_own_article(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    rows = derive_rows(
        figure("a/1", 200, period=year(2015)),
        figure("a/2", 300, period=year(2016)),
        change("a/3", 20, "up", low=19.5, high=20.5, period=year(2016), base=year(2015)),
    )
    [conflict] = rows.conflicts
    assert {row["basis"]: row["pct"] for row in rows.changes} == {"stated": 20, "derived": pytest.approx(50)}
    assert {row["conflict_id"] for row in rows.changes} == {conflict["conflict_id"]}
    assert conflict["unit"] == "percent"
    # The final level, on which both rest, is no side.
    assert conflict["figure_ids"] == ["a/1", "a/3"]


def test_two_articles_that_tell_one_change_differently(derive_rows: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        change("a/1", 20, "up", low=19.5, high=20.5, period=year(2016), base=year(2015)),
        change("b/1", 30, "up", low=29.5, high=30.5, period=year(2016), base=year(2015)),
    )
    [conflict] = rows.conflicts
    assert conflict["figure_ids"] == ["a/1", "b/1"]
    assert {row["conflict_id"] for row in rows.changes} == {conflict["conflict_id"]}


def people(change: Make, figure_id: str, number: float, period: tuple[date, date], base: tuple[date, date]) -> Any:
    return change(
        figure_id,
        number,
        "down",
        indicator="population",
        unit="person",
        low=number * 0.95,
        high=number * 1.05,
        period=period,
        base=base,
    )


def test_a_population_does_not_jump(derive_rows: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        people(change, "a/1", 1000, year(2010, 2019), year(2010)),
        people(change, "a/2", 9000, year(2010, 2020), year(2010)),
    )
    [conflict] = rows.conflicts
    assert conflict["figure_ids"] == ["a/1", "a/2"]
    assert "does not jump" in conflict["explanation"]


def test_a_population_may_move_faster(derive_rows: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        people(change, "a/1", 1000, year(2010, 2019), year(2010)),
        people(change, "a/2", 1500, year(2010, 2020), year(2010)),
    )
    assert rows.conflicts == []


def test_one_sentence_with_two_publishers_is_one_source(derive_rows: Make, figure: Make, year: Make) -> None:
    def said(figure_id: str, sentence: str) -> Any:
        return figure(figure_id, 7, sentence=sentence, period=year(2015))

    rows = derive_rows(
        said("a/1", "The pit raised 7 tonnes."),
        said("b/1", "The pit raised 7 tonnes"),
        said("c/1", "The pit's miners raised 7 tonnes."),
        articles={"a": {"published_start": date(2020, 5, 2)}, "b": {"published_start": date(2020, 5, 1)}},
    )
    [conflict] = rows.conflicts
    assert (conflict["kind"], conflict["figure_ids"], conflict["preferred"]) == ("syndicated", ["a/1", "b/1"], "b/1")
    assert [level["conflict_id"] for level in rows.levels] == [conflict["conflict_id"]]


def test_a_contradiction_is_graver_than_a_shared_sentence(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 7, sentence="It raised 7 tonnes.", period=year(2015)),
        figure("b/1", 7, sentence="It raised 7 tonnes.", period=year(2015)),
        figure("c/1", 9, period=year(2015)),
    )
    kinds = {conflict["conflict_id"]: conflict["kind"] for conflict in rows.conflicts}
    assert sorted(kinds.values()) == ["disjoint", "syndicated"]
    assert {kinds[level["conflict_id"]] for level in rows.levels} == {"disjoint"}
