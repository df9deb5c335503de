"""Dates in running text, as EDTF: absolute, relative, Gregorian and solar Hijri.

Every token becomes one symbol (D a day's number, M a month, W a weekday, Y a year, ...): words by the tables of the
language's `dates.toml`, numbers by their size. The grammar below is over symbols, so it is the same for all languages.
Relative dates are resolved against the day of publication. A weekday or a day without year may lie before or after it:
a `DateMention` gives both readings, and who knows whether the event is past chooses.

`dates.toml` holds tables from a value to the list of its forms:

    [months] [solar_months] [weekdays]      1 = ["january", "jan"]         (weekday 1 is Monday)
    [solar_months_unsure]                   months whose names are words, too: only with a day or year
    [days]                                  "-1" = ["yesterday"]           (days from publication)
    [seasons]                               spring = ["spring"]
    [halves] [quarters] [weeks]             1 = ["first half", ...]        (of a month or year; of a year; of a month)
    [day_numbers]                           1 = ["اول"]                    (days that are written in words)
    [words]  of, last, next, this, week, month, year, to, and, from, until   lists of forms
             `and` joins days where `from` opens them; what follows `until` is a deadline and no date
    not_dates = ["three luni"]              phrases that hold the name of a month or weekday and are no date
    ordinals = ["st", "th"]                 endings of a day's number
    numeric = "dmy"                         order of 05/02/2025
    unsure_months = ["mai"]                 months whose names are words, too: only beside a day or year
    months_before_year = ["می"]             the same: only with a year behind
    unsure_weekdays = ["luni"]              weekdays whose names are words, too: not behind a number
    day_words = ["day", "days"]             what a visit is counted in
    capitals = true                         whether months and weekdays begin with capitals (March, not march)
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from communique.lang.load import Language, load
from communique.lang.patterns import Lexicon
from communique.lang.tokens import Token

RECENT = range(2021, 2027)  # years that a weekday, day and month may be of, where nothing else tells
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SOLAR = range(1250, 1500)
_ANCHORS = range(1700, 2900)  # years of publication: those about them can be told in both calendars
_WORDS = {
    "of": "o",
    "last": "l",
    "next": "n",
    "this": "t",
    "week": "w",
    "month": "m",
    "year": "y",
    "to": "z",
    "and": "e",
    "from": "a",
    "until": "u",
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """Tokens [start, end) that give a date. `edtf`: its usual reading; `ahead`: its reading for what is still to come.

    Both are None where the text does not settle them.
    """

    start: int
    end: int
    edtf: str | None
    ahead: str | None


@dataclass(slots=True)  # not frozen: made by the thousand
class _Symbol:
    letter: str
    value: int | str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What dates are relative to."""

    published: date | None


Values = list[int | str]
Reading = tuple[str | None, str | None]  # usual, ahead
Rule = Callable[[Values, _Anchor], Reading | None]


def find_dates(tokens: Sequence[Token], language: Language, *, published: str | None) -> list[DateMention]:
    """The dates of a stretch of tokens, left to right. `published` is EDTF; only a full day anchors relative dates.

    >>> from communique.lang.tokens import tokenize
    >>> [d.edtf for d in find_dates(tokenize("on 3-5 November 2025"), load("en"), published=None)]
    ['2025-11-03/2025-11-05']
    """
    symbols = _symbols(tokens, language)
    line = "".join(s.letter for s in symbols)
    anchor = _Anchor(_day(published))
    found: list[DateMention] = []
    i = 0
    while i < len(line):
        deadline = line[i] == "u"  # "until 2030" is passed over
        best = _longest(line, i + 1 + line.startswith("o", i + 1) if deadline else i)
        if best is None:
            i += 1
            continue
        end, read = best
        values = [s.value for s in symbols[i:end] if s.letter in _VALUED]
        reading = None if deadline else read(values, anchor)
        if reading is not None:
            found.append(DateMention(symbols[i].start, symbols[end - 1].end, *reading))
        i = end
    return found


