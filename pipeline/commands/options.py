"""Options that several commands share.

Belongs here: one definition of each. Does not: options of one command.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.release.releases import LATEST

Outputs = Annotated[Path, typer.Option("--outputs", metavar="DIR", file_okay=False, help="Folder of the releases.")]
ReleaseVersion = Annotated[
    str, typer.Option("--release", metavar="VERSION", help=f"Version of the release, such as 0.1.0; or {LATEST}.")
]
OUTPUTS = Path("outputs")
