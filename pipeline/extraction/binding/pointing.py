"""Pointing: clauses that say no more than that what was told is so much more or less.

Belongs here: "this was 0.4 points slower". Does not: amounts set beside another in its own clause (`earlier`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.earlier import goes_on, last_told, points_of_growth
from pipeline.extraction.binding.rule import reads
from pipeline.vocabulary import language

_POINTING = frozenset({"that", "this", "it", "which"})
_BEING = frozenset({"was", "were", "is", "are"})
_HEDGING = language.words("binding", "near_or_far")


@reads(units=["percent", "percentage_point"], given=["told"])
def said_of_told(case: Case) -> Bound | None:
    """As in "it rose 5 per cent; this was 0.4 points less than in May": the clause only points at what was told."""
    before, told = case.clause_before(), last_told(case)
    pointing = len(before) > 1 and before[0] in _POINTING and before[1] in _BEING and not _is_named(before[2:])
    if told is None or not pointing or (case.frame.kind != "change" and not case.frame.of_another):
        return None
    return replace(told, rule="appositive") if goes_on(case, told) else points_of_growth(case, told)


def _is_named(words: Sequence[str]) -> bool:
    """Whether words behind a pronoun and its verb say more than how near the number is."""
    return not all(word in _HEDGING or word.endswith("ly") for word in words)
