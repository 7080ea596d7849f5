"""Families: the indicator that the frame makes of what is measured - its share, rank, gap, ratio, its part per head.

Belongs here: the way from a case to its binding, frame by frame. Does not: the rules that find what is measured
(`levels`, `shares`), the families themselves (`pipeline.vocabulary.families`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extraction.binding.age_groups import number_of_age_group, of_age_group
from pipeline.extraction.binding.as_much import as_much
from pipeline.extraction.binding.balances import balance
from pipeline.extraction.binding.capacity import utilisation
from pipeline.extraction.binding.case import Bound, Case, of_theme
from pipeline.extraction.binding.earlier import contrasted, last_told
from pipeline.extraction.binding.further import further_share, share_said
from pipeline.extraction.binding.kinds import of_people
from pipeline.extraction.binding.levels import of_level
from pipeline.extraction.binding.nearby import theme_before
from pipeline.extraction.binding.parts import of_part
from pipeline.extraction.binding.shared_names import as_spoken
from pipeline.extraction.binding.shares import of_share
from pipeline.extraction.frames import Frame
from pipeline.extraction.framing.parts import PRONOUNS_OF_WHOLE
from pipeline.extraction.lemmas import singular
from pipeline.extraction.sites import first_in
from pipeline.extraction.themes import known
from pipeline.vocabulary.indicators import derived

PER_SO_MANY = "per-so-many"
"""The rule of counts that are told for so many others."""
_ROUND = frozenset({"ten", "hundred", "thousand", "million"})
_EVERY = frozenset({"every", "each"})
_HEADS = frozenset({"head", "capita", "person", "resident"})
_PER_HEAD = frozenset((per, head) for per in ("per", "a") for head in _HEADS)
_SHARES = frozenset({"share", "rate"})
_PRONOUNS = frozenset({"it", "that", "this", "which", "they"})
_MEMORY = 6
"""So many figures back a total is still in mind."""


def bind(case: Case) -> Bound:
    """What the amount of a case measures; where no indicator is known, the words that stand for one."""
    used = utilisation(case) or balance(case)
    if used is not None:
        return used
    part = None if case.frame.of_another else of_age_group(case) or number_of_age_group(case)
    if part is None and case.frame.kind in _SHARES:
        part = of_part(case) or further_share(case)
    part = part or share_said(case) or _rate_in_brackets(case)
    if part is not None:
        return part
    if case.frame.name == "share-of":
        return _same_share(case) or of_share(case)
    if case.frame.name == "distance":
        return Bound("distance", "distance", "distance")
    if case.frame.name == "rank":
        return _rank(case)
    if case.frame.of_another:
        return _set_against(case)
    return as_spoken(case, _per_so_many(case, of_people(case, _per_head(case) or of_level(case))))


def _per_so_many(case: Case, bound: Bound) -> Bound:
    """As in "8.7 beds per 1,000 residents", "for every ten households there were 3.1 cars": a rate, and no count."""
    if case.amount.kind not in ("count", "person") or case.amount.per is not None or bound.measured is None:
        return bound
    if case.word(case.amount.begin - 1) == ":":
        return _labelled_rate(case) or bound
    base = _so_many_behind(case) or _so_many_before(case)
    return Bound(None, f"{bound.measured} per {base}", PER_SO_MANY) if base else bound


def _labelled_rate(case: Case) -> Bound | None:
    """As in "Tractors per 1,000 households: 640"."""
    words = case.clause_before()
    per = words.index("per") if "per" in words else 0
    if not per or not _is_many(case, case.start + per + 1):
        return None
    return Bound(None, case.text(case.start, case.amount.begin - 1), PER_SO_MANY)


def _so_many_behind(case: Case) -> str:
    last = case.amount.last if case.amount.noun is None else max(case.amount.last, case.amount.noun[1])
    if case.word(last) == "per":
        return case.text(last + 1, last + 3) if _is_many(case, last + 1) else ""
    every = case.word(last) in ("for", "to", "in") and case.word(last + 1) in _EVERY
    return case.text(last + 2, last + 4) if every and _is_many(case, last + 2) else ""


def _so_many_before(case: Case) -> str:
    if _EVERY.isdisjoint(case.clauses.said):
        return ""
    for at in range(case.start, case.amount.begin - 2):
        opens = case.word(at) in ("for", "of", "among") and case.word(at + 1) in _EVERY
        if opens and _is_many(case, at + 2) and at + 2 != case.amount.first:
            return case.text(at + 2, at + 4)
    return ""


def _is_many(case: Case, at: int) -> bool:
    """Whether a number of two digits or more stands at token `at`: what a rate is reckoned by, and no single thing."""
    word = case.word(at)
    return word in _ROUND or (len(word) > 1 and word[0].isdigit())


def _rate_in_brackets(case: Case) -> Bound | None:
    """As in "4,170 marriages (6.2 per mille)": the rate of what was just counted."""
    told = last_told(case) if case.frame.name == "rate" else None
    if told is None or told.indicator is None or case.word(case.amount.begin - 1) != "(":
        return None
    one = known(f"{singular(told.indicator)}_rate")
    return Bound(one.indicator_id, one.label_within, "rate-in-brackets") if one is not None else None


def _same_share(case: Case) -> Bound | None:
    """As in "29 per cent are older than 65, against 22 per cent of all Germans": the same share of another whole."""
    told = contrasted(case)
    one = known(told.indicator) if told is not None else None
    return told if one is not None and one.admits("percent") else None


def _per_head(case: Case) -> Bound | None:
    """As in "income of 24,000 yuan a head", "owes 3 million, or 120 a head": the measure's own indicator per head."""
    per = case.amount.per
    if per is None and case.amount.kind == "money" and case.frame.kind == "level":
        return _per_head_said(case)
    if per is None or per.unit != "person" or case.frame.kind != "level":
        return None
    unit = (case.frame.unit or "").partition("/")[0]
    total = replace(case, amount=replace(case.amount, per=None), frame=replace(case.frame, unit=unit))
    told = last_told(total) if case.here and case.word(case.amount.begin - 1) in ("or", "(") else None
    whole = told if told is not None and total.fits(told.indicator) else of_level(total)
    each = known(f"{whole.indicator}_per_capita") if whole.indicator is not None else None
    return replace(whole, indicator=each.indicator_id) if each is not None else None


