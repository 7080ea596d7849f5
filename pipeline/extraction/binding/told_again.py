"""Told again: amounts of which the text has just told what they are, and that it does not name again.

Belongs here: a second value, a repetition in brackets, a part of what was told. Does not: what has an indicator
(`earlier`), the words of any other share (`share_words`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Case
from pipeline.extraction.binding.complements import COMPLEMENTS, complement, with_complement
from pipeline.extraction.binding.phrasing import phrase
from pipeline.extraction.binding.share_words import share_words

_BETWEEN = frozenset(
    {"to", "from", "and", "or", "then", "of", "that", "it", ",", "(", ")", ":", "in", "at", "by", "instead"}
)
_LONGEST_GAP = 4


def as_told(case: Case) -> str | None:
    """As in "a fee of 40 yuan, up to 60", "57 per cent in 2012 and 24 ten years on": nothing new is named."""
    told, previous = case.earlier[-1] if case.earlier and case.here else None, case.previous()
    if told is None or previous is None or told.measured is None or case.amount.noun is not None:
        return None
    if told.indicator is not None or not _in_unit_of(case, told.unit):
        return None
    preposition = case.word(case.amount.last)
    if preposition in COMPLEMENTS and case.before(1) == ["and"]:
        # "Spent 3 million on lamps and 1 million on benches".
        noun, parted, _ = told.measured.partition(f" {preposition} ")
        to_what = complement(case)
        return f"{noun} {to_what}" if parted and to_what is not None else None
    again = complement(case)
    measured = with_complement(told.measured, again if again is not None and again not in told.measured else None)
    gap = [i for i in range(previous.last, case.amount.begin) if i not in case.dated and not _is_bracketed(case, i)]
    if all(case.word(i) in _BETWEEN for i in gap):
        return measured if len(gap) <= _LONGEST_GAP else None
    repeated = phrase(case, gap[0], gap[-1])
    if repeated is None or case.word(gap[-1]) not in ("and", "(", ":", ","):
        return None
    return told.measured if repeated in told.measured else None


def _in_unit_of(case: Case, unit: str | None) -> bool:
    """Whether the amount can go on in a unit: the same, what something moved to, the same money in another coin."""
    if unit is None or unit in (case.frame.unit, case.amount.unit):
        return True
    at = case.word(case.amount.begin - 1)
    in_coin = case.amount.kind == "money" and at == "or" and unit.isupper()
    return in_coin or (at == "to" and unit == "percent")


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
