"""Scopes: whose an amount is, what it is a share of or set against, and values said respectively."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.entities import of_place, of_subject
from pipeline.extraction.frames import plain
from pipeline.extraction.model import Figure
from pipeline.extraction.scene import Scene
from pipeline.extraction.scopes import compared_place, entity_of, share_owner, share_scope
from pipeline.extraction.topics import Discourse
from pipeline.vocabulary.places import places
from pipeline.vocabulary.rules import rules

SceneOf = Callable[[str], Scene]
FiguresOf = Callable[[str], list[Figure]]


def owner(figure: Figure) -> str | None:
    return figure.subject or figure.place


# ---------------------------------------------------------------------- whose an amount is
@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("Baotou's 23 smelters closed.", "Baotou", "owner-before"),
        ("Rents fell in Wuhai while Baotou's 23 smelters closed.", "Baotou", "owner-before"),
        ("Wuhai sold 650 lamps in Baotou.", "Baotou", "place-of-noun"),
        ("Wuhai has 650 workers of Baotou.", "Baotou", "place-of-noun"),
        ("Some 650 men stood there in Baotou.", "Baotou", "place-behind"),
        ("Baotou sold 650 lamps.", "Baotou", "topic-of-sentence"),
        ("Baotou lost, and 650 lamps were sold.", "Baotou", "topic-of-sentence"),
        ("Some 650 lamps were sold.", None, "topic-of-text"),
        ("Some 650 lamps were sold. Lamps are cheaper in Baotou. Baotou won.", "Baotou", "topic-of-text"),
        ("A total of 650 tonnes came out of the Heishan mine.", "Heishan mine", "place-behind"),
        ("Half of the 650 lamps were sold in Baotou.", "Baotou", "place-behind"),
        ("Baotou sold half of the 650 lamps.", "Baotou", "topic-of-sentence"),
    ],
)
def test_each_rule_finds_the_owner(figures_of: FiguresOf, text: str, expected: str | None, rule: str) -> None:
    figure = figures_of(text)[0]
    assert (owner(figure), rule in figure.rules) == (expected, True)


def test_an_amount_goes_on_with_the_topic_of_the_text(figures_of: FiguresOf) -> None:
    figure = figures_of("Baotou lost. Some 650 lamps were sold.")[0]
    assert (owner(figure), "topic-of-text" in figure.rules) == ("Baotou", True)


def test_a_pronoun_before_the_clause_gives_way_to_the_place_behind(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou lost. Its rents fell; 650 lamps were sold in Wuhai.")
    assert [owner(figure) for figure in figures] == ["Wuhai"]


def test_a_share_in_a_list_is_of_what_the_sentence_is_about_not_of_the_whole(figures_of: FiguresOf) -> None:
    text = "Baotou made 4 million tonnes, 47 per cent of all the provincial total and 9 per cent of all the country's."
    assert {owner(figure) for figure in figures_of(text)} == {"Baotou"}


def test_an_amount_that_moves_has_no_owner_right_before_it(scene_of: SceneOf) -> None:
    scene = scene_of("Baotou's 23 per cent drop near Wuhai hurt.")
    amount = scene.amounts[0]
    _, rule = entity_of(scene.site(amount), plain(amount, "rate", "rate"), scene.topics)
    _, owned = entity_of(scene.site(amount), plain(amount, "level", "level"), scene.topics)
    assert (rule, owned) == ("topic-of-sentence", "owner-before")


# ---------------------------------------------------------------------- shares and comparisons
BAOTOU = of_place(places()["CN-1502"])


def about_baotou() -> Discourse:
    discourse = Discourse(topic=BAOTOU)
    discourse.note(BAOTOU)
    return discourse


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It makes 14 per cent of the national total.", "national"),
        ("It makes a ninth of the country's steel.", "national"),
        ("It makes 14 per cent of China's steel.", "national"),
        ("It makes 14 per cent of mainland steel.", "national"),
        ("It makes a ninth of the provincial total.", "provincial"),
        ("It makes 14 per cent of the province's steel.", "provincial"),
        ("It makes 14 per cent of Gansu's steel.", "provincial"),
        ("It makes 14 per cent of the city's steel.", "city"),
        ("It makes 14 per cent of its steel at night.", "city"),
        ("It makes 14 per cent of their steel.", ""),
        ("It makes 14 per cent of all steel.", ""),
        ("It makes 14 per cent of all the steel that is sold in and around China.", ""),
    ],
)
def test_whose_whole_a_share_is_of(scene_of: SceneOf, text: str, scope: str) -> None:
    scene = scene_of(text)
    assert share_scope(scene.site(scene.amounts[0]), scene.mentions, about_baotou()) == scope


def test_a_whole_of_a_facilitys_own_is_no_places(scene_of: SceneOf) -> None:
    scene = scene_of("It makes 14 per cent of its steel.")
    mine = of_subject("Heishan mine", "facility", "mine", BAOTOU)
    assert share_scope(scene.site(scene.amounts[0]), scene.mentions, Discourse(topic=mine)) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It makes 14 per cent of the province's steel.", "Inner Mongolia"),
        ("It makes 14 per cent of Gansu's steel.", "Gansu"),
        ("It makes 14 per cent of its steel.", None),
        ("It makes 14 per cent of all the good steel of Gansu.", None),
    ],
)
def test_the_place_whose_whole_it_is(scene_of: SceneOf, text: str, expected: str | None) -> None:
    scene = scene_of(text)
    found = share_owner(scene.site(scene.amounts[0]), scene.mentions, about_baotou())
    assert (found and found.place) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents are 14 per cent above those of Wuhai.", "Wuhai"),
        ("Rents are 14 per cent above the provincial average.", "Inner Mongolia"),
        ("Rents are 14 per cent above those of the Heishan mine.", "Heishan mine"),
        ("Rents are 14 per cent above its own.", None),
        ("Rents are 14 per cent above the rest.", None),
        ("In Wuhai rents are 14 per cent above the rest.", None),
    ],
)
def test_what_an_amount_is_set_against(scene_of: SceneOf, text: str, expected: str | None) -> None:
    scene = scene_of(text)
    assert compared_place(scene.site(scene.amounts[0]), scene.mentions, about_baotou()) == expected


# ---------------------------------------------------------------------- respectively
def test_values_in_the_order_of_places(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou and Wuhai sold 650 and 410 lamps respectively.")
    assert [(figure.value, owner(figure)) for figure in figures] == [(650, "Baotou"), (410, "Wuhai")]
    assert all("respectively" in figure.rules for figure in figures)


def test_values_in_the_order_of_what_was_pointed_back_to(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou and Wuhai lost. The two sold 650 and 410 lamps respectively.")
    assert [(figure.value, owner(figure)) for figure in figures] == [(650, "Baotou"), (410, "Wuhai")]


def test_each_run_of_values_has_the_order_of_the_list(figures_of: FiguresOf) -> None:
    text = "Baotou, Wuhai and Lanzhou sold 650, 410 and 90 lamps, against 600, 400 and 80 lamps, respectively."
    assert [owner(figure) for figure in figures_of(text)] == ["Baotou", "Wuhai", "Lanzhou"] * 2


def test_values_that_other_words_part_are_no_run(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou and Wuhai sold 650 lamps at 40 yuan respectively.")
    assert not any("respectively" in figure.rules for figure in figures)


def test_values_of_another_number_than_the_list_keep_their_owner(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou and Wuhai sold 650 lamps respectively.")
    assert [figure.place_kind for figure in figures] == ["group"]


def test_as_many_values_as_places_are_each_of_their_own_without_the_word(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou and Wuhai sold 650 and 410 lamps.")
    assert [figure.place for figure in figures] == ["Baotou", "Wuhai"]


@pytest.mark.parametrize(
    "text",
    [
        "Baotou and Wuhai sold 650, 410 and 300 lamps.",
        "Baotou and Wuhai sold 650 lamps and 410 kettles.",
        "Baotou and Wuhai sold 650 lamps in 2011, 410 and 300 in 2012 and 2013.",
    ],
)
def test_other_values_are_of_all_places_together(figures_of: FiguresOf, text: str) -> None:
    assert {figure.place_kind for figure in figures_of(text)} == {"group"}


def test_what_moved_is_a_list_of_changes(figures_of: FiguresOf) -> None:
    figures = figures_of("Herne and Hagen lost 1,200 and 400 people respectively in 2019.")
    assert [(figure.place, figure.kind, figure.direction) for figure in figures] == [
        ("Herne", "change", "down"),
        ("Hagen", "change", "down"),
    ]


def test_facilities_are_told_apart_with_the_word(figures_of: FiguresOf) -> None:
    figures = figures_of("Stocks at the Longhu mine and the Xinglong mine were 650 and 410 tonnes respectively.")
    assert [figure.subject for figure in figures] == ["Longhu mine", "Xinglong mine"]


def test_the_shares_of_what_was_listed_are_in_its_order(figures_of: FiguresOf) -> None:
    text = "In Baotou the value added of the primary, secondary and tertiary industries was 2, 3 and 5 billion yuan;"
    figures = figures_of(f"{text} their shares were 20, 30 and 50 per cent.")
    kinds = ("primary", "secondary", "tertiary")
    assert [figure.indicator for figure in figures] == [
        *(f"{kind}_industry_value_added" for kind in kinds),
        *(f"{kind}_industry_share_of_gdp" for kind in kinds),
    ]
    assert [figure.kind for figure in figures] == ["level"] * 3 + ["share"] * 3


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Income in Zwickau is 1,900 euros a month, the lowest among Saxony's 13 districts.", "Zwickau"),
        ("Unemployment in Gary is the third-highest of Indiana's 92 counties.", "Gary"),
    ],
)
def test_a_rank_is_of_what_is_ranked(figures_of: FiguresOf, text: str, place: str) -> None:
    rank = figures_of(text)[-1]
    assert (rank.kind, rank.place) == ("rank", place)


def test_values_in_the_order_of_measures(figures_of: FiguresOf) -> None:
    figures = figures_of("In Baotou output of coal, cement and steel was 6.5, 4.1 and 3.2 million tonnes respectively.")
    assert [figure.indicator for figure in figures] == ["coal_output", "cement_output", "steel_output"]


@pytest.mark.parametrize(
    ("text", "indicators", "measured"),
    [
        (
            "Value added of the primary and secondary industries was 6.5 and 4.1 billion yuan respectively.",
            ["primary_industry_value_added", "secondary_industry_value_added"],
            ["primary industries", "secondary industries"],
        ),
        (
            "Per capita disposable income of urban and rural households was 6,500 and 4,100 yuan respectively.",
            ["urban_disposable_income_per_capita", "rural_disposable_income_per_capita"],
            ["urban per capita disposable income", "rural per capita disposable income"],
        ),
    ],
)
def test_values_in_the_order_of_kinds_of_one_measure(
    figures_of: FiguresOf, text: str, indicators: list[str], measured: list[str]
) -> None:
    figures = figures_of(text)
    assert [figure.indicator for figure in figures] == indicators
    assert [figure.measured for figure in figures] == measured


def test_values_that_cannot_be_of_the_listed_measures_are_not(figures_of: FiguresOf) -> None:
    text = (
        "The value added of the primary and secondary industries was 6.5 and 4.1 billion yuan respectively; "
        "their lamps weighed 65 and 41 tonnes."
    )
    *_, third, fourth = figures_of(text)
    assert "respectively" not in (*third.rules, *fourth.rules)


def test_only_the_first_list_of_measures_counts(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "Rents fell; coal output and steel output in Baotou, where wages rose, were 6 and 4 tonnes respectively."
    )
    assert [figure.indicator for figure in figures] == ["coal_output", "steel_output"]


def test_kinds_of_an_unknown_measure_stay_as_they_are(figures_of: FiguresOf) -> None:
    figures = figures_of("Output of garden gnomes of clay and glass was 650 and 410 tonnes respectively.")
    assert [figure.indicator for figure in figures] == [None, None]


def test_respectively_after_one_measure_changes_nothing(figures_of: FiguresOf) -> None:
    figures = figures_of("Wages in Baotou were 6,500 and 4,100 yuan respectively.")
    assert not any("respectively" in figure.rules for figure in figures)


# ---------------------------------------------------------------------- laws
VOCABULARY = (
    "Baotou Wuhai Gansu the it its there of in and and , . 650 lamps 41 per cent million yuan respectively sold was "
    "urban rural income national average than above total respectively"
)
PIECES = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(PIECES, min_size=1, max_size=40).map(lambda pieces: f"Lamps {' '.join(pieces)}"))
def test_every_figure_names_the_rule_that_gave_its_owner(text: str) -> None:
    known = {"restated", "ranked", *(rule.name for rule in rules().values() if rule.layer == "place")}
    for figure in read(article_from_text(text, article_id="invented", published="2022-03-15")).figures:
        assert not known.isdisjoint(figure.rules)


def test_what_was_told_of_two_kinds_moved_in_turn(figures_of: FiguresOf) -> None:
    text = "Townspeople in Zibo had a disposable income of 37,150 yuan and villagers 14,860 yuan, up 6 and 9 per cent."
    figures = figures_of(text)
    assert [figure.indicator for figure in figures[2:]] == [figure.indicator for figure in figures[:2]]
    assert len({figure.indicator for figure in figures}) == 2


def test_what_was_told_of_two_places_moved_in_turn(figures_of: FiguresOf) -> None:
    figures = figures_of("Gera has 93,000 inhabitants and Jena 110,000 inhabitants, up 1 and 3 per cent.")
    assert [figure.place for figure in figures] == ["Gera", "Jena", "Gera", "Jena"]


def test_a_sentence_that_begins_with_that_is_of_what_the_last_figure_was(figures_of: FiguresOf) -> None:
    text = "Gera is poor. Gera has mines. In Jena pay is 3,100 euros. That is a fifth more than in 2010."
    assert figures_of(text)[-1].place == "Jena"
