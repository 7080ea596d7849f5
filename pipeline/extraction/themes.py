"""Themes: the words of a sentence that say what is measured, as indicators of the vocabulary or as plain words.

Belongs here: finding indicator phrases, products, and a measure of a product. Does not: what a counted noun or a verb
implies (`implications`), or which amount has which theme (`binding`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction.lemmas import plural
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.values import frozen
from pipeline.extraction.wording import as_written
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import Indicator, general_phrases, indicator, phrases
from pipeline.vocabulary.products import Product, measure_nouns, product_words

_STOP_AFTER = language.words("themes", "stop_after")
_FOLLOWS_LIST = language.words("themes", "follows_list")
_OWNERS = frozenset(language.entity_nouns().references)
"""What a text speaks of, and no product: "the city", "the mine"."""
_COSTS = frozenset({"cost", "costs"})
_MODALS = frozenset({"will", "would", "can", "could", "must", "may", "might", "should"})
_BEFORE_VERB = _MODALS | language.words("themes", "before_verb")
_BASE_VERBS = {"pay": _MODALS | {"to"}, "rent": _BEFORE_VERB, "trade": _BEFORE_VERB}
"""Nouns of measures that are verbs behind a modal one or their subject."""
_BEFORE_MONEY = frozenset({"about", "around", "some", "nearly", "almost", "only", "just"})
_OTHER_HEADS = language.words("themes", "other_heads")
_PRONOUNS = frozenset({"it", "he", "she", "who", "which"})
_ADVERBS = frozenset({"now", "still", "also", "only"})
_LONGEST_UNKNOWN = 3


@frozen
class Theme:
    """What is measured, over tokens `first` to `last` (exclusive): an indicator id, or null and the words alone."""

    first: int
    last: int
    indicator: str | None
    words: str


@frozen
class ProductMention:
    """A product named over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    product: Product


def _with_plurals(table: Mapping[str, str]) -> dict[str, str]:
    out = dict(table)
    for phrase, value in table.items():
        head, _, last = phrase.rpartition(" ")
        # "pays" is a verb; where the plural of an everyday word is a noun, the vocabulary has it.
        if last.isalpha() and phrase not in general_phrases():
            out.setdefault(f"{head} {plural(last)}".strip(), value)
    return out


_PHRASES: PhraseTable[str] = PhraseTable(_with_plurals(phrases()))
_PRODUCTS: PhraseTable[Product] = PhraseTable(product_words())
_FIRST_OF_PRODUCTS = _PRODUCTS.first_words
_FIRST_WORDS = _PHRASES.first_words | _FIRST_OF_PRODUCTS | measure_nouns().keys()


def known(indicator_id: str | None) -> Indicator | None:
    """The indicator of that id; null where there is none."""
    return indicator(indicator_id) if indicator_id else None


def find_themes(tokens: Sequence[Token]) -> list[Theme]:
    """All indicator phrases and measures of products, in order, none overlapping."""
    out: list[Theme] = []
    words = [token.lower for token in tokens]
    for i in [i for i, word in enumerate(words) if word in _FIRST_WORDS or word.endswith("'s")]:
        theme = _theme_at(tokens, i) if not out or i >= out[-1].last else None
        if theme is None:
            continue
        out.append(theme)
        if tokens[i].lower in measure_nouns():
            out += _further_products(tokens, theme)
    return out


def find_products(tokens: Sequence[Token]) -> list[ProductMention]:
    """All products named, in order, none overlapping."""
    out: list[ProductMention] = []
    for i in [i for i, token in enumerate(tokens) if token.lower in _FIRST_OF_PRODUCTS]:
        found = _PRODUCTS.starting_at(tokens, i) if not out or i >= out[-1].last else None
        if found is not None and not _is_verb_of_pronoun(tokens, i):
            out.append(ProductMention(i, found[1], found[0]))
    return out


def _is_verb_of_pronoun(tokens: Sequence[Token], i: int) -> bool:
    """As in "it ships 300 tonnes", "which now trains": there the word is the verb."""
    before = i - 2 if word_at(tokens, i - 1) in _ADVERBS else i - 1
    return tokens[i].lower.endswith("s") and word_at(tokens, before) in _PRONOUNS


def _theme_at(tokens: Sequence[Token], i: int) -> Theme | None:
    """The theme that starts at a word: an indicator's phrase, unless "<measure> of <product>" is longer."""
    of_product = _measure_of(tokens, i) if tokens[i].lower in measure_nouns() else None
    found = _PHRASES.starting_at(tokens, i)
    if found is not None and tokens[found[1] - 1].lower == "sold" and word_at(tokens, found[1]) in ("for", "at"):
        # "A tonne of coal sold for": told is the price, not how much was sold.
        found = None
    if found is not None and (word_at(tokens, found[1]) in _OTHER_HEADS or _is_in_name(tokens, i, found[1])):
        # "The wage bill" is no wage, nor is an "Investment Bank" an investment.
        found = None
    if found is not None and tokens[i].lower in _BASE_VERBS and word_at(tokens, i - 1) in _BASE_VERBS[tokens[i].lower]:
        # "Half of what buyers will pay", "shares, which trade in Oslo"; jobs "that pay 3,000 a month" tell of a wage.
        found = None
    if found is not None and tokens[found[1] - 1].lower in _COSTS and _is_money(tokens, found[1]):
        # "A flat in a new building cost 1,500 euros": there it is the verb.
        found = None
    if found is not None and (of_product is None or found[1] >= of_product.last):
        return Theme(i, found[1], found[0], as_written(tokens, i, found[1]))
    if of_product is not None:
        return of_product
    word = tokens[i].lower
    made = _product_measure(tokens, i) if word in _FIRST_OF_PRODUCTS else None
    return made or (_possessive(tokens, i) if word.endswith("'s") else None)