def _per_head_said(case: Case) -> Bound | None:
    """As in "Per head, GDP came to 59,000 yuan", "divided by the population": the clause says that it is per head."""
    words = case.clause_before()
    said = not _HEADS.isdisjoint(words) and any(pair in _PER_HEAD for pair in pairwise(words))
    if not said and ("divided" not in words or "population" not in words):
        return None
    told: Sequence[Bound] = case.earlier[-_MEMORY:] if _is_of_told(case) else ()
    for whole in (of_level(case), *reversed(told)):
        each = known(f"{whole.indicator}_per_capita") if whole.indicator is not None else None
        if each is not None:
            return replace(whole, indicator=each.indicator_id)
    return None


def _is_of_told(case: Case) -> bool:
    """As in "Per person it came to 23,100 yuan", "that is 23,100 yuan a head": the clause names no measure itself."""
    return not case.measured_before() and not _PRONOUNS.isdisjoint(case.clause_before())


def _rank(case: Case) -> Bound:
    """The rank by the measure that stands before it or was told last; else the count that it seems to be."""
    bound = of_level(case)
    if bound.indicator is None:
        return bound
    by_percent = replace(case, frame=replace(case.frame, kind="change", unit="percent"))
    ranked = theme_before(by_percent) or last_told(case)
    made = derived(ranked.indicator, "rank") if ranked is not None and ranked.indicator is not None else None
    return Bound(made.indicator_id, ranked.measured, "rank") if made is not None and ranked is not None else bound


def _set_against(case: Case) -> Bound:
    """The gap or ratio to another place: points of what is no ratio itself are of its growth."""
    return set_against(case.frame, _ratio(case) if case.frame.name == "ratio-to" else of_level(case))


def set_against(frame: Frame, bound: Bound) -> Bound:
    """The gap or ratio of what is measured, for a figure that sets it against another place or group."""
    one = known(bound.indicator) if frame.of_another else None
    if one is None:
        return bound
    if frame.unit == "percentage_point" and one.quantity_kind != "ratio":
        one = derived(one.indicator_id, "growth") or one
        bound = replace(bound, indicator=one.indicator_id)
    if one.family in ("relative_to", "gap_to") and one.parent is not None:
        # "Half what a nurse gets, yet 8 per cent above the pay in Lund": the gap is the wage's, not the ratio's.
        one = known(one.parent) or one
    made = derived(one.indicator_id, "relative_to" if frame.name == "ratio-to" else "gap_to")
    return replace(bound, indicator=made.indicator_id) if made is not None else bound


def _ratio(case: Case) -> Bound:
    """As in "six times as much snow as", "twice the price of": the measure stands behind the factor, else before."""
    stop = min(case.stop, case.amount.last + 6)
    words = case.words(case.amount.last, stop)
    if not PRONOUNS_OF_WHOLE.isdisjoint(words[:2]):
        return of_level(case)
    theme = first_in(case.themes, case.amount.last, stop)
    if theme is not None:
        return of_theme(theme, "right-theme")
    if words[:2] in (["as", "large"], ["as", "big"]) or (words[:2] == ["as", "much"] and "land" in words):
        return Bound("land_area", "land", "as-much-land")
    return as_much(case) or of_level(case)
