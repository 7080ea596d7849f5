"""Respectively: values in the order of places or measures listed before them, each to its own, said so or not.

Belongs here: matching the two lists. Does not: finding lists of places (`topics.lists`), or themes (`themes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.binding import Bound
from pipeline.extraction.binding.case import BULK
from pipeline.extraction.binding.products_told import product_measured
from pipeline.extraction.figures import Reading
from pipeline.extraction.settling import settle
from pipeline.extraction.themes import Theme, known
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.topics import Topics
from pipeline.vocabulary.products import product_words

_RULE = "respectively"
_JOINTS = frozenset({",", "and"})
_THEME_JOINTS = _JOINTS | {"the", "of"}
_MOST_KINDS = 12
_SECTORS = frozenset({"sectors", "industries"})
_SHARES = frozenset({"accounted", "accounting", "contributed", "shares", "share", "proportions"})
_BEFORE_SHARES = 6
_LONGEST_MOVE = 5
_TWO_AND_TWO = 4
_THESE = frozenset({"these", "they", "those", "both"})
_WAYS = frozenset({"up", "down", "higher", "lower"})


def respectively(
    tokens: Sequence[Token], topics: Topics, themes: Sequence[Theme], readings: Sequence[Reading]
) -> list[Reading]:
    """As in "A and B owed 21.2 and 30.7 million yuan": each value to its own place or measure.

    Without the word, the values must be as many as the names, and be the next to be told.
    """
    if len(readings) < 2:
        return list(readings)
    out = _priced_in_turn(tokens, _moved_in_turn(tokens, readings))
    words = frozenset([token.lower for token in tokens])
    said = _RULE in words
    of_places = next((turn for turn in topics.turns if len(turn.listed) > 1), None)
    if of_places is not None:
        for run in _runs_behind(readings, len(of_places.listed), tokens, of_places.mention.last, said=said):
            for k, place in zip(run, of_places.listed, strict=True):
                out[k] = replace(out[k], entity=place, rules=(*out[k].rules, _RULE))
        return out
    listed = _joined(tokens, themes) or _elliptic(tokens, themes)
    if not listed and "three" in words:
        listed = _three_sectors(tokens)
    if not listed:
        return out
    for run in _runs_behind(readings, len(listed), tokens, max(theme.first for theme in listed), said=said):
        measures = _shares(tokens, listed, readings[run[0]]) or listed
        if not all(_admits(theme, readings[k]) for k, theme in zip(run, measures, strict=True)):
            continue
        for k, theme in zip(run, measures, strict=True):
            bound = replace(out[k].bound, indicator=theme.indicator, measured=theme.words, rule=_RULE)
            frame = settle(out[k].frame, bound)
            out[k] = replace(out[k], bound=bound, frame=frame, rules=(*out[k].rules, _RULE))
    return out


def _moved_in_turn(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """As in "townspeople earned 29,000 yuan and villagers 16,000, up 6 and 9 per cent": each moved by its own."""
    out = list(readings)
    for run in _moves(readings, tokens) or _lists(readings, tokens):
        before = [one for one in readings[: run[0]] if one.restates is None]
        told = before[-len(run) :] if len(before) >= len(run) > 1 else ()
        moved = all(readings[k].frame.kind == "change" and readings[k].frame.unit == "percent" for k in run)
        if not told or not moved or any(one.frame.kind == "change" for one in told):
            continue
        gap = [token.lower for token in tokens[told[-1].amount.last : readings[run[0]].amount.begin]]
        apart = {(one.bound.indicator, one.entity) for one in told}
        if gap[:1] not in ([","], [";"]) or len(gap) > _LONGEST_MOVE or len(apart) < len(run):
            continue
        for k, one in zip(run, told, strict=True):
            bound = replace(one.bound, rule=_RULE, unit=readings[k].bound.unit)
            out[k] = replace(out[k], bound=bound, entity=one.entity, rules=(*out[k].rules, "moved-in-turn"))
    return out


def _moves(readings: Sequence[Reading], tokens: Sequence[Token]) -> list[list[int]]:
    """As in "sales were 4 billion yuan, profit 1 billion; these were up 4 per cent and down 8": the last two moves.

    Each has its own word of change, so that only a pronoun or "respectively" tells that they are of two things.
    """
    if len(readings) < _TWO_AND_TWO:
        return []
    last = [len(readings) - 2, len(readings) - 1]
    first, second = (readings[k].amount for k in last)
    gap = {token.lower for token in tokens[first.last : second.begin]}
    before = {token.lower for token in tokens[readings[last[0] - 1].amount.last : first.begin]}
    behind = {token.lower for token in tokens[second.last : second.last + 3]}
    each = "former" in before and "latter" in gap
    if each:
        return [last]
    told_apart = not _THESE.isdisjoint(before) or _RULE in behind
    return [last] if told_apart and "and" in gap and not gap.isdisjoint(_WAYS) else []


def _priced_in_turn(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """As in "sold 300 tonnes of pears and 90 of plums, at 6 and 11 yuan a kilo": each at its own price."""
    out = list(readings)
    for run in _lists(readings, tokens):
        told = readings[run[0] - len(run) : run[0]] if run[0] >= len(run) > 1 else ()
        if not told or any(readings[k].amount.kind != "money" or readings[k].amount.per is None for k in run):
            continue
        gap = [token.lower for token in tokens[told[-1].amount.last : readings[run[0]].amount.begin]]
        sold = all(one.amount.kind in BULK and one.bound.measured for one in told)
        if not sold or "at" not in gap[-_LONGEST_MOVE:] or len({one.bound.measured for one in told}) < len(run):
            continue
        for k, one in zip(run, told, strict=True):
            bound = replace(_price_of(one.bound), unit=readings[k].bound.unit)
            out[k] = replace(out[k], bound=bound, entity=one.entity, rules=(*out[k].rules, "priced-in-turn"))
    return out


def _price_of(sold: Bound) -> Bound:
    """The price of the goods that a binding tells the sales or output of."""
    words = sold.measured or ""
    goods = words.removesuffix(" sales").removesuffix(" output")
    product = product_measured(sold.indicator) or product_words().get(goods.lower())
    return Bound(product.measures.get("price") if product is not None else None, f"{goods} price", _RULE)


def _runs_behind(
    readings: Sequence[Reading], size: int, tokens: Sequence[Token], stop: int, *, said: bool
) -> list[list[int]]:
    """The runs of `size` readings; where no "respectively" is said, whole lists alone, from token `stop` on."""
    if said:
        return _runs(readings, size, tokens)
    lists = [run for run in _lists(readings, tokens) if readings[run[0]].amount.begin >= stop]
    return [run for run in lists if len(run) == size] if lists and len(lists[0]) == size else []


def _lists(readings: Sequence[Reading], tokens: Sequence[Token]) -> list[list[int]]:
    """The lists that the readings fall into, by their numbers: parted by commas, and by "and" before the last."""
    out: list[list[int]] = []
    for k, reading in enumerate(readings):
        gap = [token.lower for token in tokens[readings[k - 1].amount.last : reading.amount.begin]] if k else []
        goes_on = bool(gap) and _JOINTS.issuperset(gap)
        out = [*out[:-1], [*out[-1], k]] if goes_on else [*out, [k]]
    return out


def _shares(tokens: Sequence[Token], listed: Sequence[Theme], first: Reading) -> list[Theme]:
    """As in "their shares were 12.7, 38.4 and 48.9 per cent": the shares in GDP of what was listed; else none."""
    before = {token.lower for token in tokens[max(0, first.amount.begin - _BEFORE_SHARES) : first.amount.begin]}
    if first.frame.unit != "percent" or _SHARES.isdisjoint(before):
        return []
    out: list[Theme] = []
    for theme in listed:
        stem = (theme.indicator or "").removesuffix("_value_added").removesuffix("_output")
        share = known(f"{stem}_share_of_gdp")
        if share is None:
            return []
        out.append(Theme(theme.first, theme.last, share.indicator_id, share.label_within))
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
    """As in "the primary and tertiary industries", "urban and rural households": one head, several kinds."""
    for theme in themes:
        for kinds in (_kinds_before(tokens, theme), _kinds_behind(tokens, theme)):
            listed = [of_kind for kind in kinds if (of_kind := _of_kind(tokens, theme, kind)) is not None]
            if len(kinds) > 1 and len(listed) == len(kinds):
                return listed
    return []


def _three_sectors(tokens: Sequence[Token]) -> list[Theme]:
    """As in "the three sectors accounted for": they are known, and always told in this order."""
    for at in range(len(tokens) - 1):
        if tokens[at].lower == "three" and tokens[at + 1].lower in _SECTORS:
            found = (known(f"{kind}_industry_value_added") for kind in ("primary", "secondary", "tertiary"))
            return [Theme(at, at + 2, one.indicator_id, one.label_within) for one in found if one is not None]
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
