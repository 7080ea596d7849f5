from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release import Changes, Release, verify_release
from pipeline.release import history as the_module
from pipeline.release.causes import Cause
from pipeline.release.changes import TableChanges
from pipeline.release.history import carried_on, history_of
from pipeline.release.manifest import Manifest, read_manifest
from pipeline.release.parquet_files import read_parquet
from pipeline.release.version import Version
from pipeline.tables import TABLES

Rows = dict[str, list[dict[str, Any]]]
Build = Callable[..., Release]

NONE = TABLES["history"].arrow_schema.empty_table()


def history(release: Release) -> dict[str, tuple[str, str | None, str | None]]:
    return told(read_parquet(release.path / "history.parquet"))


def told(table: pa.Table) -> dict[str, tuple[str, str | None, str | None]]:
    return {
        row["figure_id"]: (row["first_release"], row["last_release"], row["withdrawn_because"])
        for row in table.to_pylist()
    }


def figures(**statuses: str) -> pa.Table:
    rows = [{"figure_id": f"pit/{name}", "article_id": "pit", "status": status} for name, status in statuses.items()]
    columns = ("figure_id", "article_id", "status")
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in columns]))


def gone(previous: str, *names: str) -> Changes:
    keys = tuple((f"pit/{name}",) for name in names)
    causes = dict.fromkeys(keys, (Cause("article_corrected", "pit"), Cause("rule_changed", rooms=("extraction",))))
    return Changes(previous, tables=(TableChanges("figures", ("figure_id",), withdrawn=keys, causes=causes),))


def test_figures_come_go_and_come_back() -> None:
    first = carried_on(NONE, figures(a="live", b="corrected", c="retracted"), Changes(None), "0.1.0")
    assert told(first) == {
        "pit/a": ("0.1.0", None, None),
        "pit/b": ("0.1.0", None, None),
        "pit/c": ("0.1.0", "0.1.0", "retracted when it came"),
    }
    second = carried_on(first, figures(a="live", d="live"), gone("0.1.0", "b", "c"), "0.2.0")
    why = "article corrected: pit; rule changed: extraction"
    assert told(second) == {
        "pit/a": ("0.1.0", None, None),
        "pit/b": ("0.1.0", "0.1.0", why),
        "pit/c": ("0.1.0", "0.1.0", "retracted when it came"),
        "pit/d": ("0.2.0", None, None),
    }
    third = carried_on(second, figures(a="retracted", b="live"), gone("0.2.0", "a", "d"), "0.3.0")
    assert told(third) == told(second) | {
        "pit/a": ("0.1.0", "0.2.0", why),
        "pit/b": ("0.1.0", None, None),
        "pit/d": ("0.2.0", "0.2.0", why),
    }


@pytest.mark.slow
@given(st.lists(st.sets(st.sampled_from("abcd")), min_size=1, max_size=5))
def test_no_figure_is_ever_forgotten(releases: list[set[str]]) -> None:
    carried, seen, before = NONE, set[str](), set[str]()
    for number, names in enumerate(releases):
        changes = gone(f"0.{number - 1}.0", *sorted(before - names)) if number else Changes(None)
        carried = carried_on(carried, figures(**dict.fromkeys(sorted(names), "live")), changes, f"0.{number}.0")
        seen, before = seen | names, names
        assert told(carried).keys() == {f"pit/{name}" for name in seen}
        standing = {figure_id for figure_id, (_, last, _) in told(carried).items() if last is None}
        assert standing == {f"pit/{name}" for name in names}


def test_a_release_carries_it_on(rows: Rows, build: Build) -> None:
    every = {row["figure_id"] for row in rows["figures"]}
    assert history(build(rows)) == dict.fromkeys(every, ("0.1.0", None, None))
    growth = rows["figures"].pop(3)["figure_id"]
    rows["numbers"].pop(3)
    later = build(rows)
    assert later.version == "0.2.0"
    assert history(later)[growth][:2] == ("0.1.0", "0.1.0")
    others = every - {growth}
    assert {name: history(later)[name] for name in others} == dict.fromkeys(others, ("0.1.0", None, None))
    assert verify_release(later.path) == []


def test_it_makes_no_release_and_no_changes_of_its_own(rows: Rows, build: Build) -> None:
    build(rows)
    assert not build(rows).created
    assert {table.table for table in build(rows | {"quarantine": []}).changes.tables} == {"quarantine"}


def test_it_is_made_anew_from_releases_that_had_none(
    rows: Rows, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(rows)
    rows["figures"].pop(3)
    rows["numbers"].pop(3)
    later = build(rows)

    def without_history(folder: Path) -> Manifest:
        manifest = read_manifest(folder)
        return replace(manifest, tables={name: each for name, each in manifest.tables.items() if name != "history"})

    monkeypatch.setattr(the_module, "read_manifest", without_history)
    assert told(history_of(tmp_path / "outputs", Version.parse(later.version))) == history(later)


def test_before_the_first_release_there_is_none(tmp_path: Path) -> None:
    assert history_of(tmp_path, None).num_rows == 0
