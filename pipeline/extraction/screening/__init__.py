"""Screening: amounts that the sentence shows to be no figures.

Belongs here: one small rule per kind, with its disposition and reason - examples and samples (`examples`), limits of
classes (`classes`), keys (`keys`), what is denied or only supposed (`denials`), talk that is
rejected (`talk`), one person's own (`persons`) - and their order. Does
not: what single numerals show (`dispositions`).
"""

from __future__ import annotations

from pipeline.extraction.registry import registry
from pipeline.extraction.screening.classes import (
    base_of_rate,
    divisions,
    end_of_scale,
    grade,
    size_of_pack,
    threshold,
)
from pipeline.extraction.screening.denials import (
    denied,
    hypothetical,
    mark_of_traders,
    negated,
    only_talked_of,
    passed_mark,
)
from pipeline.extraction.screening.examples import (
    covered_by_document,
    observed,
    of_document,
    sample,
    size_of_example,
    typical_household,
    unit_of_price,
)
from pipeline.extraction.screening.keys import conversion_key, exchange_key
from pipeline.extraction.screening.persons import of_one_person, of_the_speaker
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.screening.talk import asked_whether, rejected_talk
from pipeline.extraction.sites import Site

__all__ = ["RULES", "Screen", "screen"]


def screen(site: Site) -> Screen | None:
    """What the first rule shows that finds the amount to be no figure; null where none does."""
    for rule in RULES.asked(site.clauses.said):
        found = rule(site)
        if found is not None:
            return found
    return None


RULES = registry(
    (
        exchange_key,
        conversion_key,
        size_of_example,
        unit_of_price,
        base_of_rate,
        threshold,
        grade,
        end_of_scale,
        size_of_pack,
        divisions,
        denied,
        rejected_talk,
        asked_whether,
        negated,
        hypothetical,
        passed_mark,
        mark_of_traders,
        only_talked_of,
        typical_household,
        of_the_speaker,
        of_one_person,
        observed,
        of_document,
        covered_by_document,
        sample,
    )
)
"""In the order in which they are asked."""