def _is_in_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """As in "the European Investment Bank": a capital within the sentence, and on the word behind as well."""
    if first == 0 or last >= len(tokens) or tokens[last].kind != "w":
        return False
    theme, behind = tokens[first].text, tokens[last].text
    return theme[0].isupper() and not theme.isupper() and behind[0].isupper() and not behind.isupper()


def _is_money(tokens: Sequence[Token], i: int) -> bool:
    """Whether an amount of money begins at token `i`, as the object of a verb."""
    return i < len(tokens) and (tokens[i].kind in ("n", "m") or tokens[i].lower in _BEFORE_MONEY)


def _measure_of(tokens: Sequence[Token], i: int) -> Theme | None:
    """As in "output of copper strip", "sales of garden tools": the measure of a product, known or not."""
    measure = measure_nouns().get(tokens[i].lower)
    if measure is None or i + 2 >= len(tokens) or tokens[i + 1].lower not in ("of", "from"):
        return None
    first = i + 3 if tokens[i + 2].lower in ("the", "its") else i + 2
    found = _PRODUCTS.starting_at(tokens, first)
    if found is not None:
        product, last = found
        words = f"{as_written(tokens, first, last)} {tokens[i].lower}"
        return Theme(i, last, product.measures.get(measure), words)
    branch = _PHRASES.starting_at(tokens, first)
    if branch is not None and f"_{measure}" in branch[0]:
        # "The output of our light industry".
        return Theme(i, branch[1], branch[0], f"{as_written(tokens, first, branch[1])} {tokens[i].lower}")
    last = _end_of_unknown(tokens, first)
    if last == first or tokens[i + 1].lower == "from" or tokens[first].text[0].isupper():
        return None
    if tokens[first].lower in _OWNERS:
        # "exports of the city", "output of the mine"
        return None
    return Theme(i, last, None, f"{as_written(tokens, first, last)} {tokens[i].lower}")


def _end_of_unknown(tokens: Sequence[Token], first: int) -> int:
    """The token after a product that the vocabulary does not know: a few words that no verb or preposition is among."""
    last = first
    for token in tokens[first : first + _LONGEST_UNKNOWN]:
        predicate = last > first and token.lower.endswith("ed")
        if token.kind != "w" or token.lower in _STOP_AFTER or predicate:
            break
        last += 1
    return last


def _product_measure(tokens: Sequence[Token], i: int) -> Theme | None:
    """As in "crude output", "glass-wool production" where the vocabulary has no such phrase."""
    found = _PRODUCTS.starting_at(tokens, i)
    if found is None or found[1] >= len(tokens):
        return None
    product, last = found
    measure = measure_nouns().get(tokens[last].lower)
    if measure is None:
        return None
    return Theme(i, last + 1, product.measures.get(measure), as_written(tokens, i, last + 1))


def _possessive(tokens: Sequence[Token], i: int) -> Theme | None:
    """As in "unemployment's": an indicator's phrase of one word that owns what follows."""
    word = tokens[i].lower
    value = phrases().get(word.removesuffix("'s")) if word.endswith("'s") else None
    return Theme(i, i + 1, value, word.removesuffix("'s")) if value else None


def _further_products(tokens: Sequence[Token], first: Theme) -> list[Theme]:
    """As in "output of crude steel, cement and glass wool was": the measure of each further product of the list.

    None where no "and" closes the list, or no verb follows it, so that it may go on to say something else.
    """
    noun = tokens[first.first].lower
    out: list[Theme] = []
    i, closed = first.last, False
    while not closed and i + 1 < len(tokens) and tokens[i].lower in (",", "and"):
        closed = "and" in (tokens[i].lower, tokens[i + 1].lower)
        theme = _listed_product(tokens, i + 2 if tokens[i + 1].lower == "and" else i + 1, noun)
        if theme is None:
            return []
        out.append(theme)
        i = theme.last
    return out if closed and i < len(tokens) and tokens[i].lower in _FOLLOWS_LIST else []


def _listed_product(tokens: Sequence[Token], first: int, noun: str) -> Theme | None:
    """The measure that `noun` names of the product at token `first`, known or not; null where none stands there."""
    found = _PRODUCTS.starting_at(tokens, first)
    if found is not None:
        product, last = found
        return Theme(
            first, last, product.measures.get(measure_nouns()[noun]), f"{as_written(tokens, first, last)} {noun}"
        )
    last = _end_of_unknown(tokens, first)
    return Theme(first, last, None, f"{as_written(tokens, first, last)} {noun}") if last > first else None
