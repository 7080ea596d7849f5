"""The README's examples run as they stand, on the committed releases and on what this code makes of the articles."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.metrics import VIEWS
from pipeline.release import latest_release, open_release, run_query
from tests.range_server import Served, serve

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ELSEWHERE = "https://example.org"
LATEST = (ROOT / "outputs/latest").read_text(encoding="utf-8").strip()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def shell_lines() -> list[str]:
    lines = [line for block in blocks("sh") for line in block.splitlines() if "cityfigures" in line]
    assert len(lines) >= 6
    return lines


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed releases and, where this code makes another of the articles, that one as the latest."""
    folder = tmp_path_factory.mktemp("readme") / "outputs"
    shutil.copytree(ROOT / "outputs", folder, ignore=shutil.ignore_patterns(".*"))
    built = CliRunner().invoke(app, ["build", "--raw", str(ROOT / "raw"), "--outputs", str(folder), "--quiet"])
    assert built.exit_code == 0, built.output
    return folder


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, outputs: Path) -> Path:
    """A folder with what the examples name: the releases, the articles, a corpus."""
    (tmp_path / "raw").symlink_to(ROOT / "raw")
    (tmp_path / "outputs").symlink_to(outputs)
    line = {"id": "one", "text": "Output fell by 5 per cent in 2020.", "published": "2021-02-03"}
    (tmp_path / "corpus.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def example_id(outputs: Path) -> str:
    changes = pd.read_parquet(latest_release(outputs) / "changes.parquet", columns=["change_id"])
    return str(changes["change_id"].iloc[0])


@pytest.mark.parametrize("line", shell_lines())
@pytest.mark.usefixtures("here")
def test_shell_examples_run(line: str, outputs: Path) -> None:
    before, _, command = line.partition("#")[0].rpartition("|")
    given = shlex.split(before)[1] if before else None
    words = [re.sub(r"FIGURE_\w+|ch_0123456789ab", example_id(outputs), word) for word in shlex.split(command)]
    assert words[0] == "cityfigures"
    result = CliRunner().invoke(app, words[1:], input=given)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()


def test_the_release_that_the_examples_name_is_the_latest() -> None:
    named = set(re.findall(r"releases/(\d+\.\d+\.\d+)/", README))
    assert named == {LATEST}


@pytest.mark.usefixtures("here")
def test_sql_examples_run() -> None:
    block, _ = blocks("sql")
    with duckdb.connect() as connection:
        ran = 0
        for statement in re.sub(r"--.*", "", block).split(";"):
            if not statement.strip() or "https://" in statement:
                continue
            rows = connection.execute(statement).fetchall()
            ran += 1
            assert statement.strip().startswith("ATTACH") or rows
    assert ran == 3


def test_the_explanation_is_the_one_that_is_printed(outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = blocks("text")
    with open_release(outputs) as connection:
        query = "SELECT decline_change_id FROM city_profile WHERE place = 'Fushun'"
        (row,) = run_query(connection, query).to_pylist()
    monkeypatch.setenv("COLUMNS", "80")
    told = CliRunner().invoke(app, ["explain", row["decline_change_id"], "--outputs", str(outputs)])
    printed = [line.rstrip() for line in told.stdout.splitlines()]
    assert [line for line in block.splitlines() if line != "..." and line not in printed] == []


def test_sql_walks_down_to_the_quotes(outputs: Path) -> None:
    _, walk = blocks("sql")
    with open_release(outputs) as connection:
        found = run_query(connection, walk).to_pylist()
        (change,) = run_query(connection, "FROM city_profile WHERE place = 'Fushun'").to_pylist()
        (row,) = run_query(connection, f"FROM changes WHERE change_id = '{change['decline_change_id']}'").to_pylist()
    assert len(found) == len(row["inputs"]) > 1
    assert all(each["quote"] in each["sentence"] for each in found)


def test_methods_links_each_table_to_its_file_and_leaves_none_out() -> None:
    methods = README.split("\n## Methods\n")[1].split("\n## ")[0]
    lines = {match[1]: match[0] for match in re.finditer(r"^\| `(\w+)` \|.*$", methods, re.MULTILINE)}
    assert lines.keys() == {"levels", "changes", "conflicts", "derivations", *VIEWS}
    for table, line in lines.items():
        assert f"](pipeline/metrics/sql/{table}.sql)" in line
    linked = set(re.findall(r"\]\((pipeline/metrics/sql/\w+\.sql)\)", methods))
    assert linked == {path.relative_to(ROOT).as_posix() for path in (ROOT / "pipeline/metrics/sql").glob("*.sql")}


def test_every_link_into_the_project_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.fixture
def server() -> Iterator[Served]:
    with serve(ROOT / "outputs") as made:
        yield made


@pytest.mark.usefixtures("here")
def test_python_examples_run(server: Served) -> None:
    for block in blocks("python"):
        scope: dict[str, object] = {}
        exec(compile(block.replace(ELSEWHERE, server.address), "README.md", "exec"), scope)
        if "changes" in scope:
            assert isinstance(scope["changes"], pd.DataFrame)
            assert len(scope["changes"])


def test_what_is_read_over_http_is_asked_for_in_ranges(server: Served) -> None:
    (block,) = (block for block in blocks("python") if ELSEWHERE in block)
    scope: dict[str, Any] = {}
    exec(compile(block.replace(ELSEWHERE, server.address), "README.md", "exec"), scope)
    (path,) = {sent.path for sent in server.sent}
    local = pq.read_table(ROOT / "outputs" / path.lstrip("/"), columns=scope["indicators"].column_names)
    assert scope["indicators"].equals(local)
    assert all(sent.ranged for sent in server.sent)
    assert sum(sent.length for sent in server.sent) < (ROOT / "outputs" / path.lstrip("/")).stat().st_size


def test_a_served_release_is_read_by_its_address(server: Served) -> None:
    served = pd.read_parquet(f"{server.address}/releases/{LATEST}/levels.parquet", dtype_backend="pyarrow")
    local = pd.read_parquet(ROOT / "outputs/releases" / LATEST / "levels.parquet", dtype_backend="pyarrow")
    pd.testing.assert_frame_equal(served, local)


def test_the_quoted_evidence_is_a_sentence_of_the_release() -> None:
    quoted = " ".join(re.findall(r"^> (.*)$", README, re.MULTILINE)).replace("**", "")
    figures = pd.read_parquet(ROOT / "outputs/releases" / LATEST / "figures.parquet", columns=["sentence"])
    assert any(quoted in sentence for sentence in figures["sentence"]), quoted
