from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline.release import LockedError
from pipeline.release.lock import build_lock

ROOT = Path(pipeline.__file__).parent.parent

HOLDER = """
import sys
from pathlib import Path
from pipeline.release.lock import build_lock
with build_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(outputs: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, outputs], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_is_kept_out_and_told_by_whom(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        with (
            pytest.raises(LockedError, match=f"process {process.pid} on .* is writing a release"),
            build_lock(tmp_path, wait=0),
        ):
            pytest.fail("two builds hold the lock")
        process.communicate()


def test_the_lock_ends_with_a_killed_process(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        process.kill()
        process.wait()
    with build_lock(tmp_path, wait=0):
        assert f"process {os.getpid()} on" in (tmp_path / ".lock").read_text(encoding="utf-8")


def test_a_second_build_waits(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        assert process.stdin is not None
        process.stdin.close()
        with build_lock(tmp_path, wait=60):
            assert process.wait() == 0


def test_the_lock_can_be_had_again(tmp_path: Path) -> None:
    for _ in range(2):
        with build_lock(tmp_path / "new" / "folder", wait=0):
            pass
