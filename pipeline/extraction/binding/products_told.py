"""Products told: of which products the figures before tell.

Belongs here: the way from an indicator back to its product. Does not: what an amount measures of a product
(`production`, `in_focus`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pipeline.extraction.binding.case import Bound
from pipeline.vocabulary.products import Product, products

_BESIDE = frozenset({"further-product", "same-measure-of-product"})
"""The rules that find a product beside the one told before."""


def product_measured(indicator_id: str | None) -> Product | None:
    """The product of which an indicator is a measure; null where it is of none."""
    return _products_by_measure().get(indicator_id or "")


def products_told(earlier: Sequence[Bound]) -> Iterator[Product]:
    """The products that the figures before have measured, the latest first.

    "Wheat made 4 tonnes, barley 3": the product that is only set beside another is not what the text is about.
    """
    main = [bound for bound in earlier if bound.rule not in _BESIDE] or earlier
    told = (product_measured(bound.indicator) for bound in reversed(main))
    return (product for product in told if product is not None)


@cache
def _products_by_measure() -> Mapping[str, Product]:
    out: dict[str, Product] = {}
    for product in products().values():
        for indicator_id in product.measures.values():
            out.setdefault(indicator_id, product)
    return out
