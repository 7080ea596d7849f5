"""Examples of the language that the grammar reads: a text each, and what must be read of it.

Belongs here: loading `examples.toml` and its like, and what is read of a text as lines. Does not: the reference that is
made of them (`reference`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.model import Extraction, Figure
from pipeline.release.wording import measure, period

FOLDER = Path(__file__).parent
PUBLISHED = "2021-05-07"
"""When an example was published that does not say so."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text, what it is an example of, and what is read of it: a line a figure, or a line a number that is none."""

    shows: str
    text: str
    published: str
    reads: tuple[str, ...]


@cache
def examples() -> tuple[Example, ...]:
    """An example or more of each rule, in the order of the file; `shows` is the rule's name."""
    return tuple(_load("examples.toml"))


@cache
def no_figures() -> tuple[Example, ...]:
    """Examples of numbers that are no figures; `shows` is their disposition."""
    return tuple(_load("no_figures.toml"))


@cache
def unread() -> tuple[Example, ...]:
    """What the grammar knowingly does not read, or reads otherwise than a person would; `shows` says what."""
    return tuple(_load("unread.toml"))


def _load(name: str) -> Iterator[Example]:
    with (FOLDER / name).open("rb") as file:
        tables: dict[str, list[dict[str, Any]]] = tomllib.load(file)
    for shows, entries in tables.items():
        for entry in entries:
            yield Example(shows, entry["text"], entry.get("published", PUBLISHED), tuple(entry["reads"]))


@cache
def extraction(example: Example) -> Extraction:
    """What is read of an example."""
    return read(article_from_text(example.text, article_id="example", published=example.published))


def figures(example: Example) -> Iterator[str]:
    """A line a figure, in order."""
    return map(line, extraction(example).figures)


def others(example: Example) -> Iterator[str]:
    """A line a number that is no figure, in order."""
    for number in extraction(example).numbers:
        if number.disposition != "figure":
            yield f"{number.text}: {number.disposition}, {number.reason}"


def line(figure: Figure) -> str:
    """A figure in one line: quote, whose, what, kind, value with interval, period, base, and what else is not usual."""
    whose = figure.place if figure.subject is None else f"{figure.subject} ({figure.place})"
    what = figure.indicator or f"“{figure.measured}”"
    moved = f" {figure.direction}" if figure.kind == "change" else ""
    told = [
        f"{whose}: {what}" if whose else what,
        f"{figure.kind}{moved} {measure(figure.value, figure.low, figure.high, figure.unit)}",
        period(figure.period_start, figure.period_end),
    ]
    if figure.base_end is not None:
        told[-1] += f" against {period(figure.base_start, figure.base_end)}"
    told += [figure.modality] if figure.modality != "actual" else []
    told += [f"compared with {figure.compared_with}"] if figure.compared_with else []
    told += [f"according to {figure.attributed_to}"] if figure.attributed_to else []
    told += [figure.aggregation] if figure.aggregation == "cumulative" else []
    told += ["the same again"] if figure.restates else []
    return f"{figure.quote} = {', '.join(told)}"
