"""Registries: rules in the order in which they are asked, and of which sentences each has to be asked at all.

Belongs here: the look-up from words to the rules that can say anything where they stand. Does not: any rule, nor the
words that a rule cannot do without, which stand with the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Generic, ParamSpec, TypeVar

from pipeline.extraction.values import frozen

R = TypeVar("R")
P = ParamSpec("P")
T = TypeVar("T")


@frozen
class Wordy(Generic[P, T]):
    """A rule that knows nothing where none of its words, in lower case, is said."""

    ask: Callable[P, T]
    words: frozenset[str]

    @property
    def __name__(self) -> str:
        """That of the function."""
        return str(getattr(self.ask, "__name__", ""))

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """What the rule says, whatever words there are."""
        return self.ask(*args, **kwargs)


def where_said(words: Iterable[str]) -> Callable[[Callable[P, T]], Wordy[P, T]]:
    """Makes a function a rule that is only asked where one of `words` is said."""
    return lambda ask: Wordy(ask, frozenset(words))


class Registry(Generic[R]):
    """Rules in their order, each with words of which one must be said; null where none need be."""

    __slots__ = ("_always", "_bits", "_of", "_rules", "_words")

    def __init__(self, rules: Iterable[tuple[R, AbstractSet[str] | None]]) -> None:
        """Words are in lower case."""
        listed = tuple(rules)
        self._rules = tuple(rule for rule, _ in listed)
        self._always = 0
        self._bits: dict[str, int] = {}
        for number, (_, words) in enumerate(listed):
            if words is None:
                self._always |= 1 << number
            for word in words or ():
                self._bits[word] = self._bits.get(word, 0) | 1 << number
        self._words = frozenset(self._bits)
        self._of = lru_cache(maxsize=2_000)(self._chosen)

    def __iter__(self) -> Iterator[R]:
        """All rules, whatever is said."""
        return iter(self._rules)

    def __len__(self) -> int:
        """How many rules there are."""
        return len(self._rules)

    def asked(self, said: AbstractSet[str]) -> tuple[R, ...]:
        """The rules, in their order, that can know anything where the words `said` are."""
        chosen = self._always
        for word in self._words & said:
            chosen |= self._bits[word]
        return self._of(chosen)

    def _chosen(self, chosen: int) -> tuple[R, ...]:
        return tuple(rule for number, rule in enumerate(self._rules) if chosen >> number & 1)


def registry(rules: Iterable[Callable[P, T]]) -> Registry[Callable[P, T]]:
    """The registry of functions, some of which are rules `where_said`."""
    return Registry((rule.ask, rule.words) if isinstance(rule, Wordy) else (rule, None) for rule in rules)
