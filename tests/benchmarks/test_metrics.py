"""Made-up figures give the truth that they were made from; a result that is not the truth is told."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.benchmarks import metrics
from tests.benchmarks.metrics import Run, run
from tests.benchmarks.truth import differences


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    folder = tmp_path_factory.mktemp("figures")
    return folder, run(folder, cities=2, memory="500MB")


def test_the_result_equals_the_truth(made: tuple[Path, Run]) -> None:
    _, one = made
    assert one.figures > 3_000
    assert one.wrong == {}


@pytest.mark.parametrize(
    ("table", "harm"),
    [
        pytest.param("levels", "WHERE hash(level_id) % 50 <> 0", id="levels are missing"),
        pytest.param("changes", "WHERE hash(change_id) % 50 <> 0", id="changes are missing"),
        pytest.param("changes", "UNION ALL (SELECT * FROM whole LIMIT 1)", id="a change too many"),
        pytest.param("conflicts", "WHERE hash(conflict_id) % 5 <> 0", id="conflicts are missing"),
    ],
)
def test_what_is_missing_or_too_much_is_told(made: tuple[Path, Run], tmp_path: Path, table: str, harm: str) -> None:
    folder, _ = made
    for name in ("levels", "changes", "conflicts"):
        (tmp_path / f"{name}.parquet").write_bytes((folder / "results" / f"{name}.parquet").read_bytes())
    whole = folder / "results" / f"{table}.parquet"
    rows = f"WITH whole AS (FROM '{whole}') SELECT * FROM whole {harm}"
    duckdb.execute(f"COPY ({rows}) TO '{tmp_path / f'{table}.parquet'}' (FORMAT parquet)")
    assert differences(folder, tmp_path)


def test_a_bound_that_leaves_the_truth_out_is_told(made: tuple[Path, Run], tmp_path: Path) -> None:
    folder, _ = made
    for name in ("levels", "changes", "conflicts"):
        (tmp_path / f"{name}.parquet").write_bytes((folder / "results" / f"{name}.parquet").read_bytes())
    changes = folder / "results" / "changes.parquet"
    rows = f"SELECT * REPLACE (pct_high - 20 AS pct_high) FROM '{changes}'"
    duckdb.execute(f"COPY ({rows}) TO '{tmp_path / 'changes.parquet'}' (FORMAT parquet)")
    assert "a change that does not hold the truth" in differences(folder, tmp_path)


def test_growth_is_against_the_figures() -> None:
    small, large = Run(100, 2.0, 3.0, 1.0, {}), Run(1000, 30.0, 40.0, 2.0, {})
    assert large.growth_from(small) == pytest.approx(1.5)


def test_a_row_a_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert metrics.main(["--cities", "1", "--folder", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("| yes |")
    assert list(tmp_path.iterdir()) == []
