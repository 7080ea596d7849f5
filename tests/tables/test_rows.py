from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import islice
from typing import Any, cast, get_args

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.model import Article, Rejection
from pipeline.extraction import model
from pipeline.extraction.model import Disposition, Figure, Number, UnitReading
from pipeline.tables import rows as tables_of
from pipeline.tables import to_arrow
from pipeline.tables.check import Material, check_all, check_table
from pipeline.vocabulary.currencies import currencies
from pipeline.vocabulary.indicators import all_indicators, indicator
from pipeline.vocabulary.places import places
from pipeline.vocabulary.units import units


def number(article_id: str, start: int, *, figure_id: str | None = None) -> Number:
    disposition: Disposition = "figure" if figure_id else "other"
    return Number(article_id, start, start + 1, "7", 7.0, disposition, "a digit", figure_id)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {str(name): None if value is pd.NA else value for name, value in row.items()}
        for row in frame.astype(object).to_dict("records")
    ]


def test_articles_count_their_numbers_and_figures(article: Article, figure: Figure) -> None:
    other = replace(article, article_id="z")
    frame = tables_of.articles_frame([other, article], [number("a", 0), number("a", 5), number("z", 0)], [figure])
    assert list(frame["article_id"]) == ["a", "z"]
    assert list(frame["numbers"]) == [2, 1]
    assert list(frame["figures"]) == [1, 0]
    assert list(frame["characters"]) == [len(article.text)] * 2
    assert "text" not in frame


def test_length_is_in_code_points(article: Article) -> None:
    frame = tables_of.articles_frame([replace(article, text="抚顺🙂")])
    assert list(frame["characters"]) == [3]


def test_figures_keep_lists_readings_dates_and_nulls(figure: Figure) -> None:
    given_figure = replace(
        figure, unit_readings=(UnitReading("short_ton", 1.5, None, 2.0),), members=("Fushun", "Fuxin"), low=None
    )
    [row] = to_arrow("figures", tables_of.figures_frame([given_figure])).to_pylist()
    assert row["unit_readings"] == [{"unit": "short_ton", "value": 1.5, "low": None, "high": 2.0}]
    assert row["members"] == ["Fushun", "Fuxin"]
    assert row["period_start"] == date(2018, 1, 1)
    assert row["low"] is None


_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)
_VALUES = st.floats(-1e15, 1e15)
_READINGS = st.builds(UnitReading, unit=_TEXT, value=_VALUES, low=st.none() | _VALUES, high=st.none() | _VALUES)
_FIGURES = st.builds(
    Figure,
    figure_id=st.from_regex(r"[a-z]{1,3}/[0-9a-f]{8}", fullmatch=True),
    article_id=_TEXT,
    quote=_TEXT,
    sentence=_TEXT,
    value=_VALUES,
    low=st.none() | _VALUES,
    high=st.none() | _VALUES,
    written_value=_VALUES,
    unit=_TEXT,
    start=st.integers(0, 2**40),
    end=st.integers(0, 2**40),
    unit_readings=st.lists(_READINGS, max_size=2).map(tuple),
    members=st.lists(_TEXT, max_size=2).map(tuple),
    rules=st.lists(_TEXT, max_size=2).map(tuple),
    place=st.none() | _TEXT,
    indicator=st.none() | _TEXT,
)


def figure_of(row: dict[str, Any]) -> Figure:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    values["unit_readings"] = tuple(UnitReading(**reading) for reading in row["unit_readings"])
    return Figure(**values)


@given(st.lists(_FIGURES, max_size=4, unique_by=lambda figure: figure.figure_id))
def test_a_figure_comes_back_from_its_row(figures: list[Figure]) -> None:
    table = to_arrow("figures", tables_of.figures_frame(figures)).to_pylist()
    again = {row["figure_id"]: figure_of(row) for row in table}
    assert again == {figure.figure_id: figure for figure in figures}


