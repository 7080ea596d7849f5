"""From raw files to a release, by the command: what is bad is told of, and what is good is published."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline.articles import read_folder
from pipeline.cli import app
from pipeline.release import Explanation, explain, latest_release, open_release, run_query, verify_release

RAW = Path(__file__).parents[1] / "raw"
FRONT = "---\ntitle: Coal\npublished: 2019-05-07\n---\n"
GOOD = FRONT + "Coal output of Fushun was 5.29 million tonnes in 2018.\n"

# One bad file of each kind: its name, its bytes, the code that it is quarantined with.
BAD: dict[str, tuple[bytes, str]] = {
    "no_front_matter.md": (b"Coal output was 5 million tonnes.\n", "no_front_matter"),
    "bad_yaml.md": (b"---\ntitle: [Coal\npublished: 2019\n---\nText 1.\n", "bad_yaml"),
    "missing_title.md": (b"---\npublished: 2019\n---\nText 1.\n", "missing_title"),
    "missing_date.md": (b"---\ntitle: Coal\n---\nText 1.\n", "missing_date"),
    "impossible_date.md": (b"---\ntitle: Coal\npublished: 2019-02-30\n---\nText 1.\n", "impossible_date"),
    "wrong_encoding.md": (FRONT.encode() + b"caf\xe9 1\n", "wrong_encoding"),
    "empty_text.md": (FRONT.encode(), "empty_text"),
    "large.md": (FRONT.encode() + b"word " * 1_000_001, "too_large"),
    "nul_byte.md": (FRONT.encode() + b"a\0b\n", "nul_byte"),
    "twice.txt": (FRONT.encode() + b"Output was 6 million tonnes.\n", "duplicate_id"),
    "twice.md": (FRONT.encode() + b"Output was 5 million tonnes.\n", "duplicate_id"),
}


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def rows(sql: str, outputs: Path) -> list[dict[str, Any]]:
    answered = call("query", sql, "--outputs", outputs, "--format", "json")
    assert answered.exit_code == 0, answered.stderr
    found: list[dict[str, Any]] = json.loads(answered.stdout)
    return found


def the_row(sql: str, outputs: Path) -> dict[str, Any]:
    (row,) = rows(sql, outputs)
    return row


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The releases of the real articles."""
    folder = tmp_path_factory.mktemp("end") / "outputs"
    assert call("build", "--raw", RAW, "--outputs", folder).exit_code == 0
    return folder


@pytest.fixture
def raw_with_bad_files(tmp_path: Path) -> Path:
    articles = tmp_path / "raw" / "articles"
    articles.mkdir(parents=True)
    (articles / "good.md").write_text(GOOD, encoding="utf-8")
    for name, (data, _) in BAD.items():
        (articles / name).write_bytes(data)
    return tmp_path / "raw"


# --- the real articles -------------------------------------------------------------------------------------------


def test_the_coal_output_of_fushun(outputs: Path) -> None:
    row = the_row(
        "SELECT value, low, high, unit, quote FROM figures WHERE place = 'Fushun' AND indicator = 'coal_output' "
        "AND period_end = '2018-12-31' AND article_id = '2019-05-07-scmp-fushun-coal' AND kind = 'level'",
        outputs,
    )
    assert row == {
        "value": 5_290_000,
        "low": 5_285_000,
        "high": 5_295_000,
        "unit": "tonne",
        "quote": "5.29 million tonnes",
    }


