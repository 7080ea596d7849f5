"""Sources: who reports a figure rather than has it, "the bureau said", "according to Wang".

Belongs here: telling them by the words around a name. Does not: what a figure is then of (`read`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import Entity
from pipeline.extraction.mentions import Mention
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import entity_nouns, words

_DETERMINERS = ("the", "a", "an", "s")
_ACCOUNTS = words("topics", "accounts")
_REPORTED = words("topics", "reported")
_REPORTS = entity_nouns().reports - words("topics", "not_of_a_source")
_BEFORE_REPORT = words("topics", "before_report")
_TELLING_OF_OTHERS = words("topics", "telling_of_others")
_PUBLIC = entity_nouns().organisations
_REACH = 3
_SHORTEST_REPORT = 4


def is_source(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether what is mentioned only reports: "X said", "according to X", "a survey by X"."""
    i = mention.first - 1
    while word_at(tokens, i) in _DETERMINERS:
        i -= 1
    before, earlier = word_at(tokens, i), word_at(tokens, i - 1)
    if before in ("of", "by", "from") and earlier in _ACCOUNTS:
        return mention.entity is not None and mention.entity.subject is not None
    if before in ("said", "says", "told") or (before == "to" and earlier == "according"):
        return True
    if before == "by" and earlier in _REPORTED:
        return True
    return _reports(tokens, mention.last)


def _reports(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of report follows at token `i`: "said", "has also reported", "data show"."""
    for k in range(i, i + _REACH):
        word = word_at(tokens, k)
        if word in _REPORTS:
            return True
        if word not in _BEFORE_REPORT:
            return False
    return False


def tells_of_itself(tokens: Sequence[Token], mention: Mention) -> bool:
    """As in "Vitra Group said it lost", "reported a profit": what a firm tells without naming another is its own.

    Not what banks, institutes, bureaus and newspapers tell, who speak of others.
    """
    entity = mention.entity
    if entity is None or entity.subject is None or not _reports(tokens, mention.last):
        return False
    if len(tokens) - mention.last <= _SHORTEST_REPORT:
        # "Prices fell by 3 per cent, Vitra Group said."
        return False
    return not tells_of_others(entity)


def tells_by_pronoun(tokens: Sequence[Token], mention: Mention) -> bool:
    """As in "In Wuhai, Vitra Group said it would": what "it" does is told by itself, wherever that is."""
    behind = range(mention.last, mention.last + _REACH)
    said = next((k for k in behind if word_at(tokens, k) in _REPORTS), None)
    if said is None:
        return False
    return word_at(tokens, said + 1 + (word_at(tokens, said + 1) == "that")) in ("it", "its")


def tells_of_others(entity: Entity) -> bool:
    """Whether an organisation is one of those whose trade or office it is to tell of others: a bureau, a bank."""
    name = (entity.subject or "").lower().split()
    return any(word in _TELLING_OF_OTHERS or _PUBLIC.get(word) == "public" for word in (*name, entity.noun))
