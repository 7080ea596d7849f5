"""Many articles: one on which the reading fails costs only itself, and says where the code failed."""

from __future__ import annotations

import pytest

from pipeline.articles import Article, article_from_text
from pipeline.extraction import Extraction, read
from pipeline.extraction.batch import FAILED, read_all


def article(name: str) -> Article:
    return article_from_text(f"Lund has {len(name)} mills.", article_id=name, published="2021")


def test_all_are_read_in_their_order() -> None:
    articles = [article("bb"), article("a")]
    batch = read_all(articles)
    assert batch.read == tuple((one, read(one)) for one in articles)
    assert batch.failed == ()


def test_a_failure_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(one: Article) -> Extraction:
        if one.article_id == "bb":
            raise IndexError("out of range")
        return read(one)

    monkeypatch.setattr("pipeline.extraction.batch.read", refuses)
    batch = read_all([article("a"), article("bb"), article("ccc")])
    assert [one.article_id for one, _ in batch.read] == ["a", "ccc"]
    (rejection,) = batch.failed
    assert (rejection.file, rejection.reason) == ("bb", FAILED)
    assert "IndexError: out of range (test_batch.py, line " in rejection.detail
    assert "report the fault" in rejection.detail
