"""The releases in an output folder: where they lie, which there are, which is the newest.

    outputs/releases/<version>/   a release, never altered
    outputs/latest                a text file: the version of the newest release and a line feed
    outputs/.staging/<random>/    a release in the making
    outputs/.lock                 held by the build that is writing

Belongs here: names and look-ups. Does not: writing (see `staging`), reading what is in a release (see `query`).
"""

from __future__ import annotations

from pathlib import Path

from pipeline.release.errors import ReleaseError
from pipeline.release.version import Version

RELEASES = "releases"
LATEST = "latest"
STAGING = ".staging"
LOCK = ".lock"


def list_versions(outputs: Path) -> tuple[Version, ...]:
    """The versions of all releases in `outputs`, oldest first; a folder with another name is no release."""
    folder = outputs / RELEASES
    if not folder.is_dir():
        return ()
    found = []
    for entry in folder.iterdir():
        try:
            found.append(Version.parse(entry.name))
        except ValueError:
            continue
    return tuple(sorted(found))


def latest_version(outputs: Path) -> Version:
    """The version that `outputs/latest` names.

    Raises:
        ReleaseError: there is no release yet, or the file does not name one.
    """
    pointer = outputs / LATEST
    try:
        text = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise ReleaseError(f"{outputs} holds no release yet; make one with `cityfigures build`") from error
    try:
        return Version.parse(text)
    except ValueError as error:
        raise ReleaseError(f"{pointer}: {error}; the next build puts it right") from error


def find_release(outputs: Path, version: str | None = None) -> Path:
    """The folder of a release.

    Args:
        outputs: the output folder.
        version: such as `0.1.0`; `latest` or null for the newest.

    Raises:
        ReleaseError: there is no such release; the message lists those that there are.
    """
    if version is None or version == LATEST:
        wanted = latest_version(outputs)
    else:
        try:
            wanted = Version.parse(version)
        except ValueError as error:
            raise ReleaseError(f"{error}, or `{LATEST}`") from error
    folder = release_folder(outputs, wanted)
    if not folder.is_dir():
        known = ", ".join(map(str, list_versions(outputs))) or "none"
        raise ReleaseError(f"{outputs} holds no release {wanted}; it holds: {known}")
    return folder


def latest_release(outputs: Path) -> Path:
    """The folder of the newest release; see `find_release`."""
    return find_release(outputs)


def release_folder(outputs: Path, version: Version) -> Path:
    """Where the release of a version lies, whether it exists or not."""
    return outputs / RELEASES / str(version)
