"""`cityfigures diff`: what changed between two releases, and why.

Belongs here: arguments, and printing. Does not: comparing (see `pipeline.release.diff`), the form of what is printed
(see `pipeline.release.change_log`).
"""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.commands.faults import reported
from pipeline.commands.formats import Form, to_json
from pipeline.commands.options import OUTPUTS, Outputs


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Version of a release, such as 0.1.0.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Version of another, or latest.")],
    outputs: Outputs = OUTPUTS,
    form: Annotated[Form, typer.Option("--format", help="How to print the changes.")] = Form.TEXT,
) -> None:
    """Show what changed between two releases and why: columns first, then counts, causes and rows."""
    from pipeline import release as releases

    with reported():
        before, after = releases.find_release(outputs, old), releases.find_release(outputs, new)
        changes = releases.diff_releases(before, after)
    if form is Form.JSON:
        print(to_json(releases.changes_value(after.name, changes)))
    else:
        print(releases.changes_markdown(after.name, changes, "`--format json`"), end="")
