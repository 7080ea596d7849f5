from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.release import (
    ReleaseError,
    Version,
    find_release,
    latest_release,
    latest_version,
    list_versions,
)


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    for name in ("0.10.0", "0.9.1", "notes"):
        (tmp_path / "releases" / name).mkdir(parents=True)
    (tmp_path / "latest").write_text("0.10.0\n", encoding="utf-8")
    return tmp_path


def test_versions_are_listed_by_number(outputs: Path) -> None:
    assert list_versions(outputs) == (Version(0, 9, 1), Version(0, 10, 0))


def test_a_folder_without_releases_has_none(tmp_path: Path) -> None:
    assert list_versions(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("version", [None, "latest", "0.10.0"])
def test_the_newest(outputs: Path, version: str | None) -> None:
    assert find_release(outputs, version) == latest_release(outputs) == outputs / "releases" / "0.10.0"


def test_an_older_one(outputs: Path) -> None:
    assert find_release(outputs, "0.9.1") == outputs / "releases" / "0.9.1"


def test_one_that_does_not_exist(outputs: Path) -> None:
    with pytest.raises(ReleaseError, match=r"no release 1\.0\.0; it holds: 0\.9\.1, 0\.10\.0"):
        find_release(outputs, "1.0.0")


@pytest.mark.parametrize("version", ["newest", "../../etc", "notes"])
def test_what_is_no_version(outputs: Path, version: str) -> None:
    with pytest.raises(ReleaseError, match="or `latest`"):
        find_release(outputs, version)


def test_before_the_first_release(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="cityfigures build"):
        latest_version(tmp_path)


def test_a_pointer_that_names_nothing(outputs: Path) -> None:
    (outputs / "latest").write_text("soon\n", encoding="utf-8")
    with pytest.raises(ReleaseError, match="the next build puts it right"):
        latest_version(outputs)
