"""The asset graph against a snapshot, so that no asset, dependency, check or schedule changes unseen.

Run as a program, this file prints the graph as it is now; `REFRESH` is the command.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from pipeline.definitions import defs

SNAPSHOT = Path(__file__).with_name("asset_graph.txt")
REFRESH = "python tests/orchestration/test_asset_graph.py > tests/orchestration/asset_graph.txt"


def graph() -> str:
    return "\n".join([*_assets(), *_jobs(), *_schedules()]) + "\n"


def _assets() -> Iterator[str]:
    checks = [spec for definition in defs.asset_checks or () for spec in definition.check_specs]
    for spec in sorted(defs.resolve_all_asset_specs(), key=lambda spec: (str(spec.group_name), spec.key)):
        yield f"asset {spec.group_name}/{spec.key.to_user_string()}"
        for dep in sorted(dep.asset_key.to_user_string() for dep in spec.deps):
            yield f"    from {dep}"
        for check in sorted((each for each in checks if each.asset_key == spec.key), key=lambda each: each.name):
            yield f"    {'blocking check' if check.blocking else 'check'} {check.name}"
            for dep in sorted(dep.asset_key.to_user_string() for dep in check.additional_deps):
                yield f"        looks at {dep}"


def _jobs() -> Iterator[str]:
    for unresolved in defs.jobs or ():
        job = defs.resolve_job_def(unresolved.name)
        made = sorted(key.to_user_string() for key in job.asset_layer.executable_asset_keys)
        yield f"job {job.name}: {', '.join(made)}"


def _schedules() -> Iterator[str]:
    for unresolved in defs.schedules or ():
        schedule = defs.resolve_schedule_def(unresolved.name)
        times = f"{schedule.cron_schedule} {schedule.execution_timezone}"
        yield f"schedule {schedule.name}: {times}, job {schedule.job_name}, {_status(schedule)}"


def _status(schedule: dg.ScheduleDefinition) -> str:
    return "on from the start" if schedule.default_status is dg.DefaultScheduleStatus.RUNNING else "switched on by hand"


def test_the_graph_is_that_of_the_snapshot() -> None:
    assert graph() == SNAPSHOT.read_text(encoding="utf-8"), f"if the change is meant, run: {REFRESH}"


if __name__ == "__main__":
    print(graph(), end="")
