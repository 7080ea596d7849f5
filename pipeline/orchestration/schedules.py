"""When a build runs by itself.

Belongs here: times. Does not: what runs (see `jobs`).
"""

from __future__ import annotations

import dagster as dg

from pipeline.orchestration.jobs import build_release

daily_release = dg.ScheduleDefinition(
    name="daily_release",
    job=build_release,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    description="Every day at five in the morning, UTC. A build that finds nothing new makes no release.",
)
