"""In focus: what an amount says of the product that the text speaks of, where its clause names none.

Belongs here: tonnes and money by the tonne, with a verb that tells the measure. Does not: products in the clause
(`production`), prices that a verb tells (`prices`), figures said once more (`earlier`).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extraction.binding.case import BULK, Bound, Case
from pipeline.extraction.binding.nearby import particular_theme
from pipeline.extraction.binding.production import has_total
from pipeline.extraction.binding.products_told import product_measured
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.implications import product_verb
from pipeline.extraction.lemmas import singular
from pipeline.extraction.sites import REACH, starting_in
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import derived
from pipeline.vocabulary.products import Product
from pipeline.vocabulary.units import unit_names

_NOT_PRICES = language.words("binding", "not_prices")
_COSTING = frozenset({"cost", "costs"})
_PRONOUNS = frozenset({"it", "they"})
_MEMORY = 16
"""So many figures back a product is still in mind."""


@reads(kinds=BULK, frames=["level", "change"])
def made_of_focus(case: Case) -> Bound | None:
    """As in "the pits hauled 13 million tonnes": what the verb says of the product that the text speaks of."""
    if case.frame.name == "share-of" or particular_theme(case) is not None:
        return None
    for at in range(case.amount.begin - 1, case.start - 1, -1):
        if case.tokens[at].kind != "w" or case.in_theme(at) or not any(map(str.isalpha, case.word(at))):
            continue
        for product in _spoken_of(case):
            measure = product_verb(case.tokens, at, product)
            if measure is not None and case.fits(product.measures.get(measure, "")):
                return _bound(case, product, measure, "verb-of-product")
    return None


@reads(kinds=["money"])
def price_of_focus(case: Case) -> Bound | None:
    """As in "crushers bid 2.4 yuan a kilo": money by what a product is measured in is its price."""
    per = case.amount.per
    if per is None or per.kind not in BULK or particular_theme(case) is not None:
        return None
    if not _NOT_PRICES.isdisjoint(case.clause_words()) and not _costs_by_unit(case):
        return None
    for product in _spoken_of(case):
        price = product.measures.get("price")
        if price is not None and case.fits(price):
            return Bound(price, f"{product.label} price", "price-of-focus")
    return None


def _costs_by_unit(case: Case) -> bool:
    """As in "a tonne cost 7,700 dollars", "at 60 kroner a kilo it costs": what is paid for it, not what it took."""
    at = next((k for k in range(case.start, case.stop) if case.word(k) in _COSTING), case.start)
    before = case.word(at - 1)
    return at > case.start and (before in _PRONOUNS or singular(before) in unit_names())


def _bound(case: Case, product: Product, measure: str, rule: str) -> Bound:
    indicator = product.measures.get(measure)
    summed = case.frame.kind == "level" and case.amount.per is None and has_total(case)
    if measure == "output" and indicator is not None and summed:
        total = derived(indicator, "cumulative")
        indicator = total.indicator_id if total is not None else indicator
    return Bound(indicator, f"{product.label} {measure.replace('_', ' ')}", rule)


def _spoken_of(case: Case) -> Iterator[Product]:
    """The products of the sentence before the amount, then those measured and named before it; the nearest first."""
    here = starting_in(case.products, case.amount.begin - REACH, case.amount.begin)
    yield from (mention.product for mention in reversed(here))
    told = (product_measured(bound.indicator) for bound in reversed(case.earlier[-_MEMORY:]))
    yield from (product for product in told if product is not None)
    yield from reversed(case.spoken)
