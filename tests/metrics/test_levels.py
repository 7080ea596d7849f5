"""Levels: stated, agreed upon by several statements, implied by changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Make = Callable[..., Any]


def extent(row: dict[str, Any]) -> tuple[Any, Any, Any]:
    return row["value"], row["low"], row["high"]


def test_a_statement_is_a_level(derive_rows: Make, figure: Make, year: Make) -> None:
    [level] = derive_rows(figure("a/1", 700, low=650, high=750, period=year(2015))).levels
    assert extent(level) == (700, 650, 750)
    assert (level["place"], level["indicator"], level["unit"]) == ("Ashford", "coal_output", "tonne")
    assert (level["basis"], level["inputs"], level["articles"], level["formula"]) == ("stated", ["a/1"], ["a"], None)


def test_what_is_no_level(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 7, kind="rank", period=year(2015)),
        figure("a/2", 7, kind="distance", period=year(2015)),
        figure("a/3", 7, indicator=None, period=year(2015)),
        figure("a/4", 7, place_id=None, place=None, period=year(2015)),
        figure("a/5", 7, status="retracted", period=year(2015)),
        figure("a/6", 7),
    )
    assert rows.levels == []


def test_figures_of_a_retracted_article_give_nothing(derive_rows: Make, figure: Make, year: Make) -> None:
    assert derive_rows(figure("a/1", 7, period=year(2015)), articles={"a": {"status": "retracted"}}).levels == []


def test_statements_that_agree_are_one_level_with_what_all_allow(derive_rows: Make, figure: Make, year: Make) -> None:
    [level] = derive_rows(
        figure("a/1", 700, low=650, high=750, period=year(2015)),
        figure("b/1", 690, low=690, high=None, comparator="more_than", period=year(2015)),
        figure("c/1", 720, low=715, high=725, period=year(2015)),
    ).levels
    assert extent(level) == (720, 715, 725)
    assert level["inputs"] == ["a/1", "b/1", "c/1"]
    assert level["articles"] == ["a", "b", "c"]


def test_the_point_of_an_agreement_lies_inside_it(derive_rows: Make, figure: Make, year: Make) -> None:
    [level] = derive_rows(
        figure("a/1", 700, low=690, high=710, period=year(2015)),
        figure("b/1", 705, low=705, high=None, comparator="more_than", period=year(2015)),
    ).levels
    assert extent(level) == (705, 705, 710)


def test_different_things_are_different_levels(derive_rows: Make, figure: Make, year: Make) -> None:
    other: list[dict[str, Any]] = [
        {"place_id": "X-2", "place": "Birchem"},
        {"subject": "Pit 4", "subject_kind": "facility"},
        {"indicator": "miners"},
        {"unit": "m3"},
        {"modality": "target"},
        {"aggregation": "cumulative"},
        {"price_basis": "real"},
        {"period_start": date(2015, 7, 1)},
    ]
    rows = derive_rows(
        figure("a/0", 7, period=year(2015)),
        *(figure(f"a/{serial}", 7, **{"period": year(2015)} | said) for serial, said in enumerate(other, 1)),
    )
    assert len(rows.levels) == len(other) + 1
    assert len({level["level_id"] for level in rows.levels}) == len(other) + 1


def test_a_yearly_rate_of_one_year_is_that_years_total(derive_rows: Make, figure: Make, year: Make) -> None:
    [level] = derive_rows(
        figure("a/1", 7, period=year(2015)), figure("b/1", 7, unit="tonne/year", period=year(2015))
    ).levels
    assert level["unit"] == "tonne"


def test_a_second_currency_is_no_second_level(derive_rows: Make, figure: Make, year: Make) -> None:
    [level] = derive_rows(
        figure("a/1", 70, indicator="gdp", unit="CNY", period=year(2015)),
        figure("a/2", 11, indicator="gdp", unit="USD", period=year(2015), restates="a/1"),
    ).levels
    assert (level["unit"], level["inputs"]) == ("CNY", ["a/1"])


def test_a_second_physical_unit_is_a_measurement_of_its_own(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 70, unit="barrel/day", period=year(2015)),
        figure("a/2", 3, unit="tonne", period=year(2015), restates="a/1"),
    )
    assert {level["unit"] for level in rows.levels} == {"barrel/day", "tonne"}


def implied(rows: Any) -> Any:
    [level] = [level for level in rows.levels if level["basis"] == "implied"]
    return level


def test_a_per_cent_change_and_its_final_level_imply_the_base(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    level = implied(
        derive_rows(
            figure("a/1", 300, low=299, high=301, period=year(2016)),
            change(
                "a/2", 25, "down", low=25, high=None, comparator="more_than", period=year(2010, 2016), base=year(2010)
            ),
        )
    )
    assert (level["period_start"], level["period_end"]) == year(2010)
    assert extent(level) == (pytest.approx(400), pytest.approx(299 / 0.75), None)
    assert level["inputs"] == ["a/1", "a/2"]
    assert level["formula"] == "coal output 2016 ÷ (1 + its change since 2010)"


def test_a_difference_and_its_final_level_imply_the_base(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    level = implied(
        derive_rows(
            figure("a/1", 300, low=295, high=305, period=year(2016)),
            change("a/2", 40, "down", low=38, high=42, unit="tonne", period=year(2016), base=year(2015)),
        )
    )
    assert extent(level) == (340, 333, 347)


def test_a_change_and_its_base_imply_the_final_level(derive_rows: Make, figure: Make, change: Make, year: Make) -> None:
    level = implied(
        derive_rows(
            figure("a/1", 200, period=year(2015)),
            change("a/2", 10, "up", low=9, high=11, modality="target", period=year(2016), base=year(2015)),
        )
    )
    assert extent(level) == (pytest.approx(220), pytest.approx(218), pytest.approx(222))
    assert level["modality"] == "target"


def test_points_imply_the_base_of_a_rate(derive_rows: Make, figure: Make, change: Make, year: Make) -> None:
    level = implied(
        derive_rows(
            figure("a/1", 6, indicator="unemployment_rate", kind="rate", unit="percent", period=year(2016)),
            change(
                "a/2",
                2,
                "up",
                indicator="unemployment_rate",
                unit="percentage_point",
                period=year(2016),
                base=year(2015),
            ),
        )
    )
    assert extent(level) == (4, 4, 4)


def test_a_difference_and_a_per_cent_of_one_change_imply_its_base(derive_rows: Make, change: Make, year: Make) -> None:
    level = implied(
        derive_rows(
            change("a/1", 30, "down", unit="tonne", low=29, high=31, period=year(2010, 2020), base=year(2010)),
            change("a/2", 10, "down", low=9, high=11, period=year(2010, 2020), base=year(2010)),
        )
    )
    assert (level["period_start"], level["period_end"]) == year(2010)
    assert extent(level) == (pytest.approx(300), pytest.approx(2900 / 11), pytest.approx(3100 / 9))


def test_real_growth_implies_no_nominal_level(derive_rows: Make, figure: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 300, indicator="gdp", unit="CNY", period=year(2016)),
        change("a/2", 6, "up", indicator="gdp", period=year(2016), base=year(2015)),
    )
    assert [level["basis"] for level in rows.levels] == ["stated"]


def test_what_an_article_states_it_does_not_imply(derive_rows: Make, figure: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 300, period=year(2015)),
        figure("a/2", 330, period=year(2016)),
        change("a/3", 10, "up", low=9.5, high=10.5, period=year(2016), base=year(2015)),
    )
    assert {level["basis"] for level in rows.levels} == {"stated"}


def test_an_implied_level_stands_beside_another_articles_stated_one(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    rows = derive_rows(
        figure("a/1", 330, period=year(2016)),
        change("a/2", 10, "up", low=9.5, high=10.5, period=year(2016), base=year(2015)),
        figure("b/1", 300, period=year(2015)),
    )
    of_2015 = [level for level in rows.levels if level["period_start"] == date(2015, 1, 1)]
    assert {level["basis"] for level in of_2015} == {"implied", "stated"}
    assert rows.conflicts == []


@pytest.fixture
def of_the_province(figure: Make, year: Make) -> dict[str, Any]:
    """A share of Exland's output, and that output, by one article."""
    share = {"indicator": "share_of_provincial_coal_output", "kind": "share", "unit": "percent"}
    whole = {"place_id": "X", "place": "Exland", "place_kind": "province"}
    return {
        "share": figure("a/1", 10, low=9.5, high=10.5, period=year(2015), **share),
        "whole": figure("a/2", 400, low=None, high=400, comparator="nearly", period=year(2015), **whole),
    }


