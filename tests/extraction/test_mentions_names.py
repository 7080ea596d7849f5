"""Names: which places, facilities and organisations the capitals of a sentence name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.mentions import Mention, find_mentions
from pipeline.extraction.mentions.capitals import end_of_name, owns, surface
from pipeline.extraction.tokens import tokenize


def mentions(text: str) -> list[tuple[str, Mention]]:
    """The words of each mention, and the mention."""
    tokens = tokenize(text)
    return [(surface(tokens, mention.first, mention.last), mention) for mention in find_mentions(tokens)]


def entities(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Place id, place and subject of every name."""
    return [
        (mention.entity.place_id, mention.entity.place, mention.entity.subject)
        for _, mention in mentions(text)
        if mention.kind == "name" and mention.entity is not None
    ]


def words_of(text: str, kind: str) -> list[str]:
    return [words for words, mention in mentions(text) if mention.kind == kind]


# ---------------------------------------------------------------------- places
@pytest.mark.parametrize(
    ("text", "place_id", "words"),
    [
        ("Rents in Baotou fell.", "CN-1502", "Baotou"),
        ("Baotou's rents fell.", "CN-1502", "Baotou"),
        ("BAOTOU lost.", "CN-1502", "BAOTOU"),
        ("Gansu lost.", "CN-62", "Gansu"),
        ("Inner Mongolia lost.", "CN-15", "Inner Mongolia"),
        ("Rents in New Zealand fell.", "NZ", "New Zealand"),
        ("Baotou city lost.", "CN-1502", "Baotou city"),
        ("Baotou City's rents fell.", "CN-1502", "Baotou City"),
        ("Gansu province lost.", "CN-62", "Gansu province"),
        ("Rents in Washington state fell.", "US-WA", "Washington state"),
        ("Rents in the northeast of Gansu fell.", "CN-62", "Gansu"),
        ("Northern Gansu lost.", "CN-62", "Gansu"),
        ("Rural Gansu province lost.", "CN-62", "Gansu province"),
        ("While Baotou lost, rents fell.", "CN-1502", "Baotou"),
    ],
)
def test_places_are_found_by_name_with_or_without_their_kind(text: str, place_id: str, words: str) -> None:
    assert [found for found, _, _ in entities(text)] == [place_id]
    assert words_of(text, "name") == [words]


@pytest.mark.parametrize(
    ("text", "owner"),
    [("Baotou's rents fell.", True), ("Baotou rents fell.", False), ("Rents at the Urals' foot.", True)],
)
def test_a_possessor_is_told(text: str, owner: bool) -> None:
    assert [mention.possessive for _, mention in mentions(text) if mention.kind == "name"] == [owner]


@pytest.mark.parametrize(
    "text",
    [
        "May was wet.",
        "He sat on Monday.",
        "Reading is good for you.",
        "Mobile phones sold well.",
        "She is from nowhere in particular.",
    ],
)
def test_words_that_are_only_spelt_like_places_name_none(text: str) -> None:
    assert entities(text) == []


@pytest.mark.parametrize("text", ["Rents in Reading fell.", "Rents in the city of Reading fell.", "Reading city lost."])
def test_a_place_that_is_also_a_word_is_found_where_the_words_around_it_speak_for_one(text: str) -> None:
    assert [place for _, place, _ in entities(text)] == ["Reading"]


def test_a_longer_name_that_begins_with_a_place_is_somebody_elses() -> None:
    assert entities("Baotou Zhang sold lamps.") == []
    assert words_of("Baotou Zhang sold lamps.", "person") == ["Baotou Zhang"]


def test_a_date_behind_a_place_is_no_part_of_its_name() -> None:
    assert words_of("In Baotou May 4 was wet.", "name") == ["Baotou"]
    assert words_of("Baotou Monday sold lamps.", "name") == ["Baotou"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xinbin county lost.", ("CN-210422", "Xinbin", None)),
        ("Xinbin County's rents fell.", ("CN-210422", "Xinbin", None)),
        ("In Xinbin County rents fell.", ("CN-210422", "Xinbin", None)),
        ("Neighbouring Xinbin lost.", ("CN-210422", "Xinbin", None)),
        ("Qingniao county lost.", (None, "Qingniao County", None)),
        ("Neighbouring Qingniao County lost.", (None, "Qingniao County", None)),
        ("Old Qingniao District lost.", (None, "Old Qingniao District", None)),
        ("Baotou District lost.", (None, "Baotou District", None)),
        ("Dongning city lost.", ("CN-231086", "Dongning", None)),
    ],
)
def test_counties_and_districts_are_found_by_their_kind(text: str, expected: tuple[str | None, str, None]) -> None:
    assert entities(text) == [expected]


