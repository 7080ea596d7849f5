"""A release of real articles, forged with all hashes right: what derives it again and what goes back to the words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.release import Provenance, judge, provenance, write_release
from pipeline.release.manifest import read_manifest, sums
from pipeline.release.parquet_files import read_parquet
from pipeline.tables import BUILT

pytestmark = pytest.mark.slow

RAW = Path(__file__).parents[2] / "raw" / "articles"
ARTICLES = ("2019-05-07-scmp-fushun-coal.md", "2019-05-21-inkstone-fushun.md")

Tables = dict[str, pa.Table]
Forge = Callable[..., Path]


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("raw")
    (folder / "articles").mkdir()
    for name in ARTICLES:
        shutil.copy(RAW / name, folder / "articles")
    return folder


@pytest.fixture(scope="module")
def built(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    outputs = tmp_path_factory.mktemp("verdict") / "outputs"
    done = CliRunner().invoke(app, ["build", "--raw", str(raw), "--outputs", str(outputs), "--quiet"])
    assert done.exit_code == 0, done.stderr
    return outputs / "releases" / "0.1.0"


@pytest.fixture
def tables(built: Path) -> Tables:
    return {name: read_parquet(built / f"{name}.parquet") for name in BUILT}


@pytest.fixture
def forge(tables: Tables, raw: Path, tmp_path: Path) -> Forge:
    """Writes the tables, some of them replaced, as a release in which every hash is right."""

    def forge(origin: Provenance | None = None, **replaced: pa.Table) -> Path:
        origin = origin or provenance(raw)
        return write_release({**tables, **replaced}, tmp_path / "outputs", provenance=origin).path

    return forge


def edited(table: pa.Table, column: str, edit: Callable[[Any], Any], row: int = 0) -> pa.Table:
    rows = table.to_pylist()
    rows[row][column] = edit(rows[row][column])
    return pa.Table.from_pylist(rows, schema=table.schema)


def said(folder: Path, raw: Path | None = None) -> str:
    return "\n".join(map(str, judge(folder, raw).faults))


def test_a_release_and_its_articles_are_sound(built: Path, raw: Path) -> None:
    verdict = judge(built, raw)
    assert (verdict.faults, verdict.notes) == ((), ())
    assert (verdict.version, verdict.derived, verdict.articles) == ("0.1.0", True, True)
    assert verdict.files == len(list(built.iterdir()))


@pytest.mark.parametrize(
    ("name", "column", "edit"),
    [
        ("levels", "value", lambda value: value + 1),
        ("changes", "pct", lambda pct: (pct or 0) + 0.001),
        ("changes", "formula", lambda formula: f"{formula}, or so"),
        ("conflicts", "explanation", lambda words: f"{words} So it is."),
        ("derivations", "role", lambda role: "base" if role != "base" else "final"),
    ],
)
def test_an_edited_cell_is_named(
    name: str, column: str, edit: Callable[[Any], Any], forge: Forge, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    if tables[name].num_rows == 0:
        pytest.fail(f"the articles give no {name}: choose others")
    monkeypatch.setattr("pipeline.release.writing.verify_release", lambda _: [])
    changed = edited(tables[name], column, edit)
    key = next(iter(read_manifest(forge(**{name: changed})).tables[name].key))
    told = said(forge(**{name: changed}))
    row = changed[key][0].as_py()
    assert f"{name}: row {key} {row}" in told
    assert f"column {column}: is {changed[column][0].as_py()}, in what follows from the figures" in told


def test_a_dropped_and_an_added_level_are_named(forge: Forge, tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.release.writing.verify_release", lambda _: [])
    levels = tables["levels"]
    gone = levels["level_id"][levels.num_rows - 1].as_py()
    changed = edited(levels.slice(0, levels.num_rows - 1), "level_id", lambda _: "lv_" + "f" * 12)
    told = said(forge(levels=changed))
    assert f"levels: row level_id {gone}, which what follows from the figures has, is missing" in told
    assert "levels: row level_id lv_ffffffffffff, is not in what follows from the figures" in told


def test_an_edited_figure_shows_in_what_is_made_of_it(forge: Forge, tables: Tables) -> None:
    [row, *_] = [
        number
        for number, figure in enumerate(tables["figures"]["figure_id"].to_pylist())
        if [figure] in tables["levels"]["inputs"].to_pylist()
    ]
    changed = edited(tables["figures"], "low", lambda low: low - 1, row)
    assert "column low: is" in said(forge(figures=changed))


def test_a_moved_quote_is_named(forge: Forge, tables: Tables, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.release.writing.verify_release", lambda _: [])
    moved = edited(edited(tables["figures"], "start", lambda at: at + 1), "end", lambda at: at + 1)
    figure = moved["figure_id"][0].as_py()
    folder = forge(figures=moved)
    [line, *_] = [line for line in said(folder).splitlines() if "place of its number" in line]
    assert line.startswith(f"figures: row figure_id {figure}, start ")
    assert f"row figure_id {figure}, article_id" in said(folder, raw)


def test_only_the_articles_show_that_a_quote_and_its_number_were_both_moved(
    forge: Forge, tables: Tables, raw: Path
) -> None:
    figures, numbers = tables["figures"], tables["numbers"]
    last = max(range(figures.num_rows), key=lambda row: figures["start"][row].as_py())
    figure = figures["figure_id"][last].as_py()
    for column in ("start", "end"):
        figures = edited(figures, column, lambda at: at + 1, last)
        for row, of in enumerate(tables["numbers"]["figure_id"].to_pylist()):
            if of == figure:
                numbers = edited(numbers, column, lambda at: at + 1, row)
    folder = forge(figures=figures, numbers=numbers)
    assert said(folder) == ""
    told = said(folder, raw)
    assert f"figures: row figure_id {figure}, article_id" in told
    assert "Every quote is what its article says from `start` to `end`" in told
    assert "(articles/" in told


def test_a_number_that_is_left_out_is_found_in_its_article(forge: Forge, tables: Tables, raw: Path) -> None:
    numbers = tables["numbers"].to_pylist()
    dropped = next(row for row in numbers if row["disposition"] != "figure" and row["text"].isdigit())
    kept = pa.Table.from_pylist([row for row in numbers if row != dropped], schema=tables["numbers"].schema)
    told = said(forge(numbers=kept), raw)
    assert f"row article_id {dropped['article_id']}, start {dropped['start']}, end {dropped['end']}: " in told


def test_other_articles_than_those_that_it_was_made_from_are_named(built: Path, raw: Path, tmp_path: Path) -> None:
    other = tmp_path / "raw"
    shutil.copytree(raw, other)
    changed, gone = (other / "articles" / name for name in ARTICLES)
    changed.write_text(changed.read_text(encoding="utf-8") + "One more.\n", encoding="utf-8")
    gone.unlink()
    (other / "articles/new.md").write_text("---\ntitle: N\npublished: 2020\n---\nOne.\n", encoding="utf-8")
    told = said(built, other)
    assert f"articles/{changed.name}: is another file" in told
    assert f"articles/{gone.name}: is missing" in told
    assert "articles/new.md: is no input of the release" in told
    assert f"articles: row article_id {gone.stem}: {other} holds no such article" in told
    assert "The hash and the length of every article are those of its text" in told


def test_what_other_rules_make_of_the_figures_is_no_fault(forge: Forge, tables: Tables, raw: Path) -> None:
    origin = provenance(raw)
    other = replace(origin, rooms={**origin.rooms, "metrics": "0" * 64})
    verdict = judge(forge(other, changes=edited(tables["changes"], "formula", lambda _: "another rule")))
    assert (verdict.faults, verdict.derived) == ((), False)
    assert "other rules than these" in verdict.notes[0]
    assert "changes: row change_id" in "\n".join(verdict.notes)


def test_a_table_that_cannot_be_read_in_any_form_is_named(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "0.1.0"
    shutil.copytree(built, folder)
    for name in ("levels.parquet", "levels.csv", "cityfigures.duckdb"):
        (folder / name).chmod(0o644)
        (folder / name).write_bytes(b"torn")
    (folder / "SHA256SUMS").chmod(0o644)
    (folder / "SHA256SUMS").write_text(sums(folder.iterdir()), encoding="utf-8")
    told = said(folder)
    assert "levels.parquet: cannot be read" in told
    assert "levels: cannot be read in any form" in told
