from __future__ import annotations

from pathlib import Path

import dagster as dg
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from pipeline.definitions import defs
from pipeline.metrics.plausibility import RULES
from pipeline.orchestration.checks import SCHEMA, SOME_ARTICLE, check_tables
from pipeline.orchestration.io import WorkFolder
from pipeline.orchestration.texts import TEXTS
from pipeline.tables import BUILT
from pipeline.tables.check import CHECKS

from .conftest import Run, run_job


class Spoiling(WorkFolder):
    """Stores one table with one text column in capitals, as a fault in a stage would."""

    table: str
    column: str

    def handle_output(self, context: dg.OutputContext, obj: pa.Table) -> None:
        if context.asset_key.to_user_string() == self.table:
            obj = spoilt(obj, self.column)
        super().handle_output(context, obj)


def spoilt(table: pa.Table, column: str) -> pa.Table:
    at = table.schema.get_field_index(column)
    return table.set_column(at, table.schema.field(at), pc.utf8_upper(table[column]))


def failing(result: dg.ExecuteInProcessResult) -> dict[tuple[str, str], str]:
    return {
        (evaluation.asset_key.to_user_string(), evaluation.check_name): evaluation.description or ""
        for evaluation in result.get_asset_check_evaluations()
        if not evaluation.passed
    }


def made(result: dg.ExecuteInProcessResult) -> set[str]:
    return {
        str(event.asset_key.to_user_string()) for event in result.get_asset_materialization_events() if event.asset_key
    }


def test_every_table_has_its_schema_and_its_checks() -> None:
    specs = [spec for definition in defs.asset_checks or () for spec in definition.check_specs]
    expected = {(name, SCHEMA) for name in BUILT} | {(check.table, name) for name, check in CHECKS.items()}
    expected |= {(TEXTS, SOME_ARTICLE)} | {(rule.table, rule.name) for rule in RULES}
    assert {(spec.asset_key.to_user_string(), spec.name) for spec in specs} == expected
    assert all(spec.description for spec in specs)
    assert {spec.name for spec in specs if not spec.blocking} == {rule.name for rule in RULES}


def test_every_check_passes_on_the_real_articles(run: Run) -> None:
    evaluations = run.result.get_asset_check_evaluations()
    assert failing(run.result) == {}
    assert len(evaluations) == len(CHECKS) + len(BUILT) + len(RULES) + 1


@pytest.mark.parametrize(
    ("table", "column", "check", "unmade"),
    [
        ("figures", "quote", "quotes_stand_in_their_articles", {"levels", "changes", "conflicts"}),
        ("figures", "kind", SCHEMA, {"levels", "changes", "conflicts"}),
        ("levels", "indicator", "levels_refer_to_rows", set()),
    ],
)
def test_a_failing_check_keeps_back_the_release_and_all_that_follows(
    tmp_path: Path, table: str, column: str, check: str, unmade: set[str]
) -> None:
    spoiling = Spoiling(folder=str(tmp_path / "work"), table=table, column=column)
    run = run_job(tmp_path, work=spoiling)
    assert not run.result.success
    assert (table, check) in failing(run.result)
    assert column in failing(run.result)[table, check]
    assert made(run.result).isdisjoint({"release", *unmade})
    assert not run.outputs.exists()


IMPLAUSIBLE = """\
---
title: Output and people
publisher: The Post
published: 2019-03-01
---
Fushun produced 90 million tonnes of coal in 2017 and 5 million tonnes in 2018.

Liaoning produced 3 million tonnes of coal in 2018.

The population of Fuxin fell by 50 per cent from 2 million in 2010 to 1.8 million in 2018.

The GDP of Fuxin was 700 billion yuan ($1 billion) in 2018.
"""


def test_what_looks_implausible_warns_and_keeps_nothing_back(tmp_path: Path) -> None:
    articles = tmp_path / "raw" / "articles"
    articles.mkdir(parents=True)
    (articles / "post.md").write_text(IMPLAUSIBLE, encoding="utf-8")
    run = run_job(tmp_path, raw=tmp_path / "raw")
    assert run.result.success
    warned = {
        evaluation.check_name: evaluation
        for evaluation in run.result.get_asset_check_evaluations()
        if not evaluation.passed
    }
    assert set(warned) == {rule.name for rule in RULES}
    for evaluation in warned.values():
        assert evaluation.severity == dg.AssetCheckSeverity.WARN
        assert evaluation.metadata["findings"].value == 1
        rows = evaluation.metadata["rows"]
        assert isinstance(rows, dg.TableMetadataValue)
        [record] = rows.records
        assert record.data["ids"]
        assert record.data["finding"] == evaluation.description


def test_no_article_at_all_is_no_build(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    run = run_job(tmp_path, raw=tmp_path / "raw")
    assert "not one article could be read" in failing(run.result)[TEXTS, SOME_ARTICLE]
    assert "release" not in made(run.result)


def test_what_looks_at_an_unsound_table_fails_for_that_reason(run: Run) -> None:
    tables = {**run.tables, "figures": spoilt(run.tables["figures"], "kind")}
    found = {check: faults for _, check, faults in check_tables(tables, ["numbers", "figures"]) if faults}
    assert "not looked at, since figures failed" in str(found["figure_numbers_lie_in_their_figures"][0])
    assert "numbers_do_not_overlap" not in found


def test_each_check_of_the_judged_tables_is_answered_once(run: Run) -> None:
    answers = [(table, check) for table, check, _ in check_tables(run.tables, ["numbers", "articles"])]
    assert len(answers) == len(set(answers))
    assert set(answers) == {
        *(("numbers", check.name) for check in CHECKS.values() if check.table == "numbers"),
        *(("articles", check.name) for check in CHECKS.values() if check.table == "articles"),
        ("numbers", SCHEMA),
        ("articles", SCHEMA),
    }
