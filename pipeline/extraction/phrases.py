"""Longest match of known phrases in a token sequence, forwards and backwards.

Belongs here: the look-up. Does not: any list of phrases (`pipeline.vocabulary`), any meaning of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from pipeline.extraction.tokens import Token, tokenize

T = TypeVar("T")


class PhraseTable(Generic[T]):
    """Phrases (lower case, or as written where `cased`) and what each stands for; of two matches the longer wins."""

    __slots__ = ("_by_first", "_by_last", "_cased")

    def __init__(self, phrases: Mapping[str, T], *, cased: bool = False) -> None:
        """Build the table; phrases are cut into words by the tokenizer that cuts texts."""
        self._cased = cased
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases.items():
            words = _words(phrase, cased)
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))
        for group in (*self._by_first.values(), *self._by_last.values()):
            group.sort(key=lambda entry: -len(entry[0]))

    def starting_at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase that starts at token `i`, and the token after it."""
        field = 0 if self._cased else 1
        for words, value in self._by_first.get(tokens[i][field], ()) if i < len(tokens) else ():
            last = i + len(words)
            if last <= len(tokens) and all(tokens[i + k][field] == words[k] for k in range(1, len(words))):
                return value, last
        return None

    def ending_at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase whose last token is `i`, and its first token."""
        field = 0 if self._cased else 1
        for words, value in self._by_last.get(tokens[i][field], ()) if i >= 0 else ():
            first = i - len(words) + 1
            if first >= 0 and all(tokens[first + k][field] == words[k] for k in range(len(words) - 1)):
                return value, first
        return None


def _words(phrase: str, cased: bool) -> tuple[str, ...]:
    return tuple(token.text if cased else token.lower for token in tokenize(phrase))
