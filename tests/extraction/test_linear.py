"""Work grows no faster than the text, however odd the text is: counted in lines that run, never in seconds."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import extract_quantities, read

ARTICLE = article_from_text("X", article_id="invented", published="2021-05-04", title="Zibo and its mines")
SIZE = 1_500
"""Characters. Twice as many still fit into one sentence, so that nothing is cut, and no rule looks so far around."""
NEWS = (
    "Zibo mined 4.1 million tonnes of coal in 2020, down 12 per cent from a year earlier, the bureau said. "
    "Its population of 61,000 is expected to fall to 50,000 by 2030, while pay rose from 3,900 to 4,400 yuan a month. "
    "The city, once the third largest in the province, shut 12 of its 19 pits; a third of the miners left.\n\n"
)
UNITS = {
    "news": NEWS,
    "one endless sentence": NEWS.replace(".", ",").replace("\n", " "),
    "digits": "7",
    "commas": ",",
    "a word": "word ",
    "an indicator": "coal output ",
    "a letter": "a",
    "spaces": " ",
    "ones": "1 ",
    "groups of digits": "1,234,",
    "brackets": "(",
    "brackets around amounts": "(3 tonnes ",
    "amounts": "3 tonnes, ",
    "changes": "rose by 3 per cent to 4 tonnes, ",
    "ranges": "from 3 to 4 ",
    "prices": "$5 to ",
    "units": "per cent ",
    "years": "in 2014 ",
    "scales": "million ",
    "orders": "thousands of ",
    "cardinals": "hundred and ",
    "fractions": "two and a half ",
    "names": "Zibo and Weifang, ",
    "possessors": "Zibo's ",
    "unknown names": "Xyzzy ",
    "capitals": "A.",
    "stops": ".",
    "stops and spaces": ". ",
    "quotes": '."',
    "line breaks": "\n",
    "paragraphs of one number": "7 mines\n\n",
    "hyphens": "a-",
    "plans": "will ",
    "equal signs": "(= 3 tonnes ",
    "any characters": "".join(map(chr, random.Random(7).choices(range(0x110000), k=400))),
    "respectively": "3 and 4 tonnes respectively, ",
}


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
