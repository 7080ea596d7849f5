"""Insertions: names within what commas enclose, which explain the place before them or tell who speaks.

Belongs here: "Hegang, the coal city which borders Jiamusi, lost", "In Turin, Italy's motor city, pay rose", "In Iowa,
officials in Ames said, pay rose". Does not: other names beside the topic (`weight`), firms that report (`sources`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from pipeline.extraction.entities import may_be_within
from pipeline.extraction.mentions.apposition import ROLES
from pipeline.extraction.tokens import word_at
from pipeline.extraction.topics.setting import Setting
from pipeline.extraction.topics.turns import Weight
from pipeline.vocabulary.language import entity_nouns, words

STOPS = frozenset({",", ";", ":", "("})
LOCATED = ("in", "at", "around", "within", "inside", "throughout")
_LOCATED_OR_OF = (*LOCATED, "of", "from")
_ARTICLES = (["the"], ["a"], ["an"], ["home"], ["once"])
_WITHIN = frozenset({"in", "of", "at", "to", "for", "by", "from"})
_EXPLAINING = _WITHIN | {"that"}
_RELATIVES = frozenset({"which", "who", "whose", "where"})
_TOWNS = words("topics", "towns")
_CALLED = _TOWNS | words("topics", "epithets")
_FORMERLY = frozenset({"once", "long", "formerly", "then", "now", "still"})
_PLACING = frozenset({"around", "near", "between", "outside", "mostly"})
_SAYING = entity_nouns().reports | words("topics", "saying")
_INSERTION = 16
_LONGEST_EPITHET = 6


def inserted(setting: Setting) -> Weight | None:
    """As in "Hegang, the coal city which borders Jiamusi, lost": named only within what the commas enclose."""
    outer = setting.course.latest_topic
    if outer is None or word_at(setting.tokens, outer.mention.last) != ",":
        return None
    first = outer.mention.last + 1
    before = [token.lower for token in setting.tokens[first : min(setting.mention.first, first + _INSERTION)]]
    if len(before) == _INSERTION or not STOPS.isdisjoint(before):
        return None
    if outer.weight == Weight.SUBJECT and setting.tokens[first].kind == "n" and setting.before in _LOCATED_OR_OF:
        # "Potosi, 4,090 metres up in the Andes, had".
        return Weight.ASIDE if is_closed(setting) else None
    # "In Hegang, the Longhu mine, opened in 1917, made": there the words behind the comma are the sentence's own.
    explains = outer.weight == Weight.SUBJECT and _explains(before) and not _EXPLAINING.isdisjoint(before)
    return Weight.ASIDE if (explains or not _RELATIVES.isdisjoint(before)) and is_closed(setting) else None


def _explains(before: Sequence[str]) -> bool:
    """Whether what is inserted says what a name stands for: "the coal city in", "operator of the fields in"."""
    return before[:1] in _ARTICLES or (len(before) > 1 and before[0] in ROLES and before[1] in _WITHIN)


def owner_of_epithet(setting: Setting) -> Weight | None:
    """As in "In Turin, Italy's motor city, pay rose": what holds the place before the comma, which is its city."""
    last, mention = setting.course.last, setting.mention
    if last is None or not mention.possessive or mention.kind != "name" or setting.entity.subject is not None:
        return None
    comma = mention.first - 1
    while word_at(setting.tokens, comma) in _FORMERLY:
        comma -= 1
    if word_at(setting.tokens, comma) != "," or last.mention.last != comma:
        return None
    if not may_be_within(last.entity, setting.entity):
        return None
    epithet = range(mention.last, min(len(setting.tokens), mention.last + _LONGEST_EPITHET))
    end = next((k for k in epithet if setting.tokens[k].text in (",", ".", ";", ")")), None)
    return Weight.NONE if end is not None and word_at(setting.tokens, end - 1) in _CALLED else None


def around_which(setting: Setting) -> Weight | None:
    """As in "Peru's mines, around Oruro and Cuzco, made": where most of what the sentence is about lies."""
    first = setting.mention.first
    placed = setting.before in _PLACING and word_at(setting.tokens, setting.at - 1) == ","
    if not placed or setting.course.latest_topic is None or setting.course.latest_topic.mention.last >= first - 2:
        return None
    return Weight.ASIDE if is_closed(setting) else None


def of_town(setting: Setting) -> Weight | None:
    """As in "the Texas oil town of Midland": only what holds the town that is named then."""
    if setting.mention.kind != "name" or setting.entity.place_kind not in ("province", "country"):
        return None
    first = setting.mention.last
    for k in range(first, first + 3):
        if word_at(setting.tokens, k) in _TOWNS and word_at(setting.tokens, k + 1) == "of":
            return Weight.NONE
    return None


def where_one_speaks(setting: Setting) -> Weight | None:
    """As in "In Alberta, officials in Calgary said, pay rose": where somebody told of what the sentence is about."""
    outer = setting.course.latest_topic
    if outer is None or setting.before not in LOCATED or setting.entity.subject is not None:
        return None
    tokens, mention = setting.tokens, setting.mention
    opening = range(mention.first - 1, max(-1, mention.first - _INSERTION), -1)
    first = next((k for k in opening if tokens[k].text in STOPS), None)
    if first is None or tokens[first].text != "," or outer.mention.last > first:
        return None
    behind = range(mention.last, min(len(tokens), mention.last + _LONGEST_EPITHET))
    last = next((k for k in behind if tokens[k].text in (",", ".")), None)
    if last is None or tokens[last].text == ".":
        return None
    said = (token for token in islice(tokens, first + 1, last) if token.lower in _SAYING)
    counted = any(token.kind == "n" for token in islice(tokens, first + 1, last))
    return Weight.NONE if next(said, None) is not None and not counted else None


def is_closed(setting: Setting) -> bool:
    """Whether a comma comes behind the mention before anything is counted."""
    last = setting.mention.last
    behind = setting.tokens[last : last + _INSERTION]
    end = next((token for token in behind if token.kind == "n" or token.text in STOPS), None)
    return end is not None and end.text == ","
