"""Binding: which indicator an amount measures.

Belongs here: choosing among the themes, products, counted nouns and verbs around an amount, in order of how surely
they belong to it; each choice has a rule's name. Does not: finding them (`themes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.frames import Frame
from pipeline.extraction.lemmas import singular
from pipeline.extraction.mentions import Entity
from pipeline.extraction.nouns import STOP, counted_noun
from pipeline.extraction.themes import (
    BARE_MEASURES,
    ProductMention,
    Theme,
    composed_indicator,
    counted_indicator,
    known,
    product_verb,
    verb_indicators,
)
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.families import sectors
from pipeline.vocabulary.indicators import derived, general_phrases, sector_share
from pipeline.vocabulary.language import words
from pipeline.vocabulary.products import Product, products

_GENERAL = frozenset(general_phrases())
_PRICE_VERBS = words("binding", "price_verbs")
_LIGHT = words("binding", "light")
_HOMES = words("binding", "homes")

_FAMILY_OF_SCOPE = {"national": "share_of_national", "provincial": "share_of_provincial", "city": "share_of_city"}
_PRODUCT_OF_NOUN = {
    "oilfield": "crude_oil",
    "oil field": "crude_oil",
    "colliery": "coal",
    "coal mine": "coal",
    "pit": "coal",
    "steelworks": "crude_steel",
    "steel mill": "crude_steel",
}


@dataclass(frozen=True, slots=True)
class Bound:
    """What an amount measures: an indicator id or null, the words for it, and the rule that found it."""

    indicator: str | None
    measured: str | None
    rule: str
    at: int = -1


class Binder:
    """Binds the amounts of one sentence. `earlier` are the bindings of the figures before, latest last, with their units."""

    __slots__ = ("amounts", "clauses", "covered", "earlier", "here", "products", "themes", "tokens")

    def __init__(
        self,
        tokens: Sequence[Token],
        clauses: Clauses,
        themes: Sequence[Theme],
        products: Sequence[ProductMention],
        amounts: Sequence[Amount],
        earlier: Sequence[tuple[str, Bound]],
        covered: frozenset[int],
    ) -> None:
        """All of one sentence but `earlier`: (unit, binding) of the figures before it. `covered`: tokens of names, periods and words of change."""
        self.covered = covered
        self.tokens = tokens
        self.clauses = clauses
        self.themes = themes
        self.products = products
        self.amounts = amounts
        self.earlier = list(earlier)
        self.here = 0
        """How many of `earlier` stand in this sentence."""

    # ------------------------------------------------------------------ levels and changes in units
    def bind(self, amount: Amount, frame: Frame, entity: Entity | None) -> Bound:
        """The indicator of an amount that is no share, gap or ratio."""
        unit = frame.unit or amount.unit or "1"
        change = frame.kind == "change" or frame.name in ("gap-to", "ratio-to")
        if frame.name == "gap-to":
            unit = "percent"
        if (
            frame.unit == "m2"
            and amount.measure is not None
            and amount.per is None
            and entity is not None
            and entity.subject_kind == "facility"
        ):
            return Bound("floor_area", "floor area", "area-of-building")
        for rule in (
            self._of_product,
            self._counted,
            self._complement,
            self._price,
            self._verb,
            self._bare_measure,
            self._appositive,
            self._left,
            self._economy,
            self._of_facility,
            self._right,
            self._inherited,
        ):
            bound = rule(amount, frame, unit, change, entity)
            if bound is not None:
                return bound
        return Bound(None, self._subject_words(amount), "words-of-subject")

    def _fits(self, indicator_id: str | None, unit: str, change: bool) -> bool:
        """Whether a figure in `unit` can be of the indicator: its own units, and for changes per cent and points."""
        if indicator_id is None:
            return True
        one = known(indicator_id)
        if one is None:
            return False
        if change and unit == "percent":
            return not (one.quantity_kind == "ratio" and one.family != "growth" and False)
        if change and unit == "percentage_point":
            return one.quantity_kind in ("ratio", "points")
        return one.admits(unit)

    def _of_product(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "48.4 million tonnes of crude": the product behind the amount, with the verb that says what became of it."""
        if amount.kind not in ("mass", "volume", "energy", "oil", "count", "area"):
            return None
        if amount.kind == "area":
            return self._sown_area(amount)
        i = amount.last
        if self._word(i) in ("a", "per"):
            return None
        product = None
        for mention in self.products:
            if mention.first in (i + 1, i + 2) and self._word(i) == "of":
                product = mention
        if product is None:
            if (
                self._word(i) == "of"
                and i + 1 < len(self.tokens)
                and self.tokens[i + 1].kind == "w"
                and self.tokens[i + 1].lower not in STOP
            ):
                words = self._noun_words(i + 1)
                theme_after = next((t for t in self.themes if t.first >= i + 1 and t.first <= i + 3), None)
                if (
                    theme_after is not None
                    and theme_after.indicator
                    and self._fits(theme_after.indicator, unit, change)
                ):
                    return Bound(theme_after.indicator, theme_after.words, "complement", theme_after.first)
                if words:
                    return Bound(None, f"{words} output" if self._makes(amount) else words, "of-complement", i + 1)
            return None
        end = product.last
        theme_after = next((t for t in self.themes if t.first == product.first and t.last > end), None)
        if theme_after is not None:
            return Bound(theme_after.indicator, theme_after.words, "complement", theme_after.first)
        measure = self._measure(amount, product.product)
        indicator_id = product.product.measures.get(measure)
        words = f"{self._text(product.first, product.last)} {measure.replace('_', ' ')}"
        if frame.kind == "level" and measure == "output" and _cumulative_words(self.tokens, amount):
            total = derived(indicator_id, "cumulative") if indicator_id else None
            if total is not None:
                return Bound(total.indicator_id, words, "product-cumulative", product.first)
        return Bound(indicator_id, words, "product", product.first)

    def _sown_area(self, amount: Amount) -> Bound | None:
        """As in "12.4 million mu of rice", "wheat covers 1.06 million mu": the area under a crop."""
        start, stop = self.clauses.start(amount.first), min(self.clauses.stop(amount.first), self._next_amount(amount))
        if amount.unit not in ("hectare", "km2"):
            return None
        for mention in self.products:
            behind = (
                amount.last < mention.first <= amount.last + 2
                and self._word(amount.last) == "of"
                and mention.first < stop
            )
            if (behind or start <= mention.first < amount.first) and "sown_area" in mention.product.measures:
                return Bound(
                    mention.product.measures["sown_area"],
                    f"{mention.product.label} area",
                    "area-of-crop",
                    mention.first,
                )
        return None

    def _makes(self, amount: Amount) -> bool:
        return any(
            product_verb(self.tokens, k, None) == "output"
            for k in range(self.clauses.start(amount.first), min(len(self.tokens), self.clauses.stop(amount.first)))
            if self.tokens[k].kind == "w"
        )

    def _measure(self, amount: Amount, product: Product | None) -> str:
        """output, reserves, price ... of a product, from the clause's words; output where none says otherwise."""
        start, stop = self.clauses.start(amount.first), self.clauses.stop(amount.first)
        words = [token.lower for token in self.tokens[start:stop]]
        if any(
            w in ("prove", "proved", "proven", "discover", "discovered", "discovery")
            for w in words[: amount.first - start]
        ):
            return "reserves"
        for k in range(amount.first - 1, start - 1, -1):
            word = self.tokens[k].lower
            if word in ("reserves", "deposits"):
                return "reserves"
            if word in ("capacity", "able", "capable") or (
                word == "can" and self._word(k + 1) in ("produce", "make", "turn", "process")
            ):
                return "capacity"
            if word in ("stocks", "inventories", "stockpiles"):
                return "stocks"
            if self.tokens[k].kind == "w":
                measure = product_verb(self.tokens, k, product)
                if measure is not None:
                    return measure
        if self._word(amount.last) == "of":
            for k in range(amount.last, min(stop, amount.last + 6)):
                if self._word(k) in ("reserves", "deposits"):
                    return "reserves"
        return "output"

    def _counted(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "88,400 births", "353 mines": the noun that is counted."""
        if amount.noun is None:
            return None
        first, last = amount.noun
        words = self._text(first, last)
        stop = self.clauses.stop(amount.first)
        composed = composed_indicator(self.tokens, singular(self.tokens[last - 1].lower), first, stop, share=False)
        if composed is not None:
            return Bound(composed, words, "composed", first)
        indicator_id = counted_indicator(self.tokens, first, last)
        if indicator_id == "population" and self._word(last) in (
            "work",
            "worked",
            "works",
            "live",
            "moved",
            "have",
            "in",
            "on",
        ):
            on_payroll = any(self._word(k) in ("payroll", "payrolls", "books", "staff") for k in range(last, last + 5))
            indicator_id = "employees" if on_payroll else indicator_id
        if indicator_id == "population" and entity is not None and entity.subject is not None:
            indicator_id = "employees"
        if indicator_id is not None and not self._fits(indicator_id, unit, False):
            indicator_id = None
        verb = self._verb(amount, frame, unit, change, entity)
        if (
            verb is not None
            and verb.indicator is not None
            and indicator_id in (None, "population", "employees", "visitors")
        ):
            return verb
        if indicator_id is None:
            left = self._left(amount, frame, unit, change, entity)
            head = words.split()[-1].lower() if words else ""
            if left is not None and left.measured and head and head in left.measured.lower():
                return left
        return Bound(indicator_id, words, "counted-noun", first)

    def _complement(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "6.8 per cent of its population", "more than a third of its industrial output", "1.5 billion tonnes of coal reserves"."""
        i = amount.last
        if self._word(i) not in ("of", "in"):
            return None
        stop = min(self.clauses.stop(amount.first), self._next_amount(amount))
        for theme in self.themes:
            if i < theme.first <= i + 5 and theme.first < stop and self._fits(theme.indicator, unit, change):
                return Bound(theme.indicator, theme.words, "complement", theme.first)
        if change and unit == "percent" and self._word(i) == "of" and self._word(i + 1) in ("its", "their", "the"):
            words = self._noun_words(i + 2)
            return Bound(None, words, "complement-words", i + 2) if words else None
        return None

    def _verb(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "owed 22.4 billion", "took in 2.3 billion yuan", "raised 512 million tonnes", "employ 11,000"."""
        start = max(self.clauses.start(amount.first), amount.begin - 5)
        subject = self._left(amount, frame, unit, change, entity) if amount.noun is None else None
        if (
            subject is not None
            and subject.rule == "left-theme"
            and subject.measured is not None
            and subject.measured.lower() not in _GENERAL
        ):
            return None
        elliptic = self._elliptic(amount)
        for k in range(amount.begin - 1, start - 1, -1):
            if any(t.first <= k < t.last for t in self.themes):
                continue
            if self.tokens[k].kind != "w":
                if self.tokens[k].kind == "n" or self.tokens[k].text in (",", ";", "("):
                    break
                continue
            for indicator_id in verb_indicators(self.tokens, k, amount.first):
                if indicator_id == "land_area" and not elliptic:
                    continue
                if (
                    self._fits(indicator_id, unit, change)
                    and unit != "percent"
                    and (indicator_id != "population" or (amount.noun is None and unit == "person"))
                ):
                    return Bound(indicator_id, self._text(k, k + 1), "verb", k)
            if amount.kind in ("mass", "oil", "energy", "volume") and frame.kind == "level":
                product = self._product_of_subject(amount, entity)
                measure = product_verb(self.tokens, k, product)
                if measure == "output" and product is not None and _cumulative_words(self.tokens, amount):
                    total = derived(product.measures.get("output") or "", "cumulative")
                    if total is not None:
                        return Bound(total.indicator_id, f"{product.label} output", "verb-of-subject", k)
                if measure is not None and product is not None:
                    return Bound(
                        product.measures.get(measure),
                        f"{product.label} {measure.replace('_', ' ')}",
                        "verb-of-subject",
                        k,
                    )
        return None

    def _product_of_subject(self, amount: Amount, entity: Entity | None) -> Product | None:
        """The product that the subject of the clause makes: mines raise coal, oilfields pump crude."""
        start = self.clauses.start(amount.first)
        before = [p for p in self.products if start <= p.first < amount.first]
        if before:
            return before[-1].product
        for k in range(amount.first - 1, start - 1, -1):
            word = self.tokens[k].lower
            if word in ("mines", "pits", "collieries", "mine", "pit", "colliery"):
                return products().get("coal")
        if entity is not None and entity.noun in _PRODUCT_OF_NOUN:
            return products().get(_PRODUCT_OF_NOUN[entity.noun])
        inherited = [
            bound
            for _, bound in reversed(self.earlier)
            if bound.indicator and bound.indicator.endswith(("_output", "_capacity"))
        ]
        return _product_of_indicator(inherited[0].indicator) if inherited else None

    def _left(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """The nearest fitting theme to the left, in the clause first, then in the sentence."""
        start = self.clauses.start(amount.first)
        depth = self.clauses.depth[amount.first]
        before = [
            t
            for t in self.themes
            if t.last <= amount.begin
            and self._fits(t.indicator, unit, change)
            and self.clauses.depth[t.first] <= depth
            and not self._aside(t, amount)
        ]
        if change and unit == "percent":
            before = [
                t
                for t in before
                if (one := known(t.indicator)) is None
                or one.quantity_kind != "count"
                or amount.begin - t.last <= 4
                or not self._is_general(t)
            ]
        here = [t for t in before if t.first >= start]
        if here:
            special = [t for t in here if not self._is_general(t)]
            theme = (special or here)[-1]
            return Bound(theme.indicator, theme.words, "left-theme", theme.first)
        before = [t for t in before if not self._is_general(t) or t.first <= 1]
        if before and frame.name not in ("distance",) and not self._own_subject(amount, start):
            theme = before[-1]
            return Bound(theme.indicator, theme.words, "left-theme-of-sentence", theme.first)
        return None

    def _elliptic(self, amount: Amount) -> bool:
        """Whether the clause names nothing of its own before the amount: only names, pronouns, periods and verbs of change."""
        start = self.clauses.start(amount.first)
        for k in range(start, amount.begin):
            token = self.tokens[k]
            if (
                token.kind == "w"
                and k not in self.covered
                and token.lower not in STOP
                and token.lower not in _LIGHT
                and not token.lower.endswith("ly")
            ):
                return False
        return True

    def _bare_measure(
        self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None
    ) -> Bound | None:
        """As in "output had fallen to 1.2 million tonnes": a bare measure is of the product last told of."""
        start = self.clauses.start(amount.first)
        for k in range(amount.begin - 1, start - 1, -1):
            measure = BARE_MEASURES.get(self.tokens[k].lower)
            if measure is None or any(t.first <= k < t.last for t in self.themes):
                continue
            named = [
                t
                for t in self.themes
                if t.last <= start
                and t.indicator is not None
                and f"_{measure}" in t.indicator
                and self._fits(t.indicator, unit, change)
            ]
            if named:
                return Bound(named[-1].indicator, named[-1].words, "bare-measure", named[-1].first)
            for _, bound in reversed(self.earlier[-6:]):
                product = _product_of_indicator(bound.indicator)
                if (
                    product is not None
                    and measure in product.measures
                    and self._fits(product.measures[measure], unit, change)
                ):
                    return Bound(
                        product.measures[measure], f"{product.label} {self.tokens[k].lower}", "bare-measure", k
                    )
            return None
        return None

    def _is_general(self, theme: Theme) -> bool:
        """Whether the theme is an everyday word that gives way to a more particular one."""
        return theme.words.lower() in _GENERAL

    def _own_subject(self, amount: Amount, start: int) -> bool:
        """Whether the clause names a subject of its own that no theme covers, so that an earlier clause's theme is not meant."""
        words = [t for t in self.tokens[start : amount.begin] if t.kind == "w" and t.lower not in STOP]
        return len(words) >= 3 and self.tokens[start].lower in ("and", "while") and False

    def _aside(self, theme: Theme, amount: Amount) -> bool:
        """A theme inside "in terms of", "for GDP growth" after another amount is no subject."""
        return self._word(theme.first - 1) in ("for", "without", "despite", "because") and amount.begin - theme.last > 3

    def _appositive(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "11 million fewer people, a decline of 10%", "9,118, down 92 per cent": the same thing said once more."""
        if frame.kind != "change" and frame.name not in ("gap-to", "moved-from"):
            return None
        previous = next((a for a in reversed(self.amounts) if a.last <= amount.begin), None)
        if previous is None or not self.earlier or self.here == 0:
            return None
        gap = [t.lower for t in self.tokens[previous.last : amount.begin]]
        if (
            len(gap) > 14
            or ";" in gap
            or any(previous.last <= t.first < amount.begin and not self._is_general(t) for t in self.themes)
        ):
            return None
        if "," not in gap and gap[:1] not in (["to"], ["from"], ["("]):
            return None
        bound = self.earlier[-1][1]
        return (
            replace(bound, rule="appositive")
            if bound.indicator is None or self._fits(bound.indicator, unit, change)
            else None
        )

    def _economy(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "Together they grew by 6%": a place that grows in per cent, with nothing else named, is its economy."""
        if (
            not change
            or unit != "percent"
            or entity is None
            or entity.subject is not None
            or not self._elliptic(amount)
        ):
            return None
        words = [t.lower for t in self.tokens[self.clauses.start(amount.first) : amount.begin]]
        return (
            Bound("gdp", "economy", "economy-of-place")
            if {"grew", "grow", "grown", "growing", "expanded", "contracted", "shrank"} & set(words[-5:])
            else None
        )

    def last_told(self) -> Bound | None:
        """What the last figure measured."""
        return self.earlier[-1][1] if self.earlier else None

    def _of_facility(
        self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None
    ) -> Bound | None:
        """What an oilfield, a mine or a steelworks makes, where tonnes of nothing named are told of it."""
        if (
            amount.kind not in ("mass", "oil", "energy", "volume")
            or entity is None
            or entity.noun not in _PRODUCT_OF_NOUN
        ):
            return None
        product = products().get(_PRODUCT_OF_NOUN[entity.noun])
        if product is None:
            return None
        measure = self._measure(amount, product)
        return Bound(product.measures.get(measure), f"{product.label} {measure}", "product-of-facility")

    def _price(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "an apartment sells for 20,000 yuan", "homes go for 2,000 yuan per square metre": what is sold has a price."""
        if amount.kind != "money":
            return None
        start = self.clauses.start(amount.first)
        words = [t.lower for t in self.tokens[start : amount.begin]]
        if not _PRICE_VERBS & set(words[-6:]):
            return None
        home = next((w for w in reversed(words) if w in _HOMES or singular(w) in _HOMES), None)
        if home is not None:
            by_area = amount.per is not None and amount.per.kind == "area"
            if by_area:
                second = {"second", "used", "existing"} & set(words)
                return Bound("secondhand_home_price" if second else "home_price", home, "price-of-home")
            return Bound("apartment_price", home, "price-of-home")
        product = next(
            (p for p in reversed(self.products) if start <= p.first < amount.begin and "price" in p.product.measures),
            None,
        )
        return (
            Bound(product.product.measures["price"], f"{product.product.label} price", "price-of-product")
            if product is not None
            else None
        )

    def _right(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """As in "353 sq km of the city is affected by subsidence", "5.29 million tonnes ... of coal came out"."""
        stop = min(self.clauses.stop(amount.first), self._next_amount(amount))
        for theme in self.themes:
            if (
                amount.last <= theme.first < min(stop, amount.last + 12)
                and self._fits(theme.indicator, unit, change)
                and unit not in ("1", "person")
            ):
                return Bound(theme.indicator, theme.words, "right-theme", theme.first)
        return None

    def _inherited(self, amount: Amount, frame: Frame, unit: str, change: bool, entity: Entity | None) -> Bound | None:
        """The last figure's indicator, where the amount fits it and its own clause names nothing else."""
        for _, bound in reversed(self.earlier[-6:]):
            if bound.indicator is not None and self._fits(bound.indicator, unit, change):
                if amount.noun is not None or not (self._elliptic(amount) or frame.name in ("moved-to", "moved-from")):
                    return None
                return Bound(bound.indicator, bound.measured, "inherited")
        if (
            unit == "person"
            and amount.noun is None
            and entity is not None
            and entity.subject is None
            and self._word(amount.begin - 1) in ("of", "counted", "had", "has", "to", "at", "with")
        ):
            return Bound("population", "inhabitants", "people-of-place")
        return None

    def ratio(self, amount: Amount, frame: Frame, entity: Entity | None) -> Bound:
        """As in "seven times as much land as", "twice the price of": what is compared stands behind the factor, else before it."""
        stop = min(self.clauses.stop(amount.first), amount.last + 6)
        for theme in self.themes:
            if amount.last <= theme.first < stop:
                return Bound(theme.indicator, theme.words, "right-theme", theme.first)
        words = [t.lower for t in self.tokens[amount.last : stop]]
        if words[:2] in (["as", "much"], ["as", "many"], ["as", "large"], ["as", "big"]):
            if "land" in words or words[1] in ("large", "big"):
                return Bound("land_area", "land", "as-much-land")
            if words[2:3] == ["people"]:
                return Bound("population", "people", "as-many")
        return self.bind(amount, frame, entity)

    # ------------------------------------------------------------------ shares
    def share(self, amount: Amount, scope: str, subject_words: str | None) -> Bound:
        """As in "6.98 percent of the mainland total", "half of the city's GDP". `scope`: national, provincial, city or "" of the whole."""
        i = amount.last
        stop = min(self.clauses.stop(amount.first), self._next_amount(amount), i + 10)
        counted_before = next(
            (a for a in reversed(self.amounts) if a.first < amount.first and a.noun is not None), None
        )
        heads = [
            self.tokens[a.noun[1] - 1].lower for a in (amount, counted_before) if a is not None and a.noun is not None
        ]
        noun_here = counted_noun(self.tokens, i)
        heads += [noun_here.head] if noun_here is not None else []
        for head in heads:
            composed = composed_indicator(self.tokens, singular(head), i, self.clauses.stop(amount.first), share=True)
            if composed is not None:
                return Bound(composed, f"share of {head}", "composed")
        following = next((a for a in self.amounts if a.first > amount.first), None)
        if following is not None and following.noun is not None and following.begin - i <= 4 and self._word(i) == "of":
            counted = counted_indicator(self.tokens, *following.noun)
            made = derived(counted, _FAMILY_OF_SCOPE[scope]) if counted and scope in _FAMILY_OF_SCOPE else None
            if made is not None:
                return Bound(made.indicator_id, f"share of {scope} {self._text(*following.noun)}", "share-of-counted")
        whole = next((t for t in self.themes if i <= t.first < stop), None)
        product = next((p for p in self.products if i <= p.first < stop), None)
        part = self._part(amount)
        if whole is not None and whole.indicator is not None:
            sector = sector_share(part, whole.indicator) if part else None
            if sector is not None:
                return Bound(sector.indicator_id, f"share of {whole.words}", "sector-share", whole.first)
            family = _FAMILY_OF_SCOPE.get(scope)
            made = derived(whole.indicator, family) if family else None
            if made is not None:
                return Bound(made.indicator_id, f"share of {scope} {whole.words}", "share-of", whole.first)
            return Bound(None, f"{part or ''} share of {whole.words}".strip(), "share-of", whole.first)
        if product is not None and "output" in product.product.measures:
            family = _FAMILY_OF_SCOPE.get(scope)
            made = derived(product.product.measures["output"], family) if family else None
            if made is not None:
                return Bound(
                    made.indicator_id, f"share of {scope} {product.product.label} output", "share-of", product.first
                )
        if part and self._word(i + 1) in ("its", "the") and self._word(i + 2) in ("output", "economy"):
            sector = sector_share(part, "gdp")
            if sector is not None:
                return Bound(sector.indicator_id, f"share of {self._word(i + 2)}", "share-of")
        words = self._noun_words(i + 1)
        total = self._word(i + 1) in ("it", "the", "its", "this", "that") and any(
            self._word(k) in ("total", "it", "whole") for k in range(i + 1, min(len(self.tokens), i + 6))
        )
        noun = counted_noun(self.tokens, i)
        if noun is not None:
            counted = counted_indicator(self.tokens, noun.first, noun.last)
            family = _FAMILY_OF_SCOPE.get(scope)
            made = derived(counted, family) if counted and family else None
            if made is not None:
                return Bound(
                    made.indicator_id, f"share of {scope} {self._text(noun.first, noun.last)}", "share-of", noun.first
                )
        if total or words in ("total", "nation", "country", "whole"):
            for _, bound in reversed(self.earlier[-4:]):
                family = _FAMILY_OF_SCOPE.get(scope)
                made = derived(bound.indicator, family) if bound.indicator and family else None
                if made is not None:
                    return Bound(made.indicator_id, f"share of {scope} {bound.measured}", "share-of-total")
        if words in ("land", "area", "territory") or (words and words.endswith(" land")):
            made = derived(
                "land_area",
                {"national": "share_of_national", "provincial": "share_of_provincial"}.get(scope, "share_of_national"),
            )
            if made is not None:
                return Bound(made.indicator_id, f"share of {scope} land", "share-of")
        predicate = self._predicate(amount)
        return Bound(None, f"share of {scope + ' ' if scope else ''}{words or ''} {predicate}".strip(), "share-of")

    def _predicate(self, amount: Amount) -> str:
        """The verb phrase that a share is the subject of, for its words: "half of them have lost inhabitants"."""
        i = amount.last
        stop = min(len(self.tokens), self.clauses.stop(amount.first), i + 14)
        return " ".join(t.lower for t in self.tokens[i:stop] if t.kind == "w" and t.lower not in STOP)

    def _part(self, amount: Amount) -> str | None:
        """The branch of the economy that is the subject of the clause: "coal", "tourism"."""
        table = sectors()
        start = self.clauses.start(amount.first)
        words_here = [t.lower for t in self.tokens[start : amount.begin]]
        if any(
            a == "that" and b in ("industry", "sector", "branch")
            for a, b in zip(words_here, words_here[1:], strict=False)
        ):
            start = 0
        for k in range(amount.begin - 1, start - 1, -1):
            for size in (3, 2, 1):
                if k - size + 1 >= start:
                    words = " ".join(t.lower for t in self.tokens[k - size + 1 : k + 1])
                    if words in table:
                        return table[words]
        return None

    # ------------------------------------------------------------------ words
    def _noun_words(self, i: int) -> str | None:
        out = []
        for k in range(i, min(len(self.tokens), i + 7)):
            token = self.tokens[k]
            if token.kind != "w" and token.text not in "-‐‑":
                break
            if token.lower in ("the", "a", "an", "its", "all", "their") and not out:
                continue
            if token.lower.endswith("'s") and not out:
                continue
            if token.lower in STOP:
                break
            out.append(token.text)
        return " ".join(out) or None

    def _subject_words(self, amount: Amount) -> str | None:
        """The content words before the amount in its clause: an unknown measure keeps its words."""
        start = self.clauses.start(amount.first)
        words = [
            t.text
            for t in self.tokens[start : amount.begin]
            if t.kind == "w" and t.lower not in STOP and not t.lower.endswith("'s")
        ]
        if amount.noun is not None:
            words.append(self._text(*amount.noun))
        elif not words:
            stop = self.clauses.stop(amount.first)
            words = [
                t.text
                for t in self.tokens[amount.last : min(stop, amount.last + 8)]
                if t.kind == "w" and t.lower not in STOP
            ]
        return " ".join(words[-6:]) or None

    def _text(self, first: int, last: int) -> str:
        out = self.tokens[first].text
        for k in range(first + 1, last):
            out += ("" if self.tokens[k].glued else " ") + self.tokens[k].text
        return out

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _next_amount(self, amount: Amount) -> int:
        return min((other.begin for other in self.amounts if other.first > amount.first), default=len(self.tokens))


def _cumulative_words(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether the clause speaks of a total so far: "since it came on stream", "had given up", "has yielded"."""
    words = [token.lower for token in tokens]
    perfect = {"had", "has", "have"} & set(words[max(0, amount.begin - 4) : amount.begin])
    return (
        "since" in words[amount.last :]
        or "altogether" in words
        or ("so" in words and "far" in words)
        or bool(perfect and words[:3] == ["by", "the", "time"])
    )


def _product_of_indicator(indicator_id: str | None) -> Product | None:
    for product in products().values():
        if indicator_id in product.measures.values():
            return product
    return None
