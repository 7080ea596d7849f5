"""Builds that are killed, find the disk full or start at once: the last release stays, and the next build is as ever.

Each build is a process of its own. A nursery loads the code once and forks a child for each build, so that many
kills fit into a run of the tests.
"""

from __future__ import annotations

import json
import pickle
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.release import Provenance, latest_release, latest_version, verify_release, write_release
from pipeline.release.releases import RELEASES, STAGING
from tests.release.conftest import dataset, tables_of

ROOT = Path(pipeline.__file__).parent.parent
KILLED, CREATED, UNCHANGED, REFUSED = -9, 0, 10, 11

NURSERY = f"""
import json, os, pickle, resource, signal, sys, time
from pathlib import Path
from pipeline.release import ReleaseError, staging, write_release, writing

tables, origin = pickle.loads(Path(sys.argv[1]).read_bytes())

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def kill_at(step, after):
    real = getattr(writing, step)
    def stepping(*given, **named):
        real(*given, **named)
        die()
    setattr(writing, step, stepping if after else die)

def fill_disk(name):
    if name == "cityfigures.duckdb":
        # DuckDB reads a file before it writes to it, and the device below never ends. A limit refuses it likewise.
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        return
    # Whatever is written to this device finds no space left; whoever reads it never comes to an end.
    if name.endswith((".parquet", ".csv")):
        real = staging.tempfile.mkdtemp
        def mkdtemp(**given):
            folder = real(**given)
            Path(folder, name).symlink_to("/dev/full")
            return folder
        staging.tempfile.mkdtemp = mkdtemp
    else:
        write_text = Path.write_text
        Path.write_text = lambda path, text, **given: write_text(
            Path("/dev/full") if path.name == name else path, text, **given
        )

def build():
    try:
        release = write_release(tables, Path(outputs), provenance=origin)
        os._exit({CREATED} if release.created else {UNCHANGED})
    except ReleaseError:
        os._exit({REFUSED})

for line in sys.stdin:
    order = json.loads(line)
    outputs = order["outputs"]
    children = []
    for _ in range(order.get("builds", 1)):
        child = os.fork()
        if child == 0:
            if "step" in order:
                kill_at(order["step"], order["after"])
            if "full" in order:
                fill_disk(order["full"])
            build()
        children.append(child)
    if "seconds" in order:
        time.sleep(order["seconds"])
        for child in children:
            os.kill(child, signal.SIGKILL)
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]), flush=True)
"""

Bytes = dict[str, bytes]


@dataclass(frozen=True)
class Bench:
    """A folder with a release, builds that would follow it, and what they give when nothing disturbs them."""

    order: Callable[..., list[int]]
    before: Path
    """Output folder with release 0.1.0 alone."""
    expected: dict[str, Bytes]
    """The files of both releases, by version."""
    seconds: float
    """That an undisturbed build takes."""


def files_of(folder: Path) -> Bytes:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def bench(origin: Provenance, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("nursery")
    before, undisturbed = folder / "before", folder / "undisturbed"
    first = tables_of(dataset() | {"quarantine": []})
    write_release(first, before, provenance=origin)
    shutil.copytree(before, undisturbed)
    pickled = folder / "pickled"
    pickled.write_bytes(pickle.dumps((tables_of(dataset()), origin)))
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY, pickled], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as nursery:

        def order(outputs: Path, **what: Any) -> list[int]:
            assert nursery.stdin is not None
            assert nursery.stdout is not None
            print(json.dumps({"outputs": str(outputs), **what}), file=nursery.stdin, flush=True)
            codes: list[int] = json.loads(nursery.stdout.readline())
            return codes

        assert order(undisturbed) == [CREATED]
        seconds = timed(lambda: order(undisturbed_again(before, folder)))
        versions = sorted((undisturbed / RELEASES).iterdir())
        yield Bench(order, before, {path.name: files_of(path) for path in versions}, seconds)
        assert nursery.stdin is not None
        nursery.stdin.close()


