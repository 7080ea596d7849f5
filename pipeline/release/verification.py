"""Whether a release is what it says: every file whole, every table the same in each of its forms, the rows sound.

It needs nothing but the release's folder and runs in every build, before a release is published. `verdict` goes
further: it derives the tables again, and looks into the articles.

Belongs here: the release's files against its manifest, and the order of what is looked at. Does not: mending; a
release is never altered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from pipeline.release.errors import ReleaseError
from pipeline.release.fault import Fault
from pipeline.release.manifest import MANIFEST, SUMS, FileEntry, Manifest, read_manifest, read_sums
from pipeline.release.origins import file_hash
from pipeline.release.row_rules import broken_rules
from pipeline.release.table_forms import compare_forms


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a release holds, as far as it can be read, and what is wrong with it."""

    manifest: Manifest | None
    """Null where it cannot be understood; then there are no tables either."""
    tables: Mapping[str, pa.Table]
    faults: tuple[Fault, ...]


def verify_release(folder: Path) -> list[Fault]:
    """All faults of a release; none if it can be relied on.

    Args:
        folder: of the release.
    """
    return list(inspect(folder).faults)


def inspect(folder: Path) -> Inspection:
    """The release in a folder with all its faults, found without deriving anything again."""
    try:
        manifest, listed = read_manifest(folder), read_sums(folder)
    except ReleaseError as error:
        return Inspection(None, {}, (Fault(folder.name, str(error)),))
    faults = verify_files(folder, manifest, listed)
    tables, faults_of_forms = compare_forms(folder, manifest)
    faults.extend(faults_of_forms)
    if tables.keys() == manifest.tables.keys():
        faults.extend(broken_rules(manifest, tables))
    return Inspection(manifest, tables, tuple(faults))


def verify_files(folder: Path, manifest: Manifest, listed: Mapping[str, str]) -> list[Fault]:
    """Whether the files of a release are those of its manifest and of its `SHA256SUMS`, byte for byte.

    Args:
        folder: of the release.
        manifest: read from it.
        listed: hashes of `SHA256SUMS` by file name.
    """
    return list(_files(folder, manifest, listed))


def _files(folder: Path, manifest: Manifest, listed: Mapping[str, str]) -> Iterator[Fault]:
    present = {path.name for path in folder.iterdir()}
    expected = {*manifest.files, MANIFEST, SUMS}
    yield from (Fault(name, "is missing") for name in sorted(expected - present))
    yield from (Fault(name, f"is not listed in {MANIFEST}") for name in sorted(present - expected))
    if listed.keys() != expected - {SUMS}:
        yield Fault(SUMS, f"does not list the same files as {MANIFEST}")
    for name in sorted((expected & present) - {SUMS}):
        found = file_hash(folder / name)
        if found != listed.get(name, found):
            yield Fault(name, f"is not the file of {SUMS}: SHA-256 {found}, listed {listed[name]}")
        if name in manifest.files:
            yield from _against(manifest.files[name], folder / name, found)


def _against(entry: FileEntry, path: Path, found: str) -> Iterator[Fault]:
    size = path.stat().st_size
    if size != entry.bytes:
        yield Fault(path.name, f"has {size} bytes, {MANIFEST} says {entry.bytes}")
    if found != entry.sha256:
        yield Fault(path.name, f"is not the file of {MANIFEST}: SHA-256 {found}, there {entry.sha256}")
