"""Derivations against the rows that they lead from and to.

Belongs here: checks of the way from a value to its words. Does not: what a level, change or conflict says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from pipeline.tables.catalogue import TABLES
from pipeline.tables.check.cross import Material, at_fault, cross_check

_TRACED: Mapping[str, str] = {"levels": "inputs", "changes": "inputs", "conflicts": "figure_ids"}
"""The tables whose rows are made of others, and the column that names all figures of a row."""


@cross_check("derivations", "figures", *_TRACED)
def derivations_lead_from_row_to_row(material: Material) -> pd.DataFrame:
    """Both ends of every derivation are rows of the tables that it names."""
    known = {table: set(material.frames[table][TABLES[table].key[0]]) for table in ("figures", *_TRACED)}
    frame = material.frames["derivations"]
    ends = zip(frame["output_table"], frame["output_id"], frame["input_table"], frame["input_id"], strict=True)
    wrong = [output not in known[of] or given not in known[to] for of, output, to, given in ends]
    return at_fault("derivations", frame, wrong, "output_table", "input_table")


@cross_check("derivations", *_TRACED)
def derivations_end_in_the_figures_of_their_row(material: Material) -> pd.DataFrame:
    """From every level and change derivations lead to its inputs alone, from every conflict to all its figures."""
    steps: dict[str, list[tuple[str, str]]] = defaultdict(list)
    frame = material.frames["derivations"]
    for output, table, given in zip(frame["output_id"], frame["input_table"], frame["input_id"], strict=True):
        steps[output].append((table, given))
    lost = [
        {"output_table": table, "output_id": row_id, "figures": sorted(figures), "reached": sorted(reached)}
        for table, column in _TRACED.items()
        for row_id, figures in _rows(material.frames[table], TABLES[table].key[0], column)
        if (reached := _figures_below(row_id, steps)) != figures
        # What all sides of a conflict rest on is no side of it.
        and not (table == "conflicts" and reached > figures)
    ]
    return pd.DataFrame(lost, columns=["output_table", "output_id", "figures", "reached"])


def _rows(frame: pd.DataFrame, key: str, column: str) -> Iterator[tuple[str, set[str]]]:
    for row_id, figures in zip(frame[key], frame[column], strict=True):
        yield row_id, set(figures)


def _figures_below(row_id: str, steps: Mapping[str, list[tuple[str, str]]]) -> set[str]:
    """The figures that the steps lead to; each row is entered once, so that a circle has an end."""
    figures: set[str] = set()
    entered, pending = {row_id}, [row_id]
    while pending:
        for table, given in steps.get(pending.pop(), ()):
            if table == "figures":
                figures.add(given)
            elif given not in entered:
                entered.add(given)
                pending.append(given)
    return figures


CHECKS = (derivations_lead_from_row_to_row, derivations_end_in_the_figures_of_their_row)
