"""Rules of binding: a rule is asked of the amounts that it reads, and of no others."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.levels import RULES
from pipeline.extraction.binding.rule import STANDING, Given, Rules, reads
from tests.extraction.corpus import texts

CaseOf = Callable[[str], Case]


@pytest.fixture
def case_of(monkeypatch: pytest.MonkeyPatch) -> CaseOf:
    """The case of the first amount of a text that no surer rule knows."""

    def case(text: str) -> Case:
        cases: list[Case] = []
        first = Rules.first

        def kept(rules: Rules, case: Case) -> Bound | None:
            cases.append(case)
            return first(rules, case)

        monkeypatch.setattr(Rules, "first", kept)
        read(article_from_text(text, article_id="invented", published="2021-05-07"))
        return cases[0]

    return case


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
    asked = [rule.ask for rule in RULES.all]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize(
    ("text", "words", "given", "read"),
    [
        ("Wuhai paid 3 million yuan.", ["paid", "owed"], [], True),
        ("Wuhai paid 3 million yuan.", ["owed"], [], False),
        ("Wuhai paid 3 million yuan.", None, ["uncounted"], True),
        ("Wuhai paid 3 million yuan.", None, ["counted"], False),
        ("Wuhai has 40 dairies.", None, ["counted"], True),
        ("Wuhai has 40 dairies.", None, ["told"], False),
        ("Wuhai has 40 dairies.", None, ["product"], False),
        ("In Wuhai coal output was 4 million tonnes.", None, ["product", "theme"], True),
    ],
)
def test_rule_reads_what_says_its_words_and_has_what_it_needs(
    text: str, words: list[str] | None, given: list[Given], read: bool, case_of: CaseOf
) -> None:
    assert reads(words=words, given=given)(_found).may_know(case_of(text)) is read


def test_rules_know_nothing_where_their_words_are_not_said_or_what_they_need_is_not_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong: set[str] = set()
    first = Rules.first

    def asked_of_all(rules: Rules, case: Case) -> Bound | None:
        reading = [rule for rule in rules.all if rule.reads(case.amount.kind, case.frame.kind, case.unit)]
        wrong.update(str(rule.ask) for rule in reading if not rule.may_know(case) and rule.ask(case) is not None)
        return first(rules, case)

    monkeypatch.setattr(Rules, "first", asked_of_all)
    for text in texts():
        read(article_from_text(text, article_id="invented", published="2021-05-07"))
    assert not wrong
