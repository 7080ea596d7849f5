"""Facilities and organisations by name: those of the vocabulary, and those that a noun in the name shows to be one.

Belongs here: "Longhu mine", "Datong Mining Group", "Longhu No. 2 mine". Does not: names that only an apposition shows
to be a facility (`apposition`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.extraction.entities import of_place, of_subject
from pipeline.extraction.lemmas import singular
from pipeline.extraction.mentions.capitals import bare, end_of_name, is_capitalised, owns, surface
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.model import SubjectKind
from pipeline.extraction.nouns import STOP
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, tokenize, word_at
from pipeline.vocabulary.belongings import belongings
from pipeline.vocabulary.language import entity_nouns, words
from pipeline.vocabulary.places import demonyms, place_names, places
from pipeline.vocabulary.products import product_words

_FACILITIES = entity_nouns().facilities
_ORGANISATIONS = entity_nouns().organisations
TITLES = words("mentions", "titles")
"""Titles and offices that stand before the names of persons."""
# Too common to make a name of the capitals before them: "a Fushun school", "the Jilin field".
_OPENING = words("mentions", "opening_attributes")
_EVERYDAY = words("mentions", "everyday_facilities")
_INSTITUTIONS = words("mentions", "institutions")
TRADES = words("mentions", "trade_endings")
"""What a firm does, as the last word of its name: "Hailin Soy", "Longtou Shale Oil"."""
# What a facility is of, between its name and its noun.
_ATTRIBUTES = words("mentions", "trades_of_facilities")
_PRODUCTS = frozenset(word for word in product_words() if " " not in word)
_SHOWING = HYPHENS | _FACILITIES.keys() | _ATTRIBUTES | {"no"}
"""Without one of these behind it, a name of one word is shown to be nothing."""
_BEFORE_CODES = words("mentions", "before_codes")
"""Kinds of facilities that go before what tells them from others: "Block Hei-79", "Shaft 3"."""
_JOINTS = frozenset({"and", ","})
_LONGEST_CODE = 3
_MOST_LISTED = 5
_LONGEST_NAME = 6
_UNSAID = "mine"
"""What a name with a number and no noun most likely is: "Longhu No. 2"."""


class _Shown(NamedTuple):
    """What the nouns of a name show it to be, and where with them it ends."""

    kind: SubjectKind
    noun: str
    last: int


_Rule = Callable[[Sequence[Token], int, int], _Shown | None]


def belonging_at(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """The facility or organisation of the vocabulary that token `first` begins; its last word may be lower case."""
    if not begins_belonging(surface(tokens, first, first + 1)):
        return None
    for last in range(min(len(tokens), first + _LONGEST_NAME, run + 1), first, -1):
        found = belongings().get(surface(tokens, first, last))
        if found is not None:
            home = places().get(found.place_id)
            noun = bare(tokens[last - 1].lower)
            entity = of_subject(found.name, found.kind, noun, of_place(home) if home is not None else None)
            return Mention(first, last, "name", entity, word=noun, possessive=owns(tokens, last))
    return None


def begins_belonging(word: str) -> bool:
    """Whether a name of the vocabulary begins with a word, as written."""
    return word in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """The words, as written, with which the names of the vocabulary begin."""
    beginnings = {name.partition(" ")[0] for name in belongings()}
    return frozenset(surface(tokenize(beginning), 0, 1) for beginning in beginnings)


def subject_by_noun(tokens: Sequence[Token], first: int, run: int, place: Mention | None) -> Mention | None:
    """The facility or organisation that a noun in or behind the run of capitals shows; `place` is named first in it."""
    if run == first + 1 and word_at(tokens, run) not in _SHOWING and tokens[first].lower not in _BEFORE_CODES:
        return None
    if tokens[first].lower in STOP or tokens[first].lower in TITLES:
        return None
    if first == 0 and run == 1 and tokens[0].lower in _PRODUCTS:
        # "Zinc smelter Norlo cut output": the capital is the sentence's.
        return None
    shown = next((shown for rule in _RULES if (shown := rule(tokens, first, run)) is not None), None)
    if shown is None:
        return None
    kind, noun, last = shown
    entity = of_subject(surface(tokens, first, last), kind, noun, place.entity if place is not None else None)
    return Mention(first, last, "name", entity, word=noun, possessive=owns(tokens, last))


def _numbered(tokens: Sequence[Token], first: int, run: int) -> _Shown | None:  # noqa: ARG001 - a rule like the others
    """As in "Longhu No. 2", "Longhu No. 2 mine"."""
    if word_at(tokens, run) != "no" or word_at(tokens, run + 1) != "." or not word_at(tokens, run + 2).isdigit():
        return None
    last = run + 3
    behind = word_at(tokens, last)
    return _Shown("facility", behind, last + 1) if behind in _FACILITIES else _Shown("facility", _UNSAID, last)


def _noun_behind(tokens: Sequence[Token], first: int, run: int) -> _Shown | None:
    """As in "Longhu mine", "the Wuhai bridge"; "a Chinese mine" is no name."""
    behind, before = word_at(tokens, run), tokens[run - 1]
    if behind not in _FACILITIES or (behind in _EVERYDAY and not _is_the_only(tokens, first, run)):
        return None
    if first == 0 and run == 1 and before.lower in _OPENING:
        # "Real estate sales rose", "Power plant capacity": the capital is that of the sentence.
        return None
    if before.lower.endswith("'s") or before.text in demonyms():
        return None
    return _Shown("facility", behind, run + 1)


def _is_the_only(tokens: Sequence[Token], first: int, run: int) -> bool:
    """As in "the Alder works"; "the Wuhai market" may be any market of that town."""
    if word_at(tokens, first - 1) != "the" or bare(tokens[run - 1].lower) in _ORGANISATIONS:
        return False
    return not place_names().get(surface(tokens, first, run))


def _noun_within(tokens: Sequence[Token], first: int, run: int) -> _Shown | None:
    """As in "West Open Mine", "Datong Mining Group", "Ministry of Finance"."""
    if run == first + 1:
        return None
    noun = bare(tokens[run - 1].lower)
    if noun in _FACILITIES:
        return _Shown("facility", noun, run)
    if noun in _ORGANISATIONS or noun in TRADES or any(token.lower in _INSTITUTIONS for token in tokens[first:run]):
        return _Shown("organisation", noun, run)
    return None


def _trade_behind(tokens: Sequence[Token], first: int, run: int) -> _Shown | None:
    """As in "the Hrabova shopping mall", "the Ostrava steel mill"; "a Baotou steel mill" is no name."""
    if word_at(tokens, run) not in _ATTRIBUTES:
        return None
    noun, before = word_at(tokens, run + 1), tokens[run - 1]
    if noun not in _FACILITIES or word_at(tokens, first - 1) in ("a", "an"):
        return None
    if before.lower.endswith("'s") or before.text in demonyms() or word_at(tokens, run + 2) in _FACILITIES:
        return None
    return _Shown("facility", noun, run + 2)


def _hyphen_numbered(tokens: Sequence[Token], first: int, run: int) -> _Shown | None:  # noqa: ARG001 - a rule like the others
    """As in "the Alder-59 block"."""
    if word_at(tokens, run) not in HYPHENS or not tokens[run].glued or not word_at(tokens, run + 1).isdigit():
        return None
    behind = word_at(tokens, run + 2)
    return _Shown("facility", behind, run + 3) if behind in _FACILITIES else None


def _coded(tokens: Sequence[Token], first: int, run: int) -> _Shown | None:
    """As in "Block Hei-79", "Shaft No. 3", "Pit 4": the noun goes before the name or number."""
    noun = tokens[first].lower
    if noun not in _BEFORE_CODES:
        return None
    last = run
    if word_at(tokens, last) == "no" and word_at(tokens, last + 1) == ".":
        last += 2
    if word_at(tokens, last) in HYPHENS and tokens[last].glued:
        last += 1
    coded = last < len(tokens) and tokens[last].text.isdigit() and len(tokens[last].text) <= _LONGEST_CODE
    if coded and (last > run or run == first + 1 or tokens[last].glued):
        last += 1
    else:
        last = run
    return _Shown("facility", noun, last) if last > first + 1 else None


def listed_subject(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """One of several facilities with their noun behind the last: "the Karn and Orby fields", "the Karn and Orby pits".

    Only where "the" goes before the first of them; the rest must be names as well.
    """
    before = word_at(tokens, first - 1)
    if before != "the" and (before not in _JOINTS or not _is_joined(tokens, first)):
        return None
    start, joined = first, 0
    while _is_joined(tokens, start) and joined < _MOST_LISTED:
        start, joined = _name_before(tokens, start), joined + 1
    if word_at(tokens, start - 1) != "the":
        return None
    last, at = run, run
    while word_at(tokens, at) in _JOINTS and joined < _MOST_LISTED:
        at += 1 + (word_at(tokens, at) == "," and word_at(tokens, at + 1) == "and")
        if at >= len(tokens) or not is_capitalised(tokens[at]):
            return None
        at, joined = end_of_name(tokens, at), joined + 1
    if not joined:
        return None
    end = at + (word_at(tokens, at) in _ATTRIBUTES)
    noun = singular(word_at(tokens, end))
    if noun == word_at(tokens, end) or noun not in _FACILITIES or tokens[first].text in demonyms():
        return None
    if all(place_names().get(tokens[k].text) for k in range(start, at) if is_capitalised(tokens[k])):
        # "The Wuhai and Datong mines" may be any mines of those towns.
        return None
    # The last of them takes the noun to itself.
    last = end + 1 if at == run else run
    kind = noun if end == at else f"{tokens[at].lower} {noun}"
    entity = of_subject(f"{surface(tokens, first, run)} {kind}", "facility", noun)
    return Mention(first, last, "name", entity, word=noun, shared=True)


def _is_joined(tokens: Sequence[Token], first: int) -> bool:
    """Whether "and" or a comma joins the name at token `first` to one before it."""
    at = first - 1 - (word_at(tokens, first - 1) == "and" and word_at(tokens, first - 2) == ",")
    return word_at(tokens, at) in _JOINTS and at > 0 and is_capitalised(tokens[at - 1])


def _name_before(tokens: Sequence[Token], first: int) -> int:
    """The first token of the name that is joined to the one at token `first`."""
    at = first - 1 - (word_at(tokens, first - 1) == "and" and word_at(tokens, first - 2) == ",")
    while at > 0 and is_capitalised(tokens[at - 1]) and tokens[at - 1].lower not in STOP:
        at -= 1
    return at


_RULES: tuple[_Rule, ...] = (_coded, _numbered, _hyphen_numbered, _noun_behind, _trade_behind, _noun_within)
