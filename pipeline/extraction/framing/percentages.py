"""Percentages: the frames of per cent and of percentage points.

Belongs here: change, rate, share, ratio or gap, by the word of change and the words behind. Does not: other amounts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.extraction.cues import Governing, Relation
from pipeline.extraction.frames import Frame, change, plain
from pipeline.extraction.framing.comparisons import GAPS, against_time, sets_apart
from pipeline.extraction.framing.parts import Told, read_part
from pipeline.extraction.periods import Period
from pipeline.extraction.signs import MINUS_SIGNS
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_PER_MILLE = "per_mille"
"""The unit of rates of population: "natural growth: -3.1 per mille" is no change."""
_STATES = language.words("framing", "states")
_LOSSES = language.words("framing", "losses")
_ONE_IN = "one-in"
_MOVED = frozenset({"object", "by", "particle", "after"})
_VERBS_OF_PARTS = language.words("framing", "verbs_of_parts")


def read_percentage(
    site: Site, governing: Governing | None, periods: Sequence[Period], *, ratio_theme: bool, told: Told
) -> Frame:
    """The frame of per cent or points; `ratio_theme` and `told` as in `read_frame`."""
    part = _part(site, governing, periods, ratio_theme=ratio_theme, told=told)
    if part is not None:
        return part
    signed = None if ratio_theme and site.amount.kind == "ratio" else signed_change(site)
    if governing is not None and (signed is None or governing.relation not in _MOVED):
        return _BY_RELATION[governing.relation](site, governing, periods)
    # Its own sign says more of its direction than a word of change that it may hang on: "steel +9.4, coal -21.5".
    return signed or plain(site.amount, "rate", "rate")


def signed_change(site: Site) -> Frame | None:
    """As in "coal 1.1 million tons, -3.2%", "exports (+4%)": the sign is the direction; of a rate it is the value's."""
    amount = site.amount
    sign = site.word(amount.first)
    of_people = amount.measure is not None and amount.measure.unit_id == _PER_MILLE
    if amount.kind not in ("ratio", "points") or amount.partner is not None or of_people:
        return None
    if sign == "+":
        return change(amount, "up")
    if sign not in MINUS_SIGNS:
        return None
    low = None if amount.high is None else -amount.high
    high = None if amount.low is None else -amount.low
    return change(replace(amount, value=-amount.value, low=low, high=high), "down")


def _part(
    site: Site, governing: Governing | None, periods: Sequence[Period], *, ratio_theme: bool, told: Told
) -> Frame | None:
    """As in "7 per cent of its sales", "fell to half of what it was", "Of the mines, a third have closed"."""
    if site.amount.kind == "points":
        return None
    if governing is None and not ratio_theme and _ONE_IN in site.amount.rules:
        # "one home in five", "nine out of ten homes".
        return plain(site.amount, "share-of", "share")
    part = read_part(site, periods, told)
    if governing is not None:
        led_to = part is not None and part.kind == "change" and governing.relation == "to"
        return part if led_to else None
    if part is not None:
        return part
    parted = site.word(site.amount.last) in _VERBS_OF_PARTS or site.word(site.amount.begin - 1) == ","
    of_these = not ratio_theme and site.word(0) == "of" and parted
    return plain(site.amount, "share-of", "share") if of_these else None


def _compared(site: Site, governing: Governing, periods: Sequence[Period]) -> Frame:
    """As in "3 per cent above the May figure", "a 10 per cent drop"; "7 per cent below what X has" is a gap."""
    timed = against_time(site, periods)
    apart = timed is False or (timed is None and site.word(site.amount.last) in GAPS)
    if apart and not governing.by_noun:
        return plain(site.amount, "gap-to", "rate")
    return change(site.amount, governing.direction, compared=bool(timed))


def _moved_by(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    """As in "fell by 3 per cent"; "by 3 per cent" alone leaves the direction open."""
    if governing.cue is None and sets_apart(site):
        return plain(site.amount, "gap-to", "rate")
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
