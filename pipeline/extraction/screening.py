"""Screening: amounts that the sentence shows to be no figures - examples, thresholds, denials, one person's own.

Belongs here: one small rule per kind, with its reason. Does not: what single numerals show (`dispositions`).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from pipeline.extraction.model import Disposition
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.sites import REACH, Site
from pipeline.vocabulary import language

Screen = tuple[Disposition, str]
"""What an amount is instead of a figure, and why."""

_EXAMPLES = language.words("screening", "examples")
_ARTICLES = language.words("screening", "articles")
_EXAMPLE_OPENERS = _ARTICLES | language.words("screening", "typical")
_BOUGHT_BY = language.words("screening", "bought_by")
_CLASS_OPENERS = language.words("screening", "class_openers")
_SHARES_BEHIND = language.words("screening", "shares_behind")
_KEYED_UNITS = language.words("screening", "keyed_units")
_DENIALS = language.words("screening", "denials")
_OWN_DOINGS = language.words("screening", "own_doings")
_MERELY = frozenset({"only", "just", "merely"})
_COUNTED = frozenset({"count", "ratio", "person"})
_LIGHTEST_FUEL = 100
"""Kilowatt-hours below which an energy "of" something is its heat value."""

_EXAMPLE: Screen = ("specification", "size of an example")
_KEY: Screen = ("other", "key for converting units")
_BY_ANOTHER = frozenset({("takes", "home"), ("for", "her"), ("for", "him")})
_OF_ANOTHER = frozenset({"takes", "her", "him"})
_OWN: Screen = ("other", "a person's own affairs")


def screen(site: Site) -> Screen | None:
    """What the first rule shows that finds the amount to be no figure; null where none does."""
    return next((found for rule in RULES if (found := rule(site)) is not None), None)


def exchange_key(site: Site) -> Screen | None:
    """As in "$1 = 7.1 yuan", "(a load = 1.9 tonnes)", "ten wan is 100,000": a key for conversion."""
    first, begin, last = site.amount.first, site.amount.begin, site.amount.last
    if "=" in (site.word(begin - 1), site.word(last)):
        return _KEY
    if site.clauses.depth[first] and "=" in site.words(first - REACH, last + REACH):
        return _KEY
    return _KEY if site.word(begin - 1) == "is" and site.word(begin - 2) in _KEYED_UNITS else None


def size_of_example(site: Site) -> Screen | None:
    """As in "a flat of 85 square metres", "a 45-square-metre unit": the size of what a price is given for."""
    amount = site.amount
    if amount.kind != "area" or amount.per is not None:
        return None
    article, example, preposition = (site.word(amount.begin - k) for k in (3, 2, 1))
    if preposition == "of" and example in _EXAMPLES and article in _EXAMPLE_OPENERS:
        return _EXAMPLE
    hyphenated = site.word(amount.numeral.last) in HYPHENS
    if hyphenated and preposition in _ARTICLES and not _EXAMPLES.isdisjoint(site.after(3)):
        return _EXAMPLE
    return None


def unit_of_price(site: Site) -> Screen | None:
    """As in "a month's pay barely buys half a square metre": no area, but what a price is told by."""
    amount = site.amount
    if amount.kind != "area" or amount.per is not None or amount.value > 1:
        return None
    return None if _BOUGHT_BY.isdisjoint(site.before(5)) else ("specification", "a unit that a price is compared by")


def threshold(site: Site) -> Screen | None:
    """As in "firms with sales of 7 million yuan or more": the limit of a class."""
    open_above = site.amount.comparator == "at_least" and "hedge-after" in site.amount.rules
    if not open_above or _CLASS_OPENERS.isdisjoint(site.before(5)):
        return None
    return "specification", "threshold of a class"


def grade(site: Site) -> Screen | None:
    """As in "ore with 58 per cent iron", "briquettes of 6 kilowatt-hours": a specification of goods."""
    amount = site.amount
    preposition, following = site.word(amount.begin - 1), site.tokens[amount.last : amount.last + 1]
    content = amount.kind == "ratio" and preposition == "with" and bool(following) and following[0].kind == "w"
    heat = amount.kind == "energy" and amount.per is None and preposition == "of" and amount.value < _LIGHTEST_FUEL
    if heat or (content and site.word(amount.last) not in _SHARES_BEHIND):
        return "specification", "specification of goods"
    return None


def denied(site: Site) -> Screen | None:
    """As in "a rumour that it will shut 9 schools is untrue", "nobody paid 8,000": a word of denial in the clause."""
    return None if _DENIALS.isdisjoint(site.clause_words()) else ("other", "denied, or only rumoured")


def negated(site: Site) -> Screen | None:
    """As in "isn't double", "were not 40"; "not only 40" says that there were."""
    begin = site.amount.begin
    words = site.words(max(site.start, begin - 4), begin)
    # "only" and "just" may be a hedge of the amount as well.
    merely = not _MERELY.isdisjoint(site.words(begin - 4, site.amount.first))
    if any(word.endswith("n't") for word in words) or ("not" in words and not merely):
        return "other", "said not to be so"
    return None


def hypothetical(site: Site) -> Screen | None:
    """As in "if prices fell by 30 per cent": the clause begins with "if", or it stands right before."""
    opening = site.words(site.start - 1, site.amount.begin)[:2]
    return ("other", "hypothetical") if "if" in (*opening, site.word(site.start)) else None


def of_the_speaker(site: Site) -> Screen | None:
    """As in "I planted 85 mu", "half of my machines": the affairs of who speaks."""
    amount = site.amount
    words = site.words(site.start, amount.last + 3)
    split = amount.first - site.start
    if amount.kind in _COUNTED and "my" in words[max(0, split - 3) :]:
        return _OWN
    if "i" in words[:split] and (amount.kind in ("area", "count", "person") or not _OWN_DOINGS.isdisjoint(words)):
        return _OWN
    return None


def of_one_person(site: Site) -> Screen | None:
    """As in "takes home 4,700 yuan a month", "good money for her", "17 of his pupils": the affairs of another."""
    amount = site.amount
    words = site.words(site.start, amount.last + 3)
    if not _OF_ANOTHER.isdisjoint(words) and any(pair in _BY_ANOTHER for pair in pairwise(words)):
        return _OWN
    before = site.clause_before()
    owned = "her" in before[-6:] or "his" in before[-6:]
    if owned and amount.kind in _COUNTED and ("clients" in words or "pupils" in words or "in" in before[-4:]):
        return _OWN
    return None


def sample(site: Site) -> Screen | None:
    """As in "the 23 kilns that we track", "85 shops in the survey": the size of a sample."""
    following = site.after(8)
    followed = "we" in following and ("follow" in following or "track" in following)
    if site.amount.kind == "count" and ("survey" in following or followed):
        return "specification", "size of a sample"
    return None


RULES: tuple[Callable[[Site], Screen | None], ...] = (
    exchange_key,
    size_of_example,
    unit_of_price,
    threshold,
    grade,
    denied,
    negated,
    hypothetical,
    of_the_speaker,
    of_one_person,
    sample,
)
"""In the order in which they are asked."""
