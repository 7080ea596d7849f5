"""Attachments: what an amount is of that a place of its own is fastened to, whatever the sentence is about.

Belongs here: "4.7 per cent in Ostrava but 2.1 in Prague", "than Prague, which has 1.3 million", "Prague (1.3 million)".
Does not: amounts that are of the topic where they stand (`owner`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts import Amount
from pipeline.extraction.entities import Entity, moved_to
from pipeline.extraction.sites import REACH, Site, starting_in
from pipeline.extraction.topics import Topics, Turn, Weight
from pipeline.vocabulary.language import words

_LOCATED = frozenset({"in", "at", "around", "across", "for"})
_CONTRASTS = words("scopes", "contrasts")
_LIGHT = words("scopes", "light")
_RELATIVES = frozenset({"which", "where", "whose", "with"})
_ADVERBS = frozenset({"nationally", "nationwide"})
_STOPS = frozenset({",", ";", ":", "(", ")"})
_LONGEST_COMPLEMENT = 6
"""So many words at most part an amount from the name of its own place: "the 46,000 koruna that are paid in Prague"."""
_FARTHEST_PLACE = 8
"""So many words at most part an amount from the place of the one before it."""
_LONGEST_BRACKET = 4
_FARTHEST_NATION = 3
_KINDS = frozenset({"state", "city", "town", "province", "region"})
_OF_ALL = frozenset({"of", "all", "among"})
_JOINTS = frozenset({",", "and", "but"})


def attached(site: Site, topics: Topics, amounts: Sequence[Amount]) -> tuple[Entity, str] | None:
    """The place, facility or organisation that is fastened to an amount, and the rule; `amounts`: all of the sentence.

    A sentence that sets two places side by side says of each amount whose it is; one that goes on about its topic does
    not, and "in Prague" behind an amount may then be no more than where a firm does something.
    """
    antecedent = _antecedent(site, topics)
    if antecedent is not None:
        return antecedent.entity, "relative-clause"
    nation = _nation(site, topics, amounts)
    if nation is not None:
        return nation.entity, "place-of-its-own"
    own = _own_place(site, topics, amounts)
    if own is not None and own.mention.word in _ADVERBS:
        return own.entity, "place-of-its-own"
    if own is None or not (_is_contrasted(site) or _follows_other_place(site, topics, amounts)):
        return None
    return _acting_there(site, topics, own.entity), "place-of-its-own"


def _acting_there(site: Site, topics: Topics, place: Entity) -> Entity:
    """As in "Vitra employs 300 people in Wuhai and 200 in Baotou": of the firm, there; else the place."""
    first = next((turn for turn in topics.between(site.start, site.amount.begin) if turn.is_topic), None)
    acts = first is not None and first.entity.subject_kind == "organisation" and first.weight == Weight.SUBJECT
    return moved_to(first.entity, place) if first is not None and acts else place


def _antecedent(site: Site, topics: Topics) -> Turn | None:
    """The name right before the relative clause or bracket that the amount stands in, which no other name follows."""
    latest = topics.latest(site.amount.begin)
    if latest is None or latest.mention.kind not in ("name", "reference"):
        return None
    if latest.is_topic and latest.entity.subject is None:
        return None
    behind = latest.mention.last
    if site.word(behind) == "(":
        return latest if site.amount.begin - behind <= _LONGEST_BRACKET else None
    opening = behind + 1
    # "Provided Prague with" fastens nothing to Prague.
    if site.word(behind) != "," or site.word(opening) not in _RELATIVES or site.amount.begin - opening > REACH:
        return None
    within = site.words(opening, site.amount.begin)
    return latest if _STOPS.isdisjoint(within) else None


def _own_place(site: Site, topics: Topics, amounts: Sequence[Amount]) -> Turn | None:
    """The place that stands right behind an amount, before any other amount: "160 million tonnes of coal in Datong"."""
    amount = site.amount
    end = amount.noun[1] if amount.noun is not None else amount.last
    for turn in topics.between(amount.last, end + _LONGEST_COMPLEMENT + 1):
        if turn.mention.kind == "pronoun":
            continue
        if turn.entity.subject is not None and not (turn.entity.subject_kind == "facility" and _is_contrasted(site)):
            continue
        if turn.mention.word in _ADVERBS:
            return turn if turn.at == amount.last else None
        between = site.words(amount.last, turn.at)
        if "what" in between:
            # "But half of what is asked in Prague": what the amount is taken of.
            return None
        apart = not _STOPS.isdisjoint(between) or any(amount.last <= one.first < turn.at for one in amounts)
        return turn if not apart and _leads_there(site, turn) else None
    return None


def _nation(site: Site, topics: Topics, amounts: Sequence[Amount]) -> Turn | None:
    """As in "10 per cent, against 7 per cent of all Germans", "and 5 per cent nationally"."""
    amount = site.amount
    turn = next(iter(topics.between(amount.last, amount.last + _FARTHEST_NATION)), None)
    if turn is None or turn.mention.kind != "adjective" or not starting_in(amounts, amount.first - REACH, amount.first):
        return None
    at_once = _OF_ALL.issuperset(site.words(amount.last, turn.at))
    return turn if at_once and (_is_contrasted(site) or site.word(amount.begin - 1) in _JOINTS) else None


def _leads_there(site: Site, turn: Turn) -> bool:
    at = turn.at - 1
    if site.word(at) == "of" and site.word(at - 1) in _KINDS:
        at -= 2
    while site.word(at) in _LIGHT:
        at -= 1
    return site.word(at) in _LOCATED


def _is_contrasted(site: Site) -> bool:
    """Whether the words before an amount set it beside another: "but only 2.1", "against 160 million", "below the"."""
    at = site.amount.begin - 1
    while site.word(at) in _LIGHT:
        at -= 1
    # What a fraction or multiple is taken of has its place, too: "double the 2.1 per cent in Prague".
    return site.word(at) in _CONTRASTS or (site.word(at) in ("with", "to") and site.word(at - 1) in _CONTRASTS)


def _follows_other_place(site: Site, topics: Topics, amounts: Sequence[Amount]) -> bool:
    """Whether the amount before has its own place behind it: "52 million tonnes in Huainan and"."""
    before = topics.before(site.amount.begin)
    if before is None or before.entity.subject is not None or not _leads_there(site, before):
        return False
    return any(one.last <= before.at < one.last + _FARTHEST_PLACE for one in amounts if one.first < site.amount.first)
