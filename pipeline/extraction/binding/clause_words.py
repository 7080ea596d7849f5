"""Clause words: where no noun and no verb names what is measured, the words of the clause as they stand.

Belongs here: how much of the clause is given, with its small words, and a mark where the number stood. Does not: any
noun of a measure (`unknown`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Case
from pipeline.extraction.binding.phrasing import GAP, is_own_name, phrase
from pipeline.extraction.binding.predicates import group_of, is_verb, last_verb, subject_of, verb_from

_PAUSES = frozenset({",", ";", ":", "(", ")", "\u2014", "\u2013", "."})
_INTRODUCING = frozenset({"in", "on", "at", "by", "for", "since", "of", "with", "from", "during", "after", "under"})
_ATTRIBUTES = frozenset({"with", "including", "without"})
_ARTICLES = frozenset({"a", "an"})
_SHORTEST_ASIDE = 3
_FARTHEST = 40
_LONGEST_BEFORE = 12
_LONGEST_BEHIND = 6


def words_of_clause(case: Case) -> str | None:
    """As in "bottlers around Mount Changbai filled …": all that the clause says, the number's place marked."""
    before = _before(case)
    behind = phrase(case, case.amount.last, _end_behind(case), longest=_LONGEST_BEHIND, opens=False)
    if before is None and behind is None:
        return None
    return " ".join(part for part in (before, GAP, behind) if part)


def _before(case: Case) -> str | None:
    """What stands before the number in its clause: the subject, and the words from its own verb on."""
    first, stop = max(case.start, case.amount.begin - _FARTHEST), case.amount.begin
    commas = [i for i in range(first, stop) if case.tokens[i].text in _PAUSES]
    if commas and commas[-1] + 1 < stop and case.word(commas[-1] + 1) in _ATTRIBUTES:
        # "Karst, with 900 on the payroll".
        return _to(case, commas[-1] + 1, stop)
    if commas and case.word(commas[-1] + 1) in _ARTICLES and stop - commas[-1] > _SHORTEST_ASIDE:
        # "In the wells of the block, a pilot meant to take 1 million tonnes".
        return _to(case, commas[-1] + 1, stop)
    previous = case.previous()
    if previous is not None and previous.begin > first:
        verb = verb_from(case, previous.last, stop)
        if verb is not None:
            at = group_of(case, verb)
            subject = subject_of(case, verb)
            return " ".join(part for part in (subject, _to(case, at, stop)) if part)
        if case.words(stop - 1, stop) in (["and"], [","]):
            # "Pays 366 yuan for soybeans and 14 for corn".
            return _to(case, first, previous.begin)
    verb = last_verb(case, stop)
    subject = subject_of(case, verb) if verb is not None else None
    if verb is not None and subject is not None:
        return f"{subject} {_to(case, group_of(case, verb), stop) or ''}".strip()
    if verb is not None and is_own_name(case, first):
        return _to(case, group_of(case, verb), stop)
    if commas and commas[0] < stop - 1 and (case.word(first) in _INTRODUCING or first in case.dated):
        first = commas[0] + 1
    return _to(case, max(first, stop - _LONGEST_BEFORE), stop)


def _to(case: Case, first: int, last: int) -> str | None:
    """The words up to the number, the last preposition included: "pushed through their fourth rise of"."""
    verb = case.text(first, first + 1) if first < last and is_verb(case, first) else None
    return phrase(case, first, last, longest=_LONGEST_BEFORE, ends=False) or verb


def _end_behind(case: Case) -> int:
    """The token behind the amount at which what is said ends: a pause, the next amount, the clause's end."""
    following = case.following()
    stop = min(case.stop, case.amount.last + 12, following.begin if following is not None else case.stop)
    return next((i for i in range(case.amount.last, stop) if _ends(case, i)), stop)


def _ends(case: Case, i: int) -> bool:
    return case.tokens[i].text in _PAUSES or case.tokens[i].kind == "n"
