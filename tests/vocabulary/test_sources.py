"""Every data file of the vocabulary says where it comes from, and can be read."""

from __future__ import annotations

import csv
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import pipeline.vocabulary
from pipeline.vocabulary.make.inputs import NODE_PACKAGES, PYTHON_PACKAGES

DATA = Path(pipeline.vocabulary.__file__).parent / "data"
FILES = sorted(path.name for path in DATA.iterdir() if path.suffix in {".csv", ".toml"} and path.name != "SOURCES.toml")
SOURCES: list[dict[str, Any]] = tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))["file"]
LICENCES = {"CC-BY-4.0", "LGPL-2.1-or-later", "MIT", "Unicode-3.0", "WTFPL"}


def test_every_file_has_a_source_and_every_source_a_file() -> None:
    assert sorted(source["file"] for source in SOURCES) == FILES


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["file"])
def test_a_source_is_told_in_full(source: dict[str, Any]) -> None:
    assert set(source) == {"file", "source", "licence", "made_by"}
    assert source["source"]
    assert set(re.findall(r"[\w.-]+", source["licence"])) - {"AND", "OR"} <= LICENCES
    assert source["made_by"] == "hand" or find_spec(source["made_by"]) is not None


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["file"])
def test_what_is_not_our_own_is_in_the_notices(source: dict[str, Any]) -> None:
    notices = (DATA / "NOTICES.md").read_text(encoding="utf-8")
    if not source["source"].startswith("own compilation"):
        assert f"`{source['file']}`" in notices


@pytest.mark.parametrize(("package", "version"), sorted((NODE_PACKAGES | PYTHON_PACKAGES).items()))
def test_a_package_is_named_with_the_version_that_the_maker_wants(package: str, version: str) -> None:
    assert any(f"{package} {version}" in source["source"] for source in SOURCES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_can_be_read(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    if name.endswith(".toml"):
        assert tomllib.loads(text)
    else:
        header, *rows = csv.reader(text.splitlines())
        assert all(header)
        assert rows
        assert {len(row) for row in rows} == {len(header)}
