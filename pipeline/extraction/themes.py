"""Themes: the words of a sentence that say what is measured, as indicators of the vocabulary or as plain words.

Belongs here: finding indicator phrases, products and verbs that imply an indicator. Does not: which amount has which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.lemmas import plural, singular, verb_lemmas
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.indicators import Indicator, indicator, nouns, phrases, verbs
from pipeline.vocabulary.language import compositions, words
from pipeline.vocabulary.products import Product, measure_verbs, product_words


@dataclass(frozen=True, slots=True)
class Theme:
    """What is measured, over tokens `first` to `last` (exclusive): an indicator id, or null and the words alone."""

    first: int
    last: int
    indicator: str | None
    words: str
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class ProductMention:
    """A product named over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    product: Product


def _with_plurals(table: dict[str, str]) -> dict[str, str]:
    out = dict(table)
    for phrase, value in table.items():
        head, _, last = phrase.rpartition(" ")
        if last.isalpha():
            out.setdefault(f"{head} {plural(last)}".strip(), value)
    return out


_PHRASES: PhraseTable[str] = PhraseTable(_with_plurals(dict(phrases())))
_PRODUCTS: PhraseTable[Product] = PhraseTable(dict(product_words()))
_NOUNS = {noun.replace("-", " "): indicator_id for noun, indicator_id in nouns().items()}
_VERBS: PhraseTable[tuple[str, ...]] = PhraseTable(dict(verbs()))
_VERBS_BY_WORD: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
for _verb, _ids in verbs().items():
    _words = tuple(_verb.split())
    _VERBS_BY_WORD.setdefault(_words[0], []).append((_words, _ids))
_MEASURE_VERBS = measure_verbs()
_COMPOSITIONS = compositions()
# Nouns of measure that make an indicator of any product: "output of copper strip", "copper strip output".
BARE_MEASURES = {
    "output": "output", "production": "output", "harvest": "output", "generation": "output", "reserves": "reserves", "deposits": "reserves", "price": "price",
    "prices": "price", "capacity": "capacity", "exports": "exports", "imports": "imports", "sales": "sales", "consumption": "consumption", "stocks": "stocks",
    "inventories": "stocks", "stockpiles": "stocks", "yield": "yield",
}  # fmt: skip


def find_themes(tokens: Sequence[Token]) -> list[Theme]:
    """All indicator phrases and "<measure> of <product>" in order, none overlapping."""
    out: list[Theme] = []
    i, count = 0, len(tokens)
    while i < count:
        if tokens[i].kind != "w":
            i += 1
            continue
        theme = _measure_of(tokens, i)
        found = _PHRASES.starting_at(tokens, i)
        bare = _bare_possessive(tokens, i) if found is None else None
        if found is not None and (theme is None or found[1] >= theme.last):
            theme = Theme(i, found[1], found[0], _text(tokens, i, found[1]))
        if theme is None:
            theme = _product_measure(tokens, i) or bare
        if theme is None:
            i += 1
        else:
            out.append(theme)
            i = theme.last
            if tokens[theme.first].lower in BARE_MEASURES:
                further = _measure_list(tokens, theme)
                out += further
                i = further[-1].last if further else i
    return out


def _measure_list(tokens: Sequence[Token], first: Theme) -> list[Theme]:
    """As in "output of crude steel, pig iron and vanadium slag was": one measure of each product of a list that ends before a verb."""
    measure = tokens[first.first].lower
    out: list[Theme] = []
    i = first.last
    last_joint = ""
    while i + 1 < len(tokens) and tokens[i].lower in (",", "and") and last_joint != "and":
        last_joint = tokens[i].lower
        if tokens[i + 1].lower == "and":
            i += 1
            last_joint = "and"
        j = i + 1
        found = _PRODUCTS.starting_at(tokens, j)
        last = found[1] if found is not None else j
        while (
            found is None
            and last < len(tokens)
            and last < j + 3
            and tokens[last].kind == "w"
            and tokens[last].lower not in _STOP_AFTER
        ):
            last += 1
        if last == j:
            return []
        product = found[0] if found is not None else None
        words = f"{_text(tokens, j, last)} {measure}"
        out.append(Theme(j, last, product.measures.get(BARE_MEASURES[measure]) if product else None, words))
        i = last
    followed = i < len(tokens) and tokens[i].lower in (
        "was",
        "were",
        "is",
        "are",
        "rose",
        "fell",
        "reached",
        "came",
        "stood",
        "totalled",
    )
    return out if last_joint == "and" and followed else []


