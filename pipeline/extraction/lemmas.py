"""Lemmas: the base form of a verb or noun, by table for irregular words and by spelling for the rest.

Belongs here: forms of words. Does not: their meaning.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.vocabulary.language import irregular_forms, irregular_plurals

_IRREGULAR_VERBS = irregular_forms()
_IRREGULAR_PLURALS = irregular_plurals()
_IRREGULAR_SINGULARS = {one: many for many, one in _IRREGULAR_PLURALS.items()}
_PARTICIPLES = {lemma: form for form, lemma in _IRREGULAR_VERBS.items()}
"""The data file gives the participle last."""
_IRREGULAR_PARTICIPLES = frozenset(_PARTICIPLES.values())
_VOWELS = frozenset("aeiou")
_SHORT = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs that double their last letter: ban, stop, plan."""


@lru_cache(maxsize=20_000)
def verb_lemmas(word: str) -> tuple[str, ...]:
    """The verbs that a lower-case form may be of: an irregular one alone, else every spelling that could be one.

    "spent" gives "spend"; "slipped" gives itself, "slipp", "slippe" and "slip". Which of them exist, a table must tell.
    """
    if word in _IRREGULAR_VERBS:
        return (_IRREGULAR_VERBS[word],)
    out = [word]
    if word.endswith("ies"):
        out.append(word[:-3] + "y")
    elif word.endswith("es"):
        out += [word[:-1], word[:-2]]
    elif word.endswith("s") and not word.endswith("ss"):
        out.append(word[:-1])
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            out += _stems(word[: -len(ending)], ending)
    return tuple(out)


def _stems(stem: str, ending: str) -> list[str]:
    """What may stand before "ed" or "ing": "rais" gives rais, raise; "slipp" also slip; "carri" also carry."""
    out = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        out.append(stem[:-1])
    if ending == "ed" and stem.endswith("i"):
        out.append(stem[:-1] + "y")
    return out


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The singular of a lower-case noun; a singular stays as it is, as far as spelling shows."""
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")) or _is_plural_of_us(word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _is_plural_of_us(word: str) -> bool:
    """As in "viruses", "campuses"; a vowel before "uses", or a short word, shows a stem in -e."""
    return word.endswith("uses") and len(word) > 5 and word[-5] not in _VOWELS


@lru_cache(maxsize=20_000)
def plural(word: str) -> str:
    """The plural of a lower-case noun."""
    if word in _IRREGULAR_SINGULARS:
        return _IRREGULAR_SINGULARS[word]
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


@lru_cache(maxsize=20_000)
def participle(lemma: str) -> str:
    """The past participle of a verb: "move" gives moved, "ban" banned, "buy" bought."""
    if lemma in _PARTICIPLES:
        return _PARTICIPLES[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _SHORT.fullmatch(lemma) else "") + "ed"


def is_participle(word: str) -> bool:
    """Whether a lower-case form may be a past participle: "sold", "built", "fired"."""
    return word in _IRREGULAR_PARTICIPLES or (word.endswith("ed") and len(word) > len("need"))
