"""`cityfigures extract`: the figures of any text, nothing is stored.

Belongs here: arguments, and printing figures. Does not: finding the texts (see `texts`), reading figures
(see `pipeline.extraction`). Start-up counts here: neither Dagster nor pandas is imported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.faults import DATA_AT_FAULT, complain
from pipeline.commands.formats import Format, print_rows
from pipeline.release.wording import interval, period

if TYPE_CHECKING:
    from pipeline.extraction.model import Figure

SHOWN = ("place", "measured", "period", "value", "unit", "interval", "quote", "kind")
"""What the table for people shows of a figure; what comes last goes first where room is short."""


def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Markdown or plain text, with front matter or without; - reads standard input."
        ),
    ],
    form: Annotated[Format, typer.Option("--format", help="How to print the figures.")] = Format.TABLE,
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
    from dataclasses import fields

    from pipeline.commands.texts import Fault, in_file, in_lines
    from pipeline.extraction import extract_figures
    from pipeline.extraction.model import Figure

    faults = 0

    def figures() -> Iterator[Figure]:
        nonlocal faults
        for file in files:
            for found in in_lines(file, published) if jsonl_in else in_file(file, published):
                if isinstance(found, Fault):
                    faults += 1
                    complain(found.message)
                else:
                    yield from extract_figures(found)

    if form is Format.TABLE:
        print_rows(SHOWN, map(_shown, figures()), form)
    else:
        columns = [field.name for field in fields(Figure)]
        print_rows(columns, ([getattr(figure, name) for name in columns] for figure in figures()), form)
    if faults:
        raise typer.Exit(DATA_AT_FAULT)


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
