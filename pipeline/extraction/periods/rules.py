"""Rules: functions that read a calendar expression at a token, and the choice among them.

Belongs here: the type and the look-up by first word. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.registry import Wordy, registry
from pipeline.extraction.tokens import Token

Rule = Callable[[Passage, int], Period | None]
"""Reads the expression that begins at a token; null where there is none."""
DIGITS_OF_YEAR, DIGITS_OF_DAY = (4,), (1, 2)
"""How many digits a year, and a day of a month, may be written with."""
_REMEMBERED = 200
"""So many tables are kept of rules that go together in a sentence."""


def first_found(rules: Iterable[Rule], passage: Passage, i: int) -> Period | None:
    """What the first of `rules` finds at token `i` that finds anything."""
    for rule in rules:
        found = rule(passage, i)
        if found is not None:
            return found
    return None


class RuleTable:
    """Rules by the word, or by the number of digits, that their expression begins with, in order of trial."""

    __slots__ = ("_by_length", "_by_word", "_of", "_of_any_length", "_registry")

    def __init__(self, of_digits: Mapping[Rule, Iterable[int]], by_words: Mapping[Rule, Iterable[str]]) -> None:
        """`by_words`: for each rule the words, lower case, that its expression may begin with.

        `of_digits`: for each rule how many digits it may begin with; none where that may be any number.
        """
        lengths = {length for of_rule in of_digits.values() for length in of_rule}
        self._by_length = {
            length: tuple(rule for rule, of_rule in of_digits.items() if not of_rule or length in of_rule)
            for length in lengths
        }
        self._of_any_length = tuple(rule for rule, of_rule in of_digits.items() if not of_rule)
        self._by_word: dict[str, tuple[Rule, ...]] = {}
        for rule, openers in by_words.items():
            for word in openers:
                self._by_word[word] = (*self._by_word.get(word, ()), rule)
        self._registry = registry(dict.fromkeys((*of_digits, *by_words)))
        self._of = lru_cache(maxsize=_REMEMBERED)(self._narrowed)

    @property
    def openers(self) -> AbstractSet[str]:
        """The words, lower case, with which an expression may begin."""
        return self._by_word.keys()

    def where(self, said: AbstractSet[str]) -> RuleTable:
        """The table of those rules alone that can read anything in a sentence with the words `said`."""
        return self._of(self._registry.asked(said))

    def read(self, passage: Passage, i: int) -> Period | None:
        """The calendar expression that begins at token `i`; null where there is none."""
        return first_found(self._rules(passage.tokens[i]), passage, i) if 0 <= i < len(passage.tokens) else None

    def openings(self, tokens: Sequence[Token]) -> list[int]:
        """The tokens at which an expression may begin, in order."""
        words = self._by_word
        return [i for i, token in enumerate(tokens) if token.lower in words or token.kind == "n"]

    def _rules(self, token: Token) -> Sequence[Rule]:
        if token.kind == "n":
            return self._by_length.get(len(token.text), self._of_any_length)
        return self._by_word.get(token.lower, ()) if token.kind == "w" else ()

    def _narrowed(self, asked: tuple[Rule, ...]) -> RuleTable:
        out = RuleTable({}, {})
        out._by_length = {length: _among(asked, rules) for length, rules in self._by_length.items()}
        out._of_any_length = _among(asked, self._of_any_length)
        narrowed = ((word, _among(asked, rules)) for word, rules in self._by_word.items())
        out._by_word = {word: rules for word, rules in narrowed if rules}
        return out


def _among(asked: Sequence[Rule], rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Those of the rules that are asked, without the words by which they are."""
    plain = (rule.ask if isinstance(rule, Wordy) else rule for rule in rules)
    return tuple(rule for rule in plain if rule in asked)
