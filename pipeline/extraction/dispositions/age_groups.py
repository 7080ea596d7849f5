"""Limits of age groups: "over 65", "are 65 or over", "the 20-24 age group".

Belongs here: numerals between which the ages of a group of people lie. Does not: how old one person is (`ages`), nor
which share of the people a group is (`binding.parts`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Rule, Verdict, verdict
from pipeline.extraction.nouns import PERSON_NOUNS
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.tokens import Token, word_at, words_at
from pipeline.extraction.units import unit_after
from pipeline.vocabulary.language import words

_OLDEST = 100
_REACH = 12
_ADVERBS = words("age_groups", "adverbs")
_GROUPS = words("age_groups", "groups")
_BEING = words("age_groups", "being")
_AFTER_LIMIT = words("age_groups", "after_limit")
_OF_SHARE = words("age_groups", "of_share")
_TENS = words("age_groups", "tens")
_LIMITING = frozenset({"over", "under", "above", "below", "past"})
_OR_LIMITING = frozenset({"over", "older", "above", "more", "up", "under", "younger", "below"})
_REACHING = frozenset({"passed", "reached", "turned"})
_AGES = frozenset({"age", "ages", "aged"})
_AFTER_AGE = frozenset({",", "(", "group", "groups", "bracket", "from", "between"})
_OLD = frozenset({"old", "olds"})
_BEFORE_OBJECT = words("age_groups", "before_object")
_YOUNGEST = 11
"""A smaller number behind "workers over" is hardly an age."""
TELLING = _LIMITING | _OR_LIMITING | _REACHING | _AGES | {"least", "year", "years", "between", "from", "and", "to"}
"""Of these words one stands beside whatever number limits an age group."""
_BEFORE_SECOND = JOINERS | {"to", "and"}


def _over_or_under(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "people over 65", "a third are already past 60"; not "children under 40 roofs"."""
    i = numeral.first - 1
    if word_at(tokens, i) not in _LIMITING or numeral.value < _YOUNGEST or not _ends(tokens, numeral.last):
        return None
    return _limit(numeral) if _is_said_of_group(tokens, i) else None


def _or_over(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "29 per cent are 65 or over", "people aged 60 and older"."""
    joint, limiting = words_at(tokens, numeral.last, 2)
    if joint not in ("or", "and") or limiting not in _OR_LIMITING or not _ends(tokens, numeral.last + 2):
        return None
    return _limit(numeral) if _is_said_of_group(tokens, numeral.first) else None


def _at_least(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "half of them are at least 60": said of a part of the people."""
    i = numeral.first - 2
    if words_at(tokens, i, 2) != ["at", "least"] or not _ends(tokens, numeral.last):
        return None
    return _limit(numeral) if _is_said_of_group(tokens, i) else None


def _passed(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "two residents in five have passed 60": said of a part of the people."""
    i = numeral.first - 1
    if word_at(tokens, i) not in _REACHING or not _ends(tokens, numeral.last):
        return None
    return _limit(numeral) if _is_of_part(tokens, i) and _is_of_persons(tokens, i) else None


def _older_than(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "were older than 65", "nobody younger than 30"; not "older than 65 houses"."""
    i = numeral.first
    compared = word_at(tokens, i - 1) == "than" and word_at(tokens, i - 2) in ("older", "younger")
    return _limit(numeral) if compared and _ends(tokens, numeral.last) else None


def _between(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the 20-24 age group", "of working age, 15 to 64", "16- to 24-year-olds"."""
    first, last = _range(tokens, numeral)
    if last - first <= numeral.last - numeral.first:
        return None
    behind = words_at(tokens, last, 3)
    named = behind[0] in _AGES or (behind[1] in ("year", "years") and behind[0] in JOINERS)
    before, further = word_at(tokens, first - 1), word_at(tokens, first - 2)
    told = before in _AGES or (before in _AFTER_AGE and further in _AGES)
    old = behind[0] == "year" and not _OLD.isdisjoint(behind)
    # "men between 18 and 60", "drivers from 17 to 25"
    spanned = before in ("between", "from") and _are_persons(further) and numeral.value >= _YOUNGEST
    named = named or (spanned and _ends(tokens, last))
    return _limit(numeral) if named or told or old else None


def _range(tokens: Sequence[Token], numeral: Numeral) -> tuple[int, int]:
    """The tokens of the range that the numeral is an end of, "15 to 64", "15- to 24"; else its own."""
    last = numeral.last
    while word_at(tokens, last) in _BEFORE_SECOND:
        last += 1
    if last > numeral.last and last < len(tokens) and tokens[last].kind == "n":
        return numeral.first, last + 1
    first = numeral.first
    while first > 0 and word_at(tokens, first - 1) in _BEFORE_SECOND:
        first -= 1
    if 0 < first < numeral.first and tokens[first - 1].kind == "n":
        return first - 1, numeral.last
    return numeral.first, numeral.last


def _limit(numeral: Numeral) -> Verdict | None:
    return verdict(numeral, "age", "limit of an age group", quantity=True) if numeral.value < _OLDEST else None


def _ends(tokens: Sequence[Token], last: int) -> bool:
    """Whether nothing counted stands behind: a pause, a verb, a preposition or another number."""
    if last >= len(tokens) or word_at(tokens, last) in _AFTER_LIMIT or tokens[last].kind in ("n", "s"):
        return word_at(tokens, last) != "%"
    if tokens[last].kind != "w":
        return False
    # "staff over 50 concerns about 300 people": a verb, for its object follows.
    object_follows = tokens[last + 1 : last + 2] and (
        word_at(tokens, last + 1) in _BEFORE_OBJECT or tokens[last + 1].kind in ("n", "m", "s")
    )
    return bool(object_follows) and word_at(tokens, last).endswith("s") and unit_after(tokens, last) is None


def _is_said_of_group(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands before token `i` are people, or people of whom a part is something."""
    while word_at(tokens, i - 1) in _ADVERBS:
        i -= 1
    before = word_at(tokens, i - 1)
    if before not in _BEING:
        return _are_persons(before)
    return _is_of_part(tokens, i) or _is_of_persons(tokens, i)


def _are_persons(word: str) -> bool:
    return word in _GROUPS or word in PERSON_NOUNS


def _is_of_part(tokens: Sequence[Token], i: int) -> bool:
    """As in "8 per cent of Gera", "one in four", "seven out of ten" before token `i`."""
    near = range(max(0, i - _REACH), i)
    return any(
        word_at(tokens, k) in _OF_SHARE or (word_at(tokens, k) in ("in", "of") and word_at(tokens, k + 1) in _TENS)
        for k in near
    )


def _is_of_persons(tokens: Sequence[Token], i: int) -> bool:
    return any(word_at(tokens, k) in PERSON_NOUNS or word_at(tokens, k) == "who" for k in range(max(0, i - _REACH), i))


RULES: tuple[Rule, ...] = (_over_or_under, _or_over, _at_least, _passed, _older_than, _between)
