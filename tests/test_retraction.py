"""Articles that are added, corrected and taken back, from the raw files to the changes of the releases."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.definitions import defs
from pipeline.orchestration.build import Built, build
from pipeline.release import open_release, run_query, verify_release

pytestmark = pytest.mark.slow

MINE = "Coal output of Fushun was 5.29 million tonnes in 2018, down 19 per cent from 2017."
MEND = "Coal output of Fushun was 5.39 million tonnes in 2018, down 19 per cent from 2017."
TOWN = "Jixi had 1,500,000 inhabitants in 2020."


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """Four releases: one article; another added; the first corrected; the first taken back."""
    folder = tmp_path_factory.mktemp("retraction")
    articles = folder / "raw" / "articles"
    articles.mkdir(parents=True)

    def write(name: str, text: str, **more: str) -> None:
        fields = {"title": "News", "published": "2021-03-04", **more}
        head = "".join(f"{field}: {value}\n" for field, value in fields.items())
        (articles / f"{name}.md").write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")

    def built() -> Built:
        outcome = build(defs, raw=folder / "raw", outputs=folder / "outputs")
        assert outcome.failures == ()
        assert outcome.built is not None
        return outcome.built

    steps: list[Callable[[], None]] = [
        lambda: write("mine", MINE),
        lambda: write("town", TOWN),
        lambda: write("mine", MEND, status="corrected", reason="a digit was wrong"),
        lambda: write("mine", MEND, status="retracted", reason="it was made up"),
    ]
    found = []
    for step in steps:
        step()
        found.append(built())
    return found


def changes_of(release: Built) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((release.path / "CHANGES.json").read_text(encoding="utf-8"))
    return value


def causes(release: Built) -> list[dict[str, Any]]:
    return [{name: told for name, told in cause.items() if name != "rows"} for cause in changes_of(release)["causes"]]


def test_each_is_a_step_of_the_version(releases: list[Built]) -> None:
    assert [release.version for release in releases] == ["0.1.0", "0.2.0", "0.3.0", "0.4.0"]
    assert [verify_release(release.path) for release in releases] == [[]] * 4


def test_each_is_the_only_cause(releases: list[Built]) -> None:
    assert [causes(release) for release in releases] == [
        [],
        [{"kind": "article_added", "article": "town"}],
        [{"kind": "article_corrected", "article": "mine", "reason": "a digit was wrong"}],
        [{"kind": "article_retracted", "article": "mine", "reason": "it was made up"}],
    ]


def test_a_corrected_article_has_other_figures(releases: list[Built]) -> None:
    figures = changes_of(releases[2])["tables"]["figures"]
    assert figures["withdrawn"]
    assert len(figures["added"]) == len(figures["withdrawn"])


def test_a_retracted_article_keeps_its_figures_and_loses_all_that_they_made(releases: list[Built]) -> None:
    tables = changes_of(releases[3])["tables"]
    assert tables["figures"]["counts"]["withdrawn"] == 0
    assert {tuple(row["cells"]["status"].values()) for row in tables["figures"]["changed"]} == {
        ("corrected", "retracted")
    }
    assert tables["levels"]["counts"]["withdrawn"] >= 1
    assert tables["changes"]["counts"]["withdrawn"] >= 1
    with open_release(releases[3].path.parents[1]) as connection:
        left = run_query(connection, "SELECT DISTINCT unnest(articles) AS article FROM levels").to_pylist()
        told = run_query(connection, "SELECT DISTINCT status, status_reason FROM articles ORDER BY ALL").to_pylist()
    assert left == [{"article": "town"}]
    assert told[1] == {"status": "retracted", "status_reason": "it was made up"}


def test_the_history_says_when_and_why(releases: list[Built]) -> None:
    with open_release(releases[3].path.parents[1]) as connection:
        query = "SELECT DISTINCT article_id, first_release, last_release, withdrawn_because FROM history ORDER BY ALL"
        assert [tuple(row.values()) for row in run_query(connection, query).to_pylist()] == [
            ("mine", "0.1.0", "0.2.0", "article corrected: mine (a digit was wrong)"),
            ("mine", "0.3.0", "0.3.0", "article retracted: mine (it was made up)"),
            ("town", "0.2.0", None, None),
        ]
