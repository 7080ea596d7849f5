"""The table `indicators`: what can be measured of a place."""

from __future__ import annotations

from typing import get_args

from pipeline.tables.columns import choice, flag, text, texts
from pipeline.tables.model import define
from pipeline.vocabulary.comparison import ComparablePeriods
from pipeline.vocabulary.indicator import Nature

_INDICATORS = "vocabulary: indicators"

INDICATORS = define(
    "indicators",
    "Indicators",
    "One row for each thing that can be measured of a place, an organisation or a facility. Of the derived indicators "
    "(growth, rank, share, ...), which could be made in thousands, those that a figure speaks of.",
    {
        "indicator_id": text("Identifier, in snake case.", source=_INDICATORS, pattern="[a-z][a-z0-9_]*"),
        "label": text("A few words for a heading.", source=_INDICATORS),
        "definition": text("What it measures.", source=_INDICATORS),
        "quantity_kind": text("Kind of quantity that `unit` measures.", source=_INDICATORS),
        "unit": text(
            "Base unit of its levels, or two with a stroke; `currency` stands for any ISO 4217 code.",
            source=_INDICATORS,
        ),
        "nature": choice(
            get_args(Nature),
            "`stock`: at a time; `flow`: over a period; `ratio`: of two quantities, or a rate; `index`: a price or an "
            "index number.",
            source=_INDICATORS,
        ),
        "parent": text(
            "The indicator that it is derived from.",
            source=_INDICATORS,
            references="indicators.indicator_id",
            nullable=True,
        ),
        "family": text("How it is derived from its parent (`growth`, `rank`, ...).", source=_INDICATORS, nullable=True),
        "phrases": texts("The words that it is read from.", source=_INDICATORS),
        "nouns": texts("What is counted where a bare count of it means the indicator.", source=_INDICATORS),
        "verbs": texts("What its place does where a quantity after it means the indicator.", source=_INDICATORS),
        "other_kinds": texts("Further kinds of quantity that it is given in.", source=_INDICATORS),
        "comparable_periods": choice(
            get_args(ComparablePeriods),
            "Which periods of it are compared: `any`; `alike`: those of one length and season; "
            "`alike_between_articles`: any that one article gives, else those that are alike.",
            source="vocabulary: comparison",
        ),
        "signed": flag("Whether a level can be below nought.", source=_INDICATORS),
        "growth_is_real": flag(
            "Whether growth of it, or such growth itself, is at constant prices unless said otherwise.",
            source=_INDICATORS,
        ),
        "steady": flag("Whether it does not jump from one year to the next.", source=_INDICATORS),
    },
    key=("indicator_id",),
)
