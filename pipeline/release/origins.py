"""Where a release comes from: the inputs, the code and the libraries, each by a hash or a version.

No clock and no name of a machine: the same inputs and the same code give the same manifest.

Belongs here: collecting these. Does not: writing them (see `manifest`).
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pipeline
from pipeline.articles.folder import DOCUMENTATION
from pipeline.articles.reader import printable

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


def provenance(raw: Path) -> Provenance:
    """The provenance of a build that reads the folder `raw` with this code in this environment."""
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


def _versions() -> dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {"python": python, **{library: metadata.version(library) for library in LIBRARIES}}
