"""The interval macros against exact rational arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SLACK = Fraction(1, 10**9)
"""What double precision may cost: relative, and absolute near nought."""

Ends = tuple[Fraction | None, Fraction | None]
"""Low and high; None is an open side."""
Known = tuple[Ends, Fraction]
"""An interval and the true value in it."""
Found = dict[str, float | None]

tried = settings(max_examples=12)
"""Each example is a list of cases, computed by one query."""


def rationals(least: int, most: int) -> st.SearchStrategy[Fraction]:
    return st.integers(least * 8, most * 8).map(lambda eighths: Fraction(eighths, 8))


@st.composite
def intervals(draw: st.DrawFn, least: int = -1000, most: int = 1000, *, may_open: bool = False) -> Known:
    low, true, high = sorted(draw(st.lists(rationals(least, most), min_size=3, max_size=3)))
    open_low, open_high = (draw(st.booleans()), draw(st.booleans())) if may_open else (False, False)
    return (None if open_low else low, None if open_high else high), true


def cases(
    one: st.SearchStrategy[Known], other: st.SearchStrategy[Known]
) -> st.SearchStrategy[list[tuple[Known, Known]]]:
    return st.lists(st.tuples(one, other), min_size=1, max_size=30)


def literal(known: Known) -> str:
    (low, high), point = known
    ends = ("NULL" if end is None else repr(float(end)) for end in (point, low, high))
    return f"span({', '.join(ends)})"


PUBLISHED = """
    CASE WHEN found IS NOT NULL THEN
        {'value': published(found.value), 'low': published(found.low), 'high': published(found.high)} END"""


def compute(macros: duckdb.DuckDBPyConnection, call: str) -> Found | None:
    """The value of one expression."""
    [(found,)] = macros.execute(f"SELECT {PUBLISHED} FROM (SELECT {call} AS found)").fetchall()
    result: Found | None = found
    return result


def compute_all(
    macros: duckdb.DuckDBPyConnection, call: str, given_pairs: list[tuple[Known, Known]]
) -> list[Found | None]:
    """The values of an expression of `x` and `y` for each of the pairs."""
    rows = ", ".join(f"({place}, {literal(x)}, {literal(y)})" for place, (x, y) in enumerate(given_pairs))
    results = f"SELECT place, {call} AS found FROM (VALUES {rows}) AS pairs(place, x, y)"
    found = macros.execute(f"SELECT {PUBLISHED} FROM ({results}) ORDER BY place").fetchall()
    return [result for (result,) in found]


def assert_holds(found: Found | None, true: Fraction) -> None:
    assert found is not None
    slack = SLACK * max(Fraction(1), abs(true))
    assert found["low"] is None or Fraction(found["low"]) <= true + slack
    assert found["high"] is None or Fraction(found["high"]) >= true - slack


def assert_equals(found: float | None, exact: Fraction) -> None:
    assert found is not None
    assert abs(Fraction(found) - exact) <= SLACK * max(Fraction(1), abs(exact))


def assert_tight(found: Found | None, reached: list[Fraction]) -> None:
    """The ends are values that the result takes at ends of the inputs."""
    assert found is not None
    assert_equals(found["low"], min(reached))
    assert_equals(found["high"], max(reached))


def at_the_ends(exact: Callable[[Fraction, Fraction], Fraction], x: Ends, y: Ends) -> list[Fraction]:
    return [exact(a, b) for a in x for b in y if a is not None and b is not None]


BINARY: dict[str, tuple[Callable[[Fraction, Fraction], Fraction], int, int]] = {
    # call: what it computes, and the least value of each argument
    "plus(x, y)": (lambda x, y: x + y, -1000, -1000),
    "minus(x, y)": (lambda x, y: x - y, -1000, -1000),
    "times(x, y)": (lambda x, y: x * y, -1000, -1000),
    "ratio(x, grounded(y, false))": (lambda x, y: x / y, -1000, 1),
    "percent_change(grounded(x, false), y)": (lambda base, final: 100 * (final / base - 1), 1, 0),
    "base_from_percent(x, y)": (lambda final, pct: final / (1 + pct / 100), 0, -99),
    "final_from_percent(x, y)": (lambda base, pct: base * (1 + pct / 100), 0, -99),
    "base_from_difference(x, y)": (lambda final, difference: final - difference, 0, -1000),
    "final_from_difference(x, y)": (lambda base, difference: base + difference, 0, -1000),
    "difference_from_final(x, y)": (lambda final, pct: final - final / (1 + pct / 100), 0, -99),
    "difference_from_base(x, y)": (lambda base, pct: base * pct / 100, 0, -99),
    "percent_from_base(grounded(x, false), y)": (lambda base, difference: 100 * difference / base, 1, -1000),
}


@pytest.mark.parametrize("call", BINARY)
@tried
@given(data=st.data())
def test_the_true_result_lies_inside(call: str, macros: duckdb.DuckDBPyConnection, data: st.DataObject) -> None:
    exact, least_x, least_y = BINARY[call]
    pairs = data.draw(cases(intervals(least_x, may_open=True), intervals(least_y, may_open=True)))
    for ((_, x), (_, y)), found in zip(pairs, compute_all(macros, call, pairs), strict=True):
        assert_holds(found, exact(x, y))
        assert found is not None
        assert_equals(found["value"], exact(x, y))


@pytest.mark.parametrize("call", BINARY)
@tried
@given(data=st.data())
def test_between_closed_inputs_no_narrower_interval_would_do(
    call: str, macros: duckdb.DuckDBPyConnection, data: st.DataObject
) -> None:
    exact, least_x, least_y = BINARY[call]
    pairs = data.draw(cases(intervals(least_x), intervals(least_y)))
    for ((x, _), (y, _)), found in zip(pairs, compute_all(macros, call, pairs), strict=True):
        assert_tight(found, at_the_ends(exact, x, y))


def part(final: Fraction, difference: Fraction) -> Fraction:
    return 100 * difference / (final - difference)


@tried
@given(pairs=cases(intervals(10, 1000), intervals(-500, 9)))
def test_a_difference_and_its_final_level_give_the_per_cent(
    macros: duckdb.DuckDBPyConnection, pairs: list[tuple[Known, Known]]
) -> None:
    found = compute_all(macros, "percent_from_final(x, y)", pairs)
    for ((final, true), (difference, moved)), percent in zip(pairs, found, strict=True):
        assert_holds(percent, part(true, moved))
        assert_tight(percent, at_the_ends(part, final, difference))


@tried
@given(pairs=cases(intervals(-1000, 1000), intervals(1, 200)))
def test_a_difference_and_a_per_cent_give_the_base(
    macros: duckdb.DuckDBPyConnection, pairs: list[tuple[Known, Known]]
) -> None:
    for ((difference, _), (pct, _)), base in zip(
        pairs, compute_all(macros, "base_from_both(x, y)", pairs), strict=True
    ):
        assert_tight(base, at_the_ends(lambda d, p: 100 * d / p, difference, pct))


@tried
@given(pairs=cases(intervals(may_open=True), intervals(may_open=True).filter(lambda known: known[1] != 0)))
def test_a_quotient_holds_the_true_one_whatever_the_signs(
    macros: duckdb.DuckDBPyConnection, pairs: list[tuple[Known, Known]]
) -> None:
    for ((_, x), (_, y)), found in zip(pairs, compute_all(macros, "quotient(x, y)", pairs), strict=True):
        assert_holds(found, x / y)


@tried
@given(pct=intervals(-99, 400), years=st.integers(2, 60))
def test_the_yearly_rate_compounds_to_the_change(macros: duckdb.DuckDBPyConnection, pct: Known, years: int) -> None:
    (low, high), true = pct
    found = compute(macros, f"annual_rate({literal(pct)}, {years})")
    assert found is not None
    for end, whole in (("low", low), ("value", true), ("high", high)):
        yearly = found[end]
        assert yearly is not None
        assert whole is not None
        assert (1 + yearly / 100) ** years == pytest.approx(float(1 + whole / 100), rel=1e-9)


@tried
@given(pairs=cases(intervals(may_open=True), intervals(may_open=True)))
def test_two_intervals_have_a_common_part_or_are_disjoint(
    macros: duckdb.DuckDBPyConnection, pairs: list[tuple[Known, Known]]
) -> None:
    for ((x, _), (y, _)), common in zip(pairs, compute_all(macros, "intersection(x, y)", pairs), strict=True):
        lows = [end for end in (x[0], y[0]) if end is not None]
        highs = [end for end in (x[1], y[1]) if end is not None]
        if lows and highs and max(lows) > min(highs):
            assert common is None
        else:
            assert common is not None
            assert common["low"] == (float(max(lows)) if lows else None)
            assert common["high"] == (float(min(highs)) if highs else None)


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


@pytest.mark.parametrize(
    "name",
    [
        "plus",
        "minus",
        "times",
        "ratio",
        "quotient",
        "intersection",
        "percent_change",
        "base_from_percent",
        "final_from_percent",
        "difference_from_final",
        "difference_from_base",
        "percent_from_final",
        "percent_from_base",
        "base_from_both",
    ],
)
def test_no_knowledge_gives_none(macros: duckdb.DuckDBPyConnection, name: str) -> None:
    unknown, known = "CASE WHEN false THEN span(1, 1, 1) END", "span(7, 7, 7)"
    assert compute(macros, f"{name}({unknown}, {known})") is None
    assert compute(macros, f"{name}({known}, {unknown})") is None