def _longest(line: str, i: int) -> tuple[int, Rule] | None:
    """The end of the longest form of the grammar that begins at symbol i, and how it is read."""
    best: tuple[int, Rule] | None = None
    if i < len(line) and line[i] in _OPENING:
        for pattern, read in _GRAMMAR:
            match = pattern.match(line, i)
            if match and (best is None or match.end() > best[0]):
                best = (match.end(), read)
    return best


def weekday_year(dateline: Sequence[Token], lead: Sequence[Token], language: Language) -> str | None:
    """The full date of a dateline that gives day and month only: the one recent year in which that day is the first
    weekday that the lead names. None where no year or several fit."""
    days = _symbols(dateline, language)
    letters = "".join(s.letter for s in days)
    weekday = next((s.value for s in _symbols(lead, language) if s.letter == "W"), None)
    found = re.search(r"Do?M|M\.?D", letters)
    if found is None or weekday is None:
        return None
    values = {s.letter: int(s.value) for s in days[found.start() : found.end()] if s.letter in "DM"}
    return _weekday_year(int(weekday), lambda year: _iso(year, values["M"], values["D"]), solar=False)


def _day(edtf: str | None) -> date | None:
    """A full day of our times; what is no such day anchors nothing."""
    try:
        day = date.fromisoformat(edtf) if edtf and len(edtf) == 10 else None
    except ValueError:
        return None
    return day if day and day.year in _ANCHORS else None


# --- symbols ---------------------------------------------------------------------------------------------------------


def _symbols(tokens: Sequence[Token], language: Language) -> list[_Symbol]:
    lexemes = _lexemes(language.code, language.folded)
    ordinal = _ordinal(language.code)
    capitals = language.dates.get("capitals", False)
    symbols: list[_Symbol] = []
    i = 0
    while i < len(tokens):
        match = lexemes.longest(tokens, i)
        if match and not (capitals and match.row[0] in "MW" and tokens[i].shape == "l"):
            letter, value = match.row
            symbols.append(_Symbol(letter, value, i, match.end))
            i = match.end
            continue
        symbols.append(_number(tokens, i, ordinal, language))
        i = symbols[-1].end
    misread = [_misread(symbols, n, tokens, language) for n in range(len(symbols))]
    return [_Symbol("x", 0, s.start, s.end) if wrong else s for s, wrong in zip(symbols, misread, strict=True)]


def _misread(symbols: list[_Symbol], n: int, tokens: Sequence[Token], language: Language) -> bool:
    """Whether the name of a month or weekday is another word here, by what stands beside it."""
    symbol, key = symbols[n], tokens[symbols[n].start].key
    if symbol.letter == "M" and key in language.dates.get("unsure_months", ()):
        return not any(symbols[j].letter in "DYm" for j in (n - 1, n + 1) if 0 <= j < len(symbols))
    if symbol.letter == "M" and symbol.end - symbol.start == 1 and key in language.dates.get("months_before_year", ()):
        return not re.match("y?Y", "".join(s.letter for s in symbols[n + 1 : n + 3]))
    if symbol.letter == "W" and key in language.dates.get("unsure_weekdays", ()):
        return symbol.start > 0 and tokens[symbol.start - 1].shape == "d"
    return False


_MARKS = {"-": "-", "–": "-", "—": "-", ",": ",", "،": ",", ".": ".", "(": "("}


def _number(tokens: Sequence[Token], i: int, ordinal: re.Pattern[str], language: Language) -> _Symbol:
    """The symbol of a token that no table knows: a day, a year, a numeric date, a mark, or x."""
    token = tokens[i]
    if token.shape != "d":
        return _Symbol(_MARKS.get(token.text, "x"), 0, i, i + 1)
    full = _numeric(tokens, i, language)
    if full:
        return full
    digits = ordinal.fullmatch(token.key)
    if digits:
        number = int(digits.group(1))
        if 1 <= number <= 31 and len(digits.group(1)) <= 2:
            return _Symbol("D", number, i, i + 1)
        if len(token.key) == 4 and (1900 <= number <= 2100 or number in _SOLAR):
            return _Symbol("Y", number, i, i + 1)
    return _Symbol("x", 0, i, i + 1)


