"""An explanation to be read: as a tree on a terminal or in a file, or as plain values for JSON.

Belongs here: showing. Does not: collecting (see `explanation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.text import Text
from rich.tree import Tree

from pipeline.release.explanation import Evidence, Explanation

OPEN, CLOSE = "«", "»"
"""The marks around the quote in its sentence, which tell it apart where there is no colour."""


def as_tree(explanation: Explanation) -> Tree:
    """The explanation as a tree that `rich` prints, in colour where there is colour."""
    return _grow(None, explanation)


def as_value(explanation: Explanation) -> dict[str, Any]:
    """The explanation as plain values; those of `Explanation` and `Evidence`, by their names."""
    return asdict(explanation)


def marked(evidence: Evidence) -> Text:
    """The sentence with its quote between marks, and bold."""
    before = evidence.sentence[: evidence.quote_start]
    quote = evidence.sentence[evidence.quote_start : evidence.quote_end]
    after = evidence.sentence[evidence.quote_end :]
    return Text.assemble(before, (f"{OPEN}{quote}{CLOSE}", "bold green"), after)


def _grow(parent: Tree | None, explanation: Explanation) -> Tree:
    head = Text.assemble((explanation.title, "bold"), "  ", (f"{explanation.kind} {explanation.id}", "dim"))
    tree = Tree(head) if parent is None else parent.add(head)
    for label, words in explanation.facts.items():
        tree.add(Text.assemble((f"{label}: ", "dim"), words))
    if explanation.evidence is not None:
        for line in _evidence_lines(explanation.evidence):
            tree.add(line)
    for part in explanation.parts:
        _grow(tree, part)
    return tree


def _evidence_lines(evidence: Evidence) -> Iterator[Text]:
    yield marked(evidence)
    source = ", ".join(each for each in (evidence.publisher, evidence.author, evidence.published) if each)
    yield Text.assemble((evidence.title, "italic"), f" ({source})")
    yield Text(f"article {evidence.article_id}", "dim")
    if evidence.url is not None:
        yield Text(evidence.url, "dim")
    if evidence.rules:
        yield Text.assemble(("rules: ", "dim"), ", ".join(evidence.rules))
