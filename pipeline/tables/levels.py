"""The table `levels`: what an indicator was, in a place, in a period."""

from __future__ import annotations

from typing import Literal, get_args

from pipeline.tables import identity
from pipeline.tables.columns import choice, real, text
from pipeline.tables.model import define
from pipeline.tables.rules import derived_has_formula, interval, not_after

LevelBasis = Literal["stated", "implied"]

_LEVELS = "metrics: levels"
_FROM_FIGURES = "metrics: levels, from `figures`"

LEVELS = define(
    "levels",
    "Levels",
    "One row for what an indicator was, in a place, in a period: stated by an article, or implied by a stated change "
    "and the level that it ended in.",
    {
        "level_id": text(
            "Identifier: a hash of the columns that identify the row, the same in every release.",
            source=_LEVELS,
            pattern="lv_[0-9a-f]{12}",
        ),
        "place_id": identity.place_id(_FROM_FIGURES),
        "place": identity.place(_FROM_FIGURES),
        "subject": identity.subject(_FROM_FIGURES),
        "indicator": identity.indicator(_FROM_FIGURES),
        "unit": identity.unit(_FROM_FIGURES),
        "period_start": identity.first_day("the period", _FROM_FIGURES),
        "period_end": identity.last_day("the period", _FROM_FIGURES),
        "value": real(
            "The point as written, or as it follows from the inputs.",
            source=_LEVELS,
            unit="as in `unit`",
            nullable=True,
        ),
        "low": real("Least value that the inputs allow.", source=_LEVELS, unit="as in `unit`", nullable=True),
        "high": real("Greatest value that the inputs allow.", source=_LEVELS, unit="as in `unit`", nullable=True),
        "basis": choice(get_args(LevelBasis), "`stated` by an article, or `implied` by a change.", source=_LEVELS),
        "formula": text("How it follows from its inputs; null where it is stated.", source=_LEVELS, nullable=True),
        "inputs": identity.inputs(_LEVELS),
        "articles": identity.article_ids(_LEVELS),
        "price_basis": identity.price_basis(_FROM_FIGURES),
        "aggregation": identity.aggregation(_FROM_FIGURES),
        "modality": identity.modality(_FROM_FIGURES),
        "conflict_id": identity.conflict_id("metrics: conflicts"),
    },
    key=("level_id",),
    order=("place", "indicator", "subject", "period_start", "period_end", "level_id"),
    rules=(*interval("low", "value", "high"), not_after("period_start", "period_end"), derived_has_formula("implied")),
)