def _numeric(tokens: Sequence[Token], i: int, language: Language) -> _Symbol | None:
    """05.02.2025, 17/04/2024, 12-03-2025 and 2025-03-12, as one symbol N with an ISO value."""
    parts = tokens[i].key.split(".")
    end = i + 1
    if (
        len(parts) == 1
        and i + 4 < len(tokens)
        and tokens[i + 1].text in "/-"
        and tokens[i + 3].text == tokens[i + 1].text
    ):
        parts, end = [tokens[i].key, tokens[i + 2].key, tokens[i + 4].key], i + 5
    if len(parts) != 3 or not all(p.isdigit() and p.isascii() for p in parts):
        return None
    a, b, c = (int(p) for p in parts)
    if len(parts[0]) == 4:
        year, month, day = a, b, c
    elif len(parts[2]) == 4:
        year, (day, month) = (
            c,
            ((a, b) if language.dates.get("numeric", "dmy") == "dmy" or a > 12 else (b, a)),
        )
    else:
        return None
    if month > 12 >= day:
        month, day = day, month
    iso = _iso(year, month, day)
    return _Symbol("N", iso, i, end) if iso else None


@cache
def _lexemes(code: str, folded: bool) -> Lexicon[tuple[str, int | str]]:
    tables = load(code).dates
    rows: list[tuple[str, tuple[str, int | str]]] = []
    for table, letter in (
        ("months", "M"),
        ("solar_months", "H"),
        ("solar_months_unsure", "J"),
        ("weekdays", "W"),
        ("days", "r"),
        ("day_numbers", "D"),
        ("halves", "h"),
        ("quarters", "q"),
        ("weeks", "k"),
    ):
        rows += [(form, (letter, int(value))) for value, forms in tables.get(table, {}).items() for form in forms]
    rows += [(form, ("S", name)) for name, forms in tables.get("seasons", {}).items() for form in forms]
    rows += [(form, ("x", 0)) for form in tables.get("not_dates", ())]
    rows += [(form, (_WORDS[word], 0)) for word, forms in tables["words"].items() for form in forms]
    return Lexicon(rows, folded=folded)


@cache
def _ordinal(code: str) -> re.Pattern[str]:
    endings = "|".join(re.escape(e) for e in load(code).dates.get("ordinals", []))
    return re.compile(rf"(\d+)(?:{endings})?")


# --- readings --------------------------------------------------------------------------------------------------------


def _iso(year: int, month: int, day: int) -> str | None:
    """ISO form of a day; a solar year is turned into the Gregorian one. None where there is no such day."""
    try:
        return _solar(year, month, day).isoformat() if year in _SOLAR else date(year, month, day).isoformat()
    except ValueError:
        return None


def _solar(year: int, month: int, day: int) -> date:
    """The Gregorian day of a solar Hijri one (jdatetime's arithmetic calendar). Raises ValueError for no such day."""
    import jdatetime

    gregorian = jdatetime.date(year, month, day).togregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


def _solar_year(day: date) -> int:
    import jdatetime

    return int(jdatetime.date.fromgregorian(date=day).year)


def _both(edtf: str | None) -> Reading:
    return edtf, edtf


def _around(make: Callable[[int], str | None], anchor: _Anchor, *, solar: bool) -> Reading:
    """The last day, month or season on or before publication and the next on or after it, from a year's maker."""
    if anchor.published is None:
        return None, None
    year = _solar_year(anchor.published) if solar else anchor.published.year
    options = sorted(o for y in (year - 1, year, year + 1) if (o := make(y)))
    today = anchor.published.isoformat()
    past = [o for o in options if o.split("/")[0] <= today]
    ahead = [o for o in options if o.split("/")[-1] >= today[: len(o.split("/")[-1])]]
    return (past[-1] if past else None), (ahead[0] if ahead else None)


