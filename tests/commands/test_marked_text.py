from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.commands.marked_text import marked, print_marked
from pipeline.extraction import read

TEXT = (
    "On 3 May 2021 the harbour said\nit had loaded 4.2 million tonnes of salt.\n\n"
    "Its 17-year-old crane moved 900 crates."
)


def printed(text: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    article = article_from_text(text, article_id="harbour", published="2021-06-01", title="A harbour")
    extraction = read(article)
    out = io.StringIO()
    print_marked(article, extraction, ("quote",), [(figure.quote,) for figure in extraction.figures], out)
    return out.getvalue()


def test_a_figure_stands_between_marks_with_its_place_in_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(TEXT, 80, monkeypatch).splitlines()
    assert any("[4.2 million tonnes]¹ of salt" in line for line in lines)
    assert any(line.startswith("¹") and "4.2 million tonnes" in line for line in lines)


def test_numbers_that_are_no_figures_are_listed_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    tail = printed(TEXT, 80, monkeypatch).split("no figure")[1]
    assert any(line.startswith("date") and "2021" in line for line in tail.splitlines())


def test_numbers_that_are_no_figures_are_dimmed() -> None:
    article = article_from_text(TEXT, article_id="harbour", published="2021-06-01")
    text = marked(article.text, read(article))
    assert {text.plain[span.start : span.end] for span in text.spans if span.style == "dim"} >= {"3", "2021"}


def test_a_paragraph_is_wrapped_anew_at_the_width_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    wide, narrow = printed(TEXT, 100, monkeypatch), printed(TEXT, 30, monkeypatch)
    assert "said it had loaded" in wide
    assert max(map(len, narrow.split("quote")[0].splitlines())) <= 30


def test_a_text_without_numbers_is_printed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed("No crane moved.", 80, monkeypatch) == "A harbour\n\nNo crane moved.\n"


def test_a_text_gives_no_orders_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in printed("Cranes moved \x1b[2J900 crates.", 80, monkeypatch)


MARKS = str.maketrans(dict.fromkeys("[]⁰¹²³⁴⁵⁶⁷⁸⁹"))


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80),
    st.sampled_from(["4 km", "12,000 people", "1999"]),
)
def test_nothing_but_marks_is_added_to_a_text(around: str, number: str) -> None:
    article = article_from_text(f"A {around} {number} {around}.", article_id="a", published="2021")
    assert marked(article.text, read(article)).plain.translate(MARKS) == article.text.translate(MARKS)
