"""`cityfigures build`: raw articles to a release.

Belongs here: arguments, progress on the terminal, the closing table. Does not: building
(see `pipeline.orchestration.build`, which runs the job that Dagster's pages run).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from pipeline.commands.faults import DATA_AT_FAULT, complain
from pipeline.commands.options import OUTPUTS, Outputs

if TYPE_CHECKING:
    from pipeline.orchestration.build import Built
    from pipeline.orchestration.progress import Step

COUNTED = ("articles", "numbers", "figures", "cities", "changes", "conflicts")
"""What the closing table counts, besides the files in quarantine."""


def _version(written: str | None) -> str | None:
    from pipeline.release import Version

    try:
        return None if written is None else str(Version.parse(written))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def build(
    raw: Annotated[
        Path,
        typer.Option(
            "--raw", metavar="DIR", exists=True, file_okay=False, readable=True, help="Folder that holds articles/."
        ),
    ] = Path("raw"),
    outputs: Outputs = OUTPUTS,
    at_least: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION", callback=_version, help="Version that the release must at least have, such as 1.0.0."
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if any file was quarantined.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only where the release lies.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show Dagster's log, and the trace of an error.")] = False,
) -> None:
    """Read all raw articles, make and check every table, and write a release if anything changed."""
    console = Console(stderr=True, highlight=False)
    watched = console.is_terminal and not quiet and not verbose
    with console.status("Starting") if watched else nullcontext():
        from pipeline.definitions import defs
        from pipeline.orchestration.build import build as run
        from pipeline.orchestration.build import stages_of_assets, steps_by_stage

    progress = _progress(console, stages_of_assets(defs), steps_by_stage(defs)) if watched else nullcontext()
    with progress as watcher:
        outcome = run(defs, raw=raw, outputs=outputs, at_least=at_least, watcher=watcher, verbose=verbose)
    for rejection in outcome.quarantined:
        complain(f"quarantined: {rejection.file}: {rejection.detail} [{rejection.reason}]")
    for failure in outcome.failures:
        complain(f"no release: {failure.message}")
        if failure.trace is not None:
            complain(failure.trace if verbose else "This is a fault of the program; --verbose shows where it happened.")
    if outcome.built is None:
        raise typer.Exit(DATA_AT_FAULT)
    print(outcome.built.path if quiet else closing_table(outcome.built, len(outcome.quarantined)))
    if strict and outcome.quarantined:
        raise typer.Exit(DATA_AT_FAULT)


def closing_table(built: Built, quarantined: int) -> str:
    """What a build came to, one thing a line."""
    counts = {**built.rows, "cities": built.cities}
    lines = [*((name, f"{counts[name]:>8,}") for name in COUNTED), ("quarantined", f"{quarantined:>8,}")]
    note = built.reason if built.created else "nothing changed"
    return "\n".join([*(f"{name:<12}{count}" for name, count in lines), f"{'release':<12}{built.path} ({note})"])


@contextmanager
def _progress(
    console: Console, stage_of: Mapping[str, str], steps: Mapping[str, int]
) -> Iterator[Callable[[Step], None]]:
    """One bar a stage, which grows with each asset that is made and each check that is run."""
    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}"),
    )
    with Progress(*columns, console=console) as bars:
        tasks = {stage: bars.add_task(stage, total=total, now="") for stage, total in steps.items()}

        def watch(step: Step) -> None:
            stage = stage_of[step.asset]
            bars.update(tasks[stage], advance=1, now=f"{step.asset} {step.kind}")
            if bars.tasks[tasks[stage]].finished:
                bars.update(tasks[stage], now="")

        yield watch
