"""Respectively: values in the order of places or measures listed before them, each to its own.

Belongs here: matching the two lists. Does not: finding lists of places (`topics.lists`), or themes (`themes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.figures import Reading
from pipeline.extraction.themes import Theme, known
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.topics import Topics

_RULE = "respectively"
_JOINTS = frozenset({",", "and"})
_THEME_JOINTS = _JOINTS | {"the", "of"}
_MOST_KINDS = 12


def respectively(
    tokens: Sequence[Token], topics: Topics, themes: Sequence[Theme], readings: Sequence[Reading]
) -> list[Reading]:
    """As in "A and B owed 21.2 and 30.7 million yuan respectively": each value to its own place or measure."""
    out = list(readings)
    if not any(token.lower == _RULE for token in tokens):
        return out
    places = next((turn.listed for turn in topics.turns if len(turn.listed) > 1), ())
    if places:
        for run in _runs(readings, len(places), tokens):
            for k, place in zip(run, places, strict=True):
                out[k] = replace(out[k], entity=place, rules=(*out[k].rules, _RULE))
        return out
    listed = _joined(tokens, themes) or _elliptic(tokens, themes)
    for run in _runs(readings, len(listed), tokens) if listed else ():
        if not all(_admits(theme, readings[k]) for k, theme in zip(run, listed, strict=True)):
            continue
        for k, theme in zip(run, listed, strict=True):
            bound = replace(out[k].bound, indicator=theme.indicator, measured=theme.words, rule=_RULE)
            out[k] = replace(out[k], bound=bound, rules=(*out[k].rules, _RULE))
    return out


def _admits(theme: Theme, reading: Reading) -> bool:
    """Whether a value can be of a theme: "their shares were" goes on with another measure than the one listed."""
    one = known(theme.indicator)
    return one is None or reading.frame.kind == "change" or one.admits(reading.frame.unit or "1")


def _runs(readings: Sequence[Reading], size: int, tokens: Sequence[Token]) -> list[list[int]]:
    """Runs of `size` readings, by their numbers, that only commas and "and" part."""
    runs: list[list[int]] = []
    current: list[int] = []
    for k, reading in enumerate(readings):
        gap = tokens[readings[k - 1].amount.last : reading.amount.begin] if current else ()
        if not all(token.lower in _JOINTS for token in gap):
            current = []
        current.append(k)
        if len(current) == size:
            runs.append(current)
            current = []
    return runs


def _joined(tokens: Sequence[Token], themes: Sequence[Theme]) -> list[Theme]:
    """The first themes that commas and "and" join: "output of pig iron, cement and glass"; else none."""
    run: list[Theme] = []
    for theme in themes:
        if run and not all(token.lower in _THEME_JOINTS for token in tokens[run[-1].last : theme.first]):
            if len(run) > 1:
                break
            run = []
        run.append(theme)
    return run if len(run) > 1 else []


def _elliptic(tokens: Sequence[Token], themes: Sequence[Theme]) -> list[Theme]:
    """As in "the primary, secondary and tertiary industries", "urban and rural households": one head, several kinds."""
    for theme in themes:
        for kinds in (_kinds_before(tokens, theme), _kinds_behind(tokens, theme)):
            listed = [of_kind for kind in kinds if (of_kind := _of_kind(tokens, theme, kind)) is not None]
            if len(kinds) > 1 and len(listed) == len(kinds):
                return listed
    return []


def _kinds_before(tokens: Sequence[Token], theme: Theme) -> list[str]:
    """The words that are joined to a theme's own first word, and that word."""
    kinds = [tokens[theme.first].lower]
    k = theme.first
    while len(kinds) < _MOST_KINDS and k >= 2 and tokens[k - 1].lower in _JOINTS and tokens[k - 2].kind == "w":
        kinds.insert(0, tokens[k - 2].lower)
        k -= 2
    return kinds


def _kinds_behind(tokens: Sequence[Token], theme: Theme) -> list[str]:
    """The words that are joined in the "of" phrase behind a theme."""
    if word_at(tokens, theme.last) != "of":
        return []
    kinds: list[str] = []
    k = theme.last + 1
    while len(kinds) < _MOST_KINDS and k + 1 < len(tokens) and tokens[k].kind == "w":
        kinds.append(tokens[k].lower)
        if tokens[k + 1].lower not in _JOINTS:
            break
        k += 2
    return kinds


def _of_kind(tokens: Sequence[Token], theme: Theme, kind: str) -> Theme | None:
    """The theme of another kind: its indicator has the kind in place of the theme's first word, or before its id."""
    own, one = tokens[theme.first].lower, known(theme.indicator)
    if one is None:
        return None
    instead = known(one.indicator_id.replace(own, kind, 1)) if own in one.indicator_id else None
    found = instead or known(f"{kind}_{one.indicator_id}")
    if found is None:
        return None
    words = theme.words[len(own) :] if instead is not None else f" {theme.words[:1].lower()}{theme.words[1:]}"
    return Theme(theme.first, theme.last, found.indicator_id, f"{kind}{words}")
