"""Parts: shares whose part and whole together are a measure of their own - urban residents in the population.

Belongs here: finding the part by what is said around the amount. Does not: which parts make which measure
(`compositions.toml`), who is of an age (`age_groups`), shares of a whole as such (`shares`).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.lemmas import singular
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_PARTS = language.parts()
_WHOLES = {whole for part in _PARTS for whole in part.wholes}
_POINTING = language.words("binding", "wholes") | {"these", "them", "those"}
PERSONS = next(part.wholes for part in _PARTS if "population" in part.wholes)
"""Nouns, singular, of which each may be all the people of a place."""
_WHOLE_TOLD = {
    "population": "population",
    "homes": "home",
    "vacant_homes": "home",
    "employees": "workforce",
    "farmland_area": "land",
}
"""Indicators of which "it", "these" or "the total" may be the whole, to the whole's noun."""
_OPENING = frozenset({"and", "but", ",", ";", "while"})
_DONE_BY_PARTS = language.words("binding", "done_by_parts")
_BEING = frozenset({"are", "were", "remain", "remained"})
_FARTHEST_WHOLE = 6
_MEMORY = 4


def of_part(case: Case) -> Bound | None:
    """As in "urban residents make up 57 per cent of the population", "5 per cent of flats stand empty"."""
    if case.unit != "percent":
        return None
    named = list(wholes(case))
    if not named and case.amount.noun is None and case.word(case.amount.last) in _BEING:
        # "In Gera 6 per cent are out of work".
        named = ["people"]
    if not named:
        return None
    said = f" {' '.join(case.clause_words())} "
    for part in _PARTS:
        whole = next((whole for whole in named if whole in part.wholes), None)
        if whole is not None and any(f" {words} " in said for words in part.words):
            return Bound(part.share, f"share of {whole} {_first(part.words, said)}", "part-of-whole")
    return None


def does_something(site: Site) -> bool:
    """As in "and a quarter have no car": a part of a whole, of which the clause goes on to tell what it does."""
    opens = site.amount.begin <= site.start or site.word(site.amount.begin - 1) in _OPENING
    return opens and site.amount.kind == "ratio" and site.word(site.amount.last) in _DONE_BY_PARTS


def _first(phrases: tuple[str, ...], said: str) -> str:
    return next(words for words in phrases if f" {words} " in said)


# ---------------------------------------------------------------------- the whole
def wholes(case: Case) -> Iterator[str]:
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
