"""Quantities of single news sentences: what the set of them asks for, and how much of it is read.

Belongs here: the conventions of the set - how it names units, writes ranges and changes, and what it leaves out - put
to `Quantity`; a plain score. Does not: any reading of English, which is the product's; the sentences themselves.

`python -m tests.benchmarks.news_quantities` prints one JSON object a sentence, the score on standard error. The set is
`quantities_dev.json` in the folder that `CITYFIGURES_GOLD` names.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline import extract_quantities
from pipeline.extraction import Quantity
from pipeline.extraction.lemmas import singular
from pipeline.vocabulary.currencies import currencies, currency_codes, currency_names, currency_symbols
from pipeline.vocabulary.units import units

GOLD = Path(os.environ.get("CITYFIGURES_GOLD", Path(__file__).parents[3] / "shared" / "gold"))
SENTENCES = GOLD / "quantities_dev.json"

_LINES = {unit.label: (unit.factor, unit.offset) for unit in units().values()}
_MONEY = {**currency_names(), **currency_symbols(), **currency_codes()}
_RENAMED = {"percent": "percentage", "times": "count", "person": "people"}
# What the set counts as an approximation, though the product takes it for a bound from below its number.
_APPROXIMATE = frozenset({"nearly", "almost", "barely", "close on", "virtually", "approaching", "nearing"})
_SYMBOLS = {"about": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<", "nearly": "<"}
_LEFT_OUT = frozenset({"multiple-verb", "multiple-adverb", "age-of-person"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A quantity in the conventions of the set; `value` of a range is its two ends."""

    value: float | tuple[float, float]
    unit: str
    change: str
    start: int | None = None
    end: int | None = None


def answers(text: str) -> list[Answer]:
    """The quantities of a sentence that the set asks for."""
    return [answer(quantity) for quantity in extract_quantities(text) if _LEFT_OUT.isdisjoint(quantity.rules)]


def answer(quantity: Quantity) -> Answer:
    """A quantity as the set writes it."""
    return Answer(_value(quantity), _unit(quantity), _change(quantity), quantity.start, quantity.end)


def _value(quantity: Quantity) -> float | tuple[float, float]:
    """As written, with its scale; a part of a whole is a fraction of one."""
    part = 100 if _is_part(quantity) else 1
    if quantity.comparator == "between" and quantity.low is not None and quantity.high is not None:
        return _written(quantity, quantity.low) / part, _written(quantity, quantity.high) / part
    return quantity.written_value / part


def _written(quantity: Quantity, value: float) -> float:
    """A value in base units, put back into the written unit."""
    unit, _, denominator = (quantity.written_unit or "").partition(" per ")
    factor, offset = _line(unit)
    return (value * _line(denominator)[0] - offset) / factor


def _line(name: str) -> tuple[float, float]:
    """Factor and offset from a written unit to its base unit."""
    money = _MONEY.get(name)
    return (money.factor, 0.0) if money is not None else _LINES.get(name, (1.0, 0.0))


def _unit(quantity: Quantity) -> str:
    if _is_part(quantity):
        return f"% {quantity.measured or '-'}"
    unit, per, denominator = (quantity.written_unit or "").partition(" per ")
    if unit in ("", "person") and quantity.measured:
        unit = _counted(quantity.measured)
    if "age" in quantity.rules:
        return f"{unit} of age"
    return _named(unit or "-") + (per + _named(denominator) if per else "")


def _is_part(quantity: Quantity) -> bool:
    return not {"fraction", "one-in"}.isdisjoint(quantity.rules)


def _counted(noun: str) -> str:
    *words, head = noun.split()
    return " ".join([*words, singular(head.lower())])


def _named(unit: str) -> str:
    """The name of the set for a unit or currency; a part of a currency ("cents") is a unit of its own."""
    money = _MONEY.get(unit)
    if money is None:
        return _RENAMED.get(unit, unit)
    if money.factor != 1:
        return singular(unit)
    return "dollar" if money.code == "USD" else currencies()[money.code].label.lower()


def _change(quantity: Quantity) -> str:
    """One symbol only: a direction wins over a hedge, where a verb or a particle says it."""
    if quantity.direction is not None:
        return quantity.direction
    if quantity.comparator == "nearly" and quantity.hedge is not None and quantity.hedge.lower() in _APPROXIMATE:
        return "~"
    return _SYMBOLS.get(quantity.comparator, "=")


# ---------------------------------------------------------------------- the score
def score(items: Sequence[Any], predictions: Iterable[Sequence[Answer]]) -> dict[str, float]:
    """F1 in per cent of values, of values with their change, and of changes other than "="; units are not compared.

    A plain count, for a first look: each answer is held against the answers of the set that have its value.
    """
    hits: Counter[str] = Counter()
    for item, predicted in zip(items, predictions, strict=True):
        open_gold = [(_gold_value(each["value"]), each.get("change") or "=") for each in item["quantities"]]
        hits["gold"] += len(open_gold)
        hits["predicted"] += len(predicted)
        hits["gold modifier"] += sum(change != "=" for _, change in open_gold)
        hits["predicted modifier"] += sum(each.change != "=" for each in predicted)
        for each in predicted:
            same = [gold for gold in open_gold if _equal(gold[0], each.value)]
            if not same:
                continue
            taken = next((gold for gold in same if gold[1] == each.change), same[0])
            open_gold.remove(taken)
            hits["value"] += 1
            hits["change"] += taken[1] == each.change
            hits["modifier"] += taken[1] == each.change != "="
    total = hits["gold"] + hits["predicted"]
    return {
        "value": _percent(hits["value"], total),
        "value+change": _percent(hits["change"], total),
        "modifier": _percent(hits["modifier"], hits["gold modifier"] + hits["predicted modifier"]),
    }


def _percent(hits: int, total: int) -> float:
    return round(200 * hits / total, 1) if total else 0.0


def _gold_value(written: str) -> tuple[float, ...]:
    """One number, or the two ends of a range in order."""
    low, dash, high = written.replace(" ", "").partition("-")
    return tuple(sorted((float(low), float(high)))) if low and dash and "E-" not in written else (float(written),)


def _equal(gold: tuple[float, ...], value: float | tuple[float, float]) -> bool:
    found = tuple(sorted(value)) if isinstance(value, tuple) else (value,)
    return len(gold) == len(found) and all(
        abs(one - other) <= 1e-4 * max(abs(one), abs(other)) for one, other in zip(gold, found, strict=True)
    )


def main() -> None:
    """Prints the answers to the sentences of the set, and the score."""
    items = json.loads(SENTENCES.read_text(encoding="utf-8"))
    predictions = [answers(item["text"]) for item in items]
    for number, predicted in enumerate(predictions):
        sys.stdout.write(json.dumps({"id": number, "quantities": [asdict(each) for each in predicted]}) + "\n")
    sys.stderr.write(json.dumps(score(items, predictions)) + "\n")


if __name__ == "__main__":
    main()
