"""Balances: by how many those who came outnumber those who went, and births the deaths.

Belongs here: two opposite counts of people set against each other. Does not: either of them alone (`counts`), gaps to
other places (`families`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.framing.comparisons import GAP_VERBS
from pipeline.vocabulary import language

BALANCE = "balance"
"""The rule by which one count outnumbers its opposite."""

_LEAVING = language.words("binding", "leaving")
_COMING = language.words("binding", "coming")
_LEAVERS = language.words("binding", "leavers")
_COMERS = language.words("binding", "comers")
_BORN = frozenset({"births", "baptisms", "christenings", "newborns"})
_DEAD = frozenset({"deaths", "burials", "funerals"})
_MORE = frozenset({"more", "fewer"})
_LONGEST_MOVE = 6


def balance(case: Case) -> Bound | None:
    """As in "deaths outnumbered births by 900", "900 more deaths than births", "175 more people left than came"."""
    if case.amount.unit not in ("person", "1", None):
        return None
    if not _outnumbers(case) and not _is_more_than(case):
        return None
    words = {*case.clause_words()}
    if not words.isdisjoint(_BORN) and not words.isdisjoint(_DEAD):
        return Bound("natural_population_change", "natural population change", BALANCE)
    if not words.isdisjoint(_LEAVERS) and not words.isdisjoint(_COMERS):
        return Bound("net_migration", "net migration", BALANCE)
    return _migration(case)


def _outnumbers(case: Case) -> bool:
    """As in "arrivals exceeded departures by 640"."""
    return case.word(case.amount.begin - 1) == "by" and not GAP_VERBS.isdisjoint(case.clause_before())


def _is_more_than(case: Case) -> bool:
    """As in "900 more deaths than births"."""
    before = case.words(case.amount.first, min(case.stop, case.amount.last + 2))
    return "than" in case.after(_LONGEST_MOVE * 2) and not _MORE.isdisjoint(before)


def _migration(case: Case) -> Bound | None:
    """As in "175 more people left than moved in": by how many those who went outnumbered those who came."""
    if case.amount.noun is None or case.amount.unit != "person":
        return None
    last = case.amount.noun[1]
    than = next((k for k in range(last + 1, min(case.stop, last + _LONGEST_MOVE)) if case.word(k) == "than"), None)
    if than is None:
        return None
    ways = ({*case.words(last, than)}, {*case.words(than, than + _LONGEST_MOVE)})
    opposed = any(not _LEAVING.isdisjoint(one) and not _COMING.isdisjoint(two) for one, two in (ways, ways[::-1]))
    return Bound("net_migration", "net migration", BALANCE) if opposed else None
