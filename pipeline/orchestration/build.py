"""A build in this process: the job that Dagster's pages run, without any service, and what came of it.

Belongs here: running the job and collecting its outcome as plain values. Does not: showing it
(see `pipeline.commands.build`), the job's parts.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.articles import Rejection
from pipeline.orchestration.assets import STAGES, write_tables
from pipeline.orchestration.io import WORK_FOLDER, WorkFolder
from pipeline.orchestration.jobs import build_release
from pipeline.orchestration.progress import PROGRESS, Watcher, watching
from pipeline.orchestration.resources import OutputsFolder, RawFolder
from pipeline.orchestration.texts import REJECTIONS, rejections_of

_CONSOLE = {"console": {"config": {"log_level": "DEBUG"}}}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    version: str
    path: Path
    created: bool
    """False: nothing changed, and the release is the one that was there."""
    reason: str
    """Why there is a new release, or why there is none, in one line."""
    rows: Mapping[str, int]
    """Number of rows of each table."""
    cities: int
    """How many cities the figures speak of."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One reason why there is no release: `message` for its user; `trace` only of an error that nobody foresaw."""

    message: str
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known after a build: the files that could not be used, and a release or else failures."""

    quarantined: tuple[Rejection, ...]
    built: Built | None
    failures: tuple[Failure, ...]


def build(
    definitions: dg.Definitions,
    *,
    raw: Path,
    outputs: Path,
    at_least: str | None = None,
    watcher: Watcher | None = None,
    verbose: bool = False,
) -> Outcome:
    """Runs the job `build_release` in this process, on two folders.

    Tables pass through a folder of this build's own, so that no other build can get in between.

    Args:
        definitions: those that Dagster loads.
        raw: the folder with the inputs.
        outputs: the folder with the releases.
        at_least: a version that the release must at least have.
        watcher: is told each asset that is made and each check that is run.
        verbose: whether Dagster's own log goes to standard error.
    """
    with tempfile.TemporaryDirectory(prefix="cityfigures-") as work, dg.DagsterInstance.ephemeral() as instance:
        work_folder = WorkFolder(folder=work)
        with watching(watcher or (lambda _: None)):
            result = definitions.resolve_job_def(build_release.name).execute_in_process(
                instance=instance,
                raise_on_error=False,
                run_config={"loggers": {PROGRESS: {}} | (_CONSOLE if verbose else {})},
                resources={
                    "raw": RawFolder(folder=str(raw)),
                    "outputs": OutputsFolder(folder=str(outputs), at_least=at_least),
                    WORK_FOLDER: work_folder,
                },
            )
        return Outcome(
            quarantined=_quarantined(work_folder),
            built=_built(result, work_folder) if result.success else None,
            failures=tuple(_failures(result)),
        )


def steps_by_stage(definitions: dg.Definitions) -> Mapping[str, int]:
    """How many assets and checks each stage has, stages in their order: what a watcher will be told of."""
    stages = stages_of_assets(definitions)
    counts = Counter(stages.values())
    counts.update(stages[key.asset_key.to_user_string()] for key in definitions.resolve_asset_graph().asset_check_keys)
    return {stage: counts[stage] for stage in STAGES}


def stages_of_assets(definitions: dg.Definitions) -> Mapping[str, str]:
    """The stage of each asset."""
    return {spec.key.to_user_string(): str(spec.group_name) for spec in definitions.resolve_all_asset_specs()}


def _quarantined(work: WorkFolder) -> tuple[Rejection, ...]:
    # A build that ended before any text was read has only what the files themselves show.
    table = next((name for name in ("quarantine", REJECTIONS) if work.path(name).exists()), None)
    return rejections_of(work.load(table)) if table is not None else ()


def _built(result: dg.ExecuteInProcessResult, work: WorkFolder) -> Built:
    (event,) = result.asset_materializations_for_node(write_tables.op.name)
    told: Mapping[str, Any] = {name: value.value for name, value in event.metadata.items()}
    return Built(
        version=told["version"],
        path=Path(told["path"]),
        created=told["created"],
        reason=told["reason"],
        rows=told["rows"],
        cities=_cities(work.load("figures")),
    )


def _cities(figures: pa.Table) -> int:
    of_cities = figures.filter(pc.equal(figures["place_kind"], "city"))
    return len(pc.unique(of_cities["place_id"]).drop_null())


def _failures(result: dg.ExecuteInProcessResult) -> Iterator[Failure]:
    for evaluation in result.get_asset_check_evaluations():
        if not evaluation.passed and evaluation.severity == dg.AssetCheckSeverity.ERROR:
            yield Failure(evaluation.description or evaluation.check_name)
    for event in result.get_step_failure_events():
        error, foreseen = event.step_failure_data.error, event.step_failure_data.user_failure_data
        # A failing check fails its step as well; the check itself has been told of above.
        if error is None or error.cls_name == "DagsterAssetCheckFailedError":
            continue
        if foreseen is not None and foreseen.description is not None:
            yield Failure(foreseen.description)
        elif error.cls_name == "DagsterExecutionInterruptedError":
            yield Failure("the build was interrupted")
        else:
            yield Failure((error.cause or error).message.strip(), trace=error.to_string())
