"""What a perfect reader's figures of the gold articles give: every change of a city, and none that does not follow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipeline.metrics import derive
from pipeline.tables import TABLES, to_arrow
from pipeline.tables.rows import indicators_frame

GOLD = Path(os.environ.get("CITYFIGURES_GOLD", Path(__file__).parents[3] / "shared" / "gold"))
DATES = ("period_start", "period_end", "base_start", "base_end")

pytestmark = pytest.mark.skipif(not (GOLD / "score.py").is_file(), reason="the gold articles are not here")


def score(part: str, *options: str) -> str:
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / part), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def loose(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """A table of rows that may lack columns."""
    fields = [field.with_nullable(True) for field in TABLES[name].arrow_schema]
    return pa.table(
        [pa.array([row.get(field.name) for row in rows], field.type) for field in fields], pa.schema(fields)
    )


def figure(row: dict[str, Any]) -> dict[str, Any]:
    """A perfect reader's row, in the columns of `figures`: places by their names."""
    dates = {name: date.fromisoformat(row[name]) if row[name] else None for name in DATES}
    return row | dates | {"unit_readings": [], "members": []}


@pytest.mark.parametrize(("part", "precision", "recall"), [("raw", 1.0, 1.0), ("dev", 0.97, 0.95)])
def test_city_changes(part: str, precision: float, recall: float, tmp_path: Path) -> None:
    score(part, "--gold-as-predictions", str(tmp_path))
    figures = [figure(row) for path in sorted((tmp_path / "figures").iterdir()) for row in rows_of(path)]
    articles = [{"article_id": key, "status": "live"} for key in sorted({row["article_id"] for row in figures})]
    known = indicators_frame([], {row["indicator"] for row in figures})
    derived = derive(
        loose("figures", figures), loose("articles", articles), to_arrow("indicators", known), loose("places", [])
    )
    changes = tmp_path / "derived.jsonl"
    changes.write_text("\n".join(json.dumps(row, default=str) for row in derived.changes.to_pylist()), encoding="utf-8")
    found = json.loads(score(part, "--predictions", str(tmp_path / "figures"), "--changes", str(changes), "--json"))
    assert found["city_changes"]["precision"] >= precision
    assert found["city_changes"]["recall"] >= recall
