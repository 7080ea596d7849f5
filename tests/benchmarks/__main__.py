"""`python -m tests.benchmarks`: accuracy and speed beside quantulum3, the cost of odd texts, and where the time goes.

Belongs here: the tables. Does not: measuring (`speed`), scoring (`news_quantities`). `make benchmark` runs it.
The sentences are those of the set in `CITYFIGURES_GOLD`, each an article of its own; without it those of
`raw/articles`, of which nobody has written down the right answers.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline import __version__
from pipeline.articles import read_article
from pipeline.extraction.tokens import sentences
from tests.benchmarks import quantulum, speed
from tests.benchmarks.news_quantities import SENTENCES, answers, score

_ARTICLES = Path(__file__).parents[2] / "raw" / "articles"
_ARTICLE_LENGTH = 3_000
_HOSTILE_LENGTH = 100_000
_DEAREST = 12
_LEAST_SHARE = 1.0

Row = tuple[str, ...]


def main() -> None:
    """Prints every table."""
    articles = [read_article(file).text for file in sorted(_ARTICLES.glob("*.md"))]
    news = "\n\n".join(articles)
    items = json.loads(SENTENCES.read_text(encoding="utf-8")) if SENTENCES.is_file() else None
    texts = [sentence.text for sentence in sentences(news)] if items is None else [item["text"] for item in items]
    _say(f"# Benchmarks of {__version__}, {datetime.now(UTC):%Y-%m-%d}")
    _say(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors, one process")
    other = quantulum.run(texts)
    if other is None:
        _say(quantulum.ABSENT)
    _say(f"\n## Reading, {len(texts)} sentences{'' if items is not None else ' of raw/articles'}\n")
    table(
        ("", "cityfigures", "quantulum3" if other is None else f"quantulum3 {other.version}", "ratio"),
        _reading(texts, items, other),
    )
    whole = [news[at : at + _ARTICLE_LENGTH] for at in range(0, len(news) - _ARTICLE_LENGTH, _ARTICLE_LENGTH)]
    rate = speed.per_second(speed.figures, whole)
    _say(f"\nArticles of {_ARTICLE_LENGTH:,} characters a CPU second, figures: {rate:,.0f}")
    for name, read in (("quantities", speed.quantities), ("figures", speed.figures)):
        _say(f"\n## Odd texts of {_HOSTILE_LENGTH:,} characters, {name}: the {_DEAREST} dearest\n")
        news_cost, *costs = speed.costs(read, news, _HOSTILE_LENGTH)
        dearest = sorted(costs, key=lambda cost: -cost.microseconds)[:_DEAREST]
        table(
            ("text", "microseconds a byte", "times news"),
            [(cost.name, f"{cost.microseconds:.2f}", f"{cost.times_news:.2f}") for cost in (news_cost, *dearest)],
        )
        _say(f"\n## Where the time goes, {name}\n")
        shares = speed.stages(read, texts)
        table(("stage", "per cent"), [(stage, f"{share:.1f}") for stage, share in shares if share >= _LEAST_SHARE])


def _reading(texts: Sequence[str], items: Sequence[object] | None, other: quantulum.Run | None) -> Sequence[Row]:
    """Speed, start and, where the right answers are known, accuracy."""
    start = speed.start()
    own = {
        "quantities: sentences a CPU second": speed.per_second(speed.quantities, texts),
        "figures: sentences a CPU second": speed.per_second(speed.figures, texts),
        "import and first use, seconds": start.seconds,
        "most memory by then, MB": start.megabytes,
    }
    others = {} if other is None else dict(zip(own, (other.per_second, None, *other.start), strict=True))
    if items is not None:
        own |= {f"{measure}, F1": value for measure, value in score(items, map(answers, texts)).items()}
    if items is not None and other is not None:
        others |= {f"{measure}, F1": value for measure, value in score(items, other.answers).items()}
    return [_row(name, value, others.get(name)) for name, value in own.items()]


def _row(name: str, own: float, other: float | None) -> Row:
    if other is None:
        return name, f"{own:,.4g}", "", ""
    return name, f"{own:,.4g}", f"{other:,.4g}", f"{own / other:.3g}" if other else ""


def table(head: Row, rows: Iterable[Row]) -> None:
    """A table in Markdown, its columns as wide as they need to be."""
    lines = [head, *rows]
    widths = [max(len(line[k]) for line in lines) for k in range(len(head))]
    lines.insert(1, tuple("-" * width for width in widths))
    for line in lines:
        cells = (
            cell.rjust(width) if k else cell.ljust(width)
            for k, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        _say(f"| {' | '.join(cells)} |")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
