"""The order in which a bare number is offered a unit, from what stands beside it to what was told before.

Belongs here: the registry, and asking it. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.bare_numbers.alternatives import one_of_two
from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.continuing import (
    foreseen,
    goes_on,
    inserted,
    it_was,
    like_sentence_before,
    moved_beside,
    moved_by,
    people_told_of,
    price_again,
    scaled_alike,
    spent,
    step_from_told,
)
from pipeline.extraction.bare_numbers.counts import counted_again, more_of_them, number_in_brackets, of_antecedent_noun
from pipeline.extraction.bare_numbers.measures import (
    by_rate,
    by_the_thousand,
    fronted,
    in_unit,
    labelled,
    number_of,
    of_antecedent,
    of_extreme,
    of_theme,
    ratio_of_two,
    share,
    spoken_of,
)
from pipeline.extraction.bare_numbers.pairs import (
    compared,
    definite,
    from_to,
    in_brackets,
    level_of_change,
    listed_alike,
    moved_alike,
    multiplied,
    of_next_place,
    of_place_told_beside,
    of_what_was_told,
    of_which,
    part_of_whole,
)
from pipeline.extraction.bare_numbers.persons import (
    counted_by_census,
    done_to_people,
    numbering,
    of_settlement,
    place_dwindled,
)
from pipeline.extraction.figures import Reading
from pipeline.extraction.registry import registry
from pipeline.extraction.scene import Scene
from pipeline.extraction.sites import Site


def with_unit(scene: Scene, site: Site, readings: Sequence[Reading]) -> Lent | None:
    """The amount of a site with a unit: its own, or that of what a bare number continues; null where there is none."""
    amount = site.amount
    if amount.unit is not None:
        return Lent(amount)
    bare = BareNumber(
        site.tokens,
        site.clauses,
        amount,
        theme=scene.theme_before(site),
        cues=scene.cues,
        themes=scene.themes,
        readings=readings,
        told=scene.context.readings,
        spoken_of=scene.told[-1] if len(scene.told) > len(scene.context.readings) else None,
        amounts=scene.amounts,
        topics=scene.topics,
        dated=scene.dated,
    )
    for rule in RULES.asked(site.clauses.said):
        found = rule(bare)
        if found is not None:
            return found
    return None


RULES = registry(
    (
        part_of_whole,
        from_to,
        multiplied,
        in_unit,
        compared,
        definite,
        by_the_thousand,
        by_rate,
        moved_alike,
        moved_beside,
        of_next_place,
        of_place_told_beside,
        done_to_people,
        place_dwindled,
        numbering,
        counted_by_census,
        ratio_of_two,
        number_of,
        one_of_two,
        price_again,
        number_in_brackets,
        in_brackets,
        step_from_told,
        it_was,
        inserted,
        foreseen,
        listed_alike,
        of_antecedent_noun,
        of_which,
        of_what_was_told,
        of_extreme,
        fronted,
        of_antecedent,
        spent,
        more_of_them,
        goes_on,
        of_theme,
        labelled,
        share,
        counted_again,
        spoken_of,
        scaled_alike,
        moved_by,
        like_sentence_before,
        people_told_of,
        of_settlement,
        level_of_change,
    )
)
"""From what stands beside the number to what was told before."""
