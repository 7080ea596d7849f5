"""Votes: how many are for and how many against, which measures nothing of a place.

Belongs here: numerals of a division. Does not: shares of the vote, which are figures, nor scores of matches (`names`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Verdict, verdict
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.registry import where_said
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import numerals, words

_VOTES = frozenset({"vote", "votes"})
_ABSTAINING = frozenset({"abstention", "abstentions", "abstaining", "abstained"})
_DECIDING = words("votes", "deciding")
_SIDES = frozenset({"against", "for", "opposed", "dissenting"})
_BETWEEN = JOINERS | {"to", "against", "versus"}
_CARDINALS = frozenset(numerals().cardinals)
_MOST_VOTERS = 10_000
_FARTHEST_DECISION = 12


@where_said(_VOTES | _ABSTAINING | _BETWEEN | {"majority"} | _DECIDING)
def votes(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "by 17 votes to nine", "voted 7 to 2", "with four abstentions", "carried by a majority of 13"."""
    if numeral.scaled or "." in numeral.digits or numeral.value > _MOST_VOTERS:
        return None
    first, last = numeral.first, numeral.last
    after = word_at(tokens, last)
    told = after in _ABSTAINING or _is_side(tokens, first, last) or _is_other_side(tokens, first)
    if not told and not _is_majority(tokens, first, after):
        return None
    return verdict(numeral, "other", "number of votes")


def _is_side(tokens: Sequence[Token], first: int, last: int) -> bool:
    """As in "by 17 votes", "9 votes to 4", "voted 7 to 2", "approved by eleven to six"."""
    if word_at(tokens, last) in _VOTES:
        return word_at(tokens, first - 1) in ("by", "with") or word_at(tokens, last + 1) in _BETWEEN | _SIDES
    if word_at(tokens, last) not in _BETWEEN or last + 1 >= len(tokens) or not _is_numeral(tokens, last + 1):
        return False
    before = word_at(tokens, first - 1)
    return before in ("voted", "vote") or (before == "by" and _is_decided(tokens, first))


def _is_other_side(tokens: Sequence[Token], first: int) -> bool:
    """The four of "nine votes to four", "voted 31 to 4"."""
    if word_at(tokens, first - 1) not in _BETWEEN:
        return False
    if word_at(tokens, first - 2) in _VOTES:
        return _is_numeral(tokens, first - 3)
    return _is_numeral(tokens, first - 2) and _is_side(tokens, first - 2, first - 1)


def _is_majority(tokens: Sequence[Token], first: int, after: str) -> bool:
    """As in "carried by a majority of 13"; "a majority of 13 boroughs" are boroughs."""
    if word_at(tokens, first - 1) != "of" or word_at(tokens, first - 2) != "majority":
        return False
    return after in _VOTES or (not after.isalpha() and after not in ("%", "-")) or after in ("in", "at", "on", "and")


def _is_decided(tokens: Sequence[Token], first: int) -> bool:
    return any(word_at(tokens, k) in _DECIDING for k in range(max(0, first - _FARTHEST_DECISION), first))


def _is_numeral(tokens: Sequence[Token], i: int) -> bool:
    return i >= 0 and (tokens[i].kind == "n" or tokens[i].lower in _CARDINALS)
