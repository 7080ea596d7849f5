"""The two folders that a build knows: where the raw articles lie, and where the releases go.

Belongs here: Dagster resources, which say *where*. Does not: reading or writing anything there (the stages do).
Relative paths are relative to the folder in which Dagster or the command was started.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dagster as dg


class RawFolder(dg.ConfigurableResource[Any]):
    """The folder with the inputs: `articles/` and all that belongs to them."""

    folder: str

    @property
    def path(self) -> Path:
        """The folder as a path."""
        return Path(self.folder)


class OutputsFolder(dg.ConfigurableResource[Any]):
    """The folder with the releases; `latest` in it names the newest."""

    folder: str
    at_least: str | None = None
    """A version that the next release must at least have, such as 1.0.0; else it follows from what changed."""

    @property
    def path(self) -> Path:
        """The folder as a path."""
        return Path(self.folder)
