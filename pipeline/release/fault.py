"""What is wrong with a release, as a value.

Belongs here: the value and its words. Does not: finding (see `verification`).
"""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 5
"""How many rows a rule names that many rows break; all are counted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be."""

    where: str
    """The file, or the table."""
    what: str
    """With the row and the column, where it is one cell that is wrong."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
