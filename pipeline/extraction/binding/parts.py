"""Parts: shares whose part and whole together are a measure of their own - urban residents in the population, its old.

Belongs here: finding the part by what is said around the amount. Does not: which parts make which measure
(`compositions.toml`), shares of a whole as such (`shares`).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.lemmas import singular
from pipeline.extraction.sites import Site
from pipeline.extraction.themes import known
from pipeline.vocabulary import language

_PARTS = language.parts()
_WHOLES = {whole for part in _PARTS for whole in part.wholes}
_POINTING = language.words("binding", "wholes") | {"these", "them", "those"}
_PERSONS = next(part.wholes for part in _PARTS if "population" in part.wholes)
_AGE_GROUPS = language.words("binding", "age_groups")
_WHOLE_TOLD = {
    "population": "population",
    "homes": "home",
    "vacant_homes": "home",
    "employees": "workforce",
    "farmland_area": "land",
}
"""Indicators of which "it", "these" or "the total" may be the whole, to the whole's noun."""
_OVER = frozenset({"over", "above"})
_UNDER = frozenset({"under", "below"})
_OLDER, _YOUNGER = _OVER | {"older", "more", "least"}, _UNDER | {"younger"}
_OF_AGE = _OLDER | _YOUNGER | {"already", "now", "still", "even", "aged", "at", "years", "than", "age", "ages", "the"}
_OPENING = frozenset({"and", "but", ",", ";", "while"})
_DONE_BY_PARTS = language.words("binding", "done_by_parts")
_COPULAS = frozenset({"are", "is", "were", "was", "aged"})
_FARTHEST_WHOLE = 6
_FARTHEST_AGE = 7
_MEMORY = 4


def of_part(case: Case) -> Bound | None:
    """As in "urban residents make up 57 per cent of the population", "5 per cent of flats stand empty"."""
    if case.unit != "percent":
        return None
    wholes = list(_wholes(case))
    if not wholes:
        return None
    said = f" {' '.join(case.clause_words())} "
    for part in _PARTS:
        whole = next((whole for whole in wholes if whole in part.wholes), None)
        if whole is not None and any(f" {words} " in said for words in part.words):
            return Bound(part.share, f"share of {whole} {_first(part.words, said)}", "part-of-whole")
    return None


def of_age_group(case: Case) -> Bound | None:
    """As in "of these, 29 per cent are older than 65", "people under 15 made up 9 per cent of the population"."""
    if case.unit != "percent" or not _is_of_people(case):
        return None
    group = _age_behind(case) or _age_before(case)
    if group is None:
        return None
    age, older = group
    indicator = f"share_of_population_aged_{age}_and_over" if older else f"share_of_population_under_{age}"
    words = f"share of population {f'aged {age} and over' if older else f'under {age}'}"
    return Bound(indicator if known(indicator) is not None else None, words, "age-group")


def does_something(site: Site) -> bool:
    """As in "and a quarter have no car": a part of a whole, of which the clause goes on to tell what it does."""
    opens = site.amount.begin <= site.start or site.word(site.amount.begin - 1) in _OPENING
    return opens and site.amount.kind == "ratio" and site.word(site.amount.last) in _DONE_BY_PARTS


def _first(phrases: tuple[str, ...], said: str) -> str:
    return next(words for words in phrases if f" {words} " in said)


# ---------------------------------------------------------------------- the whole
def _wholes(case: Case) -> Iterator[str]:
    """What the amount may be a part of: what stands behind it, what "Of the ..." opens with, what was told before."""
    behind = case.words(case.amount.last, case.amount.last + _FARTHEST_WHOLE)
    if case.amount.noun is not None:
        behind = case.words(*case.amount.noun)
    opening = case.words(0, case.amount.begin) if case.word(0) == "of" else []
    for word in (*behind, *opening):
        if singular(word) in _WHOLES:
            yield singular(word)
    if not _POINTING.isdisjoint((*behind, *opening[:2])):
        for told in reversed(case.earlier[-_MEMORY:]):
            if told.indicator in _WHOLE_TOLD:
                yield _WHOLE_TOLD[told.indicator]


def _is_of_people(case: Case) -> bool:
    """Whether the whole is the people of a place: said, pointed at, or left out."""
    if case.amount.noun is not None and singular(case.word(case.amount.noun[1] - 1)) not in _PERSONS:
        return False
    named = list(_wholes(case))
    if named:
        return not _PERSONS.isdisjoint(named)
    return case.word(case.amount.last) != "of" and case.word(0) != "of"


# ---------------------------------------------------------------------- the age
def _age_behind(case: Case) -> tuple[int, bool] | None:
    """As in "29 per cent are older than 65", "29 per cent of the population is aged 65 or over"."""
    last = case.amount.last
    stop = min(case.stop, last + _FARTHEST_WHOLE + _FARTHEST_AGE)
    verb = next((k for k in range(last, stop) if case.word(k) in _COPULAS), None)
    return _age_in(case, verb + 1, stop) if verb is not None else None


def _age_before(case: Case) -> tuple[int, bool] | None:
    """As in "people over 65 made up 27 per cent", "the share of residents aged 65 and over was 27 per cent"."""
    if case.word(0) == "of":
        return None
    for k in range(case.start, case.amount.begin):
        if case.word(k) in (*_OVER, *_UNDER, "aged", "older", "younger") and _is_person(case, k - 1):
            return _age_in(case, k, min(case.amount.begin, k + _FARTHEST_AGE))
    return None


def _is_person(case: Case, k: int) -> bool:
    return singular(case.word(k)) in _PERSONS | _AGE_GROUPS


def _age_in(case: Case, first: int, stop: int) -> tuple[int, bool] | None:
    """The age that tokens `first` to `stop` (exclusive) limit a group by, and whether the group is older."""
    for k in range(first, min(stop, len(case.tokens))):
        word = case.word(k)
        if case.tokens[k].kind == "n" and word.isdecimal():
            said = set(case.words(first, k)) | set(case.words(k + 1, k + 4))
            older, younger = not said.isdisjoint(_OLDER), not said.isdisjoint(_YOUNGER)
            return (int(word), older) if older != younger else None
        if word not in _OF_AGE:
            return None
    return None
