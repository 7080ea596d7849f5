"""Series: as many values as periods, each list in the order of the other.

Belongs here: matching the two lists. Does not: values of several places or measures (`scopes`), one period (`timing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.figures import Reading
from pipeline.extraction.periods import Period
from pipeline.extraction.sites import REACH, starting_in
from pipeline.extraction.timing import Timing
from pipeline.extraction.tokens import Token
from pipeline.extraction.values import frozen

_JOINTS = frozenset({",", "and"})
_BETWEEN_LISTS = frozenset({"in", ",", "respectively"})
_RULE = "series"
_STOPS = frozenset({",", ";", ":", "and", "but", "while"})
_LONGEST_THING = 6


@frozen
class _Run:
    """Members of a list, by their numbers, over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    members: tuple[int, ...]


def in_turn(tokens: Sequence[Token], periods: Sequence[Period], readings: Sequence[Reading]) -> list[Reading]:
    """As in "4.1, 7.3 and 18.6 billion yuan in 2011, 2012 and 2013": each value has its own period.

    Changes are left alone, because their base would be a guess, and so is what goes to places "respectively".
    """
    out = list(readings)
    if len(readings) < 2 or len(periods) < 2:
        return out
    dates = _runs(tokens, [(period.first, period.last) for period in periods])
    for values in _runs(tokens, [(reading.amount.begin, reading.amount.last) for reading in readings]):
        dated = _beside(tokens, values, dates)
        if dated is None or not all(_is_datable(readings[k]) for k in values.members):
            continue
        spans = [periods[k].span for k in dated.members if periods[k].kind == "in"]
        if len(spans) != len(values.members) or None in spans:
            continue
        for k, span in zip(values.members, spans, strict=True):
            out[k] = replace(out[k], timing=Timing(span, rule=_RULE), rules=(*out[k].rules, _RULE))
    return out


def _runs(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> list[_Run]:
    """The lists among `spans` (in order): two or more, parted by commas and, before the last, by "and"."""
    out: list[_Run] = []
    members: list[int] = []
    for k, (first, _) in enumerate(spans):
        gap = [token.lower for token in tokens[spans[k - 1][1] : first]] if members else []
        members = [*members, k] if gap and _JOINTS.issuperset(gap) else [k]
        if "and" in gap and len(members) > 1:
            out.append(_Run(spans[members[0]][0], spans[k][1], tuple(members)))
            members = []
    return out


def _beside(tokens: Sequence[Token], values: _Run, dates: Sequence[_Run]) -> _Run | None:
    """The list of periods right behind a list of values, or else the last one before it."""
    for dated in starting_in(dates, values.last, values.last + REACH)[:1]:
        between = [token.lower for token in tokens[values.last : dated.first]]
        if _BETWEEN_LISTS.issuperset(between) or _is_thing(between):
            return dated
    for dated in reversed(starting_in(dates, values.first - REACH, values.first)):
        return None if {";", ":"} & {token.text for token in tokens[dated.last : values.first]} else dated
    return None


def _is_thing(words: Sequence[str]) -> bool:
    """Whether words between values and dates only say of what the values are: "of brown coal in"."""
    return words[:1] == ["of"] and words[-1] == "in" and len(words) <= _LONGEST_THING and _STOPS.isdisjoint(words)


def _is_datable(reading: Reading) -> bool:
    return reading.frame.kind != "change" and reading.restates is None and "respectively" not in reading.rules
