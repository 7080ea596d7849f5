"""Parts: the frames of per cent and fractions of something - of a whole, of what another has, of itself earlier.

Belongs here: telling the three apart by the words behind the amount. Does not: amounts that no "of" or article follows
(`percentages`), factors such as "twice" (`multiples`), what the whole is (`binding.shares`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from pipeline.extraction.frames import Frame, plain
from pipeline.extraction.framing.multiples import by_factor
from pipeline.extraction.model import Comparator
from pipeline.extraction.periods import Period
from pipeline.extraction.sites import Site, starting_in
from pipeline.extraction.values import frozen
from pipeline.vocabulary import language

PRONOUNS_OF_WHOLE = language.words("framing", "pronouns_of_whole")
"""What stands for the measure of another: "half of that in Jixi", "half of what it was"."""
_STANDARDS = language.words("framing", "standards")
_OWN_LEVELS = language.words("framing", "own_levels")
_FORMER = language.words("framing", "former")
_ONCE = language.words("framing", "once")
_PERSONAL = language.words("framing", "personal_pronouns")
_PREDICATIVE = language.words("framing", "predicative")
_VERBS_OF_PARTS = language.words("framing", "verbs_of_parts")
_RUNNING = language.words("framing", "running")
_DETERMINERS = frozenset({"the", "its", "their", "that", "those", "what"})
_PREPOSITIONS = frozenset({"of", "in", "for", "at", "from", "by", "on", "to", "as", "over"})
_STOPS = frozenset({",", ";", ".", ":", "(", ")", "\u2013", "\u2014"})
_PAUSES = frozenset({",", "-", "(", "or", "\u2013", "\u2014"})
_EARLIER = frozenset({"in", "earlier", "window", "now"})
_LONGEST = 10
_OF_THE_REST: Mapping[Comparator, Comparator] = {
    "less_than": "more_than",
    "more_than": "less_than",
    "at_most": "at_least",
    "at_least": "at_most",
    "nearly": "more_than",
}
"""What a bound of the part is for the part that is gone: "fewer than half" are down by more than half."""


@frozen
class _Whole:
    """What a part is of: tokens `first` and the words from there on to the next pause; the periods among them."""

    first: int
    words: list[str]
    periods: Sequence[Period]

    @property
    def head(self) -> str:
        """Its first word."""
        return self.words[0] if self.words else ""

    @property
    def phrase(self) -> list[str]:
        """Its words up to the first preposition."""
        return list(takewhile(lambda word: word not in _PREPOSITIONS, self.words))

    @property
    def dated_directly(self) -> bool:
        """Whether a period stands in the phrase, or right behind it: "the 2010 level", "the level of 2010"."""
        return bool(self.periods) and self.periods[0].first <= self.first + len(self.phrase) + 1

    @property
    def is_date(self) -> bool:
        """Whether it is a period and nothing else: "the 6.4 per cent of 2011"."""
        if not self.periods or not self.phrase or self.phrase[-1].endswith("'s") or self.periods[0].rule == "peak":
            return False
        return self.periods[0].first <= self.first + 1 and self.periods[0].last >= self.first + len(self.phrase)

    @property
    def is_former(self) -> bool:
        """Whether it is of another time: "the 2010 level", "its former size", "what it used to be", "today's"."""
        if self.head == "what":
            return bool(self.periods) or not _ONCE.isdisjoint(self.words)
        return self.dated_directly or not _FORMER.isdisjoint(self.phrase)


Told = Literal["nothing", "same", "other"]
"""Of the figure before in the sentence: none; one that the amount may be a part of; one of another measure."""


def read_part(site: Site, periods: Sequence[Period], told: Told) -> Frame | None:
    """The frame of a part; null where nothing stands behind the amount that it could be a part of."""
    whole = _whole(site, periods)
    if whole is None:
        return _as_much(site, periods)
    if whole.is_date:
        return None
    # "Runs at 60 per cent of that in winter": how far a plant is used.
    used = site.word(site.amount.begin - 1) == "at" and site.word(site.amount.begin - 2) in _RUNNING
    former = whole.is_former and told != "other" and not used
    if former and (_is_itself(whole) or (_is_own_total(whole) and _is_predicate(site, whole, told))):
        return _changed(site)
    if whole.head in PRONOUNS_OF_WHOLE or not _STANDARDS.isdisjoint(whole.phrase):
        return plain(site.amount, "ratio-to", "rate")
    return plain(site.amount, "share-of", "share")


def _as_much(site: Site, periods: Sequence[Period]) -> Frame | None:
    """As in "half as much coal as in 2010", "a third as high as in Jixi": of itself earlier, else of another."""
    last = site.amount.last
    if site.amount.numeral.form != "fraction" or site.word(last) != "as":
        return None
    second = next((k for k in range(last + 1, last + _LONGEST) if site.word(k) == "as"), None)
    if second is None:
        return None
    dated = starting_in(periods, second, second + 3)
    return _changed(site) if any(p.kind in _EARLIER for p in dated) else plain(site.amount, "ratio-to", "rate")


def _whole(site: Site, periods: Sequence[Period]) -> _Whole | None:
    """What stands behind "of", or for a fraction behind its article: "half of its mines", "half the level of 2005"."""
    last = site.amount.last
    first = last + 1 if site.word(last) == "of" else last
    fraction = site.amount.numeral.form == "fraction"
    if first == last and not (fraction and site.word(last) in _DETERMINERS):
        return None
    if site.word(first) == "late":
        return None
    words = list(takewhile(lambda word: word not in _STOPS, site.words(first, first + _LONGEST)))
    near = starting_in(periods, first, first + len(words))
    return _Whole(first, words, [period for period in near if period.kind in _EARLIER])


def _is_itself(whole: _Whole) -> bool:
    """As in "what it was in 2005", "that of 2005", "today's", "the level of 2005", "its peak"."""
    if whole.head == "what":
        return not _PERSONAL.isdisjoint(whole.words[1:2])
    if whole.head in PRONOUNS_OF_WHOLE:
        return bool(whole.periods) and whole.periods[0].first <= whole.first + 2
    if not (_OWN_LEVELS | _STANDARDS).isdisjoint(whole.phrase):
        # Value added is a measure, and no level of one.
        return "added" not in whole.phrase
    owned = any(word.endswith("'s") for word in whole.phrase[-1:])
    return owned and bool(whole.periods) and whole.periods[0].first <= whole.first + 1


def _is_own_total(whole: _Whole) -> bool:
    """As in "its 2012 revenue", "its total for 2012", "its former size"."""
    if whole.phrase == ["the", "total"] and whole.words[len(whole.phrase) :][:1] == ["in"]:
        # "This was 45 per cent of the total in 2020" tells when it was so.
        return False
    if "total" in whole.phrase or not _FORMER.isdisjoint(whole.phrase):
        return True
    return bool(whole.periods) and whole.periods[0].last < whole.first + len(whole.phrase)


def _is_predicate(site: Site, whole: _Whole, told: Told) -> bool:
    """Whether the part is said of what went before: "was half of", "3 million, half of"; not "half of them live"."""
    before = site.word(site.amount.begin - 1)
    if before not in _PREDICATIVE and not (before in _PAUSES and told == "same"):
        return False
    return _VERBS_OF_PARTS.isdisjoint(site.words(whole.first, whole.first + len(whole.words) + 1))


def _changed(site: Site) -> Frame:
    """A part of what was before, as the change that it makes: "a third of what it was" is down by two thirds."""
    amount = site.amount

    def factor(percent: float | None) -> float | None:
        return None if percent is None else percent / 100

    low, high = factor(amount.low), factor(amount.high)
    frame = by_factor(replace(amount, value=amount.value / 100, low=low, high=high))
    return replace(frame, comparator=_OF_THE_REST.get(frame.comparator, frame.comparator))
