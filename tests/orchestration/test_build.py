from __future__ import annotations

import os
import signal
from collections import Counter
from pathlib import Path

import pytest

from pipeline.articles import Article
from pipeline.definitions import defs
from pipeline.extraction import Extraction, read
from pipeline.orchestration.assets import STAGES
from pipeline.orchestration.build import Outcome, build, stages_of_assets, steps_by_stage
from pipeline.orchestration.progress import Step
from pipeline.release import latest_release
from pipeline.tables import BUILT

from .conftest import RAW, Run

BAD = "---\ntitle: No date\n---\nCoal output was 5 million tonnes.\n"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome, list[Step]]:
    outputs = tmp_path_factory.mktemp("build") / "outputs"
    steps: list[Step] = []
    return outputs, build(defs, raw=RAW, outputs=outputs, watcher=steps.append), steps


def test_a_build_makes_the_first_release(first: tuple[Path, Outcome, list[Step]]) -> None:
    outputs, outcome, _ = first
    assert (outcome.failures, outcome.quarantined) == ((), ())
    assert outcome.built is not None
    assert outcome.built.created
    assert outcome.built.path == latest_release(outputs)
    assert outcome.built.version == "0.1.0"


def test_it_makes_the_same_release_as_the_job(first: tuple[Path, Outcome, list[Step]], run: Run) -> None:
    ours, theirs = (
        {path.name: path.read_bytes() for path in latest_release(outputs).iterdir()}
        for outputs in (first[0], run.outputs)
    )
    assert ours == theirs


def test_it_counts_rows_and_cities(first: tuple[Path, Outcome, list[Step]], run: Run) -> None:
    built = first[1].built
    assert built is not None
    assert built.rows == {name: run.tables[name].num_rows for name in BUILT}
    figures = run.tables["figures"].to_pylist()
    assert built.cities == len({row["place_id"] for row in figures if row["place_kind"] == "city"})


def test_its_watcher_is_told_every_step_once(first: tuple[Path, Outcome, list[Step]]) -> None:
    steps = first[2]
    stages = stages_of_assets(defs)
    assert len(set(steps)) == len(steps)
    assert Counter(stages[step.asset] for step in steps) == steps_by_stage(defs)
    assert tuple(steps_by_stage(defs)) == STAGES


def test_a_second_build_finds_nothing_to_do(first: tuple[Path, Outcome, list[Step]]) -> None:
    again = build(defs, raw=RAW, outputs=first[0])
    assert again.built is not None
    assert not again.built.created
    assert again.built.path == latest_release(first[0])


def test_a_version_can_be_asked_for(tmp_path: Path) -> None:
    asked = build(defs, raw=RAW, outputs=tmp_path, at_least="1.0.0").built
    assert asked is not None
    assert asked.version == "1.0.0"


def test_an_unusable_file_is_told_of_and_the_rest_is_published(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    article = next((RAW / "articles").glob("*.md"))
    (raw / article.name).write_bytes(article.read_bytes())
    (raw / "bad.md").write_text(BAD, encoding="utf-8")
    outcome = build(defs, raw=raw, outputs=tmp_path / "outputs")
    assert [(rejection.file, rejection.reason) for rejection in outcome.quarantined] == [("bad.md", "missing_date")]
    assert outcome.built is not None
    assert (outcome.built.rows["articles"], outcome.built.rows["quarantine"]) == (1, 1)


def test_without_any_article_the_quarantine_is_told_all_the_same(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "bad.md").write_text(BAD, encoding="utf-8")
    outcome = build(defs, raw=raw, outputs=tmp_path / "outputs")
    assert outcome.built is None
    assert [rejection.file for rejection in outcome.quarantined] == ["bad.md"]
    assert "not one article could be read" in outcome.failures[0].message


def test_a_text_on_which_the_reading_fails_goes_to_the_quarantine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = min(path.stem for path in (RAW / "articles").glob("*.md"))

    def refuses(article: Article) -> Extraction:
        if article.article_id == failing:
            raise ZeroDivisionError(failing)
        return read(article)

    monkeypatch.setattr("pipeline.extraction.batch.read", refuses)
    outcome = build(defs, raw=RAW, outputs=tmp_path / "outputs")
    assert [(one.file, one.reason) for one in outcome.quarantined] == [(f"articles/{failing}.md", "reading_failed")]
    assert outcome.failures == ()
    assert outcome.built is not None
    assert outcome.built.rows["articles"] == len(list((RAW / "articles").glob("*.md"))) - 1


def test_what_a_stage_foresees_is_told_in_its_own_words(tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    outputs.write_text("in the way", encoding="utf-8")
    (failure,) = build(defs, raw=RAW, outputs=outputs).failures
    assert str(outputs) in failure.message
    assert failure.message.startswith("no release was written")
    assert failure.trace is None


def test_what_nobody_foresaw_is_told_with_its_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of ideas")

    monkeypatch.setattr("pipeline.orchestration.assets.derive", broken)
    (failure,) = build(defs, raw=RAW, outputs=tmp_path / "outputs").failures
    assert "out of ideas" in failure.message
    assert failure.trace is not None
    assert "test_build.py" in failure.trace
    assert not (tmp_path / "outputs").exists()


def test_an_interruption_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr("pipeline.orchestration.assets.derive", interrupted)
    (failure,) = build(defs, raw=RAW, outputs=tmp_path / "outputs").failures
    assert failure.message == "the build was interrupted"
