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
        """Build the table; phrases are cut into words by the tokenizer that cuts texts.

        Raises:
            ValueError: a phrase has no word; it would match everywhere.
        """
        self._cased = cased
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases.items():
            words = tuple(map(self._form, tokenize(phrase)))
            if not words:
                raise ValueError(f"the phrase {phrase!r} has no word; leave it out of the vocabulary")
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))
        for group in (*self._by_first.values(), *self._by_last.values()):
            group.sort(key=lambda entry: -len(entry[0]))

    def starting_at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase that starts at token `i`, and the token after it; null also where there is no token."""
        if not 0 <= i < len(tokens):
            return None
        for words, value in self._by_first.get(self._form(tokens[i]), ()):
            if self._matches(tokens, i, words):
                return value, i + len(words)
        return None

    def ending_at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase whose last token is `i`, and its first token; null also where there is no token."""
        if not 0 <= i < len(tokens):
            return None
        for words, value in self._by_last.get(self._form(tokens[i]), ()):
            first = i - len(words) + 1
            if first >= 0 and self._matches(tokens, first, words):
                return value, first
        return None

    def _form(self, token: Token) -> str:
        return token.text if self._cased else token.lower

    def _matches(self, tokens: Sequence[Token], first: int, words: tuple[str, ...]) -> bool:
        return first + len(words) <= len(tokens) and all(
            self._form(tokens[first + k]) == word for k, word in enumerate(words)
        )