def test_a_county_without_its_kind_is_not_taken_for_a_place() -> None:
    assert entities("Xinbin lost.") == []


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Yulin lost.", "CN-6108"),
        ("Yulin in Shaanxi lost.", "CN-6108"),
        ("Yulin in Guangxi lost.", "CN-4509"),
        ("Yulin, Guangxi, lost.", "CN-4509"),
        ("Guangxi's Yulin lost.", "CN-4509"),
        ("Yulin, China, lost.", "CN-6108"),
        ("Chaoyang District, Beijing, lost.", "CN-110105"),
        ("Chaoyang District in Changchun lost.", "CN-220104"),
    ],
)
def test_of_places_of_one_name_that_beside_which_its_holder_is_named(text: str, place_id: str) -> None:
    assert entities(text)[0 if text[0] != "G" else 1][0] == place_id


def test_what_could_still_be_another_place_says_so() -> None:
    (_, yulin), *_ = mentions("Yulin lost.")
    (_, told), *_ = mentions("Yulin in Guangxi lost.")
    assert "CN-4509" in [rival.place_id for rival in yulin.rivals]
    assert told.rivals == ()


# ---------------------------------------------------------------------- regions
@pytest.mark.parametrize(
    ("text", "words", "needs_country"),
    [
        ("Northwest China lost.", "Northwest China", False),
        ("Rents in northwest China fell.", "northwest China", False),
        ("Rents in the northwest fell.", "the northwest", True),
        ("Rents across the Northwest fell.", "the Northwest", True),
        ("The northwest's rents fell.", "The northwest", True),
    ],
)
def test_regions_of_several_words(text: str, words: str, needs_country: bool) -> None:
    ((said, mention),) = mentions(text)
    assert mention.entity is not None
    assert (said, mention.entity.place_id, mention.needs_country) == (words, "CN-northwest", needs_country)


def test_a_region_is_longer_than_the_country_in_it() -> None:
    assert [place_id for place_id, _, _ in entities("Rents in China's northeast fell.")] == ["CN-northeast"]
    assert [place_id for place_id, _, _ in entities("Rents in China\u2019s northeast fell.")] == ["CN-northeast"]


# ---------------------------------------------------------------------- facilities and organisations
@pytest.mark.parametrize(
    ("text", "subject", "kind", "noun"),
    [
        ("Heishan mine closed.", "Heishan mine", "facility", "mine"),
        ("The Heishan bridge closed.", "Heishan bridge", "facility", "bridge"),
        ("West Heishan Mine closed.", "West Heishan Mine", "facility", "mine"),
        ("Heishan No. 2 closed.", "Heishan No. 2", "facility", "mine"),
        ("Heishan Mine No. one closed.", "Heishan Mine", "facility", "mine"),
        ("Heishan No. 2 smelter closed.", "Heishan No. 2 smelter", "facility", "smelter"),
        ("The Heishan no. 2 smelter closed.", "Heishan no. 2 smelter", "facility", "smelter"),
        ("Heishan Mining Group closed.", "Heishan Mining Group", "organisation", "group"),
        ("Heishan Mining Group's men left.", "Heishan Mining Group", "organisation", "group"),
        ("The Institute of Lamp Studies left.", "Institute of Lamp Studies", "organisation", "studies"),
        ("The Bureau of the Lamp Trade left.", "Bureau of the Lamp Trade", "organisation", "trade"),
    ],
)
def test_a_noun_in_the_name_shows_what_it_names(text: str, subject: str, kind: str, noun: str) -> None:
    ((_, mention),) = mentions(text)
    assert mention.entity is not None
    assert (mention.entity.subject, mention.entity.subject_kind, mention.entity.noun) == (subject, kind, noun)


def test_a_facility_named_after_a_place_is_at_home_there() -> None:
    assert entities("The Baotou smelter closed.") == [("CN-1502", "Baotou", "Baotou smelter")]


@pytest.mark.parametrize(
    "text",
    ["A Chinese mine closed.", "Zhang's mine closed.", "A Wang school closed.", "The mine closed.", "Mr Mine left."],
)
def test_no_facility_is_named(text: str) -> None:
    assert [subject for _, _, subject in entities(text) if subject is not None] == []


