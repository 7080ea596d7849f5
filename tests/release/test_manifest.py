from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.release import Provenance, Release, ReleaseError
from pipeline.release.content import content_hash
from pipeline.release.manifest import read_manifest
from pipeline.release.parquet_files import read_parquet
from pipeline.tables import TABLES


def test_the_manifest_says_what_is_in_the_release(first: Release, origin: Provenance) -> None:
    manifest = read_manifest(first.path)
    assert (manifest.version, manifest.previous, manifest.provenance) == ("0.1.0", None, origin)
    assert list(manifest.tables) == list(TABLES)
    assert manifest.files["figures.parquet"].rows == manifest.files["figures.csv"].rows == 5
    assert manifest.files["README.md"].rows is None
    for name, entry in manifest.tables.items():
        table = read_parquet(first.path / f"{name}.parquet")
        assert (entry.rows, entry.content_sha256) == (table.num_rows, content_hash(table))
        assert (entry.key, entry.foreign_keys) == (TABLES[name].key, TABLES[name].foreign_keys)


def test_other_programs_can_check_the_sums(first: Release) -> None:
    command = shutil.which("sha256sum")
    if command is None:
        pytest.skip("sha256sum is not installed")
    subprocess.run([command, "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=first.path, check=True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{}", "no manifest of a release"),
        ("[", "no manifest of a release"),
        ("[]", "no manifest of a release"),
        ('{"format": 3}', "format 3"),
        (json.dumps({"format": 1, "version": "1.0.0"}), "no manifest of a release"),
    ],
)
def test_a_manifest_that_cannot_be_understood(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(ReleaseError, match=message):
        read_manifest(tmp_path)


def test_a_folder_without_a_manifest_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="is missing"):
        read_manifest(tmp_path)
