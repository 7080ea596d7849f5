"""A release in the making, and the steps that make it a release.

    sweep            what killed builds left behind goes
    stage            a new folder beside the releases, on the same file system
    seal             every file read-only and on the disk, not only in its cache
    publish          one rename: the release is there as a whole or not at all
    point_latest_at  `outputs/latest` names it, the last thing that a build changes

A build that is killed between the last two leaves a whole release that `latest` does not name yet; the next build
starts from it and lets `latest` name it.

Belongs here: folders and the order of their changes. Does not: what the files hold.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.release.errors import ReleaseError
from pipeline.release.releases import LATEST, STAGING, release_folder
from pipeline.release.version import Version

READ_ONLY = 0o444


def sweep(outputs: Path) -> None:
    """Removes every staging folder; only for the holder of the build lock, for whom they are all stale."""
    folder = outputs / STAGING
    if folder.is_dir():
        shutil.rmtree(folder)


@contextmanager
def stage(outputs: Path) -> Iterator[Path]:
    """A new empty folder under `outputs/.staging`; whatever is still there at the end is removed."""
    parent = outputs / STAGING
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=parent))
    # mkdtemp makes folders for their owner only, and a release is for all.
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        sweep(outputs)


def seal(folder: Path) -> None:
    """Makes every file of a staged release read-only, and waits until the disk has them."""
    for path in sorted(folder.iterdir()):
        path.chmod(READ_ONLY)
        _sync(path)
    _sync(folder)


def publish(folder: Path, outputs: Path, version: Version) -> Path:
    """Moves a sealed folder to its place among the releases.

    Raises:
        ReleaseError: there is a release of this version already.
    """
    target = release_folder(outputs, version)
    if target.exists():
        raise ReleaseError(f"{target} exists; a release is never written again")
    target.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(target)
    _sync(target.parent)
    return target


def point_latest_at(outputs: Path, version: Version) -> None:
    """Makes `outputs/latest` name `version`: readers see the old name or the new one, never half of one."""
    text = f"{version}\n"
    pointer = outputs / LATEST
    if pointer.is_file() and pointer.read_text(encoding="utf-8") == text:
        return
    with stage(outputs) as folder:
        written = folder / LATEST
        written.write_text(text, encoding="utf-8", newline="\n")
        _sync(written)
        written.replace(pointer)
    _sync(outputs)


def _sync(path: Path) -> None:
    """Waits until the disk has the bytes of a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
