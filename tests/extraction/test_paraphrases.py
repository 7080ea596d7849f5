"""One fact, many wordings: what is read must not depend on how a journalist puts it.

`paraphrases.toml` holds the facts and their wordings; `WORDINGS` below are tried with every measure of `MEASURES`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.model import Figure

PUBLISHED = "2020-05-07"
Wanted = dict[str, Any]

CHECKS: dict[str, Callable[[Figure, Any], bool]] = {
    "place": lambda figure, wanted: figure.place == wanted,
    "subject": lambda figure, wanted: (figure.subject or "").casefold() == wanted.casefold(),
    "indicator": lambda figure, wanted: figure.indicator == wanted,
    "not_indicator": lambda figure, wanted: figure.indicator != wanted,
    "measured": lambda figure, wanted: all(
        any(one in words(figure) for one in each.split("|")) for each in wanted.split()
    ),
    "kind": lambda figure, wanted: figure.kind in ([wanted] if isinstance(wanted, str) else wanted),
    "unit": lambda figure, wanted: figure.unit == wanted,
    "year": lambda figure, wanted: figure.period_end is not None and figure.period_end.year == wanted,
    "period_end": lambda figure, wanted: str(figure.period_end) == wanted,
    "base_year": lambda figure, wanted: figure.base_end is not None and figure.base_end.year == wanted,
    "base_month": lambda figure, wanted: str(figure.base_end).startswith(wanted),
    "direction": lambda figure, wanted: figure.direction == wanted,
    "modality": lambda figure, wanted: figure.modality == wanted,
    "compared_with": lambda figure, wanted: figure.compared_with == wanted,
    "restates": lambda figure, wanted: (figure.restates is not None) == wanted,
}
"""What may be asked of a figure beside its value."""


def words(figure: Figure) -> str:
    return f"{figure.indicator or ''} {figure.measured or ''}".lower()


def faults(text: str, wanted: list[Wanted]) -> Iterator[str]:
    """What of the fact is not read from a wording, and what else is."""
    found = read(article_from_text(text, article_id="wording", published=PUBLISHED)).figures
    for one in wanted:
        figure = next((figure for figure in found if math.isclose(figure.value, one["value"], rel_tol=1e-6)), None)
        if figure is None:
            yield f"no figure of {one['value']:,}"
            continue
        for name, value in one.items():
            if name != "value" and not CHECKS[name](figure, value):
                yield f"[{figure.quote}] {name} is not {value}: {figure}"
    if len(found) != len(wanted):
        yield f"{len(found)} figures and not {len(wanted)}: {[figure.quote for figure in found]}"


def wordings_of_facts() -> Iterator[Any]:
    facts = tomllib.loads(Path(__file__).with_name("paraphrases.toml").read_text(encoding="utf-8"))["fact"]
    for fact in facts:
        for text in fact["wordings"]:
            yield pytest.param(text, fact["figures"], id=text)


@pytest.mark.parametrize(("text", "wanted"), list(wordings_of_facts()))
def test_a_fact_is_read_from_each_of_its_wordings(text: str, wanted: list[Wanted]) -> None:
    assert list(faults(text, wanted)) == []


@dataclass(frozen=True)
class Measure:
    """An indicator in words, two values of it as they are written, and what must be read of them."""

    words: str
    indicator: str
    unit: str
    earlier: tuple[str, float]
    later: tuple[str, float]
    change: tuple[str, float]

    @property
    def rises(self) -> bool:
        return self.later[1] > self.earlier[1]


MEASURES = (
    Measure(
        "coal output",
        "coal_output",
        "tonne",
        ("55.2 million tonnes", 55.2e6),
        ("52.7 million tonnes", 52.7e6),
        ("4.5 per cent", 4.5),
    ),
    Measure(
        "population", "population", "person", ("3.33 million", 3.33e6), ("3.03 million", 3.03e6), ("9 per cent", 9)
    ),
    Measure(
        "gross domestic product",
        "gdp",
        "CNY",
        ("84.1 billion yuan", 84.1e9),
        ("91.6 billion yuan", 91.6e9),
        ("8.9 per cent", 8.9),
    ),
    Measure("exports", "exports", "USD", ("$1.25bn", 1.25e9), ("$1.94bn", 1.94e9), ("55.2 per cent", 55.2)),
    Measure(
        "unemployment rate",
        "unemployment_rate",
        "percent",
        ("4.7 per cent", 4.7),
        ("6.2 per cent", 6.2),
        ("1.5 percentage points", 1.5),
    ),
    Measure(
        "average wage",
        "average_wage",
        "CNY/month",
        ("4,120 yuan a month", 4120),
        ("4,870 yuan a month", 4870),
        ("18.2 per cent", 18.2),
    ),
    Measure(
        "electricity output",
        "electricity_output",
        "kWh",
        ("12.3 billion kWh", 12.3e9),
        ("15.9 billion kWh", 15.9e9),
        ("29.3 per cent", 29.3),
    ),
    Measure(
        "retail sales",
        "retail_sales",
        "CNY",
        ("21.4 billion yuan", 21.4e9),
        ("23.7 billion yuan", 23.7e9),
        ("10.7 per cent", 10.7),
    ),
)
PLACES = ("Huainan", "Ostrava", "Baotou", "Kiruna")

WORDINGS = {
    "later": (
        "{place}'s {measure} was {later} in 2019.",
        "In 2019 {place}'s {measure} came to {later}.",
        "In 2019, the {measure} of {place} reached {later}.",
        "{place} had {measure} of {later} in 2019.",
        "{place} reported {measure} of {later} for 2019.",
        "At {later}, {place}'s {measure} in 2019 was the highest on record.",
        "The {measure} of the city of {place} amounted to {later} in 2019, according to the statistics bureau.",
        "Officials in {place} put its {measure} at {later} in 2019.",
        "{place} is a city of mines. Its {measure} totalled {later} in 2019.",
        "{place} is a city of mines. In 2019, {measure} there stood at {later}.",
    ),
    "earlier, later": (
        "{place}'s {measure} went from {earlier} in 2018 to {later} in 2019.",
        "Between 2018 and 2019 {place}'s {measure} went from {earlier} to {later}.",
        "{place}'s {measure} was {later} in 2019, compared with {earlier} in 2018.",
        "{place}'s {measure} was {later} in 2019, against {earlier} a year earlier.",
        "In 2019 {place}'s {measure} was {later}, {up} from {earlier} the year before.",
        "{place}'s {measure} {rose} to {later} in 2019 from {earlier} in 2018.",
        "{place}'s {measure} was {earlier} in 2018. A year later it was {later}.",
        "{place}'s {measure} was {earlier} in 2018. In 2019 it {rose} to {later}.",
        "{place}'s {measure}, which had been {earlier} in 2018, {rose} to {later} in 2019.",
        "From {earlier} in 2018, {place}'s {measure} {rose} to {later} in 2019.",
        "{place}'s {measure} was {earlier} in 2018 and {later} in 2019.",
        "The city's {measure} was {earlier} in 2018, but by 2019 it had {risen} to {later}, the mayor of {place} said.",
        "{measure} in {place}: {earlier} in 2018, {later} in 2019.",
        "With {later} in 2019, {place}'s {measure} was well {above} the {earlier} of 2018.",
        "In 2019 {place} reported {measure} of {later} (2018: {earlier}).",
    ),
    "change": (
        "{place}'s {measure} {rose} by {change} in 2019.",
        "{place}'s {measure} {rose} {change} in 2019 from a year earlier.",
        "In 2019 {place}'s {measure} was {change} {higher} than in 2018.",
        "In 2019 {place}'s {measure} was {up} {change} on the year.",
        "{place} saw its {measure} {rise} {change} in 2019.",
        "A {rise} of {change} in {place}'s {measure} in 2019 surprised the bureau.",
        "{place}'s {measure} in 2019 was {change} {above} that of 2018.",
        "{measure} in {place} {rose} {change} year on year in 2019.",
        "{place} is a city of mines. Its {measure} {rose} by {change} in 2019.",
        "In 2019 {place} recorded a {change} {rise} in {measure}.",
        "Compared with 2018, {place}'s {measure} {rose} by {change} in 2019.",
    ),
    "change, later": (
        "{place}'s {measure} {rose} by {change} to {later} in 2019.",
        "{place}'s {measure} {rose} {change} in 2019, to {later}.",
        "{place}'s {measure} was {later} in 2019, {change} {higher} than in 2018.",
        "{place}'s {measure} was {later} in 2019, {up} {change}.",
        "In 2019, {place}'s {measure} {rose} to {later}, a {rise} of {change}.",
        "{place}'s {measure} {rose} to {later} in 2019, or by {change}.",
        "At {later}, {place}'s {measure} in 2019 was {change} {higher} than the year before.",
        "{place}'s {measure} was {later} in 2019. That was {change} {higher} than in 2018.",
        "{place}'s {measure} was {later} in 2019, which is {change} {higher} than a year earlier.",
    ),
}
"""Which of a measure's figures wordings tell, and the wordings."""