@given(
    st.lists(
        st.builds(
            Number,
            article_id=st.sampled_from("abc"),
            start=st.integers(0, 99),
            end=st.just(100),
            text=_TEXT,
            value=st.none() | _VALUES,
            disposition=st.sampled_from([name for name in get_args(Disposition) if name != "figure"]),
            reason=_TEXT,
            figure_id=st.none(),
        ),
        unique_by=lambda row: (row.article_id, row.start),
    )
)
def test_numbers_are_sound_and_sorted_by_where_they_stand(numbers: list[Number]) -> None:
    frame = tables_of.numbers_frame(numbers)
    assert check_table("numbers", frame) == []
    assert list(zip(frame["article_id"], frame["start"], strict=True)) == sorted(
        (row.article_id, row.start) for row in numbers
    )


def test_quarantine_keeps_file_reason_detail_and_line() -> None:
    frame = tables_of.quarantine_frame([Rejection("b.md", "bad_yaml", "why", 3), Rejection("a.md", "nul_byte", "why")])
    assert records(frame) == [
        {"file": "a.md", "reason": "nul_byte", "detail": "why", "line": None},
        {"file": "b.md", "reason": "bad_yaml", "detail": "why", "line": 3},
    ]


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """A place as the vocabulary has it."""

    place_id: str
    kind: model.PlaceKind
    parent: str | None = None
    members: tuple[str, ...] = ()
    name: str = "Somewhere"
    name_zh: str | None = None
    code: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    spellings: tuple[str, ...] = ()


PLACES = {
    place.place_id: place
    for place in (
        GivenPlace("CN", "country"),
        GivenPlace("US", "country"),
        GivenPlace("CN-21", "province", "CN"),
        GivenPlace("CN-2104", "city", "CN-21"),
        GivenPlace("CN-210421", "county", "CN-2104"),
        GivenPlace("CN-northeast", "region", "CN", ("CN-21",)),
        GivenPlace("region-rust-belt", "region", None, ("US-OH",)),
        GivenPlace("US-OH", "province", "US"),
        GivenPlace("US-IN", "province", "US"),
        GivenPlace("geonames:1", "city", "US-IN"),
        GivenPlace("geonames:2", "city", "US-IN"),
    )
}


def published(*used: str) -> set[str]:
    return set(tables_of.places_frame(cast(Mapping[str, Any], PLACES), used)["place_id"])


def test_countries_regions_and_chinas_cities_are_always_published() -> None:
    always = {"CN", "US", "CN-21", "CN-2104", "CN-northeast", "region-rust-belt"}
    assert published() == always | {"US-OH"}


def test_places_that_figures_speak_of_come_with_what_they_lie_in() -> None:
    assert published("geonames:1") - published() == {"geonames:1", "US-IN"}
    assert published("CN-210421") - published() == {"CN-210421"}


def test_a_place_that_the_vocabulary_lacks_is_left_to_the_check_of_references() -> None:
    assert published("geonames:404") == published()


def test_used_indicators_come_with_what_they_are_derived_from() -> None:
    given_one = indicator("coal_output")
    assert given_one is not None
    frame = tables_of.indicators_frame([given_one], ["gdp_growth_rank", "gdp_growth_rank", "no_such_indicator"])
    assert list(frame["indicator_id"]) == ["coal_output", "gdp", "gdp_growth", "gdp_growth_rank"]
    assert check_table("indicators", frame) == []


def test_the_whole_vocabulary_makes_sound_tables() -> None:
    frames = {
        "indicators": tables_of.indicators_frame(all_indicators().values()),
        "units": tables_of.units_frame(units().values(), currencies().values()),
        "places": tables_of.places_frame(places(), islice(places(), 500)),
    }
    assert [str(fault) for fault in check_all(Material(frames))] == []


@dataclass(frozen=True, slots=True)
class GivenCurrency:
    """A currency as the vocabulary has it."""

    code: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]


def test_currencies_are_units_of_money() -> None:
    currency = cast(Any, GivenCurrency("CNY", ("yuan",), ("¥",)))
    [row] = to_arrow("units", tables_of.units_frame([], [currency])).to_pylist()
    assert row["unit_id"] == row["base_unit"] == "CNY"
    assert row["quantity_kind"] == "money"
    assert (row["names"], row["symbols"], row["factor"]) == (["yuan"], ["¥"], 1.0)


def test_no_figure_field_is_dropped(figure: Figure) -> None:
    frame = tables_of.figures_frame([figure])
    assert list(frame.columns) == [field.name for field in fields(Figure)]
