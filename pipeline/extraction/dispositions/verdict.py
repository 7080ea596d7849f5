"""What the rules of dispositions answer, and how a list of them is asked.

Belongs here: the answer, the shape of a rule. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pipeline.extraction.model import Disposition
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.tokens import Token
from pipeline.extraction.values import frozen


@frozen
class Verdict:
    """Why a numeral is no figure, and the tokens `first` to `last` (exclusive) that the reason covers.

    `quantity`: it says how much or how many all the same, only not of a place ("aged 27", "for three years").
    """

    disposition: Disposition
    reason: str
    first: int
    last: int
    quantity: bool = False


Rule = Callable[[Sequence[Token], Numeral], Verdict | None]
"""A rule that is asked where certain words are said is asked where they stand beside the numeral (`judge`)."""


def verdict(
    numeral: Numeral, disposition: Disposition, reason: str, last: int | None = None, *, quantity: bool = False
) -> Verdict:
    """The verdict on a numeral; it covers the tokens up to `last`, or the numeral alone."""
    return Verdict(disposition, reason, numeral.first, numeral.last if last is None else last, quantity)


def first_verdict(rules: Iterable[Rule], tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """What the first rule says that knows the numeral; null where none does."""
    for rule in rules:
        found = rule(tokens, numeral)
        if found is not None:
            return found
    return None
