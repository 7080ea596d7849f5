"""Tense: whether the words around an amount speak of the past, of the present, or of what is to come.

Belongs here: finding the finite verb of an amount's clause, and its tense. Does not: what a tense means for a period
(`dating`), plans and forecasts (`modality`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from pipeline.extraction.lemmas import participle
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.sites import REACH, Site
from pipeline.vocabulary.language import irregular_forms, words

Tense = Literal["past", "present", "perfect", "future"]

_AUXILIARIES: dict[str, Tense] = {
    **dict.fromkeys(words("tense", "past"), "past"),
    **dict.fromkeys(words("tense", "present"), "present"),
    **dict.fromkeys(words("tense", "perfect"), "perfect"),
    **dict.fromkeys(words("tense", "future"), "future"),
}
_BARE = frozenset({"be", "been", "being"})
_VERBS = words("tense", "verbs")
_BEFORE_NOUN = words("tense", "before_noun")
_NOT_VERBS = words("tense", "not_verbs")
_DOUBTFUL = words("tense", "doubtful")
_LIGHT = words("tense", "light")
_LEMMAS = irregular_forms()
_PRONOUNS = frozenset({"it", "he", "she", "who", "which"})
_FARTHEST_AUXILIARY = 5
"""So many words may stand between an auxiliary and its participle: "has, by all accounts, fallen"."""


def tense_of(site: Site) -> Tense | None:
    """The tense of the verb nearest before the amount in its clause, else of the first behind it there.

    A clause without a verb goes on in the tense of the one before it; null where the sentence so far has no verb.
    """
    amount = site.amount
    level = site.clauses.depth[amount.first]
    first = max(0, amount.first - REACH)

    def outside(begin: int, end: int) -> list[str]:
        words, depth = site.clauses.words[begin:end], site.clauses.depth[begin:end]
        if max(depth, default=0) <= level:
            return list(words)
        return [word if deep <= level else "," for word, deep in zip(words, depth, strict=True)]

    return (
        last_tense(outside(site.start, amount.begin))
        or first_tense(outside(amount.last, site.stop))
        or last_tense(outside(first, site.start))
    )


def last_tense(clause: Sequence[str]) -> Tense | None:
    """The tense of the last finite verb of some words, lower case."""
    for i in range(len(clause) - 1, -1, -1):
        word = clause[i]
        if _is_verbal(word) or word.endswith("s"):
            found = _tense_at(clause, i) if _is_verbal(word) else _of_pronoun(clause, i)
            if found is not None:
                return found
    return None


def first_tense(clause: Sequence[str]) -> Tense | None:
    """The tense of the first finite verb of some words, lower case."""
    for i, word in enumerate(clause):
        found = _tense_at(clause, i) if _is_verbal(word) else _of_pronoun(clause, i)
        if found is not None:
            return found
    return None


def _tense_at(clause: Sequence[str], i: int) -> Tense | None:
    word = clause[i]
    if word in _AUXILIARIES:
        return _AUXILIARIES[word]
    if word in _DOUBTFUL:
        # "A berth costs 85 euros", but "costs of 85 euros".
        before = clause[i - 1] if i else ""
        counts = i == len(clause) - 1 or clause[i + 1][:1].isdecimal()
        return "present" if counts and before and before not in _BEFORE_NOUN - {"and"} else None
    # "State-owned", "coal-fired": no part of a compound is a verb of its own.
    form = None if i and clause[i - 1] in HYPHENS else _form(word)
    if form == "present":
        return "present" if i == 0 or clause[i - 1] not in _BEFORE_NOUN else None
    if form is None:
        return None
    auxiliary = _tense_of_auxiliary(clause, i)
    if auxiliary is None and form == "past" and (i == 0 or clause[i - 1] not in _BEFORE_NOUN):
        return "past"
    return auxiliary


def _of_pronoun(clause: Sequence[str], i: int) -> Tense | None:
    """As in "it brews 31 million litres", "which now bakes": whatever verb it is, behind a pronoun its ending tells."""
    word = clause[i]
    if i == 0 or not word.endswith("s") or word.endswith("ss") or word in _NOT_VERBS:
        return None
    before = clause[i - 2] if i > 1 and clause[i - 1] in _LIGHT else clause[i - 1]
    return "present" if before in _PRONOUNS else None


def _tense_of_auxiliary(clause: Sequence[str], i: int) -> Tense | None:
    """The tense of the auxiliary that a participle goes with, over adverbs and "been"."""
    for k in range(i - 1, max(-1, i - 1 - _FARTHEST_AUXILIARY), -1):
        word = clause[k]
        if word in _AUXILIARIES:
            return _AUXILIARIES[word]
        if word not in _BARE and word not in _LIGHT and not word.endswith("ly"):
            return None
    return None


@lru_cache(maxsize=20_000)
def _is_verbal(word: str) -> bool:
    """Whether a word may be a verb at all: most are none, wherever they stand."""
    return word in _AUXILIARIES or word in _DOUBTFUL or _form(word) is not None


@lru_cache(maxsize=20_000)
def _form(word: str) -> Literal["past", "participle", "present"] | None:
    """What form of a verb a word is, as far as it alone tells."""
    if word in _NOT_VERBS:
        return None
    lemma = _LEMMAS.get(word)
    if lemma is None:
        if (
            word in _VERBS
            or (word.endswith("s") and word[:-1] in _VERBS)
            or (word.endswith("es") and word[:-2] in _VERBS)
        ):
            return "present"
        return "past" if len(word) > 4 and word.endswith("ed") else None
    if word.endswith(("ing", "s")) and word != lemma:
        return "present" if word.endswith("s") else None
    return "participle" if word == participle(lemma) and _has_past_of_its_own(lemma) else "past"


@lru_cache(maxsize=2_000)
def _has_past_of_its_own(lemma: str) -> bool:
    """Whether past and participle differ: "fell", "fallen"."""
    forms = [form for form, of in _LEMMAS.items() if of == lemma and not form.endswith(("ing", "s"))]
    return len(forms) > 1
