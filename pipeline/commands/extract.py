"""`cityfigures extract`: the figures of any text, nothing is stored.

Belongs here: arguments, and printing figures. Does not: finding the texts (see `texts`), reading figures
(see `pipeline.extraction`). Start-up counts here: neither Dagster nor pandas is imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.faults import DATA_AT_FAULT, complain
from pipeline.commands.formats import Format, print_rows
from pipeline.release.wording import interval, period

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.extraction.model import Figure


class Form(StrEnum):
    """How figures are printed: as rows, or in the text that they were read from."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


BESIDE_TEXT = ("place", "measured", "period", "value", "unit", "interval")
"""What a person is shown of a figure whose words stand beside it; what comes last goes first where room is short."""

SHOWN = (*BESIDE_TEXT, "quote", "kind")
"""What a person is shown of a figure in a table alone."""


def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Markdown or plain text, with front matter or without; - reads standard input."
        ),
    ],
    form: Annotated[
        Form,
        typer.Option("--format", help="How to print the figures; text is the text itself with its numbers marked."),
    ] = Form.TABLE,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Date of publication (YYYY, YYYY-MM or YYYY-MM-DD); goes before the front matter's."
        ),
    ] = None,
    jsonl_in: Annotated[
        bool,
        typer.Option(
            "--jsonl-in", help='Each line of the input is a text: {"id": ..., "text": ..., "published": ...}.'
        ),
    ] = False,
) -> None:
    """Print the figures of any text. Nothing is stored."""
    from pipeline.commands.texts import Fault, in_file, in_lines

    faults = 0

    def articles() -> Iterator[Article]:
        nonlocal faults
        for file in files:
            for found in in_lines(file, published) if jsonl_in else in_file(file, published):
                if isinstance(found, Fault):
                    faults += 1
                    complain(found.message)
                else:
                    yield found

    if form is Form.TEXT:
        _print_texts(articles())
    else:
        _print_figures(articles(), Format(form))
    if faults:
        raise typer.Exit(DATA_AT_FAULT)


def _print_texts(articles: Iterator[Article]) -> None:
    from pipeline.commands.marked_text import print_marked
    from pipeline.extraction import read

    for k, article in enumerate(articles):
        if k:
            print()
        extraction = read(article)
        rows = [_shown(figure)[: len(BESIDE_TEXT)] for figure in extraction.figures]
        print_marked(article, extraction, BESIDE_TEXT, rows, sys.stdout)


def _print_figures(articles: Iterator[Article], form: Format) -> None:
    from dataclasses import fields

    from pipeline.extraction import extract_figures
    from pipeline.extraction.model import Figure

    figures = (figure for article in articles for figure in extract_figures(article))
    if form is Format.TABLE:
        print_rows(SHOWN, map(_shown, figures), form)
    else:
        columns = [field.name for field in fields(Figure)]
        print_rows(columns, ([getattr(figure, name) for name in columns] for figure in figures), form)


def _shown(figure: Figure) -> Sequence[Any]:
    falls = figure.kind == "change" and figure.direction == "down"
    return (
        figure.subject or figure.place,
        figure.indicator or figure.measured,
        period(figure.period_start, figure.period_end),
        -figure.value if falls else figure.value,
        figure.unit,
        interval(figure.low, figure.high),
        figure.quote,
        figure.kind,
    )