def test_the_heavy_industry_of_fushun_fell_by_more_than_sixty_per_cent(outputs: Path) -> None:
    change = the_row(
        "SELECT pct, pct_low, pct_high FROM city_changes WHERE place = 'Fushun' AND basis = 'stated' "
        "AND indicator = 'heavy_industry_output_value' AND base_start = '2010-01-01' AND period_end = '2016-12-31'",
        outputs,
    )
    assert change["pct_high"] == -60
    levels = rows(
        "SELECT period_end, value, low, high, basis FROM levels WHERE place = 'Fushun' AND unit = 'CNY' "
        "AND indicator = 'heavy_industry_output_value' ORDER BY period_end",
        outputs,
    )
    first, last = levels
    assert (first["period_end"], first["basis"], first["high"]) == ("2010-12-31", "implied", None)
    assert first["low"] == pytest.approx(38.1e9, rel=0.002)
    assert (last["period_end"], last["basis"], last["value"]) == ("2016-12-31", "stated", 15.26e9)


@pytest.mark.parametrize(
    ("indicator", "pct"),
    [("heavy_industry_output_value", -67), ("urban_population", -2.7)],
    ids=lambda value: str(value),
)
def test_fuxin_shrank(outputs: Path, indicator: str, pct: float) -> None:
    row = the_row(
        f"SELECT pct FROM city_changes WHERE place = 'Fuxin' AND indicator = '{indicator}' AND basis = 'stated' "
        "AND period_end = '2017-12-31'",
        outputs,
    )
    assert row["pct"] == pct


def test_the_growth_of_jixi_moves_in_points(outputs: Path) -> None:
    moved = rows(
        "SELECT year(base_end) AS base, year(period_end) AS period, points, pct FROM city_changes "
        "WHERE place = 'Jixi' AND indicator = 'gdp_growth' ORDER BY base, period",
        outputs,
    )
    points = {(row["base"], row["period"]): row["points"] for row in moved}
    assert points[2010, 2017] == pytest.approx(-20.2)
    assert points[2017, 2018] == pytest.approx(1.6)
    assert {row["pct"] for row in moved} == {None}
    assert (
        the_row("SELECT pct FROM city_changes WHERE place = 'Jixi' AND indicator = 'population'", outputs)["pct"]
        == -6.8
    )


def test_the_crude_output_of_daqing_is_one_series_from_three_articles(outputs: Path) -> None:
    series = rows(
        "SELECT DISTINCT year(period_end) AS year, unnest(articles) AS article FROM levels "
        "WHERE place = 'Daqing' AND indicator = 'crude_oil_output' AND unit = 'tonne' AND basis = 'stated' "
        "AND modality = 'actual'",
        outputs,
    )
    assert len({row["year"] for row in series}) >= 4
    assert len({row["article"] for row in series}) >= 3


def test_every_number_of_every_article_has_a_disposition(outputs: Path) -> None:
    row = the_row("SELECT sum(numbers) AS promised, (SELECT count(*) FROM numbers) AS told FROM articles", outputs)
    assert row["promised"] == row["told"] > 200


@pytest.mark.parametrize("table", ["levels", "changes", "conflicts"])
def test_every_row_leads_down_to_words_in_an_article(outputs: Path, table: str) -> None:
    texts = {article.article_id: article.text for article in read_folder(RAW).articles}
    key = {"levels": "level_id", "changes": "change_id", "conflicts": "conflict_id"}[table]
    with open_release(outputs) as connection:
        ids = [row[key] for row in run_query(connection, f"SELECT {key} FROM {table}").to_pylist()]
        assert ids
        for each in ids:
            leaves = list(leaves_of(explain(connection, each)))
            assert leaves
            for leaf in leaves:
                assert leaf.evidence is not None, f"{each} ends in {leaf.id}, which is no figure"
                words = leaf.evidence.sentence[leaf.evidence.quote_start : leaf.evidence.quote_end]
                assert words
                assert leaf.evidence.sentence in texts[leaf.evidence.article_id]


def leaves_of(explanation: Explanation) -> Iterator[Explanation]:
    if not explanation.parts:
        yield explanation
    for part in explanation.parts:
        yield from leaves_of(part)


