"""Told again: amounts of which the text has just told what they are, and that it does not name again.

Belongs here: a second value, a repetition in brackets, a part of what was told. Does not: what has an indicator
(`earlier`), the words of any other share (`share_words`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Case
from pipeline.extraction.binding.complements import COMPLEMENTS, complement, with_complement
from pipeline.extraction.binding.phrasing import phrase
from pipeline.extraction.binding.share_words import share_words

_BETWEEN = frozenset({"to", "from", "and", "or", "then", "of", "that", "it", ",", "(", ")", ":", "in", "at", "by"})
_LONGEST_GAP = 4


def as_told(case: Case) -> str | None:
    """As in "a fee of 40 yuan, up to 60", "57 per cent in 2012 and 24 ten years on": nothing new is named."""
    told, previous = case.earlier[-1] if case.earlier and case.here else None, case.previous()
    if told is None or previous is None or told.measured is None or case.amount.noun is not None:
        return None
    moved_to = case.word(case.amount.begin - 1) == "to" and told.unit == "percent"
    if told.indicator is not None or not (moved_to or told.unit in (None, case.frame.unit, case.amount.unit)):
        return None
    again = complement(case)
    measured = with_complement(told.measured, again if again is not None and again not in told.measured else None)
    gap = [i for i in range(previous.last, case.amount.begin) if i not in case.dated and not _is_bracketed(case, i)]
    if all(case.word(i) in _BETWEEN for i in gap):
        other = case.word(case.amount.last) in COMPLEMENTS and case.before(1) == ["and"]
        return measured if len(gap) <= _LONGEST_GAP and not other else None
    repeated = phrase(case, gap[0], gap[-1])
    if repeated is None or case.word(gap[-1]) not in ("and", "(", ":", ","):
        return None
    return told.measured if repeated in told.measured else None


def _is_bracketed(case: Case, i: int) -> bool:
    return case.clauses.depth[i] > case.clauses.depth[case.amount.first]


def of_part(case: Case) -> str | None:
    """As in "of which the state bears 85 per cent", "of which three-fifths was insured": a part of what was told."""
    start = case.start
    told = case.earlier[-1] if case.earlier and case.here else None
    pointed = case.word(start) in ("which", "whom") and case.word(start - 1) == "of"
    if case.amount.kind not in ("ratio", "percent", "fraction") and case.unit != "percent":
        return None
    return share_words(case, None, told.measured) if pointed and told is not None else None
