"""The order in which the rules are asked, for each form of numeral.

Belongs here: the order alone. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction.dispositions.ages import age
from pipeline.extraction.dispositions.codes import code, list_marker, overlong
from pipeline.extraction.dispositions.idioms import (
    fraction_in_compound,
    frequency,
    idiom_with_factor,
    idiom_with_order,
    idiom_with_small_number,
    part_of_currency,
    reckoned_by,
    rhetorical_count,
)
from pipeline.extraction.dispositions.names import (
    make_of_a_thing,
    name,
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
from pipeline.extraction.numerals import Form, Numeral
from pipeline.extraction.tokens import Token

_RULES: Mapping[Form, Sequence[Rule]] = {
    "digits": (
        list_marker,
        reckoned_by,
        clock_time,
        year_of_a_thing,
        age,
        score_of_a_match,
        code,
        place_in_order,
        name,
        part_of_currency,
        frequency,
        idiom_with_small_number,
        make_of_a_thing,
        length_of_time,
    ),
    "words": (
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
        length_of_time,
    ),
    "fraction": (half_past, and_a_half, fraction_in_compound, length_of_time),
    "multiple": (idiom_with_factor,),
    "adverb": (idiom_with_factor,),
    "ordinal": (idiom_with_order, ordinal),
    "vague": (),
    "overlong": (overlong,),
}


def judge(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """What the first rule says that knows the numeral; null where it may be a figure."""
    return first_verdict(_RULES[numeral.form], tokens, numeral)
