"""Multiples: the frames of factors - "doubled", "halved", "three times", "twice", "tenfold".

Belongs here: whether a factor is a change over time or a ratio to something else, and its value in per cent. Does not:
finding the factor (`numerals`, `amounts`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.extraction.amounts import Amount
from pipeline.extraction.cues import Governing
from pipeline.extraction.frames import Frame
from pipeline.extraction.framing.comparisons import against_time
from pipeline.extraction.model import Direction
from pipeline.extraction.numerals import WORD_WIDTH
from pipeline.extraction.periods import Period
from pipeline.extraction.sites import Site, starting_in
from pipeline.vocabulary import language

_MODALS = language.words("framing", "modals")
_LIKE = (["as", "many"], ["as", "much"], ["as", "high"], ["as", "large"])
_FARTHEST = 12
_WHOLES = language.words("framing", "wholes")
_BEFORE_PLACE = frozenset({";", ",", "and", "but", "while", ""})
_FORESEEN = language.words("framing", "foreseen")
_NEAREST = 4


def read_multiple(site: Site, governing: Governing | None, periods: Sequence[Period]) -> Frame:
    """As in "doubled": up 100; "halved": down 50; "2.5 times the area of 1998": up 150; "twice the rate of X": 200."""
    amount = site.amount
    compares_noun = governing is not None and governing.by_noun and governing.relation == "after"
    if amount.numeral.form == "multiple":
        apart = against_time(site, periods)
        of_another = apart is False or (apart is None and _of_whole(site))
        of_another = of_another and not _is_verb(site) and not compares_noun
        return _ratio(amount) if of_another else by_factor(amount)
    if compares_noun or (governing is not None and _rises_by(governing)):
        return by_factor(amount)
    return by_factor(amount) if amount.value > 0 and _past_of_itself(site, periods) else _ratio(amount)


def _of_whole(site: Site) -> bool:
    """As in "double the national rate", "half the average of the province": set against more than the place itself."""
    words = site.after(_NEAREST)
    return words[:1] == ["the"] and not _WHOLES.isdisjoint(words[1:_NEAREST])


def _is_of_next_place(site: Site) -> bool:
    """As in "in Qingdao more than twice as much": right behind another place's name, it is set against the last."""
    at = site.amount.begin - 1
    named = at > 0 and site.tokens[at].kind == "w" and site.tokens[at].text[0].isupper()
    return named and site.word(at - 1) in ("in", "at") and site.word(at - 2) in _BEFORE_PLACE


def _rises_by(governing: Governing) -> bool:
    return (
        governing.cue is not None
        and governing.cue.kind == "verb"
        and governing.direction == "up"
        and governing.relation in ("object", "by")
    )


def _is_verb(site: Site) -> bool:
    """Whether the multiple is a verb: "halved", "will double"; not "double the rate", "three times"."""
    word = site.word(site.amount.numeral.first)
    return (
        word.endswith(("ed", "ing"))
        or (word.endswith("s") and word != "times")
        or site.word(site.amount.begin - 1) in _MODALS
    )


def _past_of_itself(site: Site, periods: Sequence[Period]) -> bool:
    """Whether a multiple is of the same thing earlier: "the area of 1998", "as many", "what it was before"."""
    words = list(takewhile(lambda word: word not in (";", ".", ","), site.after(_FARTHEST)))
    if not _FORESEEN.isdisjoint(words[:_NEAREST]):
        # "15 times the forecast made before it opened" is set against no past.
        return False
    last = site.amount.last
    if words[:1] == ["as"] and "as" in words[1:]:
        # "as much in 2020 as in 2010", "as high as in Jixi": what the second of them leads to.
        last += 1 + words[1:].index("as")
    if any(period.kind in ("in", "earlier", "window") for period in starting_in(periods, last, last + len(words))):
        return True
    if words[:1] == ["as"] and _is_of_next_place(site):
        return False
    if words[:1] == ["as"]:
        # "In Hegang rent is twice as high" sets it against another place.
        is_compared = "as" in words[2:] or site.word(site.amount.begin - 1) in ("is", "are")
        return words[:2] in _LIKE and not is_compared
    return "before" in words or "used" in words


def by_factor(amount: Amount) -> Frame:
    """The change that a factor makes, signed in its own direction: 0.4 to 0.6 times is down by 40 to 60 per cent."""
    direction: Direction = "up" if amount.value >= 1 else "down"
    sign = 100 if direction == "up" else -100

    def percent(factor: float | None) -> float | None:
        return None if factor is None else (factor - 1) * sign

    value = (amount.value - 1) * sign
    low, high = percent(amount.low), percent(amount.high)
    if direction == "down":
        low, high = high, low
    in_words = amount.numeral.form != "digits"
    if amount.comparator in ("exact", "about") and in_words and value:
        low, high = value * (1 - WORD_WIDTH), value * (1 + WORD_WIDTH)
    if direction == "down" and amount.numeral.form == "multiple" and amount.comparator in ("more_than", "nearly"):
        # "more than halved" says a fall of more than 50 per cent, whatever the factor.
        low, high = (value, None) if amount.comparator == "more_than" else (None, value)
    return Frame("change-by-factor", "change", value, low, high, amount.comparator, "percent", direction, compared=True)


def _ratio(amount: Amount) -> Frame:
    def percent(factor: float | None) -> float | None:
        return None if factor is None else factor * 100

    return Frame(
        "ratio-to",
        "rate",
        amount.value * 100,
        percent(amount.low),
        percent(amount.high),
        amount.comparator,
        "percent",
    )
