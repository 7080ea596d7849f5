"""What happens in a build, step by step, for whoever watches it from the same process.

Dagster tells its loggers every event. The logger here passes those on that a person cares about.

Belongs here: Dagster's events to `Step`. Does not: showing them (see `pipeline.commands.build`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import dagster as dg

PROGRESS = "progress"
"""Key of the logger, by which a run asks for it."""

_CHANNEL = "pipeline.progress"


@dataclass(frozen=True, slots=True)
class Step:
    """One asset that was made, or one check that was run."""

    asset: str
    kind: Literal["made", "checked"]
    name: str
    """Of the check; of the asset, where one was made."""


Watcher = Callable[[Step], None]


def _channel(_: dg.InitLoggerContext) -> logging.Logger:
    channel = logging.getLogger(_CHANNEL)
    channel.setLevel(logging.DEBUG)
    channel.propagate = False
    return channel


progress_logger = dg.LoggerDefinition(
    _channel, description="Passes made assets and finished checks on to a watcher in the same process."
)
"""The logger that `watching` listens to; what it is told goes nowhere else."""


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Tells `watcher` each step of the runs that happen meanwhile in this process and use the logger."""
    channel = logging.getLogger(_CHANNEL)
    handler = _Handler(watcher)
    channel.addHandler(handler)
    try:
        yield
    finally:
        channel.removeHandler(handler)


class _Handler(logging.Handler):
    def __init__(self, watcher: Watcher) -> None:
        super().__init__()
        self._watcher = watcher

    def emit(self, record: logging.LogRecord) -> None:
        event = getattr(record, "dagster_event", None)
        if not isinstance(event, dg.DagsterEvent):
            return
        if event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION and event.asset_key is not None:
            asset = event.asset_key.to_user_string()
            self._watcher(Step(asset, "made", asset))
        elif event.event_type == dg.DagsterEventType.ASSET_CHECK_EVALUATION:
            check = event.asset_check_evaluation_data
            self._watcher(Step(check.asset_key.to_user_string(), "checked", check.check_name))
