"""The table `places`: the places that figures can be about."""

from __future__ import annotations

from typing import get_args

from pipeline.extraction.model import PlaceKind
from pipeline.tables.columns import choice, real, text, texts
from pipeline.tables.model import define
from pipeline.tables.rules import both_or_neither

_PLACES = "vocabulary: places"

PLACES = define(
    "places",
    "Places",
    "One row for each place: all countries and regions, all provinces and prefecture-level divisions of China, and of "
    "the world's other cities, divisions and counties those that a figure speaks of.",
    {
        "place_id": text(
            "Identifier: ISO 3166-1 alpha-2 of a country; `CN-` with the GB/T 2260 code of a Chinese province (2 "
            "digits), prefecture-level division (4) or county (6); ISO 3166-2 of a division elsewhere; `geonames:` "
            "with the number of a city elsewhere; words for a region (`CN-northeast`).",
            source=_PLACES,
        ),
        "name": text("English name.", source=_PLACES),
        "kind": choice(get_args(PlaceKind), "Kind of the place.", source=_PLACES),
        "name_zh": text("Chinese name.", source=_PLACES, nullable=True),
        "code": text(
            "Official code: GB/T 2260 (China), ISO 3166-1 alpha-3 (countries) or ISO 3166-2.",
            source=_PLACES,
            nullable=True,
        ),
        "parent": text("The place that it lies in.", source=_PLACES, references="places.place_id", nullable=True),
        "country": text(
            "Country that it lies in, ISO 3166-1 alpha-2.", source=_PLACES, pattern="[A-Z]{2}", nullable=True
        ),
        "latitude": real(
            "Latitude, WGS 84, north positive.", source=_PLACES, unit="degree", least=-90, most=90, nullable=True
        ),
        "longitude": real(
            "Longitude, WGS 84, east positive.", source=_PLACES, unit="degree", least=-180, most=180, nullable=True
        ),
        "spellings": texts("Other names and spellings that are read as this place.", source=_PLACES),
        "members": texts(
            "Places that make up a region, as far as the vocabulary has them.",
            source=_PLACES,
            references="places.place_id",
        ),
    },
    key=("place_id",),
    rules=(both_or_neither("latitude", "longitude"),),
)
