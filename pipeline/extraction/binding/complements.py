"""Complements: what stands behind an amount and says what it goes to, or what it is of.

Belongs here: where such a phrase begins and ends. Does not: the noun that it is put to (`unknown`, `told_again`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Case
from pipeline.extraction.binding.phrasing import is_own_name, phrase
from pipeline.extraction.binding.predicates import verb_from
from pipeline.extraction.wording import noun_phrase
from pipeline.vocabulary import language

COMPLEMENTS = language.words("binding", "complements")
"""Prepositions that say what an amount goes to: "on roads", "for repairs", "to every family"."""
LONGEST = 8
_PAUSES = frozenset({",", ".", ";", ":", ")"})


def complement(case: Case) -> str | None:
    """As in "on roads", "for repairs", "to every family", "in damages" behind the amount."""
    at = case.amount.last
    if case.word(at) == "," and case.word(at + 1) == "in":
        # "Paid 67 million, in damages".
        at += 1
    preposition, first = case.word(at), at + 1
    if preposition not in COMPLEMENTS and preposition != "into" and at == case.amount.last:
        return None
    if {first, first + 1} & case.dated or is_own_name(case, first) or noun_phrase(case.tokens, first) is None:
        return None
    words = phrase(case, first, end_of_complement(case, first), longest=LONGEST)
    return f"{'in' if preposition == 'into' else preposition} {words}" if words is not None else None


def end_of_complement(case: Case, first: int) -> int:
    """Where the noun phrase behind a preposition ends: at a pause, a verb, the next amount."""
    stop = min(case.stop, case.next_amount(), first + LONGEST + 2)
    for i in range(first, stop):
        if case.tokens[i].kind not in ("w", "n") and not case.tokens[i].glued:
            return i
        if case.tokens[i].text in (",", ".", ";", ":", ")"):
            return i
    verb = verb_from(case, first + 1, stop)
    return verb if verb is not None else stop


def with_complement(words: str, complement: str | None) -> str:
    """A noun with what stands behind it, where anything does."""
    return f"{words} {complement}" if complement else words
