"""Where a release comes from: the inputs, the code and the libraries, each by a hash or a version.

No clock and no name of a machine: the same inputs and the same code give the same manifest. The day that a release is
of is that of its source, where the environment tells it, as reproducible builds have it: `SOURCE_DATE_EPOCH`, seconds
since 1970. `make build` takes the last commit that touched code or articles.

Belongs here: collecting these. Does not: writing them (see `manifest`).
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path

import pipeline
from pipeline.articles.folder import DOCUMENTATION
from pipeline.articles.reader import printable
from pipeline.release.errors import ReleaseError

LIBRARIES = ("duckdb", "pandas", "pandera", "pyarrow", "pyyaml")
"""The libraries that values or bytes of a release depend on."""

UNREADABLE = "unreadable"
"""Stands for the hash of an input that cannot be read; the table `quarantine` says why."""

_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a release was made from."""

    code_version: str
    rooms: Mapping[str, str]
    """SHA-256 of all files of each room of the package; it tells which room changed since another release."""
    vocabulary: str
    """SHA-256 of the vocabulary's data files."""
    libraries: Mapping[str, str]
    """Versions of Python and of the libraries that the bytes depend on."""
    inputs: Mapping[str, str]
    """SHA-256 of each raw file, by its path from the raw folder."""
    source_date: str | None = None
    """The day that code and inputs are of, as YYYY-MM-DD; null where the environment does not tell."""

    @property
    def dated(self) -> date | None:
        """`source_date` as a date."""
        return None if self.source_date is None else date.fromisoformat(self.source_date)


def provenance(raw: Path) -> Provenance:
    """The provenance of a build that reads the folder `raw` with this code in this environment.

    Raises:
        ReleaseError: `SOURCE_DATE_EPOCH` is no number of seconds.
    """
    return Provenance(
        code_version=pipeline.__version__,
        rooms=rooms_of_code(),
        vocabulary=folder_hash(_PACKAGE / "vocabulary" / "data"),
        libraries=_versions(),
        inputs={
            printable(path.relative_to(raw)): _hash_if_readable(path)
            for path in files_below(raw)
            if path.name != DOCUMENTATION
        },
        source_date=_source_date(os.environ.get("SOURCE_DATE_EPOCH", "")),
    )


def rooms_of_code() -> dict[str, str]:
    """SHA-256 of all files of each room of this package, by the room's name."""
    rooms = sorted(path for path in _PACKAGE.iterdir() if path.is_dir() and path.name.isidentifier())
    return {room.name: folder_hash(room) for room in rooms if room.name != "__pycache__"}


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def folder_hash(folder: Path) -> str:
    """The SHA-256 of the paths and bytes of all files in a folder and below it."""
    digest = hashlib.sha256()
    for path in files_below(folder):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{file_hash(path)}\n".encode())
    return digest.hexdigest()


def files_below(folder: Path) -> list[Path]:
    """All files in a folder and below it, by path; hidden ones and compiled code are left out."""
    return sorted(_walk(folder), key=lambda path: path.relative_to(folder).parts)


def _walk(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".") and each != "__pycache__"]
        yield from (Path(name) / each for each in files if not each.startswith("."))


def _hash_if_readable(path: Path) -> str:
    # A raw file that cannot be read is quarantined and the build goes on; so does its provenance.
    try:
        return file_hash(path) if path.is_file() else UNREADABLE
    except OSError:
        return UNREADABLE


def _source_date(written: str) -> str | None:
    if not written:
        return None
    try:
        return datetime.fromtimestamp(int(written), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise ReleaseError(
            f"SOURCE_DATE_EPOCH is {written!r}, which is no number of seconds since 1970; correct it or unset it"
        ) from error


def _versions() -> dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {"python": python, **{library: metadata.version(library) for library in LIBRARIES}}
