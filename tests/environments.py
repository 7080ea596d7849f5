"""Virtual environments of their own for programs that must not share ours: other versions, or many dependencies.

They are made from packages alone (no builds for DuckDB, whose source takes an hour), with uv where there is one, else
with venv and pip.

Belongs here: making one, and telling a package index that is out of reach from a package that does not install. Does
not: what is tested in it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROBE = "packaging"
"""A small package that every index has: where not even this can be had, none is in reach."""


def environment(folder: Path, *requirements: str) -> Path:
    """The Python of a new environment in `folder` that holds `requirements`.

    Skips the test where no package index can be reached; a requirement that does not install otherwise is a failure.
    """
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    python = folder / "bin" / "python"
    if uv is None:
        _run(sys.executable, "-m", "venv", str(folder))
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        fresh = ["--no-cache-dir", "--dry-run", "--ignore-installed"]
    else:
        _run(uv, "venv", "--quiet", "--no-python-downloads", "--python", sys.executable, str(folder))
        install = [uv, "pip", "install", "--quiet", "--python", str(python)]
        fresh = ["--no-cache", "--dry-run"]
    made = subprocess.run([*install, *requirements], capture_output=True, text=True)
    if made.returncode:
        probe = subprocess.run([*install, *fresh, PROBE], capture_output=True, text=True)
        if probe.returncode:
            pytest.skip(f"no package index can be reached: {probe.stderr.strip().splitlines()[-1]}")
        pytest.fail(f"{' '.join(requirements)} cannot be installed:\n{made.stderr}")
    return python


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
