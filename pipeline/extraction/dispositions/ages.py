"""Ages of persons.

Belongs here: numerals that say how old somebody is, and which rules know ages at all. Does not: what limits an age
group (`age_groups`), nor numbers of persons.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions import age_groups
from pipeline.extraction.dispositions.verdict import Rule, Verdict, first_verdict, verdict
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.registry import where_said
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.tokens import Token, word_at, words_at
from pipeline.vocabulary.language import calendar, words

AFTER_NAME = "age after a person's name"
"""The reason where nothing but the person's name before it shows that a number is an age."""

_OLDEST = 130
_FULL_NAME = 2
_OLDEST_WITHOUT_UNIT = 100
_LONGEST_DEED = 6
_YOUNGEST_IN_NEWS = 5
_ROLES = words("ages", "roles")
_PERSONS = frozenset({"she", "he", "i", "who"})
_STATES = frozenset({"is", "was", "am", "turned", "turns"})
_FUTURE = frozenset({"will", "would", "'ll"})
_AFTER_STATE = words("ages", "after_state") | {",", ".", ";", "\u201d", '"', "\u2019", ""}


_TELLING = (
    *_STATES,
    *_FUTURE,
    *("aged", "age", "ages", "year", "years", "month", "months", ",", "at"),
    *age_groups.TELLING,
)
"""Of these words one stands beside whatever number is an age."""


@where_said(_TELLING)
def age(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Wen Liqiu, 27, is", "aged 27", "27-year-old", "over 65", "she is 19", "children under 15"."""
    if numeral.scaled or numeral.value > _OLDEST or "." in numeral.digits:
        return None
    return first_verdict(_RULES, tokens, numeral)


def _aged(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    before, further = word_at(tokens, numeral.first - 1), word_at(tokens, numeral.first - 2)
    if (before in ("to", "and", "or") or before in JOINERS) and word_at(tokens, numeral.first - 3) in ("aged", "ages"):
        return verdict(numeral, "age", "age", quantity=True)
    if before in ("aged", "age", "ages") or (before in ("of", "at") and further == "age"):
        return verdict(numeral, "age", "age", quantity=True)
    return None


def _years_old(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    j = numeral.last
    following = words_at(tokens, j, 4)
    if following[0] in JOINERS and following[1] in ("year", "years") and following[2] in JOINERS:
        return verdict(numeral, "age", "age", j + 4, quantity=True) if following[3].startswith("old") else None
    if following[0] in ("year", "years", "month", "months") and following[1] in JOINERS and following[2] == "old":
        # "a 34 year-old nurse"
        return verdict(numeral, "age", "age", j + 3, quantity=True)
    if following[0] in ("year", "years") and (following[1] == "old" or following[1:3] == ["of", "age"]):
        return verdict(numeral, "age", "age", j + 2, quantity=True)
    return None


def _after_name(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    i = numeral.first
    if i < 2 or numeral.form != "digits" or numeral.value < _YOUNGEST_IN_NEWS:
        return None
    if word_at(tokens, i - 1) != "," or word_at(tokens, numeral.last) not in (",", ".", ";", ")"):
        return None
    name = tokens[i - 2]
    # "Tan Jun, 52," is aged; "in May, 27," is not.
    is_month = name.lower in calendar().months and not (i > _FULL_NAME and tokens[i - 3].text[0].isupper())
    # Nor is "in Wuhai, 45."
    capitalised = name.text[0].isupper() and not name.text.isupper() and not is_month and word_at(tokens, i - 3) != "in"
    if name.kind == "w" and (capitalised or name.lower in _ROLES):
        return verdict(numeral, "age", AFTER_NAME, quantity=True)
    return None


def _she_is(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    i = numeral.first
    if word_at(tokens, i - 1) == "be" and word_at(tokens, i - 2) in _FUTURE:
        i -= 1
    subject = word_at(tokens, i - 2)
    said = subject in _PERSONS and word_at(tokens, i - 1) in _STATES | _FUTURE
    if said and word_at(tokens, numeral.last) in _AFTER_STATE:
        return verdict(numeral, "age", "age", quantity=True)
    return None


def _did_at(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "who went to sea at 15", "she married at 19": of a person, right before a pause."""
    i = numeral.first
    if word_at(tokens, i - 1) != "at" or not _YOUNGEST_IN_NEWS < numeral.value < _OLDEST_WITHOUT_UNIT:
        return None
    if word_at(tokens, numeral.last) not in _AFTER_STATE:
        return None
    if any(word_at(tokens, k) in _PERSONS for k in range(max(0, i - _LONGEST_DEED), i - 2)):
        return verdict(numeral, "age", "age", quantity=True)
    return None


_RULES: tuple[Rule, ...] = (_aged, _years_old, _after_name, *age_groups.RULES, _she_is, _did_at)
