"""An explanation to be read: as a tree on a terminal or in a file, or as plain values for JSON.

    Ashford, Coal output, 2013 → 2018                   what the row speaks of, and when
    -20 per cent (at most -18.75)                       what it says
    derived: 100 * (coal output 2018 / ... - 1)         how it follows
    change ch_0123456789ab
    |-- base, 2013: at least 40,000 tonne               what it is made of: a part tells of place and measure only
    |   It made «40,000 tonnes» in 2013.                where they are not those of the whole
    |   [1] Pit Gazette, 2014-01-04
    `-- final, 2018: ...

    [1] The last seams                                  the articles, each once, and their links in one piece
        article 2014-01-04-gazette-ashford

Belongs here: showing. Does not: collecting (see `explanation`), wording (see `telling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from pipeline.release.explanation import Evidence, Explanation
from pipeline.vocabulary.rules import rules

OPEN, CLOSE = "«", "»"
"""The marks around the quote in its sentence, which tell it apart where there is no colour."""

_TOLD_BY_THE_TITLE = frozenset({"since", "basis", "formula"})
"""Facts that are in a row's first lines already."""

_TAKEN_FOR_GRANTED = frozenset({"modality: actual", "comparator: exact", "price basis: nominal"})
_OF_THE_WORDS = frozenset({"kind", "comparator", "written", "aggregation"})
"""Facts that are only told of the row that was asked for; further down they would hide the tree."""


_SHOWN = dict.fromkeys((*range(32), *range(127, 160)), "�") | {ord("\n"): " "}
"""What a third party wrote cannot give orders to the terminal, and a sentence goes on where its line ended."""


def as_tree(explanation: Explanation) -> Group:
    """The explanation as `rich` prints it, in colour where there is colour: the tree, then the articles.

    A link is one line however long it is, so that it can be followed: print with `crop=False`.
    """
    sources = {each.article_id: each for each in _evidence(explanation)}
    marks = {article_id: f"[{count}]" for count, article_id in enumerate(sources, start=1)}
    articles = (part for article_id, mark in marks.items() for part in _article(mark, sources[article_id]))
    return Group(_tree(explanation, marks), Text(), *articles)


def as_value(explanation: Explanation) -> dict[str, Any]:
    """The explanation as plain values; those of `Explanation`, `Amount` and `Evidence`, by their names."""
    return asdict(explanation)


def marked(evidence: Evidence) -> Text:
    """The sentence with its quote between marks, and bold."""
    sentence = evidence.sentence.translate(_SHOWN)
    before, after = sentence[: evidence.quote_start], sentence[evidence.quote_end :]
    quote = sentence[evidence.quote_start : evidence.quote_end]
    return Text.assemble(before, (f"{OPEN}{quote}{CLOSE}", "bold green"), after)


def _evidence(explanation: Explanation) -> Iterator[Evidence]:
    if explanation.evidence is not None:
        yield explanation.evidence
    for part in explanation.parts:
        yield from _evidence(part)


def _tree(explanation: Explanation, marks: Mapping[str, str]) -> Tree:
    tree = Tree(_lines(_root(explanation, marks), more=bool(explanation.parts)), guide_style="dim")
    _grow(tree, explanation, marks, more=False)
    return tree


def _grow(tree: Tree, whole: Explanation, marks: Mapping[str, str], *, more: bool) -> None:
    """Adds the parts of `whole`; `more`: other parts come after all of them."""
    for part in whole.parts:
        said = _said_by(part)
        parts_follow = bool(part.parts) and said is None
        more_after = more or part is not whole.parts[-1]
        branch = tree.add(_lines(_branch(part, said, whole, marks), more=parts_follow or more_after))
        if parts_follow:
            _grow(branch, part, marks, more=more_after)


def _lines(lines: Iterator[Text], *, more: bool) -> Text:
    """Lines as one text; where more follows, with an empty one at the end, so that parts stand apart."""
    return Text("\n").join([*lines, *([Text()] if more else [])])


