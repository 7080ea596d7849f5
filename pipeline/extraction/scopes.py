"""Scopes: the place or subject of one amount, what it is compared with, and lists said "respectively".

Belongs here: choosing for an amount among the topics of its sentence. Does not: the topics themselves (`topics`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extraction.amounts import Amount
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.frames import Frame
from pipeline.extraction.mentions import Entity, Mention
from pipeline.extraction.themes import Theme
from pipeline.extraction.tokens import Token
from pipeline.extraction.topics import Discourse, Topics, _resolve, is_within

if TYPE_CHECKING:
    from pipeline.extraction.figures import Reading


def entity_of(
    tokens: Sequence[Token],
    amount: Amount,
    frame: Frame,
    topics: Topics,
    mentions: Sequence[Mention],
    clauses: Clauses,
    discourse: Discourse,
) -> tuple[Entity | None, str]:
    """The entity that an amount is about, and the rule that chose it."""
    owner = next(
        (
            t
            for t in topics.turns
            if t.mention is not None
            and t.mention.last == amount.begin
            and t.mention.possessive
            and t.entity is not None
            and not _is_pronoun(t.mention)
        ),
        None,
    )
    if owner is not None and frame.kind in ("level", "count"):
        return owner.entity, "owner-before"
    before = topics.before(amount.first)
    stop = clauses.stop(amount.first)
    if frame.name == "share-of":
        there = [
            t
            for t in topics.turns
            if amount.last <= t.at < stop
            and t.mention is not None
            and _in_before(tokens, t.at)
            and _copula(tokens, amount.last, t.at)
        ]
        if there:
            return there[-1].entity, "place-behind"
        return (before.entity, "topic-of-sentence") if before is not None else (topics.inherited, "topic-of-text")
    if amount.noun is not None and frame.kind in ("count", "level"):
        located = next(
            (
                t
                for t in topics.turns
                if amount.noun[1] < t.at <= amount.noun[1] + 2
                and tokens[amount.noun[1]].lower in ("in", "of")
                and t.mention is not None
                and t.mention.kind != "pronoun"
            ),
            None,
        )
        if located is not None:
            return located.entity, "place-of-noun"
    later = [t for t in topics.turns if amount.last <= t.at < stop and t.strength > 1]
    if before is None or (
        before.at < clauses.start(amount.first)
        and before.strength == 2
        and later
        and before.mention is not None
        and before.mention.kind == "pronoun"
    ):
        for turn in later:
            if turn.strength >= 2 and _complements(tokens, amount, turn.at, turn):
                return turn.entity, "place-behind"
    if before is None:
        return topics.inherited, "topic-of-text"
    return before.entity, "topic-of-sentence"


def _is_pronoun(mention: Mention) -> bool:
    return mention.kind == "pronoun"


def _in_before(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[k].lower in ("in", "at") for k in range(max(0, at - 2), at))


def _copula(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(tokens[k].lower in ("were", "was", "is", "are", "live", "lived") for k in range(first, last))


def _complements(tokens: Sequence[Token], amount: Amount, at: int, turn: object) -> bool:
    """Whether a name behind the amount says where: "came out of X", "of the city", "in X"."""
    words = [t.lower for t in tokens[max(amount.last, at - 4) : at]]
    return bool({"in", "of", "at", "around", "within", "across"} & set(words)) and "than" not in words


def share_owner(amount: Amount, mentions: Sequence[Mention], discourse: Discourse) -> Entity | None:
    """The place whose whole a share is of: "the province's industrial value added"."""
    for mention in mentions:
        if amount.last <= mention.first <= amount.last + 3 and mention.kind in ("reference", "name"):
            return _resolve(mention, discourse, discourse.topic)
    return None


def share_scope(tokens: Sequence[Token], amount: Amount, mentions: Sequence[Mention], discourse: Discourse) -> str:
    """national, provincial or city: whose whole a share is of; empty where it is no place's."""
    for mention in mentions:
        if not amount.last <= mention.first <= amount.last + 6:
            continue
        entity = _resolve(mention, discourse, discourse.topic)
        if mention.kind == "adjective" and mention.entity is None:
            return "provincial" if mention.word == "provincial" else "national"
        if entity is None or (entity.subject is not None and mention.kind == "pronoun"):
            continue
        if mention.kind == "pronoun" and mention.word in ("it", "its", "their", "they"):
            return "city" if entity.place_kind == "city" and mention.word == "its" else ""
        return {"country": "national", "province": "provincial", "city": "city"}.get(entity.place_kind or "", "")
    words = {t.lower for t in tokens[amount.last : amount.last + 6]}
    if words & {"mainland", "national", "nation's", "country's", "nation", "country"}:
        return "national"
    return ""


