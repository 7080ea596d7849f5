"""Frames: what an amount says in its clause - a level, a change, a rate, a share, a gap, a distance.

Belongs here: kind, direction and the value that follows from them (a factor becomes a change in per cent). Does not:
which indicator, place or period it is (`binding`, `topics`, `timing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.extraction.amounts import Amount
from pipeline.extraction.cues import TRANSITIVE, Governing
from pipeline.extraction.model import Comparator, Direction, FigureKind
from pipeline.extraction.periods import Period
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import words

FrameName = Literal[
    "level", "change", "change-by-factor", "share-of", "ratio-to", "gap-to", "moved-to", "moved-from", "distance", "duration", "rate", "count", "rank",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """How an amount is to be read. `compared`: it is set against an earlier time, which is then its base."""

    name: FrameName
    kind: FigureKind
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    direction: Direction | None = None
    compared: bool = False
    of_complement: bool = False


_DIRECTIONS = words("frames", "directions")
_PEOPLE = frozenset({"person", "count"})
_MONEY_LOSS = frozenset({"lost", "lose", "loses", "losing"})
_VERBS_OF_PARTS = words("frames", "verbs_of_parts")
_LAST = words("frames", "last")
_GAP_WORDS = frozenset({"above", "below", "behind", "ahead", "short", "under"})


def read_frame(
    tokens: Sequence[Token],
    amount: Amount,
    governing: Governing | None,
    periods: Sequence[Period],
    *,
    names_after: Sequence[int],
    ratio_theme: bool,
) -> Frame:
    """The frame of an amount.

    `names_after`: tokens at which a place, organisation or pronoun is named; `ratio_theme`: what is measured is itself
    a rate, so that per cent of it are levels and not changes.
    """
    if amount.kind == "multiple":
        return _factor(tokens, amount, governing, periods)
    following = _word(tokens, amount.last)
    ranked = _rank(tokens, amount) if amount.kind == "count" else None
    if ranked is not None:
        return ranked
    if amount.kind == "length" and amount.per is None and _is_distance(tokens, amount, names_after):
        return _plain(amount, "distance", "distance")
    if amount.kind in ("ratio", "points"):
        return _percentage(tokens, amount, governing, periods, following, ratio_theme)
    return _absolute(tokens, amount, governing, periods)


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _plain(
    amount: Amount,
    name: FrameName,
    kind: FigureKind,
    direction: Direction | None = None,
    *,
    compared: bool = False,
    of_complement: bool = False,
) -> Frame:
    return Frame(
        name,
        kind,
        amount.value,
        amount.low,
        amount.high,
        amount.comparator,
        amount.unit,
        direction,
        compared,
        of_complement,
    )


# ---------------------------------------------------------------------- comparison with an earlier time
def against_time(tokens: Sequence[Token], amount: Amount, periods: Sequence[Period]) -> bool | None:
    """Whether the words after "than", "on", "from" behind a comparative are a time (true), something else (false), or none (null)."""
    i = amount.last
    limit = min(len(tokens), i + 9)
    for k in range(i, limit):
        word = tokens[k].lower
        if (
            word in ("than", "from", "on", "as")
            or (word in ("of", "in", "over") and k <= i + 1)
            or (word == "the" and k == i + 1)
        ):
            if any(k - 1 <= p.first <= k + 5 and p.kind in ("in", "earlier", "now", "same", "span") for p in periods):
                return True
            following = [tokens[m].lower for m in range(k, min(len(tokens), k + 7))]
            if {"before", "earlier", "previously", "used", "once", "ago", "now", "today", "today's"} & set(following):
                return True
            if word in ("than", "as", "of"):
                return False
        elif word in (",", ".", ";"):
            return None
    return None


def _percentage(
    tokens: Sequence[Token],
    amount: Amount,
    governing: Governing | None,
    periods: Sequence[Period],
    following: str,
    ratio_theme: bool,
) -> Frame:
    points = amount.kind == "points"
    if governing is not None:
        relation, direction = governing.relation, governing.direction
        if relation == "after":
            timed = against_time(tokens, amount, periods)
            noun = governing.cue is not None and governing.cue.kind == "noun"
            if not noun and (timed is False or (following in _GAP_WORDS and timed is not True)):
                return _plain(amount, "gap-to", "rate")
            return _plain(amount, "change", "change", direction, compared=bool(timed))
        if relation in ("particle", "by"):
            if relation == "by" and governing.cue is None:
                return _plain(amount, "change", "change", None)
            return _plain(amount, "change", "change", direction)
        if relation == "from":
            if ratio_theme or points:
                return _plain(amount, "moved-from", "rate", None)
            return _plain(amount, "moved-from", "rate", None)
        if relation == "to":
            return _plain(amount, "moved-to", "rate", direction)
        if relation in ("object", "of", "is"):
            word = governing.cue.word if governing.cue is not None else ""
            if word in ("growth",):
                return _plain(amount, "rate", "rate", None)
            if word in ("exceeded", "reached", "totalled"):
                return _plain(amount, "rate", "rate")
            if (
                relation == "is"
                and governing.cue is not None
                and governing.cue.kind == "noun"
                and word in ("loss", "losses")
            ):
                return _plain(amount, "rate", "rate")
            return _plain(amount, "change", "change", direction)
    after = _word(tokens, amount.last + 1)
    if following == "of" and after != "late" and not points:
        if after in ("that", "those", "what"):
            return _plain(amount, "ratio-to", "rate")
        return _plain(amount, "share-of", "share", of_complement=True)
    if not points and not ratio_theme and tokens[0].lower == "of" and following in _VERBS_OF_PARTS:
        return _plain(amount, "share-of", "share")
    return _plain(amount, "rate", "rate")


def _absolute(tokens: Sequence[Token], amount: Amount, governing: Governing | None, periods: Sequence[Period]) -> Frame:
    level: FigureKind = "count" if amount.kind == "count" and amount.per is None else "level"
    counted = amount.noun is not None and amount.noun[1] > amount.last
    if counted and amount.noun is not None and (timed := _fewer_before(tokens, amount, periods)) is not None:
        return timed
    if governing is None:
        return _plain(amount, "level", level)
    relation, direction, cue = governing.relation, governing.direction, governing.cue
    if relation == "after":
        timed_after = against_time(tokens, amount, periods)
        if cue is not None and cue.kind == "noun":
            return _plain(amount, "change", "change", direction, compared=True)
        if timed_after is True or _word(tokens, amount.last) in ("up", "down", "fewer"):
            return _plain(amount, "change", "change", direction, compared=True)
        if timed_after is False:
            return _plain(amount, "gap-to", "rate")
        return (
            _plain(amount, "change", "change", direction)
            if _word(tokens, amount.last) in ("fewer", "less", "more")
            else _plain(amount, "level", level)
        )
    if relation == "by":
        return _plain(amount, "change", "change", direction)
    if relation == "particle":
        return _plain(amount, "change", "change", direction)
    if relation == "from":
        return _plain(amount, "moved-from", level)
    if relation == "to":
        return _plain(amount, "moved-to", level, direction if cue is None or cue.kind != "noun" else None)
    if relation in ("of", "is") and cue is not None:
        if cue.word in ("growth", "addition", "additions", "loss", "losses", "outflow") and amount.kind == "money":
            return _plain(amount, "level", level)
        if cue.word in ("outflow",):
            return _plain(amount, "level", level, direction)
        return _plain(amount, "change", "change", direction)
    if relation == "object" and cue is not None:
        if cue.word in TRANSITIVE:
            if cue.word in _MONEY_LOSS and amount.kind == "money":
                return _plain(amount, "level", level)
            if amount.kind in _PEOPLE or cue.word.startswith(("add", "cut", "reduc", "gain", "shed")):
                return _plain(amount, "change", "change", direction)
            return _plain(amount, "level", level)
        if direction is None:
            return _plain(amount, "level", level)
        return _plain(amount, "change", "change", direction)
    return _plain(amount, "level", level)


def _fewer_before(tokens: Sequence[Token], amount: Amount, periods: Sequence[Period]) -> Frame | None:
    """As in "11 million fewer people than at the 2010 census": the comparative stands between number and noun."""
    words = [token.lower for token in tokens[amount.numeral.last : (amount.noun or (0, 0))[1]]]
    for word, direction in (("fewer", "down"), ("more", "up")):
        if word in words:
            way: Direction = "down" if direction == "down" else "up"
            return _plain(amount, "change", "change", way, compared=True)
    return None


# ---------------------------------------------------------------------- factors
def _factor(tokens: Sequence[Token], amount: Amount, governing: Governing | None, periods: Sequence[Period]) -> Frame:
    """As in "doubled" -> up 100; "halved" -> down 50; "2.4 times the area of 2012" -> up 140; "twice the national rate" -> 200."""
    factor = amount.value
    if amount.numeral.form == "multiple":
        noun_after = (
            governing is not None
            and governing.cue is not None
            and governing.cue.kind == "noun"
            and governing.relation == "after"
        )
        if not _is_verb_here(tokens, amount) and not noun_after and against_time(tokens, amount, periods) is False:
            return _ratio(amount)
        return _change_by(amount, factor)
    if (
        governing is not None
        and governing.cue is not None
        and governing.cue.kind == "noun"
        and governing.relation == "after"
    ):
        return _change_by(amount, factor)
    if (
        governing is not None
        and governing.cue is not None
        and governing.cue.kind == "verb"
        and governing.direction == "up"
        and governing.relation in ("object", "by")
    ):
        return _change_by(amount, factor)
    if factor > 0 and _past_of_itself(tokens, amount, periods):
        return _change_by(amount, factor)
    return _ratio(amount)


def _past_of_itself(tokens: Sequence[Token], amount: Amount, periods: Sequence[Period]) -> bool:
    """Whether a multiple is of the same thing at an earlier time: "the area of 2012", "as many", "what it carried before"."""
    stop = min(len(tokens), amount.last + 12)
    words = [token.lower for token in tokens[amount.last : stop]]
    for k, word in enumerate(words):
        if word in (";", ".", ","):
            words = words[:k]
            break
    if any(
        p.kind in ("in", "earlier", "window") and amount.last <= p.first < amount.last + len(words) for p in periods
    ):
        return True
    if words[:2] in (["as", "many"], ["as", "much"], ["as", "high"], ["as", "large"]):
        return "as" not in words[2:]
    return "before" in words or "used" in words


def _is_verb_here(tokens: Sequence[Token], amount: Amount) -> bool:
    word = tokens[amount.numeral.first].lower
    before = _word(tokens, amount.begin - 1)
    return (
        word.endswith(("ed", "ing"))
        or before in ("to", "will", "would", "could", "should", "may", "might", "nearly", "almost", "did")
        or (word.endswith("s") and word != "times")
    )


def _change_by(amount: Amount, factor: float) -> Frame:
    direction: Direction = "up" if factor >= 1 else "down"

    def percent(x: float | None) -> float | None:
        return None if x is None else abs(x - 1) * 100

    low, high = percent(amount.low), percent(amount.high)
    if direction == "down":
        low, high = high, low
    value = abs(factor - 1) * 100
    if amount.comparator in ("exact", "about"):
        # A multiple in words is good to 5 % of the change that it says, either way.
        spread = value * (0.05 if amount.numeral.form != "digits" else 0) or None
        if spread is not None:
            low, high = value - spread, value + spread
    comparator: Comparator = amount.comparator
    if direction == "down" and comparator in ("more_than", "nearly") and amount.numeral.form == "multiple":
        # "more than halved" says a fall of more than 50 per cent, whatever the factor.
        low, high = (value, None) if comparator == "more_than" else (None, value)
    return Frame("change-by-factor", "change", value, low, high, comparator, "percent", direction, True)


def _ratio(amount: Amount) -> Frame:
    scale = 100

    def percent(x: float | None) -> float | None:
        return None if x is None else x * scale

    return Frame(
        "ratio-to",
        "rate",
        amount.value * scale,
        percent(amount.low),
        percent(amount.high),
        amount.comparator,
        "percent",
    )


def _rank(tokens: Sequence[Token], amount: Amount) -> Frame | None:
    """As in "the lowest price among the 312 cities", "the highest of 401 districts": the place in an order of so many."""
    before = [t.lower for t in tokens[max(0, amount.begin - 4) : amount.begin]]
    if not {"among", "of"} & set(before[-3:]) or (("of" in before[-3:]) and "among" not in before):
        return None
    words = [t.lower for t in tokens[max(0, amount.begin - 9) : amount.begin]]
    superlative = next(
        (w for w in reversed(words) if w.endswith("est") or w in ("most", "least", "worst", "best")), None
    )
    if superlative is None:
        return None
    value = amount.value if superlative in _LAST else 1.0
    return Frame("rank", "rank", value, value, value, "exact", "1")


# ---------------------------------------------------------------------- distances
def _is_distance(tokens: Sequence[Token], amount: Amount, names: Sequence[int]) -> bool:
    """As in "66km to the north", "30 miles from Shenyang", "about 50 kilometers from the Russian border"."""
    i = amount.last
    first = _word(tokens, i)
    if first in ("from", "away", "off", "outside") or first in _DIRECTIONS:
        return True
    return first == "to" and any(_word(tokens, k) in _DIRECTIONS for k in range(i + 1, i + 4))
