"""Clauses: where a sentence falls into parts that say something of their own.

Belongs here: clause limits from punctuation and conjunctions, and brackets. Does not: meaning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extraction.signs import DASHES
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.values import frozen
from pipeline.vocabulary.language import words

_CONJUNCTIONS = words("clauses", "conjunctions")
_AUXILIARIES = words("clauses", "auxiliaries")
_PREDICATES = words("clauses", "predicates")
_OPENERS = _CONJUNCTIONS | {"and"}
_BREAKS = frozenset({";", "\u2014", ":", "and", *DASHES})
_LIMITS = _OPENERS | _BREAKS
_BRACKETS = frozenset("()[]")
_PAUSES = frozenset(",;(")
_LONGEST_SUBJECT = 9
_FARTHEST_VERB = 12
_LONGEST_OPENING = 2


@frozen
class Clauses:
    """For each token the number of its clause and how many brackets it is in; for each clause its first token.

    `words` are the tokens in lower case, from which so many rules cut out what stands around an amount; `said` is each
    of them once.
    """

    of: tuple[int, ...]
    starts: tuple[int, ...]
    depth: tuple[int, ...]
    words: tuple[str, ...]
    said: frozenset[str]

    def around(self, i: int) -> tuple[int, int]:
        """The first token of the clause that token `i` is in, and the token after that clause; `i` must be one."""
        number = self.of[i]
        return self.starts[number], self.starts[number + 1] if number + 1 < len(self.starts) else len(self.of)

    def start(self, i: int) -> int:
        """The first token of the clause that token `i` is in; 0 where there is no such token."""
        return self.starts[self.of[i]] if i < len(self.of) else 0

    def stop(self, i: int) -> int:
        """The token after the clause that token `i` is in; the end where there is no such token."""
        number = self.of[i] + 1 if i < len(self.of) else len(self.starts)
        return self.starts[number] if number < len(self.starts) else len(self.of)


def find_clauses(tokens: Sequence[Token], verbs: frozenset[int]) -> Clauses:
    """The clauses of a sentence. `verbs`: tokens known to be verbs, which tell "and <clause>" from "and <noun>"."""
    words = tuple([token.lower for token in tokens])
    depth, said = _depth(words), frozenset(words)
    if _LIMITS.isdisjoint(said):
        return Clauses((0,) * len(words), (0,), depth, words, said)
    verbal = [i for i, word in enumerate(words) if word in _AUXILIARIES or i in verbs]
    starts = [0]
    for i in [i for i, word in enumerate(words) if i and (word in _OPENERS or words[i - 1] in _BREAKS)]:
        if depth[i] == 0 and words[i] != ")" and words[i] != "]" and i > starts[-1]:
            has_verb = bisect_left(verbal, i) > bisect_left(verbal, starts[-1])
            if _begins(tokens, i, verbs, has_verb):
                starts.append(i)
    of = [number for number, (first, stop) in enumerate(pairwise((*starts, len(words)))) for _ in range(first, stop)]
    return Clauses(tuple(of), tuple(starts), depth, words, said)


def _depth(words: Sequence[str]) -> tuple[int, ...]:
    """How many brackets each word is in; one that opens is in its own, one that closes is not."""
    if _BRACKETS.isdisjoint(words):
        return (0,) * len(words)
    depth: list[int] = []
    level = 0
    for word in words:
        if word in _BRACKETS:
            level = level + 1 if word in "([" else max(0, level - 1)
        depth.append(level)
    return tuple(depth)


def _begins(tokens: Sequence[Token], i: int, verbs: frozenset[int], has_verb: bool) -> bool:
    """Whether a clause begins at token `i`; `has_verb`: the one that it is in so far has its verb.

    Asked only where the token is one of the openers, or the one before it a break.
    """
    token, before = tokens[i], tokens[i - 1]
    if before.text in (";", "\u2014"):
        return True
    if before.text == ":" and not token.glued:
        # "Output: 3 million tonnes" is a label and its value.
        return has_verb or not _is_value(tokens, i)
    if before.text in DASHES and not token.glued and not before.glued:
        return True
    if token.lower in _CONJUNCTIONS:
        return True
    if before.lower == "and" and word_at(tokens, i - 2) == ",":
        # "A plant with a capacity of 600 tonnes, and obtains a third of its feed from": a predicate of its own.
        return token.lower in _PREDICATES or _verb_follows(tokens, i, verbs)
    return has_verb and token.lower == "and" and before.text != "," and _new_subject(tokens, i + 1, verbs)


def _is_value(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number stands at token `i`, or right behind its sign, its currency or a word such as "about"."""
    return any(token.kind == "n" for token in tokens[i : i + _LONGEST_OPENING])


def _is_verb(tokens: Sequence[Token], i: int, verbs: frozenset[int]) -> bool:
    return i in verbs or tokens[i].lower in _AUXILIARIES


def _verb_follows(tokens: Sequence[Token], i: int, verbs: frozenset[int]) -> bool:
    """Whether a verb stands among the next words, before any pause."""
    for k in range(i, min(len(tokens), i + _FARTHEST_VERB)):
        if tokens[k].text in _PAUSES:
            return False
        if _is_verb(tokens, k, verbs):
            return True
    return False


def _new_subject(tokens: Sequence[Token], i: int, verbs: frozenset[int]) -> bool:
    """Whether a noun phrase and then a verb follow, before any number: "and fiscal revenue plunged"."""
    if i in verbs:
        return False
    for k in range(i, min(len(tokens), i + _LONGEST_SUBJECT)):
        if tokens[k].kind == "n" or tokens[k].text in _PAUSES or tokens[k].text == ")":
            return False
        if k > i and _is_verb(tokens, k, verbs):
            return True
    return False
