"""Reading the topics of a sentence: its mentions one after the other, each to a turn, a source, or nothing.

Belongs here: the loop, and what it hands on to the next sentence. Does not: what a mention means (`resolution`), or
how much it weighs (`weight`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from pipeline.extraction.entities import Entity, as_group, home_of, may_be_within, members_of, moved_to
from pipeline.extraction.mentions import Mention
from pipeline.extraction.mentions.capitals import is_capitalised, surface
from pipeline.extraction.mentions.introductions import stands_alone
from pipeline.extraction.mentions.references import LONE
from pipeline.extraction.nouns import STOP
from pipeline.extraction.signs import DASHES
from pipeline.extraction.tokens import Sentence, Token, word_at
from pipeline.extraction.topics.bystanders import is_quoted
from pipeline.extraction.topics.continuity import inherited, lasting, leads
from pipeline.extraction.topics.course import Course
from pipeline.extraction.topics.discourse import Discourse
from pipeline.extraction.topics.homes import resident
from pipeline.extraction.topics.lists import joined
from pipeline.extraction.topics.resolution import of_noun, only_line, only_one, pointed_at, resolve
from pipeline.extraction.topics.short_names import with_short_names
from pipeline.extraction.topics.sources import is_source, tells_by_pronoun, tells_of_itself, tells_of_others
from pipeline.extraction.topics.turns import Topics, Turn, Weight
from pipeline.extraction.topics.weight import weigh
from pipeline.vocabulary.belongings import belongings
from pipeline.vocabulary.language import entity_nouns, words
from pipeline.vocabulary.places import places

_FACILITIES = entity_nouns().facilities
_RAIL = words("topics", "rail")
_OF_TOWNS = words("topics", "had_in_towns")
_LONGEST_DATELINE = 12
_LONGEST_OWNED = 4
_REACH = 60


def read_topics(sentence: Sentence, mentions: Sequence[Mention], discourse: Discourse) -> Topics:
    """The topics of a sentence in which `mentions` stand; `discourse` is moved on to the end of it."""
    discourse.enter(sentence.paragraph)
    mentions = with_short_names(sentence.tokens, mentions, discourse.short_names, discourse.named)
    before = inherited(sentence.tokens, mentions, discourse)
    dateline = _in_dateline(sentence, mentions)
    for mention in dateline:
        if mention.kind == "name" and mention.entity is not None:
            discourse.note(mention.entity)
            before = before or mention.entity
    held = _firsts_of_firms(mentions)
    mentions = _without_holders(mentions[len(dateline) :], held, discourse)
    reader = _Reader(sentence.tokens, discourse, Course(before), held)
    for mention, listed in joined(sentence.tokens, mentions):
        reader.read(mention, listed)
    subject, topic = reader.course.subject, _owned_by(reader.course)
    if discourse.lead is None and subject is not None and leads(sentence.tokens, subject, before):
        discourse.lead = lasting(subject.entity)
    final = subject or topic
    if not sentence.index and final is not None and final.entity.subject_kind == "organisation":
        discourse.firm = None if tells_of_others(final.entity) else final.entity
    if final is not None and before is not None and is_quoted(sentence.tokens, final.mention):
        final = None
    discourse.topic = lasting(final.entity) if final is not None else before
    return Topics(tuple(reader.course.turns), before, tuple(reader.sources))


@dataclass(slots=True)
class _Reader:
    """Reads the mentions of one sentence in order."""

    tokens: Sequence[Token]
    discourse: Discourse
    course: Course
    held: Set[int]
    """The first tokens of names of firms: what owns one right before it is only where that is."""
    sources: list[tuple[int, str]] = field(default_factory=list)

    def read(self, mention: Mention, listed: tuple[Entity, ...]) -> None:
        """Takes in the next mention; `listed` are the entities of a list."""
        if mention.kind == "person" or self._is_person(mention):
            if mention.last > mention.first + 1:
                self._remember_person(mention)
            if is_source(self.tokens, mention):
                self.sources.append((mention.first, surface(self.tokens, mention.first, mention.last)))
            return
        entity = self._meaning(mention)
        if entity is None:
            return
        if mention.kind == "name" and entity.subject is not None:
            if is_source(self.tokens, mention):
                self.sources.append((mention.first, entity.subject))
                self.discourse.note(entity)
                placed_only = self.course.subject is None and tells_by_pronoun(self.tokens, mention)
                if (self.course.topic is not None and not placed_only) or not tells_of_itself(self.tokens, mention):
                    return
            if entity.place_id is None or self._is_far(entity):
                entity = self._at_home(entity)
        if self._reports_of(mention, entity):
            self.sources.append((mention.first, entity.place or ""))
            self.discourse.note(entity)
            return
        if mention.kind == "name":
            self.discourse.note(entity)
            housed = resident(self.tokens, mention, entity, self.course)
            if housed is not None:
                self._house(housed, entity)
                return
        if mention.kind == "reference" and mention.entity is not None and entity.subject is not None:
            # "The Wuhai-based miner": there it is from now on.
            self.discourse.note(entity)
        weight = weigh(self.tokens, mention, entity, self.course)
        if weight == Weight.SUBJECT and mention.possessive and mention.last in self.held and entity.subject is None:
            # "Turnover at Wuhai's Karn Orr".
            weight = Weight.PLACE
        if mention.size is not None:
            listed = pointed_at(mention, self.discourse)
        if listed:
            self.discourse.note_list(listed)
        if weight:
            self.course.take(Turn(mention.first, self._owned(mention, entity), weight, mention, listed))

    def _remember_person(self, mention: Mention) -> None:
        """Notes the first and the last name of a person, by either of which the text may go on."""
        ends = (mention.first, mention.last - 1)
        self.discourse.persons.update(surface(self.tokens, i, i + 1) for i in ends)

    def _is_person(self, mention: Mention) -> bool:
        """As in "Holm wants" after "Jan Holm", "Gary said" after "Gary Holm"; not London for one Jack London."""
        if mention.kind != "name":
            return False
        if mention.last > mention.first + 1:
            # "Lena Holm will cut its debt" after "Prime Minister Lena Holm".
            return mention.guessed and surface(self.tokens, mention.last - 1, mention.last) in self.discourse.persons
        if surface(self.tokens, mention.first, mention.last) not in self.discourse.persons:
            return False
        known = places().get(mention.entity.place_id or "") if mention.entity is not None else None
        return mention.guessed or (known is not None and (known.ambiguous or is_source(self.tokens, mention)))

    def _reports_of(self, mention: Mention, entity: Entity) -> bool:
        """As in "Gera wants less; the state of Thuringia forecasts more": what holds a place reports of it."""
        current = self.course.current
        if mention.kind != "name" or current is None or self.course.last is None or entity.subject is not None:
            return False
        return (
            entity.place_id != current.place_id and may_be_within(current, entity) and is_source(self.tokens, mention)
        )

    def _meaning(self, mention: Mention) -> Entity | None:
        """What the mention means; an organisation before a facility's noun only tells which: "the Sinopec field"."""
        entity = resolve(mention, self.discourse, self.course.current)
        if mention.word == "there" and entity is not None and word_at(self.tokens, mention.first - 1) in _OF_TOWNS:
            # "Who could find no job there": in the town, whatever it was that shut.
            return home_of(entity)
        if mention.word == "line" and entity is None and any(token.lower in _RAIL for token in self.tokens):
            # "The line carries 900 passengers": the railway line of the town.
            return only_line(self.discourse, self.course.current)
        if mention.kind == "pronoun" and mention.word in ("they", "their"):
            return self._together(mention) or _of_several(entity)
        if mention.kind == "reference" and entity is None and stands_alone(self.tokens, mention.last):
            owned = only_one(mention.word, self.discourse, self.course.current)
            if owned is not None:
                self.discourse.note(owned)
            return owned
        if mention.kind == "name" and entity is not None and entity.subject_kind == "organisation":
            noun = word_at(self.tokens, mention.last)
            return (of_noun(noun, self.discourse, self.course.current) if noun in _FACILITIES else None) or entity
        return entity

    def _owned(self, mention: Mention, entity: Entity) -> Entity:
        """As in "Wuhai's old smelter", "the city's hospital": what it is of which a town has one; else the town."""
        if not mention.possessive or mention.kind == "pronoun" or entity.subject is not None or not entity.is_local:
            return entity
        for k in range(mention.last, mention.last + _LONGEST_OWNED):
            noun = word_at(self.tokens, k)
            if noun in LONE and stands_alone(self.tokens, k + 1):
                owned = only_one(noun, self.discourse, entity)
                if owned is not None:
                    self.discourse.note(owned)
                return owned or entity
            if not noun.isalpha() or noun in STOP:
                break
        return entity

    def _together(self, mention: Mention) -> Entity | None:
        """As in "Together with Gansu they had": what was spoken of and the place that is joined to it."""
        before, last = self.discourse.topic, self.course.last
        if before is None or last is None:
            return None
        head = self.tokens[max(0, mention.first - _REACH) : mention.first]
        if not any(token.lower in ("together", "along") for token in head):
            return None
        listed = self.discourse.listed
        members = listed if before.place_id in {one.place_id for one in listed} else members_of(before)
        return as_group((*(one for one in members if one.place_id != last.entity.place_id), last.entity))

    def _house(self, turn: Turn, home: Entity) -> None:
        """Gives what a turn is about its home, here and for the rest of the text.

        Not where its own name has told it: "Datong Mining Group" stays one of Datong, wherever it digs.
        """
        named = turn.mention.entity
        if named is not None and named.place_id is not None:
            return
        entity = moved_to(turn.entity, home)
        self.course.revise(replace(turn, entity=entity))
        self.discourse.note(entity)

    def _is_far(self, entity: Entity) -> bool:
        """Whether the place in a firm's name is one of a country that the text is not about: "Marco Soy" of Fujin."""
        elsewhere = self.discourse.main is not None and entity.country not in self.discourse.named
        return elsewhere and entity.subject not in belongings()

    def _at_home(self, entity: Entity) -> Entity:
        """A facility or organisation whose home is not known, at home in the place that the text is about."""
        current = self.course.current
        home = home_of(current) if current is not None else self.discourse.last.get("city")
        if home is None or home.place is None or home.place_kind in ("country", "group"):
            return entity
        return moved_to(entity, home)


