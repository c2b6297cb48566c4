"""Fields that are typed: lines, names, longer texts, dates, dirhams, counts, telephones, e-mails, passwords."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, StringField
from wtforms.widgets import TextArea

from union import text
from union.languages import readers
from union.tables.cells.dates import Order, read_date
from union.tables.cells.emails import email
from union.tables.cells.money import read_money
from union.tables.cells.people import Unreadable, displayed, number_of
from union.tables.cells.phones import read_phone
from union.web.locale import language, today

DAY_FIRST = Order(True, 1, False)
_BARE_DAY = re.compile(r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((?:19|20)\d\d)")
_NO_YEAR = re.compile(r"\d{1,2} ?[/.\- ] ?\d{1,2}|\d{1,2}(?:er)?[ .\-/]*[^\W\d_][^\d]*|(?:فاتح|1er|أول) [^\W\d_][^\d]*")
_NO_DAY = re.compile(r"\d{1,2} ?[/.\- ] ?\d{4}|\d{4} ?[/.\- ] ?\d{1,2}|[^\W\d_][^\d]*[ .\-/]*\d{4}")

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


class PersonName(Name):
    """A family or a given name."""

    read = staticmethod(text.person)


class Prose(Line):
    """A longer text."""

    read = staticmethod(text.prose)
    most = 10_000
    shape = "TextAreaField"
    widget = TextArea()


class Read(Line):
    """A line that the readers of rosters understand: one place decides what a date, an amount or a telephone is."""

    def parse(self, typed: str) -> Any:
        plain = super().parse(typed)
        if not plain:
            return self.nothing
        try:
            return self.understand(plain)
        except Unreadable as error:
            values = {"shown": displayed(typed), "header": str(self.label.text), **error.values}
            raise ValueError(readers.typed(error.code, language(), **values)) from None

    nothing: Any = None

    def understand(self, plain: str) -> Any:
        """The value. Raises `Unreadable`."""
        raise NotImplementedError


class Number(Read):
    """An employee or card number, as a list would give it: plain digits, zeros in front, any sign."""

    nothing = ""

    def understand(self, plain: str) -> str:
        return number_of(plain)


class Day(Read):
    """A date, as people write it: 28/08/2026, 28082026, 28 août 2026, ٢٨/٠٨/٢٠٢٦; the day first. `data` is a `date` or
    None.

    `passed`: it has happened, so that 28/11 is the last 28 November; elsewhere a day without its year is asked back,
    and so is a month without its day.
    """

    most = 40

    def __init__(self, label: Any = None, validators: Any = None, *, passed: bool = False, **options: Any) -> None:
        super().__init__(label, validators, **options)
        self.passed = passed

    def understand(self, plain: str) -> date:
        plain = text.digits(plain)
        if bare := _BARE_DAY.fullmatch(plain):  # what a keyboard of digits alone can write
            plain = "/".join(bare.groups())
        elif plain.isdecimal():  # 20240201: a day where a payroll writes a whole column so, a slip here
            raise Unreadable("date_serial")
        if _NO_DAY.fullmatch(plain):
            raise ValueError(
                _l(
                    "Write the day too, for example 15/03/2021. Where nobody knows it any more, write the first "
                    "of the month."
                )
            )
        if _NO_YEAR.fullmatch(plain):
            return self._of_a_year(plain)
        return read_date(plain, DAY_FIRST, today())

    def _of_a_year(self, plain: str) -> date:
        """A day and a month alone."""
        this, last = (read_date(f"{plain} {year}", DAY_FIRST, today()) for year in (today().year, today().year - 1))
        if not self.passed:
            raise ValueError(_l("Write the year too, for example %(day)s.", day=Day.shown(self, this)))
        return this if this <= today() else last

    def shown(self, value: date) -> str:
        return value.strftime("%d/%m/%Y")


class Days(Day):
    """Several dates on one line, with a comma between them. `data` is a tuple of `date`, the first on top."""

    most = 600
    nothing = ()

    def understand(self, plain: str) -> Any:
        parts = (one.strip() for one in re.split(r"[,،;؛]", plain))
        return tuple(sorted({super(Days, self).understand(one) for one in parts if one}))

    def shown(self, value: Any) -> str:
        return ", ".join(super(Days, self).shown(one) for one in value)


class Amount(Read):
    """Dirhams: `data` is a `Decimal` with two decimals, or None."""

    most = 40

    def understand(self, plain: str) -> Decimal:
        amount, rounded = read_money(plain)
        if rounded:
            raise ValueError(_l("Write an amount in dirhams, with at most two decimals: 3422,72."))
        return amount

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


class Phone(Read):
    """One telephone number, kept as E.164; Morocco where no country is written."""

    most = 40
    nothing = ""

    def understand(self, plain: str) -> str:
        phone = read_phone(plain)
        if phone.other or phone.aside:
            raise ValueError(_l("Write one telephone number in this field."))
        return phone.number


class Email(Read):
    """One e-mail address."""

    most = 254
    nothing = ""

    def understand(self, plain: str) -> str:
        return email(plain)


class Secret(PasswordField):
    """A password: exactly what was typed, never shown again."""

    data: Any
