from __future__ import annotations

from datetime import UTC, datetime

import dagster as dg

from pipeline.definitions import defs
from pipeline.orchestration.jobs import build_release
from pipeline.orchestration.schedules import daily_release


def test_a_tick_asks_for_one_run_of_the_build() -> None:
    schedule = defs.resolve_schedule_def(daily_release.name)
    at = datetime(2026, 3, 1, 5, tzinfo=UTC)
    with dg.build_schedule_context(scheduled_execution_time=at, repository_def=defs.get_repository_def()) as context:
        ticked = schedule.evaluate_tick(context)
    assert schedule.job_name == build_release.name
    assert len(ticked.run_requests or ()) == 1
