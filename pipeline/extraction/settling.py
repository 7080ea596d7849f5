"""Settling: what the indicator, once it is known, tells of the figure's other columns.

Belongs here: kind, subject, price basis and aggregation, as they follow from the indicator. Does not: finding it
(`binding`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.extraction.binding import Bound
from pipeline.extraction.binding.balances import BALANCE
from pipeline.extraction.binding.families import PER_SO_MANY
from pipeline.extraction.frames import Frame
from pipeline.extraction.mentions import Entity
from pipeline.extraction.model import Aggregation, PriceBasis
from pipeline.extraction.sites import Site
from pipeline.extraction.spans import year_span
from pipeline.extraction.themes import known
from pipeline.extraction.timing import Timing
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import Indicator, derived

_JUDGING = frozenset({"better", "worse"})
_BETTER_LOWER = language.words("settling", "better_lower")
"""Indicators of which less is better."""
_REAL_TERMS = language.words("settling", "real_terms")
_EACH = frozenset({"a", "per", "each", "every"})
_YEARLY = frozenset({"annual", "annually", "yearly"})
_NEAR = 4
_FALLBACKS = frozenset({"focus", "undated", "same-period"})
"""Rules of timing that take over the period that the text was last about."""
_BY_NATURE: Mapping[str, Aggregation] = {"flow": "period", "stock": "point"}


def settle(frame: Frame, bound: Bound) -> Frame:
    """The frame as the indicator has it: a rate of a share is a share, and what measures a ratio counts nothing."""
    if bound.rule == PER_SO_MANY and frame.kind in ("count", "level"):
        return replace(frame, kind="rate")
    if bound.rule == BALANCE and frame.kind in ("change", "rate"):
        return replace(frame, name="level", kind="level", direction=None, unit="person")
    one = known(bound.indicator)
    if one is not None and one.nature == "ratio" and frame.kind == "count":
        return replace(frame, kind="rate")
    if one is None or frame.kind != "rate" or frame.name not in ("rate", "moved-to", "moved-from"):
        return frame
    return replace(frame, kind="share") if _is_share(one) else frame


def judged(site: Site, frame: Frame, bound: Bound) -> Frame:
    """As in "unemployment, 0.4 points better": what is better the lower it is has gone down."""
    judging = not _JUDGING.isdisjoint(site.after(1)) and frame.kind == "change" and frame.direction is not None
    if not judging or bound.indicator not in _BETTER_LOWER:
        return frame
    return replace(frame, direction="down" if frame.direction == "up" else "up")


def yearly(site: Site, frame: Frame, bound: Bound, timing: Timing) -> tuple[Frame, Bound]:
    """As in "over five years output grew 7 per cent a year": a rate of growth, and no change between the two ends."""
    period = timing.period
    if frame.kind != "change" or frame.unit != "percent" or bound.indicator is None or period is None:
        return frame, bound
    growth = derived(bound.indicator, "growth")
    if growth is None or period.end.year - period.start.year <= 1 or not _is_by_the_year(site):
        return frame, bound
    rate = replace(frame, name="rate", kind="rate", direction=None)
    if frame.direction == "down":
        low, high = (None if one is None else -one for one in (frame.high, frame.low))
        rate = replace(rate, value=-frame.value, low=low, high=high)
    return rate, replace(bound, indicator=growth.indicator_id)


def _is_by_the_year(site: Site) -> bool:
    behind = site.after(2)
    return (
        behind[:1] == ["annually"]
        or (behind[:1] != [] and behind[0] in _EACH and behind[1:] in (["year"], ["annum"]))
        or not _YEARLY.isdisjoint(site.words(site.amount.begin - _NEAR, site.amount.first))
    )


def totalled(frame: Frame, bound: Bound, timing: Timing) -> tuple[Bound, Timing]:
    """A flow summed over a span of years is a total, and no year's value; a total that is not dated stays undated."""
    one = known(bound.indicator)
    timing = _of_year(one, timing) if one is not None else timing
    if one is None or frame.kind != "level":
        return bound, timing
    if one.family == "cumulative":
        return bound, (Timing(rule="undated") if timing.rule in _FALLBACKS else timing)
    total = derived(one.indicator_id, "cumulative") if timing.cumulative and one.nature == "flow" else None
    return (replace(bound, indicator=total.indicator_id) if total is not None else bound), timing


def _of_year(one: Indicator, timing: Timing) -> Timing:
    """As in "At year-end it had 71 firms. Their profits came to 310 million": what flows is of all the year."""
    period = timing.period
    taken_over = timing.rule in _FALLBACKS or timing.rule == "year-before"
    if one.nature != "flow" or period is None or not taken_over or period.start != period.end:
        return timing
    if (period.end.month, period.end.day) != (12, 31):
        return timing
    base = year_span(timing.base.end.year) if timing.base is not None else None
    return replace(timing, period=year_span(period.end.year), base=base)


def whose(entity: Entity | None, bound: Bound) -> Entity | None:
    """Population and public finance are of places: a facility in focus gives way to the place that it belongs to."""
    one = known(bound.indicator)
    if entity is None or entity.subject is None or one is None or not one.of_places:
        return entity
    return replace(entity, subject=None, subject_kind=None, noun="")


def price_basis(words: frozenset[str], frame: Frame, bound: Bound) -> PriceBasis | None:
    """Whether a figure is in constant or in current prices; `words`: those of its sentence.

    Growth of GDP and of value added is published in constant prices, unless the text says otherwise.
    """
    one = known(bound.indicator)
    if one is None:
        return None
    if "nominal" in words:
        return "nominal"
    if frame.unit != "percent":
        return None
    if _of_constant_prices(one) and (frame.kind == "change" or one.family == "growth"):
        return "real"
    return "real" if frame.kind == "change" and not _REAL_TERMS.isdisjoint(words) else None


def aggregation(site: Site, frame: Frame, bound: Bound, timing: Timing) -> Aggregation | None:
    """Whether a figure is of a point in time, a whole period, all of it so far, or an average; null for changes."""
    one = known(bound.indicator)
    if frame.kind == "change" or one is None:
        return None
    if one.family == "cumulative" or (timing.cumulative and one.nature == "flow"):
        return "cumulative"
    before = site.before(4)
    if "average" in before or "averaged" in before:
        return "average"
    return _BY_NATURE.get(one.nature)


def _is_share(one: Indicator) -> bool:
    return (
        one.indicator_id.startswith("share_") or one.indicator_id.endswith("_share") or "_share_of_" in one.indicator_id
    )


def _of_constant_prices(one: Indicator) -> bool:
    base = one.parent if one.family == "growth" else one.indicator_id
    return base is not None and (base in ("gdp", "gdp_per_capita") or base.endswith("value_added"))
