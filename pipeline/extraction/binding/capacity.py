"""Capacity: what plants are able to make, and how much of that they do.

Belongs here: words of ability and of rating, the power of plants, utilisation. Does not: what is made (`production`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extraction.binding.case import BULK, Bound, Case
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.sites import starting_in
from pipeline.vocabulary import language

_ABLE = language.words("binding", "able")
_SIZED = language.words("binding", "sized")
_RATED = frozenset({"rated", "nameplate", "designed"})
_HANDLING = language.words("binding", "handling")
_RUNNING = language.words("binding", "running")
_WORKS = language.words("binding", "works")
_CAPACITIES = frozenset({"capacity", "capacities", "installed"})
_PLANTS = {
    "wind_power_capacity": frozenset({"wind", "turbine", "turbines"}),
    "solar_power_capacity": frozenset({"solar", "photovoltaic", "panels"}),
    "thermal_power_capacity": frozenset({"thermal", "coal-fired", "gas-fired"}),
}
_CAPACITY_OF = {"refinery": "refining_capacity", "smelter": "smelting_capacity", "terminal": "storage_capacity"}
_RATED_PLANTS = language.words("binding", "rated_plants")
_RATED_KINDS = ("mass", "volume", "energy", "power", "mass/time", "volume/time")
_AT_CAPACITY = language.words("binding", "at_capacity")
_HEDGING = language.words("binding", "near_or_far")
_WHOLE_CAPACITY = frozenset({"its", "their", "full", "total", "the", "installed", "nameplate", "rated"})
_STORES = language.words("binding", "stores_of_water")
_LONGEST_DESCRIPTION = 5
_FARTHEST_ABLE = 8


@reads(kinds=BULK, frames=["level"])
def capacity(case: Case) -> Bound | None:
    """As in "rated at 640,000 tonnes", "can crush 800 tonnes a day": of the product named or told last."""
    words = case.clause_before()[-_FARTHEST_ABLE:]
    rated = not _RATED.isdisjoint(words)
    able = is_able(words) and not _HANDLING.isdisjoint(words)
    if not (rated or able) or case.word(case.amount.last) == "of":
        return None
    # What was told before need not be what this plant makes.
    named = starting_in(case.products, case.start, case.amount.first)
    own = named[-1].product.measures.get("capacity") if named else None
    indicator = next((one for one in (own, "production_capacity") if one is not None and case.fits(one)), None)
    return Bound(indicator, f"{named[-1].product.label} capacity" if named else "capacity", "capacity")


def is_able(words: Sequence[str]) -> bool:
    """Whether words before a verb say that it could be: "can make", "big enough to make".

    "40 hands are enough to make 900 tonnes" tells what is made.
    """
    sized = any(word == "enough" and before in _SIZED for before, word in pairwise(words))
    return sized or not _ABLE.isdisjoint(words)


def utilisation(case: Case) -> Bound | None:
    """As in "the refinery ran at 71 per cent of capacity", "works at 57 per cent of that": how far capacity is used."""
    if case.amount.kind != "ratio":
        return None
    if _is_of_capacity(case):
        return Bound("capacity_utilization", "share of capacity used", "utilisation")
    words = case.clause_before()
    if words[-2:-1] == ["out"]:
        # "Which works out at 46 per cent" is arithmetic.
        return None
    if _RUNNING.isdisjoint(words) or words[-1] not in ("at", "only", "just"):
        return None
    if case.word(case.amount.last) != "of":
        plants = next((word for word in words if word in _WORKS), None)
        furnaces = words[:3].count("blast") or ("blast" in words and "furnaces" in words)
        indicator = "blast_furnace_utilization" if furnaces else "capacity_utilization"
        return Bound(indicator, f"utilisation of {plants}", "utilisation") if plants is not None else None
    behind = case.words(case.amount.last + 1, case.amount.last + 5)
    told = case.earlier[-1].indicator if case.earlier else None
    if "capacity" in behind or (behind[:1] in (["that"], ["this"], ["it"]) and "capacity" in (told or "")):
        return Bound("capacity_utilization", "share of capacity used", "utilisation")
    return None


def _is_of_capacity(case: Case) -> bool:
    """As in "is back at 85 per cent of capacity", "used 64 per cent of its capacity": of works, and no lake or ward."""
    behind = case.after(4)
    if (
        behind[:1] != ["of"]
        or "capacity" not in behind
        or not _WHOLE_CAPACITY.issuperset(behind[1 : behind.index("capacity")])
    ):
        return False
    at = case.amount.begin - 1
    while at > case.start and (case.word(at) in _HEDGING or case.word(at).endswith("ly")):
        at -= 1
    return case.word(at) in _AT_CAPACITY and _STORES.isdisjoint(case.clause_words())


@reads(kinds=_RATED_KINDS, frames=["level"])
def capacity_of_described(case: Case) -> Bound | None:
    """As in "the 40,000-bpd Karn refinery", "a 600-MW wind farm": what a plant is able to make."""
    amount = case.amount
    if not any(token.text in HYPHENS and token.glued for token in case.tokens[amount.first : amount.last]):
        return None
    rated = amount.kind.endswith("/time") or (amount.per is not None and amount.per.kind == "time")
    if not rated and amount.kind != "power":
        return None
    words = case.words(amount.last, amount.last + _LONGEST_DESCRIPTION)
    plant = next((word for word in words if word in _RATED_PLANTS), None)
    if plant is None:
        return None
    if amount.kind == "power":
        sort = next(
            (name for name, signs in _PLANTS.items() if not signs.isdisjoint(words)), "installed_power_capacity"
        )
    else:
        sort = _CAPACITY_OF.get(plant, "production_capacity")
    return Bound(sort, f"{plant} capacity", "capacity") if case.fits(sort) else None


@reads(units=["kW"], words=_CAPACITIES)
def capacity_of_plant(case: Case) -> Bound | None:
    """As in "turbines with a capacity of 400 MW": of what makes power, by what it makes it of."""
    if case.moves or not _CAPACITIES & {*case.clause_words()}:
        return None
    words = {*case.clause_before()}
    sort = next((name for name, signs in _PLANTS.items() if not signs.isdisjoint(words)), "installed_power_capacity")
    return Bound(sort, sort.replace("_", " "), "capacity-of-plant")
