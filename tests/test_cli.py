"""The commands as a user meets them: what they print where, and the status that they end with."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import typer.main
from typer.testing import CliRunner, Result

import pipeline
from pipeline import extraction
from pipeline.cli import app
from pipeline.release.change_log import changes_schema
from pipeline.tables import TABLES

ROOT = Path(__file__).parents[1]
RAW = ROOT / "raw"
ARTICLE = RAW / "articles" / "2019-05-07-scmp-fushun-coal.md"
TEXT = "Coal output of Fushun was 5.29 million tonnes in 2018, down 19 per cent from 2017."


def call(*arguments: str | Path, stdin: str | None = None, width: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(width)}).invoke(app, [str(each) for each in arguments], input=stdin)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "outputs"
    built = call("build", "--raw", RAW, "--outputs", folder)
    assert built.exit_code == 0, built.output
    return folder


# --- documentation -----------------------------------------------------------------------------------------------


def promised() -> Iterator[tuple[str, str]]:
    """Every command, and every option of each."""
    group: Any = typer.main.get_command(app)
    for name, command in [("cityfigures", group), *group.commands.items()]:
        yield name, name
        for parameter in command.params:
            if parameter.param_type_name == "option":
                yield from ((name, option) for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize(("command", "word"), [pair for pair in promised() if pair[1] != "--help"])
def test_the_readme_tells_of_every_command_and_option(command: str, word: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", readme), f"README.md: {command} {word} is not explained"


@pytest.mark.parametrize("command", ["build", "extract", "query", "explain", "verify"])
def test_every_option_has_a_help_text(command: str) -> None:
    group: Any = typer.main.get_command(app)
    for parameter in group.commands[command].params:
        assert parameter.help, parameter.name
    assert call(command, "--help").exit_code == 0


def test_the_version_is_the_packages() -> None:
    assert call("--version").stdout == f"cityfigures {pipeline.__version__}\n"


def test_no_command_is_help_and_an_unknown_one_a_usage_error() -> None:
    assert "Commands" in call().output
    assert call("frobnicate").exit_code == 2


# --- build -------------------------------------------------------------------------------------------------------


def test_build_prints_what_it_made_and_where_it_lies(outputs: Path) -> None:
    again = call("build", "--raw", RAW, "--outputs", outputs)
    table = dict(line.split(maxsplit=1) for line in again.stdout.splitlines())
    assert list(table) == [
        "articles", "numbers", "figures", "cities", "changes", "conflicts", "quarantined", "release",
    ]  # fmt: skip
    assert table["articles"] == str(len(list((RAW / "articles").glob("*.md"))))
    assert table["release"] == f"{outputs / 'releases' / '0.1.0'} (nothing changed)"
    assert again.stderr == ""


def test_build_quietly_prints_the_folder_alone(outputs: Path) -> None:
    assert call("build", "--raw", RAW, "--outputs", outputs, "--quiet").stdout == f"{outputs}/releases/0.1.0\n"


def test_build_without_a_raw_folder_is_a_usage_error(tmp_path: Path) -> None:
    ended = call("build", "--raw", tmp_path / "none", "--outputs", tmp_path)
    assert ended.exit_code == 2
    assert "none" in ended.stderr.replace("\n", "")


def test_build_asked_for_no_version_is_a_usage_error(tmp_path: Path) -> None:
    ended = call("build", "--raw", RAW, "--outputs", tmp_path, "--at-least", "one")
    assert ended.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_build_that_cannot_write_says_so_without_a_trace(tmp_path: Path) -> None:
    in_the_way = tmp_path / "outputs"
    (in_the_way / "releases").mkdir(parents=True)
    (in_the_way / "latest").mkdir()
    ended = call("build", "--raw", RAW, "--outputs", in_the_way)
    assert ended.exit_code == 1
    assert str(in_the_way) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_build_verbosely_shows_the_log(tmp_path: Path) -> None:
    in_the_way = tmp_path / "outputs"
    (in_the_way / "latest").mkdir(parents=True)
    ended = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "build", "--verbose", "--raw", RAW, "--outputs", in_the_way],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ended.returncode == 1
    assert "STEP_START" in ended.stderr


def test_build_that_breaks_offers_its_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of ideas")

    monkeypatch.setattr("pipeline.orchestration.assets.derive", broken)
    brief, full = (call("build", "--raw", RAW, "--outputs", tmp_path, *more) for more in ((), ("--verbose",)))
    assert "out of ideas" in brief.stderr
    assert "--verbose shows where" in brief.stderr
    assert "Stack Trace" not in brief.stderr
    assert "Stack Trace" in full.stderr


def test_build_names_table_column_and_rows_of_a_failing_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shouting(*arguments: Any) -> Any:
        read = extraction.read(*arguments)
        figures = tuple(replace(figure, quote=figure.quote.upper()) for figure in read.figures)
        return replace(read, figures=figures)

    monkeypatch.setattr("pipeline.extraction.batch.read", shouting)
    ended = call("build", "--raw", RAW, "--outputs", tmp_path / "outputs")
    assert ended.exit_code == 1
    assert re.search(r"^no release: figures.*\[quotes_stand_in_their_articles, \d+ rows\]$", ended.stderr, re.MULTILINE)
    assert re.search(r"quote='[^'a-z]+', found='", ended.stderr)
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "outputs").exists()


# --- extract -----------------------------------------------------------------------------------------------------


def test_extract_prints_the_columns_of_the_table() -> None:
    printed = call("extract", ARTICLE, "--format", "jsonl").stdout
    rows = [json.loads(line) for line in printed.splitlines()]
    columns = [column.name for column in TABLES["figures"].columns]
    assert rows
    assert all(list(row) == columns for row in rows)


def test_extract_gives_what_a_release_holds(outputs: Path) -> None:
    ours = {json.loads(line)["figure_id"] for line in call("extract", ARTICLE, "--format", "jsonl").stdout.splitlines()}
    sql = f"SELECT figure_id FROM figures WHERE article_id = '{ARTICLE.stem}'"
    theirs = json.loads(call("query", sql, "--outputs", outputs, "--format", "json").stdout)
    assert ours == {row["figure_id"] for row in theirs}


def test_extract_reads_standard_input_at_a_date() -> None:
    (level, change) = json.loads(
        call("extract", "-", "--published", "2019-05-07", "--format", "json", stdin=TEXT).stdout
    )
    assert (level["value"], level["unit"], level["period_start"]) == (5_290_000, "tonne", "2018-01-01")
    assert (change["value"], change["direction"]) == (19, "down")
    assert level["article_id"] == "stdin"


def test_extract_reads_lines_in_their_order() -> None:
    lines = "\n".join(json.dumps({"id": name, "text": TEXT, "published": "2019"}) for name in ("b", "a"))
    printed = call("extract", "-", "--jsonl-in", "--format", "jsonl", stdin=lines).stdout
    assert [json.loads(line)["article_id"] for line in printed.splitlines()] == ["b", "b", "a", "a"]


def test_extract_writes_csv_with_lists_as_json() -> None:
    (row, *_) = csv.DictReader(io.StringIO(call("extract", ARTICLE, "--format", "csv").stdout, newline=""))
    assert isinstance(json.loads(row["rules"]), list)


def test_extract_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.md"
    bad.write_bytes(b"caf\xe9")
    ended = call("extract", bad, tmp_path / "missing.md", ARTICLE, "--format", "jsonl")
    assert ended.exit_code == 1
    assert {json.loads(line)["article_id"] for line in ended.stdout.splitlines()} == {ARTICLE.stem}
    assert [line.split(":")[0] for line in ended.stderr.splitlines()] == [str(bad), str(tmp_path / "missing.md")]


@pytest.mark.parametrize("width", [80, 100, 120])
def test_extract_shows_a_table_that_fits(width: int) -> None:
    lines = call("extract", ARTICLE, width=width).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].split()[:2] == ["place", "measured"]
    assert len(lines) == 2 + len(call("extract", ARTICLE, "--format", "jsonl").stdout.splitlines())


def test_extract_shows_each_figure_in_the_text() -> None:
    printed = call("extract", ARTICLE, ARTICLE, "--format", "text", width=80).stdout
    words = " ".join(printed.split())
    for line in call("extract", ARTICLE, "--format", "jsonl").stdout.splitlines():
        assert words.count(f"[{' '.join(json.loads(line)['quote'].split())}]") >= 2
    assert max(map(len, printed.splitlines())) <= 80


def test_extract_without_a_text_is_a_usage_error() -> None:
    assert call("extract").exit_code == 2
    assert call("extract", ARTICLE, "--format", "xml").exit_code == 2


def test_extract_loads_neither_dagster_nor_pandas() -> None:
    code = (
        "import sys; from pipeline.cli import app; app(sys.argv[1:], standalone_mode=False); "
        "sys.exit(bool({'dagster', 'pandas', 'pandera', 'duckdb'} & set(sys.modules)))"
    )
    for form in ("table", "text", "json", "jsonl", "csv"):
        command = [sys.executable, "-c", code, "extract", str(ARTICLE), "--format", form]
        assert subprocess.run(command, capture_output=True, cwd=ROOT, check=False).returncode == 0, form


# --- query -------------------------------------------------------------------------------------------------------

SQL = "SELECT indicator, value, unit, period_end, articles FROM levels ORDER BY level_id LIMIT 3"


def test_query_says_the_same_in_every_format(outputs: Path) -> None:
    as_json = json.loads(call("query", SQL, "--outputs", outputs, "--format", "json").stdout)
    as_lines = [
        json.loads(line) for line in call("query", SQL, "--outputs", outputs, "--format", "jsonl").stdout.splitlines()
    ]
    as_csv = list(
        csv.DictReader(io.StringIO(call("query", SQL, "--outputs", outputs, "--format", "csv").stdout, newline=""))
    )
    as_table = call("query", SQL, "--outputs", outputs).stdout.splitlines()
    assert as_json == as_lines
    assert [json.loads(row["articles"]) for row in as_csv] == [row["articles"] for row in as_json]
    assert len(as_table) == 2 + len(as_json) == 5


def test_query_reads_the_release_that_is_asked_for(outputs: Path) -> None:
    assert call("query", "SELECT 1", "--release", "0.1.0", "--outputs", outputs).exit_code == 0
    missing = call("query", "SELECT 1", "--release", "9.9.9", "--outputs", outputs)
    assert missing.exit_code == 1
    assert "it holds: 0.1.0" in missing.stderr


def test_query_before_any_release_says_how_to_make_one(tmp_path: Path) -> None:
    ended = call("query", "SELECT 1", "--outputs", tmp_path)
    assert ended.exit_code == 1
    assert "cityfigures build" in ended.stderr


@pytest.mark.parametrize(
    "sql", ["SELECT nothing FROM figures", "SELEC 1", "DROP TABLE figures", "SELECT 1; SELECT 2", ""]
)
def test_query_that_cannot_be_is_a_usage_error(outputs: Path, sql: str) -> None:
    ended = call("query", sql, "--outputs", outputs)
    assert ended.exit_code == 2
    assert ended.stdout == ""
    assert ended.stderr


def test_query_survives_a_reader_that_stops_early(outputs: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "query", "SELECT range FROM range(200000)", "--format", "csv"]
    with subprocess.Popen(
        [*command, "--outputs", str(outputs)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as ended:
        assert ended.stdout is not None
        assert ended.stderr is not None
        assert ended.stdout.readline() == b"range\n"
        ended.stdout.close()
        assert ended.stderr.read() == b""


# --- explain -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("table", "key"), [("figures", "figure_id"), ("levels", "level_id"), ("changes", "change_id")])
def test_explain_leads_down_to_the_words(outputs: Path, table: str, key: str) -> None:
    sql = f"SELECT {key} AS id FROM {table} ORDER BY {key} LIMIT 1"
    (row,) = json.loads(call("query", sql, "--outputs", outputs, "--format", "json").stdout)
    told = call("explain", row["id"], "--outputs", outputs)
    assert told.exit_code == 0
    assert "«" in told.stdout
    value = json.loads(call("explain", row["id"], "--outputs", outputs, "--format", "json").stdout)
    assert value["id"] == row["id"]


def test_explain_an_unknown_id_is_a_usage_error(outputs: Path) -> None:
    ended = call("explain", "lv_nothing", "--outputs", outputs)
    assert ended.exit_code == 2
    assert "lv_nothing" in ended.stderr


@pytest.mark.parametrize(("old", "new"), [("0.1.0", "0.2.0"), ("0.2.0", "0.1.0")])
def test_diff_says_what_changed_and_why(old: str, new: str) -> None:
    result = call("diff", old, new, "--outputs", ROOT / "outputs", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    value = json.loads(result.stdout)
    jsonschema.validate(value, json.loads(changes_schema()))
    assert (value["previous"], value["version"]) == (old, new)
    text = call("diff", old, new, "--outputs", ROOT / "outputs").stdout
    assert [text.index(head) for head in ("## Rows", "## Why", "## `figures`")] == sorted(
        text.index(head) for head in ("## Rows", "## Why", "## `figures`")
    )
    assert all(f"`{row['key'][0]}`" in text for row in value["tables"]["conflicts"]["added"])


def test_diff_with_a_release_that_is_not_there_lists_those_that_are() -> None:
    result = call("diff", "0.1.0", "9.9.9", "--outputs", ROOT / "outputs")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "0.1.0, 0.2.0" in result.stderr


def test_start_up_needs_no_dagster_home(outputs: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DAGSTER_HOME"}
    command = [sys.executable, "-m", "pipeline.cli", "build", "--raw", str(RAW), "--outputs", str(outputs)]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
