"""What looks wrong, though no rule forbids it: rates of exchange, parts and wholes, sentences, jumps.

Belongs here: the list of rules, running their SQL. Does not: the rules, which are the SQL files' own; telling anybody
(see `pipeline.orchestration.checks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

import pyarrow as pa

from pipeline.metrics.running import offline, sql
from pipeline.vocabulary.exchange_rates import exchange_rates
from pipeline.vocabulary.wholes import not_summed, parts_of_wholes

_MACROS = ("intervals", "periods", "wording")

COLUMNS = ("place", "subject", "indicator", "period_start", "period_end", "finding", "ids")
"""What is told of each finding: `finding` in words, `ids` of the figures or levels that it is about."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of plausibility.

    `table` is the one whose rows it judges; `reads` are all that it looks at; `holds` is what holds of plausible rows,
    in one sentence.
    """

    name: str
    table: str
    reads: frozenset[str]
    holds: str
    step: str
    """The file of `sql/`, by its stem."""


RULES = (
    Rule(
        "exchange_rates_are_plausible",
        "figures",
        frozenset({"figures", "articles"}),
        "An amount and its restatement in another currency imply a rate of exchange of their time, the same throughout "
        "an article.",
        "plausible_exchange_rates",
    ),
    Rule(
        "sentences_do_not_contradict_themselves",
        "figures",
        frozenset({"figures", "articles", "indicators"}),
        "A change agrees with the levels in its sentence that it leads from and to.",
        "plausible_sentences",
    ),
    Rule(
        "parts_are_not_above_their_wholes",
        "levels",
        frozenset({"levels", "places", "indicators"}),
        "Places have no more than the place around them, organisations than theirs, parts of an indicator than it.",
        "plausible_parts",
    ),
    Rule(
        "series_do_not_jump",
        "levels",
        frozenset({"levels", "indicators"}),
        "An amount or a price moves by less than a factor of ten from one level of its series to the next.",
        "plausible_jumps",
    ),
)
"""Every rule; each can be wrong about a row, so that none keeps back a release."""


def implausible(rule: Rule, tables: Mapping[str, pa.Table]) -> pa.Table:
    """The findings of a rule, `COLUMNS` each, in an order that depends on the rows alone.

    Args:
        rule: one of `RULES`.
        tables: those that it reads, as `pipeline.tables` defines them, and any others.
    """
    with offline({name: tables[name] for name in rule.reads} | _vocabulary()) as connection:
        for step in (*_MACROS, rule.step):
            connection.execute(sql(step))
        columns = ", ".join(COLUMNS)
        return connection.sql(f"SELECT {columns} FROM implausible ORDER BY ALL").to_arrow_table()


def _vocabulary() -> dict[str, pa.Table]:
    """What the rules take from the vocabulary, as tables."""
    return {
        "exchange_rates": _rows(asdict(rate) for rate in exchange_rates()),
        "parts_of_wholes": _rows({"part": part, "whole": whole} for part, whole in parts_of_wholes()),
        "not_summed": _rows({"indicator": indicator} for indicator in sorted(not_summed())),
    }


def _rows(rows: Iterable[Mapping[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows))
