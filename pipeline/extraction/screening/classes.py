"""Classes: amounts that say which things belong to a class, or of what make they are.

Belongs here: limits of classes, grades of goods, the parts that a place is made of. Does not: keys for conversion
(`keys`), examples (`examples`).
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.extraction.conversion import EQUATING
from pipeline.extraction.nouns import is_plural
from pipeline.extraction.registry import where_said
from pipeline.extraction.screening.keys import BULK
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.sites import Site
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language
from pipeline.vocabulary.products import product_words

_CLASS_OPENERS = language.words("screening", "class_openers")
_MEMBERS = language.words("screening", "members")
_MEMBER_VERBS = language.words("screening", "member_verbs")
_SHARES_BEHIND = language.words("screening", "shares_behind")
_DIVISIONS = language.words("screening", "divisions")
_PACKS = language.words("screening", "packs")
_GRADED = language.words("screening", "graded") | product_words().keys()
_GRADED_BY = frozenset({"ratio", "energy"})
_SECURITIES = frozenset({"bonds", "bond", "notes", "debentures", "coupon"})
_AMONG = frozenset({"among", "of"})
_FOR_EVERY = (["for", "every"], ["of", "every"], ["for", "each"], ["among", "every"])
_BOUNDS = frozenset({"at_least", "at_most", "more_than", "less_than"})
_LIGHTEST_FUEL = 100
"""Kilowatt-hours below which an energy "of" something is its heat value."""
_FARTHEST_MEMBER = 6
_LIMITING = frozenset({"over", "under", "above", "below", "than"})
_COMPARATIVES = language.words("screening", "comparatives_of_members")
_COMPARED_BY = frozenset({"larger", "longer", "higher", "greater"})
_DEFINITE = frozenset({"the", "its", "their", "these", "his", "her"})
_RELATIVES = frozenset({"that", "which", "who"})
_STATIVE = language.words("screening", "stative")
_FARTHEST_SCALE = 5
_LONGEST_PACK = 6
_ONES = frozenset({"a", "an", "each", "one", "every"})

_LIMIT: Screen = ("specification", "threshold of a class")


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


@where_said(_CLASS_OPENERS | _MEMBER_VERBS | _LIMITING | _RELATIVES)
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
    return _LIMIT if _limits_members(site) else None


def _limits_members(site: Site) -> bool:
    """As in "flats over 90 sq metres", "farms larger than 100 hectares", "companies that employ at least 50 people"."""
    at = site.amount.begin - 1
    if site.word(at) in _STATIVE and site.word(at - 1) in _RELATIVES:
        return _is_class(site, at - 2) and not _is_counted(site, at - 2)
    if not _COMPARED_BY.isdisjoint(site.words(site.amount.begin, site.amount.first)) and _is_class(site, at):
        # "ships longer than 300 metres": the comparative is part of the hedge.
        return not _is_counted(site, at)
    if site.amount.kind not in BULK:
        return False
    # "of over 90 sq metres" as well
    at -= site.word(at) == "of"
    at -= site.word(at) in _COMPARATIVES
    return site.word(at) in _MEMBERS and not _is_counted(site, at)


def _is_class(site: Site, at: int) -> bool:
    """Whether token `at` is a plural without an article: "cars that emit more than 150 grams"; not "the cars that"."""
    word = site.word(at)
    if word in _MEMBERS:
        return True
    return at >= 0 and site.tokens[at].kind == "w" and is_plural(word) and site.word(at - 1) not in _DEFINITE


def _is_counted(site: Site, noun: int) -> bool:
    """As in "12 mines with more than 30,000 workers": so many they have together."""
    if site.amount.kind not in ("count", "person"):
        return False
    return any(token.kind == "n" for token in site.tokens[max(0, noun - 2) : noun])


def grade(site: Site) -> Screen | None:
    """As in "ore with 58 per cent iron", "briquettes of 6 kilowatt-hours": a specification of goods."""
    amount = site.amount
    if amount.kind not in _GRADED_BY:
        return None
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
    """As in "2,700 shillings for a 90-kg bag", "a 20-litre can", "a bag of rice is 50 kg": what goes into one."""
    amount = site.amount
    if amount.kind in BULK and site.word(amount.begin - 1) in EQUATING:
        words = ["", *site.words(amount.begin - _LONGEST_PACK, amount.begin)]
        if any(one in _ONES and pack in _PACKS for one, pack in pairwise(words)):
            return "specification", "size of a pack"
    if amount.kind not in BULK or site.word(amount.begin - 1) not in ("a", "an", "per", "each", "one"):
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
