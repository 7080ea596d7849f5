"""Durations that are told for their own sake: how long a journey takes, a stock lasts, a person may expect to live.

Belongs here: telling these lengths of time from those that only fix a window. Does not: windows (`times`, `periods`).
"""

from __future__ import annotations

from collections.abc import Sequence

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


def is_told_length(tokens: Sequence[Token], numeral: Numeral, unit: int) -> bool:
    """Whether the length of time, whose unit is token `unit`, is a figure of its own."""
    if word_at(tokens, unit + 1) in ("ago", "earlier", "later", "before", "after", "old"):
        return False
    if _is_stock(tokens, numeral, unit) or _within(tokens, numeral, unit):
        return True
    return _takes(tokens, numeral, unit) or _timed(tokens, numeral)


def _is_stock(tokens: Sequence[Token], numeral: Numeral, unit: int) -> bool:
    """As in "22 months of sales", "a 1.8-month supply", "mills held 14 days of ore"."""
    behind = word_at(tokens, unit + 1)
    held = any(word_at(tokens, k) in _HOLDING for k in range(max(0, numeral.first - _LONGEST_HEDGE), numeral.first))
    return behind in _SUPPLIES or (behind == "of" and (held or word_at(tokens, unit + 2) in _STOCKS))


def _takes(tokens: Sequence[Token], numeral: Numeral, unit: int) -> bool:
    """As in "would take 43 months", "takes the city 30 days", "will last 11 years"; not "the last 11 years"."""
    for k in range(numeral.first - 1, max(-1, numeral.first - 1 - _LONGEST_HEDGE), -1):
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


def _timed(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """As in "life expectancy is 81 years", "an average wait of 40 days", "cuts the journey to 55 minutes"."""
    k = numeral.first - 1
    while k >= 0 and word_at(tokens, k) in _LIGHT - _STATING:
        k -= 1
    if word_at(tokens, k) not in _STATING:
        return False
    return any(word_at(tokens, i) in _TIMED for i in range(max(0, k - _LONGEST_SUBJECT), k))


def _within(tokens: Sequence[Token], numeral: Numeral, unit: int) -> bool:
    """As in "brings Hefei within 55 minutes", "within an hour of Osaka": a distance told by the clock."""
    k = numeral.first - 1
    if word_at(tokens, k) != "within" or word_at(tokens, unit) not in _MINUTES:
        return False
    if word_at(tokens, unit + 1) == "of" and unit + 2 < len(tokens) and tokens[unit + 2].text[0].isupper():
        return True
    return any(word_at(tokens, i) in _BRINGING for i in range(max(0, k - _LONGEST_OBJECT), k))
