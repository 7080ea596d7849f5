"""The table `numbers`: the account of every digit sequence and every spelled number of every article."""

from __future__ import annotations

from typing import get_args

from pipeline.extraction.model import Disposition
from pipeline.tables.columns import choice, real, text, whole
from pipeline.tables.model import define
from pipeline.tables.rules import row_rule

_NUMBERS = "extraction: numbers"

NUMBERS = define(
    "numbers",
    "Numbers",
    "One row for each digit sequence and each spelled number of an article, with what became of it.",
    {
        "article_id": text("Article that it stands in.", source=_NUMBERS, references="articles.article_id"),
        "start": whole("Offset in the article's text.", source=_NUMBERS, unit="code point", least=0),
        "end": whole("Offset of its end, exclusive.", source=_NUMBERS, unit="code point", least=1),
        "text": text("As written.", source=_NUMBERS),
        "value": real(
            "Its value, before any unit; null where it has none (a code).", source=_NUMBERS, unit="1", nullable=True
        ),
        "disposition": choice(
            get_args(Disposition),
            "What the number is: part of a `figure`, or a reason for being none (`window`: a duration that only fixes "
            "a period; `specification`: the size of an example, the threshold of a class, a sample).",
            source="extraction: dispositions",
        ),
        "reason": text("Why, in words.", source="extraction: dispositions"),
        "figure_id": text(
            "The figure that it is part of, the first if several; null unless the disposition is `figure`.",
            source="extraction: figures",
            references="figures.figure_id",
            nullable=True,
        ),
    },
    key=("article_id", "start"),
    rules=(
        row_rule(
            "start_before_end",
            ("start", "end"),
            "`start` is not before `end`",
            lambda frame: frame["start"] < frame["end"],
        ),
        row_rule(
            "figure_id_with_disposition",
            ("disposition", "figure_id"),
            "`figure_id` is null though the disposition is `figure`, or the other way round",
            lambda frame: (frame["disposition"] == "figure") == frame["figure_id"].notna(),
        ),
    ),
)
