"""Rules of binding: a rule is asked of the amounts that it reads, and of no others."""

from __future__ import annotations

import itertools

import pytest

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.levels import RULES
from pipeline.extraction.binding.rule import STANDING, Rule, reads


def _found(case: Case) -> Bound:  # noqa: ARG001 - a rule like the others
    return Bound("rent", "rent", "found")


def test_rule_without_domain_reads_everything() -> None:
    rule = reads()(_found)
    assert all(
        rule.reads(*one) for one in itertools.product(("money", "mass"), ("level", "change"), ("CNY", "percent"))
    )


@pytest.mark.parametrize(
    ("kind", "frame", "unit", "read"),
    [
        ("money", "level", "CNY", True),
        ("mass", "level", "CNY", False),
        ("money", "change", "CNY", False),
        ("money", "level", "EUR", False),
    ],
)
def test_rule_reads_what_is_of_all_its_domain(kind: str, frame: str, unit: str, read: bool) -> None:
    rule = reads(kinds=["money"], frames=STANDING, units=["CNY"])(_found)
    assert rule.reads(kind, frame, unit) is read


def test_each_rule_is_in_the_order_once() -> None:
    asked = [rule.ask if isinstance(rule, Rule) else rule for rule in RULES]
    assert len(set(asked)) == len(asked)
