"""Events: what is said to have happened, or to be going to happen, to things that are counted.

Belongs here: the verb beside a counted noun, as the participle that goes with it ("families moved", "mills to be
moved"). Does not: which indicator noun and event make (`binding.counts`), verbs that name a measure (`implications`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.lemmas import is_participle, participle, verb_lemmas
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.values import frozen
from pipeline.extraction.wording import noun_phrase
from pipeline.vocabulary import language

_STATES = language.words("events", "states")
_BE = language.words("events", "be")
_HAVE = language.words("events", "have")
CONDITIONS = language.words("events", "conditions")
"""What things are, which says as much of them as what happened to them: empty, unsold."""
_JOINTS = frozenset({"and", "but"})
_STANDING = language.words("events", "standing")
_COMING = language.words("events", "coming")
_NEGATIONS = language.words("events", "negations")
_RELATIVES = language.words("events", "relatives")
_PREPOSITIONS = language.words("events", "prepositions")
_PARTICLES = language.words("events", "particles")
_LIGHT = language.words("events", "light")
_ADJECTIVES = language.words("events", "adjectives")
_SAME_EVENT = language.event_verbs()
_IRREGULAR = language.irregular_forms()
_WITH_E = ("v", "z", "c", "s", "rg", "dg", "u", "at", "ir", "ur", "bl", "uc", "iv")
_OWN = frozenset({"their", "his", "her"})
_CAST = frozenset({"put", "thrown", "left"})
_WORK = "work"
_SHORTEST_STEM = 4
_LONGEST_OBJECT = 2
_FARTHEST = 10
_FARTHEST_BEFORE = 6


@frozen
class Event:
    """What happened: `words` as they go behind the noun, `name`: the participle by which the vocabulary knows it."""

    words: str
    name: str


def event_behind(tokens: Sequence[Token], first: int) -> Event | None:
    """What tokens from `first` on say of the noun before them: "have moved", "a week had been stolen", "to close"."""
    helper = ""
    coming = aside = False
    for i in range(first, min(len(tokens), first + _FARTHEST)):
        word = tokens[i].lower
        if tokens[i].kind != "w" or word in _NEGATIONS or word in _JOINTS:
            return None
        if word in _STANDING and word_at(tokens, i + 1) in CONDITIONS:
            return Event(word_at(tokens, i + 1), word_at(tokens, i + 1))
        if word in _BE or word in _HAVE or word in _COMING:
            helper, aside = word, False
            coming = coming or word in _COMING
        elif word in _PREPOSITIONS and not helper:
            aside = True
        elif aside and word_at(tokens, i + 1) in _OWN:
            # "People in the hills lost their homes".
            return _behind(tokens, i, helper, coming=coming)
        elif not (aside or word in _RELATIVES or word in _LIGHT or word.endswith("ly")):
            return _behind(tokens, i, helper, coming=coming)
    return None


def event_before(tokens: Sequence[Token], before: int, start: int) -> Event | None:
    """What the verb in front of token `before` does to the things counted there: "bought 34 houses"."""
    at, particle = verb_before(tokens, before, start)
    return None if at is None else _before(tokens, at, particle)


def verb_before(tokens: Sequence[Token], before: int, start: int) -> tuple[int | None, str]:
    """The token in front of `before` where a verb may stand, and the particle behind it; null where none may."""
    particle = ""
    for i in range(before - 1, max(start, before - _FARTHEST_BEFORE) - 1, -1):
        word = tokens[i].lower
        if tokens[i].kind != "w":
            return None, particle
        if word in _PARTICLES and not particle:
            particle = word
        elif word not in _LIGHT:
            return i, particle
    return None, particle


def _behind(tokens: Sequence[Token], i: int, helper: str, *, coming: bool) -> Event | None:
    """The event that the verb at token `i` tells; `helper`: the last auxiliary before it."""
    word, passive = tokens[i].lower, helper in _BE
    if word in CONDITIONS and helper in _BE:
        return Event(word, word)
    lost = _lost(tokens, i, coming=coming)
    if lost is not None:
        return lost
    lemma = _lemma(word, infinitive=helper in _COMING)
    if lemma is None:
        return None
    particle = word_at(tokens, i + 1) if word_at(tokens, i + 1) in _PARTICLES else ""
    if coming:
        opening = "to be " if passive else "to "
        return _event(lemma, particle, opening, participle(lemma) if passive else lemma)
    event = _event(lemma, particle, "", word)
    thing = None if passive or particle else _object(tokens, i + 1)
    return Event(f"{event.words} {thing}", event.name) if thing is not None else event


def _lost(tokens: Sequence[Token], i: int, *, coming: bool) -> Event | None:
    """As in "lost their jobs", "were put out of work": what befell people, who did not all live there."""
    if word_at(tokens, i + 1) in _OWN and "lose" in verb_lemmas(tokens[i].lower):
        thing = _object(tokens, i + 2) or word_at(tokens, i + 2)
        return Event(f"to lose {thing}" if coming else f"lost {thing}", f"lost {thing}")
    out_of = [word_at(tokens, i + k) for k in (1, 2)] == ["out", "of"] and tokens[i].lower in _CAST
    return (
        Event("out of work", "out of work")
        if out_of and _WORK in (word_at(tokens, i + 3), word_at(tokens, i + 4))
        else None
    )


def _object(tokens: Sequence[Token], first: int) -> str | None:
    """The object of a verb in a word or two: "received subsidies"."""
    words = noun_phrase(tokens, first)
    return " ".join(words.split()[:_LONGEST_OBJECT]) if words is not None else None


def _before(tokens: Sequence[Token], i: int, particle: str) -> Event | None:
    word, previous = tokens[i].lower, word_at(tokens, i - 1)
    coming = previous in _COMING or (previous.endswith("ly") and word_at(tokens, i - 2) in _COMING)
    if word in _ADJECTIVES:
        return None
    lemma = _lemma(word, infinitive=coming)
    if lemma is None:
        lemma = next((one for one in verb_lemmas(word) if f"{one} {particle}".strip() in _SAME_EVENT), None)
    if lemma is None:
        return None
    return _event(lemma, particle, "to be " if coming else "", word if word.endswith("ed") else participle(lemma))


def _lemma(word: str, *, infinitive: bool) -> str | None:
    """The verb that a word is a form of, if it tells of an event; null for nouns and for what only is so."""
    if infinitive:
        return None if word in _STATES else word
    if word in _IRREGULAR:
        lemmas: tuple[str, ...] = (_IRREGULAR[word],)
    elif word.endswith(("ed", "ing")) and len(word) > 4:
        lemmas = verb_lemmas(word)[1:]
    else:
        return None
    if not _STATES.isdisjoint(lemmas):
        return None
    return next((lemma for lemma in lemmas if lemma in _SAME_EVENT), _likeliest(lemmas))


def _likeliest(lemmas: Sequence[str]) -> str:
    """Of the spellings that a form allows the one that looks most like a verb: "merge" of "merg", not "opene"."""
    if len(lemmas) > 2:
        return lemmas[-1]
    stem = lemmas[0]
    return lemmas[-1] if stem.endswith(_WITH_E) or len(stem) < _SHORTEST_STEM else stem


def _event(lemma: str, particle: str, opening: str, form: str) -> Event:
    verb = f"{lemma} {particle}".strip()
    words = f"{opening}{form} {particle}".strip()
    # "Processed" as it stands: which of "proces" and "process" is the verb, no spelling shows.
    name = form if not opening and is_participle(form) else participle(lemma)
    return Event(words, _SAME_EVENT.get(verb) or _SAME_EVENT.get(lemma) or f"{name} {particle}".strip())
