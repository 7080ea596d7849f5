"""Change cues: the verbs, nouns, particles and comparatives of a sentence that say which way something moved.

Belongs here: finding them, and the one that governs an amount. Does not: what the figure then is (`frames`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.extraction.amounts import Amount
from pipeline.extraction.model import Direction
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import changes, words

CueKind = Literal["verb", "noun", "particle", "comparative"]
Relation = Literal["by", "to", "from", "object", "of", "after", "particle", "is"]

_CHANGES = changes()
_VERBS: PhraseTable[str] = PhraseTable({" ".join(words): way for words, way in _CHANGES.verbs.items()})
_PREPOSED = words("cues", "preposed")
# Adverbs and small words that may stand between a verb of change and its amount.
_BETWEEN = words("cues", "between")
# A verb of change that takes an object: with people or jobs it is a change, with tonnes or money it may not be.
TRANSITIVE = words("cues", "transitive")
_WAYS: dict[str, Direction | None] = {"up": "up", "down": "down", "": None}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of change over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: CueKind
    direction: Direction | None
    word: str


@dataclass(frozen=True, slots=True)
class Governing:
    """The cue that governs an amount, and how the amount hangs on it ("by", "to", "from", object ...)."""

    cue: Cue | None
    relation: Relation
    direction: Direction | None


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """All verbs, nouns and particles of change, in order. Comparatives are looked for where an amount stands."""
    out: list[Cue] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.kind != "w":
            i += 1
            continue
        word = token.lower
        found = _VERBS.starting_at(tokens, i)
        if found is not None and not _noun_here(tokens, i, word):
            out.append(Cue(i, found[1], "verb", _WAYS[found[0]], word))
            i = found[1]
            continue
        if word in _CHANGES.nouns:
            out.append(Cue(i, i + 1, "noun", _WAYS[_CHANGES.nouns[word]], word))
        elif word in _CHANGES.particles:
            out.append(Cue(i, i + 1, "particle", _WAYS[_CHANGES.particles[word]], word))
        i += 1
    return out


def _noun_here(tokens: Sequence[Token], i: int, word: str) -> bool:
    """Whether a word that is noun and verb ("fall", "cut") is a noun here: after an article or before "of"."""
    if word not in _CHANGES.nouns:
        return False
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before in (
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "must",
        "not",
        "did",
        "does",
        "can",
        "should",
        "was",
        "were",
        "been",
        "has",
        "have",
        "had",
        "is",
        "be",
        "and",
    ):
        return False
    return (
        before
        in (
            "a",
            "an",
            "the",
            "of",
            "this",
            "that",
            "its",
            "their",
            "further",
            "cent",
            "percent",
            "%",
            "annual",
            "yearly",
            "fold",
            "no",
            "'s",
            "year",
            "sharp",
            "job",
            "year's",
        )
        or after in ("of", "in")
        or (tokens[i - 1].lower.endswith("'s") if i else False)
    )


def governing(tokens: Sequence[Token], amount: Amount, cues: Sequence[Cue], limit: int) -> Governing | None:
    """What governs `amount`; null where nothing moves. `limit`: the first token of the clause that it may hang on."""
    after = _after(tokens, amount)
    if after is not None:
        return after
    i = amount.begin - 1
    before = tokens[i].lower if i >= 0 else ""
    if before in ("a", "an", "another", "the") and (noun := _noun_after(tokens, amount)) is not None:
        return noun
    if before in _CHANGES.particles and not _scale_particle(tokens, i):
        return Governing(None, "particle", _WAYS[_CHANGES.particles[before]])
    left = [cue for cue in cues if limit <= cue.first and cue.last <= amount.begin]
    if before == "between" and i and tokens[i - 1].lower in _PREPOSED:
        i, before = i - 1, tokens[i - 1].lower
    if before == "by":
        if i and tokens[i - 1].lower in _CHANGES.particles:
            return Governing(None, "particle", _WAYS[_CHANGES.particles[tokens[i - 1].lower]])
        moved = [cue for cue in left if cue.kind in ("verb", "noun")]
        if moved:
            return Governing(moved[-1], "by", moved[-1].direction)
        return Governing(None, "by", None)
    if before == "from":
        if i and tokens[i - 1].lower in _CHANGES.particles:
            return Governing(None, "from", _WAYS[_CHANGES.particles[tokens[i - 1].lower]])
        verbs = [cue for cue in left if cue.kind in ("verb", "noun", "particle")]
        return Governing(verbs[-1], "from", verbs[-1].direction) if verbs else Governing(None, "from", None)
    if before == "to":
        verbs = [cue for cue in left if cue.kind in ("verb", "noun")]
        return Governing(verbs[-1], "to", verbs[-1].direction) if verbs else None
    if before == "of" and left and left[-1].kind == "noun" and left[-1].last >= i - 1:
        return Governing(left[-1], "of", left[-1].direction)
    verbs = [cue for cue in left if cue.kind == "verb"]
    if verbs:
        cue = verbs[-1]
        between = tokens[cue.last : amount.begin]
        if all(token.lower in _BETWEEN or token.lower.endswith("ly") for token in between) and len(between) <= 3:
            return Governing(cue, "object", cue.direction)
    nouns = [cue for cue in left if cue.kind == "noun"]
    if (
        nouns
        and any(
            token.lower in ("is", "was", "be", "were", "been", "amounted", "reached", "averaged")
            for token in tokens[nouns[-1].last : amount.begin]
        )
        and amount.begin - nouns[-1].last <= 4
    ):
        return Governing(nouns[-1], "is", nouns[-1].direction)
    return None


def _scale_particle(tokens: Sequence[Token], i: int) -> bool:
    """As in "made up 90 percent", "taken up 5", "put up", "for up": the particle belongs to a verb that is none of change."""
    return i > 0 and tokens[i - 1].lower in (
        "brought",
        "bring",
        "brings",
        "dug",
        "given",
        "gave",
        "give",
        "gives",
        "giving",
        "gone",
        "grew",
        "made",
        "make",
        "makes",
        "making",
        "took",
        "take",
        "taken",
        "set",
        "put",
        "ended",
        "built",
        "bought",
        "laid",
        "shut",
        "of",
        "turned",
        "kept",
        "for",
    )


def _after(tokens: Sequence[Token], amount: Amount) -> Governing | None:
    """As in "3.5 percent less than", "900 fewer", "11 million fewer people than", "40 yuan up on the week", "2% drop"."""
    i = amount.last
    if i < len(tokens) and tokens[i].text == "(":
        return None
    word = tokens[i].lower if i < len(tokens) else ""
    noun = _noun_after(tokens, amount)
    if noun is not None:
        return noun
    if word in ("points",):
        i += 1
        word = tokens[i].lower if i < len(tokens) else ""
    if word == "or" or word == "and":
        return None
    if word in _CHANGES.comparatives and not (word in ("up", "down", "short", "over") and _next(tokens, i) in ("to",)):
        if word in ("more", "less") and _next(tokens, i) in ("or", "and"):
            return None
        if word in ("up", "down") and _next(tokens, i) in ("from",) and amount.kind not in ("ratio", "points"):
            return None
        if word in ("above", "below", "under", "behind", "ahead", "short") and amount.kind not in ("ratio", "points"):
            return None
        return Governing(None, "after", _WAYS[_CHANGES.comparatives[word]])
    return None


def _noun_after(tokens: Sequence[Token], amount: Amount) -> Governing | None:
    """As in "a 10 per cent drop", "a tenfold increase", "a 2.4% year-on-year decline"."""
    i = amount.last
    for _ in range(3):
        if i >= len(tokens) or tokens[i].kind != "w":
            break
        word = tokens[i].lower
        if word in _CHANGES.nouns:
            return Governing(
                Cue(i, i + 1, "noun", _WAYS[_CHANGES.nouns[word]], word), "after", _WAYS[_CHANGES.nouns[word]]
            )
        if word in (
            "annual",
            "yearly",
            "sharp",
            "average",
            "further",
            "overall",
            "real",
            "nominal",
            "net",
            "cumulative",
            "pay",
            "price",
            "compound",
        ):
            i += 1
            continue
        break
    return None


def _next(tokens: Sequence[Token], i: int) -> str:
    return tokens[i + 1].lower if i + 1 < len(tokens) else ""
