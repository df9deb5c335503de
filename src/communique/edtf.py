"""Dates as precise as the text is: which days an EDTF string may mean.

A newspaper says "in March", "this summer", "from the 12th to the 14th". EDTF (ISO 8601-2) writes that down
without pretending to know the day: `2023-03`, `2023-22`, `2023-03-12/2023-03-14`. To sort, filter and
compare, every such string is read as a closed range of calendar days.

Read here: year, month, day; the seasons 21 to 24 (meteorological, northern: spring is March to May, winter
December to February of the next year); intervals of any of these, open (`..`) or unknown (empty) on one
side; the marks `~` `?` `%` after a date, which say that it is approximate or uncertain and do not change
its range. Other parts of the standard (sets, exponents, unspecified digits) do not occur in records and are
not valid here.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", re.ASCII)
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which a season begins


def bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day that `edtf` may mean. Raises ValueError for what is not a date.

    >>> [str(day) for day in bounds("2023-03")]
    ['2023-03-01', '2023-03-31']
    >>> [str(day) for day in bounds("2022-24~")]
    ['2022-12-01', '2023-02-28']
    >>> [str(day) for day in bounds("2023-03-12/2023-03-14")]
    ['2023-03-12', '2023-03-14']
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _date_bounds(first)
    if first in ("", "..") and last in ("", ".."):
        raise ValueError(f"{edtf!r} is an interval without a date on either side")
    start = date.min if first in ("", "..") else _date_bounds(first)[0]
    end = date.max if last in ("", "..") else _date_bounds(last)[1]
    if end < start:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def _date_bounds(text: str) -> tuple[date, date]:
    """First and last day of one date, month, season or year."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not an EDTF date such as 2023-03-12, 2023-03, 2023-22 or 2023")
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[3]:
        exact = date(year, month, day)
        return exact, exact
    if month in _SEASON_MONTHS:
        begin = _SEASON_MONTHS[month]
        closing = date(year + (begin == 12), (begin + 2) % 12 or 12, 1)
        return date(year, begin, 1), _month_end(closing)
    if found[2]:
        return date(year, month, 1), _month_end(date(year, month, 1))
    return date(year, 1, 1), date(year, 12, 31)


def _month_end(day: date) -> date:
    """The last day of the month that `day` is in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def valid(edtf: str) -> bool:
    """Whether `edtf` is a date that records may carry.

    >>> valid("2023-03-12"), valid("2023-22"), valid("2023-02-30"), valid("2023-03/2023-01")
    (True, True, False, False)
    """
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def contains(outer: str, inner: str) -> bool:
    """Whether every day that `inner` may mean is one that `outer` may mean.

    >>> contains("2023-03", "2023-03-12"), contains("2023-03-12", "2023-03"), contains("2023", "2022-24")
    (True, False, False)
    """
    (outer_first, outer_last), (first, last) = bounds(outer), bounds(inner)
    return outer_first <= first and last <= outer_last


def days(edtf: str) -> int:
    """How many days `edtf` may mean: 1 for an exact date; the smaller, the more precise.

    >>> days("2023-03-12"), days("2023-02"), days("2023")
    (1, 28, 365)
    """
    first, last = bounds(edtf)
    return (last - first) // timedelta(days=1) + 1
