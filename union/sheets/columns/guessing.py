"""Guess what each column of a table holds: from its header, and from its values where the header says nothing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from union.sheets.cells.names import fold
from union.sheets.columns import list_words, month_guesses
from union.sheets.columns.fields import LAYOFF, MONTH_DAYS, MONTH_WAGES, ROSTER
from union.sheets.columns.vocabulary import is_dangerous, plain, recognise
from union.sheets.kinds import offers, pays
from union.sheets.table import Cell, Row, Table

PEOPLE = (ROSTER, LAYOFF)  # what the first vocabulary is of; every other kind of list has its own words
_SAMPLE = 200
_EXACT = 0.99  # a header that is one of the words, or the word for leaving where the planned day is meant
_MOST = 0.6  # the share of a column's values that must look alike
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_PHONE = re.compile(r"^(\+|00)?[\d .()/-]{9,20}$")
_MOROCCAN = re.compile(r"^(?:\+212|00212|212|0)?[5-7]\d{8}$")
_DATE = re.compile(r"^(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$")
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")
_MONEY = re.compile(r"^\d[\d   ]*([.,٫]\d{1,2})?( ?(dhs?|mad))?$", re.IGNORECASE)
_SEXES = frozenset(map(fold, ("h", "f", "m", "homme", "femme", "masculin", "féminin", "ذكر", "أنثى", "male", "female")))
_CONTRACTS = frozenset(map(fold, ("cdi", "cdd", "anapec", "interim", "intérim", "stage")))


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column seems to hold.

    `field` is None when it is to be left out; `confidence` goes from 0 to 1; `reason` is header, part_of_header,
    values, dangerous, taken (another column holds the field already), counter (1, 2, 3 …), or unknown.
    """

    field: str | None
    confidence: float
    reason: str


def guess(table: Table, fields: Sequence[str] = ROSTER) -> dict[int, Guess]:
    """Return a guess for every column, counted from 0; no field is given to two columns."""
    columns = range(table.width)
    top = table.rows[:_SAMPLE]
    values = {column: _sample(top, column) for column in columns}
    wanted: list[tuple[float, int, str, str]] = []
    for column in columns:
        header = table.headers[column]
        if is_dangerous(header):
            continue
        meant = recognise(header) if fields in PEOPLE else list_words.recognise(header, tuple(fields))
        found = [_adapted(field, sure, fields) for field, sure in meant]
        known = [(field, sure) for field, sure in found if field]
        for rank, (field, sure) in enumerate(known):
            reason = "header" if sure >= _EXACT else "part_of_header"
            wanted.append((sure - rank / 100, column, field, reason))
        if not known:
            wanted += [(sure, column, field, "values") for field, sure in _by_values(values[column], header, fields)]
    guesses = _shared_out(wanted, table, values)
    _whole_names(guesses, values, fields)
    if fields is LAYOFF:
        _pays(guesses, values, table.headers)
    held = {at: (found.field, found.reason == "header") for at, found in guesses.items()}
    months = month_guesses.of_days(held, table.headers) if MONTH_DAYS in fields else {}
    if MONTH_WAGES in fields:
        months = month_guesses.of_wages(held, table, values)
    for at, held_by in months.items():
        guesses[at] = Guess(held_by, 0.9, "header") if held_by else Guess(None, 0.0, "unknown")
    return guesses


def fields_of(guesses: Mapping[int, Guess]) -> dict[int, str | None]:
    """Return the plain mapping that `roster.interpret` takes."""
    return {column: found.field for column, found in guesses.items()}


def _sample(rows: Sequence[Row], column: int) -> list[Cell]:
    values = (row.cell(column) for row in rows)
    return [value.strip() if isinstance(value, str) else value for value in values if value != ""]


def _adapted(field: str, sure: float, fields: Sequence[str]) -> tuple[str | None, float]:
    """On an employer's list of departures the date of leaving is the planned one, a little less sure than its own word."""
    if field in fields:
        return field, sure
    return ("planned_exit_on", sure - 0.01) if field == "left_on" and fields is LAYOFF else (None, sure)


def _shared_out(
    wanted: list[tuple[float, int, str, str]], table: Table, values: Mapping[int, list[Cell]]
) -> dict[int, Guess]:
    """Give each field to its surest column, from the surest down; the first column wins a tie."""
    guesses: dict[int, Guess] = {}
    taken: set[str] = set()
    refused: set[int] = set()
    for sure, column, field, reason in sorted(wanted, key=lambda one: (-one[0], one[1])):
        if column in guesses:
            continue
        if field == "employee_number" and _counts(values[column]) and plain(table.headers[column]) in _NUMBERS:
            guesses[column] = Guess(None, 0.9, "counter")
        elif field in taken:
            refused.add(column)
        else:
            guesses[column] = Guess(field, round(sure, 2), reason)
            taken.add(field)
    for column, header in enumerate(table.headers):
        reason = "dangerous" if is_dangerous(header) else "taken" if column in refused else "unknown"
        guesses.setdefault(column, Guess(None, 0.0, reason))
    return dict(sorted(guesses.items()))


