"""Numbers that count nothing new: "one of them", "the two", "number one", "double down", "twice a week".

Belongs here: pronouns, articles and turns of phrase that hold a number word. Does not: amounts.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Verdict, first_verdict, verdict
from pipeline.extraction.nouns import is_plural
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.units import UNIT_WORDS
from pipeline.vocabulary.language import calendar, words

_SPANS = calendar().spans
_SMALL = words("idioms", "small")
_AFTER_PRONOUN = words("idioms", "after_pronoun")
_POINTING = words("idioms", "pointing")
_AFTER_MULTIPLE = frozenset({"digit", "down", "standards", "check"})
_AFTER_HYPHEN = frozenset({"digit", "track", "decker", "edged"})
_AFTER_ADVERB = frozenset({"a", "over", "before", "about", "daily", "weekly"})
_COUNTING = frozenset({"become", "becomes", "became", "just", "only"})
_ENDS = frozenset({",", ".", ";", ""})
_PARTS = frozenset({"third", "fifth", "tenth"})


def idiom_with_factor(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "double-digit", "double down", "twice a week"."""
    after, further = word_at(tokens, numeral.last), word_at(tokens, numeral.last + 1)
    if numeral.form == "multiple":
        found = after in _AFTER_MULTIPLE or (after in JOINERS and further in _AFTER_HYPHEN)
    else:
        found = after in _AFTER_ADVERB
    return verdict(numeral, "idiom", "turn of phrase") if found else None


def idiom_with_small_number(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "one of them", "one day", "number one", "the two", "the three provinces"."""
    if numeral.scaled or tokens[numeral.first].lower not in _SMALL or numeral.last > numeral.first + 1:
        return None
    return first_verdict((_one,) if numeral.value == 1 else (_pointing_back,), tokens, numeral)


def _one(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """A lone "one" is a pronoun or an article, unless the words around it count with it."""
    before, after = word_at(tokens, numeral.first - 1), word_at(tokens, numeral.last)
    if before == "number":
        return verdict(numeral, "idiom", "turn of phrase")
    if after in _AFTER_PRONOUN and not (after == "of" and before in _SMALL):
        return verdict(numeral, "idiom", "pronoun, counts nothing")
    if _opens_share(tokens, numeral.last):
        return None
    if after in _SPANS:
        return verdict(numeral, "window", "length of time, not a figure", quantity=True)
    if after in UNIT_WORDS or (after in JOINERS and word_at(tokens, numeral.last + 1) in _PARTS):
        return None
    if before in _COUNTING or (before == "to" and after in _ENDS):
        return None
    return verdict(numeral, "idiom", "pronoun or article, counts nothing")


def _opens_share(tokens: Sequence[Token], j: int) -> bool:
    """As in "one in five", "one resident out of three"."""
    following = [word_at(tokens, j + k) for k in range(4)]
    return not {"in", "out"}.isdisjoint(following[:2]) and not _SMALL.isdisjoint(following[1:])


def _pointing_back(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the three provinces", "both two"; "the five per cent" and "the two tonne limit" are amounts."""
    if word_at(tokens, numeral.first - 1) not in _POINTING:
        return None
    after = word_at(tokens, numeral.last)
    if after in ("%", "per", "percent") or (after in UNIT_WORDS and not is_plural(after)):
        return None
    return verdict(numeral, "idiom", "points back to things already named", quantity=True)
