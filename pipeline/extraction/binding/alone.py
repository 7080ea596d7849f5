"""Alone: products that are named without a measure.

Belongs here: what the amount itself, its neighbours or the text's last figures show to be told of them. Does not:
products that an amount is of (`production`), measures of products (`pipeline.extraction.themes`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import BULK, Bound, Case
from pipeline.extraction.binding.production import NOT_MADE, measure_of, told_measure
from pipeline.extraction.binding.products_told import product_measured
from pipeline.extraction.binding.rule import STANDING, reads
from pipeline.extraction.events import event_before
from pipeline.extraction.signs import DASHES
from pipeline.extraction.sites import REACH, starting_in
from pipeline.extraction.themes import ProductMention
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language
from pipeline.vocabulary.products import Product, measure_nouns

_AMOUNTING = language.words("binding", "amounting")
_TAKINGS = language.words("binding", "takings")
_MEMORY = 16
"""So many figures back a measure is still in mind."""
_LINKS = DASHES | {":", ",", "at", "about"}
_RELATIVES = frozenset({"which", "who", "whose", "where", "that"})
_FARTHEST_ABLE = 8


@reads(kinds=BULK, frames=["level"], given=["product"])
def product_beside(case: Case) -> Bound | None:
    """As in "1) raw coal 3.7 million tonnes, cement 290,000 tonnes": the list says of each what its heading does."""
    near = starting_in(case.products, case.amount.begin - 4, case.amount.begin)
    gap = case.words(near[-1].last, case.amount.begin) if near else ["none"]
    if not near or not all(word in _LINKS for word in gap):
        return None
    product = near[-1].product
    nouns = (measure_nouns().get(word) for word in reversed(case.words(case.amount.begin - REACH, near[-1].first)))
    measure = next((noun for noun in nouns if noun is not None), "output")
    indicator = product.measures.get(measure)
    words = f"{case.text(near[-1].first, near[-1].last)} {measure.replace('_', ' ')}"
    return Bound(indicator, words, "product-beside") if case.fits(indicator) else None


def same_measure(case: Case, mention: ProductMention) -> Bound | None:
    """As in "Wheat came in at 4 tonnes a hectare. Barley averaged 3.1 tonnes": the measure told last."""
    told = case.earlier[-1] if case.earlier else None
    product = product_measured(told.indicator) if told is not None else None
    if told is None or product is None or product == mention.product:
        return None
    measure = next((name for name, one in product.measures.items() if one == told.indicator), "")
    indicator = mention.product.measures.get(measure)
    if indicator is None or not case.fits(indicator):
        return None
    return Bound(
        indicator, f"{case.text(mention.first, mention.last)} {measure.replace('_', ' ')}", "same-measure-of-product"
    )


@reads(given=["product"])
def product_alone(case: Case) -> Bound | None:
    """As in "gas slipped 3 per cent to 1.1 billion cubic metres": a product alone stands for its output or price."""
    near = [
        mention
        for mention in starting_in(case.products, case.start, case.amount.begin)
        if not case.in_theme(mention.first) and mention.first not in case.covered and not _is_aside(case, mention)
    ]
    if not near or case.frame.name == "share-of" or case.measured_before():
        return None
    following = near[-1].last
    amounts = case.word(following) in _AMOUNTING
    if amounts and (same := same_measure(case, near[-1])) is not None:
        return same
    content = is_content(case.tokens[following]) and following not in case.covered
    if content and following < case.amount.begin and not amounts:
        # "gas storage", "steel firms": the product only tells which.
        return None
    product, words = near[-1].product, case.text(near[-1].first, near[-1].last)
    if case.amount.kind in BULK and case.amount.per is None and not case.moves:
        event = event_before(case.tokens, case.amount.begin, case.start)
        made = event is None or event.name not in NOT_MADE or told_measure(case, product) is not None
        measure = measure_of(case, product) if made else None
    elif case.amount.kind == "money":
        # "Boats landed 9,000 tonnes of fish, and the auction took 12 million": what another takes is no price.
        # "Orders for 14 ships, worth 2 billion": what they all are worth.
        taken = case.amount.per is None and not _TAKINGS.isdisjoint(case.words(near[-1].last, case.amount.begin))
        measure = None if taken else "price"
    elif case.moves and case.unit == "percent" and near[-1].last >= case.amount.begin - _FARTHEST_ABLE:
        measure = _measure_of_movement(case, product)
    else:
        return None
    indicator = product.measures.get(measure) if measure is not None else None
    if measure is None or indicator is None or not case.fits(indicator):
        return None
    return Bound(indicator, f"{words} {measure.replace('_', ' ')}", "product-alone")


def _is_aside(case: Case, mention: ProductMention) -> bool:
    """As in "revenue in Wuhai, which lives on coal, came to": what a relative clause within commas speaks of."""
    if "," not in case.words(mention.last, case.amount.begin):
        return False
    comma = next((k for k in range(mention.first - 1, case.start - 2, -1) if case.word(k) == ","), None)
    return comma is not None and case.word(comma + 1) in _RELATIVES


def _measure_of_movement(case: Case, product: Product) -> str | None:
    """What moved by per cent: what the amount that it moved to shows, else what was told last of the product."""
    following = case.following()
    if following is not None and following.begin - case.amount.last <= 3 and following.kind in (*BULK, "money"):
        return "price" if following.kind == "money" else "output"
    told = {indicator_id: measure for measure, indicator_id in product.measures.items()}
    measures = (told.get(bound.indicator or "") for bound in reversed(case.earlier[-_MEMORY:]))
    return next((measure for measure in measures if measure is not None), None)


@reads(kinds=["count"], frames=STANDING, given=["counted", "product"])
def product_counted(case: Case) -> Bound | None:
    """As in "turned out 310,000 tyres", "exports 4,000 cars": things that are made, and what is told of them."""
    if case.amount.noun is None:
        return None
    first, last = case.amount.noun
    named = [mention for mention in starting_in(case.products, first, last) if mention.last == last]
    measure = told_measure(case, named[0].product) if named else None
    indicator = named[0].product.measures.get(measure) if measure is not None else None
    if indicator is None or measure is None or not case.fits(indicator):
        return None
    return Bound(indicator, f"{case.text(first, last)} {measure.replace('_', ' ')}", "product-counted")
