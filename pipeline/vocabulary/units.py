"""Units of measure and scale words: what stands after a numeral, and what it is worth in base units.

Belongs here: loading `data/units.toml` and `data/scales.toml`, and looking a surface up in them. Does not: finding
units in a text, choosing between the readings of an ambiguous one, currencies (`currencies.py`).
Base units are those of the published tables; `value * factor + offset` is the value in the base unit.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.vocabulary.currencies import currencies

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    `names` are the spelled-out forms in every spelling, singular first; `symbols` are abbreviations, case as written,
    which may be glued to digits. A form in `ambiguous` means something else as often and needs support from the text.
    `readings` are the ids of the units that an ambiguous name may stand for, the usual one first.
    `counted` are nouns counted in this unit that keep their own meaning ("miners": persons).
    """

    unit_id: str
    names: tuple[str, ...]
    quantity_kind: str
    base_unit: str
    factor: float
    readings: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    offset: float = 0.0

    @property
    def label(self) -> str:
        """The name for people: the first spelled-out one, else the first symbol."""
        return self.names[0] if self.names else self.symbols[0]

    def to_base(self, value: float) -> float:
        """`value` of this unit, in `base_unit`."""
        return value * self.factor + self.offset


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale word: the numeral before it counts `multiplier` times.

    `glued` forms may follow the digits without a space ("2.3bn"); `ambiguous` ones are also a unit or a common word;
    `plural` ones ("thousands of") name an order of magnitude, not a number.
    """

    surface: str
    multiplier: int
    glued: bool
    ambiguous: bool
    plural: bool


@cache
def units() -> Mapping[str, Unit]:
    """All units by id, in the order of the data file."""
    with (_DATA / "units.toml").open("rb") as file:
        table = tomllib.load(file)
    spelling: dict[str, str] = table["spelling"]
    return MappingProxyType({key: _unit(key, entry, spelling) for key, entry in table["unit"].items()})


@cache
def quantity_kind(unit: str) -> str | None:
    """What a base unit measures: "mass" of `tonne`, "money/area" of `CNY/m2` or `currency/m2`; null for no known unit.

    `currency` stands for any ISO 4217 code.
    """
    numerator, *denominators = unit.split("/")
    first = _kind_of_simple(numerator)
    rest = [_kind_of_simple(part) for part in denominators]
    if first is None or None in rest:
        return None
    return "/".join([first, *(kind for kind in rest if kind)])


@cache
def unit_names() -> Mapping[str, Unit]:
    """Lower-case surface -> unit: names, counted nouns and symbols. Where two units share one, the earlier has it."""
    found: dict[str, Unit] = {}
    for unit in units().values():
        for surface in (*unit.names, *unit.symbols, *unit.counted):
            found.setdefault(surface.lower(), unit)
    return MappingProxyType(found)


@cache
def unit_symbols() -> Mapping[str, Unit]:
    """Abbreviation, case as written -> unit. All of them may be glued to digits ("66km", "5GWh")."""
    return MappingProxyType({symbol: unit for unit in units().values() for symbol in unit.symbols})


@cache
def ambiguous_units() -> frozenset[str]:
    """Lower-case surfaces that mean something else as often as a unit ("m", "pound", "points")."""
    return frozenset(surface.lower() for unit in units().values() for surface in unit.ambiguous)


@cache
def scales() -> Mapping[str, Scale]:
    """Lower-case surface -> scale word."""
    with (_DATA / "scales.toml").open("rb") as file:
        table = tomllib.load(file)
    return MappingProxyType({scale.surface: scale for entry in table.values() for scale in _scales_of(entry)})


@cache
def _base_kinds() -> Mapping[str, str]:
    return {unit.base_unit: unit.quantity_kind for unit in units().values() if "/" not in unit.base_unit}


def _kind_of_simple(unit: str) -> str | None:
    if unit == "currency" or unit in currencies():
        return "money"
    return _base_kinds().get(unit)


def _unit(unit_id: str, entry: Mapping[str, Any], spelling: Mapping[str, str]) -> Unit:
    # Marks of ambiguity are spelled out like the names: "football-pitch" is no surer than "football pitch".
    return Unit(
        unit_id=unit_id,
        names=_spellings(entry["names"], spelling),
        quantity_kind=entry["kind"],
        base_unit=entry["base"],
        factor=float(_exact(entry["to_base"])),
        readings=tuple(entry.get("readings", ())),
        symbols=tuple(entry.get("symbols", ())),
        ambiguous=frozenset(_spellings(entry.get("ambiguous", ()), spelling)),
        counted=frozenset(_spellings(entry.get("counted", ()), spelling)),
        offset=float(_exact(entry.get("offset", "0"))),
    )


def _exact(text: str) -> Fraction:
    """The number that a decimal or a quotient of two decimals writes."""
    numerator, _, denominator = text.partition("/")
    return Fraction(numerator) / Fraction(denominator or "1")


def _spellings(names: Iterable[str], spelling: Mapping[str, str]) -> tuple[str, ...]:
    """The names, then their other spellings, then all of these with hyphens for spaces; each once."""
    written = list(names)
    for british, american in spelling.items():
        written += [name.replace(british, american) for name in written if british in name]
    return tuple(dict.fromkeys([*written, *(name.replace(" ", "-") for name in written)]))


def _scales_of(entry: Mapping[str, Any]) -> Iterator[Scale]:
    ambiguous = set(entry.get("ambiguous", ()))
    for field in ("names", "plurals", "glued"):
        for surface in entry.get(field, ()):
            yield Scale(surface, entry["multiplier"], field == "glued", surface in ambiguous, field == "plurals")
