from __future__ import annotations

import errno
import json
import pickle
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

import pipeline
from pipeline.release import Provenance, Release, ReleaseError, latest_version, verify_release, write_release
from pipeline.release import writing as the_module
from pipeline.release.query import open_database
from pipeline.release.releases import RELEASES, STAGING
from pipeline.tables import TABLES

Rows = dict[str, list[dict[str, Any]]]
Build = Callable[..., Release]
AsTables = Callable[[Rows], dict[str, pa.Table]]


def changes_of(release: Release) -> Any:
    return json.loads((release.path / "CHANGES.json").read_text(encoding="utf-8"))


def test_the_files_of_a_release(first: Release) -> None:
    tables = {f"{name}.{form}" for name in TABLES for form in ("parquet", "csv")}
    described = "datapackage.json croissant.json dataset.jsonld README.md CITATION.bib CITATION.cff"
    log = "CHANGES.json CHANGES.schema.json CHANGES.md"
    others = f"cityfigures.duckdb {described} {log} manifest.json SHA256SUMS"
    assert {path.name for path in first.path.iterdir()} == tables | set(others.split())


def test_the_first_release(first: Release) -> None:
    outputs = first.path.parent.parent
    assert (first.version, first.created, first.reason) == ("0.1.0", True, "first release")
    assert first.path == outputs / RELEASES / "0.1.0"
    assert (outputs / "latest").read_bytes() == b"0.1.0\n"
    assert not (outputs / STAGING).exists()


def test_every_file_is_read_only(first: Release) -> None:
    assert {stat.S_IMODE(path.stat().st_mode) for path in first.path.iterdir()} == {0o444}


def test_two_builds_give_the_same_bytes(first: Release, rows: Rows, build: Build) -> None:
    again = build(rows)
    assert {path.name for path in first.path.iterdir()} == {path.name for path in again.path.iterdir()}
    for path in first.path.iterdir():
        assert path.read_bytes() == (again.path / path.name).read_bytes(), path.name


def test_the_duckdb_files_of_two_builds_hold_the_same_rows(first: Release, rows: Rows, build: Build) -> None:
    again = build(rows)
    with (
        open_database(first.path / "cityfigures.duckdb") as one,
        open_database(again.path / "cityfigures.duckdb") as other,
    ):
        for name in TABLES:
            assert one.sql(f"FROM {name}").fetchall() == other.sql(f"FROM {name}").fetchall()


def test_the_order_of_the_rows_makes_no_difference(first: Release, rows: Rows, build: Build) -> None:
    again = build({name: listed[::-1] for name, listed in rows.items()})
    assert (again.path / "SHA256SUMS").read_bytes() == (first.path / "SHA256SUMS").read_bytes()


def test_nothing_changed_gives_no_release(rows: Rows, build: Build, tmp_path: Path) -> None:
    made = build(rows)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "outputs").rglob("*") if path.name != ".lock"}
    again = build(rows)
    assert (again.version, again.path, again.created) == (made.version, made.path, False)
    assert again.reason == "nothing changed"
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "outputs").rglob("*") if path.name != ".lock"}
    assert after.keys() == before.keys()
    assert all(after[path] == before[path] for path in before if path.is_file())


def test_other_values_are_a_patch(rows: Rows, build: Build) -> None:
    build(rows)
    rows["levels"][0]["value"] = 4_370_001
    corrected = build(rows)
    assert (corrected.version, corrected.reason) == ("0.1.1", "levels: 1 row changed; city_series: 1 row changed")
    key = rows["levels"][0]["level_id"]
    [row] = changes_of(corrected)["tables"]["levels"]["changed"]
    assert row["key"] == [key]
    assert row["cells"] == {"value": {"old": 4_370_000.0, "new": 4_370_001.0}}


@pytest.mark.parametrize("newer_has_more", [True, False])
def test_rows_that_come_or_go_are_a_minor_step(rows: Rows, build: Build, newer_has_more: bool) -> None:
    fewer = rows | {"quarantine": []}
    versions = (fewer, rows) if newer_has_more else (rows, fewer)
    build(versions[0])
    later = build(versions[1])
    assert later.version == "0.2.0"
    what = "added" if newer_has_more else "withdrawn"
    [row] = changes_of(later)["tables"]["quarantine"][what]
    assert row["key"] == ["articles/torn.md", "empty_text", "nothing in it"]
    assert changes_of(later)["previous"] == "0.1.0"


