"""The table and view `city_rankings`: where each city stands among its peers."""

from __future__ import annotations

from pipeline.tables import identity
from pipeline.tables.columns import flag, real, text, whole
from pipeline.tables.model import define
from pipeline.tables.rules import not_after

_RANKINGS = "metrics: city_rankings, from `city_series`"

CITY_RANKINGS = define(
    "city_rankings",
    "City rankings",
    "One row for where a city stands among all cities with the same indicator, unit and year, where the intervals say "
    "anything of it.",
    {
        "place": text("Name of the city.", source=_RANKINGS),
        "indicator": identity.indicator(_RANKINGS),
        "unit": identity.unit(_RANKINGS),
        "year": whole("Calendar year.", source=_RANKINGS, unit="year"),
        "rank_low": whole("Best rank that is possible; the first has the most.", source=_RANKINGS, unit="1", least=1),
        "rank_high": whole("Worst rank that is possible.", source=_RANKINGS, unit="1", least=1),
        "peers": whole("Cities that are compared, this one included.", source=_RANKINGS, unit="1", least=2),
        "words": text("The rank in words: `third of 5`, `at least third of 5`.", source=_RANKINGS),
        "low": real("Least value by all its levels; null: open.", source=_RANKINGS, unit="as in `unit`", nullable=True),
        "high": real(
            "Greatest value by all its levels; null: open.", source=_RANKINGS, unit="as in `unit`", nullable=True
        ),
        "is_real": flag("Whether the values are in prices of one year.", source=_RANKINGS),
        "place_id": text("Identifier of the city.", source=_RANKINGS, references="places.place_id"),
    },
    key=("place_id", "indicator", "unit", "is_real", "year"),
    order=("indicator", "unit", "is_real", "year", "rank_low", "rank_high", "place", "place_id"),
    rules=(not_after("low", "high"), not_after("rank_low", "rank_high"), not_after("rank_high", "peers")),
)
