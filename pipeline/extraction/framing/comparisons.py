"""Comparisons: whether an amount is set against an earlier time or against something else.

Belongs here: the words behind the amount that say so. Does not: what the frame then is.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.periods import Period
from pipeline.extraction.sites import Site, starting_in
from pipeline.vocabulary import language

_EARLIER = language.words("framing", "earlier")
_DATES = frozenset({"in", "earlier", "now", "same", "span"})
_OWN_LEVELS = language.words("framing", "own_levels")
GAPS = language.words("framing", "gaps")
"""Words behind an amount that lead to what it lies above or below."""
_OFF = GAPS | {"off"}
_TOPS = language.words("framing", "tops")
GAP_VERBS = language.words("framing", "gap_verbs")
"""Verbs that set a subject against another: "trails", "exceeds"."""
_PRONOUNS = frozenset({"that", "those"})
_OWNERS = frozenset({"its", "their", "the"})
_FARTHEST_OWN_LEVEL = 5
_AGO = frozenset({"ago", "year-ago"})
_ENDS = frozenset({",", ".", ";", "but", "while", "whereas"})
_FARTHEST = 9
_NEAREST_PEAK = 4
"""So many words behind the amount its earlier peak may stand: "22 per cent below its peak"."""


def against_time(site: Site, periods: Sequence[Period]) -> bool | None:
    """Whether "than", "on", "from" behind the amount lead to a time; null where none of them stands there."""
    last = site.past_repetition()
    off_top = site.word(last) in _OFF and not _TOPS.isdisjoint(site.words(last + 1, last + 4))
    of_peak = any(period.rule == "peak" for period in starting_in(periods, last, last + _NEAREST_PEAK))
    if off_top or of_peak or _off_itself(site, periods, last):
        return True
    for at in range(last, min(len(site.tokens), last + _FARTHEST)):
        word = site.word(at)
        if word in _ENDS:
            return None
        if not _compares(word, at - last):
            continue
        if any(_is_base(site, period, word) for period in starting_in(periods, at - 1, at + 6)):
            return True
        if not _EARLIER.isdisjoint(site.words(at, at + 7)):
            return True
        if word in ("than", "as", "of"):
            return False
    return None


def _off_itself(site: Site, periods: Sequence[Period], last: int) -> bool:
    """As in "4 per cent below that of 2018", "above its level of 2010", "below the 2010 mark"."""
    first = last + 1
    if site.word(last) not in _OFF:
        return False
    dated = next(iter(starting_in(periods, first, first + _FARTHEST_OWN_LEVEL)), None)
    if dated is not None and dated.first == first and (dated.kind == "earlier" or dated.rule in _AGO):
        # "65 per cent below a year ago"
        return True
    if dated is None or dated.kind not in _DATES:
        return False
    if site.word(first) in _PRONOUNS:
        return dated.first <= first + 2
    noun = next((k for k in range(first, first + _FARTHEST_OWN_LEVEL) if site.word(k) in _OWN_LEVELS), None)
    return noun is not None and -1 <= dated.first - noun <= 2 and site.word(first) in _OWNERS


def sets_apart(site: Site) -> bool:
    """Whether the verb of the clause sets its subject against another: "pay trails the mean by 8 per cent"."""
    return not GAP_VERBS.isdisjoint(site.clause_before())


def _compares(word: str, distance: int) -> bool:
    """Whether a word leads to what is compared with, `distance` words behind the amount."""
    if word in ("than", "from", "on", "as"):
        return True
    return (word in ("of", "in", "over") and distance <= 1) or (word == "the" and distance == 1)


def _is_base(site: Site, period: Period, word: str) -> bool:
    """Whether a period behind the word of comparison is what is compared with.

    "below the average of 1998" and "below the level in 1998" are; "below the average in 1998" tells when it was so.
    """
    if period.kind not in _DATES:
        return False
    preposition = period.first if site.word(period.first) == "in" else period.first - 1
    when = word == "the" and site.word(preposition) == "in"
    return not when or site.word(preposition - 1) in _OWN_LEVELS
