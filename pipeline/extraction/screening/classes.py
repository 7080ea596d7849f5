"""Classes and keys: amounts that say what a word means, or which things belong to a class.

Belongs here: keys for conversion, limits of classes, grades of goods, the parts that a place is made of. Does not:
examples (`examples`).
"""

from __future__ import annotations

from pipeline.extraction.nouns import is_plural
from pipeline.extraction.registry import where_said
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.sites import REACH, Site
from pipeline.extraction.units import UNIT_WORDS
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language
from pipeline.vocabulary.products import product_words

_CLASS_OPENERS = language.words("screening", "class_openers")
_MEMBERS = language.words("screening", "members")
_MEMBER_VERBS = language.words("screening", "member_verbs")
_SHARES_BEHIND = language.words("screening", "shares_behind")
_KEYED_UNITS = language.words("screening", "keyed_units")
_DIVISIONS = language.words("screening", "divisions")
_PACKS = language.words("screening", "packs")
_GRADED = language.words("screening", "graded") | product_words().keys()
_SECURITIES = frozenset({"bonds", "bond", "notes", "debentures", "coupon"})
_BULK = frozenset({"mass", "volume", "area", "length"})
_AMONG = frozenset({"among", "of"})
_FOR_EVERY = (["for", "every"], ["of", "every"], ["for", "each"], ["among", "every"])
_BOUNDS = frozenset({"at_least", "at_most", "more_than", "less_than"})
_LIGHTEST_FUEL = 100
"""Kilowatt-hours below which an energy "of" something is its heat value."""
_FARTHEST_MEMBER = 6
_FARTHEST_SCALE = 5

_KEY: Screen = ("other", "key for converting units")
_LIMIT: Screen = ("specification", "threshold of a class")


def exchange_key(site: Site) -> Screen | None:
    """As in "$1 = 7.1 yuan", "(a load = 1.9 tonnes)", "ten wan is 100,000": a key for conversion."""
    first, begin, last = site.amount.first, site.amount.begin, site.amount.last
    if "=" in site.clauses.said and _is_equated(site):
        return _KEY
    per = site.amount.per
    if per is not None and per.kind == site.amount.kind and per.kind in _BULK:
        return _KEY
    # "one lakh is 100,000", "one pound is 0.45 kg": both sides
    if site.word(first) == "one" and site.word(last) == "is" and site.tokens[last + 1 : last + 2]:
        return _KEY if site.tokens[last + 1].kind == "n" else None
    if site.word(begin - 1) != "is":
        return None
    keyed = site.word(begin - 2) in _KEYED_UNITS or (
        site.word(begin - 3) == "one" and site.word(begin - 2) in UNIT_WORDS
    )
    return _KEY if keyed else None


def _is_equated(site: Site) -> bool:
    """Whether a sign of equality stands beside the amount, or anywhere near it where it is in brackets."""
    first, begin, last = site.amount.first, site.amount.begin, site.amount.last
    if "=" in (site.word(begin - 1), site.word(last)):
        return True
    return bool(site.clauses.depth[first]) and "=" in site.words(first - REACH, last + REACH)


@where_said(["per", "every", "each"])
def base_of_rate(site: Site) -> Screen | None:
    """As in "270 beds for every 100,000 people", "of every 100 households 41": what a rate is told for."""
    amount = site.amount
    if amount.kind not in ("count", "person", "bare", "money") or amount.comparator != "exact":
        return None
    before = site.before(2)
    if before[-1:] != ["per"] and before not in _FOR_EVERY:
        return None
    return "specification", "what a rate is told for"


@where_said(_CLASS_OPENERS | _MEMBER_VERBS)
def threshold(site: Site) -> Screen | None:
    """As in "firms with sales of 7 million yuan or more", "farms with fewer than 20 cows": the limit of a class."""
    amount = site.amount
    open_above = amount.comparator == "at_least" and "hedge-after" in amount.rules
    if open_above and not _CLASS_OPENERS.isdisjoint(site.before(5)):
        return _LIMIT
    if amount.comparator not in _BOUNDS or amount.kind in ("ratio", "points"):
        return None
    for at in range(amount.begin - 1, max(-1, amount.begin - _FARTHEST_MEMBER), -1):
        if site.word(at) in _MEMBER_VERBS:
            return _LIMIT if site.word(at - 1) in _MEMBERS and not _is_counted(site, at - 1) else None
    return None


def _is_counted(site: Site, noun: int) -> bool:
    """As in "12 mines with more than 30,000 workers": so many they have together."""
    if site.amount.kind not in ("count", "person"):
        return False
    return any(token.kind == "n" for token in site.tokens[max(0, noun - 2) : noun])


def grade(site: Site) -> Screen | None:
    """As in "ore with 58 per cent iron", "briquettes of 6 kilowatt-hours": a specification of goods."""
    amount = site.amount
    preposition, following = site.word(amount.begin - 1), site.tokens[amount.last : amount.last + 1]
    content = amount.kind == "ratio" and preposition == "with" and bool(following) and is_content(following[0])
    compared = site.word(amount.begin - 2) in ("compared", "compares", "comparing")
    heat = amount.kind == "energy" and amount.per is None and amount.value < _LIGHTEST_FUEL
    coupon = amount.kind == "ratio" and site.word(amount.last) in _SECURITIES
    if coupon:
        return "specification", "name of a security"
    # "charges for 25 per cent concentrate", "ore of 62 per cent iron".
    graded = amount.kind == "ratio" and preposition in ("for", "of") and site.word(amount.last) in _GRADED
    if graded and (preposition == "for" or site.word(amount.begin - 2) in product_words()):
        return "specification", "specification of goods"
    if heat or (content and not compared and site.word(amount.last) not in _SHARES_BEHIND):
        return "specification", "specification of goods"
    return None


@where_said(["scale"])
def end_of_scale(site: Site) -> Screen | None:
    """As in "second on a scale of five", "on a scale of one to ten", "from 1 to 5 on a scale": how far marks go."""
    words = site.before(_FARTHEST_SCALE)
    scaled = words[-2:] in (["scale", "of"], ["scale", "from"])
    ranged = words[-1:] == ["to"] and ["scale", "of"] in (words[-4:-2], words[-5:-3])
    return ("specification", "how far a scale goes") if scaled or ranged else None


@where_said(_PACKS)
def size_of_pack(site: Site) -> Screen | None:
    """As in "2,700 shillings for a 90-kg bag", "a 20-litre can": what goes into one."""
    amount = site.amount
    if amount.kind not in _BULK or site.word(amount.begin - 1) not in ("a", "an", "per", "each", "one"):
        return None
    return ("specification", "size of a pack") if not _PACKS.isdisjoint(site.after(2)) else None


@where_said(_DIVISIONS)
def divisions(site: Site) -> Screen | None:
    """As in "Osaka's 24 wards", "the 20 boroughs of Paris": what a place is made of; not "the lowest of the 20"."""
    amount = site.amount
    if amount.noun is None or amount.comparator != "exact":
        return None
    if site.word(amount.noun[1] - 1) not in _DIVISIONS or not is_plural(site.word(amount.noun[1] - 1)):
        return None
    owner = site.word(amount.begin - 1)
    owned = owner.endswith("'s") or (owner == "the" and site.word(amount.noun[1]) == "of")
    ranked = not _AMONG.isdisjoint(site.before(4))
    return ("name", "divisions that make up a place") if owned and not ranked else None
