"""Keys: amounts that say how one unit is converted into another.

Belongs here: both sides of a key. Does not: how a key is worded (`conversion`), nor prices.
"""

from __future__ import annotations

from pipeline.extraction.conversion import EQUATING, equated, is_told_by_one, one_side
from pipeline.extraction.registry import where_said
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.sites import REACH, Site
from pipeline.extraction.units import UNIT_WORDS
from pipeline.vocabulary import language

_KEYED_UNITS = language.words("screening", "keyed_units")
BULK = frozenset({"mass", "volume", "area", "length"})
"""Kinds of units that things are measured by as a whole."""
_CONVERTED = BULK | {"energy", "power"}

_KEY: Screen = ("other", "key for converting units")


def exchange_key(site: Site) -> Screen | None:
    """As in "$1 = 7.1 yuan", "(a load = 1.9 tonnes)", "ten wan is 100,000": a key for conversion."""
    first, begin, last = site.amount.first, site.amount.begin, site.amount.last
    if "=" in site.clauses.said and _is_equated(site):
        return _KEY
    per = site.amount.per
    if per is not None and per.kind == site.amount.kind and per.kind in BULK:
        return _KEY
    # "one lakh is 100,000", "one pound is 0.45 kg": both sides
    if site.word(first) == "one" and site.word(last) == "is" and site.tokens[last + 1 : last + 2]:
        return _KEY if site.tokens[last + 1].kind == "n" else None
    if site.word(begin - 1) != "is":
        return None
    keyed = site.word(begin - 2) in _KEYED_UNITS or (
        site.word(begin - 3) == "one" and site.word(begin - 2) in UNIT_WORDS
    )
    return _KEY if keyed else None


@where_said(EQUATING | {"there", "to"})
def conversion_key(site: Site) -> Screen | None:
    """As in "a pound is 454 grams", "one bushel of wheat weighs 60 pounds", "there are 2.2 pounds in a kilogram"."""
    amount = site.amount
    if amount.kind not in _CONVERTED or amount.per is not None:
        return None
    if one_side(site.tokens, amount.begin, amount.kind) is not None:
        return _KEY
    if amount.numeral.value == 1 and site.tokens[amount.first].kind == "n":
        # The other side: "1 bushel of soybeans weighs 60 pounds".
        behind = equated(site.tokens, amount.first + 1)
        return _KEY if behind is not None and any(one.kind == "n" for one in site.tokens[behind : behind + 3]) else None
    counted = site.word(amount.begin - 2) == "there" and site.word(amount.begin - 1) in ("are", "is")
    return _KEY if counted and is_told_by_one(site.tokens, amount.last) else None


def _is_equated(site: Site) -> bool:
    """Whether a sign of equality stands beside the amount, or anywhere near it where it is in brackets."""
    first, begin, last = site.amount.first, site.amount.begin, site.amount.last
    if "=" in (site.word(begin - 1), site.word(last)):
        return True
    return bool(site.clauses.depth[first]) and "=" in site.words(first - REACH, last + REACH)
