"""Texts that punish a careless reader: one thing over and over, without a stop, thick with numbers, or of no language.

Belongs here: the texts. Does not: what reading them may cost (`tests/extraction/test_linear.py` counts it, `speed`
measures it).
"""

from __future__ import annotations

import random

NEWS = (
    "Zibo mined 4.1 million tonnes of coal in 2020, down 12 per cent from a year earlier, the bureau said. "
    "Its population of 61,000 is expected to fall to 50,000 by 2030, while pay rose from 3,900 to 4,400 yuan a month. "
    "The city, once the third largest in the province, shut 12 of its 19 pits; a third of the miners left.\n\n"
)
"""What all others are held against, where no articles are at hand."""

REPEATED = {
    "one endless sentence": NEWS.replace(".", ",").replace("\n", " "),
    "any characters": "".join(map(chr, random.Random(7).choices(range(0x110000), k=400))),
    "digits": "7",
    "commas": ",",
    "spaces": " ",
    "a word": "word ",
    "a letter": "a",
    "an indicator": "coal output ",
    "brackets": "(",
    "units": "per cent ",
    "scales": "million ",
    "stops": ".",
    "stops and spaces": ". ",
    "quotes": '."',
    "line breaks": "\n",
    "hyphens": "a-",
    "plans": "will ",
    "names": "Zibo and Weifang, ",
    "possessors": "Zibo's ",
    "unknown names": "Xyzzy ",
    "capitals": "A.",
    "numbers side by side": "1 ",
    "groups of digits": "1,234,",
    "years": "in 2014 ",
    "orders of magnitude": "thousands of ",
    "cardinals": "hundred and ",
    "fractions": "two and a half ",
    "amounts": "3 tonnes, ",
    "amounts in brackets": "(3 tonnes ",
    "equations": "(= 3 tonnes ",
    "changes": "rose by 3 per cent to 4 tonnes, ",
    "ranges": "from 3 to 4 ",
    "prices": "$5 to ",
    "respectively": "3 and 4 tonnes respectively, ",
    "paragraphs of one amount": "7 mines\n\n",
}
"""What is said over and over, by name."""


def hostile(name: str, size: int) -> str:
    """The text of that name with `size` characters."""
    return of_size(REPEATED[name], size)


def of_size(unit: str, size: int) -> str:
    """`unit` over and over, `size` characters of it."""
    return (unit * (size // len(unit) + 1))[:size]
