"""Assembly: one figure, put together from what the readers say of an amount.

Belongs here: the order in which they are asked about one amount. Does not: any reading of its own, or bare numbers,
which come with a unit already (`bare_numbers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.bare_numbers import Lent
from pipeline.extraction.binding import Bound, Case, bind, set_against
from pipeline.extraction.binding.further import names_branch
from pipeline.extraction.binding.gapped import added_product
from pipeline.extraction.binding.kinds import of_other_kind, segment
from pipeline.extraction.cues import Governing
from pipeline.extraction.dating import Undated, missed_by, planned, timing_of
from pipeline.extraction.figures import Reading
from pipeline.extraction.frames import Frame, change
from pipeline.extraction.framing import Told, read_frame
from pipeline.extraction.framing.percentages import signed_change
from pipeline.extraction.gapping import gapped
from pipeline.extraction.governing import governing
from pipeline.extraction.mentions import Entity
from pipeline.extraction.modality import read_modality
from pipeline.extraction.model import Modality
from pipeline.extraction.restatement import (
    in_brackets,
    in_full,
    in_list,
    in_other_terms,
    in_points,
    moved_on,
    restate,
    restated,
    same_measure,
    summed,
    with_amount,
)
from pipeline.extraction.scene import Scene
from pipeline.extraction.scopes import compared_place, entity_of, named_last, share_owner, share_scope
from pipeline.extraction.settling import aggregation, judged, price_basis, settle, totalled, whose, yearly
from pipeline.extraction.sites import Site, first_in
from pipeline.extraction.themes import Theme, known
from pipeline.extraction.timing import Timing
from pipeline.vocabulary.families import sector_share_parts
from pipeline.vocabulary.indicators import derived

_LONGEST_WHOLE = 6
_RESTATING = frozenset({"is", "was", "comes", "equals", "makes", "amounts", "means", "works", "compares"})
_WORDS_ALONE = frozenset({"words-of-subject", "of-complement"})
"""Rules of binding that know no more than the words around the amount."""
_COMMA = frozenset({","})
_MEMORY = 16
"""So many figures back another change may still give its direction."""


def read_amount(scene: Scene, site: Site, lent: Lent, readings: Sequence[Reading]) -> Reading:
    """The reading of the amount of `site` with a unit, its own or a lent one; `readings` are those before it there."""
    amount = lent.amount
    site = _site_of(scene, site, amount)
    parent = restated(site, readings)
    if parent is not None:
        return restate(amount, parent)
    amount = in_full(site, readings, scene.dated)
    if amount.unit == "point":
        told = (*scene.context.readings, *readings)
        amount = in_points(amount, site, _theme_since(scene, site), told)
    site = _site_of(scene, site, amount)
    discourse = scene.context.discourse
    move = governing(site, scene.cues)
    told_before = gapped(site, readings, scene.topics)
    listed = told_before or in_list(site, readings, scene.dated, scene.named)
    frame = _frame(scene, site, move, readings, listed)
    entity, entity_rule = entity_of(site, frame, scene.topics, scene.amounts)
    if told_before is not None:
        entity, entity_rule = named_last(site, scene.topics)
    if entity_rule == "topic-of-text" and not readings and _says_of_last(site):
        last = scene.context.readings[-1] if scene.context.readings else None
        entity = last.entity if last is not None and not scene.context.without_figures else entity
    bound = _bound(scene, site, frame, entity, readings, listed or moved_on(site, readings, scene.dated), lent)
    frame = judged(site, settle(frame, bound), bound)
    if bound.rule == "sector-share":
        entity = share_owner(site, scene.mentions, discourse) or entity
    frame, bound = same_measure(site, frame, move, readings, scene.themes) or (frame, bound)
    if bound.rule == "appositive" and readings and not _turns(scene, readings[-1].amount, amount):
        entity = readings[-1].entity
    compared = frame.of_another or frame.name == "distance"
    scene.timer.focus = scene.context.focus_of(bound.indicator)
    timing = timing_of(Undated(site, frame, move, readings, listed), scene.timer)
    bound, timing = totalled(frame, bound, timing)
    frame, bound = yearly(site, frame, bound, timing)
    modality = _modality(scene, site, bound, timing)
    if modality in ("target", "forecast"):
        context = scene.context
        missed = missed_by(site, readings, bound.indicator) if modality == "target" else None
        timing = missed or planned(site, timing, context.plan_of(bound.indicator), context.focus, context.clock)
    return Reading(
        amount=amount,
        frame=frame,
        bound=Bound(bound.indicator, bound.measured, bound.rule, frame.unit),
        entity=whose(entity, bound),
        timing=timing,
        modality=modality,
        price_basis=price_basis(scene.words, frame, bound),
        aggregation=aggregation(site, frame, bound, timing),
        compared_with=compared_place(site, scene.mentions, discourse) if compared else None,
        attributed_to=scene.topics.sources[0][1] if scene.topics.sources else None,
        restates=None,
        rules=tuple([rule for rule in (*amount.rules, frame.name, bound.rule, entity_rule, timing.rule) if rule]),
    )


def _site_of(scene: Scene, site: Site, amount: Amount) -> Site:
    """The site of an amount that `site` may be already: most amounts stay as they were found."""
    return site if amount is site.amount else scene.site(amount)


def _modality(scene: Scene, site: Site, bound: Bound, timing: Timing) -> Modality:
    """As the words around tell; what something is to move from is what it is today, and so is how far it is used."""
    end, published = timing.period.end if timing.period else None, scene.context.clock.end
    found = read_modality(site, scene.next_amount(site.amount), end, published)
    if found == "capacity" and bound.indicator == "capacity_utilization":
        return "actual"
    beside = timing.reference or site.word(site.amount.begin - 1) == "after"
    is_past = beside and end is not None and published is not None and end.year <= published.year
    return "actual" if is_past and found in ("target", "forecast", "estimate") else found


def _frame(
    scene: Scene, site: Site, move: Governing | None, readings: Sequence[Reading], listed: Reading | None
) -> Frame:
    """That of the list which the amount continues, else its own; without a direction it goes where the last went."""
    own = signed_change(site) if move is None else None
    if listed is not None and move is None:
        if own is not None and listed.frame.kind == "change":
            return own
        return replace(with_amount(listed.frame, site.amount), unit=site.amount.unit)
    total = summed(site, readings)
    if total is not None:
        return change(site.amount, total.frame.direction)
    again = in_other_terms(site, readings) or in_brackets(site, readings) if move is None else None
    again = again or (_change_of_product(scene, site, readings) if move is None else None)
    if again is not None:
        return own or change(site.amount, again.frame.direction, compared=again.frame.compared)
    theme = scene.theme_before(site)
    one = known(theme.indicator) if theme is not None else None
    frame = read_frame(
        site,
        move,
        scene.periods,
        ratio_theme=one is not None and one.nature == "ratio",
        told=_told_before(scene, site, readings),
    )
    if frame.kind != "change" or frame.direction is not None:
        return frame
    told = (reading.frame.direction for reading in reversed(readings[-_MEMORY:]))
    return replace(frame, direction=next((way for way in told if way is not None), "up"))


def _change_of_product(scene: Scene, site: Site, readings: Sequence[Reading]) -> Reading | None:
    """As in "coal output rose 3 per cent to 4 million tons, cement 5 per cent": the change that this one is like."""
    if site.amount.kind != "ratio" or not readings:
        return None
    if added_product(site, readings[-1].amount.last, scene.products, scene.covered) is None:
        return None
    near = reversed(readings[-_MEMORY:])
    return next((one for one in near if one.frame.kind == "change" and one.frame.unit == "percent"), None)


def _theme_since(scene: Scene, site: Site) -> Theme | None:
    """The theme before an amount behind its last comma: "83 per cent of target, 4 points less" is of what is told."""
    theme = scene.theme_before(site)
    pause = site.last_of(_COMMA, site.start, site.amount.begin)
    return None if theme is None or (pause is not None and theme.last <= pause) else theme


def _is_named(scene: Scene, site: Site, lender: Reading) -> bool:
    """As in "now 87,000; the number of weavers fell from 5,200", "deaths 9,300": a measure of its own is named."""
    theme = scene.theme_before(site)
    return (
        theme is not None
        and theme.indicator is not None
        and theme.first >= lender.amount.last
        and (
            scene.clauses.of[theme.first] != scene.clauses.of[lender.amount.first]
            or (theme.last == site.amount.begin and theme.indicator != lender.bound.indicator)
        )
    )


def _says_of_last(site: Site) -> bool:
    """As in "That is a third more than in May": the sentence goes on about the last figure."""
    return site.word(0) in ("that", "that's", "this") and (site.word(0) == "that's" or site.word(1) in _RESTATING)


def _turns(scene: Scene, before: Amount, amount: Amount) -> bool:
    """As in "fell 12 per cent, although those in Jinzhou rose 4 per cent": a clause of its own names its own topic."""
    of = scene.clauses.of
    turns = scene.topics.between(before.last, amount.begin)
    return any(turn.is_topic and of[before.first] != of[turn.at] == of[amount.first] for turn in turns)


def _told_before(scene: Scene, site: Site, readings: Sequence[Reading]) -> Told:
    """As in "earned 3 million, half of its 2012 sales": the measure behind is another than the one just told."""
    if not readings:
        return "nothing"
    told = readings[-1].bound.indicator
    theme = first_in(scene.themes, site.amount.last, site.amount.last + _LONGEST_WHOLE)
    return "other" if told is not None and theme is not None and theme.indicator not in (None, told) else "same"


def _is_of_branch(site: Site, lent: Lent) -> bool:
    """As in "services made 54 per cent of GDP, industry 39": another branch, with a share of its own."""
    told = lent.lender.bound.indicator if lent.lender is not None and lent.same_measure else None
    return told is not None and sector_share_parts(told) is not None and names_branch(segment(site))


def _paired(frame: Frame, lender: Reading) -> Bound:
    """The measure of the other of a pair; "grew by 3.1 per cent. Jixi managed 5.2": what is no change is a growth."""
    growth = None
    if frame.kind == "rate" and lender.frame.kind == "change" and lender.bound.indicator is not None:
        growth = derived(lender.bound.indicator, "growth")
    indicator = growth.indicator_id if growth is not None else lender.bound.indicator
    return replace(lender.bound, indicator=indicator, rule="pair")


def _bound(
    scene: Scene,
    site: Site,
    frame: Frame,
    entity: Entity | None,
    readings: Sequence[Reading],
    listed: Reading | None,
    lent: Lent,
) -> Bound:
    """What the amount measures: as the list that it continues or the figure it is set beside, else by the rules."""
    further = (
        bool(readings) and added_product(site, readings[-1].amount.last, scene.products, scene.covered) is not None
    )
    further = further or site.after(3)[2:] in (["former"], ["latter"]) or _is_of_branch(site, lent)
    if listed is not None and not further and site.amount.noun is None and listed.frame.name != "share-of":
        kind = site.words(listed.amount.last + 1, site.amount.begin)
        return set_against(frame, of_other_kind(kind, listed.bound) or replace(listed.bound, rule="list"))
    if lent.lender is not None and lent.same_measure and not further and not _is_named(scene, site, lent.lender):
        return set_against(frame, of_other_kind(segment(site), lent.lender.bound) or _paired(frame, lent.lender))
    shares = frame.name == "share-of"
    bound = bind(
        Case(
            site.tokens,
            site.clauses,
            site.amount,
            frame=frame,
            entity=entity,
            amounts=scene.amounts,
            themes=scene.themes,
            products=scene.products,
            covered=scene.covered,
            dated=scene.dated,
            earlier=[*scene.told, *(reading.bound for reading in readings[-_MEMORY:])],
            here=len(readings),
            scope=share_scope(site, scene.mentions, scene.context.discourse) if shares else "",
            spoken=scene.spoken,
            before_it=scene.context.before_it,
        )
    )
    if lent.indicator is not None and bound.indicator is None:
        return Bound(lent.indicator, "inhabitants", "people-of-place")
    # A count that no rule knows what of goes on counting the same things.
    if lent.lender is None or bound.indicator is not None or bound.rule not in _WORDS_ALONE:
        return bound
    return replace(lent.lender.bound, rule="counted-again") if lent.amount.kind in ("count", "person") else bound