_NUMBERS = frozenset((*map(plain, ("n", "no", "num", "numero", "الرقم", "رقم", "ر ت")), ""))


def _counts(values: Sequence[Cell]) -> bool:
    """Tell a column that only numbers its rows (1, 2, 3 …) from one that identifies people."""
    return len(values) > 2 and [str(value).translate(_DIGITS) for value in values[:3]] == ["1", "2", "3"]


def _share(values: Sequence[Cell], test: re.Pattern[str] | frozenset[str]) -> float:
    texts = [str(value).translate(_DIGITS) for value in values]
    if isinstance(test, frozenset):
        return sum(fold(text) in test for text in texts) / len(texts)
    return sum(bool(test.match(text)) for text in texts) / len(texts)


def _by_values(values: Sequence[Cell], header: str, fields: Sequence[str]) -> list[tuple[str, float]]:
    """Guess from the values; under a header that we do not know, only what cannot be mistaken is taken."""
    if not values:
        return []
    found = _unmistakable(values)
    if not found and not header:
        found = _likely(values)
    return [(field, sure) for field, sure in found if field in fields]


def _unmistakable(values: Sequence[Cell]) -> list[tuple[str, float]]:
    bare = [re.sub(r"[ .()/-]", "", str(value).translate(_DIGITS)) for value in values]
    if _share(values, re.compile(r"^[^@\s]+@[^@\s]+\.\w+$")) > _MOST:
        return [("email", 0.9)]
    if _share(bare, _MOROCCAN) > _MOST and _share(values, _PHONE) > _MOST:
        return [("phone", 0.9)]
    return []


def _likely(values: Sequence[Cell]) -> list[tuple[str, float]]:
    if _share(values, _SEXES) > _MOST:
        return [("sex", 0.8)]
    if _share(values, _CONTRACTS) > _MOST:
        return [("contract", 0.8)]
    if _dates(values) > _MOST:
        years = sorted(_years(values))
        middle = years[len(years) // 2] if years else 2020
        newest = years[-1] if years else 2020
        return [("born_on", 0.6)] if middle < 2000 and newest < 2010 else [("hired_on", 0.5)]
    if all(isinstance(value, int) or str(value).translate(_DIGITS).isdecimal() for value in values):
        unique = len({str(value) for value in values}) == len(values)
        return [("employee_number", 0.6)] if unique else []
    if _share(values, _MONEY) > _MOST:
        return [("monthly_gross", 0.4)]
    words = [len(str(value).split()) for value in values if re.match(r"^[^\W\d_][^\d@]*$", str(value))]
    if len(words) > _MOST * len(values):
        several = sum(count > 1 for count in words) > _MOST * len(words)
        return [("full_name", 0.5)] if several else [("family_name", 0.3), ("given_name", 0.25)]
    return []


def _dates(values: Sequence[Cell]) -> float:
    texts = [value for value in values if not isinstance(value, date)]
    return (len(values) - len(texts) + (_share(texts, _DATE) * len(texts) if texts else 0)) / len(values)


def _years(values: Sequence[Cell]) -> list[int]:
    found = (_YEAR.search(str(value).translate(_DIGITS)) for value in values)
    return [int(year[0]) for year in found if year]


def _whole_names(guesses: dict[int, Guess], values: Mapping[int, list[Cell]], fields: Sequence[str]) -> None:
    """Read a column headed Nom as the full name where no other column holds the given one."""
    held = {found.field: column for column, found in guesses.items() if found.field}
    if "family_name" not in held or "given_name" in held or "full_name" in held or "full_name" not in fields:
        if "full_name" in held and "family_name" in held and "given_name" not in held:
            whole, family = held["full_name"], held["family_name"]
            if guesses[whole].reason == guesses[family].reason == "values":  # El Fassi beside Réda, and nothing above
                guesses[whole], guesses[family] = (
                    Guess("family_name", 0.3, "values"),
                    Guess("given_name", 0.3, "values"),
                )
            else:  # الاسم beside النسب is the given name.
                guesses[whole] = Guess("given_name", 0.7, "part_of_header")
        return
    column = held["family_name"]
    several = sum(len(str(value).split()) > 1 for value in values[column])
    if several > _MOST * len(values[column]):
        guesses[column] = Guess("full_name", 0.7, "values")


def _pays(guesses: dict[int, Guess], values: Mapping[int, Sequence[Cell]], headers: Sequence[str]) -> None:
    held = {found.field: column for column, found in guesses.items() if found.field}
    renamed = pays.renamed(held, values)
    for field, meant in renamed.items():
        column = held[field]
        guesses[column] = replace(guesses[column], field=meant, reason=guesses[column].reason if meant else "taken")
    offer = held.get("offered_amount")
    if offer is not None:
        free = [column for column, found in guesses.items() if not found.field and found.reason != "dangerous"]
        total = offers.whole(offer, free, headers, held.get("monthly_net") if "monthly_net" in renamed else None)
        guesses[total], guesses[offer] = guesses[offer], guesses[total]
