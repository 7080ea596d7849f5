"""The values that the extraction makes: numbers, quantities, figures. Immutable, with spans into the text.

Belongs here: plain values and their closed vocabularies. Does not: any rule that reads English.
All offsets are Unicode code points into the text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Comparator = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "nearly", "between"]
Direction = Literal["up", "down"]
FigureKind = Literal["level", "change", "rate", "share", "count", "rank", "duration", "distance"]
PlaceKind = Literal["city", "province", "region", "country", "county", "district", "group", "other"]
SubjectKind = Literal["organisation", "facility"]
Modality = Literal["actual", "estimate", "forecast", "target", "capacity"]
PriceBasis = Literal["real", "nominal"]
Aggregation = Literal["point", "period", "cumulative", "average"]
Disposition = Literal[
    "figure",
    "date",
    "time",
    "age",
    "ordinal",
    "name",
    "identifier",
    "list_marker",
    "idiom",
    "window",
    "specification",
    "other",
]


@dataclass(frozen=True, slots=True)
class UnitReading:
    """Another reading of an ambiguous unit ("tons"): base unit, value and interval under that reading."""

    unit: str
    """The written unit under this reading, an id of the table `units` (such as `short_ton`)."""
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, hedge and direction, as the words give it (no place, no period).

    `value`, `low` and `high` are in `unit`, a base unit; null bounds are open. A multiple ("2.4 times", "doubled") is a
    value in `1` whose written unit is "times". `direction` is that of a change by the amount ("fell by 7 per cent"),
    not of the level that a change leads to. `measured` are the words that say what is counted or measured ("coal" in
    "4.37 million tonnes of coal"), `hedge` those before the number that the comparator was read from ("just under").
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str
    written_value: float
    written_unit: str | None
    direction: Direction | None
    measured: str | None
    hedge: str | None = None
    unit_readings: tuple[UnitReading, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """What became of one digit sequence or spelled number: a row of the table `numbers`."""

    article_id: str
    start: int
    end: int
    text: str
    value: float | None
    disposition: Disposition
    reason: str
    figure_id: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that an article asserts of a place, organisation or facility: a row of the table `figures`."""

    figure_id: str
    article_id: str
    start: int
    end: int
    quote: str
    sentence: str
    place_id: str | None
    place: str | None
    place_kind: PlaceKind | None
    subject: str | None
    subject_kind: SubjectKind | None
    indicator: str | None
    measured: str | None
    kind: FigureKind
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str
    written_value: float
    written_unit: str | None
    direction: Direction | None
    unit_readings: tuple[UnitReading, ...]
    price_basis: PriceBasis | None
    aggregation: Aggregation | None
    compared_with: str | None
    members: tuple[str, ...]
    period_start: date | None
    period_end: date | None
    base_start: date | None
    base_end: date | None
    modality: Modality
    attributed_to: str | None
    restates: str | None
    rules: tuple[str, ...]
    status: str = "live"


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one article: its figures, and the account of every number in it."""

    figures: tuple[Figure, ...]
    numbers: tuple[Number, ...]
