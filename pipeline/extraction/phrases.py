"""Longest match of known phrases in a token sequence, forwards and backwards.

Belongs here: the look-up. Does not: any list of phrases (`pipeline.vocabulary`), any meaning of one.
Phrases that begin with one word are a tree, a level a word, which grows when a text first has that word: most words of
a text begin none of ten thousand phrases, and most phrases are never met, nor even cut into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from pipeline.extraction.tokens import Token, tokenize

T = TypeVar("T")


class PhraseTable(Generic[T]):
    """Phrases (lower case, or as written where `cased`) and what each stands for; of two matches the longer wins."""

    __slots__ = ("_backwards", "_cased", "_forwards", "_phrases", "_uncut", "first_words")

    def __init__(self, phrases: Mapping[str, T], *, cased: bool = False) -> None:
        """Build the table; phrases are cut into words by the tokenizer that cuts texts.

        Raises:
            ValueError: a phrase has no word; it would match everywhere.
        """
        self._cased = cased
        self._phrases = phrases
        self._forwards: dict[str, _Node[T]] = {}
        self._uncut: dict[str, list[str]] = {}
        for phrase in phrases:
            self._uncut.setdefault(self._first_word(phrase), []).append(phrase)
        self._backwards: dict[str, _Node[T]] | None = None
        self.first_words = frozenset(self._uncut)
        """The words with which the phrases begin: a token that is none of them need not be looked up."""

    def starting_at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase that starts at token `i`, and the token after it; null also where there is no token."""
        if not 0 <= i < len(tokens):
            return None
        word = tokens[i].text if self._cased else tokens[i].lower
        node = self._forwards.get(word)
        if node is None:
            node = self._tree(word) if word in self.first_words else None
            if node is None:
                return None
        found, last, k = None, i, i + 1
        while node is not None:
            if node.leaf is not None:
                found, last = node.leaf, k
            if k == len(tokens) or not node.goes_on:
                break
            node = node.after(tokens[k].text if self._cased else tokens[k].lower)
            k += 1
        return None if found is None else (found[0], last)

    def ending_at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase whose last token is `i`, and its first token; null also where there is no token."""
        if not 0 <= i < len(tokens):
            return None
        if self._backwards is None:
            self._backwards = _trees((self._words(phrase)[::-1], value) for phrase, value in self._phrases.items())
        node = self._backwards.get(tokens[i].text if self._cased else tokens[i].lower)
        if node is None:
            return None
        found, first, k = None, i, i
        while node is not None:
            if node.leaf is not None:
                found, first = node.leaf, k
            if k == 0 or not node.goes_on:
                break
            k -= 1
            node = node.after(tokens[k].text if self._cased else tokens[k].lower)
        return None if found is None else (found[0], first)

    def _tree(self, word: str) -> _Node[T] | None:
        # In this order, two threads that meet a word at once both plant the same tree.
        uncut = self._uncut.get(word)
        if uncut is not None:
            self._forwards.update(_trees((self._words(phrase), self._phrases[phrase]) for phrase in uncut))
            self._uncut.pop(word, None)
        return self._forwards.get(word)

    def _words(self, phrase: str) -> list[str]:
        return [token.text if self._cased else token.lower for token in tokenize(phrase)]

    def _first_word(self, phrase: str) -> str:
        word = phrase.partition(" ")[0]
        if word.isalpha():
            # A word of letters alone is cut out in the same way without the tokenizer, in a tenth of the time.
            return word if self._cased else word.lower()
        words = self._words(phrase)
        if not words:
            raise ValueError(f"the phrase {phrase!r} has no word; leave it out of the vocabulary")
        return words[0]


class _Node(Generic[T]):
    """Where some words lead: `leaf` holds what they stand for, if anything; `_ungrown` are the phrases that go on."""

    __slots__ = ("_after", "_ungrown", "goes_on", "leaf")

    def __init__(self) -> None:
        self.leaf: tuple[T] | None = None
        self.goes_on = False
        self._after: dict[str, _Node[T]] = {}
        self._ungrown: list[tuple[list[str], T]] = []

    def add(self, words: list[str], value: T) -> None:
        """Hangs on a phrase that goes on with `words`; of two equal ones the first stays."""
        if words:
            self.goes_on = True
            self._ungrown.append((words, value))
        elif self.leaf is None:
            self.leaf = (value,)

    def after(self, word: str) -> _Node[T] | None:
        """Where one more word leads; null where no phrase goes on with it."""
        ungrown = self._ungrown
        if ungrown:
            self._after = _trees(ungrown)
            self._ungrown = []
        return self._after.get(word)


def _trees(phrases: Iterable[tuple[list[str], T]]) -> dict[str, _Node[T]]:
    """First word -> the tree of the phrases that begin with it."""
    out: dict[str, _Node[T]] = {}
    for (first, *others), value in phrases:
        node = out.get(first)
        if node is None:
            node = out[first] = _Node()
        node.add(others, value)
    return out
