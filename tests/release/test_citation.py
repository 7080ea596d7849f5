from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from pipeline.release import Release, about
from pipeline.release.citation import bibtex, cff, reference
from pipeline.release.version import Version

ROOT = Path(__file__).parents[2]
VERSION = Version(1, 2, 3)


@pytest.mark.parametrize("dated", [None, date(2026, 3, 5)])
def test_the_bibtex_entry_has_each_field_once_and_closed_braces(dated: date | None) -> None:
    entry = bibtex(VERSION, dated)
    fields = re.findall(r"^  (\w+) = (.*),$", entry, re.MULTILINE)
    assert len(dict(fields)) == len(fields) == entry.count("\n") - 2
    assert entry.count("{") == entry.count("}")
    assert entry.startswith("@misc{cityfigures-1.2.3,\n")
    assert {name: value for name, value in fields if name in ("year", "month")} == (
        {} if dated is None else {"year": "{2026}", "month": "mar"}
    )


def test_the_citation_file_names_the_release_and_the_licence_of_the_data() -> None:
    value = yaml.safe_load(cff(VERSION, date(2026, 3, 5)))
    assert (value["cff-version"], value["type"], value["version"]) == ("1.2.0", "dataset", "1.2.3")
    assert (value["license"], value["date-released"]) == ("CC-BY-4.0", date(2026, 3, 5))
    assert "date-released" not in yaml.safe_load(cff(VERSION, None))


def test_software_and_data_have_the_same_authors() -> None:
    of_software = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert of_software["authors"] == yaml.safe_load(cff(VERSION, None))["authors"]


def test_a_reference_without_a_date_has_no_year() -> None:
    assert reference(VERSION, date(2026, 3, 5)).startswith(f"{about.AUTHORS} (2026). ")
    assert reference(VERSION, None).startswith(f"{about.AUTHORS}. ")


def test_both_are_in_a_release(first: Release) -> None:
    version = Version.parse(first.version)
    assert (first.path / "CITATION.bib").read_text(encoding="utf-8") == bibtex(version, None)
    assert (first.path / "CITATION.cff").read_text(encoding="utf-8") == cff(version, None)