def _said_by(level: Explanation) -> Explanation | None:
    """The one figure that a level is no more than; null if there are several, or it was read another way."""
    match level.parts:
        case [Explanation(kind="figure", role="stated") as figure] if figure.amounts == level.amounts:
            return figure
    return None


def _root(explanation: Explanation, marks: Mapping[str, str]) -> Iterator[Text]:
    yield Text(f"{explanation.topic}, {explanation.period}", "bold")
    for words in _amounts(explanation):
        yield Text(words, "bold")
    yield from _basis(explanation)
    for label, words in explanation.facts.items():
        if label not in _TOLD_BY_THE_TITLE:
            yield _fact(label, words)
    if explanation.evidence is not None:
        yield from _words(explanation.evidence, marks)
        yield from _rules(explanation.evidence.rules)
    yield _name(explanation)


def _branch(
    part: Explanation, said: Explanation | None, whole: Explanation, marks: Mapping[str, str]
) -> Iterator[Text]:
    about = [part.period] if part.topic == whole.topic else [part.topic, part.period]
    role = [part.role] if part.role else []
    # By the year, only the row that was asked for is told.
    amounts = "; ".join(words for words in _amounts(part) if " a year" not in words)
    yield Text.assemble((", ".join([*role, ""]), "dim"), (f"{', '.join(about)}: {amounts}", "bold"))
    yield from _basis(part)
    for each in (part, said):
        for label, words in each.facts.items() if each is not None else ():
            told_above = words in (whole.id, whole.facts.get(label))
            granted = f"{label}: {words}" in _TAKEN_FOR_GRANTED or told_above
            if not granted and label not in _TOLD_BY_THE_TITLE | _OF_THE_WORDS:
                yield _fact(label, words)
    evidence = (said or part).evidence
    if evidence is not None:
        yield from _words(evidence, marks)
    yield from (_name(each) for each in (part, said) if each is not None)


def _amounts(explanation: Explanation) -> list[str]:
    """What a row says: each measure of a change by itself, all else in one."""
    if explanation.kind == "change" and explanation.amounts:
        return [str(amount) for amount in explanation.amounts]
    return [explanation.title.removeprefix(f"{explanation.topic}, {explanation.period}: ")]


def _basis(explanation: Explanation) -> Iterator[Text]:
    formula = explanation.facts.get("formula")
    if formula is not None:
        yield _fact(explanation.facts["basis"], formula)


def _fact(label: str, words: str) -> Text:
    return Text.assemble((f"{label}: ", "dim"), words)


def _name(explanation: Explanation) -> Text:
    return Text(f"{explanation.kind} {explanation.id}", "dim")


def _words(evidence: Evidence, marks: Mapping[str, str]) -> Iterator[Text]:
    yield marked(evidence)
    yield Text(f"{marks[evidence.article_id]} {_by(evidence).translate(_SHOWN)}", "italic")


def _by(evidence: Evidence) -> str:
    """Publisher, author and date, each once: an author may be a publisher."""
    return ", ".join(dict.fromkeys(each for each in (evidence.publisher, evidence.author, evidence.published) if each))


def _article(mark: str, evidence: Evidence) -> Iterator[RenderableType]:
    """Title and id beside the mark; the link below, which the columns of a table would cut."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(
        mark,
        Text.assemble((evidence.title.translate(_SHOWN), "italic"), "\n", (f"article {evidence.article_id}", "dim")),
    )
    yield table
    if evidence.url is not None:
        yield Text(" " * (len(mark) + 1) + evidence.url.translate(_SHOWN), "dim", no_wrap=True, overflow="ignore")


def _rules(names: Sequence[str]) -> Iterator[Text]:
    for name in names:
        # A release may name a rule that the code has no more.
        rule = rules().get(name)
        yield _fact(f"rule {name}", rule.reads if rule is not None else "no rule of this version")
