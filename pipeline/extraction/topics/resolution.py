"""Resolution: what a mention means where the text has come to it.

Belongs here: pronouns, "provincial", "the city", "the mine", "the former", "the three provinces". Does not: finding
such words (`mentions.references`), or whether the sentence is then about it (`weight`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.entities import (
    Entity,
    as_group,
    enclosing,
    home_of,
    is_seat,
    may_be_within,
    moved_to,
    of_subject,
)
from pipeline.extraction.mentions import Mention
from pipeline.extraction.mentions.references import CAPITAL, COMPASS, LONE, SISTERS
from pipeline.extraction.model import PlaceKind
from pipeline.extraction.topics.discourse import Discourse
from pipeline.vocabulary.language import entity_nouns, words

_REFERENCES = entity_nouns().references
_FACILITIES = entity_nouns().facilities
_SITES = frozenset({"mine", "oilfield", "block", "farm"})
"""Kinds of facilities that one can be at as at a place; what is paid "there", after a mill, is the town's."""
_GROUPS: dict[str, PlaceKind] = {"provinces": "province", "cities": "city", "towns": "city", "counties": "county"}

_PUBLIC = frozenset(noun for noun, kind in entity_nouns().organisations.items() if kind == "public")
_ANY_PLANT = words("topics", "plants_of_firms")
"""Works of which a firm that has named none speaks as its own."""


def resolve(mention: Mention, discourse: Discourse, current: Entity | None) -> Entity | None:
    """What a mention means where the sentence has been about `current`; null where the text does not say."""
    match mention.kind:
        case "name":
            return _of_name(mention, discourse)
        case "adjective":
            return mention.entity or _of_adjective(mention.word, discourse, current)
        case "pronoun":
            return _there(discourse, current) if mention.word == "there" else current
        case "reference" if mention.size is not None:
            return as_group(pointed_at(mention, discourse))
        case "reference" if mention.remote:
            return discourse.last.get(_REFERENCES.get(mention.word, ""))
        case "reference" if mention.entity is not None and _REFERENCES.get(mention.word) == "organisation":
            return _seated(mention.word, mention.entity, discourse, current)
        case "reference" if mention.entity is not None:
            return _held_by(mention.entity, discourse, current)
        case "reference":
            return of_noun(mention.word, discourse, current)
        case "person":
            return None


def _there(discourse: Discourse, current: Entity | None) -> Entity | None:
    """What "there" means: the place that the sentence is about, or the mine or field that it is just then about."""
    is_site = current is not None and current.subject_kind == "facility" and not current.lone
    within = discourse.within_paragraph and is_site and _FACILITIES.get(current.noun if current else "") in _SITES
    return current if within or current is None else home_of(current)


def pointed_at(mention: Mention, discourse: Discourse) -> tuple[Entity, ...]:
    """What "the two", "the three provinces" point back to; empty where the text has nothing of that kind and size.

    The last list, where it is of that size and kind; else so many of the places named last.
    """
    size, kind = mention.size, _GROUPS.get(mention.word)
    listed = discourse.listed
    if listed and size in (0, len(listed)) and kind in (None, listed[0].place_kind):
        return listed
    if not size:
        return ()
    if kind is None and discourse.recent:
        kind = discourse.recent[-1].place_kind
    fitting = tuple(entity for entity in discourse.recent if entity.place_kind == kind)
    return fitting[-size:] if len(fitting) >= size else ()


def of_noun(noun: str, discourse: Discourse, current: Entity | None) -> Entity | None:
    """What "the <noun>" means: the thing of that kind that the text is about, else the one named last."""
    if noun in ("former", "latter"):
        return discourse.listed[0 if noun == "former" else -1] if len(discourse.listed) >= 2 else None
    if noun in SISTERS:
        return _sister(discourse, current)
    if noun == CAPITAL:
        return _capital(discourse, current)
    match _REFERENCES.get(noun):
        case "facility":
            return _current(noun, "facility", current) or discourse.last.get(noun) or _of_group(noun, discourse)
        case "organisation":
            named = discourse.last.get(noun) or discourse.last.get("organisation")
            return _current(noun, "organisation", current) or named
        case "city":
            return _city(discourse, current)
        case "province":
            return enclosing(current, "province") or discourse.last.get("province")
        case "country":
            return discourse.country
        case "region":
            # "The area" is more often one of land than of provinces.
            return None if noun == "area" else discourse.last.get("region")
        case "other":
            return discourse.last.get("other") or discourse.last.get("district")
        case kind:
            named = discourse.last.get(kind or "")
            # "Residents of Karn Vale" do not say what that is.
            return named or (discourse.last.get("other") if kind in ("district", "county") else None)


def _sister(discourse: Discourse, current: Entity | None) -> Entity | None:
    """Another facility of the same kind as the one spoken of, the one named last."""
    if current is None or current.subject_kind != "facility":
        return None
    return next(
        (one for one in reversed(discourse.sites) if one.subject != current.subject and _alike(one.noun, current.noun)),
        None,
    )


