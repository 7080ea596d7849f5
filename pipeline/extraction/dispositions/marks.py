"""Marks: measures that name a thing - the level of a mine by its depth, a contract by its term.

Belongs here: numerals with a unit that tell which, not how much. Does not: numbers of names without a unit (`names`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Verdict, verdict
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.registry import where_said
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.vocabulary.language import words
from pipeline.vocabulary.products import product_words

_DEPTHS = words("marks", "depths")
_LEVELS = words("marks", "levels")
_TERMS = frozenset({"month", "year", "week", "day"})
_TRADED = words("marks", "traded") | product_words().keys()


@where_said(_LEVELS)
def level_by_depth(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the 6,800-foot level", "on the 420 m horizon": a level of a mine, named by how deep it lies."""
    j = numeral.last + 1 if joins(tokens, numeral.last) else numeral.last
    if word_at(tokens, j) not in _DEPTHS or word_at(tokens, j + 1) not in _LEVELS:
        return None
    named = word_at(tokens, numeral.first - 1) in ("the", "its", "and", "to", "or") and word_at(tokens, j + 2) != "of"
    mined = word_at(tokens, j + 2) == "of" and joins(tokens, numeral.last)
    return verdict(numeral, "name", "level of a mine, named by its depth", j + 2) if named or mined else None


@where_said(_TERMS)
def term_of_contract(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "three-month copper", "10-year bonds", "a six-month contract": what is traded is named by its term."""
    j = numeral.last
    if not joins(tokens, j) or word_at(tokens, j + 1) not in _TERMS or word_at(tokens, j + 2) not in _TRADED:
        return None
    return verdict(numeral, "name", "term that a contract is named by", j + 2, quantity=True)