def _weekday_year(weekday: int, make: Callable[[int], str | None], *, solar: bool) -> str | None:
    """The only recent day that is such a weekday: "Friday 13 September" is 2024."""
    years = range(RECENT.start - 621, RECENT.stop - 621) if solar else RECENT
    fitting = [iso for y in years if (iso := make(y)) and date.fromisoformat(iso).isoweekday() == weekday]
    return fitting[-1] if len(fitting) == 1 else None


def _day_month(values: Values, anchor: _Anchor, *, solar: bool = False, swap: bool = False) -> Reading | None:
    """[weekday] day month [year], in the order of the text."""
    numbers = [int(v) for v in values]
    weekday = numbers.pop(0) if _has_weekday(values, swap) else 0
    if weekday and not 1 <= weekday <= 7:
        return None
    day, month = (numbers[1], numbers[0]) if swap else (numbers[0], numbers[1])
    if len(numbers) > 2:
        return _both(_iso(numbers[2], month, day))

    def make(year: int) -> str | None:
        return _iso(year, month, day)

    if anchor.published is None:
        return _both(_weekday_year(weekday, make, solar=solar)) if weekday else (None, None)
    past, ahead = _around(make, anchor, solar=solar)
    if weekday:
        for option in (past, ahead):
            if option and date.fromisoformat(option).isoweekday() == weekday:
                return _both(option)
    return past, ahead


def _has_weekday(values: Values, swap: bool) -> bool:
    return len(values) in (3, 4) and (len(values) == 4 or int(values[-1]) < 100)


def _days(values: Values, anchor: _Anchor, *, solar: bool = False) -> Reading | None:
    """day - day month [year]: an interval."""
    first, last, month, *year = (int(v) for v in values)

    def make(y: int) -> str | None:
        a, b = _iso(y, month, first), _iso(y, month, last)
        return f"{a}/{b}" if a and b and a < b else None

    return _both(make(year[0])) if year else _around(make, anchor, solar=solar)


def _days_swapped(values: Values, anchor: _Anchor) -> Reading | None:
    month, first, last, *year = values
    return _days([first, last, month, *year], anchor)


def _two_days(values: Values, anchor: _Anchor, *, solar: bool = False) -> Reading | None:
    """day month - day month [year]; the year is that of the last day."""
    d1, m1, d2, m2, *year = (int(v) for v in values)

    def make(y: int) -> str | None:
        a, b = _iso(y - (m2 < m1), m1, d1), _iso(y, m2, d2)
        return f"{a}/{b}" if a and b and a < b else None

    return _both(make(year[0])) if year else _around(make, anchor, solar=solar)


def _two_days_swapped(values: Values, anchor: _Anchor) -> Reading | None:
    m1, d1, m2, d2, *year = values
    return _two_days([d1, m1, d2, m2, *year], anchor)


def _two_dates(values: Values, anchor: _Anchor) -> Reading | None:
    """day month year - day month year."""
    d1, m1, y1, d2, m2, y2 = (int(v) for v in values)
    a, b = _iso(y1, m1, d1), _iso(y2, m2, d2)
    return _both(f"{a}/{b}" if a and b and a < b else None)


def _months(values: Values, anchor: _Anchor) -> Reading | None:
    """month - month [year]; the year is that of the last month."""
    first, last, *year = (int(v) for v in values)

    def make(y: int) -> str | None:
        return f"{y - (last < first):04d}-{first:02d}/{y:04d}-{last:02d}"

    return _both(make(year[0])) if year else _around(make, anchor, solar=False)


