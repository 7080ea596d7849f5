"""Which of several like words of a sentence a figure's quote is.

A release holds the sentence of a figure and the quote's offsets in the article, but not where the sentence starts.
Where the quote stands more than once in the sentence, the other numbers of the article, whose offsets are known too,
tell which start is the right one.

Belongs here: finding the quote. Does not: marking it (see `explain_render`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb


def quote_in_sentence(connection: duckdb.DuckDBPyConnection, figure: Mapping[str, Any]) -> tuple[int, int]:
    """Start and end of a figure's quote in its sentence, in code points.

    Args:
        connection: to a release.
        figure: a row of the table `figures`.
    """
    sentence, quote = figure["sentence"], figure["quote"]
    starts = [at for at in range(len(sentence)) if sentence.startswith(quote, at)]
    if len(starts) > 1:
        numbers = connection.execute(
            'SELECT start - $start, "end" - $start, text FROM numbers '
            'WHERE article_id = $article AND start >= $start - $length AND "end" <= $start + $length',
            {"start": figure["start"], "article": figure["article_id"], "length": len(sentence)},
        ).fetchall()
        starts.sort(
            key=lambda at: sum(
                sentence[at + start : at + end] == text for start, end, text in numbers if at + start >= 0
            ),
            reverse=True,
        )
    return starts[0], starts[0] + len(quote)
