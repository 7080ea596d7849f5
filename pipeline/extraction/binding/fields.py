"""Fields: what figures of oil and gas fields measure that name it by a verb or an everyday word.

Belongs here: what is pumped into the ground, the part of the oil that comes out, gas by the cubic foot. Does not: what
a field makes (`production`), words that name a measure of their own (`pipeline.extraction.themes`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.nearby import particular_theme
from pipeline.extraction.binding.production import measure_of
from pipeline.extraction.binding.rule import STANDING, reads
from pipeline.vocabulary import language
from pipeline.vocabulary.products import products

_INJECTING = language.words("binding", "injecting")
_INJECTED = {
    **dict.fromkeys(("carbon", "co2"), ("carbon_dioxide_injection", "carbon dioxide injection")),
    **dict.fromkeys(("water", "steam"), ("water_injection", "water injection")),
    **dict.fromkeys(("gas", "nitrogen"), ("gas_injection", "gas injection")),
}
_RECOVERY = frozenset({"recovery", "recoveries", "recovers", "recovered", "recover", "recovering"})
_DEPOSITS = language.words("binding", "deposits_of_oil")
_FARTHEST = 6
_CUBIC_FEET = "cubic_feet"


@reads(kinds=["mass", "volume"], frames=["level"], words=_INJECTING)
def injected(case: Case) -> Bound | None:
    """As in "a pilot that injects 430 tonnes of carbon dioxide a day": what is named behind it, here or just before."""
    if case.last_of(_INJECTING, max(case.start, case.amount.begin - _FARTHEST), case.amount.begin) is None:
        return None
    here = (*case.after(_FARTHEST), *reversed(case.words(0, case.amount.begin)))
    what = next((_INJECTED[word] for word in (*here, *case.before_it) if word in _INJECTED), None)
    if what is None or not case.fits(what[0]):
        return None
    return Bound(what[0], what[1], "injected")


@reads(units=["percent"], words=_RECOVERY)
def recovery(case: Case) -> Bound | None:
    """As in "lifted recovery in the field to 34 per cent from 22", "recovers 38 per cent of the oil in place"."""
    at = case.last_of(_RECOVERY, case.start, case.amount.begin)
    if at is None or case.frame.kind == "change" or particular_theme(case) is not None:
        return None
    in_place = {"place", "reservoir", "underground"} & {*case.after(_FARTHEST)}
    if not in_place and (case.word(at) not in _RECOVERY or _DEPOSITS.isdisjoint(case.words(at, case.amount.begin))):
        return None
    return Bound("recovery_factor", "recovery factor", "recovery")


@reads(kinds=["volume"], frames=STANDING)
def gas_by_the_foot(case: Case) -> Bound | None:
    """As in "135 million cubic feet flowed daily": gas, where the text has spoken of it, and no oil."""
    measure = case.amount.measure
    if measure is None or not measure.unit_id.endswith(("cubic_foot", _CUBIC_FEET)) or case.products:
        return None
    gas = products()["natural_gas"]
    spoken = gas in case.spoken or "gas" in case.before_it or "gas" in case.words(0, case.amount.begin)
    if not spoken or particular_theme(case) is not None:
        return None
    measured = measure_of(case, gas)
    return Bound(gas.measures.get(measured), f"gas {measured.replace('_', ' ')}", "product-of-unit")
