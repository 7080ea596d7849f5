"""What is told of one row of a release, in words: how much it says, and what else there is to know of it.

Belongs here: choosing what is told of a figure, level, change or conflict. Does not: how numbers and periods are
worded (see `wording`), what a row rests on (see `explanation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.release.wording import interval, measure, period, unit_words


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its interval; null is no point, or an open side."""

    value: float | None
    low: float | None
    high: float | None
    unit: str

    def __str__(self) -> str:
        return measure(self.value, self.low, self.high, self.unit)


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says: how much, in numbers and in words, and what else is known of it, by label."""

    amounts: tuple[Amount, ...]
    words: str
    facts: Mapping[str, str]


def told_of_figure(row: Mapping[str, Any]) -> Told:
    """What a row of `figures` says."""
    amount = Amount(row["value"], row["low"], row["high"], row["unit"])
    # Of a level, the direction only says how it was reached.
    moved = f"{row['direction']} " if row["kind"] == "change" and row["direction"] else ""
    return Told(
        (amount,),
        f"{moved}{amount}",
        _known(
            kind=row["kind"],
            comparator=row["comparator"].replace("_", " "),
            since=_base(row),
            written=None if row["written_unit"] in (None, row["unit"]) else _written(row),
            readings=_readings(row),
            compared_with=row["compared_with"],
            members=", ".join(row["members"]),
            modality=row["modality"],
            attributed_to=row["attributed_to"],
            restates=row["restates"],
            status=None if row["status"] == "live" else row["status"],
        ),
    )


def told_of_level(row: Mapping[str, Any]) -> Told:
    """What a row of `levels` says."""
    amount = Amount(row["value"], row["low"], row["high"], row["unit"])
    return Told(
        (amount,),
        str(amount),
        _known(
            basis=row["basis"],
            formula=row["formula"],
            modality=row["modality"],
            price_basis=row["price_basis"],
            aggregation=row["aggregation"],
            conflict=row["conflict_id"],
        ),
    )


def told_of_change(row: Mapping[str, Any]) -> Told:
    """What a row of `changes` says."""
    amounts = tuple(_movements(row))
    return Told(
        amounts,
        "; ".join(map(str, amounts)) or "not comparable",
        _known(
            since=_base(row),
            basis=row["basis"],
            formula=row["formula"],
            modality=row["modality"],
            price_basis=row["price_basis"],
            not_comparable=row["why_not"],
            conflict=row["conflict_id"],
        ),
    )


def told_of_conflict(row: Mapping[str, Any]) -> Told:
    """What a row of `conflicts` says; sides with one interval are told once."""
    sides = dict.fromkeys(zip(row["low"], row["high"], strict=True))
    return Told(
        tuple(Amount(None, low, high, row["unit"]) for low, high in zip(row["low"], row["high"], strict=True)),
        " against ".join(f"{interval(low, high)} {unit_words(row['unit'])}".rstrip() for low, high in sides),
        _known(
            kind=row["kind"].replace("_", " "),
            # Releases before 1.0.0 do not tell it.
            cause=row.get("cause"),
            explanation=row["explanation"],
            preferred=row["preferred"],
        ),
    )


def _base(row: Mapping[str, Any]) -> str | None:
    return None if row["base_start"] is None and row["base_end"] is None else period(row["base_start"], row["base_end"])


def _written(row: Mapping[str, Any]) -> str:
    return measure(row["written_value"], row["written_value"], row["written_value"], row["written_unit"])


def _readings(row: Mapping[str, Any]) -> str:
    return "; ".join(
        f"as {each['unit']}: {measure(each['value'], each['low'], each['high'], row['unit'])}"
        for each in row["unit_readings"]
    )


def _movements(row: Mapping[str, Any]) -> Iterator[Amount]:
    units = {"pct": "percent", "points": "percentage_point", "difference": row["unit"], "annual_pct": "percent/year"}
    for name, unit in units.items():
        bounds = (row[name], row[f"{name}_low"], row[f"{name}_high"])
        # The rate of one year is the change itself.
        if any(bound is not None for bound in bounds) and not (name == "annual_pct" and row["years"] == 1):
            yield Amount(*bounds, unit)


def _known(**facts: str | None) -> dict[str, str]:
    return {name.replace("_", " "): words for name, words in facts.items() if words}
