"""The values of the earlier rooms as frames, in the release's order.

Belongs here: one function a table, from dataclasses to a frame. Does not: derived tables (`pipeline.metrics` makes
them in SQL), checks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipeline.articles.model import Article, Rejection
from pipeline.extraction.model import Figure, Number
from pipeline.tables.arrow import frame_of
from pipeline.vocabulary.comparison import comparable_periods
from pipeline.vocabulary.indicators import Indicator, indicator

if TYPE_CHECKING:
    from pipeline.vocabulary.currencies import Currency
    from pipeline.vocabulary.places import Place
    from pipeline.vocabulary.units import Unit

ALWAYS = re.compile(r"[A-Z]{2}|CN-[0-9]{2}|CN-[0-9]{4}|[A-Za-z]+-[a-z-]+")
"""Ids of places that are published whether a figure speaks of them or not: countries, China's provinces and
prefecture-level divisions, regions. The ids tell this much, so that the other 40 000 places need not be made."""


def articles_frame(
    articles: Iterable[Article], numbers: Iterable[Number] = (), figures: Iterable[Figure] = ()
) -> pd.DataFrame:
    """The table `articles`; `numbers` and `figures` are those of the same articles, to be counted."""
    of_numbers = Counter(number.article_id for number in numbers)
    of_figures = Counter(figure.article_id for figure in figures)
    return frame_of(
        "articles",
        (
            _values(article)
            | {
                "characters": len(article.text),
                "numbers": of_numbers[article.article_id],
                "figures": of_figures[article.article_id],
            }
            for article in articles
        ),
    )


def figures_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """The table `figures`."""
    return frame_of(
        "figures",
        (
            _values(figure) | {"unit_readings": [asdict(reading) for reading in figure.unit_readings]}
            for figure in figures
        ),
    )


def numbers_frame(numbers: Iterable[Number]) -> pd.DataFrame:
    """The table `numbers`."""
    return frame_of("numbers", map(_values, numbers))


def quarantine_frame(rejections: Iterable[Rejection]) -> pd.DataFrame:
    """The table `quarantine`."""
    return frame_of("quarantine", map(_values, rejections))


def places_frame(places: Mapping[str, Place], used: Iterable[str] = ()) -> pd.DataFrame:
    """The table `places`: those that are `ALWAYS` published and those that are `used`.

    Args:
        places: the vocabulary, by id.
        used: ids that figures speak of. What they lie in, and what a region is made of, is published with them. An
            id that the vocabulary lacks is left out, and a check of references tells of it.
    """
    wanted = {*used, *filter(ALWAYS.fullmatch, places)}
    return frame_of("places", map(_values, _with_relatives(wanted, places)))


def indicators_frame(indicators: Iterable[Indicator], used: Iterable[str] = ()) -> pd.DataFrame:
    """The table `indicators`: the given ones, and those that are `used`.

    Args:
        indicators: those to be published in any case.
        used: ids that figures speak of. The vocabulary makes derived ones when they are asked for; each comes with
            what it is derived from. An id that it lacks is left out, and a check of references tells of it.
    """
    found = {one.indicator_id: one for one in indicators}
    pending = [*used, *(one.parent for one in found.values() if one.parent)]
    while pending:
        made = indicator(pending.pop())
        if made is not None and made.indicator_id not in found:
            found[made.indicator_id] = made
            pending += [made.parent] if made.parent else []
    return frame_of(
        "indicators",
        (_values(one) | {"comparable_periods": comparable_periods(one.nature, one.family)} for one in found.values()),
    )


def units_frame(units: Iterable[Unit], currencies: Iterable[Currency] = ()) -> pd.DataFrame:
    """The table `units`; a currency is a unit of money, its own base."""
    money = (
        {
            "unit_id": currency.code,
            "names": currency.names,
            "symbols": currency.symbols,
            "quantity_kind": "money",
            "base_unit": currency.code,
            "factor": 1.0,
            "offset": 0.0,
            "readings": [],
        }
        for currency in currencies
    )
    return frame_of("units", [*map(_values, units), *money])


def _values(row: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _with_relatives(place_ids: Iterable[str], places: Mapping[str, Place]) -> Iterator[Place]:
    """The places with all that they lie in and all that they are made of, so that no reference leads nowhere."""
    found: set[str] = set()
    pending = list(place_ids)
    while pending:
        place_id = pending.pop()
        if place_id in found or place_id not in places:
            continue
        found.add(place_id)
        place = places[place_id]
        yield place
        pending += [*place.members, *([place.parent] if place.parent else [])]
