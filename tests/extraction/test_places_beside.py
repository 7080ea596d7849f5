"""Places named beside the one that a figure is of: what tells homonyms apart, what commas enclose, who speaks where."""

from __future__ import annotations

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import Figure, extract_figures
from pipeline.vocabulary.places import places


def figures(text: str) -> list[Figure]:
    return extract_figures(article_from_text(text, article_id="a", published="2021-05-07"))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The mill in Cambridge, Ontario, employs 450 people.", "CA"),
        ("Newcastle, the Australian coal port, has 508,000 people.", "AU"),
        ("London, a city in southwestern Ontario, has 404,000 people.", "CA"),
        ("The Spanish city of Valencia has 790,000 people.", "ES"),
        ("The Venezuelan city of Barcelona has 420,000 people.", "VE"),
        ("Perth (Scotland) has 47,000 people.", "GB"),
    ],
)
def test_a_homonym_is_the_one_of_the_country_beside_it(text: str, country: str) -> None:
    (one,) = figures(text)
    assert one.place_kind == "city"
    assert one.place_id is not None
    assert places()[one.place_id].country == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Turin, Italy's motor city, unemployment is 9 per cent.", "Turin"),
        ("In Antofagasta, Chile's copper capital, unemployment is 9 per cent.", "Antofagasta"),
        ("Turin, once Italy's motor city, has 860,000 people.", "Turin"),
        ("Richmond, the capital of Virginia, has 226,000 people.", "Richmond"),
        ("In Alberta, officials in Calgary said, unemployment fell to 7 per cent.", "Alberta"),
        ("Growers in Iowa, according to a survey made in Chicago, expect 14 tonnes a hectare.", "Iowa"),
        ("Peru's mines, around Oruro and Cuzco, employ 40,000 people.", "Peru"),
        ("The Swiss town of Biel owes 640m francs.", "Biel"),
        ("In Turin, Italy's exports, at 40 billion euros, were no topic.", "Italy"),
    ],
)
def test_what_commas_enclose_is_not_what_the_sentence_is_about(text: str, place: str) -> None:
    assert {one.place for one in figures(text)} == {place}
