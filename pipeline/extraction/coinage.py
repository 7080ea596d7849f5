"""Coinage: whose money a text means that says no more than "pesos", "crowns", "rupees" or "cents".

Belongs here: the choice among the currencies that share a name, by the country of the text, and whose cents are told
by the money beside them. Does not: finding amounts
(`amounts`), the currencies that share a name (`pipeline.vocabulary.currencies`), signs such as "$".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.amounts.amount import unit_name
from pipeline.vocabulary.currencies import currency_names
from pipeline.vocabulary.language import words

_WORLD_MONEY = "USD"
"""Dollars are told of any country; without another word they are American."""
_COINS = frozenset({"cent", "cents"})
_DIVIDED = words("coinage", "divided_into_cents")
"""Currencies, lower case, that have a hundred cents."""
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


def in_cents(amounts: Sequence[Amount], told: str | None) -> list[Amount]:
    """The amounts, cents read as those of the money before them, else behind them, else as `told` last."""
    if not any(_is_coin(amount) for amount in amounts):
        return list(amounts)
    out: list[Amount] = []
    for i, amount in enumerate(amounts):
        near = (*reversed(out), *amounts[i + 1 :]) if _is_coin(amount) else ()
        beside = (one.measure.unit for one in near if one.kind == "money" and one.measure and not _is_coin(one))
        currency = next(beside, told)
        divided = _is_coin(amount) and currency is not None and currency.lower() in _DIVIDED
        out.append(_in_currency(amount, currency) if divided and currency is not None else amount)
    return out


def _is_coin(amount: Amount) -> bool:
    return amount.measure is not None and amount.measure.written in _COINS


def _in_currency(amount: Amount, currency: str) -> Amount:
    if amount.measure is None:
        return amount
    measure = replace(amount.measure, unit=currency, unit_id=currency)
    return replace(amount, measure=measure, unit=unit_name(measure, amount.per))
