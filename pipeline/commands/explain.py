"""`cityfigures explain`: a figure, level, change or conflict, down to the words in its article.

Belongs here: arguments, and printing. Does not: finding the evidence (see `pipeline.release.explanation`), its form
(see `pipeline.release.explain_render`).
"""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.faults import reported
from pipeline.commands.formats import Form, to_json
from pipeline.commands.options import OUTPUTS, Outputs, ReleaseVersion
from pipeline.release.releases import LATEST


def explain(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="A figure_id, level_id, change_id or conflict_id of the release.")
    ],
    release: ReleaseVersion = LATEST,
    outputs: Outputs = OUTPUTS,
    form: Annotated[Form, typer.Option("--format", help="How to print the explanation.")] = Form.TEXT,
) -> None:
    """Show what a figure, level, change or conflict rests on, down to the words in its article."""
    from pipeline import release as releases

    with reported(), releases.open_release(outputs, release) as connection:
        explanation = releases.explain(connection, identifier)
    if form is Form.JSON:
        print(to_json(releases.as_value(explanation)))
    else:
        Console(highlight=False).print(releases.as_tree(explanation), crop=False)
