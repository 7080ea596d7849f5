from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline import release

HEAVY = "{'pandas', 'pandera', 'pipeline.tables'}"


def test_every_promised_name_is_there() -> None:
    for name in release.__all__:
        assert getattr(release, name).__name__ == name


def test_no_other_name_is() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        release.no_such_name  # noqa: B018 - reading it is the test


def test_a_query_does_not_load_what_only_a_build_needs() -> None:
    code = (
        f"import sys; from pipeline.release import explain, open_release, run_query; print({HEAVY} & set(sys.modules))"
    )
    root = Path(pipeline.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)
    assert done.stdout == "set()\n"
