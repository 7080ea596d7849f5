"""Persons: amounts that are one person's own affairs - income, harvest, pupils.

Belongs here: whose affairs an amount is told of. Does not: ages (`dispositions`), numbers of persons.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.extraction.registry import where_said
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.sites import REACH, Site
from pipeline.vocabulary import language

_OWN_DOINGS = language.words("screening", "own_doings")
_OWN_LIFE = language.words("screening", "own_life")
_OTHER_SUBJECTS = language.words("screening", "other_subjects")
_OPINIONS = language.words("screening", "opinions")
_POSSESSIVES = frozenset({"her", "his", "my"})
_PERSONS = frozenset({"she", "he"})
_COUNTED = frozenset({"count", "ratio", "person", "bare"})
_KIN = language.words("screening", "kin")
_CHILDREN = frozenset({"children", "kids", "child"})
_OF_PARENT = frozenset({"his", "her", "their", "my", "has", "with", "have"})
_OWN_MONEY = language.words("screening", "own_money")
_LARGEST_FAMILY = 12
_HELD = frozenset({"area", "count", "person", "mass", "bare"})
_CONTRACTED = frozenset({"i'm", "i've", "i'd", "i'll"})
_SPEAKERS = _CONTRACTED | {"i"}
_OWN_TIMES = frozenset({"own", "day", "time", "class", "youth", "childhood"})
_LONGEST_PREDICATE = 14
_NEAREST = 4

_BY_ANOTHER = frozenset({("takes", "home"), ("for", "her"), ("for", "him")})
_OF_ANOTHER = frozenset({"takes", "her", "him"})
_OF_SPEAKER = _SPEAKERS | {"my", "us"}
_OF_PERSONS = _OF_ANOTHER | _POSSESSIVES | _OWN_LIFE | _KIN | _CHILDREN
_OWN: Screen = ("other", "a person's own affairs")


@where_said(_OF_SPEAKER)
def of_the_speaker(site: Site) -> Screen | None:
    """As in "I planted 85 mu", "half of my machines": the affairs of who speaks, not what he tells of his town."""
    amount = site.amount
    words = site.words(site.start, amount.last + 3)
    split = amount.first - site.start
    if amount.kind in _COUNTED and "my" in words[max(0, split - 3) :]:
        return _OWN
    if amount.kind == "money" and any(whose == "my" and what in _OWN_MONEY for whose, what in pairwise(words[:split])):
        # "My wages rose by 300 yuan".
        return _OWN
    if amount.kind == "money" and ("of", "us") in pairwise(words[:split]):
        # "Every one of us got 300 yuan richer".
        return _OWN
    if not _speaks_of_himself(site) or _is_price(site):
        return None
    held = amount.kind in _HELD or not _OWN_DOINGS.isdisjoint(words)
    return _OWN if held else None


def _is_price(site: Site) -> bool:
    """As in "I got 70 francs a crate": what others paid as well."""
    per = site.amount.per
    return site.amount.kind == "money" and per is not None and per.kind != "time"


def _speaks_of_himself(site: Site) -> bool:
    """Whether "I" is the subject of what is said: nobody else comes between, nor "I think", "I remember"."""
    begin = max(site.start, site.amount.begin - _LONGEST_PREDICATE)
    if _SPEAKERS.isdisjoint(site.words(begin, site.amount.begin)):
        return False
    for at in range(site.amount.begin - 1, begin - 1, -1):
        word = site.word(at)
        if site.tokens[at].text == "I" or (word in _CONTRACTED and site.tokens[at].text[0] == "I"):
            return site.word(at + 1) != "."
        if word in _OTHER_SUBJECTS or word in _OPINIONS:
            return False
    return False


@where_said(_OF_PERSONS)
def of_one_person(site: Site) -> Screen | None:
    """As in "takes home 4,700 yuan a month", "she keeps 30 cows", "17 of his pupils", "40 pupils in her time"."""
    amount = site.amount
    words = site.words(site.start, amount.last + 3)
    if not _OF_ANOTHER.isdisjoint(words) and any(pair in _BY_ANOTHER for pair in pairwise(words)):
        return _OWN
    before = site.clause_before()
    owned = "her" in before[-6:] or "his" in before[-6:]
    if owned and amount.kind in _COUNTED and ("clients" in words or "pupils" in words or "in" in before[-4:]):
        return _OWN
    following = site.words(amount.last, amount.last + _NEAREST)
    if not _POSSESSIVES.isdisjoint(following) and any(
        whose in _POSSESSIVES and what in _OWN_TIMES for whose, what in pairwise(following)
    ):
        return _OWN
    return _OWN if _keeps(site) or _is_family(site) else None


def _is_family(site: Site) -> bool:
    """As in "with his two sons", "has three children"."""
    amount = site.amount
    if amount.noun is None or amount.value > _LARGEST_FAMILY:
        return False
    kin, before = site.word(amount.noun[1] - 1), site.before(1)
    return kin in _KIN or (kin in _CHILDREN and bool(before) and before[0] in _OF_PARENT)


def _keeps(site: Site) -> bool:
    """As in "she keeps 30 cows", "he earns 900 euros": what only a private person does, right before the amount."""
    begin = max(site.start, site.amount.begin - _NEAREST, site.amount.begin - REACH)
    words = site.words(begin, site.amount.begin)
    return not _OWN_LIFE.isdisjoint(words) and any(
        (who in _PERSONS and doing in _OWN_LIFE) or (who == "who" and doing in _OWN_LIFE and doing.endswith("s"))
        for who, doing in pairwise(words)
    )
