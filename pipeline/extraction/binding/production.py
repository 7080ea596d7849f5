"""Production: tonnes, barrels and fields of a product.

Belongs here: which product an amount is of, and what is told of it - output, reserves, capacity, stocks, sown area.
Does not: themes that name product and measure together ("coal output").
"""

from __future__ import annotations

from pipeline.extraction.binding.capacity import is_able
from pipeline.extraction.binding.case import BULK, Bound, Case, of_theme
from pipeline.extraction.binding.products_told import product_measured
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.events import event_before, verb_before
from pipeline.extraction.implications import product_verb
from pipeline.extraction.sites import REACH, first_in, starting_in
from pipeline.extraction.themes import ProductMention
from pipeline.extraction.wording import is_content, noun_phrase
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import derived, phrases
from pipeline.vocabulary.products import Product, products

_DISCOVERIES = language.words("binding", "discoveries")
_RESERVES = language.words("binding", "reserves")
_NOUNS_OF_MEASURE = (
    (_RESERVES, "reserves"),
    (frozenset({"capacity", "rated", "nameplate"}), "capacity"),
    (language.words("binding", "stocks"), "stocks"),
)
_STORED = language.words("binding", "stored")
_PRODUCT_OF_WORKS = {
    "coal_mines": "coal",
    "mine_closures": "coal",
    "miners": "coal",
    "wells": "crude_oil",
    "oilfields": "crude_oil",
}
_PRODUCT_OF_UNIT = {"barrel": "crude_oil", "kWh": "electricity"}
_HOLDERS = language.words("binding", "holders_of_stocks")
_REFINED = language.words("binding", "refined")
_EMITTING = frozenset({"emit", "emits", "emitted", "emitting"})
NOT_MADE = language.words("binding", "not_made")
"""Events by which a product is neither made nor held."""
_COAL_MAKERS = language.words("binding", "coal_makers")
_PERFECT = frozenset({"had", "has", "have"})
_BESTS = language.words("binding", "bests")
_LONGEST_BEST = 4
_LIST_JOINTS = frozenset({",", "and", "or"})
_LONGEST_LIST = 20
_MEMORY = 16
"""So many figures back a product is still in mind."""
_PRODUCT_OF_FACILITY = {
    "oilfield": "crude_oil",
    "oil field": "crude_oil",
    "colliery": "coal",
    "coal mine": "coal",
    "pit": "coal",
    "steelworks": "crude_steel",
    "steel mill": "crude_steel",
}


@reads(kinds=["area"], given=["product"])
def area_of_crop(case: Case) -> Bound | None:
    """As in "7 million mu of rice", "wheat covers 90,000 hectares": the area under a crop."""
    if case.amount.unit not in ("hectare", "km2"):
        return None
    for mention in _products_around(case):
        if "sown_area" in mention.product.measures:
            return Bound(mention.product.measures["sown_area"], f"{mention.product.label} area", "area-of-crop")
    return None


def _products_around(case: Case) -> list[ProductMention]:
    """The products before the amount in its clause, and the one that it is of."""
    last = case.amount.last
    before = starting_in(case.products, case.start, case.amount.first)
    stop = min(case.stop, case.next_amount(), last + 3)
    behind = starting_in(case.products, last + 1, stop) if case.word(last) == "of" else ()
    return [*before, *behind]


@reads(kinds=["mass"])
def yield_of_crop(case: Case) -> Bound | None:
    """As in "at an average of 438 kilograms per mu": mass by area is the yield of the crop named or told last."""
    if case.amount.per is None or case.amount.per.kind != "area":
        return None
    product = next((m.product for m in reversed(_products_around(case)) if "yield" in m.product.measures), None)
    if product is None:
        told = (product_measured(bound.indicator) for bound in reversed(case.earlier[-_MEMORY:]))
        product = next((one for one in told if one is not None and "yield" in one.measures), None)
    return Bound(product.measures["yield"], f"{product.label} yield", "yield-of-crop") if product is not None else None


