"""The articles of the project, its page about them, and the texts that the gold annotations were made on."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from pipeline.articles import REASONS, read_article, read_folder
from pipeline.articles.fields import FIELDS

ROOT = Path(__file__).parents[2]
GOLD = Path(os.environ.get("CITYFIGURES_GOLD", ROOT / "../shared/gold"))


def rows_of_table(heading: str) -> dict[str, list[str]]:
    """The rows of the table under a heading of raw/README.md, by the code in the first cell."""
    section = (ROOT / "raw/README.md").read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = (line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `"))
    return {cells[0].strip().strip("`"): [cell.strip() for cell in cells[1:]] for cells in rows}


def test_every_article_of_the_project_is_usable_and_a_digest() -> None:
    reading = read_folder(ROOT / "raw")
    assert reading.rejections == ()
    assert {article.text_kind for article in reading.articles} == {"digest"}
    assert {article.license for article in reading.articles} == {"CC-BY-4.0"}


def test_the_page_lists_the_codes_with_cause_and_remedy() -> None:
    written = rows_of_table("Quarantine")
    assert list(written) == list(REASONS)
    for code, reason in REASONS.items():
        assert written[code] == [reason.cause, reason.remedy[0].upper() + reason.remedy[1:] + "."]


def test_the_page_lists_the_fields() -> None:
    assert list(rows_of_table("Front matter")) == list(FIELDS)


def test_the_example_of_the_page_is_an_article(tmp_path: Path) -> None:
    page = (ROOT / "raw/README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```markdown\n(.*?)```", page, flags=re.DOTALL)
    path = tmp_path / "example.md"
    path.write_text(example, encoding="utf-8")
    assert read_article(path).title


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold annotations are not here")
def test_texts_are_those_that_were_annotated() -> None:
    texts = {article.article_id: article for article in read_folder(ROOT / "raw").articles}
    annotated = sorted((GOLD / "raw").glob("*.json"))
    assert annotated
    for path in annotated:
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = texts[path.stem]
        assert (article.text_sha256, len(article.text)) == (gold["text_sha256"], gold["text_chars"])
