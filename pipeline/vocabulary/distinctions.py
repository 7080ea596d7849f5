"""Words that tell two figures of one thing apart: the extent that each covers, or that one replaces the other.

Belongs here: loading `data/distinctions.toml`. Does not: deciding whether two figures differ (see `pipeline.metrics`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Extent = Literal["part", "whole", "other"]
Tells = Literal[Extent, "revision"]

_FILE = Path(__file__).parent / "data" / "distinctions.toml"


@dataclass(frozen=True, slots=True)
class Distinction:
    """A phrase, in lower case and without marks, and what it tells of a figure.

    `part`: it is smaller than one without the phrase; `whole`: it is larger; `other`: either; `revision`: it replaces
    one without it, or is about to be replaced. `label` is what the two differ in, inside a sentence.
    """

    phrase: str
    tells: Tells
    label: str


@cache
def distinctions() -> tuple[Distinction, ...]:
    """All phrases, in the order of the data file."""
    return tuple(_distinctions())


def _distinctions() -> Iterator[Distinction]:
    with _FILE.open("rb") as file:
        table = tomllib.load(file)
    extents: tuple[Extent, ...] = get_args(Extent)
    for entry in table["distinction"].values():
        for extent in extents:
            yield from (Distinction(phrase, extent, entry["label"]) for phrase in entry[extent])
    yield from (Distinction(phrase, "revision", "a revision") for phrase in table["revision"]["words"])
