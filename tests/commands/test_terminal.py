from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pipeline.commands.terminal import BETWEEN, LEAST_TEXT, fitted, print_table, shown

columns = st.lists(st.tuples(st.integers(1, 200), st.booleans()), min_size=1, max_size=40)


@given(columns, st.integers(20, 250))
def test_widths_fit_the_terminal(wanted: list[tuple[int, bool]], width: int) -> None:
    natural, whole = [want for want, _ in wanted], [fixed for _, fixed in wanted]
    widths = fitted(natural, whole, width)
    assert 1 <= len(widths) <= len(natural)
    assert sum(widths) + BETWEEN * (len(widths) - 1) <= width or (len(widths) == 1 and whole[0])


@given(columns, st.integers(20, 250))
def test_numbers_are_never_cut_and_texts_only_where_they_must(wanted: list[tuple[int, bool]], width: int) -> None:
    natural, whole = [want for want, _ in wanted], [fixed for _, fixed in wanted]
    widths = fitted(natural, whole, width)
    for given_width, want, fixed in zip(widths, natural, whole, strict=False):
        assert given_width <= want
        assert given_width == want or not fixed
        assert given_width >= min(want, LEAST_TEXT) or len(widths) == 1


@given(columns)
def test_where_there_is_room_every_column_has_all_it_likes(wanted: list[tuple[int, bool]]) -> None:
    natural, whole = [want for want, _ in wanted], [fixed for _, fixed in wanted]
    assert fitted(natural, whole, sum(natural) + BETWEEN * len(natural)) == tuple(natural)


def table(width: int, names: list[str], rows: list[list[Any]], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    print_table(names, rows, out)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        ["抚顺 " * 30, 15_260_000_000.0, "heavy industry " * 9, None, 1.5],
        ["Fushun", -1.0, "coal", "x" * 99, None],
    ]
    lines = table(width, ["place", "value", "measured", "quote", "low"], rows, monkeypatch)
    assert all(cell_len(line) <= width for line in lines)
    assert "15,260,000,000" in lines[2]
    assert len(lines) == 2 + len(rows)


def test_numbers_stand_to_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = table(80, ["value", "unit"], [[5_290_000.0, "tonne"], [2.4, "percent"]], monkeypatch)
    assert lines == ["    value  unit", "─────────  ───────", "5,290,000  tonne", "      2.4  percent"]


def test_columns_without_room_are_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"column_{i:02}" for i in range(30)]
    table(40, names, [["some words or other"] * 30], monkeypatch)
    told = capsys.readouterr().err
    assert "column_03, " in told
    assert "more: name fewer columns" in told


def test_no_rows_are_a_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    assert table(80, ["place", "value"], [], monkeypatch) == ["place  value", "─────  ─────"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "true"),
        (2018, "2018"),
        (15_260_000_000.0, "15,260,000,000"),
        (1234.56, "1,234.56"),
        (100 / 3, "33.3333"),
        (float("inf"), "inf"),
        (date(2018, 12, 31), "2018-12-31"),
        (["a", None, 2.0], "a, , 2"),
        ({"unit": "short_ton", "low": None}, "unit short_ton, low "),
        ("two\n lines", "two lines"),
        ("a\x1b[31mb\x9bc", "a\ufffd[31mb\ufffdc"),
    ],
)
def test_values_are_shown_in_one_line(value: Any, words: str) -> None:
    assert shown(value) == words
