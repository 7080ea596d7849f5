"""Gapped: a further product of which the clause says no more than its name, "coal rose 3 per cent, cement 5".

Belongs here: the measure of such a product, which is that of the one told before it. Does not: kinds of one thing
(`kinds`), products that stand beside their amount with a unit of their own (`alone`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.earlier import last_told
from pipeline.extraction.binding.products_told import product_measured
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.sites import Site, first_in, starting_in
from pipeline.extraction.themes import ProductMention
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language

_JOINTS = language.words("binding", "before_further_product")
_ADDING = frozenset({",", "and", ";", "but", "while"})
_RULE = "further-product"
_LONGEST_GAP = 12


@reads(given=["told here"])
def further_product(case: Case) -> Bound | None:
    """As in "Milk output was up 9 per cent, wool down 3 per cent at 11,800 tons": the same measure of the wool."""
    previous, told = case.previous(), last_told(case)
    if previous is None or told is None or not case.here or case.amount.begin - previous.last > _LONGEST_GAP:
        return None
    product = product_measured(told.indicator)
    if product is None or case.themes_in(previous.last, case.amount.begin):
        return None
    mention = added_product(case, previous.last, case.products, case.covered)
    if mention is None:
        goes_on = told.rule == _RULE and not starting_in(case.products, previous.last, case.amount.begin)
        return told if goes_on and _is_light(case, previous.last, case.covered) and case.fits(told.indicator) else None
    measure = next((name for name, one in product.measures.items() if one == told.indicator), "")
    indicator = mention.product.measures.get(measure)
    if indicator is not None and not case.fits(indicator):
        return None
    words = f"{case.text(mention.first, mention.last)} {measure.replace('_', ' ')}"
    return Bound(indicator, words, _RULE)


def added_product(
    site: Site, first: int, products: Sequence[ProductMention], covered: frozenset[int]
) -> ProductMention | None:
    """The product that a comma or "and" adds behind token `first`, with nothing more said of it before the amount."""
    mention = first_in(products, first, site.amount.begin)
    before = site.words(first, mention.first) if mention is not None else []
    if mention is None or _ADDING.isdisjoint(before) or not _JOINTS.issuperset(before):
        return None
    return mention if _is_light(site, mention.last, covered) else None


def _is_light(site: Site, first: int, covered: frozenset[int]) -> bool:
    """Whether nothing but words of change, names and periods stands between token `first` and the amount."""
    return not any(is_content(site.tokens[k]) and k not in covered for k in range(first, site.amount.begin))
