"""Levels and changes: what an amount in a unit measures, and what moved by so many per cent.

Belongs here: the order in which the rules are asked. Does not: shares of a whole (`shares`), what ratios and gaps make
of an indicator (`families`).
"""

from __future__ import annotations

from pipeline.extraction.binding import (
    alone,
    alternatives,
    capacity,
    costs,
    counts,
    earlier,
    fields,
    funding,
    gapped,
    happenings,
    homes,
    in_focus,
    kinds,
    nearby,
    of_places,
    pointing,
    prices,
    production,
    spreads,
    sums,
    verbs,
)
from pipeline.extraction.binding.as_much import as_much
from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.rule import Rules
from pipeline.extraction.binding.unknown import words_of_subject

RULES = Rules(
    (
        as_much,
        nearby.area_of_building,
        happenings.happening_to_land,
        happenings.happening_to_unnamed,
        production.area_of_crop,
        production.yield_of_crop,
        capacity.capacity_of_plant,
        capacity.capacity_of_described,
        fields.injected,
        fields.recovery,
        capacity.capacity,
        alternatives.product_of_pair,
        alone.product_beside,
        production.product_behind,
        alone.product_counted,
        counts.counted_them,
        production.noun_behind,
        counts.counted,
        counts.counted_subject,
        counts.census,
        earlier.growth_of_told,
        pointing.said_of_told,
        gapped.further_product,
        kinds.other_kind,
        kinds.ratio_of_kinds,
        nearby.theme_of_amount,
        nearby.words_of_amount,
        earlier.contrasted,
        of_places.output_of_place,
        nearby.months_to_sell,
        nearby.travel_time,
        nearby.service_frequency,
        nearby.object_of_change,
        homes.rent,
        spreads.spread,
        spreads.yield_of_bond,
        prices.margin,
        costs.cost_taken,
        costs.cost_of_doing,
        costs.cost_of_making,
        prices.cost_of_work,
        homes.price_of_home,
        homes.paid_by_buyers,
        prices.price_of_product,
        prices.dearer,
        sums.damage,
        sums.insurance,
        sums.grant,
        sums.income_a_head,
        sums.wage,
        sums.subsidy,
        sums.payment_to,
        sums.takings,
        prices.price_of_each,
        prices.price_again,
        prices.price_of_thing,
        verbs.verb,
        verbs.verb_of_relative,
        production.stored,
        earlier.bare_measure,
        earlier.said_again,
        alone.product_alone,
        nearby.theme_before,
        of_places.economy,
        production.of_facility,
        production.of_barrels,
        fields.gas_by_the_foot,
        in_focus.made_of_focus,
        in_focus.price_of_focus,
        funding.funding,
        nearby.theme_behind,
        of_places.dwindled,
        alternatives.measure_of_pair,
        earlier.inherited,
        of_places.people_of_place,
    )
)
"""From what is said of the amount itself to what is only told before."""


def of_level(case: Case) -> Bound:
    """What an amount measures that is no share of a whole; the words before it where no rule knows."""
    return RULES.first(case) or words_of_subject(case)
