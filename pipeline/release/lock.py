"""One build at a time: a lock that ends with the process that holds it, however that ends.

The kernel holds the lock (`flock`), so neither a crash nor a killed build leaves it behind. The file says who
holds it, for the message that a second build shows; what an earlier holder wrote there has no effect.

Belongs here: the lock. Does not: what is done under it.
"""

from __future__ import annotations

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.release.errors import LockedError
from pipeline.release.releases import LOCK

_PAUSE = 0.05
"""Seconds between two attempts: short beside a build, long beside an attempt."""


@contextmanager
def build_lock(outputs: Path, *, wait: float = 60.0) -> Iterator[None]:
    """Holds the lock of an output folder, which is made if it is missing.

    Args:
        outputs: the output folder.
        wait: seconds to wait for another build to end; 0: not at all.

    Raises:
        LockedError: another build still holds the lock.
    """
    outputs.mkdir(parents=True, exist_ok=True)
    handle = os.open(outputs / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(handle, outputs, wait)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, outputs: Path, wait: float) -> None:
    give_up = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= give_up:
                holder = os.pread(handle, 200, 0).decode("utf-8", "replace").strip() or "another process"
                raise LockedError(
                    f"{holder} is writing a release to {outputs}; waited {wait:g} s. "
                    "Try again when it has ended; if it hangs, end it: the lock ends with it"
                ) from error
            time.sleep(_PAUSE)
        else:
            return
