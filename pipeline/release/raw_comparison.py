"""A release against the articles that it was made from: the same files, every quote at its place, no number left out.

Belongs here: holding a release against a raw folder. Does not: the checks of words, which are those of
`pipeline.tables.check`; reading figures again, which would be another build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa

from pipeline.articles import Article, read_folder
from pipeline.extraction.numerals import written_numbers
from pipeline.release.fault import Fault
from pipeline.release.manifest import MANIFEST, Manifest
from pipeline.release.origins import UNREADABLE, provenance
from pipeline.release.row_differences import row_words
from pipeline.tables.check import CHECKS, SPANS, TEXTS, CrossCheck, Material

_CHECKED = ("articles", "figures", "numbers")


def against_raw(manifest: Manifest, tables: Mapping[str, pa.Table], raw: Path) -> Iterator[Fault]:
    """Where a release and a raw folder do not agree.

    Args:
        manifest: of the release.
        tables: all of its tables by name.
        raw: the folder that holds the articles.
    """
    yield from _inputs(manifest.provenance.inputs, provenance(raw).inputs)
    reading = read_folder(raw)
    texts = {article.article_id: article.text for article in reading.articles}
    missing = [each for each in tables["articles"]["article_id"].to_pylist() if each not in texts]
    yield from (Fault("articles", f"row article_id {each}: {raw} holds no such article") for each in missing)
    frames = {name: tables[name].to_pandas(types_mapper=pd.ArrowDtype, ignore_metadata=True) for name in _CHECKED}
    spans = {article_id: written_numbers(text) for article_id, text in texts.items()}
    material = Material(frames, texts, spans)
    for check in CHECKS.values():
        if check.needs & {TEXTS, SPANS}:
            yield from _told(check, material, {article.article_id: article for article in reading.articles})


def _inputs(listed: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Fault]:
    for file in sorted({*listed, *found}):
        if file not in found:
            yield Fault(file, f"is missing; the release was made with it (SHA-256 {listed[file]} in {MANIFEST})")
        elif file not in listed:
            yield Fault(file, f"is no input of the release; {MANIFEST} does not list it")
        elif UNREADABLE in (found[file], listed[file]) and found[file] != listed[file]:
            yield Fault(file, f"could be read only once: {MANIFEST} says {listed[file]}, now it is {found[file]}")
        elif found[file] != listed[file]:
            yield Fault(file, f"is another file: SHA-256 {found[file]}, {MANIFEST} says {listed[file]}")


def _told(check: CrossCheck, material: Material, articles: Mapping[str, Article]) -> Iterator[Fault]:
    try:
        faults = check.run(material)
    except KeyError as error:
        yield Fault(check.table, f"has no column {error.args[0]}, so this cannot be judged: {check.description}")
        return
    for fault in faults:
        for example in fault.examples:
            yield Fault(fault.table, f"row {row_words(example)}: {fault.message}{_place(example, articles)}")
        if fault.count > len(fault.examples):
            yield Fault(fault.table, f"{fault.count - len(fault.examples)} more rows: {fault.message}")


def _place(example: Mapping[str, object], articles: Mapping[str, Article]) -> str:
    named = example.get("article_id") or str(example.get("figure_id", "")).rpartition("/")[0]
    article = articles.get(str(named))
    return "" if article is None or article.file is None else f" ({article.file})"
