"""Chinese names in pinyin."""

from __future__ import annotations

from pathlib import Path

import pytest

import pipeline.vocabulary

pytest.importorskip("pypinyin", reason="pypinyin makes the names; it is no part of the installed dataset's code")

from pipeline.vocabulary.make.pinyin import read_readings, romanised, syllables

READINGS = read_readings(Path(pipeline.vocabulary.__file__).parent / "data" / "places_readings.csv")


@pytest.mark.parametrize(
    ("name", "base", "english"),
    [
        ("抚顺市", "抚顺", "Fushun"),
        ("西安市", "西安", "Xi'an"),
        ("长治市", "长治", "Changzhi"),
        ("长子县", "长子", "Zhangzi"),
        ("朝阳市", "朝阳", "Chaoyang"),
        ("都江堰市", "都江堰", "Dujiangyan"),
        ("六安市", "六安", "Lu'an"),
        ("吕梁市", "吕梁", "Lüliang"),
        ("单县", "单", "Shan"),
        ("蔚县", "蔚", "Yu"),
    ],
)
def test_names_are_read_as_places_are(name: str, base: str, english: str) -> None:
    assert romanised(name, base, READINGS) == english


def test_a_syllable_is_what_one_character_reads() -> None:
    assert {"liang", "wang", "e"} <= syllables()
    assert syllables().isdisjoint({"fushun", "essen", ""})
