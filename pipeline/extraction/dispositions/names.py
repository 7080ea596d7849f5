"""Numbers that a name is made with, or that class a thing: "No. 2", "G20", "Line 4", "three-bedroom", "third".

Belongs here: numerals that tell which, what kind, or what score. Does not: those that only identify (`codes`), or
names that are told by their letters (`models`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.models import BESIDE, GLUED, LONGEST_NUMBER, STARTS_OF_UNITS, is_counted
from pipeline.extraction.dispositions.verdict import Rule, Verdict, verdict
from pipeline.extraction.nouns import STOP, is_plural
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.registry import where_said
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.extraction.units import UNIT_WORDS, unit_after
from pipeline.vocabulary.language import calendar, words

_SPANS = calendar().spans
_NUMBER_SIGNS = frozenset({"no", "number", "nos", "#"})
_NUMBERED = words("names", "numbered")
_LONGEST_ROAD = 3
_ADVERBS = words("names", "adverbs")
_BEFORE_PLACE = frozenset({"in", "of", "at", "from", "to"})
_COLLECTIVES = words("names", "collectives")
_PLANS = frozenset({"plan", "plans", "program", "programme", "agenda", "manifesto"})
_ALWAYS_NUMBERED = words("names", "always_numbered")
_INDICES = words("names", "indices")
_ATTRIBUTES = words("names", "attributes")
_BEFORE_SCORE = words("names", "before_score")
_AFTER_SCORE = frozenset({"win", "victory", "defeat", "loss", "draw", "at", "home", "away"})
_HIGHEST_SCORE = 200
_ENDS_OF_ORDER = frozenset({"top", "bottom"})


def ordinal(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:  # noqa: ARG001 - a rule like the others
    """As in "first", "11th", "third-biggest"; the fraction "a third" has another form."""
    return verdict(numeral, "ordinal", "place in an order")


@where_said(_PLANS)
def name_of_a_plan(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "five-year plan", "a 10-point programme"."""
    j = numeral.last
    if joins(tokens, j) and word_at(tokens, j + 1) in ("year", "point") and word_at(tokens, j + 2) in _PLANS:
        return verdict(numeral, "name", "name of a plan", j + 3)
    return None


def number_in_title(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the Big Five", "Chapter Two", "Two Harbors": a number word with a capital within a sentence."""
    i = numeral.first
    capital = tokens[i].text[0].isupper() and not tokens[i].text.isupper()
    if not capital or i == 0 or tokens[i - 1].kind != "w" or numeral.scaled:
        return None
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    beside = tokens[i - 1].text[0].isupper() or (after is not None and after.text[0].isupper())
    return verdict(numeral, "name", "number within a name") if beside else None


@where_said(JOINERS)
def make_of_a_thing(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "three-bedroom house", "four-cylinder engine", "two-storey": a make, not an amount of a place."""
    j = numeral.last
    if not joins(tokens, j) or tokens[j + 1].kind != "w":
        return None
    word = tokens[j + 1].lower
    if word.startswith("something"):
        return verdict(numeral, "age", "age given roughly", j + 2)
    if word in UNIT_WORDS or word in _SPANS or word in _ATTRIBUTES or is_plural(word):
        return None
    return verdict(numeral, "specification", "size or make of a thing", quantity=True)


@where_said(JOINERS)
def score_of_a_match(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "lost 4-0", "a 34-27 win"."""
    i, j = numeral.first, numeral.last
    if joins(tokens, j):
        first, last = i, j + 1
    elif joins(tokens, i - 1):
        first, last = i - 2, i
    else:
        return None
    if not _is_score(tokens[first]) or not _is_score(tokens[last]):
        return None
    # The ends of a range differ; "tied at 2-2".
    equal = tokens[first].text == tokens[last].text and unit_after(tokens, last + 1) is None
    # "beat Prague 3-2": the loser stands between.
    told = first - 1
    while told > 0 and tokens[told].text[:1].isupper():
        told -= 1
    if equal or word_at(tokens, told) in _BEFORE_SCORE or word_at(tokens, last + 1) in _AFTER_SCORE:
        return verdict(numeral, "other", "score of a match")
    return None


def _is_score(token: Token) -> bool:
    return token.kind == "n" and len(token.text) <= 3 and token.text.isdecimal() and int(token.text) <= _HIGHEST_SCORE


@where_said(_NUMBER_SIGNS | {"."})
def _after_number_sign(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    i = numeral.first
    stopped = word_at(tokens, i - 1) == "." and tokens[i - 1].glued and word_at(tokens, i - 2) in ("no", "nos")
    signed = word_at(tokens, i - 1) in _NUMBER_SIGNS and word_at(tokens, numeral.last) not in STARTS_OF_UNITS
    if signed and word_at(tokens, i - 1) == "number" and _counts_plural(tokens, i - 2):
        return None
    return verdict(numeral, "name", "number within a name") if stopped or signed else None


def _counts_plural(tokens: Sequence[Token], k: int) -> bool:
    """As in "growers in Jilin number 145", "staff now number 85": "number" is the verb of what stands before it."""
    if word_at(tokens, k) in _ADVERBS:
        k -= 1
    if k >= 2 and tokens[k].text[0].isupper() and word_at(tokens, k - 1) in _BEFORE_PLACE:
        k -= 2
    before = word_at(tokens, k)
    return before in _COLLECTIVES or is_plural(before)


@where_said(["u.s."])
def _road(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "U.S. 31", which is no count of the country's."""
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None or before.text != "U.S." or word_at(tokens, numeral.first - 2) == "the":
        return None
    return verdict(numeral, "name", "number of a road") if len(numeral.digits) <= _LONGEST_ROAD else None


@where_said(_NUMBERED | _ALWAYS_NUMBERED)
def _numbered(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Line 4", "Nasdaq 100"."""
    i = numeral.first
    before = tokens[i - 1] if i else None
    if before is None or len(numeral.digits) > LONGEST_NUMBER:
        return None
    numbered = before.lower in _NUMBERED and before.text[0].isupper()
    if before.lower in _ALWAYS_NUMBERED:
        numbered = numbered or not is_counted(tokens, numeral.last)
    return verdict(numeral, "name", "number within a name") if numbered else None


@where_said(_INDICES | {"p"})
def _index(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "S&P 500", "sp 500", "Fortune 100"."""
    before = word_at(tokens, numeral.first - 1)
    known = before in _INDICES
    if before == "p":
        further = word_at(tokens, numeral.first - 2)
        known = known or further == "s" or (further == "&" and word_at(tokens, numeral.first - 3) == "s")
    return verdict(numeral, "name", "name of an index") if known and numeral.digits.isdecimal() else None


@where_said(_ENDS_OF_ORDER)
def place_in_order(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the bottom three", "among the top 10": without a noun behind it nothing is counted."""
    after = word_at(tokens, numeral.last)
    alone = after not in ("%", "-") and (not after.isalpha() or after in STOP)
    if numeral.scaled or not alone or word_at(tokens, numeral.first - 1) not in _ENDS_OF_ORDER:
        return None
    return verdict(numeral, "ordinal", "place in an order")


@where_said(["chome"])
def _town_block(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "2-chome" of a Japanese address."""
    if joins(tokens, numeral.last) and word_at(tokens, numeral.last + 1) == "chome":
        return verdict(numeral, "name", "number within a name")
    return None


NAMES: tuple[Rule, ...] = (
    _after_number_sign,
    *GLUED,
    _numbered,
    _index,
    *BESIDE,
    _road,
    _town_block,
)
"""Digits inside names: "Longhu No. 2", "G20", "5G", "Type 3B", "Boeing-737", "Line 4"."""
