"""The table and view `city_series`: what is known of each city, year by year."""

from __future__ import annotations

from typing import Literal, get_args

from pipeline.tables import identity
from pipeline.tables.columns import choice, day, real, text, texts, whole
from pipeline.tables.levels import LevelBasis
from pipeline.tables.model import define
from pipeline.tables.rules import interval

ObservedModality = Literal["actual", "estimate"]

_SERIES = "metrics: city_series, from `levels`"

CITY_SERIES = define(
    "city_series",
    "City series",
    "One row for what an indicator was in a city in a year, facts and estimates alone: the table to begin with. Levels "
    "of one year that contradict each other have a row each.",
    {
        "place": text("Name of the city.", source=_SERIES),
        "subject": identity.subject(_SERIES),
        "indicator": identity.indicator(_SERIES),
        "unit": identity.unit(_SERIES),
        "year": whole("Calendar year in which the period ends.", source=_SERIES, unit="year"),
        "value": real("The point as written, or as it follows.", source=_SERIES, unit="as in `unit`", nullable=True),
        "low": real("Least value that is possible; null: open.", source=_SERIES, unit="as in `unit`", nullable=True),
        "high": real(
            "Greatest value that is possible; null: open.", source=_SERIES, unit="as in `unit`", nullable=True
        ),
        "basis": choice(get_args(LevelBasis), "`stated` by an article, or `implied` by a change.", source=_SERIES),
        "sources": texts("Articles that it rests on.", source=_SERIES, references="articles.article_id", least=1),
        "place_id": text("Identifier of the city.", source=_SERIES, references="places.place_id"),
        "price_basis": identity.price_basis(_SERIES),
        "modality": choice(
            get_args(ObservedModality),
            "`actual`: said to be so; `estimate`: calculated or guessed of the present or past.",
            source=_SERIES,
        ),
        "period_start": day("First day of the period.", source=_SERIES),
        "period_end": day("Last day of the period.", source=_SERIES),
        "level_id": text("The level that this row shows.", source=_SERIES, references="levels.level_id"),
        "conflict_id": identity.conflict_id(_SERIES),
    },
    key=("level_id",),
    order=("place", "indicator", "subject", "year", "level_id"),
    rules=interval("low", "value", "high"),
)
