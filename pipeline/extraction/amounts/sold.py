"""Sold by: the unit of goods that a sum of money is told for where it stands before ("a tonne fetches 240").

Belongs here: that unit as the subject of a verb of price, or what a price is of. Does not: rates behind the sum
(`units`), what is sold (`binding`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.units import Measure, unit_after
from pipeline.vocabulary.language import words

_ONE = frozenset({"a", "an", "each", "every", "one"})
_GOODS = frozenset({"mass", "volume", "energy", "oil", "area", "length"})
_PRICING = words("amounts", "pricing")
_PRICES = frozenset({"price", "cost", "prices"})
_BEFORE_VERB = words("amounts", "before_pricing")
_BEHIND_UNIT = frozenset({"of", "in", "near", "from", "at", "on", "around"})
_STOPS = frozenset({";", ":", "("})
_FARTHEST_VERB = 6
_FARTHEST_PRICE = 14
_LONGEST_GOODS = 8


def unit_sold(tokens: Sequence[Token], first: int) -> Measure | None:
    """The unit that the money at token `first` is told for, as in "a kilo of plums now goes for"; null if none is."""
    return _subject(tokens, first) or _of_price(tokens, first)


def _subject(tokens: Sequence[Token], first: int) -> Measure | None:
    verb = _back_to(tokens, _PRICING, first, first - _FARTHEST_VERB)
    if verb is None:
        return None
    end = verb
    while end > 0 and (tokens[end - 1].lower in _BEFORE_VERB or tokens[end - 1].lower.endswith("ly")):
        end -= 1
    at = end
    while (one := _back_to(tokens, _ONE, at, end - _LONGEST_GOODS)) is not None:
        found = _unit_of_goods(tokens, one + 1)
        if found is not None and (found[1] == end or word_at(tokens, found[1]) in _BEHIND_UNIT):
            return found[0]
        at = one
    return None


def _of_price(tokens: Sequence[Token], first: int) -> Measure | None:
    """As in "the price of a kilo of plums rose to"."""
    near = range(first - 1, max(-1, first - 1 - _FARTHEST_PRICE), -1)
    at = next((k for k in near if tokens[k].lower in _PRICES or tokens[k].text in _STOPS), -1)
    if at < 0 or word_at(tokens, at + 1) != "of" or word_at(tokens, at + 2) not in _ONE:
        return None
    found = _unit_of_goods(tokens, at + 3)
    return found[0] if found is not None else None


def _unit_of_goods(tokens: Sequence[Token], at: int) -> tuple[Measure, int] | None:
    found = unit_after(tokens, at, symbols=False)
    return found if found is not None and found[0].kind in _GOODS else None


def _back_to(tokens: Sequence[Token], wanted: frozenset[str], last: int, first: int) -> int | None:
    """The last token before `last` with one of these words, from `first` on, over other words alone."""
    for k in range(last - 1, max(0, first) - 1, -1):
        if tokens[k].lower in wanted:
            return k
        if tokens[k].kind != "w" and tokens[k].text not in HYPHENS:
            return None
    return None
