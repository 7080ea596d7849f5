"""Ranks: the place of something in an order of so many.

Belongs here: the words before the amount that say so. Does not: what is ranked (`binding`).
"""

from __future__ import annotations

from pipeline.extraction.frames import Frame
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_SUPERLATIVES = language.words("framing", "superlatives")
_LAST = language.words("framing", "last")
_RANKING = language.words("framing", "ranking")
_ORDINALS = language.numerals().ordinals
_AMONG = frozenset({"among", "amongst"})
_FARTHEST = 4
_FARTHEST_SUPERLATIVE = 9


def read_rank(site: Site) -> Frame | None:
    """As in "the lowest wage among the 57 counties": the last of 57; "the third-highest of 57": the third."""
    among = among_before(site)
    if among is None:
        return None
    # "Of" must follow right behind the order; "the highest wage of 57 yuan" is none.
    reach = _FARTHEST_SUPERLATIVE - _FARTHEST if site.word(among) != "of" else 1
    for at in range(among - 1, max(-1, among - 1 - reach), -1):
        word = site.word(at)
        if word.endswith("est") or word in _SUPERLATIVES:
            place = _ordinal(site, at - 2 if site.word(at - 1) == "-" else at - 1) or 1
            return _rank(site.amount.value - place + 1 if word in _LAST else place)
        ordinal = _ordinal(site, at)
        if ordinal is not None and not _RANKING.isdisjoint(site.words(at - 3, at)):
            return _rank(ordinal)
    return None


def among_before(site: Site) -> int | None:
    """The word that leads to those who are compared: "among the 57 counties", "of Hunan's 57 counties"."""
    before = range(site.amount.begin - 1, site.amount.begin - 1 - _FARTHEST, -1)
    among = next((at for at in before if site.word(at) in _AMONG), None)
    return among if among is not None else next((at for at in before if site.word(at) == "of"), None)


def _ordinal(site: Site, at: int) -> int | None:
    return _ORDINALS.get(site.word(at))


def _rank(place: float) -> Frame:
    return Frame("rank", "rank", place, place, place, "exact", "1")
