"""Clauses: where a sentence falls into parts that say something of their own.

Belongs here: clause limits from punctuation and conjunctions, and brackets. Does not: meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import words

_CONJUNCTIONS = words("clauses", "conjunctions")
_DASHES = frozenset("—–-")
_AUXILIARIES = words("clauses", "auxiliaries")


@dataclass(frozen=True, slots=True)
class Clauses:
    """`of[i]` is the number of the clause of token i; `starts[c]` the first token of clause c; `depth[i]` of brackets."""

    of: tuple[int, ...]
    starts: tuple[int, ...]
    depth: tuple[int, ...]

    def start(self, i: int) -> int:
        """The first token of the clause that token `i` is in."""
        return self.starts[self.of[i]] if self.of and i < len(self.of) else 0

    def stop(self, i: int) -> int:
        """The token after the clause that token `i` is in."""
        number = self.of[i] + 1
        return self.starts[number] if number < len(self.starts) else len(self.of)


def find_clauses(tokens: Sequence[Token], verbs: frozenset[int]) -> Clauses:
    """The clauses of a sentence. `verbs`: tokens known to be verbs, which tell "and <clause>" from "and <noun>"."""
    of: list[int] = []
    depth: list[int] = []
    starts = [0]
    level, seen = 0, False
    count = len(tokens)
    for i, token in enumerate(tokens):
        begins = False
        if token.text in "([":
            level += 1
        elif token.text in ")]":
            level = max(0, level - 1)
        elif level == 0 and i:
            begins = _begins(tokens, i, count, verbs, seen)
        if begins and i > starts[-1]:
            starts.append(i)
            seen = False
        seen = seen or i in verbs or token.lower in _AUXILIARIES
        of.append(len(starts) - 1)
        depth.append(level)
    return Clauses(tuple(of), tuple(starts), tuple(depth))


def _begins(tokens: Sequence[Token], i: int, count: int, verbs: frozenset[int], seen: bool) -> bool:
    token, before = tokens[i], tokens[i - 1]
    if before.text in (";", "—") or (before.text == ":" and not token.glued):
        return True
    if before.text in _DASHES and not token.glued and not before.glued:
        return True
    if token.lower in _CONJUNCTIONS:
        return True
    if before.lower == "and" and i >= 2 and tokens[i - 2].text == ",":
        return _has_verb(tokens, i, count, verbs)
    return (
        seen
        and token.lower == "and"
        and i + 1 < count
        and before.text != ","
        and _new_subject(tokens, i + 1, count, verbs)
    )


def _has_verb(tokens: Sequence[Token], i: int, count: int, verbs: frozenset[int]) -> bool:
    for k in range(i, min(count, i + 12)):
        if tokens[k].text in (",", ";", "("):
            return False
        if k in verbs or tokens[k].lower in _AUXILIARIES:
            return True
    return False


def _new_subject(tokens: Sequence[Token], i: int, count: int, verbs: frozenset[int]) -> bool:
    """Whether after "and" a noun phrase and then a verb follow, before any number: "and fiscal revenue plunged"."""
    if i in verbs:
        return False
    for k in range(i, min(count, i + 9)):
        if tokens[k].kind == "n" or tokens[k].text in (",", ";", "(", ")"):
            return False
        if k > i and (k in verbs or tokens[k].lower in _AUXILIARIES):
            return True
    return False