def compared_place(
    tokens: Sequence[Token], amount: Amount, frame: Frame, mentions: Sequence[Mention], discourse: Discourse
) -> str | None:
    """The place or group that a gap, ratio or distance is to: the first name behind the amount, else the words."""
    for mention in mentions:
        if mention.first < amount.last or mention.first > amount.last + 12:
            continue
        entity = _resolve(mention, discourse, discourse.topic)
        if entity is not None and mention.kind != "pronoun":
            return entity.subject or entity.place
    return None


def respectively(
    tokens: Sequence[Token], topics: Topics, themes: Sequence[Theme], readings: list[Reading]
) -> list[Reading]:
    """As in "A and B owed 22.4 billion and 31.9 billion yuan respectively": each value to its own place or measure."""
    word = next((i for i, t in enumerate(tokens) if t.lower == "respectively"), None)
    if word is None:
        return readings
    out = list(readings)
    for turn in topics.turns:
        if len(turn.listed) >= 2:
            for run in _runs(out, len(turn.listed), tokens):
                for k, place in zip(run, turn.listed, strict=True):
                    out[k] = replace(out[k], entity=place, rules=(*out[k].rules, "respectively"))
            return out
    listed = _listed_themes(tokens, themes) or _elliptic_themes(tokens, themes)
    if len(listed) >= 2:
        for run in _runs(out, len(listed), tokens):
            for k, theme in zip(run, listed, strict=True):
                bound = replace(out[k].bound, indicator=theme.indicator, measured=theme.words, rule="respectively")
                out[k] = replace(out[k], bound=bound, rules=(*out[k].rules, "respectively"))
    return out


def _listed_themes(tokens: Sequence[Token], themes: Sequence[Theme]) -> list[Theme]:
    """Themes joined by commas and "and": "output of crude steel, pig iron and ..."."""
    out: list[Theme] = []
    for theme in themes:
        if out and not all(t.lower in (",", "and", "the", "of") for t in tokens[out[-1].last : theme.first]):
            if len(out) >= 2:
                return out
            out = []
        out.append(theme)
    return out


def _elliptic_themes(tokens: Sequence[Token], themes: Sequence[Theme]) -> list[Theme]:
    """As in "the primary, secondary and tertiary industries", "urban and rural households": one head, several kinds of it."""
    from pipeline.extraction.themes import known

    for theme in themes:
        one = known(theme.indicator)
        if one is None:
            continue
        # The kinds stand before the theme's own first word, or in the "of" phrase behind it.
        for at in (theme.first, theme.last + 1):
            kinds: list[str] = []
            k = at
            if at == theme.first:
                while k >= 2 and tokens[k - 1].lower in (",", "and") and tokens[k - 2].kind == "w":
                    kinds.insert(0, tokens[k - 2].lower)
                    k -= 2
                kinds.append(tokens[theme.first].lower)
            elif theme.last < len(tokens) and tokens[theme.last].lower == "of":
                while k + 1 < len(tokens) and tokens[k].kind == "w":
                    kinds.append(tokens[k].lower)
                    if tokens[k + 1].lower not in (",", "and"):
                        break
                    k += 2
            own = tokens[theme.first].lower
            ids = [
                known(
                    one.indicator_id.replace(own, kind, 1) if own in one.indicator_id else f"{kind}_{one.indicator_id}"
                )
                for kind in kinds
            ]
            if len(kinds) >= 2 and all(found is not None for found in ids):
                return [
                    Theme(theme.first, theme.last, found.indicator_id, f"{kind} {theme.words}")
                    for kind, found in zip(kinds, ids, strict=True)
                    if found is not None
                ]
    return []


def _runs(readings: Sequence[Reading], size: int, tokens: Sequence[Token]) -> list[list[int]]:
    """Runs of `size` readings that only commas and "and" part."""
    runs: list[list[int]] = []
    current: list[int] = []
    for k, reading in enumerate(readings):
        if current:
            gap = tokens[readings[current[-1]].amount.last : reading.amount.begin]
            if not all(t.lower in (",", "and") for t in gap):
                current = []
        current.append(k)
        if len(current) == size:
            runs.append(current)
            current = []
    return runs


__all__ = ["compared_place", "entity_of", "is_within", "respectively", "share_owner", "share_scope"]
