"""quantulum3 beside the product: its speed, and its answers in the form that the score takes.

Belongs here: where to find it, and what it gives. Does not: running it (`quantulum_process`), the score
(`news_quantities`). It is no dependency of the project: whoever has it in an environment names that one's interpreter.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.news_quantities import Answer

_PROCESS = Path(__file__).with_name("quantulum_process.py")
_INTERPRETER = "QUANTULUM3_PYTHON"
ABSENT = (
    "quantulum3 is not here. To have it beside the product: python -m venv quantulum3; "
    "quantulum3/bin/pip install 'quantulum3[classifier]' scikit-learn==1.8.0; "
    f"then {_INTERPRETER}=quantulum3/bin/python before the command."
)


@dataclass(frozen=True, slots=True)
class Run:
    """What quantulum3 gave for some sentences, and how many it read a CPU second.

    `start`: the seconds of import and first use, and the most memory by then, in megabytes.
    """

    version: str
    answers: list[list[Answer]]
    per_second: float
    start: tuple[float, float]


def run(texts: Sequence[str]) -> Run | None:
    """quantulum3's answers to the sentences; null where the interpreter does not have it.

    Raises:
        subprocess.CalledProcessError: it is there, and fails.
    """
    python = os.environ.get(_INTERPRETER, sys.executable)
    found = subprocess.run([python, "-c", "import quantulum3"], capture_output=True, check=False)
    if found.returncode:
        return None
    done = subprocess.run(
        [python, str(_PROCESS)], input=json.dumps(texts), stdout=subprocess.PIPE, check=True, text=True
    )
    given = json.loads(done.stdout)
    return Run(
        version=given["version"],
        answers=[[answer(*one) for one in answers] for answers in given["answers"]],
        per_second=len(texts) / given["seconds"],
        start=(given["start"], given["megabytes"]),
    )


def answer(value: float, uncertainty: float, unit: str, start: int, end: int) -> Answer:
    """One of its answers; it knows no changes, and of a range it gives the middle and how far off the ends are."""
    ends = (value - uncertainty, value + uncertainty)
    return Answer(ends if uncertainty else value, "-" if unit == "dimensionless" else unit, "=", start, end)
