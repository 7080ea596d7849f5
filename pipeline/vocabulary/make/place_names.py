"""The index of names: which places a name may mean, the likeliest first.

Belongs here: the order among places of one name. Does not: which names a place has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.vocabulary.make.rows import Override, sorted_csv
from pipeline.vocabulary.make.spelling import letters, with_marks
from pipeline.vocabulary.places import Place

# A state is meant before a town of its name, but not before a larger city, nor before the one that it is named after.
_WEIGHT_OF_DIVISION = 1_000_000
_SMALLEST_CITY_BEFORE_ITS_DIVISION = 100_000
_DIGITS_OF_COUNTY = 6
_BEFORE_ALL = float("inf")


def names_csv(places: Iterable[Place], overrides: Mapping[str, Override]) -> str:
    """The index as a file for `SortedRows`; counties and districts are left out of it."""
    named = (place for place in places if place.kind not in ("county", "district"))
    rows = ((name, " ".join(ids)) for name, ids in index(named, overrides).items())
    return sorted_csv(("name", "place_ids"), rows)


def index(places: Iterable[Place], overrides: Mapping[str, Override]) -> dict[str, tuple[str, ...]]:
    """Every name and other spelling, with straight and curved apostrophes -> ids, the likeliest first."""
    by_name: defaultdict[str, dict[str, Place]] = defaultdict(dict)
    for place in places:
        for name in with_marks((place.name, *place.spellings)):
            # `SortedRows` parts its columns by commas.
            if "," not in name:
                by_name[name][place.place_id] = place
    return {name: _ordered(name, list(found.values()), overrides) for name, found in by_name.items()}


def _ordered(name: str, places: Sequence[Place], overrides: Mapping[str, Override]) -> tuple[str, ...]:
    if len(places) == 1:
        return (places[0].place_id,)
    ranked = sorted(places, key=lambda place: (_group(name, place), -_weight(place, places), place.place_id))
    ids = [place.place_id for place in ranked]
    for first in tuple(ids):
        second = overrides[first].precedes if first in overrides else ""
        if second in ids and ids.index(second) < ids.index(first):
            ids.remove(first)
            ids.insert(ids.index(second), first)
    return tuple(ids)


def _group(name: str, place: Place) -> int:
    """Countries, then places under their own names, then under other spellings; within both China's before others'.

    County-level cities come after prefecture-level ones, which their small codes tell.
    """
    if place.kind == "country":
        return 0
    level = 3 if place.country != "CN" else 2 if len(place.code or "") == _DIGITS_OF_COUNTY else 1
    return level if letters(name) == letters(place.name) else level + 3


def _weight(place: Place, rivals: Iterable[Place]) -> float:
    if place.kind == "region" and place.population is None:
        return _BEFORE_ALL
    if place.kind != "province":
        return place.population or 0
    if place.country == "CN":
        return _BEFORE_ALL
    namesakes = (rival.population or 0 for rival in rivals if rival.kind == "city" and rival.country == place.country)
    largest = max(namesakes, default=0)
    return largest - 1 if largest >= _SMALLEST_CITY_BEFORE_ITS_DIVISION else _WEIGHT_OF_DIVISION
