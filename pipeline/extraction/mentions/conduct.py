"""Conduct: unknown names that do what firms do and persons do not, as in "Karn Orr lowered its guidance".

Belongs here: what a name is told to do, to have or to say that only an organisation can. Does not: signs that hold
for names of one word as well (`introductions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.tokens import Token, word_at, words_at
from pipeline.vocabulary.language import irregular_forms, words

_OF_FIRMS_ALONE = words("mentions", "verbs_of_firms_alone")
_VERBS = words("mentions", "verbs_of_organisations") | words("mentions", "finite_verbs")
_POSSESSED = words("mentions", "possessed_by_organisations") | words("mentions", "held_by_firms")
_ACCOUNTED = words("mentions", "accounted_by_firms")
_MADE = words("mentions", "made_by_firms")
_REPORTING = frozenset({"said", "says", "reported", "reports", "announced", "warned"})
_TOLD = frozenset({"it", "its"})
_OWN_PLANS = words("mentions", "plans_of_its_own")
_AHEAD = frozenset({"will", "would", "had", "has", "may", "might", "could"})
_OWN_DEEDS = words("mentions", "plans_ahead")
_OF_TOWNS = words("mentions", "lost_by_towns")
_CAUSING = words("mentions", "causing")
_KIN = words("mentions", "kin_of_firms")
_STAFF = words("mentions", "people_of_firms")
_WORKING = frozenset({"work", "works", "worked", "working"})
_DONE_BY = words("mentions", "done_by_firms")
_OF_FIRM = frozenset({"for", "at", "of"})
_AUXILIARIES = words("mentions", "before_verbs_of_firms")
_REACH = 5
_LONGEST_AUXILIARY = 4
_LONG_NAME = 3
_SHORTEST_PAST = 5
_ENDS = frozenset({",", ".", ";", ":", "(", "and", "but"})


def does_business(tokens: Sequence[Token], first: int, run: int) -> bool:
    """Whether what tokens `first` to `run` (exclusive) name does what only a firm does."""
    before, behind = word_at(tokens, first - 1), word_at(tokens, run)
    if before == "by" and word_at(tokens, first - 2) in _DONE_BY:
        # "The furnace, operated by Karn Orr,".
        return True
    if before in _OF_FIRM and _is_of_firm(before, word_at(tokens, first - 2), several=run > first + 1):
        return True
    if behind in ("and", "with") and word_at(tokens, run + 1) == "its" and word_at(tokens, run + 2) in _KIN:
        # "Karn Orr and its rival".
        return True
    if before in _CAUSING and behind == "to":
        # "Floods forced Karn Orr to lower its guidance".
        return _acts_on_its_own(tokens, run + 2) or _trims(tokens, run + 1)
    if behind in _REPORTING and _tells_of_itself(tokens, run + 1):
        return True
    if run == first + 1 and (first == 0 or not tokens[first - 1].text.isalnum()):
        # "Townspeople earned", "Two made": only the head of a sentence may give such a word its capital.
        return False
    if behind in _REPORTING:
        return _accounts(tokens, run + 1)
    verb = _verb_behind(tokens, run)
    word = word_at(tokens, verb)
    if word in _OF_FIRMS_ALONE or (run - first >= _LONG_NAME and word in _VERBS):
        return True
    is_verb = (
        word in _VERBS
        or word in irregular_forms()
        or (word.endswith("ed") and len(word) >= _SHORTEST_PAST)
        or verb > run
    )
    if not is_verb:
        return False
    acts = word not in _OF_TOWNS and _acts_on_its_own(tokens, verb + 1)
    return acts or _accounts(tokens, verb + 1) or _makes(tokens, verb + 1)


def _is_of_firm(preposition: str, before: str, *, several: bool) -> bool:
    """As in "workers at Karn Orr", "they work for Karn Orr", "turnover at Karn": what only a firm has.

    `before` is the word before the preposition; `several`: the name has several words, for a single one may be the
    town's ("workers at Karn").
    """
    if preposition == "for":
        return several and before in _WORKING
    return before in _ACCOUNTED or (before in _STAFF and preposition == "at" and several)


def _verb_behind(tokens: Sequence[Token], run: int) -> int:
    """The token of the verb that the name is the subject of: "has so far | taken", "will | cut"."""
    k = run
    while k < run + _LONGEST_AUXILIARY and word_at(tokens, k) in _AUXILIARIES:
        k += 1
    return k


def _tells_of_itself(tokens: Sequence[Token], i: int) -> bool:
    """As in "said it would cut", "said its sales": a person would say "he" or "she"; not "said it was cold"."""
    if word_at(tokens, i) == "that":
        i += 1
    if word_at(tokens, i) not in _TOLD:
        return False
    if word_at(tokens, i) == "its":
        return word_at(tokens, i + 1) in _POSSESSED or word_at(tokens, i + 2) in _POSSESSED
    ahead = word_at(tokens, i + 1) in _AHEAD and word_at(tokens, i + 2) in _OWN_DEEDS
    return ahead or word_at(tokens, i + 1) in _OWN_PLANS


def _acts_on_its_own(tokens: Sequence[Token], i: int) -> bool:
    """As in "its guidance", "its Karbo smelter", "350 of its 600 employees"."""
    for k, word in enumerate(words_at(tokens, i, _REACH), i):
        if word in _ENDS:
            return False
        if word == "its":
            return any(word_at(tokens, j) in _POSSESSED for j in range(k + 1, k + _REACH))
    return False


def _trims(tokens: Sequence[Token], i: int) -> bool:
    """As in "to halve output", "to cut its payroll": what a firm does with what it has."""
    return any(word_at(tokens, k) in _POSSESSED for k in (i + 1, i + 2))


def _accounts(tokens: Sequence[Token], i: int) -> bool:
    """As in "reported a pretax loss", "made a net profit of", "booked revenue"."""
    for word in words_at(tokens, i, _REACH):
        if word in _ENDS:
            return False
        if word in _ACCOUNTED:
            return True
    return False


def _makes(tokens: Sequence[Token], i: int) -> bool:
    """As in "lifted 67,400 barrels", "sank 214 wells", "will build 900 homes"."""
    counted = next((k for k in range(i, min(len(tokens), i + _REACH)) if tokens[k].kind == "n"), None)
    if counted is None:
        return False
    return any(word_at(tokens, k) in _MADE for k in range(counted + 1, counted + _REACH))
