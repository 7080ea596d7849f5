"""What Dagster loads: every asset, check, job, schedule and resource of the pipeline, put together.

Belongs here: the `Definitions` object. Does not: any of its parts (see `pipeline.orchestration`).
"""

from __future__ import annotations

import dagster as dg

from pipeline.orchestration.assets import ASSETS
from pipeline.orchestration.checks import CHECKS_OF_ASSETS
from pipeline.orchestration.io import WORK_FOLDER, WorkFolder
from pipeline.orchestration.jobs import build_release
from pipeline.orchestration.progress import PROGRESS, progress_logger
from pipeline.orchestration.resources import OutputsFolder, RawFolder
from pipeline.orchestration.schedules import daily_release

defs = dg.Definitions(
    assets=ASSETS,
    asset_checks=CHECKS_OF_ASSETS,
    jobs=[build_release],
    schedules=[daily_release],
    resources={
        "raw": RawFolder(folder="raw"),
        "outputs": OutputsFolder(folder="outputs"),
        WORK_FOLDER: WorkFolder(folder="outputs/.work"),
    },
    # A process for each step would cost seconds a step; where work is worth sharing out, its asset does so itself.
    executor=dg.in_process_executor,
    loggers={PROGRESS: progress_logger, "console": dg.colored_console_logger},
)
