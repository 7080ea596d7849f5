"""Examples: amounts that are told of one thing or household that stands for others, of a sample, of a glimpse.

Belongs here: the size of what a price is given for, typical households, samples, what somebody happened to see. Does
not: limits of classes (`classes`).
"""

from __future__ import annotations

from pipeline.extraction.registry import where_said
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_EXAMPLES = language.words("screening", "examples")
_ARTICLES = language.words("screening", "articles")
_EXAMPLE_OPENERS = _ARTICLES | language.words("screening", "typical")
_BOUGHT_BY = language.words("screening", "bought_by")
_HOUSEHOLDS = language.words("screening", "households")
_SAMPLING = language.words("screening", "sampling")
_OBSERVERS = language.words("screening", "observers")
_PARTS_OF_DOCUMENTS = language.words("screening", "parts_of_documents")
_SPENDING = frozenset({"using", "on", "earning", "burning", "consuming", "paying", "owning", "having"})
_OF_EXAMPLE = frozenset({"area", "energy", "money", "volume"})
_ANY_EXAMPLE = _EXAMPLE_OPENERS - {"the"}
_ROOMS = frozenset({"rooms", "bedrooms", "bathrooms", "floors", "storeys", "stories"})
_DOCUMENTS = language.words("screening", "documents")
_COVERING = frozenset({"covers", "cover", "covered", "lists", "listed", "includes", "spans"})
_OF_HOUSEHOLD = frozenset({"of", "with"})
_SEEN = frozenset({"counted", "saw", "spotted"})
_SURVEYS = frozenset({"survey", "sample", "poll", "panel"})
_SAMPLES = _SURVEYS | {"follow", "track"}
_FEW = 20
_LARGEST = 2000
"""Square metres: what is larger, or told in acres or hectares, is land, and has its size for itself."""

_EXAMPLE: Screen = ("specification", "size of an example")
_SAMPLE: Screen = ("specification", "size of a sample")


def size_of_example(site: Site) -> Screen | None:
    """As in "a flat of 85 square metres", "a 45-square-metre unit": the size of what a price is given for."""
    amount = site.amount
    if amount.kind == "count" and amount.noun is not None and amount.value <= _FEW:
        # "A house with four bedrooms fetched 180,000 pounds."
        roomed = site.word(amount.noun[1] - 1) in _ROOMS and site.word(amount.begin - 1) in _OF_HOUSEHOLD
        named = site.word(amount.begin - 2) in _EXAMPLES and site.word(amount.begin - 3) in _ANY_EXAMPLE
        return _EXAMPLE if roomed and named else None
    if amount.kind != "area" or amount.per is not None or amount.unit != "m2" or amount.value > _LARGEST:
        return None
    article, example, preposition = (site.word(amount.begin - k) for k in (3, 2, 1))
    if preposition == "of" and example in _EXAMPLES and article in _EXAMPLE_OPENERS:
        return _EXAMPLE
    # "a 45-square-metre unit", "a 55 sq m flat"
    return _EXAMPLE if preposition in _ARTICLES and not _EXAMPLES.isdisjoint(site.after(2)) else None


@where_said(_PARTS_OF_DOCUMENTS)
def of_document(site: Site) -> Screen | None:
    """As in "a report of 37 pages", "a list of 52 items": how long a document is."""
    amount = site.amount
    if amount.noun is None or amount.kind != "count":
        return None
    return ("specification", "length of a document") if site.word(amount.noun[1] - 1) in _PARTS_OF_DOCUMENTS else None


@where_said(_COVERING)
def covered_by_document(site: Site) -> Screen | None:
    """As in "the bulletin covers six counties", "the survey included 14 ports": of what a document tells at all."""
    amount = site.amount
    at = site.amount.begin - 1
    if amount.kind not in ("count", "person") or site.word(at) not in _COVERING:
        return None
    return ("specification", "what a document covers") if site.word(at - 1) in _DOCUMENTS else None


@where_said(_BOUGHT_BY)
def unit_of_price(site: Site) -> Screen | None:
    """As in "a month's pay barely buys half a square metre": no area, but what a price is told by."""
    amount = site.amount
    if amount.kind != "area" or amount.per is not None or amount.value > 1:
        return None
    return None if _BOUGHT_BY.isdisjoint(site.before(5)) else ("specification", "a unit that a price is compared by")


@where_said(_HOUSEHOLDS)
def typical_household(site: Site) -> Screen | None:
    """As in "a family of four", "a household with two children", "a worker on 2,400 zloty a month": an example."""
    amount = site.amount
    if amount.value > _FEW and amount.kind not in _OF_EXAMPLE:
        return None
    if site.word(amount.begin - 1) not in _OF_HOUSEHOLD | _SPENDING or site.word(amount.begin - 2) not in _HOUSEHOLDS:
        return None
    article = site.word(amount.begin - 3)
    return _EXAMPLE if article in _EXAMPLE_OPENERS or article in ("any", "every", "each") else None


@where_said(_SEEN)
def observed(site: Site) -> Screen | None:
    """As in "a reporter counted cars in 14 of the 320 drives": what one person happened to see."""
    amount = site.amount
    if amount.kind not in ("count", "person", "bare"):
        return None
    words = site.words(site.start, amount.begin)
    at = next((k for k, word in enumerate(words) if k and word in _SEEN), None)
    seen = at is not None and not _OBSERVERS.isdisjoint(words[max(0, at - 3) : at])
    return ("other", "what somebody happened to see") if seen else None


@where_said(_SAMPLES | _SAMPLING | {"asked"})
def sample(site: Site) -> Screen | None:
    """As in "the 23 kilns that we track", "85 shops in the survey", "we surveyed 46 mills": the size of a sample."""
    amount = site.amount
    if amount.kind not in ("count", "person", "bare"):
        return None
    following = site.after(8)
    followed = "we" in following and ("follow" in following or "track" in following)
    if amount.kind == "count" and ("survey" in following or followed):
        return _SAMPLE
    before = site.before(3)
    if amount.kind == "person" and site.word(amount.last) in _SAMPLING | {"asked"}:
        # "Of 340 people asked, 212 were against."
        return _SAMPLE
    if before[-1:] and before[-1] in _SAMPLING:
        return _SAMPLE
    return _SAMPLE if before[-1:] == ["of"] and not _SURVEYS.isdisjoint(before) else None
