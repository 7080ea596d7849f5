"""Framing: from an amount, and the word of change that governs it, to its frame.

Belongs here: one module for each sort of amount - per cent and points, things and quantities, multiples - and the
frames that need no word of change. Does not: which indicator, place or period the figure has (`binding`, `topics`,
`timing`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.cues import Governing
from pipeline.extraction.frames import Frame, plain
from pipeline.extraction.framing.multiples import read_multiple
from pipeline.extraction.framing.parts import Told
from pipeline.extraction.framing.percentages import read_percentage
from pipeline.extraction.framing.quantities import read_quantity
from pipeline.extraction.framing.ranks import read_rank
from pipeline.extraction.periods import Period
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

__all__ = ["Told", "read_frame"]

_DIRECTIONS = language.words("framing", "directions")
_DISTANCES = language.words("framing", "distances") | _DIRECTIONS


def read_frame(
    site: Site,
    governing: Governing | None,
    periods: Sequence[Period],
    *,
    ratio_theme: bool,
    told: Told = "nothing",
) -> Frame:
    """The frame of an amount.

    Args:
        site: the amount where it stands; its unit is known.
        governing: the word of change that it hangs on, if any.
        periods: those of the sentence, in order.
        ratio_theme: what is measured is itself a rate, so that per cent of it are levels and not changes.
        told: what the figure before in the sentence measures, beside a whole that is named behind the amount.
    """
    amount = site.amount
    if amount.kind == "multiple":
        return read_multiple(site, governing, periods)
    rank = read_rank(site) if amount.kind == "count" else None
    if rank is not None:
        return rank
    if amount.kind == "length" and amount.per is None and _is_distance(site):
        return plain(amount, "distance", "distance")
    if amount.kind in ("ratio", "points"):
        return read_percentage(site, governing, periods, ratio_theme=ratio_theme, told=told)
    return read_quantity(site, governing, periods)


def _is_distance(site: Site) -> bool:
    """As in "25km to the north", "30 miles from the county seat", "12 miles downriver"."""
    last = site.amount.last
    if site.word(last) == "to":
        return not _DIRECTIONS.isdisjoint(site.words(last + 1, last + 4))
    return site.word(last) in _DISTANCES
