"""Age groups: the share of the people who are of an age, as in "29 per cent are 65 or over".

Belongs here: finding the ages that limit a group around its share, and whose share it is. Does not: which numerals are
ages (`dispositions.age_groups`), other parts of the people (`parts`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.parts import PERSONS, wholes
from pipeline.extraction.lemmas import singular
from pipeline.extraction.nouns import PERSON_NOUNS
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.themes import known
from pipeline.extraction.wording import noun_phrase
from pipeline.vocabulary import language

_OVER = frozenset({"over", "above", "past"})
_UNDER = frozenset({"under", "below"})
_OLDER = _OVER | {"older", "more", "least", "passed", "reached", "turned"}
_YOUNGER = _UNDER | {"younger"}
_OF_AGE = language.words("binding", "of_age") | _OLDER | _YOUNGER
_BEFORE_AGE = frozenset({*_OVER, *_UNDER, "aged", "older", "younger", "age"})
_COPULAS = language.words("binding", "being_of_age")
_GROUPS = language.words("binding", "age_groups")
_SHARED = frozenset({"share", "proportion", "percentage"})
_LIGHT = frozenset({"of", "its", "the", "their", "all", "'s", "\u2019s"})
_FARTHEST_AGE = 7
_FARTHEST_VERB = 13
_LONGEST_CLAUSE = 40

Group = tuple[int | None, int | None]
"""The youngest and the oldest age of a group; null where it has no such limit."""


def of_age_group(case: Case) -> Bound | None:
    """As in "of these, 29 per cent are older than 65", "people under 15 made up 9 per cent of the population"."""
    if case.unit not in ("percent", "percentage_point", "point"):
        return None
    group = _age_behind(case) or _age_before(case)
    if group is None or (case.moves and not _is_of_share(case)):
        return None
    if not _is_of_people(case):
        whole = _persons_behind(case)
        return Bound(None, f"share of {whole} {_said(group)}", "age-group") if whole else None
    indicator = f"share_of_population_{_said(group).replace(' ', '_')}"
    return Bound(
        indicator if known(indicator) is not None else None, f"share of population {_said(group)}", "age-group"
    )


def number_of_age_group(case: Case) -> Bound | None:
    """As in "the number of people over 80 rose by 11 per cent to 140,000": of them, and not of all the people."""
    if case.amount.noun is not None or case.unit not in ("person", "percent") or (case.unit == "percent") != case.moves:
        return None
    group = _age_before(case)
    if group is None:
        return None
    words = f"population {_said(group)}"
    one = known(words.replace(" ", "_"))
    return Bound(one.indicator_id if one is not None else None, words, "age-group")


def _said(group: Group) -> str:
    youngest, oldest = group
    if oldest is None:
        return f"aged {youngest} and over"
    return f"under {oldest}" if youngest is None else f"aged {youngest} to {oldest}"


# ---------------------------------------------------------------------- whose share
def _is_of_share(case: Case) -> bool:
    """Whether it is the share that moves, and not the number of the old."""
    return case.unit != "percent" and not _SHARED.isdisjoint(case.clause_before())


def _is_of_people(case: Case) -> bool:
    """Whether the whole is the people of a place: said, pointed at, or left out."""
    if case.amount.noun is not None and singular(case.word(case.amount.noun[1] - 1)) not in PERSONS:
        return False
    named = list(wholes(case))
    if named:
        return not PERSONS.isdisjoint(named)
    return case.word(case.amount.last) != "of" and case.word(0) != "of" and _persons_behind(case) is None


def _persons_behind(case: Case) -> str | None:
    """As in "half the farmers", "a third of the mill's hands": persons who are not all the people of a place."""
    first = case.amount.last
    while case.word(first) in _LIGHT:
        first += 1
    words = noun_phrase(case.tokens, first) or case.word(first)
    head = words.rpartition(" ")[2].lower()
    return words if head in PERSON_NOUNS and singular(head) not in PERSONS else None


# ---------------------------------------------------------------------- the age
def _age_behind(case: Case) -> Group | None:
    """As in "29 per cent are older than 65", "29 per cent of the population is aged 65 or over"."""
    last = case.amount.last
    stop = min(case.stop, last + _FARTHEST_VERB)
    verb = next((k for k in range(last, stop) if case.word(k) in _COPULAS), None)
    if verb is None:
        return None
    return _age_in(case, verb if case.word(verb) in _OLDER else verb + 1, stop)


def _age_before(case: Case) -> Group | None:
    """As in "people over 65 made up 27 per cent", "under-15s were 9 per cent", "the 20-24 age group was 4 per cent"."""
    if case.word(0) == "of" or _BEFORE_AGE.isdisjoint(case.clauses.said):
        return None
    for k in range(max(case.start, case.amount.begin - _LONGEST_CLAUSE), case.amount.begin):
        stop = min(case.amount.begin, k + _FARTHEST_AGE)
        if case.word(k) in _BEFORE_AGE and (_is_person(case, k - 1) or _is_prefix(case, k) or case.word(k) == "age"):
            return _age_in(case, k, stop) or (_range_before(case, k) if case.word(k) == "age" else None)
    return None


def _is_person(case: Case, k: int) -> bool:
    return singular(case.word(k)) in PERSONS | _GROUPS


def _is_prefix(case: Case, k: int) -> bool:
    """As in "under-15s", "the over-65s"."""
    return case.word(k + 1) in JOINERS and case.word(k + 2).isdecimal() and case.word(k + 3) == "s"


def _age_in(case: Case, first: int, stop: int) -> Group | None:
    """The ages that tokens `first` to `stop` (exclusive) limit a group by."""
    for k in range(first, min(stop, len(case.tokens))):
        word = case.word(k)
        if case.tokens[k].kind == "n" and word.isdecimal():
            oldest = _end_of_range(case, k)
            if oldest is not None:
                return int(word), oldest
            said = {*case.words(first, k), *case.words(k + 1, k + 4)}
            older, younger = not said.isdisjoint(_OLDER), not said.isdisjoint(_YOUNGER)
            if older == younger:
                return None
            return (int(word), None) if older else (None, int(word))
        if word not in _OF_AGE and word not in JOINERS:
            return None
    return None


def _range_before(case: Case, k: int) -> Group | None:
    """As in "the 20-24 age group"."""
    youngest, oldest = case.word(k - 3), _end_of_range(case, k - 3)
    return (int(youngest), oldest) if youngest.isdecimal() and oldest is not None else None


def _end_of_range(case: Case, k: int) -> int | None:
    """The second number of a range whose first is token `k`: "15 to 64", "20-24"."""
    joined = case.word(k + 1) in JOINERS or case.word(k + 1) in ("to", "and")
    return int(case.word(k + 2)) if joined and case.word(k + 2).isdecimal() else None