def undisturbed_again(before: Path, folder: Path) -> Path:
    return Path(shutil.copytree(before, folder / "timed"))


def timed(what: Callable[[], object]) -> float:
    start = time.monotonic()
    what()
    return time.monotonic() - start


@pytest.fixture
def outputs(bench: Bench, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bench.before, tmp_path / "outputs"))


def require_sound(outputs: Path, bench: Bench) -> None:
    """`latest` names a release that verifies, and every release in the folder is whole."""
    assert verify_release(latest_release(outputs)) == []
    for folder in (outputs / RELEASES).iterdir():
        assert files_of(folder) == bench.expected[folder.name]


def require_recovery(outputs: Path, bench: Bench) -> None:
    """The next build, without any repair, leaves what an undisturbed one does."""
    assert bench.order(outputs)[0] in (CREATED, UNCHANGED)
    assert {path.name: files_of(path) for path in (outputs / RELEASES).iterdir()} == bench.expected
    assert str(latest_version(outputs)) == "0.2.0"
    assert not (outputs / STAGING).exists()


STEPS = (
    "build_lock",
    "sweep",
    "stage",
    "write_parquet",
    "write_csv",
    "file_entries",
    "write_database",
    "data_package",
    "card",
    "changes_value",
    "changes_markdown",
    "write_manifest",
    "seal",
    "verify_release",
    "publish",
    "point_latest_at",
)


@pytest.mark.parametrize(
    "after", [pytest.param(False, id="before"), pytest.param(True, id="after", marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_at_a_step(step: str, after: bool, bench: Bench, outputs: Path) -> None:
    assert bench.order(outputs, step=step, after=after) == [KILLED]
    require_sound(outputs, bench)
    done = step == "point_latest_at" and after
    assert str(latest_version(outputs)) == ("0.2.0" if done else "0.1.0")
    require_recovery(outputs, bench)


def kill_at_random(bench: Bench, folder: Path, seed: int) -> None:
    moment = random.Random(seed).uniform(0, 1.1 * bench.seconds)
    outputs = Path(shutil.copytree(bench.before, folder / f"killed-{seed}"))
    bench.order(outputs, seconds=moment)
    require_sound(outputs, bench)
    require_recovery(outputs, bench)
    shutil.rmtree(outputs)


@pytest.mark.slow
def test_builds_killed_at_a_dozen_random_moments(bench: Bench, tmp_path: Path) -> None:
    for seed in range(12):
        kill_at_random(bench, tmp_path, seed)


def test_builds_killed_again_and_again_need_no_repair_either(bench: Bench, outputs: Path) -> None:
    for seed in range(6):
        bench.order(outputs, seconds=random.Random(seed).uniform(0, bench.seconds))
    require_sound(outputs, bench)
    require_recovery(outputs, bench)


def find_the_disk_full_at(name: str, bench: Bench, outputs: Path) -> None:
    assert bench.order(outputs, full=name) == [REFUSED], name
    assert files_of(outputs / RELEASES / "0.1.0") == bench.expected["0.1.0"]
    assert str(latest_version(outputs)) == "0.1.0"
    assert not (outputs / STAGING).exists()


@pytest.mark.parametrize(
    "name",
    ["articles.parquet", "units.csv", "cityfigures.duckdb", "CHANGES.json", "manifest.json", "SHA256SUMS", "latest"],
)
def test_a_full_disk(name: str, bench: Bench, outputs: Path) -> None:
    find_the_disk_full_at(name, bench, outputs)
    require_recovery(outputs, bench)


def test_eight_builds_started_at_once_end_with_one_release(bench: Bench, outputs: Path) -> None:
    assert sorted(bench.order(outputs, builds=8)) == [CREATED] + [UNCHANGED] * 7
    assert {path.name: files_of(path) for path in (outputs / RELEASES).iterdir()} == bench.expected
    assert not (outputs / STAGING).exists()
