"""Resolution: what a mention means where the text has come to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.entities import Entity, of_place, of_subject
from pipeline.extraction.mentions import Mention, find_mentions
from pipeline.extraction.model import Figure
from pipeline.extraction.tokens import tokenize
from pipeline.extraction.topics import Discourse, resolve
from pipeline.extraction.topics.resolution import of_noun, pointed_at
from pipeline.vocabulary.places import places

BAOTOU = of_place(places()["CN-1502"])
WUHAI = of_place(places()["CN-1503"])
LANZHOU = of_place(places()["CN-6201"])
GANSU = of_place(places()["CN-62"])
INNER_MONGOLIA = of_place(places()["CN-15"])
NINGXIA = of_place(places()["CN-64"])
NORWAY = of_place(places()["NO"])
MINE = of_subject("Heishan mine", "facility", "mine", WUHAI)
COLLIERY = of_subject("Luma colliery", "facility", "colliery", BAOTOU)
SMELTER = of_subject("Baitu smelter", "facility", "smelter", BAOTOU)
FIRM = of_subject("Baitu Group", "organisation", "group", BAOTOU)


def only(text: str) -> Mention:
    (mention,) = find_mentions(tokenize(text))
    return mention


def told(*entities: Entity, main: Entity | None = None) -> Discourse:
    """A text that has named `entities` in that order."""
    discourse = Discourse(main=main)
    for entity in entities:
        discourse.note(entity)
    return discourse


@pytest.mark.parametrize("text", ["It lost.", "Its rents fell.", "They lost."])
@pytest.mark.parametrize("current", [BAOTOU, MINE, None])
def test_a_pronoun_is_what_the_sentence_is_about(text: str, current: Entity | None) -> None:
    assert resolve(only(text), told(LANZHOU), current) == current


def test_there_is_the_place_of_what_the_sentence_is_about() -> None:
    assert resolve(only("Rents there fell."), told(), MINE) == WUHAI
    assert resolve(only("Rents there fell."), told(), BAOTOU) == BAOTOU
    assert resolve(only("Rents there fell."), told(), None) is None


def test_adjectives_mean_the_country_and_the_province_of_the_text() -> None:
    assert resolve(only("National rents fell."), told(BAOTOU), BAOTOU) == of_place(places()["CN"])
    assert resolve(only("National rents fell."), told(), None) is None
    assert resolve(only("Provincial rents fell."), told(GANSU), BAOTOU) == INNER_MONGOLIA
    assert resolve(only("Provincial rents fell."), told(GANSU), None) == GANSU
    assert resolve(only("Norwegian rents fell."), told(BAOTOU), BAOTOU) == NORWAY


@pytest.mark.parametrize(
    ("noun", "discourse", "current", "expected"),
    [
        ("city", told(LANZHOU), None, LANZHOU),
        ("city", told(LANZHOU), BAOTOU, BAOTOU),
        ("city", told(LANZHOU, main=WUHAI), BAOTOU, BAOTOU),
        ("city", told(LANZHOU, main=WUHAI), GANSU, WUHAI),
        ("city", told(LANZHOU, main=BAOTOU), MINE, WUHAI),
        ("town", told(LANZHOU, GANSU), GANSU, LANZHOU),
        ("city", told(), None, None),
        ("province", told(GANSU), BAOTOU, INNER_MONGOLIA),
        ("province", told(GANSU), NORWAY, GANSU),
        ("province", told(LANZHOU), None, None),
        ("country", told(LANZHOU), BAOTOU, of_place(places()["CN"])),
        ("country", told(NORWAY, LANZHOU), BAOTOU, of_place(places()["CN"])),
        ("country", told(LANZHOU, NORWAY), BAOTOU, of_place(places()["CN"])),
        ("region", told(of_place(places()["CN-northwest"])), BAOTOU, of_place(places()["CN-northwest"])),
        ("area", told(of_place(places()["CN-northwest"])), BAOTOU, None),
        ("county", told(Entity(None, "Qingniao County", "county")), None, Entity(None, "Qingniao County", "county")),
        ("mine", told(MINE, COLLIERY), None, MINE),
        ("mine", told(MINE, COLLIERY), COLLIERY, COLLIERY),
        ("pit", told(MINE, COLLIERY), None, COLLIERY),
        ("pit", told(COLLIERY, MINE), None, MINE),
        ("pit", told(MINE, COLLIERY, MINE), None, MINE),
        ("pit", told(MINE, SMELTER), None, MINE),
        ("bridge", told(MINE, SMELTER), None, None),
        ("group", told(FIRM), MINE, FIRM),
        ("company", told(FIRM), MINE, FIRM),
        ("company", told(MINE), MINE, None),
        ("lamp", told(MINE), MINE, None),
    ],
)
def test_what_a_noun_with_an_article_means(
    noun: str, discourse: Discourse, current: Entity | None, expected: Entity | None
) -> None:
    assert of_noun(noun, discourse, current) == expected


def test_that_city_is_the_one_named_last() -> None:
    discourse = told(LANZHOU, main=WUHAI)
    assert resolve(only("That city lost."), discourse, BAOTOU) == LANZHOU
    assert resolve(only("The city lost."), discourse, BAOTOU) == BAOTOU
    assert resolve(only("The city lost."), discourse, None) == WUHAI


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Baotou lost. In Wuhai rents fell. The city has 90 smelters.", "Wuhai"),
        ("Baotou lost. Wuhai won.\nThe city has 90 smelters.", "Baotou"),
        ("Baotou lost.\nWuhai won. It is old.\nThe city has 90 smelters.", "Wuhai"),
        ("Baotou lost. Rents are lower than in Wuhai. The city has 90 smelters.", "Baotou"),
        ("Baotou lost.\nWuhai won.\nBaotou lost. Rents fell. The city has 90 smelters.", "Baotou"),
    ],
)
def test_the_city_is_the_one_last_spoken_of(figures_of: Callable[[str], list[Figure]], text: str, place: str) -> None:
    assert [figure.place for figure in figures_of(f"{text}\nBaotou is in Inner Mongolia. Baotou won.")] == [place]


def test_former_and_latter_are_of_the_last_list() -> None:
    discourse = told()
    discourse.note_list((BAOTOU, LANZHOU))
    assert resolve(only("The former lost."), discourse, WUHAI) == BAOTOU
    assert resolve(only("The latter lost."), discourse, WUHAI) == LANZHOU
    assert resolve(only("The latter lost."), told(BAOTOU, LANZHOU), WUHAI) is None


@pytest.mark.parametrize(
    ("text", "listed", "named", "expected"),
    [
        ("The two lost.", (BAOTOU, LANZHOU), (), (BAOTOU, LANZHOU)),
        ("The two lost.", (), (BAOTOU, GANSU, LANZHOU), (BAOTOU, LANZHOU)),
        ("The two cities lost.", (), (BAOTOU, LANZHOU, GANSU), (BAOTOU, LANZHOU)),
        ("The two provinces lost.", (BAOTOU, LANZHOU), (GANSU, NINGXIA), (GANSU, NINGXIA)),
        ("The three lost.", (BAOTOU, LANZHOU), (), ()),
        ("The three cities lost.", (BAOTOU, LANZHOU), (WUHAI,), (BAOTOU, LANZHOU, WUHAI)),
        ("These cities lost.", (BAOTOU, LANZHOU, WUHAI), (), (BAOTOU, LANZHOU, WUHAI)),
        ("These provinces lost.", (BAOTOU, LANZHOU), (), ()),
        ("These provinces lost.", (), (GANSU,), ()),
    ],
)
def test_what_several_point_back_to(
    text: str, listed: tuple[Entity, ...], named: tuple[Entity, ...], expected: tuple[Entity, ...]
) -> None:
    discourse = told()
    if listed:
        discourse.note_list(listed)
    for entity in named:
        discourse.note(entity)
    assert pointed_at(only(text), discourse) == expected


def test_several_are_a_group() -> None:
    group = resolve(only("The two lost."), told(BAOTOU, WUHAI), None)
    assert group is not None
    assert (group.place_kind, group.members) == ("group", ("CN-1502", "CN-1503"))


def test_of_places_of_one_name_that_which_the_text_led_to() -> None:
    yulin = only("Yulin lost.")
    assert (resolve(yulin, told(), None) or BAOTOU).place_id == "CN-6108"
    assert (resolve(yulin, told(of_place(places()["CN-45"])), None) or BAOTOU).place_id == "CN-4509"
    assert (resolve(yulin, told(of_place(places()["CN-4509"])), None) or BAOTOU).place_id == "CN-4509"
    assert (resolve(yulin, told(of_place(places()["CN"])), None) or BAOTOU).place_id == "CN-6108"


def test_the_northwest_is_chinas_unless_the_text_is_about_another_country() -> None:
    northwest = only("Rents in the northwest fell.")
    assert (resolve(northwest, told(), None) or BAOTOU).place_id == "CN-northwest"
    assert (resolve(northwest, told(NORWAY, BAOTOU), None) or BAOTOU).place_id == "CN-northwest"
    assert resolve(northwest, told(NORWAY), None) is None


def test_a_person_is_nothing_that_a_figure_could_be_of() -> None:
    assert resolve(only("A word from Ouyang Li was heard."), told(BAOTOU), BAOTOU) is None
