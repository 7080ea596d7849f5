from __future__ import annotations

from dataclasses import fields

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import Article
from pipeline.orchestration.texts import TEXTS_SCHEMA, articles_of, texts_table

words = st.text(st.characters(exclude_categories=["Cs"]))
articles = st.builds(
    Article,
    article_id=words,
    title=words,
    published=words,
    published_start=st.dates(),
    published_end=st.dates(),
    text=words,
    text_sha256=words,
    publisher=st.none() | words,
    text_line=st.integers(1, 10_000),
)


@given(st.lists(articles))
def test_articles_come_back_as_they_went(given_articles: list[Article]) -> None:
    assert articles_of(texts_table(given_articles)) == tuple(given_articles)


def test_no_article_is_a_table_with_all_columns() -> None:
    assert texts_table([]).schema.names == [field.name for field in fields(Article)]


def test_every_attribute_of_an_article_has_its_type() -> None:
    kinds = {"date": pa.date32(), "int": pa.int64()}
    assert {field.name: TEXTS_SCHEMA.field(field.name).type for field in fields(Article)} == {
        field.name: kinds.get(str(field.type), pa.string()) for field in fields(Article)
    }
