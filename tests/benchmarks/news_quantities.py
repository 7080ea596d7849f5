"""Quantities of single news sentences: what the set of them asks for, and how much of it is read.

Belongs here: the conventions of the set - how it names units, writes ranges and changes, and what it leaves out - put
to `Quantity`; a plain score. Does not: any reading of English, which is the product's; the sentences themselves.

`python -m tests.benchmarks.news_quantities` prints one JSON object a sentence, the score on standard error. The set is
`quantities_dev.json` in the folder that `CITYFIGURES_GOLD` names.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from pipeline import extract_quantities
from pipeline.extraction import Quantity
from pipeline.extraction.lemmas import singular
from pipeline.vocabulary.currencies import currencies, currency_codes, currency_names, currency_symbols
from pipeline.vocabulary.language import hedges
from pipeline.vocabulary.units import units

GOLD = Path(os.environ.get("CITYFIGURES_GOLD", Path(__file__).parents[3] / "shared" / "gold"))
SENTENCES = GOLD / "quantities_dev.json"

_LINES = {unit.label: (unit.factor, unit.offset) for unit in units().values()}
_MONEY = {**currency_names(), **currency_symbols(), **currency_codes()}
_RENAMED = {"percent": "percentage", "times": "count", "person": "people"}
# What the set counts as an approximation, though the product takes it for a bound from below its number.
_APPROXIMATE = frozenset({"nearly", "almost", "barely", "close on", "virtually", "approaching", "nearing"})
_HEDGES = hedges().before
# What the set does not take for a hedge.
_NO_HEDGES = frozenset({"some", "as many as"})
# "He averaged 7 points" is an approximation.
_AVERAGE = re.compile(r"\baverag(?:ed|ing) $")
_SUPERLATIVE = re.compile(r"\w{2,}est|best|worst|most|least")
_SYMBOLS = {"about": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<", "nearly": "<"}
_FROM_BELOW = frozenset({"nearly", "less_than", "at_most"})
_LEFT_OUT = frozenset({"multiple-verb", "multiple-adverb", "age-after-name"})
# Directions that the set writes; those that a noun or a comparative says ("a 5 per cent drop") it leaves out.
_SAID_TO_MOVE = frozenset({"moved-verb", "moved-particle", "moved-sign", "restated"})
_ATTRIBUTIVE_TIME = re.compile(r"[a-z]+-(?:year|month|week|day)")


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
    out: list[Answer] = []
    for quantity in extract_quantities(text):
        found = answer(quantity, text[: quantity.start])
        if "from-to" in quantity.rules and out and not isinstance(out[-1].value, tuple):
            out[-1:] = _pairs(out[-1], found)
        elif "restated" in quantity.rules and out:
            out.append(replace(found, change=out[-1].change))
        elif _is_asked_for(text, quantity):
            out.append(found)
    return out


def _pairs(low: Answer, high: Answer) -> list[Answer]:
    """ "From A to B" is one range, without a change of its own; "from A to B-C" is the range to B and that to C."""
    change = low.change if low.change == "~" else "="
    unit = high.unit if low.unit == "-" else low.unit
    ends = high.value if isinstance(high.value, tuple) else (high.value,)
    assert isinstance(low.value, float)
    return [Answer((low.value, end), unit, change, low.start, high.end) for end in ends]


def _is_asked_for(text: str, quantity: Quantity) -> bool:
    """Not multiples in one word, ages after a name, kinds ("a five-year plan"), "few" and "several"."""
    quote = text[quantity.start : quantity.end].lower()
    vague = quote.startswith(("several", "few"))
    return not vague and _LEFT_OUT.isdisjoint(quantity.rules) and not _ATTRIBUTIVE_TIME.fullmatch(quote)


def answer(quantity: Quantity, before: str = "") -> Answer:
    """A quantity as the set writes it; `before` is the text up to it."""
    change = "~" if _AVERAGE.search(before) else _change(quantity, before)
    return Answer(_value(quantity), _unit(quantity), change, quantity.start, quantity.end)


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
    return float(f"{(value * _line(denominator)[0] - offset) / factor:.12g}")


def _line(name: str) -> tuple[float, float]:
    """Factor and offset from a written unit to its base unit."""
    money = None if name in _LINES else _MONEY.get(name)
    return (money.factor, 0.0) if money is not None else _LINES.get(name, (1.0, 0.0))


def _unit(quantity: Quantity) -> str:
    if _is_part(quantity):
        return f"% {quantity.measured or '-'}"
    unit, per, denominator = (quantity.written_unit or "").partition(" per ")
    if quantity.unit.partition("/")[0] in currencies():
        return _priced(unit) + (per + denominator if per else "")
    if unit in ("", "person") and quantity.measured:
        unit = _counted(quantity.measured)
    if "age" in quantity.rules:
        return f"{unit} of age"
    if not unit and "/" in quantity.unit:
        per, denominator = " per ", quantity.unit.partition("/")[2]
    return _RENAMED.get(unit, unit or "-") + (per + denominator if per else "")


def _is_part(quantity: Quantity) -> bool:
    return not {"fraction", "one-in"}.isdisjoint(quantity.rules)


def _counted(noun: str) -> str:
    """In the singular, and without superlatives: the set has adjectives in their base form."""
    *words, head = noun.split()
    return " ".join([*(word for word in words if not _SUPERLATIVE.fullmatch(word)), singular(head.lower())])


def _priced(unit: str) -> str:
    """The name of the set for a currency; a part of one ("cents") is a unit of its own."""
    if unit == "p":
        return "point"
    money = _MONEY[unit]
    if money.factor != 1:
        return singular(unit)
    return "dollar" if money.code == "USD" else currencies()[money.code].label.lower()


def _change(quantity: Quantity, before: str) -> str:
    """One symbol only: that of the words that bound the number ("about", "between"); a direction where none do.

    The direction stays with a bound from below ("up nearly 4 per cent", "rose under 4 per cent").
    """
    moves = quantity.direction is not None and not _SAID_TO_MOVE.isdisjoint(quantity.rules)
    hedge = (quantity.hedge or "").lower()
    bounded = bool(hedge) or before.lower().endswith("between ")
    hedged = bounded and quantity.comparator not in _FROM_BELOW
    if moves and not hedged and not _is_acted_upon(quantity, before):
        return quantity.direction or "="
    if hedge in _APPROXIMATE:
        return "~"
    if hedge in _NO_HEDGES:
        return "="
    comparator = _HEDGES.get(tuple(hedge.split()), "") if quantity.comparator == "between" else quantity.comparator
    return _SYMBOLS.get(comparator, "=")


def _is_acted_upon(quantity: Quantity, before: str) -> bool:
    """As in "they added 7 colours": things that a verb has as its object, not how far something moved ("by 7")."""
    return {"counted-noun", "moved-verb"} <= set(quantity.rules) and not before.endswith("by ")


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
