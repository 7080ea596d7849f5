"""Bystanders: mentions that tell nothing of whose the figures are, though they stand like subjects.

Belongs here: seats of government that decide something, where a share is traded or a firm is based, pronouns that stand
for nothing. Does not: names beside the topic, such as what that is far from (`weight`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.extraction.mentions import Mention
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.topics.setting import Setting
from pipeline.extraction.topics.turns import Weight
from pipeline.vocabulary.language import words

_SEATS = words("topics", "seats_of_government")
_GOVERNMENTS = words("topics", "governments")
_GOVERNING = words("topics", "governing")
_BEFORE_VERB = frozenset({"has", "have", "had", "also", "will", "would", "then", "now", "itself", "is", "was", "once"})
_BASED = frozenset({"based", "headquartered", "listed"})
_SHARES = words("topics", "shares")
_LISTING = words("topics", "listing")
_MOVES = words("topics", "quoted") | words("topics", "moves_of_shares")
_LONGEST_SHARE = 12
_WILLING = words("topics", "willing")
_QUOTED = words("topics", "quoted")
_AT = frozenset({"at", "up", "down", "higher", "lower", "near", "above", "below"})
_BEING = frozenset({"is", "was", "will", "be"})
_CLEFT = frozenset({"the", "a", "an", "this", "not", "no", "only", "in", "here", "there", "hard", "easy"})
_CLEFT_THAT = frozenset({"that", "who", "which", "before", "since", "to"})
_LONGEST_CLEFT = 10


def government(setting: Setting) -> Weight | None:
    """As in "Beijing wants fewer kilns": what a seat of government decides is no figure of that city."""
    mention, current = setting.mention, setting.course.current
    if mention.kind != "name" or mention.possessive or setting.entity.subject is not None or current is None:
        return None
    if (setting.entity.place or "").lower() not in _SEATS or setting.entity.place_key == current.place_key:
        return None
    if setting.before == "in" and word_at(setting.tokens, setting.at - 1) in _GOVERNMENTS:
        # "The government in Warsaw".
        return Weight.NONE
    if word_at(setting.tokens, mention.last) in _WILLING:
        # "And, Beijing willing, might yield".
        return Weight.NONE
    if is_quoted(setting.tokens, mention):
        # "Copper in London ended at".
        return None
    k = mention.last
    while word_at(setting.tokens, k) in _BEFORE_VERB:
        k += 1
    return Weight.NONE if word_at(setting.tokens, k) in _GOVERNING else None


def is_quoted(tokens: Sequence[Token], mention: Mention) -> bool:
    """As in "Zinc in London traded at": an exchange that a price is quoted of is not what a text goes on about."""
    last = mention.last
    if mention.kind != "name" or word_at(tokens, mention.first - 1) not in ("in", "on"):
        return False
    behind = {token.lower for token in tokens[last + 1 : last + 3]}
    return word_at(tokens, last) in _QUOTED and bool(behind) and not _AT.isdisjoint(behind)


def venue(setting: Setting) -> Weight | None:
    """As in "its shares, listed in Sydney, fell", "closed higher in Sydney": where a firm's share is traded."""
    mention, current, tokens = setting.mention, setting.course.current, setting.tokens
    if mention.kind != "name" or setting.before not in ("in", "on") or setting.entity.subject is not None:
        return None
    if current is None or current.subject_kind != "organisation":
        return None
    near = {token.lower for token in tokens[max(0, mention.first - _LONGEST_SHARE) : mention.first]}
    held = not _SHARES.isdisjoint(near)
    return Weight.NONE if held and (not _LISTING.isdisjoint(near) or _is_moved(near)) else None


def _is_moved(words: Set[str]) -> bool:
    """Whether something rose, fell or closed at a price, as far as the words between tell."""
    return not _MOVES.isdisjoint(words)


def seat(setting: Setting) -> Weight | None:
    """As in "Pune-based Karn Orr has": where a firm is, and no subject."""
    if setting.mention.kind != "name" or setting.behind not in HYPHENS:
        return None
    seated = word_at(setting.tokens, setting.mention.last + 1) in _BASED
    return (Weight.PLACE if setting.course.topic is None else Weight.ASIDE) if seated else None


def cleft(setting: Setting) -> Weight | None:
    """As in "It is the rain that ruins them", "It was not long before": a pronoun that stands for nothing."""
    if setting.mention.kind != "pronoun" or setting.mention.word != "it" or setting.mention.possessive:
        return None
    k = setting.mention.last
    is_short = setting.tokens[k - 1].lower.endswith("'s")
    if not is_short:
        if word_at(setting.tokens, k) not in _BEING:
            return None
        k += 1
    behind = [token.lower for token in setting.tokens[k : k + _LONGEST_CLEFT]]
    first = word_at(setting.tokens, k)
    named = k < len(setting.tokens) and setting.tokens[k].text[:1].isupper()
    stands_for_nothing = (first in _CLEFT or named) and not _CLEFT_THAT.isdisjoint(behind)
    return Weight.NONE if stands_for_nothing else None
