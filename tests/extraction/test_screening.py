"""Screening: amounts that are no figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction import screening
from pipeline.extraction.sites import Site

SiteOf = Callable[..., Site]

SCREENED = [
    ("exchange_key", "It cost $4 (a load = 1.9 tonnes).", 1),
    ("exchange_key", "It cost $4 (a load = 1.9 tonnes or 40 sacks).", 2),
    ("exchange_key", "The key is $1 = 7.1 yuan.", 0),
    ("exchange_key", "One mu is 667 square metres.", -1),
    ("conversion_key", "A sack of rye weighs 90 kg; a bushel of oats weighs 32 pounds.", -1),
    ("conversion_key", "One acre is about 4,047 square metres.", -1),
    ("conversion_key", "There are 4.5 litres in a gallon.", 0),
    ("conversion_key", "1 bushel of rye weighs 56 pounds.", 0),
    ("rejected_talk", "The mayor brushed aside talk of 600 dismissals.", 0),
    ("rejected_talk", "The bank poured cold water on reports that it will sell 30 branches.", 0),
    ("rejected_talk", "They speak of 900 layoffs, which the mill calls nonsense.", 0),
    ("rejected_talk", "There is no evidence that 90 kilns are cold.", 0),
    ("rejected_talk", "The quoted figure of 10,000 kilns is wrong.", 0),
    ("threshold", "Cars that emit more than 150 grams are taxed.", 0),
    ("threshold", "Ships longer than 300 metres stay out.", 0),
    ("sample", "Of 340 people asked, most were cold.", 0),
    ("typical_household", "A worker on 2,400 zloty a month is poor.", 0),
    ("typical_household", "A typical household using 3,000 kWh a year is cold.", 0),
    ("size_of_pack", "A bag of rye is 50 kg.", 0),
    ("asked_whether", "A ruling on whether to close four kilns is due.", 0),
    ("covered_by_document", "The bulletin covers six kilns.", 0),
    ("size_of_example", "A house with four bedrooms is sold.", 0),
    ("hypothetical", "We would sell the bonds above 101.", 0),
    ("hypothetical", "A toll would ruin it; so would ore at $90.", 0),
    ("hypothetical", "Should the state fix it at 528 yuan, take 200 yuan off.", -1),
    ("mark_of_traders", "A break of the $80 mark is feared.", 0),
    ("mark_of_traders", "Traders see support at $8,700.", 0),
    ("hypothetical", "Had rents stayed at 900 euros, it would be open.", 0),
    ("hypothetical", "Without the flood it would have been 40,000 tonnes.", 0),
    ("threshold", "Flats over 90 square metres are taxed.", 0),
    ("threshold", "The list names firms that employ at least 50 people.", 0),
    ("size_of_example", "A flat of 85 square metres costs a year's pay.", 0),
    ("size_of_example", "He wants a 45-square-metre unit.", 0),
    ("unit_of_price", "A month's pay barely buys half a square metre.", 0),
    ("threshold", "There are many firms with sales of 7 million yuan or more.", 0),
    ("grade", "They buy ore with 58 per cent iron.", 0),
    ("grade", "They burn bricks of 6 kWh.", 0),
    ("denied", "A rumour that it will shut 9 schools is untrue.", 0),
    ("negated", "The price isn't 40 yuan.", 0),
    ("negated", "There were not 40 kilns.", 0),
    ("hypothetical", "If rents fell by 30 per cent, all would be well.", 0),
    ("of_the_speaker", "I planted 85 mu.", 0),
    ("of_the_speaker", "I earn 4,700 yuan.", 0),
    ("of_the_speaker", "They sold half of my machines.", 0),
    ("of_one_person", "She takes home 4,700 yuan.", 0),
    ("of_one_person", "It was 40 yuan for him.", 0),
    ("of_one_person", "He taught in his pupils' homes 17 lessons.", 0),
    ("sample", "The 23 kilns that we track are cold.", 0),
    ("sample", "The 85 shops in the survey sold less.", 0),
    ("sample", "We polled 46 mills.", 0),
    ("sample", "A survey of 1,200 shops was made.", 0),
    ("exchange_key", "One lakh is 100,000.", 0),
    ("exchange_key", "One pound is 0.4536 kg.", 0),
    ("base_of_rate", "Of every 100 rupees they get 28.", 0),
    ("exchange_key", "It is converted at 1,350 jin a tonne.", 0),
    ("grade", "Its 7.5 per cent bonds fell.", 0),
    ("grade", "Coal at 5,200 kcal is dear.", 0),
    ("size_of_example", "A 55 sq m flat is let.", 0),
    ("grade", "They pay 60 dollars for 25 per cent concentrate.", 1),
    ("grade", "Ore of 62 per cent iron is dear.", 0),
    ("end_of_scale", "It came second on a scale of five.", 0),
    ("end_of_scale", "They gave it 3.4 on a scale of one to ten.", -1),
    ("size_of_pack", "They get 1,850 shillings for a 60-kg bag.", 1),
    ("of_document", "The report ran to 37 pages.", 0),
    ("hypothetical", "Were corn to fall below $38 it would close.", 0),
    ("hypothetical", "Should the state set prices at 610 yuan, it would close.", 0),
    ("hypothetical", "Even if fees fell by 2 per cent, it wouldn't close.", 0),
    ("hypothetical", "A toll of 8 francs would ruin the mill.", 0),
    ("passed_mark", "It was the first price under 240 yuan since May.", 0),
    ("of_the_speaker", "I've got 1,150 mu of maize.", 0),
    ("of_one_person", "He has planted 450 larches of his own.", 0),
    ("base_of_rate", "It has 270 beds for every 100,000 people.", 1),
    ("base_of_rate", "Of every 100 kilns 41 are cold.", 0),
    ("threshold", "Farms with fewer than 20 cows are exempt.", 0),
    ("threshold", "It lends to companies earning more than 3 million euros.", 0),
    ("divisions", "It is larger than the 32 boroughs of London.", 0),
    ("divisions", "It is larger than Osaka's 24 wards.", 0),
    ("denied", "They deny that 40 schools will close.", 0),
    ("hypothetical", "Suppose a mill owns 30 kilns.", 0),
    ("hypothetical", "The mill would close if rents fell by 30 per cent.", 0),
    ("only_talked_of", "That is less than the 4,000 that ministers used to talk of.", 0),
    ("of_the_speaker", "When the rain came I harvested and sold 30 tonnes.", 0),
    ("of_one_person", "She keeps 30 cows.", 0),
    ("of_one_person", "The school, with 300 pupils in her time, is closed.", 0),
    ("of_one_person", "A nurse who earns 5,200 yuan a month left.", 0),
    ("of_one_person", "He lives with his two sons.", 0),
    ("of_one_person", "The miner has three children.", 0),
    ("typical_household", "A family with two children would pay more.", 0),
    ("typical_household", "Any farmer with 30 hectares gets help.", 0),
    ("observed", "A reporter counted cars in 14 drives.", 0),
]


@pytest.mark.parametrize(("rule", "text", "nth"), SCREENED)
def test_the_rule_that_screens_is_the_one_for_it(site_of: SiteOf, rule: str, text: str, nth: int) -> None:
    site = site_of(text, nth)
    found = next(one for one in screening.RULES if one.__name__ == rule)(site)
    assert found is not None
    assert found[0] in ("specification", "other", "name")
    assert screening.screen(site) == found


@pytest.mark.parametrize(
    "text",
    [
        "The plant is 85 square metres.",
        "The 16-acre plot is bare.",
        "It employs 900 people, which they say is false economy.",
        "The bags weighed 50 kg.",
        "It is no record: the best brought 23 yuan.",
        "The figure of 23 kilns is known.",
        "The cars that emit more than 150 grams are sold.",
        "The ship is longer than 300 metres.",
        "The workers on 2,400 zloty a month are poor.",
        "They asked 340 yuan.",
        "The house with four bedrooms is sold.",
        "The roof covers six kilns.",
        "We would make ore at 23 kilns.",
        "It built a plot of 3 hectares.",
        "A flat of the firm costs 85 yuan.",
        "The firm sold 1,400 flats.",
        "Firms have sales of 7 million yuan.",
        "It grew with 58 per cent of the vote.",
        "It is the town with 58 per cent more kilns.",
        "They made a case of 400 kWh.",
        "Not only 40 kilns went cold.",
        "It is not just 40 kilns.",
        "The firm planted 85 mu.",
        "Her firm has 40 kilns.",
        "The 23 kilns that they own are cold.",
        "We have 23 kilns.",
        "They want not less than 23 kilns.",
        "A plant of 23 kilns would cost much.",
        "It is cold, even if that is the last of 23 kilns.",
        "Should we go, we shall keep 23 kilns.",
        "When I came home there were 23 kilns.",
        "I remember when the town had 23 kilns.",
        "Part of the works, i.e. 23 kilns, is cold.",
        "It shut twelve mines with more than 30,000 workers.",
        "It is a town with more than 30,000 people.",
        "It is the lowest among Japan's 47 prefectures.",
        "They asked if 23 kilns were cold.",
        "They will pay if it rains, but 23 kilns are cold.",
        "The 40 kilns that the firm talked to the city about are 23.",
        "He wants to close 23 schools.",
        "The census counted 23 kilns.",
        "A hectare of vines makes 6 tonnes.",
        "A kilo of rye is 3 euros.",
        "The mayor spoke of 900 layoffs, which would cost much.",
        "The mayor dismissed the board, and a report of 900 layoffs was read.",
        "It is to be asked whether the 300 kilns are cold.",
        "Rye broke through the $80 mark.",
        "Its support of $8,700 ended.",
        "It would have been a stately kiln of 40 tonnes.",
        "It has 23 kilns over 90 square metres of glass.",
        "It is one of 12 firms that employ at least 50 people.",
    ],
)
def test_what_only_looks_like_it_passes(site_of: SiteOf, text: str) -> None:
    assert screening.screen(site_of(text)) is None


def test_every_rule_is_asked_and_tested() -> None:
    assert {rule.__name__ for rule in screening.RULES} == {rule for rule, _, _ in SCREENED}
