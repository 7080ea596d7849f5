"""Quantities: the frames of amounts with a unit of their own - people, things, money, tonnes.

Belongs here: level, count, change or gap, by the word of change. Does not: per cent (`percentages`), multiples.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.extraction.cues import TRANSITIVE, Governing, Relation
from pipeline.extraction.frames import Frame, change, plain
from pipeline.extraction.framing.comparisons import GAPS, against_time, sets_apart
from pipeline.extraction.model import Direction, FigureKind
from pipeline.extraction.periods import Period
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language
from pipeline.vocabulary.products import measure_nouns, product_words

_BALANCES = language.words("framing", "balances")
_LOSING = language.words("framing", "losing")
_COUNTED = frozenset({"person", "count"})
_CUTTING = "cut"
_CHANGING = ("add", "cut", "reduc", "gain", "shed")
"""How verbs begin that change any amount that is their object, not only people and things."""
_COMPARATIVES_BEFORE_NOUN: Mapping[str, Direction] = {"fewer": "down", "more": "up"}


def read_quantity(site: Site, governing: Governing | None, periods: Sequence[Period]) -> Frame:
    """The frame of a counted or measured amount."""
    fewer = _fewer_before_noun(site)
    if fewer is not None:
        return fewer
    if governing is None:
        return _level(site)
    return _BY_RELATION[governing.relation](site, governing, periods)


def _kind_of_level(site: Site) -> FigureKind:
    """A length of time is a duration; pairs and the like are a quantity of goods, and no mere number of things."""
    amount = site.amount
    if amount.kind == "time" and amount.per is None:
        return "duration"
    return "count" if amount.kind == "count" and amount.unit == "1" and amount.per is None else "level"


def _level(site: Site, direction: Direction | None = None) -> Frame:
    return plain(site.amount, "level", _kind_of_level(site), direction)


def _fewer_before_noun(site: Site) -> Frame | None:
    """As in "9,000 fewer pupils than in the spring": the comparative stands between number and noun."""
    amount = site.amount
    if amount.noun is None or amount.noun[1] <= amount.last:
        return None
    between = site.words(amount.numeral.last, amount.noun[1])
    for word, direction in _COMPARATIVES_BEFORE_NOUN.items():
        if word in between and "or" not in between[: between.index(word)]:
            # "65 or more mines" are as many.
            return change(amount, direction, compared=True)
    return None


def _compared(site: Site, governing: Governing, periods: Sequence[Period]) -> Frame:
    """As in "40 yuan more than a week ago", "an 800-tonne cut"; "900 tonnes more than the mill next door" is a gap."""
    following = site.word(site.past_repetition())
    timed = against_time(site, periods)
    if governing.by_noun or timed is True or following in ("up", "down", "fewer"):
        return change(site.amount, governing.direction, compared=True)
    if following in GAPS:
        # "£64,000 under the average for England": no level, but how far it is from one.
        return plain(site.amount, "gap-to", "rate")
    if timed is False:
        return plain(site.amount, "gap-to", "rate")
    return change(site.amount, governing.direction) if following in ("less", "more") else _level(site)


def _moved_by(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    if governing.cue is None and sets_apart(site):
        return plain(site.amount, "gap-to", "rate")
    return change(site.amount, governing.direction)


def _moved_from(site: Site, _: Governing, __: Sequence[Period]) -> Frame:
    return plain(site.amount, "moved-from", _kind_of_level(site))


def _moved_to(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    """As in "rose to 40,000"; a noun ("the rise to 40,000") may be of something else."""
    direction = None if governing.by_noun else governing.direction
    return plain(site.amount, "moved-to", _kind_of_level(site), direction)


def _of_noun(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    """As in "a rise of 300 jobs", "the cut was 300 jobs"; losses and additions of money are sums of their own."""
    if governing.word in _BALANCES and site.amount.kind == "money":
        return _level(site)
    if governing.word == "outflow":
        return _level(site, governing.direction)
    return change(site.amount, governing.direction)


def _object(site: Site, governing: Governing, _: Sequence[Period]) -> Frame:
    """As in "lost 4,000 jobs", "cut 2 million tonnes"; "lost 3 billion yuan", "raised 7 million tonnes" are levels."""
    word, kind = governing.word, site.amount.kind
    if _is_cut_to_use(site, word):
        return _level(site)
    if word in TRANSITIVE:
        if word in _LOSING and kind == "money":
            return _level(site)
        moved = kind in _COUNTED or word.startswith(_CHANGING)
    else:
        moved = governing.direction is not None
    return change(site.amount, governing.direction) if moved else _level(site)


def _is_cut_to_use(site: Site, verb: str) -> bool:
    """As in "cut 9,000 tonnes of granite": what is won by cutting it, told alone; not "of timber imports"."""
    last = site.amount.last
    if site.word(last) != "of" or not verb.startswith(_CUTTING):
        return False
    product = product_words().get(site.word(last + 1))
    return product is not None and _CUTTING in product.verbs and site.word(last + 2) not in measure_nouns()


_BY_RELATION: Mapping[Relation, Callable[[Site, Governing, Sequence[Period]], Frame]] = {
    "after": _compared,
    "by": _moved_by,
    "particle": _moved_by,
    "from": _moved_from,
    "to": _moved_to,
    "of": _of_noun,
    "is": _of_noun,
    "object": _object,
}