def _owned_by(course: Course) -> Turn | None:
    """The first topic of a sentence; the firm in "turnover at Wuhai's Karn Orr", and not where it is."""
    topic = course.topic
    if topic is None or not topic.mention.possessive or topic.entity.subject is not None:
        return topic
    beside = (turn for turn in course.turns if turn.at == topic.mention.last and turn.is_topic)
    return next((turn for turn in beside if turn.entity.subject_kind == "organisation"), topic)


def _firsts_of_firms(mentions: Sequence[Mention]) -> frozenset[int]:
    """The first tokens of the names of organisations."""
    named = ((mention.first, mention.entity) for mention in mentions if mention.kind == "name")
    return frozenset(first for first, entity in named if entity is not None and entity.subject_kind == "organisation")


def _without_holders(mentions: Sequence[Mention], held: Set[int], discourse: Discourse) -> Sequence[Mention]:
    """The mentions but "Turkey's" in "Turkey's Karn Orr said": the firm's country is no owner of what it tells."""
    out = []
    for mention in mentions:
        entity = mention.entity
        wide = entity is not None and entity.subject is None and entity.place_kind in ("country", "province")
        if entity is not None and wide and mention.possessive and mention.last in held:
            discourse.note(entity)
        else:
            out.append(mention)
    return out


def _of_several(entity: Entity | None) -> Entity | None:
    """What "they" may mean where the text was about `entity`: a firm and its people, but not a single mine."""
    single = (
        entity is not None
        and entity.subject_kind is not None
        and not (entity.subject_kind == "organisation" and entity.noun)
    )
    return home_of(entity) if entity is not None and single and not entity.noun.endswith("s") else entity


def _in_dateline(sentence: Sentence, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions of a dateline at the head of a text: "LANZHOU -", "WUHAI, China, May 2 -"."""
    if sentence.index:
        return ()
    head = sentence.tokens[:_LONGEST_DATELINE]
    dash = next((i for i, token in enumerate(head) if token.text in DASHES and not token.glued), 0)
    if not is_capitalised(head[0]) or not all(is_capitalised(token) for token in head[:dash] if token.kind == "w"):
        return ()
    return [mention for mention in mentions if mention.first < dash]
