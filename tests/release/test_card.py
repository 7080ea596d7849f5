from __future__ import annotations

import re
from dataclasses import replace

import duckdb
import pytest
import yaml

from pipeline.release import Release
from pipeline.release.card import card
from pipeline.release.manifest import read_manifest
from pipeline.release.version import Version
from pipeline.tables import TABLES


@pytest.fixture
def text(first: Release) -> str:
    return (first.path / "README.md").read_text(encoding="utf-8")


def test_every_column_of_every_table_is_explained(text: str) -> None:
    for name, table in TABLES.items():
        section = text.split(f"\n### {name}\n")[1].split("\n### ")[0]
        for column in table.columns:
            line = next(line for line in section.splitlines() if line.startswith(f"| `{column.name}` |"))
            assert column.description.replace("|", "\\|") in line
            assert column.source in line


def test_the_head_is_for_machines(text: str) -> None:
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["license"] == "cc-by-4.0"
    assert [config["config_name"] for config in head["configs"]] == list(TABLES)
    assert [config["config_name"] for config in head["configs"] if config.get("default")] == ["figures"]


@pytest.mark.parametrize(
    ("rows", "size"), [(999, "n<1K"), (1_000, "1K<n<10K"), (999_999, "100K<n<1M"), (1_000_000, "n>1M")]
)
def test_the_size_is_that_of_the_figures(first: Release, rows: int, size: str) -> None:
    entries = dict(read_manifest(first.path).tables)
    entries["figures"] = replace(entries["figures"], rows=rows)
    head = yaml.safe_load(card(Version(1, 0, 0), None, entries).split("---\n")[1])
    assert head["size_categories"] == [size]


def test_the_examples_in_sql_run(text: str, first: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    block = text.split("```sql\n")[1].split("```")[0]
    monkeypatch.chdir(first.path)
    with duckdb.connect() as base:
        ran = [base.execute(statement) for statement in re.sub(r"--.*", "", block).split(";") if statement.strip()]
    assert len(ran) == 6


def test_files_that_are_named_are_there(text: str, first: Release) -> None:
    named = set(re.findall(r"`([\w.]+\.(?:json|jsonld|md|cff|bib|duckdb))`", text))
    assert len(named) >= 7
    assert [name for name in named if not (first.path / name).exists()] == []


def test_the_number_of_rows_is_told(text: str) -> None:
    assert "| [`figures`](#figures) | 5 |" in text
