"""Speed: how many sentences a CPU second, what the start costs, what odd texts cost, and where the time goes.

Belongs here: measuring. Does not: judging - nothing here fails, for a busy machine says nothing about the code - or
printing (`__main__`).
"""

from __future__ import annotations

import cProfile
import json
import pstats
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.articles import article_from_text
from pipeline.extraction import extract_figures, extract_quantities
from tests.benchmarks.hostile import REPEATED, hostile, of_size

_EXTRACTION = Path(sys.modules["pipeline.extraction"].__file__ or "").parent
_ARTICLE = article_from_text("X", article_id="benchmark", published="2019-05-07")
_ROUNDS = 5
_FIRST_USE = """
import json, resource, time
begin = time.perf_counter()
import pipeline.extraction
pipeline.extraction.extract_quantities("Output fell by 3 per cent to 4.1 million tonnes in 2018.")
seconds = time.perf_counter() - begin
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""


Read = Callable[[str], object]
"""Reads a text; what it gives is thrown away."""


def quantities(text: str) -> None:
    """Reads the quantities of a text."""
    extract_quantities(text)


def figures(text: str) -> None:
    """Reads the figures of a text, as an article of its own."""
    extract_figures(replace(_ARTICLE, text=text))


@dataclass(frozen=True, slots=True)
class Start:
    """Import and first use in a fresh process: wall-clock seconds, and the most memory, in megabytes."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading a text costs: microseconds a byte, and how many times as much as a byte of news."""

    name: str
    microseconds: float
    times_news: float


def per_second(read: Read, texts: Sequence[str]) -> float:
    """Texts a CPU second, in the best of some rounds: the others were disturbed."""
    return len(texts) / min(_cpu_seconds(read, texts) for _ in range(_ROUNDS))


def start(rounds: int = _ROUNDS) -> Start:
    """The start of the extraction in a process of its own, the best of some."""
    runs = []
    for _ in range(rounds):
        done = subprocess.run([sys.executable, "-c", _FIRST_USE], capture_output=True, check=True, text=True)
        runs.append(json.loads(done.stdout))
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Start(min(seconds for seconds, _ in runs), min(memory for _, memory in runs) / unit)


def costs(read: Read, news: str, size: int) -> list[Cost]:
    """The cost of news and of each hostile text, of `size` characters each; news comes first."""
    texts = {"news": of_size(news, size), **{name: hostile(name, size) for name in REPEATED}}
    per_byte = {
        name: 1e6 * _cpu_seconds(read, [text]) / len(text.encode(errors="surrogatepass"))
        for name, text in texts.items()
    }
    return [Cost(name, cost, cost / per_byte["news"]) for name, cost in per_byte.items()]


def stages(read: Read, texts: Sequence[str]) -> list[tuple[str, float]]:
    """The share of the time, in per cent, of each module or package of the extraction, the largest first.

    What the standard library does is counted where it was called from. The profiler makes calls dearer than they are.
    """
    profile = cProfile.Profile()
    profile.runcall(lambda: [read(text) for text in texts])
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        stage = _stage(file)
        if stage is not None:
            spent[stage] += own
            continue
        for (caller, _, _), (_, _, own_there, _) in callers.items():
            spent[_stage(caller) or "all else"] += own_there
    total = sum(spent.values())
    return [(stage, 100 * seconds / total) for stage, seconds in spent.most_common()]


def _stage(file: str) -> str | None:
    path = Path(file)
    return path.relative_to(_EXTRACTION).parts[0].removesuffix(".py") if path.is_relative_to(_EXTRACTION) else None


def _cpu_seconds(read: Read, texts: Sequence[str]) -> float:
    begin = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begin
