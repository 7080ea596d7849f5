"""Currencies: what each way of writing money means, and that the tables are what their script makes."""

from __future__ import annotations

import re

import pytest

from pipeline.vocabulary.currencies import currencies, currency_codes, currency_names, currency_symbols

SURFACES = [*currency_names().values(), *currency_symbols().values(), *currency_codes().values()]


def test_about_as_many_currencies_as_the_world_has() -> None:
    assert 150 <= len(currencies()) <= 180


def test_codes_are_three_capitals() -> None:
    assert [code for code in currencies() if not re.fullmatch("[A-Z]{3}", code)] == []


def test_every_currency_can_be_written() -> None:
    assert set(currency_codes()) == set(currencies())
    assert [currency.code for currency in currencies().values() if not currency.names] == []


def test_every_surface_leads_to_known_currencies() -> None:
    assert [name for name in SURFACES if not {name.code, *name.readings} <= set(currencies())] == []


def test_a_surface_is_worth_at_most_one_unit() -> None:
    assert [name for name in SURFACES if not 0 < name.factor <= 1] == []


def test_readings_are_several_and_start_with_the_usual_one() -> None:
    shared = [name for name in SURFACES if name.readings]
    assert shared
    assert [name for name in shared if name.readings[0] != name.code or len(set(name.readings)) < 2] == []


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("yuan", "CNY"),
        ("renminbi", "CNY"),
        ("kuai", "CNY"),
        ("dollars", "USD"),
        ("us dollars", "USD"),
        ("u.s. dollars", "USD"),
        ("hong kong dollars", "HKD"),
        ("australian dollars", "AUD"),
        ("euros", "EUR"),
        ("pounds", "GBP"),
        ("egyptian pounds", "EGP"),
        ("yen", "JPY"),
        ("won", "KRW"),
        ("roubles", "RUB"),
        ("rubles", "RUB"),
        ("zlotys", "PLN"),
        ("rand", "ZAR"),
        ("naira", "NGN"),
        ("baht", "THB"),
        ("dong", "VND"),
        ("real", "BRL"),
        ("hryvnias", "UAH"),
        ("ringgit", "MYR"),
        ("rupees", "INR"),
        ("shekels", "ILS"),
        ("danish kroner", "DKK"),
        ("croatian kuna", "HRK"),
        ("marks", "DEM"),
        ("tugrik", "MNT"),
    ],
)
def test_name_means_its_currency(surface: str, code: str) -> None:
    assert currency_names()[surface].code == code


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        ("$", "USD"),
        ("US$", "USD"),
        ("C$", "CAD"),
        ("A$", "AUD"),
        ("HK$", "HKD"),
        ("NT$", "TWD"),
        ("S$", "SGD"),
        ("R$", "BRL"),
        ("RM", "MYR"),
        ("Rs", "INR"),
        ("£", "GBP"),
        ("€", "EUR"),
        ("¥", "JPY"),
        ("RMB", "CNY"),
        ("Rmb", "CNY"),
        ("₹", "INR"),
        ("₽", "RUB"),
        ("zł", "PLN"),
        ("₩", "KRW"),
        ("₪", "ILS"),
    ],
)
def test_symbol_means_its_currency(symbol: str, code: str) -> None:
    assert currency_symbols()[symbol].code == code


def test_the_yen_sign_may_be_the_yuans() -> None:
    assert currency_symbols()["¥"].readings == ("JPY", "CNY")


def test_a_shared_noun_keeps_all_its_readings_and_a_full_name_has_one() -> None:
    dollar = currency_names()["dollar"]
    assert dollar.readings[0] == "USD"
    assert {"CAD", "AUD", "HKD", "SGD"} <= set(dollar.readings)
    assert currency_names()["canadian dollar"].readings == ()


@pytest.mark.parametrize("word", ["won", "real", "pound", "pounds", "rand", "mark"])
def test_ordinary_words_are_marked_ambiguous(word: str) -> None:
    assert currency_names()[word].ambiguous


@pytest.mark.parametrize("word", ["yuan", "dollars", "euro", "us dollar"])
def test_plain_money_words_are_not_ambiguous(word: str) -> None:
    assert not currency_names()[word].ambiguous


@pytest.mark.parametrize(("code", "word"), [("ALL", "all"), ("TOP", "top"), ("TRY", "try"), ("CUP", "cup")])
def test_codes_that_spell_words_are_ambiguous(code: str, word: str) -> None:
    assert code.lower() == word
    assert currency_codes()[code].ambiguous


@pytest.mark.parametrize(
    ("surface", "code", "factor"),
    [("cents", "USD", 0.01), ("pence", "GBP", 0.01), ("jiao", "CNY", 0.1), ("fen", "CNY", 0.01)],
)
def test_parts_of_a_unit(surface: str, code: str, factor: float) -> None:
    name = currency_names()[surface]
    assert (name.code, name.factor) == (code, factor)


def test_names_are_lower_case_and_trimmed() -> None:
    assert [name for name in currency_names() if name != " ".join(name.lower().split())] == []


def test_a_currency_lists_the_names_that_mean_it() -> None:
    yuan = currencies()["CNY"]
    assert {"yuan", "renminbi", "chinese yuan"} <= set(yuan.names)
    assert "RMB" in yuan.symbols
    assert "fen" not in yuan.names


def test_tables_are_what_their_script_makes() -> None:
    """Whoever edits a table by hand, and not the overrides, learns of it here."""
    pytest.importorskip("babel")
    from pipeline.vocabulary.make import currencies as make

    made = make.tables()
    assert {name: (make.DATA / name).read_text("utf-8") for name in made} == made
