"""Words of English: the tables agree with themselves, and the grammar asks for every closed list."""

from __future__ import annotations

import ast
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

import pipeline.extraction
import pipeline.vocabulary
from pipeline.vocabulary import language
from pipeline.vocabulary.language import Words

EXTRACTION = Path(pipeline.extraction.__file__).parent
DATA = Path(pipeline.vocabulary.__file__).parent / "data"
LISTS: dict[str, dict[str, list[str]]] = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
COMPARATORS = {"about", "more_than", "at_least", "less_than", "at_most", "nearly"}
MODALITIES = {"actual", "estimate", "forecast", "target", "capacity"}


# ---------------------------------------------------------------------- numbers
def test_cardinals_are_those_that_english_has_a_word_for() -> None:
    assert sorted(language.numerals().cardinals.values()) == [*range(20), *range(20, 100, 10)]


def test_ordinals_and_denominators_of_one_name_are_one_number() -> None:
    table = language.numerals()
    shared = table.ordinals.keys() & table.denominators.keys()
    assert {"third", "tenth", "hundredth"} <= shared
    assert {word: table.ordinals[word] for word in shared} == {word: table.denominators[word] for word in shared}


def test_an_ordinal_begins_like_its_cardinal() -> None:
    table = language.numerals()
    names = {number: word for word, number in table.cardinals.items()}
    regular = {word: number for word, number in table.ordinals.items() if 4 <= number < 100}
    assert {word for word, number in regular.items() if word[:2] != names[number][:2]} == set()


@pytest.mark.parametrize(
    ("stem", "factor"), [("halv", 0.5), ("doubl", 2), ("tripl", 3), ("trebl", 3), ("quadrupl", 4), ("quintupl", 5)]
)
def test_the_forms_of_a_verb_hold_one_factor(stem: str, factor: float) -> None:
    forms = {word: held for word, held in language.numerals().multiples.items() if word.startswith(stem)}
    assert forms
    assert set(forms.values()) == {factor}


def test_vulgar_fractions_are_those_of_unicode() -> None:
    for sign, value in language.numerals().fractions_unicode.items():
        assert unicodedata.numeric(sign) == pytest.approx(value, abs=0, rel=1e-15)


# ---------------------------------------------------------------------- phrases
def test_hedges_have_comparators_of_the_contract() -> None:
    table = language.hedges()
    assert set(table.before.values()) == COMPARATORS
    assert set(table.after.values()) <= COMPARATORS
    assert table.about_width == 0.05


def test_no_hedge_is_neutral() -> None:
    table = language.hedges()
    assert not table.neutral & (table.before.keys() | table.after.keys())


def test_changes_go_up_or_down_or_stay_open() -> None:
    table = language.changes()
    for words in (table.verbs, table.nouns, table.particles, table.comparatives):
        assert set(words.values()) <= {"up", "down", ""}
        assert {"up", "down"} <= set(words.values())


def test_modalities_are_those_of_the_contract() -> None:
    assert set(language.modality_words().values()) <= MODALITIES


@pytest.mark.parametrize(
    "phrases",
    [
        language.hedges().before,
        language.hedges().after,
        language.changes().verbs,
        language.modality_words(),
        dict.fromkeys(language.hedges().neutral | language.changes().rate_nouns, ""),
    ],
)
def test_phrases_are_lower_case_words(phrases: Mapping[Words, str]) -> None:
    assert all(phrase and all(word == word.lower() != "" for word in phrase) for phrase in phrases)


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("hedges.toml", "before"),
        ("hedges.toml", "after"),
        ("changes.toml", "verbs"),
        ("changes.toml", "nouns"),
        ("changes.toml", "particles"),
        ("changes.toml", "comparatives"),
        ("modality.toml", "modality"),
        ("entities.toml", "facilities"),
        ("entities.toml", "organisations"),
        ("entities.toml", "references"),
        ("verbs.toml", "irregular"),
    ],
)
def test_a_phrase_stands_in_one_group_only(file: str, part: str) -> None:
    # A second mention would silently overrule the first.
    groups = tomllib.loads((DATA / file).read_text(encoding="utf-8"))[part]
    counts = Counter(phrase for phrases in groups.values() for phrase in phrases)
    assert [phrase for phrase, count in counts.items() if count > 1] == []


# ---------------------------------------------------------------------- calendar
def test_twelve_months_and_seven_weekdays() -> None:
    table = language.calendar()
    assert set(table.months.values()) == set(range(1, 13))
    assert set(table.weekdays.values()) == set(range(7))
    for name, number in table.months.items():
        assert table.months[name[:3]] == number


def test_seasons_and_parts_lie_in_their_whole() -> None:
    table = language.calendar()
    assert all(1 <= first <= 12 and 1 <= last <= 24 for first, last in table.seasons.values())
    assert all(0 <= first < last <= 10 for first, last in table.parts.values())


def test_spans_are_the_same_in_the_plural() -> None:
    spans = language.calendar().spans
    for word, months in spans.items():
        plural = word.removesuffix("y") + "ies" if word.endswith("y") else word + "s"
        assert word.endswith("s") or spans[plural] == months


# ---------------------------------------------------------------------- closed lists
def asked_for() -> set[tuple[Path, str, str]]:
    """Part and name of each list that the grammar asks for, and the module that does."""
    found = set()
    for path in EXTRACTION.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "attr", getattr(node.func, "id", "")) != "words":
                continue
            match node.args:
                case [ast.Constant(value=str(part)), ast.Constant(value=str(name))]:
                    found.add((path.relative_to(EXTRACTION), part, name))
    return found


def test_every_list_is_asked_for_by_a_module_and_every_module_finds_its_list() -> None:
    assert {(part, name) for _, part, name in asked_for()} == {
        (part, name) for part, names in LISTS.items() for name in names
    }


def test_a_list_belongs_to_the_module_or_the_package_of_its_name() -> None:
    assert {entry for entry in asked_for() if entry[1] not in entry[0].with_suffix("").parts} == set()


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, names in LISTS.items() for name in names])
def test_a_list_has_no_word_twice_and_none_in_capitals(part: str, name: str) -> None:
    listed = LISTS[part][name]
    assert sorted(listed) == sorted(language.words(part, name))
    assert [word for word in listed if word != word.lower()] == []


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        language.words("tokens", "nothing")


def test_irregular_forms_are_of_another_form_than_their_lemma() -> None:
    forms = language.irregular_forms()
    assert forms["fell"] == "fall"
    assert all(form == form.lower() for form in forms)


def test_compositions_count_or_share_something() -> None:
    assert language.compositions()
    assert all(entry.words and (entry.count or entry.share) for entry in language.compositions())