def find_products(tokens: Sequence[Token]) -> list[ProductMention]:
    """All products named, in order."""
    out: list[ProductMention] = []
    i = 0
    while i < len(tokens):
        found = _PRODUCTS.starting_at(tokens, i) if tokens[i].kind == "w" else None
        if found is None:
            i += 1
            continue
        out.append(ProductMention(i, found[1], found[0]))
        i = found[1]
    return out


def counted_indicator(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The indicator that a count of the noun phrase means, by its longest known tail: "coal mines", then "mines"."""
    words = [token.lower for token in tokens[first:last] if token.kind == "w"]
    if not words:
        return None
    words[-1] = singular(words[-1])
    for k in range(len(words)):
        phrase = " ".join(words[k:])
        if phrase in _NOUNS:
            return _NOUNS[phrase]
    return None


def composed_indicator(tokens: Sequence[Token], noun: str, first: int, stop: int, *, share: bool) -> str | None:
    """The indicator that a counted noun makes with what is said of it: cities that "have exhausted their resources"."""
    said = " ".join(token.lower for token in tokens[first:stop]).replace(" - ", "-")
    for one in _COMPOSITIONS:
        target = one.share if share else one.count
        if one.noun == noun and target is not None and any(words in said for words in one.words):
            return target
    return None


def verb_indicators(tokens: Sequence[Token], i: int, before: int) -> tuple[str, ...]:
    """The indicators that the verb at token `i` may mean of the amount that starts at token `before`."""
    for lemma in verb_lemmas(tokens[i].lower):
        for words, ids in _VERBS_BY_WORD.get(lemma, ()):
            if all(i + k < before and tokens[i + k].lower == words[k] for k in range(1, len(words))):
                return ids
    return ()


def product_verb(tokens: Sequence[Token], i: int, product: Product | None) -> str | None:
    """The measure that the verb at token `i` says of a product ("produced" -> output, "burned" -> consumption)."""
    for lemma in verb_lemmas(tokens[i].lower):
        for words in (f"{lemma} {tokens[i + 1].lower}" if i + 1 < len(tokens) else lemma, lemma):
            if product is not None and words in product.verbs:
                return "output"
            if words in _MEASURE_VERBS:
                return _MEASURE_VERBS[words]
    return None


def known(indicator_id: str | None) -> Indicator | None:
    """The indicator of that id."""
    return indicator(indicator_id) if indicator_id else None


def _measure_of(tokens: Sequence[Token], i: int) -> Theme | None:
    """As in "output of copper strip", "sales of land-use rights": the measure of a product, known or not."""
    measure = BARE_MEASURES.get(tokens[i].lower)
    if measure is None or i + 2 >= len(tokens) or tokens[i + 1].lower not in ("of", "from"):
        return None
    j = i + 2
    if tokens[j].lower in ("the", "its"):
        j += 1
    found = _PRODUCTS.starting_at(tokens, j)
    if found is not None:
        product, last = found
        return Theme(i, last, product.measures.get(measure), f"{_text(tokens, j, last)} {tokens[i].lower}")
    last = j
    while last < len(tokens) and last < j + 3 and tokens[last].kind == "w" and tokens[last].lower not in _STOP_AFTER:
        last += 1
    if last == j or tokens[i + 1].lower == "from" or tokens[j].text[0].isupper():
        return None
    return Theme(i, last, None, f"{_text(tokens, j, last)} {tokens[i].lower}")


_STOP_AFTER = words("themes", "stop_after")


def _product_measure(tokens: Sequence[Token], i: int) -> Theme | None:
    """As in "crude output", "coal reserves", "methanol production" where the vocabulary has no such phrase."""
    found = _PRODUCTS.starting_at(tokens, i)
    if found is None or found[1] >= len(tokens):
        return None
    product, last = found
    measure = BARE_MEASURES.get(tokens[last].lower)
    if measure is None:
        return None
    return Theme(i, last + 1, product.measures.get(measure), _text(tokens, i, last + 1))


def _bare_possessive(tokens: Sequence[Token], i: int) -> Theme | None:
    """An indicator phrase whose last word is a possessive: "unemployment's"."""
    word = tokens[i].lower
    if not word.endswith("'s"):
        return None
    value = phrases().get(word[:-2])
    return Theme(i, i + 1, value, word[:-2], possessive=True) if value else None


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    out = tokens[first].text
    for k in range(first + 1, last):
        out += ("" if tokens[k].glued else " ") + tokens[k].text
    return out
