"""The interval macros against exact rational arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import duckdb
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

SLACK = Fraction(1, 10**9)
"""What double precision may cost: relative, and absolute near nought."""

Ends = tuple[Fraction | None, Fraction | None]
"""Low and high; None is an open side."""


def rationals(least: int, most: int) -> st.SearchStrategy[Fraction]:
    return st.integers(least * 8, most * 8).map(lambda eighths: Fraction(eighths, 8))


@st.composite
def intervals(draw: st.DrawFn, least: int = -1000, most: int = 1000, *, may_open: bool = False) -> tuple[Ends, Fraction]:
    """An interval with a true value inside."""
    low, true, high = sorted(draw(st.lists(rationals(least, most), min_size=3, max_size=3)))
    open_low, open_high = (draw(st.booleans()), draw(st.booleans())) if may_open else (False, False)
    return (None if open_low else low, None if open_high else high), true


def text(ends: Ends, point: Fraction) -> str:
    low, high = ("NULL" if end is None else repr(float(end)) for end in ends)
    return f"span({float(point)!r}, {low}, {high})"


def compute(macros: duckdb.DuckDBPyConnection, call: str) -> dict[str, float | None] | None:
    query = f"SELECT CASE WHEN x IS NOT NULL THEN {{'value': published(x.value), 'low': published(x.low), " \
        f"'high': published(x.high)}} END FROM (SELECT {call} AS x)"
    [(found,)] = macros.execute(query).fetchall()
    result: dict[str, float | None] | None = found
    return result


def assert_holds(found: dict[str, float | None] | None, true: Fraction) -> None:
    assert found is not None
    slack = SLACK * max(1, abs(true))
    assert found["low"] is None or Fraction(found["low"]) <= true + slack
    assert found["high"] is None or Fraction(found["high"]) >= true - slack


def assert_tight(found: dict[str, float | None] | None, reached: list[Fraction]) -> None:
    """The ends are values that the result takes at ends of the inputs."""
    assert found is not None
    for end, exact in (("low", min(reached)), ("high", max(reached))):
        value = found[end]
        assert value is not None
        assert abs(Fraction(value) - exact) <= SLACK * max(1, abs(exact))


BINARY: dict[str, tuple[Callable[[Fraction, Fraction], Fraction], int, int]] = {
    # name: what it computes, and the least value of each argument
    "plus": (lambda x, y: x + y, -1000, -1000),
    "minus": (lambda x, y: x - y, -1000, -1000),
    "times": (lambda x, y: x * y, -1000, -1000),
    "ratio": (lambda x, y: x / y, -1000, 1),
    "percent_change": (lambda base, final: 100 * (final / base - 1), 1, 0),
    "base_from_percent": (lambda final, pct: final / (1 + pct / 100), 0, -99),
    "final_from_percent": (lambda base, pct: base * (1 + pct / 100), 0, -99),
    "base_from_difference": (lambda final, difference: final - difference, 0, -1000),
    "final_from_difference": (lambda base, difference: base + difference, 0, -1000),
    "difference_from_final": (lambda final, pct: final - final / (1 + pct / 100), 0, -99),
    "difference_from_base": (lambda base, pct: base * pct / 100, 0, -99),
    "percent_from_base": (lambda base, difference: 100 * difference / base, 1, -1000),
}


@pytest.mark.parametrize("name", BINARY)
@given(data=st.data())
def test_the_true_result_lies_inside(name: str, macros: duckdb.DuckDBPyConnection, data: st.DataObject) -> None:
    exact, least_x, least_y = BINARY[name]
    x, true_x = data.draw(intervals(least_x, may_open=True))
    y, true_y = data.draw(intervals(least_y, may_open=True))
    # An open low side of a base, as of any level, ends at nought: that is what grounded() is for.
    call = f"{name}({_grounded(name, 0, text(x, true_x))}, {_grounded(name, 1, text(y, true_y))})"
    found = compute(macros, call)
    assert_holds(found, exact(true_x, true_y))
    assert found is not None
    assert found["value"] is not None
    assert abs(Fraction(found["value"]) - exact(true_x, true_y)) <= SLACK * max(1, abs(exact(true_x, true_y)))


def _grounded(name: str, place: int, argument: str) -> str:
    denominators = {"ratio": 1, "percent_change": 0, "percent_from_base": 0}
    return f"grounded({argument}, false)" if denominators.get(name) == place else argument


@pytest.mark.parametrize("name", BINARY)
@given(data=st.data())
def test_between_closed_inputs_no_narrower_interval_would_do(
    name: str, macros: duckdb.DuckDBPyConnection, data: st.DataObject
) -> None:
    exact, least_x, least_y = BINARY[name]
    x, true_x = data.draw(intervals(least_x))
    y, true_y = data.draw(intervals(least_y))
    found = compute(macros, f"{name}({text(x, true_x)}, {text(y, true_y)})")
    corners = [exact(a, b) for a in x for b in y if a is not None and b is not None]
    assert_tight(found, corners)


@given(final=intervals(10, 1000), difference=intervals(-500, 9))
def test_a_difference_and_its_final_level_give_the_per_cent(
    macros: duckdb.DuckDBPyConnection, final: tuple[Ends, Fraction], difference: tuple[Ends, Fraction]
) -> None:
    ends, true = final
    moved, true_moved = difference
    found = compute(macros, f"percent_from_final({text(ends, true)}, {text(moved, true_moved)})")
    corners = [100 * d / (e - d) for e in ends for d in moved if e is not None and d is not None]
    assert_holds(found, 100 * true_moved / (true - true_moved))
    assert_tight(found, corners)


@given(difference=intervals(1, 1000), pct=intervals(1, 200))
def test_a_difference_and_a_per_cent_give_the_base(
    macros: duckdb.DuckDBPyConnection, difference: tuple[Ends, Fraction], pct: tuple[Ends, Fraction]
) -> None:
    (moved, true_moved), (parts, true_part) = difference, pct
    found = compute(macros, f"base_from_both({text(moved, true_moved)}, {text(parts, true_part)})")
    assert_tight(found, [100 * d / p for d in moved for p in parts if d is not None and p is not None])


@given(x=intervals(may_open=True), y=intervals(may_open=True))
def test_a_quotient_by_what_may_be_nought_has_no_bounds(
    macros: duckdb.DuckDBPyConnection, x: tuple[Ends, Fraction], y: tuple[Ends, Fraction]
) -> None:
    (ends_x, true_x), (ends_y, true_y) = x, y
    assume(true_y != 0)
    found = compute(macros, f"quotient({text(ends_x, true_x)}, {text(ends_y, true_y)})")
    assert_holds(found, true_x / true_y)


@given(pct=intervals(-99, 400), years=st.integers(2, 60))
def test_the_yearly_rate_compounds_to_the_change(
    macros: duckdb.DuckDBPyConnection, pct: tuple[Ends, Fraction], years: int
) -> None:
    (low, high), true = pct
    found = compute(macros, f"annual_rate({text((low, high), true)}, {years})")
    assert found is not None
    for end, whole in (("low", low), ("value", true), ("high", high)):
        yearly = found[end]
        assert yearly is not None
        assert whole is not None
        assert (1 + yearly / 100) ** years == pytest.approx(float(1 + whole / 100), rel=1e-9)


@given(x=intervals(may_open=True), y=intervals(may_open=True))
def test_two_intervals_overlap_or_are_disjoint(
    macros: duckdb.DuckDBPyConnection, x: tuple[Ends, Fraction], y: tuple[Ends, Fraction]
) -> None:
    (ends_x, true_x), (ends_y, true_y) = x, y
    one, other = text(ends_x, true_x), text(ends_y, true_y)
    [(apart, common)] = macros.execute(
        f"SELECT disjoint({one}, {other}), intersection({one}, {other}) IS NULL"
    ).fetchall()
    lows = [end for end in (ends_x[0], ends_y[0]) if end is not None]
    highs = [end for end in (ends_x[1], ends_y[1]) if end is not None]
    assert apart == (bool(lows) and bool(highs) and max(lows) > min(highs))
    assert common == apart
    if not apart:
        found = compute(macros, f"intersection({one}, {other})")
        assert found is not None
        assert found["low"] == (float(max(lows)) if lows else None)
        assert found["high"] == (float(min(highs)) if highs else None)


@pytest.mark.parametrize(
    ("call", "low", "high"),
    [
        pytest.param("percent_change(span(40, 40, NULL), span(30, 30, 30))", None, -25.0, id="base open above"),
        pytest.param("percent_change(span(40, 40, NULL), span(0, 0, 0))", -100.0, -100.0, id="all is lost"),
        pytest.param("percent_change(grounded(span(5, NULL, 5), false), span(6, 6, 6))", 20.0, None, id="base below"),
        pytest.param("percent_change(span(1, 0, 1), span(2, 2, 2))", 100.0, None, id="base may be nought"),
        pytest.param("base_from_percent(span(8, 8, 8), span(-60, NULL, -60))", 20.0, None, id="fell by more than"),
        pytest.param("base_from_percent(span(8, 8, 8), span(-60, -60, NULL))", None, 20.0, id="fell by nearly"),
        pytest.param("base_from_percent(span(8, 8, 8), span(60, NULL, 60))", 5.0, None, id="rose by nearly"),
        pytest.param("percent_from_final(span(12, 12, 12), span(2, NULL, 2))", None, 20.0, id="two more at most"),
        pytest.param("difference_from_final(span(8, 8, 8), span(-60, NULL, -60))", None, -12.0, id="lost so much"),
        pytest.param("annual_rate(span(-36, NULL, -36), 2)", None, -20.0, id="a year"),
    ],
)
def test_an_open_side_stays_open(
    macros: duckdb.DuckDBPyConnection, call: str, low: float | None, high: float | None
) -> None:
    found = compute(macros, call)
    assert found is not None
    assert found["low"] == pytest.approx(low)
    assert found["high"] == pytest.approx(high)


@pytest.mark.parametrize(
    "call",
    [
        pytest.param("percent_change(span(0, 0, 0), span(5, 5, 5))", id="from nought"),
        pytest.param("percent_change(span(-3, -3, -3), span(5, 5, 5))", id="from a loss"),
        pytest.param("percent_change(grounded(span(5, NULL, 5), true), span(5, 5, 5))", id="from what may be a loss"),
        pytest.param("percent_change(span(5, 5, 5), span(-3, -3, -3))", id="to a loss"),
        pytest.param("base_from_both(span(-3, -4, -2), span(-1, -2, 0.5))", id="per cent may be nought"),
        pytest.param("annual_rate(span(5, 5, 5), 0)", id="no time"),
    ],
)
def test_where_a_per_cent_means_nothing_there_is_none(macros: duckdb.DuckDBPyConnection, call: str) -> None:
    assert compute(macros, call) is None


@pytest.mark.parametrize("name", [*BINARY, "percent_from_final", "intersection", "quotient"])
def test_no_knowledge_gives_none(macros: duckdb.DuckDBPyConnection, name: str) -> None:
    unknown = "CASE WHEN false THEN span(1, 1, 1) END"
    known: Any = "span(7, 7, 7)"
    assert compute(macros, f"{name}({unknown}, {known})") is None
    assert compute(macros, f"{name}({known}, {unknown})") is None
