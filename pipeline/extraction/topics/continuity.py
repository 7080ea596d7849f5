"""Continuity: what a sentence is about before it names anything, and what its paragraph is about.

Belongs here: how a text goes on with its topic and comes back to it. Does not: what single words refer to
(`resolution`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extraction.entities import Entity, home_of, is_within
from pipeline.extraction.mentions import Mention
from pipeline.extraction.nouns import STOP
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.topics.discourse import Discourse
from pipeline.extraction.topics.turns import Turn
from pipeline.vocabulary.language import entity_nouns, numerals, words

_BESIDE = words("topics", "beside")
_CONTRAST = words("topics", "contrast")
_REPORTING = words("topics", "reporting")
_AUTHORS = frozenset({"we", "our"})
_JOINTS = frozenset({"and", "but", "so"})
_LEFT = frozenset({"are", "were", "is", "was", "remain", "remained", "have", "had", "survive", "survived"})
_OF_FIRMS = words("topics", "measures_of_firms")
_ARTICLES = frozenset({"a", "an", "the", "its", "another"})
_PARTS_OF_PLANTS = words("topics", "parts_of_plants")
_LONGEST_PART = 4
_OF_MAKERS = words("topics", "measures_of_makers")
_LONGEST_MEASURE = 5
_HEAD = 2
_OPENING = 3


def inherited(tokens: Sequence[Token], mentions: Sequence[Mention], discourse: Discourse) -> Entity | None:
    """What a sentence is about before it names anything.

    A pronoun at its head goes on with the last subject, and "there" before any name with the place named last.
    Otherwise a text returns from a place beside its way to what the paragraph, or the whole text, is about.
    """
    last, lead, main = discourse.topic, discourse.lead, discourse.main
    if last is None or main is None:
        return last or lead or main
    if _goes_on(mentions) or _counts_on(tokens, discourse):
        return last
    if last.lone and discourse.within_paragraph and _is_of_part(tokens):
        return last
    if not discourse.within_paragraph and word_at(tokens, 0) in _AUTHORS:
        # "We expect prices to fall": the text's own voice is no firm's.
        return main
    if last.subject_kind == "organisation" and not mentions and word_at(tokens, 0) in _OF_FIRMS:
        # "It borrowed much. Sales rose by a tenth": a place has none.
        return last
    firm = discourse.firm
    if firm is not None and all(one.kind == "pronoun" for one in mentions) and _accounts_for(tokens, firm, discourse):
        return firm
    own = (
        one
        for one in _own_subjects(discourse)
        if one.subject is not None and (_is_at_home(one, main) or (firm is not None and one.subject == firm.subject))
    )
    return next(own, None) or _other_place(discourse, main) or main


def _accounts_for(tokens: Sequence[Token], firm: Entity, discourse: Discourse) -> bool:
    """As in "Cash costs climbed", "Output in May came to": what is measured of the firm that the text is about.

    Not where the paragraph has turned to something else.
    """
    if discourse.lead is not None and discourse.lead.subject != firm.subject:
        return False
    for token in tokens[:_LONGEST_MEASURE]:
        if token.lower in _OF_FIRMS or token.lower in _OF_MAKERS:
            return True
        if token.lower in STOP or token.kind == "n":
            return False
    return False


def _is_at_home(firm: Entity, main: Entity) -> bool:
    """Whether a firm or plant is of the place that the text is about, or named after what holds that: "Yunnan Tin"."""
    return firm.place_id == main.place_id or (firm.place_kind == "province" and is_within(main, home_of(firm)))


def _goes_on(mentions: Sequence[Mention]) -> bool:
    """Whether the first mention of a sentence is a pronoun that only what was spoken of last can explain."""
    first = next((mention for mention in mentions if mention.kind != "adjective"), None)
    return first is not None and first.kind == "pronoun" and (first.word == "there" or first.first <= _HEAD)


def _is_of_part(tokens: Sequence[Token]) -> bool:
    """As in "The hospital has 210 beds. A new wing will add 60": what only a part of such a thing can be."""
    if word_at(tokens, 0) not in _ARTICLES:
        return False
    return any(word_at(tokens, k) in _PARTS_OF_PLANTS for k in range(1, _LONGEST_PART))


def _counts_on(tokens: Sequence[Token], discourse: Discourse) -> bool:
    """As in "The valley had 16 mines. Four are left.": a number alone is of what was counted last."""
    if not discourse.within_paragraph or word_at(tokens, 1) not in _LEFT:
        return False
    return tokens[0].kind == "n" or tokens[0].lower in numerals().cardinals


def _own_subjects(discourse: Discourse) -> Iterator[Entity]:
    """What the text may go on with: a new paragraph, only with what the one before it was about."""
    last, lead = discourse.topic, discourse.lead
    if lead is not None and lead == last and _is_plant(lead):
        yield lead
    if last is not None and not last.lone and (lead is not None or last == discourse.led):
        yield last
    if lead is not None and not lead.lone:
        yield lead


def _is_plant(entity: Entity) -> bool:
    """Whether something is made there: a paragraph on the steelworks goes on about that, and not the town."""
    return entity.lone and entity_nouns().facilities.get(entity.noun) == "plant"


def _other_place(discourse: Discourse, main: Entity) -> Entity | None:
    """Another place that the paragraph began with and has not left: "Bochum fared better. Pay there is high."."""
    last, lead = discourse.topic, discourse.lead
    if last is None or lead is None or not lead.is_local or lead.place_key == main.place_key:
        return None
    if last.place_key != lead.place_key:
        return None
    return home_of(last) if last.lone else last


def lasting(entity: Entity) -> Entity:
    """What a text goes on about after a sentence on `entity`: a bureau only tells of its place."""
    reports = entity.subject is not None and not _REPORTING.isdisjoint(entity.subject.lower().split())
    return home_of(entity) if reports and entity.place is not None else entity


def leads(tokens: Sequence[Token], turn: Turn, before: Entity | None) -> bool:
    """Whether a subject may be what its paragraph is about: not "neighbouring Bochum", nor "while Anyang".

    A pronoun may be that stands for what the text was about `before`; not the "it" of "in Bochum it is 9 per cent".
    """
    mention = turn.mention
    if mention.kind != "name":
        return mention.kind != "pronoun" or turn.entity == before
    around = (*tokens[max(0, mention.first - 2) : mention.first], *tokens[mention.last : mention.last + 3])
    contrasted = 0 < mention.first <= _OPENING and tokens[0].lower in _CONTRAST
    if before is not None and before != turn.entity and _is_afterthought(tokens, mention.first):
        return False
    if word_at(tokens, 0) == "one" and word_at(tokens, 1) == "of" and mention.first > 1:
        # "One of them, Clear Spring, ...": no more than an example.
        return False
    return not contrasted and _BESIDE.isdisjoint(token.lower for token in around)


def _is_afterthought(tokens: Sequence[Token], first: int) -> bool:
    """As in "spending was 6 billion, and Bochum paid the rest": the sentence has told figures of something else."""
    if word_at(tokens, first - 1) not in _JOINTS or word_at(tokens, first - 2) != ",":
        return False
    return any(token.kind == "n" for token in tokens[: first - 1])
