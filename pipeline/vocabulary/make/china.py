"""China's places: provinces, prefecture-level divisions, counties and districts.

Belongs here: names in pinyin from the list of divisions, coordinates from GeoNames. Does not: places elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.vocabulary.make.inputs import Inputs, Town
from pipeline.vocabulary.make.pinyin import romanised
from pipeline.vocabulary.make.rows import Override, corrected
from pipeline.vocabulary.make.spelling import letters
from pipeline.vocabulary.places import Place, PlaceKind

# Municipalities are cities; the list names the places under them by codes that stand for no city (市辖区, 县).
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
_PEOPLES = (
    "蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族"
    "|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯"
    "|普米族|塔吉克|怒族|鄂温克族|保安族|裕固族|独龙族|鄂伦春|各族"
)
_AUTONOMOUS = re.compile(f"(?P<base>..+?)(?:{_PEOPLES})*自治[区州县旗]$")
_OF_A_PEOPLE = re.compile(f"(?P<base>..+?)(?:{_PEOPLES})+区$")
_PLAIN = re.compile("(?P<base>..+?)(?:省|地区|新区|特区|[市县区旗盟])$|(?P<short>.)[市县区旗]$")
# Zones that the statistics office counts but GB/T 2260 does not know; county-level cities have codes from 81 on.
_ZONES = range(71, 81)
# The list ends with reefs and an administrative committee, which no text counts people in.
_NO_DIVISION = re.compile("群岛|委员会")


class UnknownNameError(Exception):
    """A city whose name in pinyin is not its name in GeoNames, and for which no correction decides."""


@dataclass(frozen=True)
class China:
    """China's places, made from the packages' data."""

    inputs: Inputs
    overrides: Mapping[str, Override]
    readings: Mapping[str, str]

    @cached_property
    def provinces(self) -> list[Place]:
        """The 31 province-level divisions of the mainland; the coordinates are those of the seat."""
        seats = {place.place_id[:5]: place for place in reversed(self.prefectures)}
        return [self._province(row["code"], row["name"], seats) for row in self.inputs.divisions("provinces")]

    @cached_property
    def prefectures(self) -> list[Place]:
        """Prefecture-level cities, autonomous prefectures, leagues and prefectures."""
        rows = self.inputs.divisions("cities")
        return [
            self._prefecture(row["code"], row["name"])
            for row in rows
            if row["provinceCode"] not in _MUNICIPALITIES and not row["name"].endswith("县级行政区划")
        ]

    def counties(self) -> Iterator[Place]:
        """County-level cities, counties, banners and districts; cities with coordinates where GeoNames has them."""
        parents = {place.place_id: place for place in (*self.provinces, *self.prefectures)}
        for row in self.inputs.divisions("areas"):
            code, name = row["code"], row["name"]
            parent = parents.get(f"CN-{row['cityCode']}") or parents[f"CN-{row['provinceCode']}"]
            if int(code[4:]) in _ZONES or code.endswith("00") or name == parent.name_zh or _NO_DIVISION.search(name):
                continue
            yield self._county(code, name, parent)

    def _province(self, code: str, name: str, seats: Mapping[str, Place]) -> Place:
        kind: PlaceKind = "city" if code in _MUNICIPALITIES else "province"
        place = self._division(code, name, kind, "CN")
        if code in _MUNICIPALITIES:
            return self._located(place, self._town(place, name))
        seat = seats[place.place_id]
        return replace(place, latitude=seat.latitude, longitude=seat.longitude)

    def _prefecture(self, code: str, name: str) -> Place:
        kind: PlaceKind = "city" if name.endswith("市") else "region"
        place = self._division(code, name, kind, f"CN-{code[:2]}")
        override = self.overrides.get(place.place_id)
        seat = override.seat if override else ""
        town = self._town(place, seat or name, anywhere=bool(seat))
        named = bool(override and override.name)
        if place.kind == "city" and not named and (town is None or letters(town.name) != letters(place.name)):
            found = town.name if town else "nothing"
            raise UnknownNameError(
                f"{place.place_id} {name}: pinyin says {place.name}, GeoNames has {found}; "
                f"add a row with the English name to places_overrides.csv"
            )
        return self._located(place, town)

    def _county(self, code: str, name: str, parent: Place) -> Place:
        kinds: Mapping[str, PlaceKind] = {"市": "city", "区": "district"}
        kind = kinds.get(name[-1], "county")
        place = self._division(code, name, kind, parent.place_id)
        if kind == "city":
            return self._located(place, self._town(place, name))
        # "Ci" is no name that a text uses; it is Ci County or Cixian.
        single = kind == "county" and len(_base(name)) == 1
        return replace(place, spellings=(*place.spellings, f"{place.name}xian")) if single else place

    def _division(self, code: str, name: str, kind: PlaceKind, parent: str) -> Place:
        english = romanised(name, _base(name), self.readings)
        place = Place(
            place_id=f"CN-{code}",
            name=english,
            kind=kind,
            name_zh=name,
            code=code,
            parent=parent,
            country="CN",
            latitude=None,
            longitude=None,
            spellings=(),
        )
        place = corrected(place, self.overrides)
        # A short one would be another word or a person's name ("Ali").
        differs = letters(english) != letters(place.name) and len(english) > 3
        pinyin = (english, *_unmarked(english)) if differs else ()
        others = dict.fromkeys((*place.spellings, *_unmarked(place.name), *pinyin))
        return replace(place, spellings=tuple(other for other in others if other != place.name))

    def _located(self, place: Place, town: Town | None) -> Place:
        if town is None:
            return place
        return replace(place, latitude=town.latitude, longitude=town.longitude, population=town.population)

    def _town(self, place: Place, name: str, *, anywhere: bool = False) -> Town | None:
        """The largest place of that Chinese name in the province as GeoNames has it, or in all of China."""
        division = self._geonames_divisions.get(place.place_id[:5])
        towns = {
            town
            for form in (name, _base(name))
            if len(form) > 1
            for town in self._towns_by_name[form]
            if anywhere or town.division == division
        }
        return max(towns, key=lambda town: (town.population, -town.geonames_id), default=None)

    @cached_property
    def _towns_by_name(self) -> Mapping[str, list[Town]]:
        towns: defaultdict[str, list[Town]] = defaultdict(list)
        for town in self.inputs.towns(1000):
            if town.country == "CN":
                for name in town.names:
                    towns[name].append(town)
        return towns

    @cached_property
    def _geonames_divisions(self) -> Mapping[str, str]:
        """GeoNames' code of each province: that of most places with the names of the province's cities."""
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for row in (*self.inputs.divisions("cities"), *self.inputs.divisions("provinces")):
            for town in self._towns_by_name.get(row["name"], ()):
                votes[f"CN-{row['code'][:2]}"][town.division] += 1
        return {province: counter.most_common(1)[0][0] for province, counter in votes.items()}


def _base(name: str) -> str:
    """The name without what says of which level it is, and whose autonomous division."""
    for pattern in (_AUTONOMOUS, _OF_A_PEOPLE, _PLAIN):
        found = pattern.match(name)
        if found:
            return found["base"] or found["short"]
    return name


def _unmarked(name: str) -> list[str]:
    """The name without its apostrophe; not for the shortest, which would become other words ("Jian", "Puer")."""
    unmarked = name.replace("'", "")
    return [unmarked] if "'" in name and len(unmarked) > 4 else []
