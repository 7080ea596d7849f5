"""Sites: an amount where it stands - its sentence, the clause around it, the words before and behind.

Belongs here: looking around an amount. Does not: what the words found there mean.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from operator import attrgetter
from typing import Protocol, TypeVar

from pipeline.extraction.amounts import Amount
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.tokens import Token
from pipeline.extraction.values import frozen

REACH = 60
"""No word further from an amount than so many tokens says anything of it: a text without stops stays cheap to read."""

_LONGEST_REPETITION = 9
_FIRST = attrgetter("first")


class Placed(Protocol):
    """Whatever stands on tokens `first` to `last` (exclusive)."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The token after the last one."""


P = TypeVar("P", bound=Placed)


@frozen
class Site:
    """An amount, and the sentence and clauses in which it stands. Positions are numbers of tokens."""

    tokens: Sequence[Token]
    clauses: Clauses
    amount: Amount
    start: int = field(init=False)
    """The first token of the amount's clause."""
    stop: int = field(init=False)
    """The token after the amount's clause."""

    def __post_init__(self) -> None:
        """Looks the clause up once: nearly every rule asks for it."""
        first, last = self.amount.first, self.amount.last
        start, stop = self.clauses.around(first)
        object.__setattr__(self, "start", start if start > first - REACH else first - REACH)
        object.__setattr__(self, "stop", stop if stop < last + REACH else last + REACH)

    def word(self, i: int) -> str:
        """Token `i` in lower case; empty outside the sentence."""
        words = self.clauses.words
        return words[i] if 0 <= i < len(words) else ""

    def words(self, first: int, last: int) -> list[str]:
        """Tokens `first` to `last` (exclusive) in lower case, as many of them as there are."""
        return list(self.clauses.words[first if first > 0 else 0 : last if last > 0 else 0])

    def last_of(self, words: AbstractSet[str], first: int, stop: int) -> int | None:
        """The last token from `first` on and before `stop` that is one of `words`; null where none is."""
        first, stop = max(0, first), max(0, stop)
        window = self.clauses.words[first:stop]
        if words.isdisjoint(window):
            return None
        return next((first + k for k in range(len(window) - 1, -1, -1) if window[k] in words), None)

    def before(self, count: int) -> list[str]:
        """The last `count` words before the amount, whatever clause they are of."""
        return self.words(self.amount.begin - count, self.amount.begin)

    def after(self, count: int) -> list[str]:
        """The first `count` words behind the amount, whatever clause they are of."""
        return self.words(self.amount.last, self.amount.last + count)

    def past_repetition(self) -> int:
        """The token behind the amount and what says it once more: "36 litres, or 4 percent, | more than in May"."""
        last = self.amount.last
        end = self.amount.noun[1] if self.amount.noun is not None else last
        joint = end + 1 if self.word(end) == "," else end
        closing = {"or": ",", "(": ")"}.get(self.word(joint))
        if closing is None:
            return joint if joint > end and self.word(self.amount.begin - 1) == "or" else last
        behind = range(joint + 2, min(len(self.tokens), joint + _LONGEST_REPETITION))
        return next((k + 1 for k in behind if self.word(k) == closing), last)

    def clause_before(self) -> list[str]:
        """The words of the clause that stand before the amount."""
        return self.words(self.start, self.amount.begin)

    def clause_words(self) -> list[str]:
        """All words of the clause."""
        return self.words(self.start, self.stop)


def starting_in(placed: Sequence[P], first: int, stop: int) -> Sequence[P]:
    """Those of `placed`, which is in order, that start at token `first` or later and before token `stop`."""
    if not placed or placed[-1].first < first or placed[0].first >= stop:
        return placed[:0]
    begin = bisect_left(placed, first, key=_FIRST) if placed[0].first < first else 0
    return placed[begin : bisect_left(placed, stop, lo=begin, key=_FIRST)]


def first_in(placed: Sequence[P], first: int, stop: int) -> P | None:
    """The first of `starting_in`; null where there is none."""
    if not placed or placed[-1].first < first:
        return None
    one = placed[0 if placed[0].first >= first else bisect_left(placed, first, key=_FIRST)]
    return one if one.first < stop else None


def covering(placed: Sequence[P], i: int) -> P | None:
    """The one of `placed`, which is in order and without overlap, that token `i` is part of."""
    if not placed:
        return None
    at = bisect_right(placed, i, key=_FIRST) - 1
    return placed[at] if at >= 0 and i < placed[at].last else None
