from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release.version import FIRST, Step, Version, next_version, raised

versions = st.builds(Version, *[st.integers(0, 99)] * 3)
steps = st.sampled_from(get_args(Step))


@given(versions)
def test_a_version_reads_back_as_it_is_written(version: Version) -> None:
    assert Version.parse(str(version)) == version


@pytest.mark.parametrize(
    "text", ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.3 ", "01.2.3", "1.-2.3", "1.2.x", "\u0661.2.3"]
)
def test_anything_else_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match="three numbers"):
        Version.parse(text)


@pytest.mark.parametrize(
    ("version", "step", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.2.3", "major", "0.3.0"),
        ("0.2.3", "minor", "0.3.0"),
        ("0.2.3", "patch", "0.2.4"),
    ],
)
def test_the_rule(version: str, step: Step, expected: str) -> None:
    assert str(raised(Version.parse(version), step)) == expected


def test_the_first_version() -> None:
    assert next_version(None, "none") == FIRST


@given(versions, steps, st.none() | versions)
def test_a_minimum_raises_and_never_lowers(latest: Version, step: Step, minimum: Version | None) -> None:
    version = next_version(latest, step, minimum)
    assert version >= raised(latest, step)
    assert minimum is None or version >= minimum
    assert version in (raised(latest, step), minimum)
    assert (version == latest) == (step == "none" and (minimum is None or minimum <= latest))
