"""The owner of an amount: the place, facility or organisation that it is a figure of.

Belongs here: rules that choose among the turns of the sentence, in the order in which they are asked. Does not: what an
amount is compared with or a share of (`counterparts`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.extraction.amounts import Amount
from pipeline.extraction.entities import Entity, moved_to
from pipeline.extraction.frames import Frame
from pipeline.extraction.framing.comparisons import GAPS
from pipeline.extraction.framing.parts import PRONOUNS_OF_WHOLE
from pipeline.extraction.framing.ranks import among_before
from pipeline.extraction.nouns import STOP
from pipeline.extraction.scopes.attachments import attached
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.sites import Site
from pipeline.extraction.topics import Topics, Turn, Weight
from pipeline.vocabulary.language import words

Owner = tuple[Entity | None, str]
"""What an amount is of, null where the text names nothing, and the rule that chose it."""

_Rule = Callable[[Site, Frame, Topics], Owner | None]

_COPULAS = frozenset({"were", "was", "is", "are", "live", "lived"})
_LOCATED = frozenset({"in", "at"})
_COMPLEMENTS = frozenset({"in", "of", "at", "around", "within", "across"})
_WORDS_BEFORE_DESTINATION = 8
_MOVING = words("scopes", "moving")
_EMPLOYED = frozenset({"work", "works", "worked", "working", "employed"})
_SET_BESIDE = frozenset({"against", "versus", "compared"})
_WORDS_BEFORE_COMPLEMENT = 4
_LONGEST_WHOLE = 9
_LONGEST_ATTRIBUTES = 3
_PARTS = frozenset({",", ";", "were", "was", "is", "are", "have", "has", "had"})


def entity_of(site: Site, frame: Frame, topics: Topics, amounts: Sequence[Amount] = ()) -> Owner:
    """The entity that an amount is about, and the rule that chose it; `amounts` are all of its sentence."""
    # A ratio to "what is paid in Lille" is no figure of Lille.
    of_its_own = frame.kind != "rank" and not (frame.of_another and (_names_standard(site) or _is_beyond(site)))
    own = attached(site, topics, amounts) if of_its_own else None
    if own is not None:
        return own
    for rule in _RULES:
        owner = rule(site, frame, topics)
        if owner is not None:
            return owner
    return _topic(site, topics)


def _names_standard(site: Site) -> bool:
    """As in "half of what Essen owes", "twice that", "a third of those": what an amount is taken of is another's."""
    last = site.amount.last
    return site.word(last + (site.word(last) == "of")) in PRONOUNS_OF_WHOLE


def _is_beyond(site: Site) -> bool:
    """As in "0.12 yuan less than in Lille", "£140 above the price in Essen": the place behind is what it is beyond."""
    return site.word(site.amount.last) in GAPS or site.word(site.amount.last + 1) == "than"


def named_last(site: Site, topics: Topics) -> Owner:
    """As in "exports from Huainan fell by 3 per cent, those from Datong by 5": the name right before the amount."""
    turn = topics.latest(site.amount.begin)
    return (turn.entity if turn is not None else topics.inherited, "named-last")


def _topic(site: Site, topics: Topics, *, whole: bool = False) -> Owner:
    """The topic where the amount stands; `whole`: "the provincial total" before it is what another is a share of."""
    before = topics.before(site.amount.first)
    if whole and before is not None and before.mention.kind == "adjective":
        before = topics.before(before.at)
    if before is None:
        return topics.inherited, "topic-of-text"
    return _actor(site, topics, before) or before.entity, "topic-of-sentence"


def _actor(site: Site, topics: Topics, place: Turn) -> Entity | None:
    """As in "Vitra made 40 kilns in Wuhai, more than the 30 of 2016": the firm of which "in Wuhai" only tells where."""
    if place.entity.subject is not None or site.word(place.at - 1) not in _COMPLEMENTS or place.at < site.start:
        return None
    if not any(token.kind == "n" for token in site.tokens[site.start : place.at]):
        return None
    turns = topics.between(max(0, site.start), place.at)
    actors = (turn for turn in turns if turn.entity.subject_kind == "organisation" and turn.weight == Weight.SUBJECT)
    actor = next(actors, None)
    return actor.entity if actor is not None else None


def _ranked(site: Site, frame: Frame, topics: Topics) -> Owner | None:
    """As in "the lowest among Gansu's 57 counties": what is ranked, not those who are compared."""
    among = among_before(site) if frame.name == "rank" else None
    if among is None:
        return None
    before = topics.before(among)
    return (topics.inherited, "topic-of-text") if before is None else (before.entity, "ranked")


def _possessor(site: Site, frame: Frame, topics: Topics) -> Owner | None:
    """As in "Hegang's 23 mines"."""
    last = topics.latest(site.amount.begin)
    if last is None or frame.kind not in ("level", "count"):
        return None
    mention = last.mention
    owns = mention.possessive and mention.kind != "pronoun" and mention.last == site.amount.begin
    return (last.entity, "owner-before") if owns else None


