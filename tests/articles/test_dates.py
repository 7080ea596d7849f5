from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.dates import parse_published


@given(st.dates())
def test_a_day_allows_itself_alone(day: date) -> None:
    published = parse_published(day.isoformat())
    assert (published.written, published.start, published.end) == (day.isoformat(), day, day)


@given(st.dates(max_value=date(9999, 11, 30)))
def test_a_month_allows_the_day_and_ends_before_the_next_month(day: date) -> None:
    published = parse_published(day.isoformat()[:7])
    assert published.start <= day <= published.end
    assert published.start.day == 1
    assert (published.end + timedelta(days=1)).day == 1
    assert (published.end - published.start).days < 31


@given(st.dates(max_value=date(9998, 12, 31)))
def test_a_year_allows_all_its_days_and_no_other(day: date) -> None:
    published = parse_published(day.isoformat()[:4])
    assert published.start <= day <= published.end
    assert (published.start - timedelta(days=1) if day.year > 1 else date.min).year in (day.year - 1, 1)
    assert (published.end + timedelta(days=1)).year == day.year + 1


@given(st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True))
def test_what_is_accepted_is_what_the_calendar_has(written: str) -> None:
    try:
        date.fromisoformat(written + "-01-01"[len(written) - 4 :])
    except ValueError:
        with pytest.raises(ValueError, match="there is no"):
            parse_published(written)
    else:
        assert parse_published(written).written == written


@given(st.text())
def test_any_text_is_a_date_or_a_value_error(written: str) -> None:
    with suppress(ValueError):
        published = parse_published(written)
        assert published.start <= published.end


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2021-02-30", "'2021-02-30': there is no such day"),
        ("2021-13", "'2021-13': there is no month 13"),
        ("0000", "'0000': there is no year 0000"),
        ("2019/05/07", "not written as"),
        ("7 May 2019", "not written as"),
        ("2019-5-7", "not written as"),
        ("2019-05-07 10:00:00", "not written as"),
        ("\u0662\u0660\u0661\u0669", "not written as"),
        ("", "not written as"),
    ],
)
def test_the_message_says_what_is_wrong(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_published(written)


def test_the_leap_day_exists_in_leap_years_only() -> None:
    assert parse_published("2020-02-29").start == date(2020, 2, 29)
    with pytest.raises(ValueError, match="there is no such day"):
        parse_published("1900-02-29")
