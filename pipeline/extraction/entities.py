"""Entities: what a figure may be about, and which place holds which.

Belongs here: the value, and what the vocabulary's tree of places tells of it. Does not: finding names in a text
(`mentions`), or choosing among them (`topics`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from pipeline.extraction.lemmas import plural
from pipeline.extraction.model import PlaceKind, SubjectKind
from pipeline.extraction.values import frozen
from pipeline.vocabulary.places import Place, places, regions

_BESIDE = 0.3
"""So many degrees at most part a city from itself in another table."""


@frozen
class Entity:
    """What a figure may be about: a place, or a facility or organisation with the place that it belongs to.

    `noun` is the common noun of a facility or organisation, for references back ("the mine"). `members` are ids of the
    places that make up a region or a group; a name stands for a place without an id. `lone`: it has no name of its own
    and is the only one of its place, "the hospital".
    """

    place_id: str | None
    place: str | None
    place_kind: PlaceKind | None
    subject: str | None = None
    subject_kind: SubjectKind | None = None
    noun: str = ""
    members: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    lone: bool = False

    @property
    def place_key(self) -> str:
        """What tells its place from others: the id, else the name; empty where there is no place."""
        return self.place_id or self.place or ""

    @property
    def is_local(self) -> bool:
        """Whether its place is a city or smaller."""
        return self.place_kind in ("city", "county", "district", "other")


def of_place(place: Place) -> Entity:
    """The entity that a place is."""
    return Entity(
        place.place_id,
        place.name,
        place.kind,
        country=place.country,
        parent=place.parent,
        members=place.members if place.kind == "region" else (),
    )


def of_subject(name: str, kind: SubjectKind, noun: str, home: Entity | None = None) -> Entity:
    """The entity that a facility or organisation is; `home` is the place that it belongs to, where that is known."""
    subject = Entity(None, None, None, name, kind, noun)
    return subject if home is None else moved_to(subject, home)


def moved_to(entity: Entity, home: Entity) -> Entity:
    """A facility or organisation with the place of `home` as its own."""
    return replace(
        entity,
        place_id=home.place_id,
        place=home.place,
        place_kind=home.place_kind,
        country=home.country,
        parent=home.parent,
    )


def home_of(entity: Entity) -> Entity:
    """The place of a facility or organisation; a place is its own."""
    if entity.place_id is not None and entity.place_id in places():
        return of_place(places()[entity.place_id])
    return replace(entity, subject=None, subject_kind=None, noun="", lone=False)


def enclosing(entity: Entity | None, kind: PlaceKind) -> Entity | None:
    """The smallest place of `kind` that holds `entity`, itself included."""
    holders = _lineage(entity.place_id) if entity is not None else ()
    return next((of_place(place) for place in holders if place.kind == kind), None)


def is_within(inner: Entity, outer: Entity) -> bool:
    """Whether `outer` is the place of `inner`, or one that holds it."""
    if inner.place_id is None:
        return inner.parent is not None and outer.place_id in {place.place_id for place in _lineage(inner.parent)}
    if any(member in (inner.place_id, inner.parent) for member in outer.members):
        return True
    is_country = outer.place_kind == "country"
    return any(
        place.place_id == outer.place_id or (is_country and place.country == outer.place_id)
        for place in _lineage(inner.place_id)
    )


def may_be_within(inner: Entity, outer: Entity) -> bool:
    """Whether `outer` holds `inner`, or could: of most towns of the world only the country is known."""
    unknown = inner.is_local and inner.country is not None and inner.parent in (None, inner.country)
    return is_within(inner, outer) or (unknown and outer.place_kind == "province" and outer.country == inner.country)


def is_seat(city: Entity, province: Entity) -> bool:
    """Whether a province is run from a city of its own: they have the same place on the map."""
    seat, whole = places().get(city.place_id or ""), places().get(province.place_id or "")
    if seat is None or whole is None or not is_within(city, province):
        return False
    if seat.latitude is None or seat.longitude is None or whole.latitude is None or whole.longitude is None:
        return False
    return abs(seat.latitude - whole.latitude) < _BESIDE and abs(seat.longitude - whole.longitude) < _BESIDE


def as_group(listed: Sequence[Entity]) -> Entity | None:
    """One entity for several places: the region that they make up, else a group with its members; null for none.

    One sum for several places of a province belongs to the province; the members say which are meant.
    """
    if len(listed) < 2:
        return listed[0] if listed else None
    region = _regions_by_members().get(frozenset(entity.place_id for entity in listed))
    if region is not None:
        return of_place(places()[region])
    parents = {entity.parent for entity in listed}
    holder = places().get(parents.pop() or "") if len(parents) == 1 else None
    names = [entity.place or "" for entity in listed]
    in_province = holder is not None and holder.kind == "province"
    return Entity(
        None,
        holder.name if holder is not None and in_province else f"{', '.join(names[:-1])} and {names[-1]}",
        "group",
        members=tuple(entity.place_key for entity in listed),
        country=listed[0].country,
        parent=holder.place_id if holder is not None else None,
    )


def as_sites(listed: Sequence[Entity]) -> Entity:
    """One entity for several facilities of a kind: "Karn and Orby fields"."""
    names = [(one.subject or "").split() for one in listed]
    shared = 0
    while all(len(name) > shared + 1 and name[-1 - shared] == names[0][-1 - shared] for name in names):
        shared += 1
    stems = [" ".join(name[: len(name) - shared]) for name in names]
    kind = " ".join((*names[0][len(names[0]) - shared : -1], plural(listed[0].noun)))
    return replace(listed[0], subject=f"{', '.join(stems[:-1])} and {stems[-1]} {kind}", noun="", place=None)


def members_of(entity: Entity) -> tuple[Entity, ...]:
    """The places that make up a region or group; a place that nothing makes up is its only member."""
    return tuple(of_place(places()[member]) for member in entity.members if member in places()) or (entity,)


def _lineage(place_id: str | None) -> Iterator[Place]:
    """A place and what holds it, from small to large."""
    while place_id is not None and place_id in places():
        place = places()[place_id]
        yield place
        place_id = place.parent


@cache
def _regions_by_members() -> Mapping[frozenset[str | None], str]:
    found: dict[frozenset[str | None], str] = {}
    for region in regions().values():
        found.setdefault(frozenset(region.members), region.place_id)
    return MappingProxyType(found)
