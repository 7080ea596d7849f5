from __future__ import annotations

import hashlib
from datetime import date
from importlib import metadata
from pathlib import Path

import pytest

import pipeline
from pipeline.release import ReleaseError, provenance
from pipeline.release.origins import UNREADABLE, folder_hash


def test_every_input_is_named_with_its_hash(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_bytes(b"words")
    (tmp_path / "corrections.yaml").write_bytes(b"")
    (tmp_path / "README.md").write_bytes(b"what is here")
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / "articles" / "gone.md").symlink_to(tmp_path / "nowhere")
    assert provenance(tmp_path).inputs == {
        "articles/a.md": hashlib.sha256(b"words").hexdigest(),
        "articles/gone.md": UNREADABLE,
        "corrections.yaml": hashlib.sha256(b"").hexdigest(),
    }


def test_the_code_and_the_libraries_are_named(tmp_path: Path) -> None:
    origin = provenance(tmp_path)
    assert origin.code_version == pipeline.__version__
    assert {"articles", "extraction", "metrics", "release", "tables", "vocabulary"} <= origin.rooms.keys()
    assert origin.libraries["duckdb"] == metadata.version("duckdb")
    assert origin == provenance(tmp_path)


def test_a_folder_has_another_hash_when_a_name_or_a_byte_is_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    hashes = {folder_hash(tmp_path)}
    (tmp_path / "a").write_bytes(b"2")
    hashes.add(folder_hash(tmp_path))
    (tmp_path / "a").rename(tmp_path / "b")
    hashes.add(folder_hash(tmp_path))
    assert len(hashes) == 3


def test_compiled_code_makes_no_difference(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"1")
    before = folder_hash(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"1")
    assert folder_hash(tmp_path) == before


@pytest.mark.parametrize(("written", "day"), [("", None), ("0", "1970-01-01"), ("1772668800", "2026-03-05")])
def test_the_day_is_that_of_the_source_if_the_environment_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, day: str | None
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    origin = provenance(tmp_path)
    assert origin.source_date == day
    assert origin.dated == (None if day is None else date.fromisoformat(day))


@pytest.mark.parametrize("written", ["today", "2026-03-05", "9" * 30])
def test_a_day_that_is_no_number_of_seconds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    with pytest.raises(ReleaseError, match="SOURCE_DATE_EPOCH"):
        provenance(tmp_path)
