"""Homes: what money measures that homes and land are sold or let for.

Belongs here: prices of homes, whole and by the square metre, and rents. Does not: other things that are sold
(`prices`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.nearby import particular_theme
from pipeline.extraction.binding.prices import sold_at
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.lemmas import singular
from pipeline.extraction.sites import REACH
from pipeline.vocabulary import language

_HOMES = language.words("binding", "homes")
_SECOND_HAND = language.words("binding", "second_hand")
_RENT = language.words("binding", "rent")
_PLOTS = language.words("binding", "plots")
_HOME_MEASURES = frozenset({"home_price", "secondhand_home_price", "home_sales", "home_sales_area", "apartment_price"})
_HOME_SELLERS = language.words("binding", "home_sellers")
_WHOLE_HOMES = {"house": "house_price", "home": "home_price", "property": "home_price"}
_PAYING = frozenset({"pay", "pays", "paid", "paying"})
_MEMORY = 16
"""So many figures back a product is still in mind."""


@reads(kinds=["money"], words=_RENT | {"rent"})
def rent(case: Case) -> Bound | None:
    """As in "landlords want 14 francs per square metre", "a flat rents for $900"."""
    if particular_theme(case) is not None:
        return None
    behind = case.after(2)
    said = not _RENT.isdisjoint(case.clause_before()) or (behind[:1] in (["in"], ["of"]) and behind[-1] == "rent")
    if not said or not case.fits("rent"):
        return None
    return Bound("rent", "rent", "rent") if case.amount.per is not None or sold_at(case) is not None else None


@reads(kinds=["money"])
def price_of_home(case: Case) -> Bound | None:
    """As in "an apartment sells for 200,000 yuan", "used homes go for 4,300 yuan a square metre"."""
    by_area = case.amount.per is not None and case.amount.per.kind == "area"
    if (sold_at(case) is None and not by_area) or particular_theme(case) is not None or case.is_of_noun():
        return None
    words = case.clause_before()
    of_plant = case.entity is not None and case.entity.subject is not None
    # "The refinery's new unit cost 60 million dollars".
    homes = (word for word in reversed(words) if _is_home(word) and not (of_plant and singular(word) == "unit"))
    home = next(homes, None)
    if home is None and by_area:
        words = case.words(case.start - REACH, case.amount.last + REACH)
        if not _HOME_SELLERS.isdisjoint(case.clause_before()):
            return Bound("home_price", "home price", "price-of-home")
        home = next((word for word in words if _is_home(word)), None)
        if home is None and not _PLOTS.isdisjoint(words):
            return Bound("land_price", "land price", "price-of-home")
    if home is None and by_area and case.amount.per is not None and case.amount.per.unit == "m2":
        told = next((b for b in reversed(case.earlier[-_MEMORY:]) if b.indicator in _HOME_MEASURES), None)
        home = "home" if told is not None else None
    if home is None:
        return None
    if case.amount.per is not None and case.amount.per.kind == "time":
        return Bound("rent", "rent", "rent")
    if not by_area:
        whole = _WHOLE_HOMES.get(singular(home), "apartment_price")
        return Bound(whole, f"{home} price", "price-of-home")
    used = not _SECOND_HAND.isdisjoint(words)
    return Bound("secondhand_home_price" if used else "home_price", f"{home} price", "price-of-home")


@reads(kinds=["money"], frames=["level"], words=["buyers", "buyer", "purchasers"])
def paid_by_buyers(case: Case) -> Bound | None:
    """As in "of the houses half are let; for the rest buyers can expect to pay £118,000"."""
    if _PAYING.isdisjoint(case.clause_before()) or case.amount.per is not None:
        return None
    spoken = any(_is_home(word) for word in (*case.words(0, case.amount.begin), *case.before_it))
    return Bound("home_price", "home price", "price-of-home") if spoken else None


def _is_home(word: str) -> bool:
    return word in _HOMES or singular(word) in _HOMES