def test_sql_walks_the_same_way_down(outputs: Path) -> None:
    walked = rows(
        "WITH RECURSIVE way AS ("
        "SELECT output_id AS asked, input_id, input_table FROM derivations "
        "UNION SELECT asked, step.input_id, step.input_table FROM way "
        "JOIN derivations AS step ON step.output_id = way.input_id) "
        "SELECT asked, list_sort(list(input_id)) AS figures FROM way WHERE input_table = 'figures' "
        "GROUP BY asked ORDER BY asked",
        outputs,
    )
    with open_release(outputs) as connection:
        for row in walked:
            assert row["figures"] == sorted({leaf.id for leaf in leaves_of(explain(connection, row["asked"]))})
    (asked,) = rows(
        "SELECT (SELECT count(*) FROM levels) + (SELECT count(*) FROM changes) + (SELECT count(*) FROM conflicts) AS n",
        outputs,
    )
    assert len(walked) == asked["n"]


# --- bad files ---------------------------------------------------------------------------------------------------


def test_a_bad_file_of_each_kind_is_told_of_and_the_rest_is_published(raw_with_bad_files: Path, tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    ended = call("build", "--raw", raw_with_bad_files, "--outputs", outputs)
    assert ended.exit_code == 0
    assert f"quarantined {len(BAD):>8}" in ended.stdout
    told = ended.stderr.splitlines()
    for name, (_, reason) in BAD.items():
        (line,) = (line for line in told if line.startswith(f"quarantined: articles/{name}: "))
        assert line.endswith(f"[{reason}]")
    published = rows("SELECT file, reason, detail FROM quarantine", outputs)
    assert {row["file"]: row["reason"] for row in published} == {f"articles/{n}": code for n, (_, code) in BAD.items()}
    assert rows("SELECT article_id FROM articles", outputs) == [{"article_id": "good"}]
    assert verify_release(latest_release(outputs)) == []


def test_strictly_a_bad_file_is_a_failure_though_the_rest_is_published(
    raw_with_bad_files: Path, tmp_path: Path
) -> None:
    ended = call("build", "--raw", raw_with_bad_files, "--outputs", tmp_path / "outputs", "--strict")
    assert ended.exit_code == 1
    assert rows("SELECT article_id FROM articles", tmp_path / "outputs") == [{"article_id": "good"}]


def test_strictly_a_build_without_bad_files_is_none(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "good.md").write_text(GOOD, encoding="utf-8")
    assert call("build", "--raw", raw, "--outputs", tmp_path / "outputs", "--strict").exit_code == 0


def test_a_folder_without_articles_is_a_failure_and_no_release(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    ended = call("build", "--raw", tmp_path / "raw", "--outputs", tmp_path / "outputs")
    assert ended.exit_code == 1
    assert "not one article could be read" in ended.stderr
    assert not (tmp_path / "outputs").exists()


# --- one release after another -----------------------------------------------------------------------------------


def test_a_new_article_makes_a_new_release_and_leaves_the_old_one(tmp_path: Path) -> None:
    raw, outputs = tmp_path / "raw", tmp_path / "outputs"
    raw.mkdir()
    (raw / "good.md").write_text(GOOD, encoding="utf-8")
    assert call("build", "--raw", raw, "--outputs", outputs).exit_code == 0
    before = {path.name: path.read_bytes() for path in (outputs / "releases/0.1.0").iterdir()}
    shutil.copy(RAW / "articles/2019-05-08-scmp-tieling.md", raw)
    assert call("build", "--raw", raw, "--outputs", outputs).exit_code == 0
    assert (outputs / "latest").read_text(encoding="utf-8") == "0.2.0\n"
    assert {path.name: path.read_bytes() for path in (outputs / "releases/0.1.0").iterdir()} == before
    old, new = (
        the_row("SELECT count(*) AS articles FROM articles", outputs)["articles"],
        json.loads(
            call(
                "query", "SELECT count(*) AS articles FROM articles", "--release", "0.1.0", "--outputs", outputs,
                "--format", "json",
            ).stdout
        )[0]["articles"],
    )  # fmt: skip
    assert (new, old) == (1, 2)
