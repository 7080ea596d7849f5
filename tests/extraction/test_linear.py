"""Work grows no faster than the text, however odd the text is: counted in lines that run, never in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import extract_quantities, read
from tests.benchmarks.hostile import NEWS, REPEATED

ARTICLE = article_from_text("X", article_id="invented", published="2021-05-04", title="Zibo and its mines")
SIZE = 1_500
"""Characters. Twice as many still fit into one sentence, so that nothing is cut, and no rule looks so far around."""
UNITS = {"news": NEWS, **REPEATED}


def work(of: Callable[[str], object], text: str) -> int:
    """How many lines of Python run while `of` reads `text`, calls and returns among them."""
    steps = 0

    def trace(_frame: FrameType, _event: str, _arg: object) -> Any:
        nonlocal steps
        steps += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        of(text)
    finally:
        sys.settrace(before)
    return steps


def figures(text: str) -> object:
    return read(replace(ARTICLE, text=text))


@pytest.mark.parametrize("of", [extract_quantities, figures])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_is_at_most_twice_the_work(of: Callable[[str], object], unit: str) -> None:
    short = unit * (SIZE // len(unit) + 1)
    of(short)  # so that what is loaded and remembered once is not counted
    assert work(of, short * 2) <= 2.3 * work(of, short) + 200


@pytest.mark.parametrize("of", [extract_quantities, figures])
def test_many_sentences_take_as_much_work_as_each_of_them(of: Callable[[str], object]) -> None:
    page = NEWS * 4
    of(page)
    assert work(of, page * 4) <= 4.4 * work(of, page)
