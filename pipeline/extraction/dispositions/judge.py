"""The order in which the rules are asked, for each form of numeral.

Belongs here: the order alone. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extraction.dispositions.ages import age
from pipeline.extraction.dispositions.codes import CODES, REFERENCES, list_marker, overlong
from pipeline.extraction.dispositions.idioms import (
    fraction_in_compound,
    frequency,
    half_of_a_manner,
    idiom_with_factor,
    idiom_with_order,
    idiom_with_small_number,
    part_of_currency,
    reckoned_by,
    rhetorical_count,
)
from pipeline.extraction.dispositions.marks import level_by_depth, term_of_contract
from pipeline.extraction.dispositions.names import (
    NAMES,
    make_of_a_thing,
    name_of_a_plan,
    number_in_title,
    ordinal,
    place_in_order,
    score_of_a_match,
)
from pipeline.extraction.dispositions.times import (
    and_a_half,
    clock_time,
    half_past,
    length_of_time,
    time_in_words,
    year_of_a_thing,
)
from pipeline.extraction.dispositions.verdict import Rule, Verdict, first_verdict
from pipeline.extraction.dispositions.votes import votes
from pipeline.extraction.numerals import Form, Numeral
from pipeline.extraction.registry import Registry, registry
from pipeline.extraction.tokens import Token

_BESIDE = 3
"""So many words before a numeral, and behind it, are all that rules which want certain words look at for them."""


def _of_digits(*, scaled: bool, pointed: bool) -> Iterator[Rule]:
    """Those for digits, with a scale word or without, with a point or without: a name or code has neither."""
    yield from (list_marker, reckoned_by, clock_time, year_of_a_thing, age, score_of_a_match, votes, level_by_depth)
    yield name_of_a_plan
    if not scaled:
        yield from REFERENCES if pointed else CODES
    yield place_in_order
    if not scaled:
        yield from NAMES
    yield from (part_of_currency, frequency, idiom_with_small_number, make_of_a_thing, term_of_contract, length_of_time)


_OF_DIGITS = {
    (scaled, pointed): registry(_of_digits(scaled=scaled, pointed=pointed))
    for scaled in (False, True)
    for pointed in (False, True)
}
_OF_OTHERS: Mapping[Form, Registry[Rule]] = {
    "words": registry(
        (
            number_in_title,
            reckoned_by,
            time_in_words,
            age,
            name_of_a_plan,
            part_of_currency,
            frequency,
            place_in_order,
            idiom_with_small_number,
            rhetorical_count,
            make_of_a_thing,
            votes,
            term_of_contract,
            length_of_time,
        )
    ),
    "fraction": registry((half_past, and_a_half, half_of_a_manner, fraction_in_compound, length_of_time)),
    "multiple": registry((idiom_with_factor,)),
    "adverb": registry((idiom_with_factor,)),
    "ordinal": registry((idiom_with_order, ordinal)),
    "vague": registry(()),
    "overlong": registry((overlong,)),
}


def judge(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """What the first rule says that knows the numeral; null where it may be a figure."""
    beside = tokens[max(0, numeral.first - _BESIDE) : numeral.last + _BESIDE]
    return first_verdict(_rules_for(numeral).asked({token.lower for token in beside}), tokens, numeral)


def _rules_for(numeral: Numeral) -> Registry[Rule]:
    digits = numeral.form == "digits"
    return _OF_DIGITS[numeral.scaled, "." in numeral.digits] if digits else _OF_OTHERS[numeral.form]
