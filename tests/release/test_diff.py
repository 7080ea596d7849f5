from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from pipeline.release import Changes, Provenance, Release, ReleaseError, diff_releases
from pipeline.release.changes import Cell, ColumnChange, RowChange
from pipeline.release.diff import compare
from pipeline.release.manifest import ColumnEntry, TableEntry
from pipeline.release.side import Side
from pipeline.tables import TABLES

Rows = dict[str, list[dict[str, Any]]]
Tables = dict[str, pa.Table]


def side(tables: Tables) -> Side:
    entries = {name: TableEntry.of(TABLES[name], table) for name, table in tables.items()}
    return Side(entries, tables.__getitem__, Provenance("0.1.0", {}, "", {}, {}))


def altered(given: Side, table: str, **fields: Any) -> Side:
    return replace(given, tables={**given.tables, table: replace(given.tables[table], **fields)})


@pytest.fixture
def compared(rows: Rows, tables: Tables, as_tables: Callable[[Rows], Tables]) -> Callable[[], Changes]:
    """What changed from the dataset to the rows as they are when it is asked."""
    return lambda: compare("0.1.0", side(tables), side(as_tables(rows)))


def test_nothing(compared: Callable[[], Changes]) -> None:
    changes = compared()
    assert (changes, changes.step, changes.summary()) == (Changes("0.1.0"), "none", "nothing changed")


def test_rows_that_came_went_and_moved(rows: Rows, compared: Callable[[], Changes]) -> None:
    lost, moved, *_ = rows["numbers"]
    rows["numbers"].remove(lost)
    rows["numbers"].append(moved | {"start": 900, "end": 902})
    moved.update(reason="a share", value=None)
    changes = compared()
    [numbers] = changes.tables
    assert numbers.key == ("article_id", "start")
    assert numbers.added == (("fushun-report", 900),)
    assert numbers.withdrawn == ((lost["article_id"], lost["start"]),)
    cells = (Cell("value", 10.0, None), Cell("reason", "a quantity", "a share"))
    assert numbers.changed == (RowChange((moved["article_id"], moved["start"]), cells),)
    assert changes.step == "minor"
    assert changes.summary() == "numbers: 1 row added, 1 changed, 1 withdrawn"


def test_lists_and_structures_are_compared(rows: Rows, compared: Callable[[], Changes]) -> None:
    figure = rows["figures"][4]
    figure.update(rules=["quantity"], unit_readings=[{"unit": "short_ton", "value": 1.0, "low": None, "high": None}])
    changes = compared()
    [figures] = changes.tables
    [row] = figures.changed
    assert [cell.column for cell in row.cells] == ["unit_readings", "rules"]
    assert row.cells[1] == Cell("rules", ["quantity", "year_after_in"], ["quantity"])
    assert changes.step == "patch"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ColumnEntry("integer", False, None),
            ColumnEntry("number", False, None),
            ColumnChange("levels", "value", "type", "integer", "number"),
        ),
        (
            ColumnEntry("number", False, "tonne"),
            ColumnEntry("number", False, "kg"),
            ColumnChange("levels", "value", "unit", "tonne", "kg"),
        ),
        (
            ColumnEntry("number", False, None),
            ColumnEntry("number", True, None),
            ColumnChange("levels", "value", "nullable", "no", "yes"),
        ),
        (ColumnEntry("number", True, None), None, ColumnChange("levels", "value", "withdrawn", "number", None)),
        (None, ColumnEntry("number", True, None), ColumnChange("levels", "value", "added", None, "number")),
    ],
)
def test_columns_of_another_form(
    tables: Tables, old: ColumnEntry | None, new: ColumnEntry | None, expected: ColumnChange
) -> None:
    def with_value(entry: ColumnEntry | None) -> Side:
        columns = {name: column for name, column in side(tables).tables["levels"].columns.items() if name != "value"}
        return altered(side(tables), "levels", columns=columns | ({"value": entry} if entry else {}))

    changes = compare("1.0.0", with_value(old), with_value(new))
    assert changes.columns == (expected,)
    assert changes.step == "major"
    assert changes.summary() == "columns changed: levels.value"


def test_a_new_and_a_withdrawn_table(tables: Tables) -> None:
    without = {name: table for name, table in tables.items() if name != "units"}
    added = compare("1.0.0", side(without), side(tables))
    assert (added.tables_added, added.step, added.summary()) == (("units",), "minor", "tables added: units")
    withdrawn = compare("1.0.0", side(tables), side(without))
    assert (withdrawn.tables_withdrawn, withdrawn.step) == (("units",), "major")


def test_rows_under_another_key_all_went_and_came(tables: Tables) -> None:
    changes = compare(
        "1.0.0", altered(side(tables), "units", key=("factor", "unit_id"), content_sha256=""), side(tables)
    )
    [units] = changes.tables
    assert units.added == (("short_ton",), ("tonne",))
    assert units.withdrawn == ((1.0, "short_ton"), (1.0, "tonne"))


def test_releases_on_disk_either_way_round(rows: Rows, build: Callable[..., Release]) -> None:
    older, newer = build(rows), build(rows | {"quarantine": []})
    torn = ("articles/torn.md", "empty_text", "nothing in it")
    there, back = diff_releases(older.path, newer.path), diff_releases(newer.path, older.path)
    assert (there.previous, there.tables[0].withdrawn) == ("0.1.0", (torn,))
    assert (back.previous, back.tables[0].added) == ("0.2.0", (torn,))
    assert diff_releases(newer.path, newer.path).step == "none"


def test_a_release_that_cannot_be_read(rows: Rows, build: Callable[..., Release]) -> None:
    older, newer = build(rows), build(rows | {"quarantine": []})
    damaged = older.path / "quarantine.parquet"
    damaged.chmod(0o644)
    damaged.write_bytes(b"PAR1")
    with pytest.raises(ReleaseError, match=r"cannot be compared: .*; fetch or build"):
        diff_releases(older.path, newer.path)


def test_a_first_release_has_no_changes() -> None:
    assert Changes(None).summary() == "first release"
