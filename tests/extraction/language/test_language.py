from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from pipeline.articles import read_article
from pipeline.extraction import read
from pipeline.extraction.model import Disposition
from pipeline.vocabulary.rules import rules
from tests.extraction.language.examples import Example, examples, extraction, figures, no_figures, others, unread
from tests.extraction.language.reference import PAGE, REFRESH, page

RAW = sorted((Path(__file__).parents[3] / "raw" / "articles").glob("*.md"))


def name(example: Example) -> str:
    return f"{example.shows}: {example.text[:40]}"


@pytest.mark.parametrize("example", examples(), ids=name)
def test_an_example_is_read_as_it_says_and_by_the_rule_that_it_shows(example: Example) -> None:
    assert tuple(figures(example)) == example.reads
    assert any(example.shows in figure.rules for figure in extraction(example).figures)


@pytest.mark.parametrize("example", no_figures(), ids=name)
def test_a_number_that_is_no_figure_is_accounted_for_as_the_example_says(example: Example) -> None:
    assert tuple(others(example)) == example.reads
    assert {reads.split(": ")[-1].split(",")[0] for reads in example.reads} >= {example.shows}


@pytest.mark.parametrize("example", unread(), ids=name)
def test_what_is_knowingly_not_read_is_still_not_read(example: Example) -> None:
    assert (*figures(example), *others(example)) == example.reads


def test_each_rule_has_an_example() -> None:
    assert {example.shows for example in examples()} == set(rules())


def test_each_disposition_of_what_is_no_figure_has_an_example() -> None:
    assert {example.shows for example in no_figures()} == set(get_args(Disposition)) - {"figure"}


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_no_rule_reads_an_article_that_the_list_of_rules_does_not_know(path: Path) -> None:
    assert {rule for figure in read(read_article(path)).figures for rule in figure.rules} <= set(rules())


def test_no_rule_reads_an_example_that_the_list_of_rules_does_not_know() -> None:
    found = {
        rule for example in (*examples(), *unread()) for figure in extraction(example).figures for rule in figure.rules
    }
    assert found <= set(rules())


def test_the_page_is_made_of_what_is_read_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), f"if the change is meant, run: {REFRESH}"