def _described(site: Site, frame: Frame, topics: Topics) -> Owner | None:  # noqa: ARG001 - a rule like the others
    """As in "the 40,000-bpd Karn refinery", "a 600-MW Orby power station": what the amount is an attribute of."""
    amount = site.amount
    if not any(token.text in HYPHENS and token.glued for token in site.tokens[amount.first : amount.last]):
        return None
    turn = next(iter(topics.between(amount.last, amount.last + _LONGEST_ATTRIBUTES)), None)
    if turn is None or turn.mention.kind != "name" or turn.entity.subject_kind != "facility":
        return None
    between = site.words(amount.last, turn.at)
    return (turn.entity, "attribute-of") if all(word.isalpha() and word not in STOP for word in between) else None


def _place_of_share(site: Site, frame: Frame, topics: Topics) -> Owner | None:
    """As in "of every 100 lorries 30 were built in Baotou"."""
    if frame.name != "share-of":
        return None
    behind = topics.between(site.amount.last, site.stop)
    there = (turn for turn in reversed(behind) if _is_located_by_copula(site, turn))
    turn = next(there, None) or _place_of_whole(site, behind)
    return (turn.entity, "place-behind") if turn is not None else _topic(site, topics, whole=True)


def _place_of_whole(site: Site, behind: Sequence[Turn]) -> Turn | None:
    """As in "half of the 650 towns in Gansu have": where the whole is, with no verb before that."""
    turn = behind[0] if behind else None
    if turn is None or turn.mention.kind == "pronoun" or turn.at - site.amount.last > _LONGEST_WHOLE:
        return None
    between = site.words(site.amount.last, turn.at)
    counted = any(token.kind == "n" for token in site.tokens[site.amount.last : turn.at])
    return (
        turn if counted and between[0] == "of" and between[-1] in ("in", "of") and _PARTS.isdisjoint(between) else None
    )


def _is_located_by_copula(site: Site, turn: Turn) -> bool:
    located = not _LOCATED.isdisjoint(site.words(turn.at - 2, turn.at))
    return located and not _COPULAS.isdisjoint(site.words(site.amount.last, turn.at))


def _place_of_noun(site: Site, frame: Frame, topics: Topics) -> Owner | None:
    """As in "650 lamps in Wuhai", "30 northwestern kilns"."""
    noun = site.amount.noun
    if noun is not None and frame.kind in ("count", "level"):
        within = next((turn for turn in topics.between(*noun) if turn.mention.kind == "adjective"), None)
        if within is not None:
            return within.entity, "place-of-noun"
    if noun is None or frame.kind not in ("count", "level") or site.word(noun[1]) not in ("in", "of"):
        return None
    near = topics.between(noun[1] + 1, noun[1] + 3)
    turn = next((turn for turn in near if turn.mention.kind != "pronoun"), None)
    return None if turn is None else (_acting_in(site, topics, turn.entity), "place-of-noun")


def _acting_in(site: Site, topics: Topics, place: Entity) -> Entity:
    """The firm or plant that the clause speaks of, since what it has or does in a place is its own; else the place."""
    actor = topics.before(site.amount.first)
    if actor is None or actor.at < site.start or actor.entity.subject is None or place.subject is not None:
        return place
    return actor.entity if actor.entity.place_key else moved_to(actor.entity, place)


def _place_behind(site: Site, frame: Frame, topics: Topics) -> Owner | None:  # noqa: ARG001 - a rule like the others
    """As in "3 million tonnes came out of the mine", where nothing is named before it but by a pronoun."""
    before = topics.before(site.amount.first)
    if before is not None and not _is_weak(site, before):
        return None
    behind = (turn for turn in topics.between(site.amount.last, site.stop) if turn.is_topic)
    turn = next((turn for turn in behind if _is_complement(site, turn)), None)
    return (turn.entity, "place-behind") if turn is not None else None


def _is_weak(site: Site, turn: Turn) -> bool:
    """Whether a topic before the amount's clause is too weak to reach into it: "its", "there"."""
    return turn.at < site.start and turn.weight == Weight.PLACE and turn.mention.kind == "pronoun"


def _is_complement(site: Site, turn: Turn) -> bool:
    """Whether a name behind the amount says where: "came out of X", "of the city", "in X"."""
    near = site.words(max(site.amount.last, turn.at - _WORDS_BEFORE_COMPLEMENT), turn.at)
    # "Will sail to a larger dock in Karbo": where something goes is not yet whose it is.
    before = site.words(max(site.amount.last, turn.at - _WORDS_BEFORE_DESTINATION), turn.at)
    works = site.word(turn.at - 1) in ("for", "by") and site.word(turn.at - 2) in _EMPLOYED
    if works:
        # "Some 900 people work for Vitra in Wuhai".
        return True
    beside = not _SET_BESIDE.isdisjoint(site.words(site.amount.last, turn.at))
    return not _COMPLEMENTS.isdisjoint(near) and "than" not in near and _MOVING.isdisjoint(before) and not beside


_RULES: tuple[_Rule, ...] = (_ranked, _described, _possessor, _place_of_share, _place_of_noun, _place_behind)
