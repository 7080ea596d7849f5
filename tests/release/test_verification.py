from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.release import Release, verify_release
from pipeline.release.csv_files import read_csv, write_csv
from pipeline.release.manifest import read_manifest, sums
from pipeline.release.parquet_files import read_parquet, write_parquet
from pipeline.tables import TABLES

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def copy(first: Release, tmp_path: Path) -> Path:
    """A copy of the first release that may be spoilt."""
    folder = tmp_path / "0.1.0"
    shutil.copytree(first.path, folder)
    for path in folder.iterdir():
        path.chmod(0o644)
    return folder


def said(folder: Path) -> str:
    return "\n".join(map(str, verify_release(folder)))


def test_a_sound_release_has_no_faults(copy: Path) -> None:
    assert verify_release(copy) == []


def flip_a_bit(path: Path, where: float) -> None:
    content = bytearray(path.read_bytes())
    content[round(where * (len(content) - 1))] ^= 1
    path.write_bytes(content)


@pytest.mark.slow
def test_one_flipped_bit_in_any_file_is_found_and_its_file_named(copy: Path) -> None:
    for path in sorted(copy.iterdir()):
        whole = path.read_bytes()
        flip_a_bit(path, 0.5)
        assert path.name in said(copy)
        path.write_bytes(whole)
    assert verify_release(copy) == []


@pytest.mark.parametrize("where", [0.0, 1.0])
@pytest.mark.parametrize("name", ["manifest.json", "SHA256SUMS"])
def test_no_bit_of_the_files_that_vouch_for_others_is_passed_over(copy: Path, name: str, where: float) -> None:
    flip_a_bit(copy / name, where)
    assert name in said(copy)


def test_a_missing_and_an_added_file_are_found(copy: Path) -> None:
    (copy / "levels.csv").unlink()
    (copy / "notes.txt").write_text("mine", encoding="utf-8")
    assert "levels.csv: is missing" in said(copy)
    assert "notes.txt: is not listed in manifest.json" in said(copy)


@pytest.mark.parametrize("name", ["manifest.json", "SHA256SUMS", "cityfigures.duckdb", "figures.parquet"])
def test_a_release_without_a_vital_file_is_not_sound(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert name in said(copy)


def rewrite_sums(folder: Path) -> None:
    """What someone does who wants a change not to be found."""
    (folder / "SHA256SUMS").write_text(sums(folder.iterdir()), encoding="utf-8")


def test_a_dropped_row_is_found_in_each_form(copy: Path) -> None:
    figures = read_parquet(copy / "figures.parquet")
    dropped = figures["figure_id"][0].as_py()
    figures = figures.slice(1)
    write_parquet(copy / "figures.parquet", figures, TABLES["figures"].order)
    write_csv(copy / "figures.csv", figures)
    rewrite_sums(copy)
    assert "figures.parquet: has 4 rows, manifest.json says 5" in said(copy)
    assert "figures.csv: has 4 rows, manifest.json says 5" in said(copy)
    lost = f"row figure_id {dropped}, which cityfigures.duckdb, table figures has, is missing"
    assert f"figures.parquet: {lost}" in said(copy)
    assert f"figures.csv: {lost}" in said(copy)


def test_a_changed_cell_is_found(copy: Path) -> None:
    text = (copy / "levels.csv").read_text(encoding="utf-8")
    (copy / "levels.csv").write_text(text.replace("4370000.0", "4370001.0"), encoding="utf-8")
    rewrite_sums(copy)
    assert "levels.csv: holds other values" in said(copy)
    cell = "row level_id lv_111111111111, column value: is 4370001.0, in levels.parquet 4370000.0"
    assert f"levels.csv: {cell}" in said(copy)


@pytest.mark.parametrize("name", ["../levels.csv", "/etc/passwd", ".hidden", "a/b"])
def test_a_manifest_that_names_a_file_elsewhere_is_none(copy: Path, name: str) -> None:
    text = (copy / "manifest.json").read_text(encoding="utf-8")
    (copy / "manifest.json").write_text(text.replace("levels.csv", name), encoding="utf-8")
    assert f"names '{name}', which is no file of its folder" in said(copy)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (
            lambda rows: rows["figures"][0].update(place_id="CN-9999"),
            "column place_id: refers to a row that is not in places",
        ),
        (
            lambda rows: rows["levels"][0].update(inputs=["gone/00000000"]),
            "column inputs: refers to a row that is not in figures",
        ),
        (lambda rows: rows["figures"][0].update(end=9), "start and end are not as far apart as the quote is long"),
        (lambda rows: rows["figures"][0].update(start=12, end=31), "does not fit the place of its number"),
        (lambda rows: rows["articles"][0].update(characters=9), "end lies behind the end of its article"),
    ],
)
def test_rows_that_do_not_fit_together_are_found(
    rows: Rows,
    build: Callable[..., Release],
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Rows], None],
    fault: str,
) -> None:
    spoil(rows)
    monkeypatch.setattr("pipeline.release.writing.verify_release", lambda _: [])
    assert fault in said(build(rows).path)


def test_a_key_that_two_rows_have_is_found(copy: Path) -> None:
    articles = read_parquet(copy / "articles.parquet")
    write_parquet(copy / "articles.parquet", articles.take([0, 0, 1]), TABLES["articles"].order)
    assert "articles.parquet: row article_id fushun-column, is there 2 times" in said(copy)


def test_a_column_that_is_gone_is_found(copy: Path) -> None:
    articles = read_parquet(copy / "articles.parquet").drop_columns("title")
    write_parquet(copy / "articles.parquet", articles, TABLES["articles"].order)
    assert "articles.parquet: has the columns" in said(copy)


def test_csv_and_parquet_agree(first: Release) -> None:
    for name in read_manifest(first.path).tables:
        parquet = read_parquet(first.path / f"{name}.parquet")
        assert read_csv(first.path / f"{name}.csv", parquet.schema).to_pylist() == parquet.to_pylist()
