"""Rules: functions that read a calendar expression at a token, and the choice among them.

Belongs here: the type and the look-up by first word. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period

Rule = Callable[[Passage, int], Period | None]
"""Reads the expression that begins at a token; null where there is none."""


def first_found(rules: Iterable[Rule], passage: Passage, i: int) -> Period | None:
    """What the first of `rules` finds at token `i` that finds anything."""
    return next((found for rule in rules if (found := rule(passage, i)) is not None), None)


class RuleTable:
    """Rules by the word that their expression begins with, and those of digits, in order of trial."""

    __slots__ = ("_by_word", "_of_digits")

    def __init__(self, of_digits: Iterable[Rule], by_words: Mapping[Rule, Iterable[str]]) -> None:
        """`by_words`: for each rule the words, lower case, that its expression may begin with."""
        self._of_digits = tuple(of_digits)
        self._by_word: dict[str, tuple[Rule, ...]] = {}
        for rule, openers in by_words.items():
            for word in openers:
                self._by_word[word] = (*self._by_word.get(word, ()), rule)

    def read(self, passage: Passage, i: int) -> Period | None:
        """The calendar expression that begins at token `i`; null where there is none."""
        token = passage.token(i)
        if token is not None and token.kind == "n":
            return first_found(self._of_digits, passage, i)
        return first_found(self._by_word.get(passage.word(i), ()), passage, i)
