"""The table and view `city_profile`: what the dataset knows of each city, in a row."""

from __future__ import annotations

from pipeline.tables.columns import real, text, texts, whole
from pipeline.tables.model import define
from pipeline.tables.rules import interval, not_after

_PROFILE = "metrics: city_profile"
_FROM_FIGURES = "metrics: city_profile, from `figures`"
_DECLINE = "metrics: city_profile, from `changes`"

CITY_PROFILE = define(
    "city_profile",
    "City profiles",
    "One row for each city that a figure speaks of: what is known, from when to when, by how many articles, and the "
    "largest decline.",
    {
        "place": text("Name of the city.", source="vocabulary: places"),
        "lies_in": text("Name of the province or country that it lies in.", source="vocabulary: places", nullable=True),
        "indicators": texts("What is known of it.", source=_FROM_FIGURES, references="indicators.indicator_id"),
        "first_year": whole(
            "First year that a fact or an estimate speaks of; null where none is dated.",
            source=_FROM_FIGURES,
            unit="year",
            nullable=True,
        ),
        "last_year": whole(
            "Last year that a fact or an estimate speaks of; null where none is dated.",
            source=_FROM_FIGURES,
            unit="year",
            nullable=True,
        ),
        "sources": whole("Articles that speak of it in figures.", source=_FROM_FIGURES, unit="1", least=1),
        "figures": whole("Rows of `figures`.", source=_FROM_FIGURES, unit="1", least=1),
        "levels": whole("Rows of `levels`.", source=_PROFILE, unit="1", least=0),
        "changes": whole("Rows of `changes`.", source=_PROFILE, unit="1", least=0),
        "conflicts": whole("Rows of `conflicts`.", source=_PROFILE, unit="1", least=0),
        "decline_indicator": text(
            "What fell most, in per cent; null where nothing is known to have fallen.",
            source=_DECLINE,
            references="indicators.indicator_id",
            nullable=True,
        ),
        "decline_subject": text(
            "Organisation or facility of which it fell; null where it is the city itself.",
            source=_DECLINE,
            nullable=True,
        ),
        "decline_from": whole("Year of the base period.", source=_DECLINE, unit="year", nullable=True),
        "decline_to": whole("Year of the later period.", source=_DECLINE, unit="year", nullable=True),
        "decline_pct": real("Relative change, signed.", source=_DECLINE, unit="percent", nullable=True),
        "decline_pct_low": real(
            "Least `decline_pct`; null: unbounded or none.", source=_DECLINE, unit="percent", nullable=True
        ),
        "decline_pct_high": real(
            "Greatest `decline_pct`; null: unbounded or none.", source=_DECLINE, unit="percent", nullable=True
        ),
        "decline_change_id": text(
            "The change that tells of it.", source=_DECLINE, references="changes.change_id", nullable=True
        ),
        "place_id": text("Identifier of the city.", source=_FROM_FIGURES, references="places.place_id"),
    },
    key=("place_id",),
    order=("place", "place_id"),
    rules=(
        *interval("decline_pct_low", "decline_pct", "decline_pct_high"),
        not_after("first_year", "last_year"),
        not_after("decline_from", "decline_to"),
    ),
)
