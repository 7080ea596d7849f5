"""Shared names: products whose short name is that of another ("ore", "beans"), by what the text has named before.

Belongs here: which of them is meant. Does not: the names themselves (`data/products.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.products_told import product_measured
from pipeline.vocabulary.products import Product, products

_MEMORY = 16
"""So many figures back a product is still in mind."""


def as_spoken(case: Case, bound: Bound) -> Bound:
    """The measure of the product that is meant: iron ore's for "ore" where the text has spoken of steel."""
    product = product_measured(bound.indicator)
    if product is None or not product.meant:
        return bound
    meant = next((product.meant[one.product_id] for one in _named(case) if one.product_id in product.meant), None)
    if meant is None:
        return bound
    measure = next(name for name, indicator_id in product.measures.items() if indicator_id == bound.indicator)
    return replace(bound, indicator=products()[meant].measures.get(measure))


def _named(case: Case) -> Iterator[Product]:
    """The products of the sentence, of the figures before and of the sentences before, the nearest first."""
    yield from (mention.product for mention in reversed(case.products))
    told = (product_measured(bound.indicator) for bound in reversed(case.earlier[-_MEMORY:]))
    yield from (product for product in told if product is not None)
    yield from reversed(case.spoken)
