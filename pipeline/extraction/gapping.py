"""Gapping: amounts whose clause leaves out all but the name, "Huainan has 12 mines, Datong 30", "Prague's 5 per cent".

Belongs here: which figure such an amount is told like. Does not: whose it is (`scopes`), lists without names
(`restatement`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.figures import Reading
from pipeline.extraction.sites import REACH, Site
from pipeline.extraction.topics import Topics
from pipeline.vocabulary.language import words

_JOINTS = frozenset({",", ";", "and", "but", "while"})
_LEADING = words("gapping", "leading")
_LIGHT = words("gapping", "light")
_LONGEST_REST = 6
"""So many words of its clause at most stand behind the amount before: "12 mines | in the end, Datong 30"."""


def gapped(site: Site, readings: Sequence[Reading], topics: Topics) -> Reading | None:
    """The figure before, of whose clause the amount repeats nothing but whose it is; null where it says more."""
    turn = topics.latest(site.amount.begin)
    if not readings or turn is None or turn.mention.kind == "pronoun":
        return None
    previous, amount = readings[-1].amount, site.amount
    if turn.at < previous.last or (amount.unit is not None and amount.unit != previous.unit):
        return None
    if amount.noun is not None and amount.noun != previous.noun:
        return None
    at = turn.mention.first - 1
    while site.word(at) in _LEADING:
        at -= 1
    if site.word(at) not in _JOINTS or not previous.last <= at <= previous.last + _LONGEST_REST:
        return None
    first = turn.mention.last
    if site.word(at) == ";" and site.word(first) == ",":
        # "In Huainan 12 mines were shut; in Datong, 30".
        first += 1
    behind = site.words(first, min(amount.begin, first + REACH))
    return readings[-1] if _LIGHT.issuperset(behind) else None
