"""Prices: what money measures that something is sold for.

Belongs here: verbs of selling with what is sold before them. Does not: themes that name a price ("the price of wheat").
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.lemmas import singular
from pipeline.extraction.sites import starting_in
from pipeline.vocabulary import language

_PRICE_VERBS = language.words("binding", "price_verbs")
_HOMES = language.words("binding", "homes")
_SECOND_HAND = language.words("binding", "second_hand")


def price_of_home(case: Case) -> Bound | None:
    """As in "an apartment sells for 200,000 yuan", "used homes go for 4,300 yuan a square metre"."""
    words = case.clause_before()
    if not _is_sold(case, words):
        return None
    home = next((word for word in reversed(words) if word in _HOMES or singular(word) in _HOMES), None)
    if home is None:
        return None
    if case.amount.per is None or case.amount.per.kind != "area":
        return Bound("apartment_price", home, "price-of-home")
    used = not _SECOND_HAND.isdisjoint(words)
    return Bound("secondhand_home_price" if used else "home_price", home, "price-of-home")


def price_of_product(case: Case) -> Bound | None:
    """As in "coking coal went for 1,200 yuan": the product named last before the amount."""
    if not _is_sold(case, case.clause_before()):
        return None
    for mention in reversed(starting_in(case.products, case.start, case.amount.begin)):
        if "price" in mention.product.measures:
            return Bound(mention.product.measures["price"], f"{mention.product.label} price", "price-of-product")
    return None


def _is_sold(case: Case, before: list[str]) -> bool:
    return case.amount.kind == "money" and not _PRICE_VERBS.isdisjoint(before[-6:])
