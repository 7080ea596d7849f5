"""Weight: whether what is named is what the sentence is about, where something is, or beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.entities import Entity, of_place, of_subject
from pipeline.extraction.mentions import find_mentions
from pipeline.extraction.tokens import sentences
from pipeline.extraction.topics import Discourse, Weight, read_topics
from pipeline.vocabulary.places import places

BAOTOU = of_place(places()["CN-1502"])
MINE = of_subject("Heishan mine", "facility", "mine", BAOTOU)


def weights(text: str, topic: Entity | None = None) -> dict[str, Weight]:
    """The weight of each place or subject in a sentence of a text that was about `topic`."""
    sentence = next(sentences(text))
    discourse = Discourse(main=topic)
    if topic is not None:
        discourse.note(topic)
    topics = read_topics(sentence, find_mentions(sentence.tokens), discourse)
    return {turn.entity.subject or turn.entity.place or "": turn.weight for turn in topics.turns}


@pytest.mark.parametrize(
    ("text", "name", "weight"),
    [
        ("Baotou lost 40 men.", "Baotou", Weight.SUBJECT),
        ("The tiny old city of lamps near Baotou lost.", "Baotou", Weight.ASIDE),
        ("Baotou's rents fell.", "Baotou", Weight.SUBJECT),
        ("Rents in Baotou fell.", "Baotou", Weight.PLACE),
        ("Rents in northern Gansu fell.", "Gansu", Weight.PLACE),
        ("The rents of Baotou fell.", "Baotou", Weight.PLACE),
        ("Coal came out of Baotou.", "Baotou", Weight.PLACE),
        ("Some 40 km from Baotou rents fell.", "Baotou", Weight.ASIDE),
        ("Rents are lower than in Baotou.", "Baotou", Weight.ASIDE),
        ("Rents are lower than those in Baotou.", "Baotou", Weight.ASIDE),
        ("Rents are lower than the average of Baotou.", "Baotou", Weight.ASIDE),
        ("Rents fell by what is paid in Baotou.", "Baotou", Weight.ASIDE),
        ("Coal from Heishan mine sold.", "Heishan mine", Weight.PLACE),
        ("Coal fed Baotou.", "Baotou", Weight.PLACE),
        ("Coal fed Gansu.", "Gansu", Weight.ASIDE),
        ("Unlike Baotou rents fell.", "Baotou", Weight.ASIDE),
        ("An economist in Baotou guesses at less.", "Baotou", Weight.ASIDE),
        ("Many lost, the one in Baotou too.", "Baotou", Weight.ASIDE),
        ("Kilns of the Heishan mine of Baotou Group lost.", "Baotou Group", Weight.ASIDE),
        ("Heishan mine, Baotou's largest, lost.", "Baotou", Weight.ASIDE),
    ],
)
def test_a_name_alone_in_its_sentence(text: str, name: str, weight: Weight) -> None:
    assert weights(text)[name] == weight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents in Baotou, Inner Mongolia, fell.", {"Baotou": Weight.PLACE, "Inner Mongolia": Weight.ASIDE}),
        ("Rhyl, in Bochum, lost.", {"Rhyl": Weight.SUBJECT, "Bochum": Weight.ASIDE}),
        ("Baotou in Inner Mongolia lost.", {"Baotou": Weight.SUBJECT, "Inner Mongolia": Weight.ASIDE}),
        ("Baotou is Inner Mongolia's largest.", {"Baotou": Weight.SUBJECT, "Inner Mongolia": Weight.ASIDE}),
        ("Baotou fed the smelters of Gansu.", {"Baotou": Weight.SUBJECT, "Gansu": Weight.ASIDE}),
        ("Baotou fed Gansu.", {"Baotou": Weight.SUBJECT, "Gansu": Weight.ASIDE}),
        ("Heishan mine fed coal to Baotou.", {"Heishan mine": Weight.SUBJECT, "Baotou": Weight.ASIDE}),
        ("Baotou lost, and Lanzhou won.", {"Baotou": Weight.SUBJECT, "Lanzhou": Weight.SUBJECT}),
        ("Baotou has the dearest rents in China.", {"Baotou": Weight.SUBJECT, "China": Weight.ASIDE}),
        ("Rents fell in Baotou and in Lanzhou.", {"Baotou": Weight.PLACE, "Lanzhou": Weight.PLACE}),
        ("Rents near Baotou, near Lanzhou fell.", {"Baotou": Weight.ASIDE, "Lanzhou": Weight.ASIDE}),
        ("Baotou sold, Lanzhou, lamps.", {"Baotou": Weight.SUBJECT, "Lanzhou": Weight.PLACE}),
    ],
)
def test_names_beside_one_another(text: str, expected: dict[str, Weight]) -> None:
    assert weights(text) == expected


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Baotou, which borders Wuhai, lost 40 men.", Weight.ASIDE),
        ("Baotou, a city that once fed Wuhai, lost 40 men.", Weight.ASIDE),
        ("Baotou, the largest city of Wuhai, lost 40 men.", Weight.ASIDE),
        ("In Baotou, to which Wuhai belongs, rents fell.", Weight.ASIDE),
        ("Baotou, where Wuhai sells 40 lamps, lost.", Weight.SUBJECT),
        ("Baotou, where Wuhai sells lamps.", Weight.SUBJECT),
        ("Baotou, which sold lamps, and even Wuhai, lost.", Weight.SUBJECT),
        ("In Baotou, the lamps of Wuhai, sold.", Weight.ASIDE),
        ("In Baotou, the Wuhai fair, won.", Weight.SUBJECT),
    ],
)
def test_what_commas_enclose_is_beside_what_it_explains(text: str, weight: Weight) -> None:
    assert weights(text)["Wuhai"] == weight


@pytest.mark.parametrize(
    ("text", "name", "weight"),
    [
        ("It lost 40 men.", "Baotou", Weight.SUBJECT),
        ("Its rents fell.", "Baotou", Weight.PLACE),
        ("Rents there fell.", "Baotou", Weight.PLACE),
        ("Nationally, rents fell.", "China", Weight.SUBJECT),
        ("The national figure fell.", "China", Weight.PLACE),
        ("The provincial average fell.", "Inner Mongolia", Weight.PLACE),
    ],
)
def test_words_that_refer_back(text: str, name: str, weight: Weight) -> None:
    assert weights(text, BAOTOU) == {name: weight}


@pytest.mark.parametrize(
    "text", ["The national fair sold lamps.", "Chinese lamps sold.", "The Norwegian average fell."]
)
def test_an_adjective_of_no_measure_says_nothing_of_the_topic(text: str) -> None:
    assert weights(text, BAOTOU) == {}


def test_the_home_of_a_facility_is_no_new_topic_only_where_it_explains() -> None:
    assert weights("The mine in the city lost.", MINE) == {"Heishan mine": Weight.SUBJECT, "Baotou": Weight.PLACE}


VOCABULARY = (
    "Baotou Wuhai Gansu China Heishan mine the its it there in of from to than and , ; which fed lost 's national "
    "average Chinese city province"
)
PIECES = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(PIECES, min_size=1, max_size=25).map(" ".join))
def test_turns_stand_in_order_and_weigh_something(text: str) -> None:
    sentence = next(sentences(text))
    turns = read_topics(sentence, find_mentions(sentence.tokens), Discourse(main=BAOTOU)).turns
    assert [turn.at for turn in turns] == sorted({turn.at for turn in turns})
    assert all(turn.weight > Weight.NONE for turn in turns)
