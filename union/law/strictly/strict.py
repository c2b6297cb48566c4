"""Reads a mapping of facts strictly, field by field: what is unknown, missing or of another kind is refused by name."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from union.law.sentences.refusals import BadFacts, refuse
from union.law.sources.articles import TEXTS
from union.law.terms.rates import CODE_FROM, LATEST

_MONEY = re.compile(r"[0-9]{1,12}(\.[0-9]+)?", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
_LONGEST = 1_000
_MOST = Decimal(100_000_000)
FINEST = 6  # decimals
_Choice = TypeVar("_Choice", bound=StrEnum)


def printable(field: object) -> str:
    """A field's name safe to show on a terminal: ASCII, one line, short."""
    text = str(field).encode("ascii", "backslashreplace").decode().translate(dict.fromkeys((*range(32), 127), "?"))
    return text[:40] or '""'


def twice(field: str) -> BadFacts:
    """The refusal of a field given twice."""
    return refuse(printable(field), "twice")


def too_fine(value: Decimal) -> bool:
    """True for more than six decimals: no sum needs them, and 1E-999999999 is a billion characters when it is shown."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -FINEST and value != round(value, FINEST)


class Given:
    """Facts as they were given, `known` the fields that may stand in them; `None` counts as not given.

    Every method raises `BadFacts` with the field's name: dates are `date` or YYYY-MM-DD, money and days `Decimal`,
    `int` or text with a point, never floats. `within` is put before the names, for an item of a list.
    """

    def __init__(self, given: Mapping[str, object], known: Iterable[str], within: str = "") -> None:
        allowed = frozenset(known)
        for field in given:
            if field not in allowed:
                raise refuse(within + printable(field), "unknown")
        self._given = {field: value for field, value in given.items() if value is not None}
        self._within = within

    def __contains__(self, field: str) -> bool:
        return field in self._given

    def name(self, field: str) -> str:
        """The field's name as it is shown."""
        return self._within + field

    def day(self, field: str) -> date | None:
        """A date, at most the last one that the rates reach."""
        value = self._given.get(field)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise refuse(self.name(field), "bad_date")

    def needed_day(self, field: str) -> date:
        """A date that must be given."""
        found = self.day(field)
        if found is None:
            raise refuse(self.name(field), "missing")
        return found

    def act(self, field: str) -> date | None:
        """A date on which the Code was in force and that the rates reach."""
        found = self.day(field)
        if found and found < CODE_FROM:
            raise refuse(self.name(field), "before_text", text=TEXTS["ct"], since=CODE_FROM)
        if found and found > LATEST:
            raise refuse(self.name(field), "too_late", latest=LATEST)
        return found

    def needed_act(self, field: str) -> date:
        """Such a date, which must be given."""
        self.needed_day(field)
        found = self.act(field)
        assert found is not None
        return found

    def hour(self, field: str) -> time | None:
        """An hour written HH:MM."""
        value = self._given.get(field)
        if value is None or isinstance(value, time):
            return value
        if isinstance(value, str) and _HOUR.fullmatch(value):
            return time.fromisoformat(value)
        raise refuse(self.name(field), "bad_hour")

    def flag(self, field: str) -> bool | None:
        """True, false, or None where nothing is said."""
        value = self._given.get(field)
        if value is not None and not isinstance(value, bool):
            raise refuse(self.name(field), "bad_flag")
        return value

    def choice(self, field: str, kind: type[_Choice]) -> _Choice | None:
        """One of the values of `kind`."""
        value = self._given.get(field)
        if value is None:
            return None
        if isinstance(value, str) and value in kind.__members__.values():
            return kind(value)
        raise refuse(self.name(field), "bad_choice", choices=", ".join(kind))

    def needed_choice(self, field: str, kind: type[_Choice]) -> _Choice:
        """One of the values of `kind`, which must be given."""
        found = self.choice(field, kind)
        if found is None:
            raise refuse(self.name(field), "missing")
        return found

    def decimal(self, field: str) -> Decimal | None:
        """A finite number as it was written; its bounds are the caller's."""
        value = self._given.get(field)
        if value is None:
            return None
        if isinstance(value, str) and _MONEY.fullmatch(value.removeprefix("-")):
            return Decimal(value)
        if isinstance(value, Decimal | int) and not isinstance(value, bool) and Decimal(value).is_finite():
            return Decimal(value)
        raise refuse(self.name(field), "bad_number")

    def amount(self, field: str, most: Decimal = _MOST) -> Decimal | None:
        """A number that is not negative and at most `most`."""
        found = self.decimal(field)
        if found is None:
            return None
        if found < 0:
            raise refuse(self.name(field), "negative")
        if found > most:
            raise refuse(self.name(field), "too_big", most=most)
        if too_fine(found):
            raise refuse(self.name(field), "too_fine")
        return found

    def needed_amount(self, field: str, most: Decimal = _MOST) -> Decimal:
        """Such a number, which must be given."""
        found = self.amount(field, most)
        if found is None:
            raise refuse(self.name(field), "missing")
        return found

    def whole(self, field: str, most: int = int(_MOST)) -> int | None:
        """A whole number that is not negative and at most `most`."""
        found = self.amount(field, Decimal(most))
        if found is not None and found != int(found):
            raise refuse(self.name(field), "not_whole")
        return None if found is None else int(found)

    def needed_whole(self, field: str, most: int = int(_MOST)) -> int:
        """Such a whole number, which must be given."""
        found = self.whole(field, most)
        if found is None:
            raise refuse(self.name(field), "missing")
        return found

    def items(self, field: str, known: Iterable[str]) -> list["Given"]:
        """A list of objects, each read as strictly; empty where nothing is given."""
        value = self._given.get(field, [])
        if not isinstance(value, list) or len(value) > _LONGEST or not all(isinstance(one, dict) for one in value):
            raise refuse(self.name(field), "bad_list")
        return [Given(one, known, f"{self.name(field)}[{at}].") for at, one in enumerate(value, 1)]
