"""All indicators: those written by hand, those of products, and those derived from them by family.

Belongs here: loading `data/indicators.toml`, putting the three sources together, the look-ups by id, phrase, noun and
verb. Does not: the templates (`products.py`, `families.py`), or finding phrases in a text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.vocabulary import families
from pipeline.vocabulary.indicator import Indicator
from pipeline.vocabulary.products import product_indicators
from pipeline.vocabulary.units import quantity_kind

__all__ = [
    "Indicator",
    "all_indicators",
    "derived",
    "general_phrases",
    "indicator",
    "indicators",
    "nouns",
    "phrases",
    "sector_share",
    "verbs",
]

_DATA = Path(__file__).parent / "data"


@cache
def indicators() -> Mapping[str, Indicator]:
    """The indicators that are not derived, by id: written ones in the order of their file, then those of products.

    A written one takes the place of a product's of the same id.
    """
    with (_DATA / "indicators.toml").open("rb") as file:
        table = tomllib.load(file)
    written = {key: _indicator(key, entry) for key, entry in table.items()}
    return MappingProxyType(
        written | {one.indicator_id: one for one in product_indicators() if one.indicator_id not in written}
    )


@cache
def phrases() -> Mapping[str, str]:
    """Lower-case phrase -> indicator id. Each phrase belongs to one indicator; a test sees to it."""
    return MappingProxyType({phrase: one.indicator_id for one in indicators().values() for phrase in one.phrases})


@cache
def general_phrases() -> frozenset[str]:
    """Phrases that are everyday words too: they give way to a more particular phrase, and to doubt."""
    with (_DATA / "indicators_general.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["phrases"])


@cache
def nouns() -> Mapping[str, str]:
    """Counted noun, singular, lower case -> id of the indicator that a bare count of it means."""
    return MappingProxyType({noun: one.indicator_id for one in indicators().values() for noun in one.nouns})


@cache
def verbs() -> Mapping[str, tuple[str, ...]]:
    """Verb (lemma, with its particle) -> ids of the indicators that "<verb> N <unit>" may mean, written order."""
    found: dict[str, tuple[str, ...]] = {}
    for one in indicators().values():
        for verb in one.verbs:
            found[verb] = (*found.get(verb, ()), one.indicator_id)
    return MappingProxyType(found)


def derived(indicator_id: str, family: str) -> Indicator | None:
    """The indicator of `family` made from `indicator_id`; null where either is unknown or they do not go together."""
    parent = indicator(indicator_id)
    rule = families.families().get(family)
    made = rule.derive(parent) if parent and rule else None
    return indicators().get(made.indicator_id, made) if made else None


def sector_share(sector: str, whole_id: str) -> Indicator | None:
    """The share of a branch of the economy in the total `whole_id`: coal_share_of_gdp; null where there is none."""
    whole = indicators().get(whole_id)
    made = families.sector_share(sector, whole) if whole else None
    return indicators().get(made.indicator_id, made) if made else None


@cache
def indicator(indicator_id: str) -> Indicator | None:
    """Any indicator by its id, derived ones (also of derived ones: gdp_growth_rank) included; null if there is none."""
    if indicator_id in indicators():
        return indicators()[indicator_id]
    parts = families.sector_share_parts(indicator_id)
    if parts:
        return sector_share(*parts)
    for family_id, family in families.families().items():
        parent = family.parent_of(indicator_id)
        made = derived(parent, family_id) if parent else None
        if made:
            return made
    return None


def all_indicators() -> Mapping[str, Indicator]:
    """The indicators, and all that the families make of them at the first step. Some thousands; not for a hot path."""
    table = dict(indicators())
    for one in indicators().values():
        for family in families.families():
            made = derived(one.indicator_id, family)
            if made:
                table.setdefault(made.indicator_id, made)
    for sector in dict.fromkeys(families.sectors().values()):
        for whole in families.sector_wholes():
            made = sector_share(sector, whole)
            if made:
                table.setdefault(made.indicator_id, made)
    return MappingProxyType(table)


def _indicator(indicator_id: str, entry: Mapping[str, Any]) -> Indicator:
    kind = quantity_kind(entry["unit"])
    if kind is None:
        raise ValueError(
            f"indicators.toml: {indicator_id} has the unit {entry['unit']!r}, which is no base unit of units.toml; "
            "write a base unit, `currency`, or a compound of them with a stroke"
        )
    return Indicator(
        indicator_id=indicator_id,
        label=entry["label"],
        definition=entry["definition"],
        quantity_kind=kind,
        unit=entry["unit"],
        nature=entry["nature"],
        phrases=tuple(entry["phrases"]),
        parent=entry.get("parent"),
        family=entry.get("family"),
        verbs=tuple(entry.get("verbs", ())),
        nouns=tuple(entry.get("nouns", ())),
        other_kinds=tuple(entry.get("also", ())),
        of_places=entry.get("of_places", False),
        signed=entry.get("signed", False),
        growth_is_real=entry.get("growth_is_real", False),
        steady=entry.get("steady", False),
    )
