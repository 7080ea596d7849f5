from __future__ import annotations

import json
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release import Release
from pipeline.release.coverage import Coverage, coverage
from pipeline.release.origins import file_hash
from pipeline.release.schema_org import dataset, described, script
from pipeline.release.version import Version
from pipeline.tables import TABLES


@pytest.fixture
def value(first: Release) -> Any:
    return json.loads((first.path / "dataset.jsonld").read_text(encoding="utf-8"))


def test_the_files_are_downloads_with_their_hashes(value: Any, first: Release) -> None:
    downloads = {each["contentUrl"]: each for each in value["distribution"]}
    tables = {f"{name}.{form}" for name in TABLES for form in ("csv", "parquet")}
    assert downloads.keys() == tables | {"cityfigures.duckdb"}
    assert all(file_hash(first.path / name) == each["sha256"] for name, each in downloads.items())


def test_it_says_what_the_data_cover(value: Any) -> None:
    assert value["temporalCoverage"] == "2016-01-01/2018-12-31"
    assert value["spatialCoverage"] == [{"@type": "City", "name": "Fushun"}]
    assert [each["propertyID"] for each in value["variableMeasured"]] == ["coal_output", "gdp_growth"]


def test_without_figures_nothing_is_covered(tables: dict[str, pa.Table]) -> None:
    none = coverage({name: table.slice(0, 0) for name, table in tables.items()})
    assert none == Coverage(None, None, (), ())
    assert not {"temporalCoverage", "spatialCoverage"} & dataset(Version(1, 0, 0), None, none, {}).keys()


def test_only_a_dated_release_has_a_date() -> None:
    assert described(Version(1, 0, 0), date(2026, 3, 5))["datePublished"] == "2026-03-05"
    assert "datePublished" not in described(Version(1, 0, 0), None)


class Page(HTMLParser):
    """Keeps what stands in scripts, and what stands outside of them."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.script = ""
        self.outside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or (tag, attrs) == ("script", [("type", "application/ld+json")])

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.script += data
        else:
            self.outside += data


def test_what_was_retracted_is_not_covered(rows: dict[str, list[dict[str, Any]]], as_tables: Any) -> None:
    for row in rows["figures"]:
        if row["indicator"] == "gdp_growth":
            row["status"] = "retracted"
    assert [measure.indicator_id for measure in coverage(as_tables(rows)).measures] == ["coal_output"]


@given(st.one_of(st.text(), st.sampled_from(["</script><b>x", "<!--<script>", "]]>", "\u2028"])))
def test_a_page_that_embeds_it_gets_it_back_and_nothing_else(text: str) -> None:
    page = Page()
    page.feed(script({"name": text}))
    page.close()
    assert json.loads(page.script) == {"name": text}
    assert page.outside == ""
