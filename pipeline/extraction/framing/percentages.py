"""Percentages: the frames of per cent and of percentage points.

Belongs here: change, rate, share, ratio or gap, by the word of change and the words behind. Does not: other amounts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.extraction.cues import Governing, Relation
from pipeline.extraction.frames import Frame, change, plain
from pipeline.extraction.framing.comparisons import against_time
from pipeline.extraction.periods import Period
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_GAPS = language.words("framing", "gaps")
_STATES = language.words("framing", "states")
_LOSSES = language.words("framing", "losses")
_WHOLES = language.words("framing", "pronouns_of_whole")
_VERBS_OF_PARTS = language.words("framing", "verbs_of_parts")


def read_percentage(site: Site, governing: Governing | None, periods: Sequence[Period], *, ratio_theme: bool) -> Frame:
    """The frame of per cent or points; `ratio_theme` as in `read_frame`."""
    if governing is not None:
        return _BY_RELATION[governing.relation](site, governing, periods)
    return _share(site, ratio_theme) or plain(site.amount, "rate", "rate")


def _share(site: Site, ratio_theme: bool) -> Frame | None:
    """As in "7 per cent of its output", "Of the mines, a third have closed"; "80 per cent of that of" is a ratio."""
    amount = site.amount
    if amount.kind == "points":
        return None
    following, second = site.word(amount.last), site.word(amount.last + 1)
    if following == "of" and second != "late":
        if second in _WHOLES:
            return plain(amount, "ratio-to", "rate")
        return plain(amount, "share-of", "share")
    if not ratio_theme and site.word(0) == "of" and following in _VERBS_OF_PARTS:
        return plain(amount, "share-of", "share")
    return None


def _compared(site: Site, governing: Governing, periods: Sequence[Period]) -> Frame:
    """As in "3 per cent more than a year earlier", "a 10 per cent drop"; "7 per cent below what X has" is a gap."""
    timed = against_time(site, periods)
    apart = timed is False or (timed is None and site.word(site.amount.last) in _GAPS)
    if apart and not governing.by_noun:
        return plain(site.amount, "gap-to", "rate")
    return change(site.amount, governing.direction, compared=bool(timed))


def _moved_by(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    """As in "fell by 3 per cent"; "by 3 per cent" alone leaves the direction open."""
    return change(site.amount, governing.direction)


def _moved_from(site: Site, _: Governing, __: Sequence[Period]) -> Frame:
    """As in "down from 63 per cent"."""
    return plain(site.amount, "moved-from", "rate")


def _moved_to(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    """As in "rose to 63 per cent"."""
    return plain(site.amount, "moved-to", "rate", governing.direction)


def _said_of(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    """As in "fell 3 per cent", "a drop of 3 per cent"; "growth of 3 per cent", "the loss was 3 per cent" are rates."""
    if governing.word in _STATES or (governing.relation == "is" and governing.by_noun and governing.word in _LOSSES):
        return plain(site.amount, "rate", "rate")
    return change(site.amount, governing.direction)


_BY_RELATION: Mapping[Relation, Callable[[Site, Governing, Sequence[Period]], Frame]] = {
    "after": _compared,
    "by": _moved_by,
    "particle": _moved_by,
    "from": _moved_from,
    "to": _moved_to,
    "object": _said_of,
    "of": _said_of,
    "is": _said_of,
}
