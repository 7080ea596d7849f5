"""`python -m tests.benchmarks.metrics`: what 10^5, 10^6 and 10^7 figures cost until they are changes and conflicts.

    python -m tests.benchmarks.metrics [--cities 50 500 5000] [--threads 2] [--memory 4.8GB] [--folder DIR]

Time is wall-clock, from the Parquet files of the figures to those of the results; memory is the most that the process
had, the interpreter included. Each run is a process of its own, and its result is compared with the truth.

Belongs here: running, measuring, the table. Does not: making figures (`figures`), knowing the truth (`truth`); nothing
is judged but the result: a busy machine says nothing about the code.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import make
from tests.benchmarks.truth import differences

_RUN = """
import json, resource, sys, time
from pathlib import Path
from pipeline.metrics import Limits, derive_files
folder, outputs, memory, threads = sys.argv[1:]
begin = time.perf_counter()
derive_files(Path(folder), Path(outputs), Limits(memory=memory, threads=int(threads), scratch=Path(outputs)))
seconds = time.perf_counter() - begin
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([seconds, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What deriving from so many figures took: wall-clock and processor seconds, gigabytes; and what came out wrong."""

    figures: int
    seconds: float
    processor_seconds: float
    gigabytes: float
    wrong: dict[str, int]

    def growth_from(self, smaller: Run) -> float:
        """By how much more the time grew than the figures did: 1 is linear."""
        return (self.seconds / smaller.seconds) / (self.figures / smaller.figures)


def run(folder: Path, cities: int, memory: str = "4GB", threads: int = 2) -> Run:
    """Makes the figures of so many cities, derives from them in another process, compares with the truth.

    Args:
        folder: for the figures and the results; a gigabyte for a thousand cities, and as much again while it runs.
        cities: five thousand give ten million figures.
        memory: what DuckDB may take.
        threads: how many.
    """
    outputs = folder / "results"
    outputs.mkdir()
    figures = make(folder, cities)
    command = [sys.executable, "-c", _RUN, str(folder), str(outputs), memory, str(threads)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    seconds, processor_seconds, most = json.loads(done.stdout)
    # Linux counts in kilobytes, macOS in bytes.
    gigabytes = most / (1024**3 if sys.platform == "darwin" else 1024**2)
    return Run(figures, seconds, processor_seconds, gigabytes, differences(folder, outputs))


def main(arguments: list[str] | None = None) -> int:
    """Prints a row a run; 1 where a result is not the truth."""
    parser = argparse.ArgumentParser(description="Levels, changes and conflicts of made-up figures, against the truth.")
    parser.add_argument("--cities", type=int, nargs="+", default=[50, 500, 5000])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--memory", default="4.8GB")
    parser.add_argument("--folder", type=Path, help="where there is room; else the system's temporary folder")
    given = parser.parse_args(arguments)
    sys.stdout.write("| figures | seconds | processor s | GB | growth / linear | equals the truth |\n")
    sys.stdout.write("| ---: | ---: | ---: | ---: | ---: | --- |\n")
    before: Run | None = None
    wrong = False
    for cities in given.cities:
        with TemporaryDirectory(dir=given.folder) as folder:
            one = run(Path(folder), cities, given.memory, given.threads)
        growth = one.growth_from(before) if before else math.nan
        verdict = "; ".join(f"{what}: {rows:,}" for what, rows in one.wrong.items()) or "yes"
        sys.stdout.write(
            f"| {one.figures:,} | {one.seconds:.1f} | {one.processor_seconds:.1f} | {one.gigabytes:.2f} "
            f"| {'' if math.isnan(growth) else f'{growth:.2f}'} | {verdict} |\n"
        )
        sys.stdout.flush()
        before, wrong = one, wrong or bool(one.wrong)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
