"""Implications: what a counted noun or a verb says of what is measured, without naming the measure.

Belongs here: from "mines", "employ", "dug up" to an indicator or a measure of a product. Does not: which amount it is
said of (`binding`), or words that name a measure (`themes`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from pipeline.extraction.lemmas import singular, verb_lemmas
from pipeline.extraction.tokens import Token
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import nouns, verbs
from pipeline.vocabulary.language import Composition, compositions, implied_measures
from pipeline.vocabulary.products import Product, measure_verbs, products

Words = tuple[str, ...]


def _compositions_by_noun() -> dict[str, list[Composition]]:
    out: dict[str, list[Composition]] = {}
    for one in compositions():
        out.setdefault(one.noun, []).append(one)
    return out


def _verbs_by_first_word(table: Mapping[str, Words]) -> dict[str, list[tuple[Words, Words]]]:
    out: dict[str, list[tuple[Words, Words]]] = {}
    for verb, indicators in table.items():
        words = tuple(verb.split())
        out.setdefault(words[0], []).append((words, indicators))
    return out


_NOUNS = {noun.replace("-", " "): indicator_id for noun, indicator_id in nouns().items()}
_COMPOSITIONS = _compositions_by_noun()
_HARMLESS = language.words("implications", "harmless")
_IMPLIED = implied_measures()
_HOLD = "hold"
_STEADY = language.words("implications", "steady")
"""What stands behind "held" where a measure is held at a level, and nothing in store."""
_VERBS = _verbs_by_first_word(verbs())


def counted_indicator(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The indicator that a count of the noun phrase means, by its longest known tail: "coal mines", then "mines".

    Null where a word before the tail makes it a part of what the indicator counts: "hill villages", "foreign guests".
    """
    words = [token.lower for token in tokens[first:last] if token.kind == "w"]
    if not words:
        return None
    words[-1] = singular(words[-1])
    tails = (k for k in range(len(words)) if " ".join(words[k:]) in _NOUNS)
    k = next(tails, None)
    if k is None or not all(_is_harmless(word) for word in words[:k]):
        return None
    return _NOUNS[" ".join(words[k:])]


def _is_harmless(word: str) -> bool:
    """Whether a word before a noun leaves open all that the noun may mean, as an adverb or "local" does."""
    return word in _HARMLESS or word.endswith("ly")


def composed_indicator(tokens: Sequence[Token], noun: str, first: int, stop: int, *, share: bool) -> str | None:
    """The indicator that a noun, in the singular, makes with what tokens `first` to `stop` (exclusive) say of it.

    As in towns that "are running out of ore". `share`: of the part that it is said of, not of their count.
    """
    said = ""
    for one in _COMPOSITIONS.get(noun, ()):
        said = said or f" {' '.join(token.lower for token in tokens[first:stop])} ".replace(" - ", "-")
        target = one.share if share else one.count
        if target is not None and any(f" {words} " in said for words in one.words):
            return target
    return None


def verb_indicators(tokens: Sequence[Token], i: int, before: int) -> tuple[str, ...]:
    """The indicators that the verb at token `i` may mean of the amount that starts at token `before`."""
    for lemma in verb_lemmas(tokens[i].lower) if may_imply(tokens[i].lower) else ():
        for words, indicators in _VERBS.get(lemma, ()):
            if all(i + k < before and tokens[i + k].lower == words[k] for k in range(1, len(words))):
                return indicators
    return ()


@cache
def _implying() -> frozenset[str]:
    """The first words, in their base form, of all verbs that imply anything."""
    of_products = (product.verbs for product in products().values())
    tables = (_VERBS, measure_verbs(), *_IMPLIED.values(), *of_products)
    return frozenset(verb.partition(" ")[0] for table in tables for verb in table)


@lru_cache(maxsize=20_000)
def may_imply(word: str) -> bool:
    """Whether a word, lower case, may be a verb that says anything of what is measured: most words are none."""
    return not _implying().isdisjoint(verb_lemmas(word))


def implied_noun(tokens: Sequence[Token], i: int, kind: str) -> str | None:
    """What the verb at token `i` says of an amount of that quantity kind: "spent" spending, "owes" debt."""
    nouns_of = _IMPLIED.get(kind)
    if nouns_of is None or not may_imply(tokens[i].lower):
        return None
    following = f" {tokens[i + 1].lower}" if i + 1 < len(tokens) else ""
    if following[1:] in _STEADY and _HOLD in verb_lemmas(tokens[i].lower):
        return None
    verbs_of = (verb for lemma in verb_lemmas(tokens[i].lower) for verb in (lemma + following, lemma))
    return next((nouns_of[verb] for verb in verbs_of if verb in nouns_of), None)


def product_verb(tokens: Sequence[Token], i: int, product: Product | None) -> str | None:
    """The measure that the verb at token `i` says of a product: "produced" output, "burned" consumption.

    None where the verb only says that nothing moved: "held steady", "held at".
    """
    if not may_imply(tokens[i].lower):
        return None
    following = f" {tokens[i + 1].lower}" if i + 1 < len(tokens) else ""
    for lemma in verb_lemmas(tokens[i].lower):
        for verb in dict.fromkeys((lemma + following, lemma)):
            if product is not None and verb in product.verbs:
                return "output"
            if verb in measure_verbs():
                return None if verb == _HOLD and following[1:] in _STEADY else measure_verbs()[verb]
    return None