@reads(kinds=[*BULK, "ratio", "multiple"], words=_STORED, given=["product"])
def stored(case: Case) -> Bound | None:
    """As in "copper in the warehouses fell to 187,000 tonnes", "the port held 3 million tonnes of coal"."""
    if case.frame.name == "share-of" or _STORED.isdisjoint(case.clause_words()):
        return None
    for mention in reversed(_products_around(case)):
        indicator = mention.product.measures.get("stocks")
        theme = first_in(case.themes, mention.first, mention.first + 1)
        if any(one.indicator and one.first < mention.first < one.last for one in case.themes):
            # "Exports of crude through the port".
            continue
        if indicator is not None and (theme is None or theme.last <= mention.last) and case.fits(indicator):
            return Bound(indicator, f"{case.text(mention.first, mention.last)} stocks", "stored")
    return None


@reads(kinds=[*BULK, "count"])
def product_behind(case: Case) -> Bound | None:
    """As in "dug up 3 million tonnes of coal": the product behind the amount, and what the clause says of it."""
    last = _end_of_list(case)
    if not _is_of(case):
        return None
    near = starting_in(case.products, last + 1, last + 3)
    if not near:
        return None
    mention = near[-1]
    theme = first_in(case.themes, mention.first, mention.first + 1)
    if theme is not None and theme.last > mention.last:
        return of_theme(theme, "complement")
    named = case.text(mention.first, mention.last)
    event = event_before(case.tokens, case.amount.begin, case.start)
    said = phrases().get(f"{named.lower()} {event.name}") if event is not None else None
    if said is not None and product_measured(said) is None and case.fits(said):
        # "Processed 3 million tonnes of crude" is what a refinery takes in.
        return Bound(said, f"{named} {event.name}" if event is not None else named, "product-event")
    if event is not None and event.name in NOT_MADE and _told_behind_verb(case, mention.product) is None:
        # "bought 500,000 tonnes of coal", "lost": neither made nor held.
        return Bound(None, f"{named} {event.words}", "product-event")
    measure = measure_of(case, mention.product)
    indicator = mention.product.measures.get(measure)
    words = f"{named} {measure.replace('_', ' ')}"
    if case.frame.kind == "level" and measure == "output" and indicator is not None and has_total(case):
        total = derived(indicator, "cumulative")
        if total is not None:
            return Bound(total.indicator_id, words, "product-cumulative")
    return Bound(indicator, words, "product")


@reads(kinds=[*BULK, "count"])
def noun_behind(case: Case) -> Bound | None:
    """As in "900,000 tonnes of nickel matte": what the vocabulary does not know keeps its words."""
    first = _end_of_list(case) + 1
    if not _is_of(case) or first >= len(case.tokens) or not is_content(case.tokens[first]):
        return None
    theme = first_in(case.themes, first, first + 3)
    if theme is not None and theme.indicator and case.fits(theme.indicator):
        return of_theme(theme, "complement")
    words = noun_phrase(case.tokens, first)
    if words and not _EMITTING.isdisjoint(case.clause_before()):
        return Bound(phrases().get(f"{words.lower()} emissions"), f"{words} emissions", "of-complement")
    return Bound(None, f"{words} output" if _is_made(case) else words, "of-complement") if words else None


def _is_of(case: Case) -> bool:
    """Whether "of" stands behind an amount such as products are told in."""
    return case.amount.kind in (*BULK, "count") and case.word(_end_of_list(case)) == "of"


def _end_of_list(case: Case) -> int:
    """The token behind the amount, or behind the list that it begins: "4 million and 9 million tonnes | of coal"."""
    last = case.amount.last
    for other in starting_in(case.amounts, last, last + _LONGEST_LIST):
        if case.amount.unit != other.unit or not _LIST_JOINTS.issuperset(case.words(last, other.begin)):
            break
        last = other.last
    return last


def _is_made(case: Case) -> bool:
    return any(
        case.tokens[at].kind == "w" and product_verb(case.tokens, at, None) == "output"
        for at in range(case.start, min(len(case.tokens), case.stop))
    )


def measure_of(case: Case, product: Product) -> str:
    """output, reserves, price ... of a product, from the nearest word of the clause that tells; else output."""
    return told_measure(case, product) or "output"


def _told_behind_verb(case: Case, product: Product) -> str | None:
    """As in "burns rubbish and saves 9 tonnes of coal": the nearest verb's own measure, not that of one before it."""
    at, _ = verb_before(case.tokens, case.amount.begin, case.start)
    return told_measure(case, product, case.start if at is None else at)


