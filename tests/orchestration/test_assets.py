from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from pipeline.definitions import defs
from pipeline.orchestration.assets import ASSETS, STAGES
from pipeline.orchestration.metadata import CHARTED
from pipeline.orchestration.texts import TEXTS, WORK_TABLES, articles_of
from pipeline.release import latest_release, verify_release
from pipeline.tables import BUILT

from .conftest import RAW, Run, run_job


def test_a_run_gives_a_sound_release(run: Run) -> None:
    assert run.result.success
    assert verify_release(latest_release(run.outputs)) == []


def test_every_table_of_a_release_is_an_asset() -> None:
    assert {key.to_user_string() for asset in ASSETS for key in asset.keys} == {*WORK_TABLES, "release", *BUILT}


def test_every_asset_belongs_to_a_stage_and_tells_what_it_is() -> None:
    for spec in defs.resolve_all_asset_specs():
        assert spec.group_name in STAGES
        assert spec.description
        assert spec.owners


def test_every_raw_article_becomes_a_text_and_a_row(run: Run) -> None:
    files = {path.stem for path in (RAW / "articles").glob("*.md")}
    assert {article.article_id for article in articles_of(run.tables[TEXTS])} == files
    assert set(run.tables["articles"]["article_id"].to_pylist()) == files


@pytest.mark.parametrize("name", BUILT)
def test_every_table_passes_on_in_the_form_of_a_release(run: Run, name: str) -> None:
    assert run.tables[name].schema.equals(BUILT[name].arrow_schema, check_metadata=True)


@pytest.mark.parametrize("name", BUILT)
def test_every_table_tells_its_rows_and_shows_some(run: Run, name: str) -> None:
    (told,) = (
        event.materialization.metadata
        for event in run.result.get_asset_materialization_events()
        if event.asset_key == dg.AssetKey(name)
    )
    assert told["dagster/row_count"].value == run.tables[name].num_rows
    assert {"preview", f"by {CHARTED[name]}"} <= told.keys()


def test_a_second_run_makes_the_same_tables_and_no_release(run: Run) -> None:
    again = run_job(run.outputs.parent)
    assert again.tables == run.tables
    assert [path.name for path in (run.outputs / "releases").iterdir()] == [latest_release(run.outputs).name]
    (event,) = again.result.asset_materializations_for_node("write_tables")
    assert event.metadata["created"].value is False


def test_equal_tables_have_equal_versions_and_only_they(tmp_path: Path, run: Run) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for path in sorted((RAW / "articles").glob("*.md"))[:3]:
        (raw / path.name).write_bytes(path.read_bytes())
    fewer = run_job(tmp_path, raw=raw)
    versions, others = _versions(run), _versions(fewer)
    assert {name for name in BUILT if versions[name] == others[name]} == {
        name for name in BUILT if run.tables[name].equals(fewer.tables[name])
    }
    assert versions["articles"] != others["articles"]


def _versions(run: Run) -> dict[str, str | None]:
    return {
        event.asset_key.to_user_string(): (event.materialization.tags or {}).get("dagster/data_version")
        for event in run.result.get_asset_materialization_events()
        if event.asset_key is not None
    }
