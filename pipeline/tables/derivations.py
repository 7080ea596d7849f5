"""The table `derivations`: what each level, change and conflict is made of, one step at a time."""

from __future__ import annotations

from typing import Literal, get_args

from pipeline.tables.columns import choice, text, whole
from pipeline.tables.model import define

OutputTable = Literal["levels", "changes", "conflicts"]
InputTable = Literal["figures", "levels", "changes"]
Role = Literal["base", "final", "whole", "share", "change", "stated", "side"]

_DERIVATIONS = "metrics: derivations"

DERIVATIONS = define(
    "derivations",
    "Derivations",
    "One row for each input of a level, change or conflict. Followed from output to input, the rows of one output are "
    "a tree whose leaves are figures, each with its words in an article.",
    {
        "output_table": choice(get_args(OutputTable), "Table of the row that is explained.", source=_DERIVATIONS),
        "output_id": text(
            "Identifier of the row that is explained, in `output_table`; no two tables share one.",
            source=_DERIVATIONS,
        ),
        "position": whole("Place among the inputs of this output, from 1.", source=_DERIVATIONS, unit="1", least=1),
        "role": choice(
            get_args(Role),
            "What the input is to the output. `stated`: it says this very thing; `base`, `final`: the level that the "
            "change starts from, or ends in; `change`: the change that leads from one to the other; `whole`, `share`: "
            "what the output is a part of, and how large a part; `side`: of a conflict.",
            source=_DERIVATIONS,
        ),
        "input_table": choice(get_args(InputTable), "Table of the input.", source=_DERIVATIONS),
        "input_id": text("Identifier of the input, in `input_table`.", source=_DERIVATIONS),
        "formula": text(
            "How the output follows from its inputs; null where they state it.",
            source="metrics: levels, changes",
            nullable=True,
        ),
    },
    key=("output_id", "input_id"),
    order=("output_table", "output_id", "position", "input_id"),
)