def test_a_facility_of_the_vocabulary_has_its_name_and_home() -> None:
    ((place_id, place, subject),) = entities("Karamay Oilfield closed.")
    assert (place_id, place, subject) == ("CN-6502", "Karamay", "Karamay Oilfield")


def test_an_article_or_preposition_is_no_part_of_a_name() -> None:
    assert entities("In Heishan mine 2 men fell.") == [(None, None, "Heishan mine")]
    assert words_of("The Zhang Wei said so.", "person") == ["Zhang Wei"]


# ---------------------------------------------------------------------- appositions
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heishan, the colliery that closed, lost.", (None, None, "Heishan colliery")),
        ("Heishan, a mining company, lost.", (None, None, "Heishan")),
        ("Xinbin, a poor county, lost.", ("CN-210422", "Xinbin", None)),
        ("Qingniao, a poor county, lost.", (None, "Qingniao", None)),
        ("Xinbin, a poor village, lost.", (None, "Xinbin", None)),
        ("Baotou, once a smelter, lost.", ("CN-1502", "Baotou", "Baotou smelter")),
        ("Baotou, Asia's largest smelter, lost.", ("CN-1502", "Baotou", "Baotou smelter")),
        ("Baotou, the smelter city, lost.", ("CN-1502", "Baotou", None)),
        ("Baotou, the old grey cold windy bleak smelter, lost.", ("CN-1502", "Baotou", None)),
        ("Baotou, the city with a smelter, lost.", ("CN-1502", "Baotou", None)),
        ("In Baotou, the smelter lost.", ("CN-1502", "Baotou", None)),
    ],
)
def test_what_the_words_behind_a_comma_say_that_a_name_is(
    text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert expected in entities(text)


def test_a_name_behind_the_comma_is_somebody_elses() -> None:
    assert entities("In Baotou, the Heishan mine, opened in 1907, lost.") == [
        ("CN-1502", "Baotou", None),
        (None, None, "Heishan mine"),
    ]


@pytest.mark.parametrize("text", ["Heishan, the teacher, lost.", "Heishan, the line and the mine", "Heishan, the"])
def test_an_apposition_that_tells_nothing(text: str) -> None:
    assert entities(text) == []


# ---------------------------------------------------------------------- other capitals
def test_nationalities_are_adjectives_of_their_country() -> None:
    ((words, mention),) = mentions("Some Norwegian lamps sold.")
    assert mention.entity is not None
    assert (words, mention.kind, mention.entity.place_id) == ("Norwegian", "adjective", "NO")


def test_a_run_of_other_capitals_is_a_person() -> None:
    assert words_of("A word from Ouyang Na-Li was heard.", "person") == ["Ouyang Na-Li"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Baotou Zhang sold", 2),
        ("Baotou's Zhang", 1),
        ("Na-Li sold", 3),
        ("Na - Li", 1),
        ("Institute of Lamps", 3),
        ("Zhang of Lamps", 1),
        ("Institute of lamps", 1),
        ("Baotou March 4", 1),
        ("Baotou March Zhang", 3),
    ],
)
def test_how_far_a_name_goes(text: str, length: int) -> None:
    assert end_of_name(tokenize(text), 0) == length


def test_a_plural_owns_by_an_apostrophe_alone() -> None:
    assert owns(tokenize("provinces' rents"), 1)
    assert not owns(tokenize("provinces ' rents"), 1)
    assert not owns(tokenize("Baotou' rents"), 1)


# ---------------------------------------------------------------------- laws
VOCABULARY = (
    "Baotou Gansu Yulin Xinbin Heishan Zhang In The the a its of in and , . ' 's - No no 4 mine Mine Group county "
    "District city May Chinese northeast northwest China three two former"
)
PIECES = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
def test_mentions_stand_in_order_without_overlap_and_cover_words(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for mention in find_mentions(tokens):
        assert end <= mention.first < mention.last <= len(tokens)
        end = mention.last


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_a_name_or_nationality_always_means_something(text: str) -> None:
    assert all(mention.entity is not None for _, mention in mentions(text) if mention.kind == "name")


@given(st.sampled_from(["Baotou", "Lanzhou", "Gansu", "Norway"]), st.sampled_from(["Rents in {} fell.", "{} lost."]))
def test_a_place_is_the_same_as_a_possessor(name: str, frame: str) -> None:
    assert entities(frame.format(name)) == entities(frame.format(f"{name}'s lamps"))
