"""Derived rows against the figures that they are made of.

Belongs here: checks of `levels`, `changes` and `conflicts` that any way of computing them must pass. Does not:
computing them again (`pipeline.release` does, to verify).
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pipeline.tables.check.cross import CrossCheck, Material, at_fault, cross_check


def _articles_of(material: Material) -> Mapping[str, str]:
    figures = material.frames["figures"]
    return dict(zip(figures["figure_id"], figures["article_id"], strict=True))


def _articles_are_those_of_the_inputs(table: str) -> CrossCheck:
    def look(material: Material) -> pd.DataFrame:
        article = _articles_of(material)
        frame = material.frames[table]
        wrong = [
            set(articles) != {article.get(figure) for figure in inputs}
            for inputs, articles in zip(frame["inputs"], frame["articles"], strict=True)
        ]
        return at_fault(table, frame, wrong, "inputs", "articles")

    return CrossCheck(
        name=f"{table}_name_the_articles_of_their_inputs",
        description=f"`articles` of every row of `{table}` are those of its `inputs`.",
        table=table,
        needs=frozenset({table, "figures"}),
        look=look,
    )


def _inputs_are_of_one_modality(table: str) -> CrossCheck:
    def look(material: Material) -> pd.DataFrame:
        figures = material.frames["figures"]
        modality = dict(zip(figures["figure_id"], figures["modality"], strict=True))
        frame = material.frames[table]
        wrong = [
            said not in {modality.get(figure) for figure in inputs}
            for inputs, said in zip(frame["inputs"], frame["modality"], strict=True)
        ]
        return at_fault(table, frame, wrong, "inputs", "modality")

    return CrossCheck(
        name=f"{table}_take_their_modality_from_their_inputs",
        description=f"The modality of every row of `{table}` is that of one of its `inputs`.",
        table=table,
        needs=frozenset({table, "figures"}),
        look=look,
    )


def _conflicts_share_a_figure(table: str) -> CrossCheck:
    def look(material: Material) -> pd.DataFrame:
        conflicts = material.frames["conflicts"]
        sides: Mapping[str, frozenset[str]] = {
            conflict: frozenset(figures)
            for conflict, figures in zip(conflicts["conflict_id"], conflicts["figure_ids"], strict=True)
        }
        frame = material.frames[table]
        wrong = [
            not pd.isna(conflict) and not sides.get(conflict, frozenset()).intersection(inputs)
            for conflict, inputs in zip(frame["conflict_id"], frame["inputs"], strict=True)
        ]
        return at_fault(table, frame, wrong, "inputs", "conflict_id")

    return CrossCheck(
        name=f"{table}_are_a_side_of_their_conflict",
        description=f"A row of `{table}` that names a conflict shares a figure with it.",
        table=table,
        needs=frozenset({table, "conflicts"}),
        look=look,
    )


@cross_check("conflicts")
def preferred_figures_are_a_side(material: Material) -> pd.DataFrame:
    """The preferred figure of every conflict is one of its figures."""
    frame = material.frames["conflicts"]
    wrong = [
        not pd.isna(preferred) and preferred not in figures
        for preferred, figures in zip(frame["preferred"], frame["figure_ids"], strict=True)
    ]
    return at_fault("conflicts", frame, wrong, "figure_ids", "preferred")


CHECKS = (
    *(
        make(table)
        for make in (_articles_are_those_of_the_inputs, _inputs_are_of_one_modality, _conflicts_share_a_figure)
        for table in ("levels", "changes")
    ),
    preferred_figures_are_a_side,
)
