"""Kinds: a measure told of another kind of the same thing, "the secondary 14 billion", "and rural ones 8 per cent".

Belongs here: replacing the kind in what was told last. Does not: lists of kinds that stand together
(`scopes.respectively`), branches of the economy (`further`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.earlier import last_told
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.sites import Site
from pipeline.extraction.themes import known
from pipeline.vocabulary import language

KINDS = language.words("binding", "kinds")
"""Words that tell the kinds of one thing apart: "urban" and "rural", "primary" and "tertiary"."""
_PEOPLE = {
    **dict.fromkeys(language.words("binding", "rural_people"), "rural"),
    **dict.fromkeys(language.words("binding", "urban_people"), "urban"),
}
"""Those of whom a kind of the measure is: "villagers earned 6,000 yuan"."""
_OF_PEOPLE = ("income", "expenditure", "population")
_RATIOS = frozenset({"ratio", "gap", "latter"})
LIGHT = language.words("binding", "beside_kinds")
"""What may stand beside a kind without saying what else is measured: "the secondary one"."""
_JOINTS = frozenset({",", "and", ";", "but", "while", "against"})
_FARTHEST = 7
_FARTHEST_BEHIND = 3
_HEADS = frozenset({"residents", "households", "people", "inhabitants", "dwellers", "families", "areas"})
_MEMORY = 6


@reads(words=KINDS | _PEOPLE.keys(), given=["told"])
def other_kind(case: Case) -> Bound | None:
    """As in "Primary industry made 7 billion, the secondary 14 billion": what was told last, of the kind named here."""
    told = last_told(case)
    found = of_other_kind(segment(case), told) if told is not None else None
    return found if found is not None and case.fits(found.indicator) else None


def of_other_kind(words: Sequence[str], told: Bound) -> Bound | None:
    """The binding `told` with the kind that `words` name; null where they name none, or say anything else."""
    kind = next((_PEOPLE.get(word, word) for word in words if word in KINDS or word in _PEOPLE), None)
    if kind is None or told.indicator is None or not all(word in KINDS | LIGHT | _PEOPLE.keys() for word in words):
        return None
    own = next((part for part in told.indicator.split("_") if part in KINDS), None)
    one = known(told.indicator.replace(own, kind, 1) if own is not None else f"{kind}_{told.indicator}")
    if one is None or own == kind:
        return None
    return Bound(one.indicator_id, one.label_within, "other-kind")


def of_people(case: Case, bound: Bound) -> Bound:
    """As in "villagers had an income of 16,000 yuan": the measure of those of whom it is told."""
    if bound.indicator is None or not any(part in bound.indicator for part in _OF_PEOPLE):
        return bound
    behind = case.after(_FARTHEST_BEHIND)
    said = behind[1:] if behind[:1] in (["in"], ["for"]) else []
    near = (_PEOPLE.get(word, word) for word in said if word in _PEOPLE or word in ("urban", "rural"))
    kind = next(near, None)
    if kind is None:
        kind = _kind_of_people(case.clause_before())
    own = next((part for part in ("urban", "rural") if bound.indicator.startswith(f"{part}_")), "")
    one = known(f"{kind}_{bound.indicator.removeprefix(f'{own}_')}") if kind not in (None, own) else None
    return Bound(one.indicator_id, one.label_within, bound.rule) if one is not None else bound


def _kind_of_people(words: Sequence[str]) -> str | None:
    """The kind that is said last: "villagers", "of urban residents"."""
    said = [
        _PEOPLE.get(word, word)
        for word, behind in pairwise([*words, ""])
        if word in _PEOPLE or (word in ("urban", "rural") and behind in _HEADS)
    ]
    return said[-1] if said else None


@reads(units=["1"], words=_RATIOS, given=["told"])
def ratio_of_kinds(case: Case) -> Bound | None:
    """As in "urban and rural incomes were ...; the ratio between them narrowed to 2.3"."""
    if _RATIOS.isdisjoint(case.clause_before()):
        return None
    for told in reversed(case.earlier[-_MEMORY:]):
        own = next((part for part in (told.indicator or "").split("_") if part in ("urban", "rural")), None)
        one = known("urban_rural_income_ratio") if own is not None and "income" in (told.indicator or "") else None
        if one is not None:
            return Bound(one.indicator_id, one.label_within, "ratio-of-kinds")
    return None


def segment(site: Site) -> list[str]:
    """The words between the last joint before an amount and the amount."""
    first = site.amount.begin
    while first > max(0, site.amount.begin - _FARTHEST) and site.word(first - 1) not in _JOINTS:
        first -= 1
    return site.words(first, site.amount.begin)
