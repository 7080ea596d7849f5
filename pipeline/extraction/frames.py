"""Frames: what an amount says in its clause - a level, a change, a rate, a share, a gap, a distance.

Belongs here: the value alone, with the ways to make one. Does not: reading it from a sentence (`framing`).
"""

from __future__ import annotations

from typing import Literal

from pipeline.extraction.amounts import Amount
from pipeline.extraction.model import Comparator, Direction, FigureKind
from pipeline.extraction.values import frozen

FrameName = Literal[
    "level",
    "change",
    "change-by-factor",
    "share-of",
    "ratio-to",
    "gap-to",
    "moved-to",
    "moved-from",
    "distance",
    "rate",
    "rank",
]


@frozen
class Frame:
    """How an amount is to be read. `compared`: it is set against an earlier time, which is then its base.

    `value`, `low` and `high` are in `unit`; a factor has become a change or a ratio in per cent.
    """

    name: FrameName
    kind: FigureKind
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    direction: Direction | None = None
    compared: bool = False

    @property
    def of_another(self) -> bool:
        """Whether the amount sets its subject against another place or group."""
        return self.name in ("gap-to", "ratio-to")


def plain(
    amount: Amount, name: FrameName, kind: FigureKind, direction: Direction | None = None, *, compared: bool = False
) -> Frame:
    """The frame of an amount that is to be taken as it is written."""
    return Frame(
        name,
        kind,
        amount.value,
        amount.low,
        amount.high,
        amount.comparator,
        amount.unit,
        direction,
        compared,
    )


def change(amount: Amount, direction: Direction | None, *, compared: bool = False) -> Frame:
    """The frame of an amount by which something moved."""
    return plain(amount, "change", "change", direction, compared=compared)
