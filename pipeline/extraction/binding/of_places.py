"""Of places: what a place itself grows, shrinks or dwindles in, its economy or its people.

Belongs here: figures of which a clause names the place and no measure. Does not: measures told before (`earlier`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.earlier import fitting, last_told
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.tokens import Token
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language

_LONG_SPANS = frozenset({"years", "decades", "decade", "since", "century", "generation"})
_FEWEST_PEOPLE = 1000
_NEAR = 8
_FARTHEST_SPAN = 5
_OF_PEOPLE = frozenset({"population", "births", "deaths", "net_migration"})
"""After these "the town shrank" is said of its people."""
_ECONOMIC_GROWTH = language.words("binding", "economic_growth")
_OF_INHABITANTS = language.words("binding", "of_inhabitants")
_DWINDLING = language.words("binding", "dwindling")
_MEMORY = 16


@reads(kinds=["money"], words=["output"])
def output_of_place(case: Case) -> Bound | None:
    """As in "output of 21 billion yuan, or 84,000 a head": in money, and of a place, it is of the whole economy."""
    if case.entity is None or case.entity.subject is not None:
        return None
    at = next((i for i in range(case.start, case.amount.begin) if case.word(i) == "output"), None)
    if at is None or case.in_theme(at) or (at > case.start and _is_attribute(case.tokens[at - 1])):
        return None
    if any("output" in (bound.indicator or "") and case.fits(bound.indicator) for bound in case.earlier):
        return None
    return Bound("gdp", "output", "output-of-place") if case.fits("gdp") else None


def _is_attribute(token: Token) -> bool:
    """Whether a word before "output" says which: "steel output", but not "the county's output"."""
    return is_content(token) and not token.lower.endswith(("'s", "s'"))


@reads(units=["percent"], words=_ECONOMIC_GROWTH)
def economy(case: Case) -> Bound | None:
    """As in "Jointly they grew by 4%": a place that grows in per cent, with nothing else named, is its economy."""
    entity = case.entity
    if entity is None or entity.subject is not None or not case.moves:
        return None
    if _ECONOMIC_GROWTH.isdisjoint(case.clause_before()[-5:]) or not case.elliptic():
        return None
    if _is_of_people(case) or _grows_to_number(case):
        return Bound("population", "population", "people-of-place")
    return Bound("gdp", "economy", "economy-of-place")


def _grows_to_number(case: Case) -> bool:
    """As in "has grown by two-fifths since 2000, to 460,000": a place that grows to a number grows in people."""
    following = case.following()
    if following is None or following.unit is not None or case.word(following.begin - 1) != "to":
        return False
    return following.value >= _FEWEST_PEOPLE and following.noun is None and following.begin - case.amount.last <= _NEAR


def _is_of_people(case: Case) -> bool:
    """As in "380 couples wed. Lund has shrunk by 7 per cent since 2005": the text has spoken of people."""
    if _LONG_SPANS.isdisjoint(case.after(_FARTHEST_SPAN)):
        return False
    for told in reversed(case.earlier[-_MEMORY:]):
        if told.indicator in ("gdp", "gdp_growth"):
            return False
        if told.indicator in _OF_PEOPLE:
            return True
    return False


@reads(units=["person"], words=_DWINDLING, given=["uncounted", "told"])
def dwindled(case: Case) -> Bound | None:
    """As in "it has dwindled from 240,000 to 161,000": a place dwindles in people, whoever was counted before."""
    entity = case.entity
    if entity is None or entity.subject is not None or case.amount.noun is not None:
        return None
    told = last_told(case)
    if told is None or told.indicator != "employees" or case.here or not case.elliptic():
        return None
    dwindles = not _DWINDLING.isdisjoint(case.clause_words())
    return Bound("population", "inhabitants", "people-of-place") if dwindles else None


@reads(units=["person"], given=["uncounted"])
def people_of_place(case: Case) -> Bound | None:
    """As in "a town of 40,000": its inhabitants, where nothing told before could be meant."""
    entity = case.entity
    if entity is None or entity.subject is not None or case.amount.noun is not None:
        return None
    if case.word(case.amount.begin - 1) not in _OF_INHABITANTS or fitting(case) is not None:
        return None
    return Bound("population", "inhabitants", "people-of-place")
