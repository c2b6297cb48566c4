"""Fields that are typed: lines, names, longer texts, dates, dirhams, counts, telephones, e-mails, passwords."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, StringField
from wtforms.widgets import TextArea

from union import text

FAULTS = {
    text.Fault.NUL: _l("This holds a sign that cannot be kept: type it again without it."),
    text.Fault.BROKEN: _l("This holds a broken sign: type it again."),
    text.Fault.DIRECTION: _l("This holds invisible signs that turn the text round: type it again."),
    text.Fault.UNKNOWN: _l("This holds a sign that nobody can read: type it again without it."),
    text.Fault.MARKS: _l("This holds too many marks on one letter: type it again."),
    text.Fault.TOO_LONG: _l("This is too long: shorten it."),
    text.Fault.LINES: _l("Write this on one line."),
    text.Fault.NOT_A_NAME: _l("This is not a name: write it in letters."),
}


class Line(StringField):
    """One line of text."""

    read: Callable[..., str] = staticmethod(text.line)  # what turns what was typed into what is kept
    most = 200
    shape = "StringField"
    data: Any

    def __init__(self, label: Any = None, validators: Any = None, *, most: int | None = None, **options: Any) -> None:
        super().__init__(label, validators, **options)
        self.type = type(self).shape  # templates ask by the plain kind
        self.most = most or type(self).most
        self.typed: str | None = None

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.typed = valuelist[0]
            self.data = self.parse(valuelist[0])

    def parse(self, typed: str) -> Any:
        try:
            return type(self).read(typed, self.most)
        except text.Unacceptable as error:
            raise ValueError(FAULTS[error.fault]) from None

    def _value(self) -> str:
        """What was typed, as typed, where it was refused."""
        if self.typed is not None and (self.process_errors or self.errors):
            return self.typed
        return "" if self.data is None else self.shown(self.data)

    def shown(self, value: Any) -> str:
        return str(value)


class Name(Line):
    """A person's or a place's name."""

    read = staticmethod(text.name)


class Prose(Line):
    """A longer text."""

    read = staticmethod(text.prose)
    most = 10_000
    shape = "TextAreaField"
    widget = TextArea()


class Day(Line):
    """A date, as people write it: 28/08/2026, 28-8-2026, 2026-08-28, ٢٨/٠٨/٢٠٢٦. `data` is a `date` or None."""

    most = 30
    _SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
    _ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

    def parse(self, typed: str) -> date | None:
        plain = text.digits(super().parse(typed)).replace(" ", "")
        if not plain:
            return None
        if found := self._ISO.fullmatch(plain):
            year, month, day = map(int, found.groups())
        elif found := self._SLASHED.fullmatch(plain):
            day, month, year = map(int, found.groups())
            year += 2000 if year < 100 else 0
        else:
            raise ValueError(_l("Write a date as day, month, year: 28/08/2026."))
        try:
            value = date(year, month, day)
        except ValueError:
            raise ValueError(_l("This day does not exist: check the date.")) from None
        if not date(1900, 1, 1) <= value <= date(2100, 1, 1):
            raise ValueError(_l("Check the year of this date."))
        return value

    def shown(self, value: date) -> str:
        return value.strftime("%d/%m/%Y")


class Amount(Line):
    """Dirhams: `data` is a `Decimal` with at most two decimals, or None."""

    most = 40

    def parse(self, typed: str) -> Decimal | None:
        plain = text.digits(super().parse(typed)).replace("٫", ",").replace("٬", "").replace(" ", "")
        plain = re.sub(r"(dhs?|mad|درهم)\.?$", "", plain, flags=re.IGNORECASE)
        if not plain:
            return None
        if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain):
            raise ValueError(_l("Is this thousands or decimals? Write 1234,00 or 1,23."))
        if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d{1,2})?", plain):
            plain = plain.replace(".", "")
        if not re.fullmatch(r"\d{1,9}([.,]\d{1,2})?", plain, flags=re.ASCII):
            raise ValueError(_l("Write an amount in dirhams, with at most two decimals: 3422,72."))
        try:
            return Decimal(plain.replace(",", ".")).quantize(Decimal("0.01"))
        except InvalidOperation:
            raise ValueError(_l("Write an amount in dirhams: 3422,72.")) from None

    def shown(self, value: Decimal) -> str:
        return f"{value:.2f}".replace(".", ",")


class Count(Line):
    """A whole number from `least` to `highest`."""

    most = 12

    def __init__(
        self, label: Any = None, validators: Any = None, *, least: int = 0, highest: int = 1_000_000, **options: Any
    ) -> None:
        super().__init__(label, validators, **options)
        self.least, self.highest = least, highest

    def parse(self, typed: str) -> int | None:
        plain = text.digits(super().parse(typed)).replace(" ", "")
        if not plain:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", plain) or not self.least <= int(plain) <= self.highest:
            raise ValueError(
                _l("Write a whole number from %(least)s to %(most)s.", least=self.least, most=self.highest)
            )
        return int(plain)


class Phone(Line):
    """One telephone number, kept as E.164; Morocco where no country is written."""

    most = 40

    def parse(self, typed: str) -> str:
        plain = text.digits(super().parse(typed))
        if not plain:
            return ""
        try:
            number = phonenumbers.parse(plain, "MA")
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_valid_number(number):
            raise ValueError(_l("This is not a telephone number: write 06 12 34 56 78, or +33 and the number."))
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    def shown(self, value: str) -> str:
        return str(value)


class Email(Line):
    """One e-mail address."""

    most = 254

    def parse(self, typed: str) -> str:
        plain = super().parse(typed)
        if not plain:
            return ""
        try:
            return validate_email(plain, check_deliverability=False).normalized.lower()
        except EmailNotValidError:
            raise ValueError(_l("This is not an e-mail address: write name@example.org.")) from None


class Secret(PasswordField):
    """A password: exactly what was typed, never shown again."""

    data: Any