def _month(values: Values, anchor: _Anchor, *, solar: bool = False) -> Reading | None:
    """month [year]: `2023-03`; a solar month is the interval of its Gregorian days."""
    month, *year = (int(v) for v in values)
    if month == 0:
        return None

    def make(y: int) -> str | None:
        if not solar:
            return f"{y:04d}-{month:02d}"
        first = _iso(y, month, 1)
        following = _iso(y + (month == 12), month % 12 + 1, 1)
        return f"{first}/{date.fromisoformat(following) - timedelta(1)}" if first and following else None

    if not year:
        return _around(make, anchor, solar=solar)
    if not solar and year[0] in _SOLAR:
        return None
    return _both(make(year[0]))


def _season(values: Values, anchor: _Anchor) -> Reading | None:
    name, *year = values
    code = _SEASONS[str(name)]
    if year:
        gregorian = int(year[0]) + 621 if int(year[0]) in _SOLAR else int(year[0])
        return _both(f"{gregorian}-{code}")
    if anchor.published is None:
        return None, None
    past = anchor.published.year - (_season_start(code) > anchor.published.month)
    return (
        f"{past}-{code}",
        f"{anchor.published.year + (_season_start(code) < anchor.published.month)}-{code}",
    )


def _season_start(code: int) -> int:
    return {21: 3, 22: 6, 23: 9, 24: 12}[code]


def _season_past(values: Values, anchor: _Anchor) -> Reading | None:
    """The season's last turn that is over: in October, last autumn is that of the year before."""
    if anchor.published is None:
        return None, None
    code = _SEASONS[str(values[0])]
    over = (_season_start(code) + 2) % 12 + 1  # the month in which it is over
    year = anchor.published.year - (anchor.published.month < over) - (code == 24)
    return _both(f"{year}-{code}")


def _past(read: Rule) -> Rule:
    """A reading of which only what lies behind is meant."""
    return lambda values, anchor: _one(read(values, anchor), 0)


def _ahead(read: Rule) -> Rule:
    """A reading of which only what lies ahead is meant."""
    return lambda values, anchor: _one(read(values, anchor), 1)


def _one(reading: Reading | None, side: int) -> Reading | None:
    return _both(reading[side]) if reading else None


def _year(values: Values, anchor: _Anchor) -> Reading | None:
    """A year by its number; a solar one is the interval of its days."""
    return _both(_part_of(int(values[0]), 1, 12))


def _bare_year(values: Values, anchor: _Anchor) -> Reading | None:
    """A number that is a year without saying so: 1400 is rather a number of soldiers."""
    return None if int(values[0]) in _SOLAR else _year(values, anchor)


