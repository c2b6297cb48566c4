"""How each language writes sums, counts and days in a sentence."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from babel.dates import get_day_names, get_month_names

# Moroccan Arabic has its own names of the months; the rest of the Arab world does not use them.
_LOCALES = {"fr": "fr_MA", "ar": "ar_MA", "en": "en_GB"}


@cache
def _months(language: str) -> dict[int, str]:
    return {number: str(name) for number, name in get_month_names("wide", locale=_LOCALES[language]).items()}


@cache
def _days(language: str) -> dict[int, str]:
    return {number: str(name) for number, name in get_day_names("wide", locale=_LOCALES[language]).items()}


def amount(value: Decimal, language: str = "fr") -> str:
    """Dirhams with two decimals as people of that language read them: 16 335,08 or 16,335.08."""
    text = f"{value:,.2f}"
    return text if language == "en" else text.replace(",", "\u202f").replace(".", ",")


def number(value: Decimal | int, language: str = "fr") -> str:
    """A count of days, hours or years without useless zeros: 8, 1,5 (1.5 in English)."""
    text = f"{Decimal(value):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if language == "en" else text.replace(".", ",")


def in_hundred(thousandths: int, language: str = "fr") -> str:
    """A share in a hundred with one decimal: 34,9 of 349 thousandths."""
    return number(Decimal(thousandths) / 10, language)


def percent(number: int, of: int | None) -> Decimal | None:
    """A share in a hundred with one decimal, half up; None of nobody, for a share of nobody says nothing."""
    return (Decimal(100 * number) / of).quantize(Decimal("0.1"), ROUND_HALF_UP) if of else None


def day(value: date, language: str = "fr") -> str:
    """A date in words: 3 mai 2020, 3 May 2020 (1er for the first of a month in French)."""
    first = "1er" if value.day == 1 and language == "fr" else str(value.day)
    return f"{first} {month(value, language)}"


def month(value: date, language: str = "fr") -> str:
    """A month and its year."""
    return f"{_months(language)[value.month]} {value.year}"


def weekday(value: date, language: str = "fr") -> str:
    """The date with the name of its day: jeudi 13 août 2026."""
    return f"{_days(language)[value.weekday()]} {day(value, language)}"
