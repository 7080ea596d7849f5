"""Rules of binding: what each may be asked, declared with it, so that most are never asked of an amount.

Belongs here: the value and the decorator that makes one. Does not: any rule, their order (`levels`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.model import FigureKind

Ask = Callable[[Case], Bound | None]
STANDING: tuple[FigureKind, ...] = tuple(kind for kind in get_args(FigureKind) if kind != "change")
"""The kinds of figure that are no change."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that reads amounts of some quantity kinds, figures of some kinds, and units; each null where it is any."""

    ask: Ask
    kinds: frozenset[str] | None = None
    frames: frozenset[str] | None = None
    units: frozenset[str] | None = None

    def reads(self, kind: str, frame: str, unit: str) -> bool:
        """Whether the rule may know an amount of that quantity kind in a figure of kind `frame` and in `unit`."""
        return (
            (self.kinds is None or kind in self.kinds)
            and (self.frames is None or frame in self.frames)
            and (self.units is None or unit in self.units)
        )

    def __call__(self, case: Case) -> Bound | None:
        """What the amount of a case measures by the rule; null where it does not read such amounts."""
        return self.ask(case) if self.reads(case.amount.kind, case.frame.kind, case.unit) else None


def reads(
    kinds: Iterable[str] | None = None, frames: Iterable[FigureKind] | None = None, units: Iterable[str] | None = None
) -> Callable[[Ask], Rule]:
    """Makes a function a rule that is only asked of such amounts."""
    domain = [None if one is None else frozenset(one) for one in (kinds, frames, units)]
    return lambda ask: Rule(ask, *domain)