def _part_of(year: int, part: int, months: int) -> str | None:
    """A part of so many months of a year: 2025, `2025-07/2025-12`; of a solar year, the interval of its days."""
    first, last = (part - 1) * months + 1, part * months
    if last > 12:
        return None
    if year not in _SOLAR:
        return f"{year:04d}" if months == 12 else f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    begin, following = _iso(year, first, 1), _iso(year + last // 12, last % 12 + 1, 1)
    return f"{begin}/{date.fromisoformat(following) - timedelta(1)}" if begin and following else None


def _year_part(months: int, offset: int = 0) -> Rule:
    """A half or quarter of a year, named or counted from the one of publication."""

    def read(values: Values, anchor: _Anchor) -> Reading | None:
        part, *named = (int(v) for v in values)
        if not named and anchor.published is None:
            return None, None
        year = named[0] if named or anchor.published is None else anchor.published.year + offset
        return _both(_part_of(year, part, months))

    return read


def _relative_day(values: Values, anchor: _Anchor) -> Reading | None:
    if anchor.published is None:
        return None, None
    return _both((anchor.published + timedelta(int(values[0]))).isoformat())


def _weekday(values: Values, anchor: _Anchor) -> Reading | None:
    """A weekday: the last one on or before publication; for what lies ahead, the next one after it."""
    if anchor.published is None:
        return None, None
    back = (anchor.published.isoweekday() - int(values[0])) % 7
    last = anchor.published - timedelta(back)
    return last.isoformat(), (last + timedelta(7)).isoformat()


def _weekday_last(values: Values, anchor: _Anchor) -> Reading | None:
    """The weekday before publication; on that weekday, a week before."""
    if anchor.published is None:
        return None, None
    back = (anchor.published.isoweekday() - int(values[0])) % 7 or 7
    return _both((anchor.published - timedelta(back)).isoformat())


def _week(offset: int) -> Rule:
    """Monday to Sunday of the week that lies `offset` weeks from publication."""

    def read(values: Values, anchor: _Anchor) -> Reading | None:
        if anchor.published is None:
            return None, None
        monday = anchor.published - timedelta(anchor.published.isoweekday() - 1) + timedelta(7 * offset)
        return _both(f"{monday}/{monday + timedelta(6)}")

    return read


def _whole_month(offset: int) -> Rule:
    def read(values: Values, anchor: _Anchor) -> Reading | None:
        if anchor.published is None:
            return None, None
        months = anchor.published.year * 12 + anchor.published.month - 1 + offset
        return _both(f"{months // 12:04d}-{months % 12 + 1:02d}")

    return read


def _whole_year(offset: int) -> Rule:
    def read(values: Values, anchor: _Anchor) -> Reading | None:
        return _both(f"{anchor.published.year + offset:04d}") if anchor.published else (None, None)

    return read


def _month_of_year(offset: int) -> Rule:
    """month of last, this or next year."""

    def read(values: Values, anchor: _Anchor) -> Reading | None:
        return _both(f"{anchor.published.year + offset:04d}-{int(values[0]):02d}") if anchor.published else (None, None)

    return read


def _season_of_year(offset: int) -> Rule:
    def read(values: Values, anchor: _Anchor) -> Reading | None:
        return (
            _both(f"{anchor.published.year + offset:04d}-{_SEASONS[str(values[0])]}")
            if anchor.published
            else (None, None)
        )

    return read


def _month_part(first_day: Callable[[int], int], last_day: Callable[[int, int], int], *, solar: bool = False) -> Rule:
    """A half or week of a month, as the interval of its days."""

    def read(values: Values, anchor: _Anchor) -> Reading | None:
        part, month, *year = (int(v) for v in values)

        def make(y: int) -> str | None:
            length = (31 if month <= 6 else 30) if solar else monthrange(y, month)[1]
            a, b = _iso(y, month, first_day(part)), _iso(y, month, min(length, last_day(part, length)))
            return f"{a}/{b}" if a and b else None

        return _both(make(year[0])) if year else _around(make, anchor, solar=solar)

    return read


def _half_first(part: int) -> int:
    return 1 if part == 1 else 16


def _half_last(part: int, length: int) -> int:
    return 15 if part == 1 else length


def _week_first(part: int) -> int:
    return 7 * (part - 1) + 1


def _week_last(part: int, length: int) -> int:
    return 7 * part


def _numeric_day(values: Values, anchor: _Anchor) -> Reading | None:
    return _both(str(values[0]))


def _none(values: Values, anchor: _Anchor) -> Reading | None:
    return None


_VALUED = frozenset("DMHJWYSNrhqk")
_OPENING = frozenset("DMHJWYSNrhqklntawmy")


def _solar_form(read: Callable[..., Reading | None]) -> Rule:
    return lambda values, anchor: read(values, anchor, solar=True)


_END = r"(?:[,o(]{0,2}y?Y)?"  # a year at the end
_FULL = r"Do?M[,o]?y?Y"
_GRAMMAR: list[tuple[re.Pattern[str], Rule]] = [
    (re.compile(p), f)
    for p, f in [
        (rf"(?:W[,(]?)?Do?m?M\.?{_END}", _day_month),
        (rf"(?:W[,(]?)?Do?m?[HJ]\.?{_END}", _solar_form(_day_month)),
        (r"(?:W[,(]?)?M\.?D(?:,?Y)?", lambda v, a: _day_month(v, a, swap=True)),
        (r"(?:W[,(]?)?[HJ]D(?:,?Y)?", lambda v, a: _day_month(v, a, swap=True, solar=True)),
        (rf"a?D[-zue]Do?M\.?{_END}", _days),
        (rf"a?D[-zue]Do?[HJ]{_END}", _solar_form(_days)),
        (r"a?M\.?D[-zu]D(?:,?Y)?", _days_swapped),
        (rf"a?Do?M[-zu]Do?M{_END}|aDo?MeDo?M{_END}", _two_days),
        (rf"a?Do?[HJ][-zu]Do?[HJ]{_END}|aDo?[HJ]eDo?[HJ]{_END}", _solar_form(_two_days)),
        (r"a?M\.?D[-zu]M\.?D(?:,?Y)?|aM\.?DeM\.?D(?:,?Y)?", _two_days_swapped),
        (rf"a?{_FULL}[-zu]{_FULL}|a{_FULL}e{_FULL}", _two_dates),
        (rf"a?M[-zu]M{_END}|aMeM{_END}", _months),
        (r"m?M\.?[,o]?y?Y?", _month),
        (r"lM|Ml", _past(_month)),
        (r"nM|Mn", _ahead(_month)),
        (r"(?:W[,(]?)?Do?m?Ml", _past(_day_month)),
        (r"(?:W[,(]?)?Do?m?Mn", _ahead(_day_month)),
        (r"m?Ho?y?Y?|mJ|[HJ]o?y?Y", _solar_form(_month)),
        (r"m?Mo?ly|m?Mo?yl", _month_of_year(-1)),
        (r"m?Mo?ny|m?Mo?yn", _month_of_year(1)),
        (r"m?Mo?ty|m?Mo?yt", _month_of_year(0)),
        (r"S", _season),
        (r"S[,o]?y?Y", _season),
        (r"nS|Sn", _ahead(_season)),
        (r"lS|Sl", _season_past),
        (r"So?ny|So?yn", _season_of_year(1)),
        (r"So?ly|So?yl", _season_of_year(-1)),
        (r"So?ty|So?yt|tS|St", _season_of_year(0)),
        (r"yY", _year),
        (r"Y", _bare_year),
        (r"y?Y[-zue]Y", _none),  # the years of a plan are no date
        (r"r", _relative_day),
        (r"W", _weekday),
        (r"lW|Wl", _weekday_last),
        (r"nW|Wn", _ahead(_weekday)),
        (r"lw|wl", _week(-1)),
        (r"nw|wn", _week(1)),
        (r"tw|wt", _week(0)),
        (r"lm|ml", _whole_month(-1)),
        (r"nm|mn", _whole_month(1)),
        (r"tm|mt", _whole_month(0)),
        (r"ly|yl", _whole_year(-1)),
        (r"ny|yn", _whole_year(1)),
        (r"ty|yt", _whole_year(0)),
        (rf"ho?m?o?M{_END}", _month_part(_half_first, _half_last)),
        (rf"ho?m?[HJ]{_END}", _month_part(_half_first, _half_last, solar=True)),
        (rf"ko?m?M{_END}", _month_part(_week_first, _week_last)),
        (rf"ko?m?[HJ]{_END}", _month_part(_week_first, _week_last, solar=True)),
        (r"ho?(?:y?Y|ty|yt|y)", _year_part(6)),
        (r"ho?(?:ly|yl)", _year_part(6, -1)),
        (r"ho?(?:ny|yn)", _year_part(6, 1)),
        (r"qo?(?:y?Y|ty|yt|y)", _year_part(3)),
        (r"qo?(?:ly|yl)", _year_part(3, -1)),
        (r"qo?(?:ny|yn)", _year_part(3, 1)),
        (r"N", _numeric_day),
        (r"W[,(]?N", lambda v, a: _both(str(v[-1]))),
        (r"r[,(]*W", _relative_day),
        (r"Wr", lambda v, a: _relative_day(v[1:], a)),
    ]
]