def told_measure(case: Case, product: Product, since: int = 0) -> str | None:
    """The measure that a word of the clause tells, from token `since` on; null where none does."""
    first, start = case.amount.first, max(since, case.start)
    if not _DISCOVERIES.isdisjoint(case.words(start, first)):
        return "reserves"
    for at in range(first - 1, start - 1, -1):
        measure = _measure_said(case, at, product)
        if measure is not None:
            return measure
    behind = case.words(case.amount.last, min(case.stop, case.amount.last + 6))
    return "reserves" if behind[:1] == ["of"] and not _RESERVES.isdisjoint(behind) else None


def _measure_said(case: Case, at: int, product: Product) -> str | None:
    """The measure that the word at token `at` says of a product."""
    word = case.word(at)
    for words, measure in _NOUNS_OF_MEASURE:
        if word in words:
            return measure
    said = product_verb(case.tokens, at, product) if case.tokens[at].kind == "w" else None
    if said == "reserves" and _is_store(case):
        return "stocks"
    able = said == "output" and is_able(case.words(at - 3, at))
    return "capacity" if able else said


def _is_store(case: Case) -> bool:
    """Whether what holds a product is a port, yard or store, not the ground."""
    at_home = case.entity is not None and case.entity.noun in _STORED
    return at_home or not (_STORED | _HOLDERS).isdisjoint(case.clause_words())


def has_total(case: Case) -> bool:
    """Whether the clause speaks of a total so far: "since it opened", "so far", "By the time ... had yielded"."""
    words = case.words(case.amount.first - REACH, case.amount.last + REACH)
    after = case.after(REACH)
    since = after.index("since") if "since" in after else 0
    # "41,000 tonnes, its best since 2011" is no sum.
    best = any(word in _BESTS or word.endswith("est") for word in after[max(0, since - _LONGEST_BEST) : since])
    return (
        ("since" in after and not best)
        or "altogether" in words
        or ("so" in words and "far" in words)
        or (case.words(0, 3) == ["by", "the", "time"] and not _PERFECT.isdisjoint(case.before(4)))
    )


def product_of_subject(case: Case) -> Product | None:
    """The product that the subject of the clause makes: one named there, coal of mines, else the one last told of."""
    named = starting_in(case.products, case.start, case.amount.first)
    if named:
        return named[-1].product
    if not _COAL_MAKERS.isdisjoint(case.words(case.start, case.amount.first)):
        return products()["coal"]
    facility = _product_of_facility(case)
    if facility is None and _REFINED.isdisjoint(case.clause_before()):
        facility = _product_of_unit(case)
    if facility is not None:
        return facility
    told = [bound.indicator for bound in reversed(case.earlier[-_MEMORY:]) if bound.indicator]
    made = [one for one in told if one.endswith(("_output", "_capacity"))]
    return next((product for one in (*made[:1], *told) if (product := _product_behind_count(one)) is not None), None)


def _product_behind_count(indicator_id: str) -> Product | None:
    """The product of which an indicator is a measure, or that the works which it counts are for."""
    return product_measured(indicator_id) or products().get(_PRODUCT_OF_WORKS.get(indicator_id, ""))


def _product_of_unit(case: Case) -> Product | None:
    """Barrels are of crude oil, kilowatt-hours of electricity."""
    unit = case.unit.partition("/")[0]
    return products()[_PRODUCT_OF_UNIT[unit]] if unit in _PRODUCT_OF_UNIT else None


def of_barrels(case: Case) -> Bound | None:
    """As in "got 67,400 barrels a day out of it": oil, where nothing else is named."""
    if case.unit.partition("/")[0] != "barrel" or case.moves:
        return None
    if not _REFINED.isdisjoint(case.clause_before()):
        return Bound("refinery_throughput", "crude oil processed", "product-of-unit")
    product = products()["crude_oil"]
    measure = measure_of(case, product)
    return Bound(product.measures.get(measure), f"oil {measure.replace('_', ' ')}", "product-of-unit")


@reads(kinds=BULK)
def of_facility(case: Case) -> Bound | None:
    """What an oilfield, a mine or a steelworks makes, where tonnes of nothing named are told of it."""
    product = _product_of_facility(case)
    if product is None:
        return None
    measure = measure_of(case, product)
    return Bound(product.measures.get(measure), f"{product.label} {measure}", "product-of-facility")


def _product_of_facility(case: Case) -> Product | None:
    noun = case.entity.noun if case.entity is not None else ""
    return products()[_PRODUCT_OF_FACILITY[noun]] if noun in _PRODUCT_OF_FACILITY else None
