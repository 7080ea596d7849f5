"""Versions of a release, and the rule that computes the next one from what changed.

Belongs here: the number and the rule. Does not: finding out what changed (see `diff`), folders (see `releases`).

The rule, for what changed since the latest release:

    a column gone, new, of another type, of another unit, or no longer (or newly) nullable   -> major
    rows or tables added or withdrawn                                                        -> minor
    values corrected in rows that stay                                                       -> patch
    nothing                                                                                  -> no release

Before 1.0.0 a major step raises the minor number, as semantic versioning has it: 1.0.0 comes only when asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Step = Literal["major", "minor", "patch", "none"]

_FORM = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of the dataset: three whole numbers, compared from left to right."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """The version that `text` writes, such as `1.2.0`.

        Raises:
            ValueError: it is not three whole numbers with dots between them.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no version; write three numbers with dots between them, such as 1.2.0")
        major, minor, patch = (int(part) for part in match.groups())
        return cls(major, minor, patch)

    def __str__(self) -> str:
        """As it names the folder: `1.2.0`."""
        return f"{self.major}.{self.minor}.{self.patch}"


FIRST = Version(0, 1, 0)


def raised(version: Version, step: Step) -> Version:
    """`version` after a step; the same after `none`."""
    if step == "none":
        return version
    if step == "major" and version.major > 0:
        return Version(version.major + 1, 0, 0)
    if step == "patch":
        return Version(version.major, version.minor, version.patch + 1)
    return Version(version.major, version.minor + 1, 0)


def next_version(latest: Version | None, step: Step, minimum: Version | None = None) -> Version:
    """The version that the data now have; the same as `latest` if no release is due.

    Args:
        latest: the newest release; null before the first.
        step: what the changes since then amount to.
        minimum: a version asked for; it can raise what the rule gives, never lower it.
    """
    computed = FIRST if latest is None else raised(latest, step)
    return computed if minimum is None else max(computed, minimum)