def test_the_release_before_stays_as_it_was(rows: Rows, build: Build) -> None:
    made = build(rows)
    before = {path.name: path.read_bytes() for path in made.path.iterdir()}
    later = build(rows | {"quarantine": []})
    assert {path.name: path.read_bytes() for path in made.path.iterdir()} == before
    assert verify_release(made.path) == verify_release(later.path) == []


def test_a_version_that_is_asked_for(rows: Rows, build: Build) -> None:
    build(rows)
    asked = build(rows, minimum="1.0.0")
    assert (asked.version, asked.created, asked.reason) == ("1.0.0", True, "1.0.0 was asked for")
    assert not build(rows, minimum="1.0.0").created
    assert build(rows | {"quarantine": []}, minimum="1.0.0").version == "1.1.0"


def test_a_missing_table(tables: dict[str, pa.Table], origin: Provenance, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="a release is made of"):
        write_release({"figures": tables["figures"]}, tmp_path, provenance=origin)


def test_a_release_with_a_quote_that_is_not_in_its_sentence_is_not_published(rows: Rows, build: Build) -> None:
    rows["figures"][0]["sentence"] = "Another sentence."
    with pytest.raises(ReleaseError, match="quote is not in its sentence"):
        build(rows)


def test_a_damaged_release_is_not_built_upon(rows: Rows, build: Build) -> None:
    path = build(rows).path / "levels.csv"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\r\n")
    with pytest.raises(ReleaseError, match=r"levels\.csv: has \d+ bytes"):
        build(rows | {"quarantine": []})


STEPS = (
    "write_parquet",
    "write_csv",
    "write_database",
    "data_package",
    "write_manifest",
    "seal",
    "verify_release",
    "publish",
)


@pytest.mark.parametrize(
    ("step", "error"),
    [
        *((step, OSError(errno.ENOSPC, "No space left on device")) for step in STEPS),
        ("write_database", duckdb.IOException("the disk is full")),
        ("publish", KeyboardInterrupt()),
    ],
)
def test_a_build_that_fails_leaves_the_last_release(
    rows: Rows, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    build(rows)
    outputs = tmp_path / "outputs"
    before = {path: path.read_bytes() for path in outputs.rglob("*") if path.is_file()}

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(the_module, step, fail)
    expected = KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else ReleaseError
    with pytest.raises(expected):
        build(rows | {"quarantine": []})
    assert {path: path.read_bytes() for path in outputs.rglob("*") if path.is_file()} == before
    monkeypatch.undo()
    assert build(rows | {"quarantine": []}).version == "0.2.0"


def test_builds_started_at_once_end_with_one_release(rows: Rows, build: Build, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        releases = list(pool.map(lambda _: build(rows), range(8)))
    assert sorted(release.created for release in releases) == [False] * 7 + [True]
    assert [path.name for path in (tmp_path / "outputs" / RELEASES).iterdir()] == ["0.1.0"]


KILLED = """
import os, pickle, sys
from pathlib import Path
from pipeline.release import write_release, writing
step, outputs, pickled = sys.argv[1:]
tables, origin = pickle.loads(Path(pickled).read_bytes())
setattr(writing, step, lambda *_: os.kill(os.getpid(), 9))
write_release(tables, Path(outputs), provenance=origin)
"""


@pytest.mark.slow
@pytest.mark.parametrize("step", ["write_database", "publish", "point_latest_at"])
def test_a_killed_build_leaves_nothing_to_repair(
    step: str, rows: Rows, as_tables: AsTables, build: Build, origin: Provenance, tmp_path: Path
) -> None:
    made, outputs = build(rows), tmp_path / "outputs"
    later = as_tables(rows | {"quarantine": []})
    pickled = tmp_path / "pickled"
    pickled.write_bytes(pickle.dumps((later, origin)))
    root = Path(pipeline.__file__).parent.parent
    child = subprocess.run([sys.executable, "-c", KILLED, step, outputs, pickled], cwd=root, check=False)
    assert child.returncode == -9
    assert str(latest_version(outputs)) == made.version
    assert verify_release(made.path) == []

    after = write_release(later, outputs, provenance=origin)
    assert (after.version, after.created) == ("0.2.0", step != "point_latest_at")
    assert str(latest_version(outputs)) == "0.2.0"
    assert not (outputs / STAGING).exists()
    write_release(as_tables(rows), tmp_path / "other", provenance=origin)
    undisturbed = write_release(later, tmp_path / "other", provenance=origin)
    assert (after.path / "SHA256SUMS").read_bytes() == (undisturbed.path / "SHA256SUMS").read_bytes()
