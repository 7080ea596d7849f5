"""Costs: what money measures that it takes to make, lift or do something.

Belongs here: verbs of costing and taking, with what is done. Does not: what things are sold for (`prices`), what was
spent on building them (`prices.cost_of_work`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.prices import COST_VERBS, FARTHEST_VERB, PHYSICAL, product_meant, sold_at
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.implications import may_imply, product_verb
from pipeline.extraction.sites import starting_in
from pipeline.extraction.wording import is_content
from pipeline.vocabulary.products import Product
from pipeline.vocabulary.units import unit_names

_FARTHEST_DOING = 10
_ONE = frozenset({"a", "an", "one", "each", "every"})
_TAKING = frozenset({"take", "takes", "took", "taken", "taking", "need", "needs", "needed"})


@reads(kinds=["money"], words=_TAKING)
def cost_taken(case: Case) -> Bound | None:
    """As in "to produce a barrel there takes $58", "it took 2,300 yuan to smelt a tonne"."""
    if case.last_of(_TAKING, max(case.start, case.amount.begin - FARTHEST_VERB), case.amount.begin) is None:
        return None
    near = (
        *range(max(0, case.start - _FARTHEST_DOING), case.amount.begin),
        *range(case.amount.last, case.amount.last + 2),
    )
    for at in near:
        unit = at + 3
        if case.word(at) != "to" or case.word(unit - 1) not in _ONE or case.word(unit) not in unit_names():
            continue
        product, _ = product_meant(case)
        if product_verb(case.tokens, at + 1, product) == "output" or (product is None and may_imply(case.word(at + 1))):
            by_barrel = case.word(unit) == "barrel"
            made = "lifting_cost" if by_barrel else _cost_of_making(case, product)
            return Bound(made, f"cost to {case.text(at + 1, unit + 1)}", "cost-of-doing")
    return None


@reads(kinds=["money"], words=COST_VERBS)
def cost_of_doing(case: Case) -> Bound | None:
    """As in "it costs $47 a barrel to pump", "making a tonne costs 2,300 yuan"."""
    at = sold_at(case)
    if at is None or case.word(at) not in COST_VERBS or case.word(case.amount.last) != "to":
        return None
    first = case.amount.last + 1
    if first >= len(case.tokens) or not is_content(case.tokens[first]):
        return None
    words = case.text(first, _end_of_doing(case, first))
    if case.amount.per is None or case.amount.per.kind not in PHYSICAL:
        return Bound(None, f"cost to {words}", "cost-of-doing")
    done_to = starting_in(case.products, first, case.stop)
    product = done_to[0].product if done_to else product_meant(case)[0]
    if product_verb(case.tokens, first, product) != "output":
        return Bound(None, f"cost to {words}", "cost-of-doing")
    return Bound(_cost_of_making(case, product), f"cost to {words}", "cost-of-doing")


def _cost_of_making(case: Case, product: Product | None) -> str:
    by_barrel = case.amount.per is not None and case.amount.per.written.startswith("barrel")
    if by_barrel or (product is not None and product.product_id == "crude_oil"):
        return "lifting_cost"
    return (product.measures.get("cash_cost") if product is not None else None) or "production_cost"


@reads(kinds=["money"], words=COST_VERBS)
def cost_of_making(case: Case) -> Bound | None:
    """As in "making a tonne of steel costs 3,400 yuan": the subject is what is done."""
    at = sold_at(case)
    if at is None or case.word(at) not in COST_VERBS:
        return None
    product, _ = product_meant(case)
    for i in range(case.start, at):
        if case.word(i).endswith("ing") and product_verb(case.tokens, i, product) == "output":
            return Bound(_cost_of_making(case, product), f"cost of {case.text(i, at)}", "cost-of-doing")
    return None


def _end_of_doing(case: Case, first: int) -> int:
    stop = min(case.stop, first + 8)
    return next((k for k in range(first + 1, stop) if case.tokens[k].kind != "w"), max(stop, first + 1))
