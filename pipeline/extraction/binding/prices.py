"""Prices: what money measures that something is sold for or costs.

Belongs here: verbs of selling and costing, with what is sold; money by the tonne; margins. Does not: homes and land
(`homes`), themes that name a price ("the price of wheat"), what people and firms earn and pay (`sums`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.nearby import particular_theme
from pipeline.extraction.binding.products_told import products_told
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.implications import verb_indicators
from pipeline.extraction.lemmas import plural, singular
from pipeline.extraction.sites import REACH, starting_in
from pipeline.extraction.wording import is_content, noun_phrase, noun_phrase_before
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import phrases
from pipeline.vocabulary.products import Product, products
from pipeline.vocabulary.units import unit_names

_PRICE_VERBS = language.words("binding", "price_verbs")
_PRICE_OF_UNIT = language.words("binding", "per_unit_price") | _PRICE_VERBS
_NOUN_OF_VERB = {"cost": "cost", "costs": "cost", "costing": "cost", "worth": "value"}
COST_VERBS = frozenset({"cost", "costs", "costing"})
_BUILT = language.words("binding", "built")
_EARNING = language.words("binding", "earning")
_FACILITIES = frozenset(form for noun in language.entity_nouns().facilities for form in (noun, plural(noun)))
"""As in "sold its power plants": what is sold is no power."""
_LOSING = frozenset({"lose", "loses", "lost", "losing"})
_DEARER = language.words("binding", "dearer")
_OF_SELLERS = language.words("binding", "of_sellers")
_SUMS = language.words("binding", "sums")
_EXPECTING = language.words("binding", "expecting")
_BUILDING = language.words("binding", "building")
_OFFERING = frozenset({"offer", "offers", "offered", "quoted"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "total"})
_EACH = frozenset({"each", "every", "a", "an", "per"})
PHYSICAL = frozenset({"mass", "oil", "energy", "volume", "count"})
FARTHEST_VERB = 6
_FARTHEST_DOING = 10
_NEAREST = 4
"""So many figures back the price of which "it closed at" tells was told."""
_TRADED = language.words("binding", "traded")
_AT = frozenset({"at", "for", "around", "near", "above", "below"})
_AGAIN = frozenset({"it", "they", "which", "ago", "and"})
_ONE = frozenset({"a", "an", "one", "each", "every"})
_GOING = frozenset({"go", "goes", "going", "went", "gone"})
_MEMORY = 16
"""So many figures back a product is still in mind."""


@reads(kinds=["money"], words=_EARNING | _LOSING)
def margin(case: Case) -> Bound | None:
    """As in "makers earn 270 yuan on each tonne": what is left of the price of a product, or lost on it."""
    behind, per = case.after(2), case.amount.per
    if per is None and (behind[:1] != ["on"] or behind[-1] not in _EACH):
        return None
    if per is not None and per.kind not in PHYSICAL:
        return None
    verb = case.last_of(COST_VERBS | _EARNING | _LOSING, case.start, case.amount.begin)
    if verb is not None and case.word(verb) in COST_VERBS:
        # "Making a tonne of steel costs 3,400 yuan".
        return None
    if (_EARNING | _LOSING).isdisjoint(case.clause_before()[-FARTHEST_VERB:]) or case.before(1) in (["at"], ["to"]):
        return None
    product, words = product_meant(case)
    if _EARNING.isdisjoint(case.clause_before()[-FARTHEST_VERB:]):
        return Bound(None, f"{words} loss per unit".strip(), "margin")
    return Bound(product.measures.get("margin") if product is not None else None, f"{words} margin".strip(), "margin")


@reads(kinds=["money"])
def price_of_product(case: Case) -> Bound | None:
    """As in "coking coal went for 1,200 yuan", "growers get 0.87 euros a kilo": the product named last."""
    if particular_theme(case) is not None or case.is_of_noun():
        return None
    if any(case.fits(theme.indicator) for theme in case.themes_in(case.start, case.amount.begin) if theme.indicator):
        return None
    by_unit = case.amount.per is not None and case.amount.per.kind in PHYSICAL
    at = _verb_at(case, _PRICE_OF_UNIT if by_unit else _PRICE_VERBS)
    if at is not None and case.word(at) == "worth" and not by_unit:
        # "Orders for 14 ships, worth 2 billion": what they all are worth, and no price.
        return None
    named, words = _product_named(case)
    expected = not _EXPECTING.isdisjoint(case.clause_before()[-FARTHEST_VERB:]) and case.frame.kind == "level"
    if at is None and not (by_unit or (named is not None and (expected or _was_priced(case, named)))):
        return None
    if named is None and by_unit and (at is None or _sold_by_nobody(case, at)):
        named, words = _product_told(case)
    if named is None or "price" not in named.measures:
        return None
    return Bound(named.measures["price"], f"{words} price", "price-of-product")


def _sold_by_nobody(case: Case, at: int) -> bool:
    """Whether what stands before the verb is not itself what is sold: "farmers get 1.5 yuan a jin", "it sold for"."""
    return case.word(at) in _OF_SELLERS or noun_phrase_before(case.tokens, at, case.start) is None


@reads(kinds=["money"], words=_PRICE_VERBS)
def price_of_thing(case: Case) -> Bound | None:
    """As in "a ticket costs 95 yuan", "the bridge cost 3 billion yuan": what stands before the verb."""
    at = sold_at(case)
    thing = case.subject_before(at) if at is not None else None
    if at is None or thing is None or case.word(at) in _OF_SELLERS or particular_theme(case) is not None:
        return None
    if case.word(at) in _OFFERING and case.word(case.amount.begin - 1) not in ("at", "for"):
        # "Traders offered 140 yuan a kilo": who offers, is not what is sold.
        return None
    if case.amount.per is not None and singular(thing.lower()) in unit_names():
        # "A kilo fetches 2 euros": of what the text speaks of.
        return None
    thing = _without_unit(thing)
    head = thing.rpartition(" ")[2].lower()
    meant = _traded(case, at) if case.word(at) == "worth" else None
    if meant is not None:
        return Bound(meant, thing, "price-of-thing")
    noun = _NOUN_OF_VERB.get(case.word(at), "price")
    if case.word(at) in COST_VERBS and head in _BUILT:
        return Bound("construction_cost", f"{thing} cost", "price-of-thing")
    bearer = noun_phrase(case.tokens, at + 1) if case.word(at) in COST_VERBS and at + 1 < case.amount.begin else None
    if bearer is not None:
        return Bound(None, f"{thing} cost to {bearer}", "price-of-thing")
    named = phrases().get(f"{head} price") or phrases().get(f"{singular(head)} price")
    indicator = named if named is not None and case.fits(named) else None
    return Bound(indicator, thing if singular(head) in _SUMS else f"{_one_of(thing)} {noun}", "price-of-thing")


def _one_of(things: str) -> str:
    """The name of one of the things: "city buses" -> "city bus"."""
    before, _, head = things.rpartition(" ")
    return " ".join([*before.split(), singular(head)])


def _traded(case: Case, at: int) -> str | None:
    """As in "exported goods worth 3 billion yuan": the value is of what the verb means."""
    verbs = (meant for i in range(case.start, at) for meant in verb_indicators(case.tokens, i, at))
    return next((meant for meant in verbs if case.fits(meant)), None)


@reads(kinds=["money"], words=["for", "cost", "price"])
def cost_of_work(case: Case) -> Bound | None:
    """As in "was rebuilt for 38 million euros", "razed 38 blocks at a cost of 71 million euros"."""
    if case.amount.per is not None or particular_theme(case) is not None:
        return None
    at_cost = case.before(2) in (["cost", "of"], ["price", "of"]) or case.before(3) == ["at", "a", "cost"]
    if not at_cost and (case.word(case.amount.begin - 1) != "for" or sold_at(case) is not None):
        return None
    if not _BUILDING.isdisjoint(case.clause_before()):
        return Bound("construction_cost", "construction cost", "cost-of-work")
    told = case.earlier[-1] if case.earlier and case.here else None
    if at_cost and told is not None and told.rule == "event":
        return Bound(None, f"cost of {told.measured}", "cost-of-work")
    return None


@reads(kinds=["money"], frames=["level", "change"], words=_TRADED, given=["told"])
def price_again(case: Case) -> Bound | None:
    """As in "Copper rose in London. It closed at $9,120", "a year ago it traded at 1,900": of what was told last."""
    at = case.last_of(_TRADED, max(case.start, case.amount.begin - FARTHEST_VERB), case.amount.begin)
    if at is None or case.word(case.amount.begin - 1) not in _AT or case.word(at - 1) not in _AGAIN:
        return None
    if particular_theme(case) is not None:
        return None
    for told in reversed(case.earlier[-_NEAREST:]):
        if (told.indicator or "").endswith("_price") and case.fits(told.indicator):
            return Bound(told.indicator, told.measured, "price-of-product")
    if case.word(at) in _PRICE_VERBS:
        # "The mine dug coal. It sold for 3 million": what was sold need not be the product.
        return None
    product = next(iter((*products_told(case.earlier[-_NEAREST:]), *reversed(case.spoken))), None)
    price = product.measures.get("price") if product is not None else None
    return (
        Bound(price, f"{product.label} price", "price-of-product") if price and product and case.fits(price) else None
    )


@reads(kinds=["money"], words=["apiece", "each"])
def price_of_each(case: Case) -> Bound | None:
    """As in "six trams at 2.3 million euros apiece"."""
    if case.word(case.amount.last) not in ("apiece", "each"):
        return None
    if case.word(case.amount.begin - 1) not in ("at", "for"):
        return None
    before = case.amount.begin - 2
    if before < case.start or not is_content(case.tokens[before]):
        return None
    return Bound(None, f"{_one_of(case.text(before, before + 1))} price", "price-of-thing")


def _without_unit(thing: str) -> str:
    """What is sold, without the quantity that the price is of: "urea" of "ton of urea"."""
    first, of, rest = thing.partition(" of ")
    measure = unit_names().get(first.lower()) if of else None
    return rest if measure is not None else thing


@reads(units=["percent"], words=_DEARER | {"price", "cost"})
def dearer(case: Case) -> Bound | None:
    """As in "pork was 40 per cent dearer", "urea has doubled in price"."""
    if not case.moves or not _tells_of_price(case):
        return None
    named, words = _product_named(case)
    if named is not None and "price" in named.measures:
        return Bound(named.measures["price"], f"{words} price", "dearer")
    before = particular_theme(case)
    if before is not None and before.indicator is not None and "price" in before.indicator:
        return before
    thing = noun_phrase_before(case.tokens, _end_of_subject(case), case.start)
    if thing is None:
        return None
    indicator = phrases().get(f"{thing.lower()} price") or phrases().get(f"{thing.lower()} prices")
    return Bound(indicator, f"{thing} price", "dearer")


def _tells_of_price(case: Case) -> bool:
    after = case.after(3)
    return not _DEARER.isdisjoint(after[:1]) or after[:2] in (["in", "price"], ["in", "cost"])


def _end_of_subject(case: Case) -> int:
    """The token at which the first verb or word of change of the clause stands."""
    end = next((i for i in range(case.start, case.amount.begin) if case.word(i) in _COPULAS), case.amount.begin)
    return next((i for i in range(case.start, end) if i in case.covered and i > case.start), end)


_COPULAS = frozenset({"is", "are", "was", "were", "has", "have", "had", "became", "becomes"})


def _verb_at(case: Case, verbs: frozenset[str]) -> int | None:
    """The token of the last of these verbs, a few words before the amount."""
    first = max(case.start, case.amount.begin - FARTHEST_VERB)
    at = case.last_of(verbs, first, case.amount.begin)
    if at is not None and case.word(at) in _GOING and case.word(case.amount.begin - 1) == ",":
        # "212 jobs gone, 3 million missing": what goes, goes for a price.
        return None
    # "at a cost of", "the average": nouns.
    return None if at is not None and case.word(at - 1) in _ARTICLES else at


def sold_at(case: Case) -> int | None:
    """The token of the verb of selling or costing before a sum of money; null where there is none."""
    return _verb_at(case, _PRICE_VERBS) if case.amount.kind == "money" else None


def _product_named(case: Case) -> tuple[Product | None, str]:
    """The product named last before the amount in its clause, or right behind it, and the words for it."""
    before = starting_in(case.products, case.start, case.amount.begin)
    near = [one for one in before if one.first not in case.covered and case.word(one.last) not in _FACILITIES][-1:]
    if not near and case.word(case.amount.last) in ("for", "of", "per", "a"):
        near = [*starting_in(case.products, case.amount.last, case.amount.last + 4)][:1]
    return (near[0].product, case.text(near[0].first, near[0].last)) if near else (None, "")


def _product_told(case: Case) -> tuple[Product | None, str]:
    """The product of the sentence so far, else the one that was measured last."""
    if case.amount.per is not None and case.amount.per.unit == "kWh":
        return products()["electricity"], "electricity"
    before = starting_in(case.products, case.amount.begin - REACH, case.amount.begin)
    if before:
        return before[-1].product, case.text(before[-1].first, before[-1].last)
    product = next(products_told(case.earlier[-_MEMORY:]), None)
    return product, product.label if product is not None else ""


def product_meant(case: Case) -> tuple[Product | None, str]:
    """The product named beside the amount, else the one that the text has told of last, and the words for it."""
    named = _product_named(case)
    return named if named[0] is not None else _product_told(case)


def _was_priced(case: Case, product: Product) -> bool:
    """Whether the text has told the product's price before."""
    price = product.measures.get("price")
    return price is not None and any(bound.indicator == price for bound in case.earlier[-_MEMORY:])
