"""Products: coal, crude oil, wheat and the like, and the indicators that each of them has (output, reserves, price).

Belongs here: loading `data/products.toml` and filling its templates. Does not: reading "dug up 5 million tonnes of
coal" in a text; indicators that concern no product (`indicators.py`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.vocabulary.indicator import Indicator
from pipeline.vocabulary.units import quantity_kind

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Product:
    """Something that a place makes, digs up or sells.

    `label` is its name before another noun ("car", "crude oil"); `words` name it in a text, lower case, the usual one
    first; `unit` is the base unit of a quantity of it and
    `other_kinds` the further quantity kinds in use. `measures` maps a measure (output, reserves, price, capacity,
    stocks, exports, imports, consumption, sales, sown_area, yield, reserves_additions) to the id of its indicator.
    `verbs` say that it is produced, lemmas of this product first, then those of all products. `meant` is for a name
    that several products share ("ore"): the product that a text means by it which has named another, by that one's id.
    """

    product_id: str
    label: str
    words: tuple[str, ...]
    unit: str
    other_kinds: tuple[str, ...]
    measures: Mapping[str, str]
    verbs: tuple[str, ...]
    meant: Mapping[str, str]


@cache
def products() -> Mapping[str, Product]:
    """All products by id, in the order of the data file."""
    return MappingProxyType({key: _product(key, entry) for key, entry in _table()["product"].items()})


@cache
def product_words() -> Mapping[str, Product]:
    """Lower-case word or phrase -> product."""
    return MappingProxyType({word: product for product in products().values() for word in product.words})


@cache
def measure_verbs() -> Mapping[str, str]:
    """Lemma -> measure that it signifies of any product: "produce" -> output, "burn" -> consumption."""
    return MappingProxyType({verb: measure for measure, verbs in _table()["verbs"].items() for verb in verbs})


@cache
def measure_nouns() -> Mapping[str, str]:
    """Noun, lower case -> measure that it names of any product: "production" -> output, "inventories" -> stocks."""
    return MappingProxyType({noun: measure for measure, nouns in _table()["nouns"].items() for noun in nouns})


def product_indicators() -> Iterator[Indicator]:
    """The indicators of all products, from the templates of their measures."""
    table = _table()
    for key, entry in table["product"].items():
        for name in entry["measures"]:
            further = entry.get("phrases", {}).get(name, ())
            yield _indicator(products()[key], table["measure"][name], further)


@cache
def _table() -> Mapping[str, Any]:
    with (_DATA / "products.toml").open("rb") as file:
        return tomllib.load(file)


def _product(product_id: str, entry: Mapping[str, Any]) -> Product:
    templates = _table()["measure"]
    # What is harvested is output as well: readers of the vocabulary ask every product for `output`.
    measures = {
        "output" if name == "harvest" else name: templates[name]["id"].format(product=product_id)
        for name in entry["measures"]
    }
    return Product(
        product_id=product_id,
        label=entry.get("attributive", entry["words"][0]),
        words=tuple(entry["words"]),
        unit=entry["unit"],
        other_kinds=tuple(entry.get("also", ())),
        measures=MappingProxyType(measures),
        verbs=(*entry.get("verbs", ()), *_trade(entry), *_table()["verbs"]["output"]),
        meant=MappingProxyType({named: one for one, others in entry.get("meant", {}).items() for named in others}),
    )


def _trade(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The verbs of the product's trade."""
    return tuple(_table()["trades"][entry["trade"]]) if "trade" in entry else ()


def _indicator(product: Product, template: Mapping[str, Any], further: Iterable[str]) -> Indicator:
    unit = _unit(product.unit, template)
    kind = quantity_kind(unit)
    if kind is None:
        raise ValueError(
            f"products.toml: {product.product_id} gives {unit!r} as the unit of {template['id']!r}, which is no base "
            "unit of units.toml; correct `unit` of the product or of the measure"
        )
    name = product.words[0]
    label = template["label"].format(name=name, attributive=product.label)
    return Indicator(
        indicator_id=template["id"].format(product=product.product_id),
        label=label[0].upper() + label[1:],
        definition=template["definition"].format(name=name),
        quantity_kind=kind,
        unit=unit,
        nature=template["nature"],
        phrases=(*(phrase.format(word=word) for word in product.words for phrase in template["phrases"]), *further),
        other_kinds=_other_kinds(product, template),
        signed=template.get("signed", False),
    )


def _unit(unit: str, template: Mapping[str, Any]) -> str:
    if "unit" in template:
        return str(template["unit"])
    if template.get("price"):
        return "currency" if unit == "1" else f"currency/{unit}"
    return f"{unit}/{template['per']}" if "per" in template else unit


def _other_kinds(product: Product, template: Mapping[str, Any]) -> tuple[str, ...]:
    if "unit" in template:
        return ()
    if template.get("price"):
        return ("money", *(f"money/{kind}" for kind in product.other_kinds if "/" not in kind))
    return (*product.other_kinds, "money") if template.get("money") else product.other_kinds