def test_a_share_and_its_whole_imply_the_part(derive_rows: Make, of_the_province: dict[str, Any]) -> None:
    level = implied(derive_rows(*of_the_province.values()))
    assert (level["place"], level["indicator"], level["unit"]) == ("Ashford", "coal_output", "tonne")
    assert extent(level) == (pytest.approx(40), None, pytest.approx(42))
    assert level["inputs"] == ["a/1", "a/2"]
    assert level["formula"] == (
        "coal output of Exland 2015 \N{MULTIPLICATION SIGN} share of provincial coal output ÷ 100"
    )


def test_a_part_that_is_stated_is_not_implied(
    derive_rows: Make, figure: Make, year: Make, of_the_province: dict[str, Any]
) -> None:
    rows = derive_rows(*of_the_province.values(), figure("a/3", 41, period=year(2015)))
    assert {level["basis"] for level in rows.levels} == {"stated"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"period_start": date(2014, 1, 1), "period_end": date(2014, 12, 31)}, id="of another year"),
        pytest.param({"figure_id": "b/2", "article_id": "b"}, id="by another article"),
        pytest.param({"subject": "Exland Coal", "subject_kind": "organisation"}, id="of a firm in the province"),
        pytest.param({"modality": "target"}, id="as a plan"),
        pytest.param({"aggregation": "cumulative"}, id="so far"),
    ],
)
def test_another_whole_gives_no_part(derive_rows: Make, of_the_province: dict[str, Any], other: dict[str, Any]) -> None:
    rows = derive_rows(of_the_province["share"], of_the_province["whole"] | other)
    assert {level["basis"] for level in rows.levels} == {"stated"}


def test_the_level_of_a_part_agrees_with_what_others_state(
    derive_rows: Make, figure: Make, year: Make, of_the_province: dict[str, Any]
) -> None:
    rows = derive_rows(*of_the_province.values(), figure("b/1", 41, period=year(2015)))
    assert {level["basis"] for level in rows.levels if level["place"] == "Ashford"} == {"stated", "implied"}
    assert rows.conflicts == []
    apart = derive_rows(*of_the_province.values(), figure("b/1", 60, period=year(2015)))
    assert len(apart.conflicts) == 1
