"""References: the words that refer back to what was named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.mentions import Mention, find_mentions
from pipeline.extraction.tokens import tokenize


def only(text: str) -> tuple[str, Mention]:
    """The words of the one mention of a text, and the mention."""
    tokens = tokenize(text)
    (mention,) = find_mentions(tokens)
    return " ".join(token.lower for token in tokens[mention.first : mention.last]), mention


def words_of(text: str) -> list[str]:
    tokens = tokenize(text)
    return [" ".join(token.lower for token in tokens[m.first : m.last]) for m in find_mentions(tokens)]


@pytest.mark.parametrize(
    ("text", "word", "possessive"),
    [
        ("It lost.", "it", False),
        ("It's lost.", "it", False),
        ("So its rents fell.", "its", True),
        ("So their rents fell.", "their", True),
        ("Rents there fell.", "there", False),
        ("Rents here fell.", "there", False),
        ("They lost.", "they", False),
    ],
)
def test_pronouns(text: str, word: str, possessive: bool) -> None:
    _, mention = only(text)
    assert (mention.kind, mention.word, mention.possessive) == ("pronoun", word, possessive)


@pytest.mark.parametrize("word", ["national", "provincial", "domestic", "nationwide", "nationally"])
def test_adjectives_of_the_country_and_the_province(word: str) -> None:
    _, mention = only(f"Rents are {word} news.")
    assert (mention.kind, mention.word, mention.entity) == ("adjective", word, None)


@pytest.mark.parametrize(
    ("text", "words", "word"),
    [
        ("The city lost.", "the city", "city"),
        ("This old coal city lost.", "this old coal city", "city"),
        ("The once rich town lost.", None, None),
        ("Rents in our province fell.", "our province", "province"),
        ("The colliery lost.", "the colliery", "colliery"),
        ("The company lost.", "the company", "company"),
        ("The former company lost.", "the former company", "company"),
        ("The former lost.", "the former", "former"),
        ("The latter lost.", "the latter", "latter"),
    ],
)
def test_noun_phrases_that_refer_to_one_thing(text: str, words: str | None, word: str | None) -> None:
    if words is None:
        assert words_of(text) == []
        return
    said, mention = only(text)
    assert (said, mention.kind, mention.word, mention.size) == (words, "reference", word, None)


@pytest.mark.parametrize(
    ("text", "possessive"),
    [("The city's rents fell.", True), ("The firm's men left.", True), ("The city lost.", False)],
)
def test_a_reference_may_own(text: str, possessive: bool) -> None:
    assert only(text)[1].possessive is possessive


def test_only_that_city_is_not_the_one_just_spoken_of() -> None:
    assert only("That city lost.")[1].remote
    assert not only("The city lost.")[1].remote
    assert not only("That mine lost.")[1].remote


@pytest.mark.parametrize(
    ("text", "word", "size"),
    [
        ("The two lost.", "", 2),
        ("The three lost.", "", 3),
        ("The two cities lost.", "cities", 2),
        ("The three old coal towns lost.", "towns", 3),
        ("These provinces lost.", "provinces", 0),
        ("These four counties lost.", "counties", 4),
    ],
)
def test_references_to_several_say_how_many(text: str, word: str, size: int) -> None:
    _, mention = only(text)
    assert (mention.kind, mention.word, mention.size) == ("reference", word, size)


@pytest.mark.parametrize(
    "text",
    [
        "The cities lost.",
        "The mine company man lost.",
        "A city lost.",
        "The city-wide fair lost.",
        "The city of lamps lost.",
        "The area of farmland shrank.",
        "The place was cold.",
        "The",
    ],
)
def test_what_refers_to_nothing_named(text: str) -> None:
    assert words_of(text) == []


@pytest.mark.parametrize("text", ["Its mine lost.", "Its city lost."])
def test_what_a_place_owns_is_not_referred_to(text: str) -> None:
    said, mention = only(text)
    assert (said, mention.kind) == ("its", "pronoun")


VOCABULARY = (
    "the this that its these our two three both former latter old coal city cities provinces mine company of - 's . "
    "it they there national"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_refers_back_names_nothing_itself(text: str) -> None:
    assert all(mention.entity is None for mention in find_mentions(tokenize(text)))


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_only_references_have_a_size(text: str) -> None:
    for mention in find_mentions(tokenize(text)):
        assert mention.size is None or (mention.kind == "reference" and mention.size in (0, 2, 3, 4, 5))
