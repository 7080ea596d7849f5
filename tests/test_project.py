"""The project's own files: they agree with one another, and name nothing that they must not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from dagster import DagsterInstance
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import pipeline
from pipeline.release import about

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
UNLOCKED_EXTRAS = {"vocabulary"}

# Taken apart, so that this file passes the test that uses them.
PACKAGE_HOSTS = [".".join(labels) for labels in (("pypi", "org"), ("python" + "hosted", "org"), ("npm" + "js", "org"))]


def pins() -> dict[str, set[Version]]:
    """The versions that the lock has of each package: one, or one for each range of Python."""
    found: dict[str, set[Version]] = {}
    for name, version in re.findall(
        r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,-]+\])?==([^ ;\\]+)", LOCK, flags=re.MULTILINE
    ):
        found.setdefault(canonicalize_name(name), set()).add(Version(version))
    return found


def tracked_files() -> list[Path]:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a working copy")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    files = (ROOT / name.decode() for name in listed.stdout.split(b"\0") if name)
    return [file for file in files if file.is_file()]


def test_the_lock_names_no_index() -> None:
    assert "://" not in LOCK
    assert "--index-url" not in LOCK
    assert "--find-links" not in LOCK


def test_every_line_of_the_lock_is_a_pin_or_a_hash() -> None:
    pin = r"[a-z0-9][a-z0-9._-]*(?:\[[a-z0-9,-]+\])?==[^ ;]+(?: ; [^\\]+)? \\"
    digest = r"    --hash=sha256:[0-9a-f]{64}(?: \\)?"
    assert [line for line in LOCK.splitlines() if not re.fullmatch(f"{pin}|{digest}", line)] == []


REQUIREMENTS = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["build-system"]["requires"],
    *(
        each
        for extra, requirements in PROJECT["project"]["optional-dependencies"].items()
        if extra not in UNLOCKED_EXTRAS
        for each in requirements
    ),
]


@pytest.mark.parametrize("written", REQUIREMENTS)
def test_the_lock_has_what_the_project_asks_for(written: str) -> None:
    requirement = Requirement(written)
    versions = pins().get(canonicalize_name(requirement.name), set())
    assert versions
    assert all(requirement.specifier.contains(version) for version in versions)


def test_no_file_names_a_package_host() -> None:
    named = [
        (file.relative_to(ROOT).as_posix(), host)
        for file in tracked_files()
        for host in PACKAGE_HOSTS
        if host.encode() in file.read_bytes()
    ]
    assert named == []


def test_one_version_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[([0-9][^\]]*)\] - ([0-9-]+)$", changes, flags=re.MULTILINE)
    assert (citation["version"], str(citation["date-released"])) == released[0]
    assert released[0][0] == pipeline.__version__


def test_the_archive_is_told_what_everybody_else_is() -> None:
    deposit = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert deposit["title"] == citation["title"]
    assert [creator["name"] for creator in deposit["creators"]] == [author["name"] for author in citation["authors"]]
    assert (deposit["upload_type"], deposit["license"]) == (citation["type"], about.LICENSE_ID.lower())
    assert deposit["description"] == f"<p>{about.DESCRIPTION}</p>"
    assert deposit["keywords"] == list(about.KEYWORDS)


def test_the_workspace_loads_the_module_that_dg_loads() -> None:
    workspace = yaml.safe_load((ROOT / "workspace.yaml").read_text(encoding="utf-8"))
    (location,) = workspace["load_from"]
    project = PROJECT["tool"]["dg"]["project"]
    assert location["python_module"]["module_name"] == project["code_location_target_module"]
    assert location["python_module"]["location_name"] == project["code_location_name"]
    assert (ROOT / "pipeline/definitions.py").is_file()


def test_an_instance_with_the_projects_settings_sends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "dagster.yaml", tmp_path)
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    with DagsterInstance.get() as instance:
        assert instance.telemetry_enabled is False


@pytest.mark.slow
def test_a_wheel_holds_the_package_with_its_data_and_its_licences(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.startswith(f"cityfigures-{pipeline.__version__}-")
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {
        path.relative_to(ROOT).as_posix()
        for path in tracked_files()
        if path.is_relative_to(ROOT / "pipeline") and path.suffix != ".pyc"
    }
    assert package <= names
    assert {name.rpartition("/")[2] for name in names if "/licenses/" in name} == {"LICENSE", "LICENSE-DATA"}
    assert not any(name.startswith(("tests/", "raw/", "outputs/")) for name in names)
