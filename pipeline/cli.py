"""The command `cityfigures`.

Belongs here: the list of its commands. Does not: any of them (see `pipeline.commands`).

Exit status of all: 0 done; 1 the data are at fault, and standard error names file or row, cause and remedy; 2 the
command line is. Data go to standard output, all else to standard error.
"""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline import __version__
from pipeline.commands.build import build
from pipeline.commands.diff import diff
from pipeline.commands.explain import explain
from pipeline.commands.extract import extract
from pipeline.commands.query import query
from pipeline.commands.verify import verify

app = typer.Typer(
    name="cityfigures",
    help="News articles to figures that can be traced to their words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (build, extract, query, explain, diff, verify):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"cityfigures {__version__}")
        raise typer.Exit


@app.callback()
def cityfigures(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version, and no more.")
    ] = False,
) -> None:
    """News articles to figures that can be traced to their words."""


def main() -> None:
    """Runs the command line; what the distribution installs as `cityfigures`."""
    app(prog_name="cityfigures")


if __name__ == "__main__":
    main()
