"""Families: indicators that are made from others by a rule - growth, shares, gaps, ranks, cumulative totals.

Belongs here: loading `data/families.toml` and filling its templates. Does not: deciding in a text which one is meant.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pipeline.vocabulary.indicator import Indicator, Nature
from pipeline.vocabulary.units import quantity_kind

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Family:
    """A rule that makes an indicator from another: templates with `{id}` and `{name}` of the parent.

    `natures` are those of the parents from which it is made. `unit` is a unit id, `same` for the parent's, or
    `difference` (the parent's; percentage points where that is per cent); `nature` may be `same` too. `of_places`: a
    parent that only places have makes one that only places have. `signed` says of its levels that they can be below
    nought, or that they can where the parent's can (`same`); `growth_is_real` that it is real growth where the
    parent's is.
    """

    family_id: str
    id_template: str
    label_template: str
    definition_template: str
    natures: frozenset[str]
    unit: str
    nature: str
    other_kinds: tuple[str, ...]
    of_places: bool
    signed: bool | Literal["same"]
    growth_is_real: bool

    def parent_of(self, indicator_id: str) -> str | None:
        """The id from which this family would have made `indicator_id`; null if it could not."""
        prefix, suffix = self.id_template.split("{id}")
        if not (indicator_id.startswith(prefix) and indicator_id.endswith(suffix)):
            return None
        return indicator_id.removeprefix(prefix).removesuffix(suffix) or None

    def derive(self, parent: Indicator) -> Indicator | None:
        """The indicator of this family that belongs to `parent`; null where the parent's nature does not allow it."""
        if parent.nature not in self.natures:
            return None
        unit = self._unit(parent.unit)
        nature: Nature = parent.nature if self.nature == "same" else _nature(self.nature)
        label = self.label_template.format(name=parent.label_within)
        return Indicator(
            indicator_id=self.id_template.format(id=parent.indicator_id),
            label=label[0].upper() + label[1:],
            definition=self.definition_template.format(name=parent.label_within),
            quantity_kind=quantity_kind(unit) or parent.quantity_kind,
            unit=unit,
            nature=nature,
            parent=parent.indicator_id,
            family=self.family_id,
            other_kinds=(*self.other_kinds, *parent.other_kinds) if unit == parent.unit else self.other_kinds,
            of_places=parent.of_places and self.of_places,
            signed=parent.signed if self.signed == "same" else self.signed,
            growth_is_real=parent.growth_is_real and self.growth_is_real,
        )

    def _unit(self, parent_unit: str) -> str:
        if self.unit == "difference":
            return "percentage_point" if parent_unit == "percent" else parent_unit
        return parent_unit if self.unit == "same" else self.unit


@cache
def families() -> Mapping[str, Family]:
    """All families by id, in the order of the data file."""
    return MappingProxyType(
        {
            key: Family(
                family_id=key,
                id_template=entry["id"],
                label_template=entry["label"],
                definition_template=entry["definition"],
                natures=frozenset(entry["natures"]),
                unit=entry["unit"],
                nature=entry["nature"],
                other_kinds=tuple(entry.get("also", ())),
                of_places=entry.get("of_places", False),
                signed=entry.get("signed", False),
                growth_is_real=entry.get("growth_is_real", False),
            )
            for key, entry in _table()["family"].items()
        }
    )


@cache
def sectors() -> Mapping[str, str]:
    """Lower-case words for a branch of the economy -> its id: "crude oil" -> oil."""
    return MappingProxyType({word: key for key, words in _table()["sector"].items() for word in words})


@cache
def sector_wholes() -> Mapping[str, str]:
    """Indicators in which a branch has a share -> the whole's name in the derived id ("investment")."""
    wholes: dict[str, str] = _table()["sector_share"]["wholes"]
    return MappingProxyType(wholes)


def sector_share(sector: str, whole: Indicator) -> Indicator | None:
    """The share of a branch (an id of `sectors()`) in a total of the place; null for a total without such shares."""
    template = _table()["sector_share"]
    if whole.indicator_id not in sector_wholes() or sector not in _table()["sector"]:
        return None
    name = sector.replace("_", " ")
    label = template["label"].format(sector_name=name, name=whole.label_within)
    return Indicator(
        indicator_id=template["id"].format(sector=sector, whole=sector_wholes()[whole.indicator_id]),
        label=label[0].upper() + label[1:],
        definition=template["definition"].format(sector_name=name, name=whole.label_within),
        quantity_kind="ratio",
        unit=template["unit"],
        nature=_nature(template["nature"]),
        parent=whole.indicator_id,
        family="sector_share",
    )


def sector_share_parts(indicator_id: str) -> tuple[str, str] | None:
    """Sector and whole (ids) of which `indicator_id` would be the share; null if it is none."""
    sector, infix, whole = indicator_id.partition("_share_of_")
    names = {name: key for key, name in sector_wholes().items()}
    return (sector, names[whole]) if infix and whole in names else None


def _nature(name: str) -> Nature:
    natures: Mapping[str, Nature] = {"stock": "stock", "flow": "flow", "ratio": "ratio", "index": "index"}
    return natures[name]


@cache
def _table() -> Mapping[str, Any]:
    with (_DATA / "families.toml").open("rb") as file:
        return tomllib.load(file)
