"""Change cues: the verbs, nouns and particles of a sentence that say which way something moved.

Belongs here: finding them. Does not: which of them governs an amount (`governing`), or what the figure then is
(`framing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.extraction.model import Direction
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.values import frozen
from pipeline.vocabulary import language

CueKind = Literal["verb", "noun", "particle"]
Relation = Literal["by", "to", "from", "object", "of", "after", "particle", "is"]

_CHANGES = language.changes()
_WAYS: dict[str, Direction | None] = {"up": "up", "down": "down", "": None}
_VERBS: PhraseTable[str] = PhraseTable({" ".join(words): way for words, way in _CHANGES.verbs.items()})
PARTICLES = {word: _WAYS[way] for word, way in _CHANGES.particles.items()}
"""Particles of change ("up", "down") -> direction."""
COMPARATIVES = {word: _WAYS[way] for word, way in _CHANGES.comparatives.items()}
"""Comparatives ("fewer", "above") -> direction."""
TRANSITIVE = language.words("cues", "transitive")
"""Verbs of change that take an object: with people or jobs it is a change, with tonnes or money it may not be."""
_NOUNS = {word: _WAYS[way] for word, way in _CHANGES.nouns.items()}
_FIRST_WORDS = _VERBS.first_words | _NOUNS.keys() | PARTICLES.keys()
_BEFORE_VERB = language.words("cues", "before_verb")
_BEFORE_NOUN = language.words("cues", "before_noun")
_ORDINALS = language.numerals().ordinals
_AFTER_NOUN = language.words("cues", "after_noun")


@frozen
class Cue:
    """A word of change over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: CueKind
    direction: Direction | None
    word: str


@frozen
class Governing:
    """How an amount hangs on a word of change; `cue` is that word, where it is one of `find_cues`."""

    cue: Cue | None
    relation: Relation
    direction: Direction | None

    @property
    def by_noun(self) -> bool:
        """Whether the cue is a noun: "a drop of"."""
        return self.cue is not None and self.cue.kind == "noun"

    @property
    def word(self) -> str:
        """The first word of the cue in lower case; empty where there is none."""
        return self.cue.word if self.cue is not None else ""


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """All verbs, nouns and particles of change, in order, none overlapping."""
    out: list[Cue] = []
    for i in [i for i, token in enumerate(tokens) if token.lower in _FIRST_WORDS]:
        cue = _cue_at(tokens, i) if not out or i >= out[-1].last else None
        if cue is not None:
            out.append(cue)
    return out


def noun_at(tokens: Sequence[Token], i: int) -> Cue | None:
    """The noun of change that token `i` is, or could be ("cut", "fall")."""
    word = tokens[i].lower
    return Cue(i, i + 1, "noun", _NOUNS[word], word) if word in _NOUNS else None


def _cue_at(tokens: Sequence[Token], i: int) -> Cue | None:
    word = tokens[i].lower
    found = _VERBS.starting_at(tokens, i)
    if found is not None and not (word in _NOUNS and _stands_as_noun(tokens, i)):
        return Cue(i, found[1], "verb", _WAYS[found[0]], word)
    noun = noun_at(tokens, i)
    if noun is None and word in PARTICLES:
        return Cue(i, i + 1, "particle", PARTICLES[word], word)
    return noun


def _stands_as_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that is noun and verb ("fall", "cut") is a noun here, by its article or owner, or by "of"."""
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before in _BEFORE_VERB or word_at(tokens, i + 2) == "half":
        # "had so been cut in half".
        return False
    return before in _BEFORE_NOUN or before in _ORDINALS or after in _AFTER_NOUN or before.endswith("'s")
