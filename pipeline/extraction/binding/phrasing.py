"""Phrasing: words of a sentence as a phrase that can be read without it.

Belongs here: what is left out at the ends of a stretch of text and within it - dates, the place's own name, adverbs,
articles - and how a noun of a measure is put to its owner. Does not: which stretch says what is measured (`unknown`,
`share_words`), where verbs stand (`predicates`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from pipeline.extraction.binding.case import Case
from pipeline.extraction.nouns import STOP, is_plural
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token
from pipeline.vocabulary import language

GAP = "\u2026"
"""What stands for the number in words that are given as they stand."""
_ARTICLES = language.words("binding", "determiners")
_PLACING = language.words("binding", "prepositions")
_BARE_BEFORE_GAP = _PLACING | _ARTICLES
_PASSING = language.words("phrasing", "passing")
_OPENING = language.words("phrasing", "opening")
_LEFT_AT_END = language.words("phrasing", "left_at_end")
_REGIONS = language.words("phrasing", "regions")
_NAMES = re.compile(r"[^\W_]+")
_LAST = attrgetter("last")
_BEFORE_NAMED = frozenset({"the", "a", "an"})
_NOT_MANNER = language.words("phrasing", "not_manner")
_MOST_BEFORE = 2
"""So many words stand before a noun at most ("pit water level"); what is longer goes behind it with "of"."""


def phrase(
    case: Case, first: int, last: int, longest: int = 12, *, opens: bool = True, ends: bool = True
) -> str | None:
    """Tokens `first` to `last` (exclusive) without what says nothing of the measure; null where no word is left.

    Where the phrase does not open it may begin with a preposition, for a number stands before it; where it does not end
    with its last word, it may end with one.
    """
    last = min(last, len(case.tokens))
    kept = [i for i in range(first, last) if not _is_left_out(case, i)]
    kept = _without_bare_prepositions(case, kept, last)
    while kept and _opens_nothing(case, kept) and (opens or kept[0] != first):
        kept.pop(0)
    kept = kept[:longest]
    while kept and ((case.word(kept[-1]) in _LEFT_AT_END and ends) or case.tokens[kept[-1]].kind == "s"):
        kept.pop()
    numbers = not opens and any(case.tokens[i].kind == "n" for i in kept)
    return _joined(case, kept) if numbers or any(_tells(case.tokens[i]) for i in kept) else None


def measure_of(noun: str, owner: str | None) -> str:
    """The noun of a measure and what it is of: "granary purchases", "cost of a place at school", "price of buses"."""
    if not owner:
        return noun
    words = owner.split()
    if (
        len(words) <= _MOST_BEFORE
        and not is_plural(words[-1].lower())
        and STOP.isdisjoint(word.lower() for word in words)
    ):
        return f"{owner} {noun}"
    return f"{noun} of {owner}"


def is_own_name(case: Case, i: int) -> bool:
    """Whether a token belongs to the name of what the figure is about, which has a column of its own."""
    entity = case.entity
    if entity is None or i not in case.covered or i in case.dated:
        return False
    named = _NAMES.findall(f"{entity.place or ''} {entity.subject or ''}".lower())
    word = case.word(i).removesuffix("'s")
    if not case.tokens[i].text[:1].isupper():
        # "The Karst block", "Hei-79".
        return i > 0 and (word in named or word in HYPHENS) and is_own_name(case, i - 1)
    return word in named and (case.word(i).endswith("'s") or not _describes(case, i))


def _describes(case: Case, i: int) -> bool:
    """As in "the Karst block": a name that says which of the things that the next word names."""
    first = last = i
    while first - 1 in case.covered and case.tokens[first - 1].text[:1].isupper():
        first -= 1
    while last + 1 in case.covered and case.tokens[last + 1].text[:1].isupper():
        last += 1
    following = case.tokens[last + 1] if last + 1 < len(case.tokens) and last + 1 not in case.covered else None
    return following is not None and _tells(following) and case.word(first - 1) in _BEFORE_NAMED


def _is_left_out(case: Case, i: int) -> bool:
    token = case.tokens[i]
    if token.kind == "n" and token.glued and i and case.tokens[i - 1].kind == "w" and not _is_number(case, i):
        # "The AL2112 contract".
        return False
    if i in case.dated or is_own_name(case, i) or token.text in '()"\u201c\u201d\u2018':
        return True
    if _is_number(case, i):
        return True
    if token.kind == "w":
        manner = token.lower.endswith("ly") and len(token.lower) > len("fully") and token.lower not in _NOT_MANNER
        return token.lower in _PASSING or (manner and i not in case.covered)
    return False


def _is_number(case: Case, i: int) -> bool:
    """Whether a token belongs to an amount, hedge and unit included, and does not say what is counted."""
    at = bisect_right(case.amounts, i, key=_LAST)
    if at == len(case.amounts) or case.amounts[at].begin > i:
        return False
    one = case.amounts[at]
    counted = one.noun is not None and one.noun[0] <= i < one.noun[1]
    persons = one.kind == "person" and i == one.last - 1 and i > one.first
    return not ((counted or persons) and case.tokens[i].kind == "w")


def _without_bare_prepositions(case: Case, kept: list[int], last: int) -> list[int]:
    """Without the prepositions, articles and regions whose date or name was left out: "in [2019]", "in the city"."""
    out: list[int] = []
    for position, i in enumerate(kept):
        following = kept[position + 1] if position + 1 < len(kept) else last
        out.append(i)
        if following == i + 1:
            continue
        after = case.tokens[following] if following < len(case.tokens) else None
        if following < last and _is_number(case, following - 1) and after is not None and _tells(after):
            # "With [two] rooms".
            continue
        while out and case.word(out[-1]) in _BARE_BEFORE_GAP:
            out.pop()
    return _without_region(case, out)


def _without_region(case: Case, kept: list[int]) -> list[int]:
    """Without "in the city", "in town" at the end: the place has a column of its own."""
    words = [case.word(i) for i in kept[-3:]]
    if words[-1:] and words[-1] in _REGIONS:
        for size in (3, 2):
            if len(words) >= size and words[-size] in _PLACING and (size == 2 or words[-2] in _ARTICLES):
                return kept[:-size]
    return kept


def _opens_nothing(case: Case, kept: list[int]) -> bool:
    """Whether the first word of what is kept only opens what follows: an article, a conjunction, an owner."""
    word, token = case.word(kept[0]), case.tokens[kept[0]]
    if len(kept) > 1 and case.tokens[kept[1]].text == "-" and case.tokens[kept[1]].glued:
        # "All-in costs".
        return False
    if word in _ARTICLES or word in _OPENING or (token.kind == "s" and token.text not in "'\u2019"):
        return True
    if token.text in "'\u2019":
        return True
    owner = word.endswith("'s") and len(kept) > 1 and (word[:-2] in _REGIONS or kept[0] in case.covered)
    if word in _PLACING and kept[0] > 0 and _is_number(case, kept[0] - 1):
        # "[7 million mu] of farmland".
        return True
    return owner or (word in _PLACING and len(kept) > 1 and kept[1] != kept[0] + 1)


def _tells(token: Token) -> bool:
    return token.kind == "w" and token.lower not in STOP


def _joined(case: Case, kept: list[int]) -> str:
    """The tokens with spaces where the text has any; the first in lower case where only its sentence made it large."""
    out = ""
    for position, i in enumerate(kept):
        token = case.tokens[i]
        glued = token.glued and (position == 0 or kept[position - 1] == i - 1 or token.text == ",")
        text = token.text
        if i == 0 and _is_large_by_place(case):
            text = text[:1].lower() + text[1:]
        out += ("" if glued or not out else " ") + text
    return out


def _is_large_by_place(case: Case) -> bool:
    """Whether the first word of the sentence is a common one: a plural, a measure, a product, a small word."""
    token = case.tokens[0]
    beside = len(case.tokens) > 1 and case.tokens[1].text[:1].isupper()
    named = 0 in case.covered and 0 not in case.dated
    if beside or named or not token.text[1:].islower():
        return False
    word = token.lower
    owned = len(case.tokens) > 1 and case.word(1) == "of"
    common = owned or is_plural(word) or word in STOP or word.endswith(("ing", "tion", "ment")) or case.in_theme(0)
    return common or any(mention.first == 0 for mention in case.products[:1])
