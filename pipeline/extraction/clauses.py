"""Clauses: where a sentence falls into parts that say something of their own.

Belongs here: clause limits from punctuation and conjunctions, and brackets. Does not: meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.signs import DASHES
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words

_CONJUNCTIONS = words("clauses", "conjunctions")
_AUXILIARIES = words("clauses", "auxiliaries")
_OPENERS = _CONJUNCTIONS | {"and"}
_BREAKS = frozenset({";", "\u2014", ":", "and", *DASHES})
_PAUSES = frozenset(",;(")
_LONGEST_SUBJECT = 9
_FARTHEST_VERB = 12
_LONGEST_OPENING = 2


@dataclass(frozen=True, slots=True)
class Clauses:
    """For each token the number of its clause and how many brackets it is in; for each clause its first token.

    `words` are the tokens in lower case, from which so many rules cut out what stands around an amount.
    """

    of: tuple[int, ...]
    starts: tuple[int, ...]
    depth: tuple[int, ...]
    words: tuple[str, ...]

    def start(self, i: int) -> int:
        """The first token of the clause that token `i` is in; 0 where there is no such token."""
        return self.starts[self.of[i]] if i < len(self.of) else 0

    def stop(self, i: int) -> int:
        """The token after the clause that token `i` is in; the end where there is no such token."""
        number = self.of[i] + 1 if i < len(self.of) else len(self.starts)
        return self.starts[number] if number < len(self.starts) else len(self.of)


def find_clauses(tokens: Sequence[Token], verbs: frozenset[int]) -> Clauses:
    """The clauses of a sentence. `verbs`: tokens known to be verbs, which tell "and <clause>" from "and <noun>"."""
    of: list[int] = []
    depth: list[int] = []
    starts = [0]
    level, has_verb = 0, False
    for i, token in enumerate(tokens):
        begins = False
        if token.text in "([":
            level += 1
        elif token.text in ")]":
            level = max(0, level - 1)
        elif level == 0 and i and (token.lower in _OPENERS or tokens[i - 1].lower in _BREAKS):
            begins = _begins(tokens, i, verbs, has_verb)
        if begins and i > starts[-1]:
            starts.append(i)
            has_verb = False
        has_verb = has_verb or i in verbs or token.lower in _AUXILIARIES
        of.append(len(starts) - 1)
        depth.append(level)
    return Clauses(tuple(of), tuple(starts), tuple(depth), tuple([token.lower for token in tokens]))


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
        return _verb_follows(tokens, i, verbs)
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
