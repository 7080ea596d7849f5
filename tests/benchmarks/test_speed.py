"""What the benchmark measures, on texts so short that it takes no time; no measure is judged."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks import __main__ as benchmark
from tests.benchmarks import quantulum, speed
from tests.benchmarks.hostile import NEWS, REPEATED, hostile
from tests.benchmarks.news_quantities import Answer

TEXTS = NEWS.split(". ")


def test_hostile_texts_have_the_size_that_is_asked_for() -> None:
    assert {len(hostile(name, 777)) for name in REPEATED} == {777}
    assert hostile("commas", 3) == ",,,"


def test_the_costs_name_every_text_and_begin_with_news() -> None:
    costs = speed.costs(speed.quantities, NEWS, 200)
    assert [cost.name for cost in costs] == ["news", *REPEATED]
    assert costs[0].times_news == 1
    assert all(cost.microseconds >= 0 for cost in costs)


@pytest.mark.parametrize(("read", "own"), [(speed.quantities, "quantities"), (speed.figures, "binding")])
def test_the_shares_of_the_stages_are_all_of_the_time(read: speed.Read, own: str) -> None:
    shares = speed.stages(read, TEXTS * 5)
    assert sum(share for _, share in shares) == pytest.approx(100)
    assert {"tokens", "numerals", "periods", "amounts", own} <= {stage for stage, _ in shares}
    assert [share for _, share in shares] == sorted((share for _, share in shares), reverse=True)


def test_the_start_is_that_of_another_process() -> None:
    start = speed.start(rounds=1)
    assert start.seconds > 0
    assert 5 < start.megabytes < 1000


def test_every_text_is_read_for_the_rate() -> None:
    read: list[str] = []
    assert speed.per_second(read.append, TEXTS) > 0
    assert set(read) == set(TEXTS)


def test_without_the_other_tool_there_is_no_run_and_a_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANTULUM3_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", "")
    if quantulum.run(["7 mines"]) is not None:
        pytest.skip("this interpreter has it")
    assert "pip install 'quantulum3[classifier]'" in quantulum.ABSENT


def test_the_other_tool_gives_a_range_by_its_middle() -> None:
    assert quantulum.answer(17.5, 2.5, "dollar", 0, 9) == Answer((15.0, 20.0), "dollar", "=", 0, 9)
    assert quantulum.answer(7.0, 0.0, "dimensionless", 3, 4) == Answer(7.0, "-", "=", 3, 4)


def test_columns_are_as_wide_as_they_need_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    benchmark.table(("", "times"), [("commas", "1.5"), ("a", "12.25")])
    assert capsys.readouterr().out.splitlines() == [
        "|        | times |",
        "| ------ | ----- |",
        "| commas |   1.5 |",
        "| a      | 12.25 |",
    ]
