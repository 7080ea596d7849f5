"""Discourse: what the text has spoken of so far.

Belongs here: the state that one sentence hands on to the next, and how naming something moves it on. Does not: which
words refer to what in it (`resolution`), or how sentences go on from it (`continuity`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extraction.entities import Entity, of_place
from pipeline.extraction.topics.short_names import named_after_place, short_names
from pipeline.vocabulary.language import entity_nouns
from pipeline.vocabulary.places import places

_MEMORY = 12
"""So many places back "the two" or "the three cities" may point."""


@dataclass(slots=True)
class Discourse:
    """What the text has spoken of so far; one lives for one article, and sentences move it on.

    `main` is the place that most of the text is about, where one stands out; `firm` the organisation that its first
    sentence is about; `topic` what the last sentence was about; `lead` what the paragraph is about: the first subject
    in it; `led` what the one before was about; `within_paragraph` tells that the sentence is not the first of its own.
    `last` maps a kind or noun ("city", "mine", "organisation") to the entity last named of it, the latest last;
    `listed` is the last list of places, `recent` are the places named last, the latest last, each once, and `sites` the
    facilities. `named` are the ids of all places named and of their countries; `short_names` are what the text may call
    its counties, facilities and organisations from now on, and `persons` the first and last names of its people.
    """

    main: Entity | None = None
    firm: Entity | None = None
    topic: Entity | None = None
    lead: Entity | None = None
    led: Entity | None = None
    country: Entity | None = None
    last: dict[str, Entity] = field(default_factory=dict)
    listed: tuple[Entity, ...] = ()
    recent: tuple[Entity, ...] = ()
    sites: tuple[Entity, ...] = ()
    named: set[str] = field(default_factory=set)
    short_names: dict[str, Entity] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)
    paragraph: int = -1
    within_paragraph: bool = False

    def enter(self, paragraph: int) -> None:
        """Moves on to a sentence of `paragraph`."""
        self.within_paragraph = paragraph == self.paragraph
        if not self.within_paragraph:
            self.paragraph, self.led, self.lead = paragraph, self.lead, None

    def note(self, entity: Entity) -> None:
        """Remembers an entity under all the words that may refer back to it."""
        if entity.subject is not None and entity.subject_kind is not None:
            # No noun refers back to what the text has not said the kind of.
            # "The plant" may be the town's smelter, but the hospital is not its school.
            known = entity.noun and not (entity.lone and entity_nouns().facilities.get(entity.noun) != "plant")
            for noun in (entity.noun, entity.subject_kind) if known else ():
                self._remember(noun, entity)
            if known and entity.subject_kind == "facility":
                self.sites = (*(one for one in self.sites if one.subject != entity.subject), entity)[-_MEMORY:]
        elif entity.place_kind is not None:
            self._remember(entity.place_kind, entity)
            if entity.place_kind not in ("group", "region"):
                others = (one for one in self.recent if (one.place_id, one.place) != (entity.place_id, entity.place))
                self.recent = (*others, entity)[-_MEMORY:]
        self._call(entity)
        self.named.update(one for one in (entity.place_id, entity.country) if one is not None)
        if self.firm is not None and self.firm.subject == entity.subject:
            self.firm = entity
        if entity.place_kind == "country":
            self.country = self.country or entity
        elif entity.country is not None and entity.country in places():
            self.country = of_place(places()[entity.country])

    def _call(self, entity: Entity) -> None:
        """Remembers what the text may call an entity from now on."""
        if entity.subject is None and entity.place is not None:
            # What is called after a place loses the name to it once the text speaks of the place.
            called = self.short_names.get(entity.place)
            if called is not None and called.subject is not None:
                del self.short_names[entity.place]
        for name in short_names(entity):
            self.short_names[name] = entity
        first = (entity.subject or "").partition(" ")[0]
        known = self.short_names.get(first)
        renewed = known is not None and known.subject == entity.subject
        if renewed or named_after_place(entity, self.named, self.main) is not None:
            self.short_names[first] = entity

    def note_list(self, listed: tuple[Entity, ...]) -> None:
        """Remembers a list of places, and each of them."""
        for entity in listed:
            self.note(entity)
        self.listed = listed

    def _remember(self, word: str, entity: Entity) -> None:
        self.last.pop(word, None)
        self.last[word] = entity
