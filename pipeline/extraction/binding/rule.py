"""Rules of binding: what each may be asked, declared with it, so that most are never asked of an amount.

Belongs here: the value, the decorator that makes one, and the order in which they are asked. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Literal, get_args

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.model import FigureKind
from pipeline.extraction.registry import Registry
from pipeline.extraction.values import frozen

Ask = Callable[[Case], Bound | None]
Given = Literal["counted", "uncounted", "told", "told here", "theme", "product"]
"""What a case may have: a noun that is counted, or none; a figure before it, in the text or in its sentence; a theme
or a product in its sentence."""
STANDING: tuple[FigureKind, ...] = tuple(kind for kind in get_args(FigureKind) if kind != "change")
"""The kinds of figure that are no change."""
_BITS = {given: 1 << number for number, given in enumerate(get_args(Given))}


@frozen
class Rule:
    """A rule, and what it reads: amounts of some quantity kinds, figures of some kinds, units; each null where any.

    `words` are those of which one stands in the sentence, lower case; null where any sentence will do. `given` is what
    the case must have, as bits.
    """

    ask: Ask
    kinds: frozenset[str] | None = None
    frames: frozenset[str] | None = None
    units: frozenset[str] | None = None
    words: frozenset[str] | None = None
    given: int = 0

    def reads(self, kind: str, frame: str, unit: str) -> bool:
        """Whether the rule may know an amount of that quantity kind in a figure of kind `frame` and in `unit`."""
        return (
            (self.kinds is None or kind in self.kinds)
            and (self.frames is None or frame in self.frames)
            and (self.units is None or unit in self.units)
        )

    def may_know(self, case: Case) -> bool:
        """Whether the amount of a case is one that the rule reads, and its sentence too."""
        said = self.words is None or not self.words.isdisjoint(case.clauses.said)
        return said and not self.given & ~_given(case) and self.reads(case.amount.kind, case.frame.kind, case.unit)

    def __call__(self, case: Case) -> Bound | None:
        """What the amount of a case measures by the rule; null where it does not read such amounts."""
        return self.ask(case) if self.may_know(case) else None


def reads(
    kinds: Iterable[str] | None = None,
    frames: Iterable[FigureKind] | None = None,
    units: Iterable[str] | None = None,
    words: Iterable[str] | None = None,
    given: Iterable[Given] = (),
) -> Callable[[Ask], Rule]:
    """Makes a function a rule that is only asked of such amounts in such sentences."""
    bits = sum(_BITS[one] for one in frozenset(given))
    return lambda ask: Rule(ask, _set(kinds), _set(frames), _set(units), _set(words), bits)


def _set(one: Iterable[str] | None) -> frozenset[str] | None:
    return None if one is None else frozenset(one)


class Rules:
    """Rules in the order in which they are asked."""

    def __init__(self, rules: Iterable[Ask]) -> None:
        """A function that declares nothing is asked of every case."""
        self.all = tuple(rule if isinstance(rule, Rule) else Rule(rule) for rule in rules)
        self._of = lru_cache(maxsize=512)(self._reading)

    def first(self, case: Case) -> Bound | None:
        """What the first rule says that knows what the amount of a case measures; null where none does."""
        lacking = ~_given(case)
        for given, ask in self._of(case.amount.kind, case.frame.kind, case.unit).asked(case.clauses.said):
            bound = ask(case) if not given & lacking else None
            if bound is not None:
                return bound
        return None

    def _reading(self, kind: str, frame: str, unit: str) -> Registry[tuple[int, Ask]]:
        """Those of the rules that read amounts of a quantity kind in such a figure and unit."""
        reading: Sequence[Rule] = [rule for rule in self.all if rule.reads(kind, frame, unit)]
        return Registry(((rule.given, rule.ask), rule.words) for rule in reading)


def _given(case: Case) -> int:
    """What a case has, as bits."""
    has = _BITS["uncounted"] if case.amount.noun is None else _BITS["counted"]
    if case.earlier:
        has |= _BITS["told"] | _BITS["told here"] if case.here else _BITS["told"]
    if case.themes:
        has |= _BITS["theme"]
    return has | _BITS["product"] if case.products else has
