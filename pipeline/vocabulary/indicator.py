"""The value `Indicator`: what a figure measures. Where indicators come from is the business of `indicators.py`.

Belongs here: the type, and which units fit an indicator. Does not: any data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.vocabulary.units import quantity_kind

Nature = Literal["stock", "flow", "ratio", "index"]

_RELATIVE_KINDS = frozenset({"change", "rate", "share"})
"""Kinds of figures that may be in per cent, points or multiples whatever their indicator is measured in."""
_RELATIVE_UNITS = frozenset({"percent", "percentage_point", "1"})


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure of a place, organisation or facility.

    `quantity_kind` follows from `unit`, a base unit (or a compound of them with a stroke) in which `currency` stands
    for any ISO 4217 code; `other_kinds` are those in which it is given as well. `phrases` name it in a text, `nouns`
    are what is counted where a count alone means it, `verbs` what its place does where "<verb> N <unit>" means it; all
    lower case. A derived indicator has a `parent` and the `family` by which it was made. `of_places`: no organisation
    or facility has it. `signed`: a level can be below nought. `growth_is_real`: growth of it, or such growth itself,
    is at constant prices unless said otherwise. `steady`: it does not jump from one year to the next.
    """

    indicator_id: str
    label: str
    definition: str
    quantity_kind: str
    unit: str
    nature: Nature
    phrases: tuple[str, ...] = ()
    parent: str | None = None
    family: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    other_kinds: tuple[str, ...] = ()
    of_places: bool = False
    signed: bool = False
    growth_is_real: bool = False
    steady: bool = False

    @property
    def label_within(self) -> str:
        """The label as it stands inside a sentence: "coal output", but "GDP"."""
        return self.label if self.label[:2].isupper() else self.label[0].lower() + self.label[1:]

    def admits(self, unit: str) -> bool:
        """Whether a level in the base unit `unit` can be this indicator's.

        A rate by the year or by the head is as good as none, and people may be counted as things ("2,000 jobs").
        """
        kind = quantity_kind(unit)
        return kind is not None and _core(kind) in _cores(self.quantity_kind, self.other_kinds)

    def takes(self, kind: str, unit: str) -> bool:
        """Whether a figure of `kind` in the base unit `unit` can be of it: in its own units, or relative."""
        return kind == "rank" or (kind in _RELATIVE_KINDS and unit in _RELATIVE_UNITS) or self.admits(unit)


@cache
def _cores(kind: str, others: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_core(one) for one in (kind, *others))


@cache
def _core(kind: str) -> str:
    return kind.removesuffix("/time").removesuffix("/person").replace("person", "count")
