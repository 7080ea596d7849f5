"""Tables that are looked up without being parsed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vocabulary.make.rows import sorted_csv
from pipeline.vocabulary.sorted_rows import SortedRows

KEYS = st.text(st.characters(exclude_characters=',"\n\r', exclude_categories=["Cs"]), min_size=1)
CELLS = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]))


@given(table=st.dictionaries(KEYS, CELLS, max_size=30), absent=KEYS)
def test_a_table_gives_back_what_was_laid_out(
    table: dict[str, str], absent: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("rows") / "table.csv"
    path.write_text(sorted_csv(("key", "cell"), table.items()), encoding="utf-8", newline="")
    rows = SortedRows(path)
    assert {key: rows[key] for key in rows} == {key: (cell,) for key, cell in table.items()}
    assert len(rows) == len(table)
    assert (absent in rows) == (absent in table)


def test_a_key_is_not_found_with_the_value_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(sorted_csv(("key", "cell"), [("Fushun", "CN-2104")]), encoding="utf-8")
    rows = SortedRows(path)
    assert rows.columns == ("key", "cell")
    assert rows["Fushun"] == ("CN-2104",)
    for absent in ("Fushun,CN-2104", "Fushun,", "Fush", "Fushun ", ""):
        assert absent not in rows


@pytest.mark.parametrize("key", ["Washington, D.C.", 'a "name"', "two\nlines"])
def test_a_key_that_could_not_be_found_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no comma and no quote"):
        sorted_csv(("key", "cell"), [(key, "x")])