UP = {"up": "up", "rose": "rose", "risen": "risen", "rise": "rise", "above": "above", "higher": "higher"}
DOWN = {"up": "down", "rose": "fell", "risen": "fallen", "rise": "fall", "above": "below", "higher": "lower"}


def told(told: str, measure: Measure, place: str) -> Iterator[Wanted]:
    of_measure = {"place": place, "indicator": measure.indicator}
    level = of_measure | {"unit": measure.unit, "kind": ["level", "rate"]}
    if "earlier" in told:
        yield level | {"value": measure.earlier[1], "year": 2018}
    if "change" in told:
        moved = {"kind": ["change"], "year": 2019, "base_year": 2018, "direction": "up" if measure.rises else "down"}
        yield of_measure | moved | {"value": measure.change[1]}
    if "later" in told:
        yield level | {"value": measure.later[1], "year": 2019}


def wordings_of_measures() -> Iterator[Any]:
    for number, measure in enumerate(MEASURES):
        place = PLACES[number % len(PLACES)]
        values = {"earlier": measure.earlier[0], "later": measure.later[0], "change": measure.change[0]}
        for which, wordings in WORDINGS.items():
            for wording in wordings:
                text = wording.format(place=place, measure=measure.words, **values, **(UP if measure.rises else DOWN))
                text = text[0].upper() + text[1:]
                yield pytest.param(text, list(told(which, measure, place)), id=text)


@pytest.mark.parametrize(("text", "wanted"), list(wordings_of_measures()))
def test_a_measure_is_read_from_each_wording(text: str, wanted: list[Wanted]) -> None:
    assert list(faults(text, wanted)) == []
