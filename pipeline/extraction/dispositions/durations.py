"""Durations that are told for their own sake: how long a journey takes, a stock lasts, a person may expect to live.

Belongs here: telling these lengths of time from those that only fix a window. Does not: windows (`times`, `periods`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.lemmas import singular
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words

_TAKING = words("durations", "taking")
_SUFFICING = words("durations", "sufficing")
_MODALS = words("durations", "modals")
_TIMED = words("durations", "timed")
_STATING = words("durations", "stating")
_HOLDING = frozenset({"hold", "holds", "held", "holding", "stock", "stocked", "keep", "kept", "cover", "covered"})
_SUPPLIES = frozenset({"supply", "inventory", "stock", "backlog"})
_STOCKS = words("durations", "stocks")
_BRINGING = words("durations", "bringing")
_LIGHT = words("durations", "light")
_OPENING_WINDOW = words("durations", "opening_window")
_MINUTES = frozenset({"minute", "minutes", "hour", "hours"})
_LONGEST_SUBJECT = 9
_LONGEST_HEDGE = 4
_LONGEST_OBJECT = 6
_FARTHEST_PAIR = 9
_JOINING = frozenset({"to", "from", "against", "than", "with"})


def is_told_length(tokens: Sequence[Token], numeral: Numeral, unit: int) -> bool:
    """Whether the length of time, whose unit is token `unit`, is a figure of its own."""
    if word_at(tokens, unit + 1) in ("ago", "earlier", "later", "before", "after", "old"):
        return False
    if _is_told(tokens, numeral.first, unit):
        return True
    other = _set_beside(tokens, numeral.first, unit)
    return other is not None and _is_told(tokens, other - 1, other)


def _is_told(tokens: Sequence[Token], first: int, unit: int) -> bool:
    if _is_stock(tokens, first, unit) or _within(tokens, first, unit):
        return True
    return _takes(tokens, first, unit) or _timed(tokens, first)


def _set_beside(tokens: Sequence[Token], first: int, unit: int) -> int | None:
    """The unit of the other value in "from 84 days to 61 days", "takes 34 days, down from 51 days"."""
    k = first - 1
    while k >= 0 and word_at(tokens, k) in _LIGHT - _JOINING:
        k -= 1
    if word_at(tokens, k) not in _JOINING:
        return None
    name = singular(word_at(tokens, unit))
    near = (i for i in range(k - 1, max(0, k - _FARTHEST_PAIR), -1) if singular(word_at(tokens, i)) == name)
    other = next(near, None)
    return other if other is not None and tokens[other - 1].kind == "n" else None


def _is_stock(tokens: Sequence[Token], first: int, unit: int) -> bool:
    """As in "22 months of sales", "a 1.8-month supply", "mills held 14 days of ore"."""
    behind = word_at(tokens, unit + 1)
    held = any(word_at(tokens, k) in _HOLDING for k in range(max(0, first - _LONGEST_HEDGE), first))
    return behind in _SUPPLIES or (behind == "of" and (held or word_at(tokens, unit + 2) in _STOCKS))


def _takes(tokens: Sequence[Token], first: int, unit: int) -> bool:
    """As in "would take 43 months", "takes the city 30 days", "will last 11 years"; not "the last 11 years"."""
    for k in range(first - 1, max(-1, first - 1 - _LONGEST_HEDGE), -1):
        word = word_at(tokens, k)
        if word == "took" and word_at(tokens, unit) in _MINUTES and word_at(tokens, unit + 1) == "to":
            # "it took 57 hours to lift it out": that happened once.
            return False
        if word in _TAKING or (word == "last" and word_at(tokens, k - 1) in _MODALS):
            return True
        if word == "for" and word_at(tokens, k - 1) in _SUFFICING:
            return True
        if tokens[k].kind != "w" or word in _OPENING_WINDOW:
            return False
    return False


def _timed(tokens: Sequence[Token], first: int) -> bool:
    """As in "life expectancy is 81 years", "an average wait of 40 days", "cuts the journey to 55 minutes"."""
    k = first - 1
    while k >= 0 and word_at(tokens, k) in _LIGHT - _STATING:
        k -= 1
    if word_at(tokens, k) not in _STATING:
        return False
    return any(word_at(tokens, i) in _TIMED for i in range(max(0, k - _LONGEST_SUBJECT), k))


def _within(tokens: Sequence[Token], first: int, unit: int) -> bool:
    """As in "brings Hefei within 55 minutes", "within an hour of Osaka": a distance told by the clock."""
    k = first - 1
    if word_at(tokens, k) != "within" or word_at(tokens, unit) not in _MINUTES:
        return False
    if word_at(tokens, unit + 1) == "of" and unit + 2 < len(tokens) and tokens[unit + 2].text[0].isupper():
        return True
    return any(word_at(tokens, i) in _BRINGING for i in range(max(0, k - _LONGEST_OBJECT), k))
