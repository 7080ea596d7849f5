"""The conventions of the set of news sentences, by sentences of our own; and the set itself, where it is at hand."""

from __future__ import annotations

import json

import pytest

from tests.benchmarks.news_quantities import SENTENCES, Answer, answers, score


def told(text: str) -> list[tuple[object, str, str]]:
    return [(each.value, each.unit, each.change) for each in answers(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "change"),
    [
        ("Sales fell 12.5 per cent.", 12.5, "percentage", "down"),
        ("It paid about $3 million.", 3_000_000, "dollar", "~"),
        ("It cost 15 to 20 miles.", (15, 20), "mile", "="),
        ("It was 40 to 50 degrees Fahrenheit.", (40, 50), "degree Fahrenheit", "="),
        ("It drew thousands of visitors.", (1000, 10_000), "visitor", "="),
        ("It bought 12 electric buses.", 12, "electric bus", "="),
        ("A third of the coast is built up.", pytest.approx(1 / 3), "% coast", "="),
        ("It takes up to 9 metres.", 9, "metre", "<"),
        ("Just under 20 per cent voted.", 20, "percentage", "<"),
        ("Nearly 20 per cent voted.", 20, "percentage", "~"),
        ("It rose about 4 per cent.", 4, "percentage", "~"),
        ("It rose over 4 per cent.", 4, "percentage", ">"),
        ("It rose nearly 4 per cent.", 4, "percentage", "up"),
        ("It rose just 4 per cent.", 4, "percentage", "="),
        ("It rose by 4 to 5 per cent.", (4, 5), "percentage", "up"),
        ("It rose between 4 and 5 per cent.", (4, 5), "percentage", "="),
        ("It added 4 yuan.", 4, "chinese yuan", "up"),
        ("It added 4 shops.", 4, "shop", "="),
        ("It rose from 4 to 5 per cent.", (4, 5), "percentage", "="),
        ("It costs 19 cents a litre.", 19, "cent per litre", "="),
    ],
)
def test_conventions(text: str, value: object, unit: str, change: str) -> None:
    assert told(text) == [(value, unit, change)]


def test_from_a_number_to_a_range_is_the_range_to_either_end() -> None:
    assert told("It rose from 4 to 5-6 yuan.") == [((4, 5), "chinese yuan", "="), ((4, 6), "chinese yuan", "=")]


def test_what_the_set_leaves_out() -> None:
    assert told("On 3 May 2019 at 8:15 its output doubled for the second time.") == []


def test_a_score_counts_values_and_changes_once() -> None:
    items = [{"quantities": [{"value": "3.0", "change": "up"}, {"value": "4.0-5.0", "change": "="}]}]
    found = [[Answer(3.0, "-", "="), Answer(3.0, "-", "up"), Answer((5.0, 4.0), "-", "=")]]
    assert score(items, found) == {"value": 80.0, "value+change": 40.0, "modifier": 0.0}


@pytest.mark.skipif(not SENTENCES.is_file(), reason="the sentences of the set are not here")
def test_the_set() -> None:
    items = json.loads(SENTENCES.read_text(encoding="utf-8"))
    found = score(items, [answers(item["text"]) for item in items])
    assert found["value"] >= 96
