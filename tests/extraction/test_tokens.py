"""The scan: nothing is lost, every span is right, sentences end where a reader ends them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.tokens import joins, sentences, tokenize, word_at

TEXTS = st.text() | st.text("aA1. ,!?-\"'\u2019\n\u00bd$%", max_size=60)


def pieces(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@given(TEXTS)
def test_tokens_hold_every_character_but_white_space(text: str) -> None:
    assert "".join(pieces(text)) == "".join(text.split())


@given(TEXTS, st.integers(0, 9))
def test_spans_are_those_of_the_text_that_the_offset_counts_from(text: str, offset: int) -> None:
    whole = "." * offset + text
    for token in tokenize(text, offset):
        assert whole[token.start : token.end] == token.text


@given(TEXTS)
def test_a_token_is_glued_to_the_one_that_ends_where_it_starts(text: str) -> None:
    tokens = tokenize(text)
    for before, token in pairwise(tokens):
        assert before.end <= token.start
        assert token.glued == (before.end == token.start)
    assert not any(token.glued for token in tokens[:1])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("7,200 mines", "nw"),
        ("US$4.5bn", "mnw"),
        ("HK$80", "mn"),
        ("2½m", "nvw"),
        ("65%", "ns"),
        ("m² (5)", "wsns"),
        ("the city's U.K. plan", "wwww"),
    ],
)
def test_kinds(text: str, kinds: str) -> None:
    assert "".join(token.kind for token in tokenize(text)) == kinds


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1,234,567.89 of it", ["1,234,567.89", "of", "it"]),
        ("12,34", ["12", ",", "34"]),
        ("1,2345", ["1", ",", "2345"]),
        ("1.2.3", ["1.2", ".", "3"]),
        ("8.", ["8", "."]),
        ("don\u2019t", ["don\u2019t"]),
        ("the plants\u2019 output", ["the", "plants", "\u2019", "output"]),
        ("snake_case9", ["snake", "_", "case", "9"]),
    ],
)
def test_where_tokens_end(text: str, tokens: list[str]) -> None:
    assert pieces(text) == tokens


def test_lower_case_writes_every_apostrophe_alike() -> None:
    assert [token.lower for token in tokenize("Didn\u2019t DIDN'T")] == ["didn't", "didn't"]


@given(TEXTS)
def test_sentences_hold_every_character_but_white_space(text: str) -> None:
    assert "".join("".join(sentence.text.split()) for sentence in sentences(text)) == "".join(text.split())


@given(TEXTS)
def test_sentences_stand_in_order_with_their_tokens(text: str) -> None:
    found = list(sentences(text))
    assert [sentence.index for sentence in found] == list(range(len(found)))
    for before, after in pairwise(found):
        assert before.end <= after.start
        assert before.paragraph <= after.paragraph
    for sentence in found:
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert sentence.tokens == tokenize(sentence.text, sentence.start)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Output fell to 5.2 tonnes. It rose again.", 2),
        ("Mr. Tan sold it to Dr. Oyelaran.", 1),
        ("No. 4 pit is shut.", 1),
        ("J. Lim owns three.", 1),
        ("Work began at 7 a.m. The pit was full.", 2),
        ("Work began at 7 a.m. on site.", 1),
        ("Was it sold? Nobody knows!", 2),
        ("“Who would buy it?” she said.", 1),
        ("It shut in 2011... and stayed shut.", 1),
        ("It shut. (It had lost money.) It reopened.", 3),
        ("1. General", 1),
        ("12. General", 1),
        ("The town has 9. The county has 12.", 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_line_break_ends_a_sentence_and_a_paragraph() -> None:
    found = list(sentences("Prices rose\n\nRents fell. Wages did not.\nNobody left"))
    assert [(sentence.text, sentence.paragraph) for sentence in found] == [
        ("Prices rose", 0),
        ("Rents fell.", 1),
        ("Wages did not.", 1),
        ("Nobody left", 2),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u2028"])
def test_an_empty_text_has_no_sentence(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize("unit", ["3 mines, ", "mines ", "mines\u00a0"])
def test_what_goes_on_for_pages_without_a_stop_is_read_in_pieces(unit: str) -> None:
    found = list(sentences(unit * 2_000))
    assert len(found) > 1
    assert max(len(sentence.text) for sentence in found) < 4_100
    assert [token for sentence in found for token in sentence.tokens] == list(tokenize(unit * 2_000))


@pytest.mark.parametrize("text", ["1" * 9_000, "1,234," * 2_000, "x" * 9_000])
def test_no_word_and_no_number_is_cut(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("unit", [".", "!", '."', "1,", "a'", "\n", "1.", "A."])
def test_a_page_of_one_sign_is_read_to_its_end(unit: str) -> None:
    # In more than linear time this would not come to an end.
    text = unit * 60_000 + "x"
    assert sum(len(sentence.tokens) for sentence in sentences(text)) == len(tokenize(text))


def test_the_word_before_the_first_and_after_the_last_is_empty() -> None:
    tokens = tokenize("Two Mines")
    assert [word_at(tokens, i) for i in (-1, 0, 1, 2)] == ["", "two", "mines", ""]


@pytest.mark.parametrize(
    ("text", "joined"),
    [("two-thirds", True), ("4\u20130", True), ("two - thirds", False), ("two- thirds", False), ("two/thirds", False)],
)
def test_a_hyphen_joins_only_without_spaces(text: str, joined: bool) -> None:
    assert joins(tokenize(text), 1) is joined


def test_a_hyphen_at_either_end_joins_nothing() -> None:
    tokens = tokenize("-5-")
    assert not any(joins(tokens, i) for i in range(-1, 4))
