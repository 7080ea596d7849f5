"""The annotated articles hold together: what their answers point at stands in their texts, and every number is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import read_article
from pipeline.extraction import read
from tests.benchmarks.articles import FOLDER, score, total

ARTICLES = sorted(FOLDER.glob("*.md"))


def answers(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_answer_points_at_its_words(path: Path) -> None:
    text = read_article(path).text
    for answer in (*answers(path)["figures"], *answers(path)["not_figures"]):
        span = text[answer["start"] : answer["end"]]
        assert span.strip() == span != ""
        assert span in answer["quote"]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_number_of_the_answers_is_accounted_for(path: Path) -> None:
    told = [(number.start, number.end) for number in read(read_article(path)).numbers]
    for answer in (*answers(path)["figures"], *answers(path)["not_figures"]):
        assert any(start < answer["end"] and answer["start"] < end for start, end in told), answer["quote"]


def test_a_score_counts_each_answer_once() -> None:
    one, *others = map(score, ARTICLES)
    every = total((one, *others))
    required = [each for path in ARTICLES for each in answers(path)["figures"] if not each.get("optional")]
    assert every.asked == len(required)
    assert every.full <= every.found <= min(every.asked, every.told)
    assert set(every.right.values()) <= set(range(every.found + 1))