def only_one(noun: str, discourse: Discourse, current: Entity | None) -> Entity | None:
    """As in "the hospital", "its school", of which a town has one: without a name it has the town's."""
    home = home_of(current) if current is not None and current.is_local else discourse.main
    firm = discourse.topic if discourse.within_paragraph else None
    if noun in _ANY_PLANT and firm is not None and _is_firm_of(firm, home):
        # "Oravais Foods lost money. The plant employs": the firm's own.
        return firm
    if noun not in LONE or home is None or home.place is None or not home.is_local:
        return None
    return replace(of_subject(f"{home.place} {noun}", "facility", noun, home), lone=True)


def only_line(discourse: Discourse, current: Entity | None) -> Entity | None:
    """The railway line of the town that the text is about."""
    home = home_of(current) if current is not None and current.is_local else discourse.main
    if home is None or home.place is None or not home.is_local:
        return None
    return replace(of_subject(f"{home.place} line", "facility", "line", home), lone=True)


def _is_firm_of(entity: Entity, home: Entity | None) -> bool:
    """Whether it is a firm with a name, at home in a place: a ministry has no plants."""
    of_place = home is not None and entity.place_id == home.place_id
    return of_place and entity.subject_kind == "organisation" and not entity.lone and entity.noun not in _PUBLIC


def _capital(discourse: Discourse, current: Entity | None) -> Entity | None:
    """The city that the text has named and that the province is run from."""
    province = enclosing(current, "province") or enclosing(discourse.main, "province")
    cities = (one for one in reversed(discourse.recent) if one.place_kind == "city")
    return next((city for city in cities if province is not None and is_seat(city, province)), None)


def _of_name(mention: Mention, discourse: Discourse) -> Entity | None:
    """What a name means: of places of one name the one named before, else one that the text named the holder of."""
    named, entity = discourse.named, mention.entity
    if entity is None or (mention.needs_country and named and entity.country not in named):
        return None
    candidates = (entity, *mention.rivals)
    known = (one for one in candidates if one.place_id in named)
    held = (one for one in candidates if one.parent in named and one.parent != one.country)
    return next(known, None) or next(held, entity)


def _of_adjective(word: str, discourse: Discourse, current: Entity | None) -> Entity | None:
    if word in COMPASS:
        region = discourse.last.get("region")
        quarter = word.replace("-", "").removesuffix("ern")
        named = region is not None and quarter in (region.place or "").lower().split()
        return region if named else None
    if word == "provincial":
        return enclosing(current, "province") or discourse.last.get("province")
    return discourse.country


def _seated(noun: str, seat: Entity, discourse: Discourse, current: Entity | None) -> Entity:
    """What "the Wuhai-based miner" means: the firm spoken of, which is then of Wuhai; for want of one the place."""
    firm = of_noun(noun, discourse, current)
    if firm is None or firm.subject is None:
        return seat
    return firm if firm.place_id == seat.place_id else moved_to(firm, seat)


def _current(noun: str, kind: str, current: Entity | None) -> Entity | None:
    """What the sentence is about, where the noun can mean it."""
    fits = current is not None and current.subject_kind == kind and _alike(current.noun, noun)
    return current if fits else None


def _of_group(noun: str, discourse: Discourse) -> Entity | None:
    """The facility named last that the noun can mean, as "the colliery" means a mine."""
    named = reversed(discourse.last.items())
    return next((one for word, one in named if one.subject_kind == "facility" and _alike(word, noun)), None)


def _alike(one: str, other: str) -> bool:
    """Whether two nouns of facilities can mean the same."""
    return one == other or (one in _FACILITIES and _FACILITIES[one] == _FACILITIES.get(other))


def _city(discourse: Discourse, current: Entity | None) -> Entity | None:
    """The home of the facility in focus; else the city last spoken of, that of the sentence, of the text, the last."""
    if current is not None and current.subject is not None and current.is_local:
        return home_of(current)
    spoken_of = _city_spoken_of(discourse)
    if spoken_of is not None:
        return spoken_of
    if current is not None and current.subject is None and current.place_kind == "city":
        return current
    if discourse.main is not None and discourse.main.place_kind == "city":
        return discourse.main
    return discourse.last.get("city")


def _held_by(holder: Entity, discourse: Discourse, current: Entity | None) -> Entity:
    """What "the Gansu city" means: the city spoken of, or one named before, that is there; else the province."""
    candidates = (_city(discourse, current), discourse.main, *reversed(discourse.recent))
    local = (one for one in candidates if one is not None and one.is_local)
    return next((one for one in local if may_be_within(one, holder)), holder)


def _city_spoken_of(discourse: Discourse) -> Entity | None:
    """The city of the sentence before, or of its paragraph: after "In Wuhai rents fell" "the city" is Wuhai."""
    spoken_of = (discourse.topic, discourse.lead) if discourse.within_paragraph else (discourse.led,)
    cities = (one for one in spoken_of if one is not None and one.subject is None and one.place_kind == "city")
    return next(cities, None)
