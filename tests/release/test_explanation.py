from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import duckdb
import pytest
from rich.console import Console

from pipeline.release import ExplainError, Explanation, Release, as_tree, as_value, explain, open_release

Rows = dict[str, list[dict[str, Any]]]

LEVEL, CUT, SECOND_CUT, GROWTH = (f"fushun-report/{serial:08x}" for serial in range(1, 5))
TONS = "fushun-column/00000001"
STATED, FALL, DISAGREEMENT = "lv_" + "1" * 12, "ch_" + "2" * 12, "cf_" + "3" * 12
IMPLIED = "lv_" + "4" * 12


def quoted(explanation: Explanation) -> tuple[str, str, str]:
    """What stands before the quote, the quote, and what stands after it."""
    evidence = explanation.evidence
    assert evidence is not None
    start, end = evidence.quote_start, evidence.quote_end
    return evidence.sentence[:start], evidence.sentence[start:end], evidence.sentence[end:]


def test_a_figure_leads_to_its_words(connection: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(connection, LEVEL)
    assert (explanation.kind, explanation.parts) == ("figure", ())
    assert explanation.title == "Fushun, coal output, 2018: 4,370,000 tonnes (4,365,000 to 4,375,000)"
    assert quoted(explanation) == ("Fushun dug ", "4.37 million tonnes", " of coal in 2018")
    assert explanation.evidence is not None
    assert explanation.evidence.title == "Last seams"
    assert explanation.evidence.publisher == "The Pit Gazette"
    assert explanation.evidence.published == "2019-05"
    assert explanation.evidence.url == "https://example.org/seams"
    assert explanation.evidence.rules == ("quantity", "year_after_in")


def test_of_two_like_quotes_the_right_one_is_marked(connection: duckdb.DuckDBPyConnection) -> None:
    before, quote, _ = quoted(explain(connection, CUT))
    assert (before, quote) == ("It had cut output by ", "10 per cent")
    before, quote, _ = quoted(explain(connection, SECOND_CUT))
    assert (before, quote) == ("It had cut output by 10 per cent in 2016 and by ", "10 per cent")


def test_a_change_tells_its_direction(connection: duckdb.DuckDBPyConnection) -> None:
    assert explain(connection, CUT).title == "Fushun, coal output, 2016: down 10 per cent"


def test_the_direction_in_which_a_level_was_reached_is_no_sign_of_it(rows: Rows, build: Callable[..., Release]) -> None:
    rows["figures"][0]["direction"] = "down"
    with open_release(build(rows).path.parent.parent) as opened:
        assert explain(opened, LEVEL).title.endswith("2018: 4,370,000 tonnes (4,365,000 to 4,375,000)")


def test_other_readings_of_a_unit_are_told(connection: duckdb.DuckDBPyConnection) -> None:
    facts = explain(connection, TONS).facts
    assert facts["written"] == "4.91 ton"
    assert facts["readings"] == "as short_ton: 4,370,000 tonnes (at least 4,364,000)"


def test_a_level_leads_to_its_figures(connection: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(connection, STATED)
    assert explanation.kind == "level"
    assert explanation.title == "Fushun, coal output, 2018: 4,370,000 tonnes (at least 4,365,000)"
    assert [part.id for part in explanation.parts] == [LEVEL]
    assert quoted(explanation.parts[0])[1] == "4.37 million tonnes"


def test_a_change_leads_to_its_figures(connection: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(connection, FALL)
    assert explanation.kind == "change"
    assert explanation.title == "Fushun, coal output, 2016 → 2017: -10 per cent (-10.5 to -9.5)"
    assert explanation.facts["since"] == "2016"
    assert [part.id for part in explanation.parts] == [SECOND_CUT]


def test_a_conflict_leads_to_all_its_sides(connection: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(connection, DISAGREEMENT)
    assert explanation.kind == "conflict"
    assert explanation.title == (
        "Fushun, coal output, 2018: 4,365,000 to 4,375,000 tonnes against at least 4,905,000 tonnes"
    )
    assert explanation.facts["explanation"] == "The tons of one report are short tons."
    assert [part.id for part in explanation.parts] == [LEVEL, TONS]


def test_what_does_not_hold_any_more_is_told(rows: Rows, build: Callable[..., Release]) -> None:
    rows["figures"][0]["status"] = "retracted"
    rows["changes"][0].update(pct=None, pct_low=None, pct_high=None, comparable=False, why_not="other scope")
    outputs = build(rows).path.parent.parent
    with open_release(outputs) as opened:
        assert explain(opened, LEVEL).facts["status"] == "retracted"
        change = explain(opened, FALL)
    assert change.title.endswith(": not comparable")
    assert change.facts["not comparable"] == "other scope"


@pytest.mark.parametrize(("wrong", "close"), [("fushun-report/00000009", LEVEL), ("lv_" + "1" * 11, STATED)])
def test_an_unknown_id_is_answered_with_those_close_to_it(
    connection: duckdb.DuckDBPyConnection, wrong: str, close: str
) -> None:
    with pytest.raises(
        ExplainError, match=f"no figure, level, change or conflict '{wrong}'; close to it are: .*{close}"
    ):
        explain(connection, wrong)


def test_the_tree_shows_everything_without_colour(connection: duckdb.DuckDBPyConnection) -> None:
    console = Console(width=200, color_system=None, force_terminal=False)
    with console.capture() as capture:
        console.print(as_tree(explain(connection, DISAGREEMENT)))
    shown = capture.get()
    for words in (
        DISAGREEMENT,
        LEVEL,
        "Fushun dug «4.37 million tonnes» of coal in 2018",
        "'Black gold' is over: «4.91 million tons»",
        "[1] The Pit Gazette, 2019-05",
        "[2] A. Writer, 2019-05",
        "[1] Last seams",
        "[2] =1+1",
        "https://example.org/seams",
    ):
        assert words in shown


def as_text(explanation: Explanation, width: int = 80) -> str:
    console = Console(width=width, color_system=None, force_terminal=False)
    with console.capture() as capture:
        console.print(as_tree(explanation), crop=False)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


@pytest.fixture
def implied(rows: Rows, build: Callable[..., Release]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A release in which the level of 2016 follows from that of 2017 and the change between them."""
    rows["levels"].append(
        rows["levels"][0]
        | {
            "level_id": IMPLIED,
            "period_start": date(2016, 1, 1),
            "period_end": date(2016, 12, 31),
            "value": 4_855_555.5,
            "low": None,
            "basis": "implied",
            "formula": "coal output 2018 ÷ (1 + its change since 2016)",
            "inputs": [LEVEL, SECOND_CUT],
            "conflict_id": None,
        }
    )
    step = rows["derivations"][0]
    rows["derivations"] += [
        step | {"output_id": IMPLIED, "position": 1, "role": "final", "input_table": "levels", "input_id": STATED},
        step | {"output_id": IMPLIED, "position": 2, "role": "change", "input_id": SECOND_CUT},
    ]
    rows["levels"][0]["high"] = 4_375_000
    with open_release(build(rows).path.parent.parent) as opened:
        yield opened


def test_the_way_down_leads_over_levels(implied: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(implied, IMPLIED)
    assert explanation.role is None
    assert [(part.role, part.kind, part.id) for part in explanation.parts] == [
        ("final", "level", STATED),
        ("change", "figure", SECOND_CUT),
    ]
    assert [(part.role, part.id) for part in explanation.parts[0].parts] == [("stated", LEVEL)]


def test_a_level_that_one_figure_states_is_shown_with_its_words(implied: duckdb.DuckDBPyConnection) -> None:
    assert (
        as_text(explain(implied, IMPLIED))
        == """\
Fushun, coal output, 2016
4,855,556 tonnes (any value)
implied: coal output 2018 ÷ (1 + its change since 2016)
modality: actual
level lv_444444444444

├── final, 2018: 4,370,000 tonnes (4,365,000 to 4,375,000)
│   conflict: cf_333333333333
│   Fushun dug «4.37 million tonnes» of coal in 2018
│   [1] The Pit Gazette, 2019-05
│   level lv_111111111111
│   figure fushun-report/00000001
│
└── change, 2017: down 10 per cent
    It had cut output by 10 per cent in 2016 and by «10 per cent» in 2017, a
    year of -2.1 per cent growth.
    [1] The Pit Gazette, 2019-05
    figure fushun-report/00000003

[1] Last seams
    article fushun-report
    https://example.org/seams"""
    )


def test_amounts_are_numbers_too(implied: duckdb.DuckDBPyConnection) -> None:
    value = as_value(explain(implied, IMPLIED))
    assert value["amounts"] == ({"value": 4_855_555.5, "low": None, "high": None, "unit": "tonne"},)
    assert value["parts"][1]["period"] == "2017"


def test_a_release_without_derivations_leads_to_its_figures_at_once(
    implied: duckdb.DuckDBPyConnection,
) -> None:
    with duckdb.connect() as old:
        for table in ("articles", "figures", "numbers", "levels", "changes", "conflicts", "indicators"):
            old.register(table, implied.sql(f"FROM {table}").to_arrow_table())
        explanation = explain(old, IMPLIED)
    assert [(part.role, part.id) for part in explanation.parts] == [(None, LEVEL), (None, SECOND_CUT)]


def test_a_link_is_whole_and_all_else_within_the_width(rows: Rows, build: Callable[..., Release]) -> None:
    link = "https://example.org/" + "seam-" * 30
    rows["articles"][0] |= {"url": link, "title": "Seams " * 20}
    with open_release(build(rows).path.parent.parent) as opened:
        lines = as_text(explain(opened, DISAGREEMENT), width=60).splitlines()
    assert [line.strip() for line in lines if len(line) > 60] == [link]


def test_a_sentence_gives_no_orders_to_the_terminal(rows: Rows, build: Callable[..., Release]) -> None:
    rows["articles"][0]["title"] = "Seams\x1b[2J"
    with open_release(build(rows).path.parent.parent) as opened:
        shown = as_text(explain(opened, LEVEL))
    assert "Seams\N{REPLACEMENT CHARACTER}[2J" in shown
    assert "\x1b" not in shown


def test_words_in_brackets_are_not_taken_for_marks_of_style(rows: Rows, build: Callable[..., Release]) -> None:
    rows["articles"][0]["title"] = "[bold]Seams[/bold]"
    console = Console(width=200, color_system=None)
    with open_release(build(rows).path.parent.parent) as opened, console.capture() as capture:
        console.print(as_tree(explain(opened, LEVEL)))
    assert "[bold]Seams[/bold]" in capture.get()


def test_the_plain_value_survives_json(connection: duckdb.DuckDBPyConnection) -> None:
    value = as_value(explain(connection, STATED))
    read = json.loads(json.dumps(value))
    assert read["id"] == STATED
    assert read["parts"][0]["evidence"]["sentence"] == "Fushun dug 4.37 million tonnes of coal in 2018"
