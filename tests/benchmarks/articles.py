"""Whole articles with right answers: how many of their figures are read right, in all and by attribute.

Belongs here: what agrees with a right answer, and the table. Does not: the answers (`tests/gold/articles`).
`python -m tests.benchmarks.articles [--errors]` prints it. A figure is right when number, place, measure, kind and the
year in which its period ends are.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import extract_figures, read_article
from pipeline.extraction.lemmas import singular
from pipeline.extraction.model import Figure

FOLDER = Path(__file__).parents[1] / "gold" / "articles"

Answer = Mapping[str, Any]
"""A right answer, as `tests/gold/README.md` describes it."""

_TOLERANCE = 0.005
"""How far rounding and conversion may take a value from that of the answer, as a part of it."""
_ENOUGH = 0.6
"""So large a part of an indicator's words must be in what is measured, where the text's measure has no indicator."""
_ALIKE = ({"level", "count", "duration"}, {"rate", "share"})
_LIGHT = frozenset(
    {"of", "and", "the", "in", "by", "to", "per", "share", "rate", "total", "number", "average", "annual"}
)
_NOISE = frozenset({"city", "province", "county", "district", "the", "of", "prefecture", "town", "group", "company"})
ATTRIBUTES = ("place", "indicator", "kind", "direction", "period", "modality")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some articles; `right` has the attributes of those figures whose number was found."""

    asked: int
    told: int
    found: int
    full: int
    right: Counter[str]
    wrong: tuple[str, ...]


def main(arguments: Sequence[str]) -> None:
    """Prints the table, and with `--errors` each figure that is missed or read otherwise."""
    scores = {path.stem: score(path) for path in sorted(FOLDER.glob("*.md"))}
    for name, one in (*scores.items(), ("all", total(scores.values()))):
        shares = "  ".join(f"{attribute} {_percent(one.right[attribute], one.found)}" for attribute in ATTRIBUTES)
        print(f"{name:>4}  right {_f1(one.full, one)}  number {_f1(one.found, one)}  {shares}")
    if "--errors" in arguments:
        for name, one in scores.items():
            for line in one.wrong:
                print(f"{name:>4}  {line}")


def score(path: Path) -> Score:
    """What is right of an article; `path` is its Markdown file, the answers stand beside it."""
    answers: list[Answer] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["figures"]
    told = {(figure.start, figure.end): figure for figure in extract_figures(read_article(path))}
    right: Counter[str] = Counter()
    wrong: list[str] = []
    asked = found = full = 0
    for answer in answers:
        figure = _taken(answer, told)
        if answer.get("optional"):
            continue
        asked += 1
        if figure is None:
            wrong.append(f"[{answer['quote']}] missed: {answer['indicator']} {answer['value']} {answer['unit']}")
            continue
        found += 1
        agrees = {attribute: _AGREES[attribute](answer, figure) for attribute in ATTRIBUTES}
        right.update(attribute for attribute, same in agrees.items() if same)
        full += all(same for attribute, same in agrees.items() if attribute != "modality")
        missed = [attribute for attribute, same in agrees.items() if not same]
        if missed:
            measure = figure.indicator or figure.measured
            got = f"{figure.subject or figure.place} {measure} {figure.kind} {figure.period_end}"
            wanted = f"{answer['place']} {answer['indicator']} {answer['kind']} {answer.get('period_end')}"
            wrong.append(f"[{answer['quote']}] {', '.join(missed)}: {wanted} | read {got}")
    wrong += [f"[{figure.quote}] is no figure: {figure.indicator or figure.measured}" for figure in told.values()]
    return Score(asked, found + len(told), found, full, right, tuple(wrong))


def total(scores: Iterable[Score]) -> Score:
    """The sum of several articles."""
    every = list(scores)
    right: Counter[str] = sum((one.right for one in every), Counter())
    return Score(
        asked=sum(one.asked for one in every),
        told=sum(one.told for one in every),
        found=sum(one.found for one in every),
        full=sum(one.full for one in every),
        right=right,
        wrong=tuple(line for one in every for line in one.wrong),
    )


def _taken(answer: Answer, told: dict[tuple[int, int], Figure]) -> Figure | None:
    """The figure whose span overlaps the answer's and whose value is the same, taken out of those told."""
    for span, figure in told.items():
        if span[0] < answer["end"] and answer["start"] < span[1] and _same_value(answer, figure):
            return told.pop(span)
    return None


# ---------------------------------------------------------------------- what agrees
def _same_value(answer: Answer, figure: Figure) -> bool:
    wanted = [answer["value"], *answer.get("value_alt", ()), answer.get("written_value")]
    # "Twice" is up by 100 per cent or a ratio of 200; what is less may be told by its sign.
    values = (figure.value, figure.written_value)
    near = any(
        abs(abs(one) - abs(value)) <= _TOLERANCE * max(abs(one), abs(value))
        for one in wanted
        for value in values
        if isinstance(one, (int, float))
    )
    between = (
        figure.low is not None and figure.high is not None and (answer.get("low"), answer.get("high")) != (None, None)
    )
    return near or (between and figure.low == answer.get("low") and figure.high == answer.get("high"))


def _place(answer: Answer, figure: Figure) -> bool:
    wanted = [answer["place"], *answer.get("place_alt", ()), *answer.get("also_places", ())]
    if figure.subject is not None and figure.subject != figure.place:
        return any(_names(figure.subject) & _names(one) for one in wanted)
    return any(_names(figure.place) == _names(one) for one in wanted)


def _indicator(answer: Answer, figure: Figure) -> bool:
    wanted = [answer["indicator"], *answer.get("indicator_alt", ())]
    if figure.indicator in wanted or _growth(figure.indicator) in map(_growth, wanted):
        return True
    said = _words(f"{figure.indicator or ''} {figure.measured or ''}")
    return any(len(_words(one) & said) >= _ENOUGH * len(_words(one)) for one in wanted)


def _kind(answer: Answer, figure: Figure) -> bool:
    wanted = {answer["kind"], *answer.get("kind_alt", ())}
    growth = figure.kind in ("change", "rate") and bool(wanted & {"change", "rate"}) and figure.unit == "percent"
    return figure.kind in wanted or growth or any(figure.kind in group and wanted & group for group in _ALIKE)


def _direction(answer: Answer, figure: Figure) -> bool:
    changes = answer["kind"] == figure.kind == "change"
    return not changes or bool(answer.get("direction") == figure.direction)


def _period(answer: Answer, figure: Figure) -> bool:
    if answer.get("period_open") or "period_end" not in answer:
        return True
    return figure.period_end is not None and str(figure.period_end).startswith(str(answer["period_end"])[:4])


def _modality(answer: Answer, figure: Figure) -> bool:
    return bool((figure.modality == "actual") == (answer["modality"] == "actual"))


_AGREES = {
    "place": _place,
    "indicator": _indicator,
    "kind": _kind,
    "direction": _direction,
    "period": _period,
    "modality": _modality,
}


# ---------------------------------------------------------------------- names and numbers
def _names(name: str | None) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", plain)) - _NOISE


def _words(name: str) -> frozenset[str]:
    return frozenset(singular(word) for word in re.findall(r"[a-z0-9]+", name.lower()) if word not in _LIGHT)


def _growth(name: str | None) -> str:
    """The measure itself, of its growth: "grew 3 per cent" and "growth of 3 per cent" are one reading."""
    return (name or "").removesuffix("_growth")


def _f1(hits: int, one: Score) -> str:
    return _percent(2 * hits, one.asked + one.told)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "    -"


if __name__ == "__main__":
    main(sys.argv[1:])
