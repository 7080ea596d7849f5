"""What others read a release with: DuckDB clients of other versions, frictionless, mlcroissant, readers of citations.

Each runs in an environment of its own, as on the machine of somebody who has never heard of this project.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.release import Release
from pipeline.tables import TABLES
from tests.environments import environment

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow

QUESTIONS = """
import json, sys, duckdb

base = duckdb.connect()
base.execute(f"ATTACH '{sys.argv[1]}' AS cityfigures (READ_ONLY)")
base.execute("USE cityfigures")
listed = (
    "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = 'cityfigures' UNION ALL "
    "SELECT view_name, comment FROM duckdb_views() WHERE database_name = 'cityfigures' AND NOT internal"
)
tables = dict(base.execute(listed).fetchall())
change = base.execute("SELECT change_id FROM city_change('Fushun', 'coal_output')").fetchall()
quotes = "SELECT quote FROM evidence((SELECT any_value(change_id) FROM changes))"
print(json.dumps({
    "client": duckdb.__version__,
    "rows": {name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables},
    "without": sorted(name for name, comment in tables.items() if not comment),
    "change": change,
    "same": base.execute("SELECT change_id FROM city_change('CN-2104')").fetchall() == change,
    "values": base.execute("SELECT value FROM city_series('Fushun', 'coal_output')").fetchall(),
    "quotes": base.execute(quotes).fetchall(),
}))
"""


def output(*command: str | Path) -> str:
    ran = subprocess.run([*map(str, command)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


# The oldest that the file's format is for, the oldest that runs this project, and the current one.
@pytest.mark.parametrize("version", ["1.2.0", "1.5.0", "2.0.0"])
def test_clients_from_1_2_on_read_the_tables_views_and_macros(first: Release, tmp_path: Path, version: str) -> None:
    python = environment(tmp_path / "client", "--only-binary", ":all:", f"duckdb=={version}")
    told = json.loads(output(python, "-c", QUESTIONS, first.path / "cityfigures.duckdb"))
    assert told["client"] == version
    entries = json.loads((first.path / "manifest.json").read_text(encoding="utf-8"))["tables"]
    assert told["rows"] == {name: entry["rows"] for name, entry in entries.items()} | {"city_changes": 1}
    assert told["without"] == []
    assert len(told["change"]) == len(told["values"]) == len(told["quotes"]) == 1
    assert told["same"]


@pytest.fixture(scope="module")
def validators(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the validators' commands."""
    packages = ("frictionless==5.21.0", "mlcroissant==1.1.1", "pyarrow")
    return environment(tmp_path_factory.mktemp("validators") / "env", *packages).parent


def test_frictionless_finds_the_data_package_valid(first: Release, validators: Path) -> None:
    report = json.loads(output(validators / "frictionless", "validate", first.path / "datapackage.json", "--json"))
    assert report["valid"]
    assert report["warnings"] == []
    assert {task["name"] for task in report["tasks"]} == {
        f"{name}{form}" for name in TABLES for form in ("", "_parquet")
    }
    assert [warning for task in report["tasks"] for warning in task["warnings"]] == []


def test_frictionless_finds_a_changed_byte(first: Release, validators: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in first.path.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    table = copy / "figures.parquet"
    content = bytearray(table.read_bytes())
    content[len(content) // 2] ^= 1
    table.write_bytes(content)
    command = [str(validators / "frictionless"), "validate", str(copy / "datapackage.json"), "--json"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    assert [task["name"] for task in report["tasks"] if not task["valid"]] == ["figures_parquet"]


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands that read citations."""
    return environment(tmp_path_factory.mktemp("readers") / "env", "cffconvert==2.0.0", "pybtex==0.26.1").parent


def test_cffconvert_finds_the_citations_of_data_and_software_valid(first: Release, readers: Path) -> None:
    for path in (first.path / "CITATION.cff", ROOT / "CITATION.cff"):
        assert "are valid" in output(readers / "cffconvert", "--validate", "-i", path)


def test_pybtex_makes_a_reference_of_the_entry(first: Release, readers: Path, tmp_path: Path) -> None:
    made = tmp_path / "reference.txt"
    output(readers / "pybtex-format", "--output-backend", "text", first.path / "CITATION.bib", made)
    told = f"[1] The cityfigures authors. City figures. Dataset. Version {first.version}, CC-BY-4.0."
    assert made.read_text(encoding="utf-8").strip() == told


LOAD = """
import json, sys, mlcroissant

dataset = mlcroissant.Dataset(sys.argv[1])
sets = dataset.metadata.record_sets
records = {one.id: list(dataset.records(one.id)) for one in sets}
reading, = (one for row in records["figures"] for one in row["figures/unit_readings"] or ())
rows = {name: len(found) for name, found in records.items()}
print(json.dumps({"rows": rows, "reading": reading}, default=bytes.decode))
"""


def test_mlcroissant_finds_the_description_valid_and_loads_every_table(first: Release, validators: Path) -> None:
    description = first.path / "croissant.json"
    output(validators / "mlcroissant", "validate", "--jsonld", description)
    told: Any = json.loads(output(validators / "python", "-c", LOAD, description))
    entries = json.loads((first.path / "manifest.json").read_text(encoding="utf-8"))["tables"]
    assert told["rows"] == {name: entry["rows"] for name, entry in entries.items()}
    readings = {"unit": "short_ton", "value": 4_370_000, "low": 4_364_000, "high": None}
    assert told["reading"] == {f"figures/unit_readings/{name}": value for name, value in readings.items()}
