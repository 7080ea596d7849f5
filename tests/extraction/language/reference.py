"""The language reference, made of the rules, of the vocabulary and of the examples that the tests check.

Belongs here: the page. Does not: what it tells (`examples`, `pipeline.vocabulary`).
Run as a program (`python -m tests.extraction.language.reference`), it writes `docs/language.md` anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from pipeline.vocabulary import language
from pipeline.vocabulary.currencies import currencies
from pipeline.vocabulary.rules import rules
from pipeline.vocabulary.units import scales, units
from tests.extraction.language.examples import Example, examples, extraction, no_figures, unread

PAGE = Path(__file__).parents[3] / "docs" / "language.md"
REFRESH = "python -m tests.extraction.language.reference"

_HEAD = f"""# What the grammar reads

Each rule of the grammar with a text that it reads and what comes out. The page is made of the rules' own list, the
vocabulary and the examples that the tests check: `{REFRESH}`.

A figure is read from the inside out: a number with its unit and hedge (*quantity*), what it says in its clause
(*frame*), what it measures (*measure*), of whom (*place*) and when (*period*). A figure's `rules` are the names of
those that read it, in that order. In the examples the figure stands in **bold**; behind it follow the place, the
indicator (in quotes: words that the vocabulary does not know), the kind, the value in base units with its interval,
the period, and the base of a change.
"""

_LAYERS = {
    "quantity": "Quantities: numbers, units, hedges",
    "frame": "Frames: what a quantity says",
    "measure": "Measures: what it is a figure of",
    "place": "Places: whose figure it is",
    "period": "Periods: when, and against what",
}

_NO_FIGURES = """## Numbers that are no figures

Every digit sequence and every spelled number of a text is accounted for. What is no figure has a disposition and a
reason.
"""

_UNREAD = """## What it knowingly does not read

Read otherwise than a person would, or not at all. A test holds each of these to what is written here, so that whoever
mends one finds the line.
"""


def page() -> str:
    """The whole page, Markdown."""
    parts = [
        _HEAD,
        *_rules(),
        _NO_FIGURES,
        *_listed(no_figures()),
        *_words(),
        *_measures(),
        _UNREAD,
        *_listed(unread()),
    ]
    return "\n".join(part.strip("\n") + "\n" for part in parts)


def _rules() -> Iterator[str]:
    shown: dict[str, list[Example]] = {}
    for example in examples():
        shown.setdefault(example.shows, []).append(example)
    for layer, members in groupby(rules().values(), key=lambda rule: rule.layer):
        yield f"## {_LAYERS[layer]}"
        for rule in members:
            yield f"**`{rule.name}`** {rule.reads}\n\n" + "\n".join(map(_figures_of, shown.get(rule.name, ())))


def _figures_of(example: Example) -> str:
    """The text with those of its figures in bold that the rule has read, and what came out, as a list."""
    found = extraction(example).figures
    mine = [figure for figure in found if example.shows in figure.rules]
    text, at = "", 0
    for figure in mine:
        text += f"{example.text[at : figure.start]}**{figure.quote}**"
        at = figure.end
    reads = [told for figure, told in zip(found, example.reads, strict=True) if example.shows in figure.rules]
    return _item(text + example.text[at:], reads)


def _listed(cases: Iterable[Example]) -> Iterator[str]:
    for shows, members in groupby(cases, key=lambda case: case.shows):
        yield f"**{shows.replace('_', ' ')}**\n\n" + "\n".join(_item(each.text, each.reads) for each in members)


def _item(text: str, reads: Sequence[str]) -> str:
    return "\n".join([f"- {' '.join(text.split())}", *(f"  - {told}" for told in reads)])


def _words() -> Iterator[str]:
    hedges, changes = language.hedges(), language.changes()
    yield "## Words"
    yield _table("hedge before the number", "comparator", _grouped(hedges.before))
    yield _table("hedge behind the number", "comparator", _grouped(hedges.after))
    yield _table("verb of change", "direction", _grouped(changes.verbs))
    yield _table("noun of change", "direction", _grouped(changes.nouns))
    yield _table("comparative", "direction", _grouped(changes.comparatives))
    yield _table("word", "modality", _grouped(language.modality_words()))


def _measures() -> Iterator[str]:
    yield "## Units and currencies"
    by_multiplier: dict[int, list[str]] = {}
    for scale in scales().values():
        by_multiplier.setdefault(scale.multiplier, []).append(scale.surface)
    yield _table("scale", "times", ((f"{times:,}", surfaces) for times, surfaces in by_multiplier.items()))
    by_base: dict[str, list[str]] = {}
    for unit in units().values():
        by_base.setdefault(unit.base_unit, []).append(unit.label)
    yield _table("unit", "base unit", ((f"`{base}`", names) for base, names in by_base.items()))
    yield f"{len(currencies())} currencies, by name, sign and code: {', '.join(sorted(currencies()))}."


def _grouped(table: Mapping[str, str] | Mapping[tuple[str, ...], str]) -> Iterator[tuple[str, list[str]]]:
    """The phrases of each meaning."""
    groups: dict[str, list[str]] = {}
    for phrase, meaning in table.items():
        groups.setdefault(meaning or "open", []).append(phrase if isinstance(phrase, str) else " ".join(phrase))
    yield from groups.items()


def _table(surface: str, meaning: str, rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    lines = [f"| {meaning} | {surface} |", "| --- | --- |"]
    lines += [
        f"| {key} | {', '.join(each.replace('|', chr(92) + '|') for each in surfaces)} |" for key, surfaces in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
