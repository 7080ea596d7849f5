"""Topics across the sentences of a text: what they go on with, lists, sources, short names, the protagonist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.entities import Entity
from pipeline.extraction.mentions import find_mentions
from pipeline.extraction.tokens import sentences
from pipeline.extraction.topics import Discourse, Topics, Weight, protagonist, read_topics


def topics_of(text: str, *, main: str | None = None) -> list[Topics]:
    """The topics of each sentence of a text, which is most about the place `main`."""
    discourse = Discourse(main=entity_of(main) if main is not None else None)
    return [read_topics(sentence, find_mentions(sentence.tokens), discourse) for sentence in sentences(text)]


def entity_of(name: str) -> Entity:
    (mention,) = find_mentions(next(sentences(f"Rents in {name} fell.")).tokens)
    assert mention.entity is not None
    return mention.entity


def names(topics: Topics) -> list[str | None]:
    """What each topic of a sentence is called; asides left out."""
    return [turn.entity.subject or turn.entity.place for turn in topics.turns if turn.is_topic]


def inherited(text: str, *, main: str | None = None) -> str | None:
    """What the last sentence of a text is about before it names anything."""
    entity = topics_of(text, main=main)[-1].inherited
    return (entity.subject or entity.place) if entity is not None else None


# ---------------------------------------------------------------------- turns
def test_the_topic_before_and_behind_a_word() -> None:
    (topics,) = topics_of("Baotou lost 40 men near Wuhai, and Lanzhou won.")
    turns = {turn.entity.place: turn for turn in topics.turns}
    assert topics.before(0) is None
    assert topics.before(1) == turns["Baotou"]
    assert topics.before(100) == turns["Lanzhou"]
    assert topics.latest(turns["Lanzhou"].at) == turns["Wuhai"]
    assert topics.before(turns["Lanzhou"].at) == turns["Baotou"]
    assert list(topics.between(1, turns["Lanzhou"].at)) == [turns["Wuhai"]]
    assert topics.latest(0) is None
    assert list(topics.between(90, 100)) == []


def test_no_topic_in_a_sentence_without_names() -> None:
    (topics,) = topics_of("Rents fell.")
    assert (topics.turns, topics.inherited, topics.sources) == ((), None, ())


# ---------------------------------------------------------------------- continuity
@pytest.mark.parametrize(
    ("text", "main", "expected"),
    [
        ("Baotou lost. Rents fell.", None, "Baotou"),
        ("Rents near Baotou fell. Wages fell.", None, None),
        ("Rents near Wuhai fell. Wages fell.", "Baotou", "Baotou"),
        ("Wuhai lost. Rents fell.", "Baotou", "Wuhai"),
        ("Wuhai lost.\nRents fell.", "Baotou", "Baotou"),
        ("Wuhai lost. Baotou won. Rents fell.", "Baotou", "Baotou"),
        ("In Wuhai it lost. Rents fell.", "Baotou", "Baotou"),
        ("Wuhai lost. Its rents fell.", "Baotou", "Wuhai"),
        ("Wuhai lost. Rents there fell.", "Baotou", "Wuhai"),
        ("The Baotou smelter lost. Rents fell.", "Baotou", "Baotou smelter"),
        ("The Baotou smelter lost. Wuhai won. Rents fell.", "Baotou", "Baotou smelter"),
        ("The Baotou smelter lost.\nWuhai won. Rents fell.", "Baotou", "Wuhai"),
        ("The Baotou smelter lost.\nRents fell.", "Baotou", "Baotou smelter"),
        ("Baotou won. The Baotou smelter lost.\nRents fell.", "Baotou", "Baotou"),
        ("The Baotou Statistics Bureau published it. Rents fell.", "Baotou", "Baotou"),
        ("Rents in Baotou fell. Wages fell.", None, "Baotou"),
        ("It lost.", "Baotou", "Baotou"),
        ("The Baotou smelter lost.\nWe expect rents to fall.", "Baotou", "Baotou"),
    ],
)
def test_what_a_sentence_goes_on_with(text: str, main: str | None, expected: str | None) -> None:
    assert inherited(text, main=main) == expected


@pytest.mark.parametrize(
    "text", ["The neighbouring Baotou smelter lost.", "While the Baotou smelter lost, rents fell."]
)
def test_what_is_brought_in_beside_the_text_leads_no_paragraph(text: str) -> None:
    assert inherited(f"{text} Wuhai won. Rents fell.", main="Baotou") == "Wuhai"


# ---------------------------------------------------------------------- lists
@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Baotou and Wuhai lost.", ["Baotou", "Wuhai"]),
        ("Baotou, Wuhai and Lanzhou lost.", ["Baotou", "Wuhai", "Lanzhou"]),
        ("Baotou, Wuhai, and Lanzhou lost.", ["Baotou", "Wuhai", "Lanzhou"]),
        ("Gansu and Ningxia lost.", ["Gansu", "Ningxia"]),
        ("Baotou, Wuhai, Lanzhou lost.", []),
        ("Baotou, and Wuhai lost.", []),
        ("Baotou or Wuhai lost.", []),
        ("Baotou and Gansu lost.", []),
        ("Baotou and then Wuhai lost.", []),
        ("Baotou's and Wuhai lost.", []),
        ("Baotou and the Heishan mine lost.", []),
    ],
)
def test_places_of_one_kind_that_and_joins_are_one_subject(text: str, listed: list[str]) -> None:
    (topics,) = topics_of(text)
    assert [entity.place for turn in topics.turns for entity in turn.listed] == listed


def test_a_list_is_one_turn_and_each_of_it_is_remembered() -> None:
    first, second = topics_of("Baotou, Wuhai and Lanzhou lost. The latter won.")
    ((turn),) = first.turns
    assert (turn.weight, turn.entity.members) == (Weight.SUBJECT, ("CN-1502", "CN-1503", "CN-6201"))
    assert names(second) == ["Lanzhou"]


def test_what_points_back_to_a_list_is_that_list() -> None:
    _, second = topics_of("Baotou and Wuhai lost. The two won.")
    ((turn),) = second.turns
    assert [entity.place for entity in turn.listed] == ["Baotou", "Wuhai"]


def test_an_amount_before_a_list_is_not_of_the_list() -> None:
    _, second = topics_of("Lanzhou lost. Of 40 men most left for Baotou and Wuhai.")
    assert second.inherited is not None
    assert second.inherited.place == "Lanzhou"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Gansu lost. Together with Ningxia they won.", ("CN-62", "CN-64")),
        ("Gansu and Qinghai lost. Together with Ningxia they won.", ("CN-62", "CN-63", "CN-64")),
        ("Gansu lost. Together with Gansu they won.", ()),
        ("Gansu lost. With Ningxia they won.", ()),
    ],
)
def test_they_are_what_was_spoken_of_together_with_another(text: str, members: tuple[str, ...]) -> None:
    last = topics_of(text)[-1].turns[-1]
    assert last.entity.members == members


# ---------------------------------------------------------------------- facilities and organisations
def test_a_facility_is_at_home_where_the_text_is() -> None:
    _, second = topics_of("Baotou lost. Heishan mine won.")
    ((turn),) = second.turns
    assert (turn.entity.subject, turn.entity.place) == ("Heishan mine", "Baotou")


@pytest.mark.parametrize("text", ["China lost. Heishan mine won.", "Heishan mine won."])
def test_a_facility_is_at_home_in_no_country(text: str) -> None:
    last = topics_of(text)[-1].turns[-1]
    assert (last.entity.subject, last.entity.place) == ("Heishan mine", None)


def test_an_organisation_may_only_tell_which_facility() -> None:
    _, second = topics_of("Karamay Oilfield lost. The Baitu Group field won.")
    assert names(second) == ["Karamay Oilfield"]


# ---------------------------------------------------------------------- short names
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heishan Mining Group lost. Heishan won.", ["Heishan Mining Group"]),
        ("Heishan Mining Group lost. Heishan's men won.", ["Heishan Mining Group"]),
        ("Xinbin County lost. Xinbin won.", ["Xinbin"]),
        ("Qingniao County lost. Qingniao won.", ["Qingniao County"]),
        ("Heishan won.", []),
        ("West Mining Group lost. West of it rents fell.", ["West Mining Group"]),
        ("Bank of Heishan lost. Bank men won.", []),
        ("Baotou Mining Group lost. Baotou won.", ["Baotou"]),
    ],
)
def test_what_a_text_goes_on_to_call_by_a_short_name(text: str, expected: list[str]) -> None:
    assert names(topics_of(text)[-1]) == expected


# ---------------------------------------------------------------------- sources
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rents fell, said Ouyang Li.", "Ouyang Li"),
        ("Rents fell, Ouyang Li has also said.", "Ouyang Li"),
        ("Rents fell, according to the Bureau of Lamps.", "Bureau of Lamps"),
        ("By a count of the Lamp Institute, rents fell.", "Lamp Institute"),
        ("Data published by Baitu Group show rents fell.", "Baitu Group"),
        ("Lamp Institute figures show rents fell.", "Lamp Institute"),
        ("Baitu Group's men lost.", None),
        ("Baitu Group itself also had lamps.", None),
        ("Baitu Group has itself also said rents fell.", None),
        ("The lamp made by Baitu Group sold.", None),
        ("Ouyang Li sold lamps.", None),
        ("Ouyang Li found lamps.", None),
    ],
)
def test_who_only_reports_is_a_source_and_no_topic(text: str, source: str | None) -> None:
    (topics,) = topics_of(text)
    assert [name for _, name in topics.sources] == ([] if source is None else [source])
    assert source not in names(topics)


# ---------------------------------------------------------------------- datelines
@pytest.mark.parametrize(
    "text", ["BAOTOU - Rents fell.", "BAOTOU, China, May 2 - Rents fell.", "Baotou \u2014 Rents fell."]
)
def test_a_dateline_is_where_the_text_is_but_no_topic(text: str) -> None:
    (topics,) = topics_of(text)
    assert (topics.turns, inherited(text)) == ((), "Baotou")


@pytest.mark.parametrize("text", ["Baotou lost - rents fell.", "Baotou-based men ran.", "40 Baotou - men ran."])
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert "Baotou" in names(topics_of(text)[0])


def test_only_the_first_sentence_has_a_dateline() -> None:
    assert names(topics_of("Rents fell. Baotou - lost.")[1]) == ["Baotou"]


# ---------------------------------------------------------------------- the protagonist
@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Baotou lost. Baotou won.", "", "Baotou"),
        ("Baotou lost.", "", "Baotou"),
        ("Gansu lost. Baotou won.", "", None),
        ("Gansu lost. Baotou won. Baotou lost.", "", "Baotou"),
        ("Baotou lost. Wuhai won. Wuhai lost.", "", None),
        ("Baotou lost. Wuhai won. Wuhai lost.", "Wuhai at night", "Wuhai"),
        ("Baotou lost. Wuhai won.", "Lanzhou at night", "Baotou"),
        ("The Baotou smelter lost. Rents fell.", "", "Baotou"),
        ("Gansu lost. Gansu won.", "", None),
        ("Rents fell.", "Baotou at night", None),
        ("Xinbin county lost. Xinbin county won.", "", "Xinbin"),
        ("A train from Baotou came. Wuhai lost. A train from Baotou left.", "", "Wuhai"),
        ("Beijing helped. Wuhai lost. Beijing paid.", "", "Wuhai"),
    ],
)
def test_the_place_that_most_of_a_text_is_about(text: str, title: str, expected: str | None) -> None:
    found = [(sentence.tokens, find_mentions(sentence.tokens)) for sentence in sentences(text)]
    headline = [mention for sentence in sentences(title) for mention in find_mentions(sentence.tokens)]
    best = protagonist(found, headline)
    assert (best and best.place) == expected
    assert best is None or best.subject is None


# ---------------------------------------------------------------------- laws
VOCABULARY = (
    "Baotou Wuhai Yulin Gansu Ningxia China Heishan mine Mining Group Xinbin County the its it they there two three "
    "cities provinces former latter Together with in of from said and , . - \n which fed lost 's national average city "
    "northwest province"
)
PIECES = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_has_topics_and_says_the_same_each_time(text: str) -> None:
    assert topics_of(text) == topics_of(text)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_what_is_before_a_word_is_a_topic_that_stands_before_it(text: str) -> None:
    for topics in topics_of(text):
        for i in range(0, 40, 7):
            before = topics.before(i)
            assert before is None or (before.at < i and before.is_topic)
            assert before is None or not any(turn.is_topic for turn in topics.between(before.at + 1, i))
