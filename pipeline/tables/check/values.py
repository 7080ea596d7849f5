"""Values against the vocabulary: units that exist and fit what is measured.

Belongs here: checks of figures and derived rows that need the vocabulary or another figure. Does not: rules of one
row (the schemas have them), the article's words, what fits what (the vocabulary knows).
"""

from __future__ import annotations

import pandas as pd

from pipeline.tables.changes import ANY_CURRENCY
from pipeline.tables.check.cross import CrossCheck, Material, at_fault, cross_check
from pipeline.vocabulary.indicators import indicator


def _units_are_known(table: str, *further: str) -> CrossCheck:
    def look(material: Material) -> pd.DataFrame:
        known = frozenset([*material.frames["units"]["base_unit"], *further])
        frame = material.frames[table]
        wrong = [unit not in known and not known.issuperset(unit.split("/")) for unit in frame["unit"]]
        return at_fault(table, frame, wrong, "unit")

    return CrossCheck(
        name=f"{table}_have_known_units",
        description=f"The unit of every row of `{table}` is a base unit of `units`, or two of them with a stroke.",
        table=table,
        needs=frozenset({table, "units"}),
        look=look,
    )


@cross_check("figures")
def units_fit_their_indicators(material: Material) -> pd.DataFrame:
    """The unit of every figure measures what its indicator does, or relates it, in per cent, points or multiples."""
    frame = material.frames["figures"]
    rows = zip(frame["indicator"], frame["kind"], frame["unit"], strict=True)
    wrong = [not (pd.isna(measured) or _fits(measured, kind, unit)) for measured, kind, unit in rows]
    return at_fault("figures", frame, wrong, "quote", "indicator", "kind", "unit")


def _fits(indicator_id: str, kind: str, unit: str) -> bool:
    measured = indicator(indicator_id)
    # An indicator that the vocabulary lacks is the business of the check of references.
    return measured is None or measured.takes(kind, unit)


@cross_check("figures", "units")
def unit_readings_are_known(material: Material) -> pd.DataFrame:
    """Every other reading of a unit is a unit of `units`."""
    known = set(material.frames["units"]["unit_id"])
    frame = material.frames["figures"]
    wrong = [any(reading["unit"] not in known for reading in readings) for readings in frame["unit_readings"]]
    return at_fault("figures", frame, wrong, "quote", "unit_readings")


@cross_check("figures")
def restatements_stay_in_their_article(material: Material) -> pd.DataFrame:
    """A figure restates one of its own article, which itself restates none."""
    frame = material.frames["figures"]
    articles = dict(zip(frame["figure_id"], frame["article_id"], strict=True))
    restating = set(frame.loc[frame["restates"].notna(), "figure_id"])
    other_article = frame["restates"].map(articles) != frame["article_id"]
    wrong = frame["restates"].notna() & (other_article.fillna(True).astype(bool) | frame["restates"].isin(restating))
    return at_fault("figures", frame, wrong, "quote", "restates")


CHECKS = (
    *(_units_are_known(table) for table in ("figures", "levels", "conflicts")),
    _units_are_known("changes", ANY_CURRENCY),
    units_fit_their_indicators,
    unit_readings_are_known,
    restatements_stay_in_their_article,
)
