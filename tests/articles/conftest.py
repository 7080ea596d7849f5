from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FIELDS = {"title": '"A headline"', "published": "2019-05-07"}
TEXT = "Huaibei mined 4.37 million tonnes of coal.\n"


@pytest.fixture
def stored() -> Callable[..., str]:
    """A usable article as it is stored; keywords add, replace or (null) remove fields of its front matter."""

    def build(body: str = TEXT, /, **changes: str | None) -> str:
        fields = {name: value for name, value in (FIELDS | changes).items() if value is not None}
        return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n" + body

    return build


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file, its folders included, into a folder of the test's own."""

    def into(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return into
