"""The way down from each derived row: over levels where they are whole, with the role of each step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.metrics import derivations
from pipeline.tables import from_arrow
from pipeline.tables.check import check_table

Make = Callable[..., Any]
Row = dict[str, Any]
Step = tuple[str, str, str]


@pytest.fixture
def steps_of(derive_rows: Make) -> Make:
    """Derives from figures; the steps from an output, each with the role, the table and the id of its input."""

    def make(*figures: Row, **more: Any) -> tuple[Any, Callable[[str], list[Step]]]:
        rows = derive_rows(*figures, **more)
        table = derivations(rows.tables.levels, rows.tables.changes, rows.tables.conflicts)
        assert check_table("derivations", from_arrow("derivations", table)) == []
        listed = table.to_pylist()

        def steps(output_id: str) -> list[Step]:
            found = [row for row in listed if row["output_id"] == output_id]
            assert [row["position"] for row in found] == list(range(1, len(found) + 1))
            return [(row["role"], row["input_table"], row["input_id"]) for row in found]

        return rows, steps

    return make


def only(rows: list[Row], **said: Any) -> Row:
    (row,) = (row for row in rows if all(row[name] == value for name, value in said.items()))
    return row


def test_a_stated_level_rests_on_all_figures_that_state_it(steps_of: Make, figure: Make, year: Make) -> None:
    rows, steps = steps_of(
        figure("a/1", 32, low=31, high=33, period=year(2018)), figure("b/1", 32, low=31, high=34, period=year(2018))
    )
    assert steps(only(rows.levels)["level_id"]) == [("stated", "figures", "a/1"), ("stated", "figures", "b/1")]


def test_a_derived_change_rests_on_its_two_levels(steps_of: Make, figure: Make, year: Make) -> None:
    rows, steps = steps_of(figure("a/1", 40, period=year(2013)), figure("a/2", 32, period=year(2018)))
    base, final = (only(rows.levels, value=value)["level_id"] for value in (40, 32))
    assert steps(only(rows.changes)["change_id"]) == [("base", "levels", base), ("final", "levels", final)]


def test_where_other_articles_narrow_a_level_the_change_of_one_rests_on_its_own_figures(
    steps_of: Make, figure: Make, year: Make
) -> None:
    rows, steps = steps_of(
        figure("a/1", 40, low=38, high=42, period=year(2013)),
        figure("a/2", 32, period=year(2018)),
        figure("b/1", 39, low=37, high=39, period=year(2013)),
    )
    final = only(rows.levels, value=32)["level_id"]
    change = only(rows.changes, articles=["a"])
    assert steps(change["change_id"]) == [("base", "figures", "a/1"), ("final", "levels", final)]


def test_an_implied_level_rests_on_the_other_end_and_the_change(
    steps_of: Make, figure: Make, change: Make, year: Make
) -> None:
    rows, steps = steps_of(
        figure("a/1", 40, period=year(2018)),
        change("a/2", 20, "down", period=year(2018), base=year(2017)),
    )
    stated, implied = (only(rows.levels, basis=basis) for basis in ("stated", "implied"))
    assert steps(implied["level_id"]) == [("final", "levels", stated["level_id"]), ("change", "figures", "a/2")]
    assert steps(only(rows.changes)["change_id"]) == [
        ("final", "levels", stated["level_id"]),
        ("stated", "figures", "a/2"),
    ]


def test_a_level_implied_by_its_base_rests_on_the_base(steps_of: Make, figure: Make, change: Make, year: Make) -> None:
    rows, steps = steps_of(
        figure("a/1", 40, period=year(2017)),
        change("a/2", 20, "down", period=year(2018), base=year(2017)),
    )
    stated, implied = (only(rows.levels, basis=basis)["level_id"] for basis in ("stated", "implied"))
    assert steps(implied) == [("base", "levels", stated), ("change", "figures", "a/2")]


def test_the_sides_of_a_contradiction_are_the_rows_that_contradict_each_other(
    steps_of: Make, figure: Make, year: Make
) -> None:
    rows, steps = steps_of(figure("a/1", 40, period=year(2018)), figure("b/1", 50, period=year(2018)))
    conflict = only(rows.conflicts, kind="disjoint")
    assert steps(conflict["conflict_id"]) == sorted(("side", "levels", row["level_id"]) for row in rows.levels)


def test_the_sides_of_a_report_that_was_printed_twice_are_its_figures(steps_of: Make, figure: Make, year: Make) -> None:
    said = {"sentence": "It dug 40 tonnes.", "period": year(2018)}
    rows, steps = steps_of(figure("a/1", 40, **said), figure("b/1", 40, **said))
    conflict = only(rows.conflicts, kind="syndicated")
    assert steps(conflict["conflict_id"]) == [("side", "figures", "a/1"), ("side", "figures", "b/1")]


def test_the_formula_is_that_of_the_row(derive_rows: Make, figure: Make, year: Make) -> None:
    tables = derive_rows(figure("a/1", 40, period=year(2013)), figure("a/2", 32, period=year(2018))).tables
    found = derivations(tables.levels, tables.changes, tables.conflicts).to_pylist()
    formulas = {row["output_id"]: row["formula"] for row in found}
    expected = {row["level_id"]: row["formula"] for row in tables.levels.to_pylist()}
    assert formulas == expected | {row["change_id"]: row["formula"] for row in tables.changes.to_pylist()}


def test_nothing_rests_on_nothing(derive_rows: Make) -> None:
    tables = derive_rows().tables
    assert derivations(tables.levels, tables.changes, tables.conflicts).num_rows == 0
