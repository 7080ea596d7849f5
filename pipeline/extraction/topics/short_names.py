"""Short names: "Changqing" for the Changqing Oilfield, "Xinbin" for Xinbin County, once the text has the full name.

Belongs here: which names have a short form, and finding it in a sentence. Does not: names that the vocabulary knows
without the text (`mentions`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from pipeline.extraction.entities import Entity, of_place
from pipeline.extraction.mentions import Mention
from pipeline.extraction.mentions.capitals import is_capitalised, owns, surface
from pipeline.extraction.mentions.names import OPENERS, QUARTERS
from pipeline.extraction.mentions.subjects import TITLES, TRADES
from pipeline.extraction.nouns import STOP
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import entity_nouns, numerals, words
from pipeline.vocabulary.places import county_names, demonyms, place_names, places

_NOUNS = entity_nouns()
_WHERE = frozenset({"in", "near", "around", "from", "to", "outside", "across", "throughout", "between", ","})
_KINDS = (" County", " District")
# Words that many names begin with, and many sentences too.
_COMMON = frozenset(
    STOP
    | QUARTERS
    | OPENERS
    | TITLES
    | words("topics", "beginnings")
    | _NOUNS.facilities.keys()
    | _NOUNS.organisations.keys()
    | numerals().ordinals.keys()
    | numerals().cardinals.keys()
)


def short_names(entity: Entity) -> Iterator[str]:
    """What a text may go on to call an entity: its full name, and a short one that means nothing else."""
    if entity.subject_kind == "organisation" and entity.subject is not None and " " in entity.subject:
        yield entity.subject
        stem, _, trade = entity.subject.rpartition(" ")
        if " " in stem and (trade.lower() in TRADES or trade.lower() in _NOUNS.organisations):
            # "Karn Ridge" for Karn Ridge Mines.
            yield stem
    if entity.subject_kind == "facility" and entity.subject is not None and not entity.lone:
        names = [word for word in entity.subject.split() if word[0].isupper()]
        stem = " ".join(names)
        if len(names) > 1 and entity.subject.startswith(f"{stem} ") and stem not in place_names():
            # "Karn Vale" for the Karn Vale pit.
            yield stem
    short = _short_name(entity)
    if short is not None:
        yield short


def _short_name(entity: Entity) -> str | None:
    if entity.subject is not None:
        name = entity.subject.partition(" ")[0]
    elif entity.place_kind in ("city", "other") and entity.place is not None:
        # A town that no list has, or whose name is an English word too: the text has shown that it is one.
        known = places().get(entity.place_id or "")
        return entity.place if known is None or known.ambiguous else None
    elif entity.place is not None and entity.place_kind in ("county", "district"):
        name = next((entity.place.removesuffix(kind) for kind in _KINDS if entity.place.endswith(kind)), entity.place)
    else:
        return None
    is_own = name[:1].isupper() and name.isalpha() and name.lower() not in _COMMON
    return name if is_own and name not in place_names() and name not in demonyms() else None


def with_short_names(
    tokens: Sequence[Token], mentions: Sequence[Mention], short_names: Mapping[str, Entity], named: Set[str]
) -> list[Mention]:
    """The mentions of a sentence together with those by a short name, in order; `named`: ids of the places so far."""
    if not short_names and not named:
        return list(mentions)
    mentions = [_known(tokens, mention, short_names) for mention in mentions]
    taken = {i for mention in mentions for i in range(mention.first, mention.last)}
    found = [
        Mention(i, i + 1, "name", entity, word=entity.noun, possessive=owns(tokens, i + 1))
        for i, token in enumerate(tokens)
        if token.text != token.lower and i not in taken and is_capitalised(token)
        if (entity := _called(surface(tokens, i, i + 1), short_names, named)) is not None
    ]
    return sorted((*mentions, *found), key=lambda mention: mention.first)


def named_after_place(entity: Entity, named: Set[str], main: Entity | None) -> str | None:
    """The place alone that a firm's or field's name begins with, where the text speaks of no such place: "Linfen".

    `named` are the ids of the places named so far, and `main` is what the text is about.
    """
    if entity.subject is None or entity.lone or main is None:
        return None
    name = entity.subject.partition(" ")[0]
    meant = place_names().get(name, ())
    if not meant or name == entity.subject or name.lower() in _COMMON or main.place_id in meant:
        return None
    return None if not named.isdisjoint(meant) or name in demonyms() else name


def _called(name: str, short_names: Mapping[str, Entity], named: Set[str]) -> Entity | None:
    """What a text means by a name alone: what it has named in full, or a county of a city that it has named."""
    if name in short_names:
        return short_names[name]
    counties = (places()[place_id] for place_id in county_names().get(name, ()))
    return next((of_place(place) for place in counties if place.parent in named), None)


def _known(tokens: Sequence[Token], mention: Mention, short_names: Mapping[str, Entity]) -> Mention:
    """A name of several words that need not be explained again, or of the place that a firm is called after."""
    named = mention.entity.subject if mention.kind == "name" and mention.entity is not None else None
    known = short_names.get(named or "")
    if known is not None and known.subject == named and known.place is not None:
        # A firm that the text has told the home of.
        return replace(mention, entity=known)
    is_place = mention.kind == "name" and mention.entity is not None and named is None
    if mention.kind != "person" and not mention.guessed and not is_place:
        return mention
    entity = short_names.get(surface(tokens, mention.first, mention.last))
    if entity is None or (is_place and not mention.guessed and not _is_meant(tokens, mention, entity)):
        return mention
    return replace(mention, kind="name", entity=entity, word=entity.noun, rivals=())


def _is_meant(tokens: Sequence[Token], mention: Mention, entity: Entity) -> bool:
    """Whether the name of a place stands for what is called after it: not "in Linfen" for the firm Linfen Coal."""
    if entity.subject is None:
        return False
    return entity.subject_kind == "facility" or word_at(tokens, mention.first - 1) not in _WHERE
