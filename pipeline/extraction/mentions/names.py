"""Names: what a run of capitalised words stands for.

Belongs here: the order in which the readers of names are asked. Does not: how each of them tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.extraction.entities import of_place
from pipeline.extraction.mentions.apposition import name_after_its_noun, name_by_apposition, with_apposition
from pipeline.extraction.mentions.capitals import end_of_name
from pipeline.extraction.mentions.introductions import BEFORE, organisation_by_words
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.mentions.places import CALENDAR, KINDS, end_with_particles, is_listed, place_at, town_at
from pipeline.extraction.mentions.settlements import landscape_at, settlement_at
from pipeline.extraction.mentions.subjects import begins_belonging, belonging_at, listed_subject, subject_by_noun
from pipeline.extraction.nouns import STOP
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import words
from pipeline.vocabulary.places import demonyms, places

OPENERS = words("mentions", "sentence_openers")
"""Words that begin a sentence, and are no part of the name behind them."""
_AGENTS = ("er", "or")
_REMEMBERED = 1_000
QUARTERS = words("mentions", "quarters")
"""Quarters of the compass and the like, which may stand before the name of a place."""


def name_at(tokens: Sequence[Token], i: int) -> Mention | None:
    """What the capitalised word at token `i` begins to name; null where it only begins a sentence."""
    run = end_with_particles(tokens, i, end_of_name(tokens, i))
    if run == 1 and not i and _only_opens(tokens[0].text):
        return None
    if tokens[i].lower in CALENDAR and run > i + 1:
        # "In September Taihu Steel": the name begins behind it.
        return None
    if not i and run > 2 and tokens[0].lower in BEFORE and tokens[0].lower.endswith(_AGENTS):
        # "Steelmaker Vitka Tube": only the head of the sentence gives its noun a capital.
        return None
    belonging = belonging_at(tokens, i, run)
    if belonging is not None:
        return belonging
    listed = listed_subject(tokens, i, run)
    if listed is not None:
        return listed
    place = place_at(tokens, i, run)
    subject = subject_by_noun(tokens, i, run, place)
    if subject is not None:
        return subject
    if place is not None:
        # "Shanghai Zhang": a longer name that only begins with a place.
        whole = place.last >= run or _is_separate(tokens, place.last)
        if whole:
            return with_apposition(tokens, place)
        return organisation_by_words(tokens, i, run) or Mention(i, run, "person")
    if tokens[i].lower in STOP:
        return None
    for read in _READERS:
        mention = read(tokens, i, run)
        if mention is not None:
            return mention
    return None


@lru_cache(maxsize=_REMEMBERED)
def _only_opens(word: str) -> bool:
    """Whether a word has its capital from its sentence alone: a small one, by which nothing known is called."""
    return word.lower() in STOP and word.isalpha() and not is_listed(word) and not begins_belonging(word)


def _is_separate(tokens: Sequence[Token], i: int) -> bool:
    """Whether the capitals at token `i` belong to no place before them: a month, a weekday, the word for its kind."""
    word = tokens[i].lower
    return tokens[i - 1].lower.endswith("'s") or word in CALENDAR or word in KINDS


def _nationality(tokens: Sequence[Token], i: int, run: int) -> Mention | None:
    """As in "Chinese", "Germans"."""
    country = demonyms().get(tokens[i].text) if run == i + 1 else None
    return Mention(i, run, "adjective", of_place(places()[country]), word=tokens[i].lower) if country else None


def _other(tokens: Sequence[Token], i: int, run: int) -> Mention | None:
    """Any other name of several words; none where the first only leads to a place: "In Datong", "rural Gansu"."""
    if run == i + 1:
        return None
    leads = (i == 0 and tokens[0].lower in OPENERS) or tokens[i].lower in QUARTERS
    inner = place_at(tokens, i + 1, run) if leads else None
    return Mention(i, run, "person") if inner is None or inner.last < run else None


_READERS = (
    _nationality,
    name_by_apposition,
    name_after_its_noun,
    town_at,
    landscape_at,
    organisation_by_words,
    settlement_at,
    _other,
)
