"""The asset checks: every table against its schema, all checks across tables, and what looks implausible.

A failing check of the first two kinds keeps back the release; what is only implausible warns. The checks of all tables
that one step makes run in one step too: each table is loaded once, and two tables may be held against each other
(figures against numbers, numbers against figures) without either waiting for the other.

Belongs here: running the checks of `pipeline.tables` and the rules of `pipeline.metrics`, and telling Dagster what they
find. Does not: any rule about a row; the one rule here is that a build without a single article is no build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import dagster as dg
import pyarrow as pa

from pipeline.extraction.numerals import written_numbers
from pipeline.metrics.plausibility import RULES, Rule, implausible
from pipeline.orchestration.assets import ASSETS, write_tables
from pipeline.orchestration.metadata import faults_metadata, findings_metadata
from pipeline.orchestration.texts import TEXTS
from pipeline.tables import TABLES, from_arrow
from pipeline.tables.check import CHECKS, CrossCheck, Fault, Material, check_table
from pipeline.tables.check.cross import SPANS

SCHEMA = "schema"
"""Name of the check of one table against its schema; checks across tables have names of their own."""

SOME_ARTICLE = "some_article_is_there"


def material_of(tables: Mapping[str, pa.Table], sound: Iterable[str]) -> Material:
    """What checks across tables look at: the `sound` tables as frames, the texts, the scan for numbers."""
    texts = tables.get(TEXTS)
    words = {row["article_id"]: row["text"] for row in texts.to_pylist()} if texts is not None else {}
    return Material(
        frames={name: from_arrow(name, tables[name]) for name in sound},
        texts=words,
        spans={article_id: written_numbers(text) for article_id, text in words.items()},
    )


def check_tables(tables: Mapping[str, pa.Table], judged: Sequence[str]) -> Iterator[tuple[str, str, list[Fault]]]:
    """Runs every check on the `judged` tables.

    Args:
        tables: those, and all others that their checks look at.
        judged: names of tables, in the order in which their checks are to run.

    Yields:
        The table, the name of the check, the faults that it finds. A check that looks at a table which fails its
        schema cannot be relied on; it is reported as failing for that reason.
    """
    found = {name: check_table(name, from_arrow(name, tables[name])) for name in judged}
    unsound = {name for name, faults in found.items() if _is_failure(faults)}
    yield from ((name, SCHEMA, faults) for name, faults in found.items())
    material = material_of(tables, [name for name in tables if name in TABLES and name not in unsound])
    for check in _cross_checks(judged):
        missing = sorted(check.needs & unsound)
        if missing:
            cause = f"not looked at, since {', '.join(missing)} failed the check {SCHEMA!r}"
            yield check.table, check.name, [Fault(check.table, None, check.name, cause)]
        else:
            yield check.table, check.name, check.run(material)


def _cross_checks(judged: Sequence[str]) -> list[CrossCheck]:
    return [check for name in judged for check in CHECKS.values() if check.table == name]


def _is_failure(faults: Iterable[Fault]) -> bool:
    return any(fault.severity == "error" for fault in faults)


def _result(table: str, check: str, faults: Sequence[Fault]) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=table,
        check_name=check,
        passed=not faults,
        severity=dg.AssetCheckSeverity.ERROR if _is_failure(faults) else dg.AssetCheckSeverity.WARN,
        description="\n".join(map(str, faults)) or None,
        metadata=faults_metadata(faults),
    )


def _specs(judged: Sequence[str]) -> Iterator[dg.AssetCheckSpec]:
    for name in judged:
        yield dg.AssetCheckSpec(
            SCHEMA,
            asset=name,
            description=f"Columns, types, key, vocabularies, ranges and rules of a row of `{name}`.",
            blocking=True,
        )
    for check in _cross_checks(judged):
        yield dg.AssetCheckSpec(
            check.name,
            asset=check.table,
            description=check.description,
            additional_deps=sorted(_assets(check.needs) - {check.table}),
            blocking=True,
        )


def _assets(needs: Iterable[str]) -> set[str]:
    return {TEXTS if need == SPANS else need for need in needs}


def _checks_of(step: dg.AssetsDefinition) -> dg.AssetChecksDefinition:
    """All checks of the tables that a step makes, as one step after it."""
    judged = [key.to_user_string() for key in step.keys if key.to_user_string() in TABLES]
    looked_at = sorted({*judged, *(need for check in _cross_checks(judged) for need in _assets(check.needs))})

    @dg.multi_asset_check(
        name=f"check_{step.op.name}",
        specs=list(_specs(judged)),
        ins={name: dg.AssetKey(name) for name in looked_at},
        can_subset=True,
    )
    def check(**tables: pa.Table) -> Iterator[dg.AssetCheckResult]:
        selected = dg.AssetCheckExecutionContext.get().selected_asset_check_keys
        wanted = {(key.asset_key.to_user_string(), key.name) for key in selected}
        for table, name, faults in check_tables(tables, judged):
            if (table, name) in wanted:
                yield _result(table, name, faults)

    return check


@dg.asset_check(asset=TEXTS, name=SOME_ARTICLE, blocking=True)
def some_article_is_there(texts: pa.Table) -> dg.AssetCheckResult:
    """At least one article could be read: an empty or lost folder must not be published as an empty release."""
    cause = f"{TEXTS}: not one article could be read; look into `quarantine`, or name another raw folder"
    return dg.AssetCheckResult(passed=texts.num_rows > 0, description=None if texts.num_rows else cause)


def _finding_result(rule: Rule, findings: pa.Table) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=rule.table,
        check_name=rule.name,
        passed=findings.num_rows == 0,
        severity=dg.AssetCheckSeverity.WARN,
        description=None if findings.num_rows == 0 else findings["finding"][0].as_py(),
        metadata=findings_metadata(findings),
    )


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(
            rule.name, asset=rule.table, description=rule.holds, additional_deps=sorted(rule.reads - {rule.table})
        )
        for rule in RULES
    ],
    ins={name: dg.AssetKey(name) for name in sorted(frozenset().union(*(rule.reads for rule in RULES)))},
    can_subset=True,
)
def check_plausibility(**tables: pa.Table) -> Iterator[dg.AssetCheckResult]:
    """What looks wrong, though it may be right; no release is kept back for it."""
    selected = dg.AssetCheckExecutionContext.get().selected_asset_check_keys
    wanted = {(key.asset_key.to_user_string(), key.name) for key in selected}
    for rule in RULES:
        if (rule.table, rule.name) in wanted:
            yield _finding_result(rule, implausible(rule, tables))


CHECKS_OF_ASSETS = (
    some_article_is_there,
    *(_checks_of(step) for step in ASSETS if step is not write_tables),
    check_plausibility,
)
"""Every check of the pipeline; all block but those of plausibility."""
