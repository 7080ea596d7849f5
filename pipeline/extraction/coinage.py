"""Coinage: which country's money a text means that says no more than "pesos", "crowns" or "rupees".

Belongs here: the choice among the currencies that share a name, by the country of the text. Does not: finding amounts
(`amounts`), the currencies that share a name (`pipeline.vocabulary.currencies`), signs such as "$".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.amounts.amount import unit_name
from pipeline.vocabulary.currencies import currency_names

_WORLD_MONEY = "USD"
"""Dollars are told of any country; without another word they are American."""
_RULE = "money-of-country"


def in_coin(amounts: Iterable[Amount], country: str | None) -> list[Amount]:
    """The amounts, money of a shared name read as that of the country (ISO 3166-1) which the text is about."""
    return [_of_country(amount, country) if country and amount.kind == "money" else amount for amount in amounts]


def _of_country(amount: Amount, country: str) -> Amount:
    """The amount in the country's own money: a currency's code begins with that of its country."""
    measure = amount.measure
    name = currency_names().get(measure.written.lower()) if measure is not None else None
    if measure is None or name is None or not name.readings or name.code == _WORLD_MONEY:
        return amount
    code = next((code for code in name.readings if code.startswith(country)), measure.unit)
    if code == measure.unit:
        return amount
    own = replace(measure, unit=code, unit_id=code)
    return replace(amount, measure=own, unit=unit_name(own, amount.per), rules=(*amount.rules, _RULE))
