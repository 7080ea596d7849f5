"""Undating: periods that are no figure's, though a sentence names them.

Belongs here: the dates of reports, precedents, contracts, and of how often something moved. Does not: which figure the
other periods are of (`surroundings`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.periods import Period, is_of_report
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import changes, numerals, words

_BEFORE_DATE = frozenset({"in", "on", "at"})
_LAST_SEEN = words("timing", "last_seen")
_MOVES = frozenset(word for noun in changes().nouns for word in (noun, f"{noun}s")) | {"hike", "one", "time"}
_ORDINALS = numerals().ordinals.keys()
_CONTRACTS = frozenset({"contract", "contracts", "futures", "delivery"})


def dates_nothing(tokens: Sequence[Token], period: Period) -> bool:
    """Whether a period says when no figure was so."""
    if is_of_report(tokens, period) or _is_of_precedent(tokens, period):
        return True
    return _is_of_order(tokens, period) or _is_of_contract(tokens, period)


def _is_of_precedent(tokens: Sequence[Token], period: Period) -> bool:
    """As in "a depth last reached in 1957": when it was so before."""
    i = period.first - 1
    if i > 0 and tokens[i].lower in _BEFORE_DATE:
        i -= 1
    return i > 0 and tokens[i].lower in _LAST_SEEN and tokens[i - 1].lower in ("last", "not")


def _is_of_order(tokens: Sequence[Token], period: Period) -> bool:
    """As in "the third rise since May", "its fourth cut this year": over what time the moves are counted."""
    k = period.first - 2
    return k >= 0 and tokens[k + 1].lower in _MOVES and tokens[k].lower in _ORDINALS


def _is_of_contract(tokens: Sequence[Token], period: Period) -> bool:
    """As in "the January contract", "futures for January": when goods are to be handed over."""
    behind = tokens[period.last].lower if period.last < len(tokens) else ""
    before = {token.lower for token in tokens[max(0, period.first - 2) : period.first + 1]}
    return behind in _CONTRACTS or ("for" in before and not _CONTRACTS.isdisjoint(before))
