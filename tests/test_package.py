from __future__ import annotations

import subprocess
import sys

import pytest

import pipeline


def modules_after(statement: str) -> set[str]:
    """Top-level modules that a fresh interpreter holds after a statement."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("name", pipeline.__all__)
def test_every_promised_name_is_there(name: str) -> None:
    assert getattr(pipeline, name) is not None
    assert name in dir(pipeline)


def test_a_name_that_is_not_promised_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        pipeline.nothing  # noqa: B018


def test_the_package_alone_loads_no_room() -> None:
    assert "yaml" not in modules_after("import pipeline")


def test_reading_a_text_loads_nothing_of_what_a_build_needs() -> None:
    loaded = modules_after("from pipeline import extract_figures, extract_quantities, read_article")
    assert loaded.isdisjoint({"dagster", "duckdb", "numpy", "pandas", "pandera", "pyarrow"})
