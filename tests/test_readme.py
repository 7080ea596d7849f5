"""The README's examples run as they stand, on the committed release."""

from __future__ import annotations

import functools
import json
import re
import shlex
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from typer.testing import CliRunner

from pipeline.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LATEST = (ROOT / "outputs/latest").read_text(encoding="utf-8").strip()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def shell_lines() -> list[str]:
    lines = [line for block in blocks("sh") for line in block.splitlines() if "cityfigures" in line]
    assert len(lines) >= 6
    return lines


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with what the examples name: the release, the articles, a corpus."""
    for name in ("outputs", "raw"):
        (tmp_path / name).symlink_to(ROOT / name)
    line = {"id": "one", "text": "Output fell by 5 per cent in 2020.", "published": "2021-02-03"}
    (tmp_path / "corpus.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def example_id() -> str:
    release = ROOT / "outputs/releases" / LATEST
    return str(pd.read_parquet(release / "changes.parquet", columns=["change_id"])["change_id"].iloc[0])


@pytest.mark.parametrize("line", shell_lines())
@pytest.mark.usefixtures("here")
def test_shell_examples_run(line: str) -> None:
    before, _, command = line.partition("#")[0].rpartition("|")
    given = shlex.split(before)[1] if before else None
    words = [re.sub(r"FIGURE_\w+|ch_0123456789ab", example_id(), word) for word in shlex.split(command)]
    assert words[0] == "cityfigures"
    result = CliRunner().invoke(app, words[1:], input=given)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()


def test_the_release_that_the_examples_name_is_the_latest() -> None:
    named = set(re.findall(r"releases/(\d+\.\d+\.\d+)/", README))
    assert named == {LATEST}


@pytest.mark.usefixtures("here")
def test_sql_examples_run() -> None:
    (block,) = blocks("sql")
    with duckdb.connect() as connection:
        ran = 0
        for statement in re.sub(r"--.*", "", block).split(";"):
            if not statement.strip() or "https://" in statement:
                continue
            rows = connection.execute(statement).fetchall()
            ran += 1
            assert statement.strip().startswith("ATTACH") or rows
    assert ran == 3


@pytest.mark.usefixtures("here")
def test_python_examples_run() -> None:
    for block in blocks("python"):
        scope: dict[str, object] = {}
        exec(compile(block, "README.md", "exec"), scope)
        if "changes" in scope:
            assert isinstance(scope["changes"], pd.DataFrame)
            assert len(scope["changes"])


@pytest.fixture
def server() -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test's output is its result."""

    handler = functools.partial(Quiet, directory=str(ROOT / "outputs"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{made.server_address[1]}"
        made.shutdown()


def test_a_served_release_is_read_by_its_address(server: str) -> None:
    served = pd.read_parquet(f"{server}/releases/{LATEST}/levels.parquet", dtype_backend="pyarrow")
    local = pd.read_parquet(ROOT / "outputs/releases" / LATEST / "levels.parquet", dtype_backend="pyarrow")
    pd.testing.assert_frame_equal(served, local)


def test_the_quoted_evidence_is_a_sentence_of_the_release() -> None:
    quoted = " ".join(re.findall(r"^> (.*)$", README, re.MULTILINE)).replace("**", "")
    figures = pd.read_parquet(ROOT / "outputs/releases" / LATEST / "figures.parquet", columns=["sentence"])
    assert any(quoted in sentence for sentence in figures["sentence"]), quoted
