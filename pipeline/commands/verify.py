"""`cityfigures verify`: whether a release can be relied on.

Belongs here: arguments, which release is meant, printing. Does not: finding faults (see `pipeline.release.verdict`),
fetching (see `pipeline.release.fetching`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.faults import DATA_AT_FAULT, complain, reported
from pipeline.commands.options import OUTPUTS, Outputs
from pipeline.release.releases import LATEST

if TYPE_CHECKING:
    from pipeline.release import Verdict


def verify(
    release: Annotated[
        str, typer.Argument(metavar="VERSION|DIR|URL", help="A version, a release's folder, or its http(s) address.")
    ] = LATEST,
    raw: Annotated[
        Path | None,
        typer.Option(
            "--raw", metavar="DIR", exists=True, file_okay=False, readable=True, help="Look into the articles too."
        ),
    ] = None,
    outputs: Outputs = OUTPUTS,
) -> None:
    """Hash all files of a release, compare its tables in every form, derive all levels and changes again."""
    from pipeline.release import judge

    with reported(), _folder_of(release, outputs) as folder:
        verdict = judge(folder, raw)
    for note in verdict.notes:
        complain(f"note: {note}")
    for fault in verdict.faults:
        complain(str(fault))
    if verdict.faults:
        count = len(verdict.faults)
        complain(f"{_name(verdict, release)} is not sound: {count} fault{'' if count == 1 else 's'}")
        raise typer.Exit(DATA_AT_FAULT)
    print(f"{_name(verdict, release)} is sound: {', '.join(_seen(verdict))}")


def _name(verdict: Verdict, asked: str) -> str:
    return asked if verdict.version is None else verdict.version


def _seen(verdict: Verdict) -> Iterator[str]:
    yield f"{verdict.files} files as listed"
    yield f"{verdict.rows:,} rows the same in every form"
    yield "all that is derived follows from the figures" if verdict.derived else "what is derived not judged (see note)"
    if verdict.articles:
        yield "every quote and number at its place in the articles"


@contextmanager
def _folder_of(release: str, outputs: Path) -> Iterator[Path]:
    """The folder of the release that is meant: a version goes before a folder of that name."""
    from pipeline.release import Version, fetch_release, find_release

    if "://" in release:
        if not release.startswith(("http://", "https://")):
            raise typer.BadParameter(f"{release}: a release is read over http or https; name a folder as it is")
        with TemporaryDirectory(prefix="cityfigures-") as folder:
            fetch_release(release, Path(folder))
            yield Path(folder)
        return
    try:
        is_version = release == LATEST or bool(Version.parse(release))
    except ValueError:
        is_version = False
    if is_version:
        yield find_release(outputs, release)
    elif Path(release).is_dir():
        yield Path(release)
    else:
        raise typer.BadParameter(f"{release} is no version, no folder and no address of a release")
