"""One build of the real articles for all tests of this folder, with every table that it passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import pyarrow as pa
import pytest

from pipeline.definitions import defs
from pipeline.orchestration.io import WORK_FOLDER, WorkFolder
from pipeline.orchestration.jobs import build_release
from pipeline.orchestration.progress import PROGRESS
from pipeline.orchestration.resources import OutputsFolder, RawFolder

RAW = Path(__file__).parents[2] / "raw"


@dataclass(frozen=True)
class Run:
    """A run of the job, and the folders that it used."""

    result: dg.ExecuteInProcessResult
    outputs: Path
    work: WorkFolder

    @property
    def tables(self) -> Mapping[str, pa.Table]:
        folder = Path(self.work.folder)
        return {path.stem: self.work.load(path.stem) for path in sorted(folder.glob("*.parquet"))}


def run_job(folder: Path, *, raw: Path = RAW, work: WorkFolder | None = None) -> Run:
    """Runs the job as Dagster's pages do, but in this process and into `folder`."""
    work = work or WorkFolder(folder=str(folder / "work"))
    outputs = folder / "outputs"
    result = defs.resolve_job_def(build_release.name).execute_in_process(
        raise_on_error=False,
        run_config={"loggers": {PROGRESS: {}}},
        resources={
            "raw": RawFolder(folder=str(raw)),
            "outputs": OutputsFolder(folder=str(outputs)),
            WORK_FOLDER: work,
        },
    )
    return Run(result, outputs, work)


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run_job(tmp_path_factory.mktemp("run"))
