"""An explanation to be read: as a tree on a terminal or in a file, or as plain values for JSON.

Belongs here: showing. Does not: collecting (see `explanation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.text import Text
from rich.tree import Tree

from pipeline.release.explanation import Evidence, Explanation
from pipeline.vocabulary.rules import rules

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
        # What each rule reads is told where a person asked for the figure itself; further down, it would hide the tree.
        told = _rules_in_full if parent is None else _rules_by_name
        for line in (*_source(explanation.evidence), *told(explanation.evidence.rules)):
            tree.add(line)
    for part in explanation.parts:
        _grow(tree, part)
    return tree


def _source(evidence: Evidence) -> Iterator[Text]:
    yield marked(evidence)
    source = ", ".join(each for each in (evidence.publisher, evidence.author, evidence.published) if each)
    yield Text.assemble((evidence.title, "italic"), f" ({source})")
    yield Text(f"article {evidence.article_id}", "dim")
    if evidence.url is not None:
        yield Text(evidence.url, "dim")


def _rules_by_name(names: Sequence[str]) -> Iterator[Text]:
    if names:
        yield Text.assemble(("rules: ", "dim"), ", ".join(names))


def _rules_in_full(names: Sequence[str]) -> Iterator[Text]:
    for name in names:
        # A release may name a rule that the code has no more.
        rule = rules().get(name)
        yield Text.assemble((f"rule {name}: ", "dim"), rule.reads if rule is not None else "no rule of this version")
