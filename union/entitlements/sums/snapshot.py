"""The kept form of a calculation: codes, figures and articles without words, said again in any language from the
law's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from union.law.differing.spread import Spread
from union.law.entitlement import COMPARED, Entitlement
from union.law.result import Assumption, Code, Line, NotDue
from union.law.sources.source import Status

FORM = 2  # of what is kept; 1 had neither the facts nor the two ends of the readings


@dataclass(frozen=True)
class End:
    """One end of a head: dirhams, and by which readings (keys of the law's, by "+"); no reading: the line itself."""

    amount: Decimal
    reading: str = ""


@dataclass(frozen=True)
class Ends:
    """One head between what the employer may answer and what may be asked; None where it is not counted there."""

    code: Code
    low: End | None
    high: End | None


@dataclass(frozen=True)
class Calculation:
    """What was kept, in the law's own terms: amounts are the kept ones, only the words are said anew."""

    lines: tuple[Line, ...]
    not_due: tuple[NotDue, ...]
    alternatives: tuple[Line, ...]
    assumptions: tuple[Assumption, ...]
    rates_on: date
    smig_hourly: Decimal
    smig_since: date
    decree: str
    facts: Mapping[str, Any] = field(default_factory=dict)  # those that the law was given, `monthly_bonus` among them
    ends: tuple[Ends, ...] = ()

    def line(self, code: Code) -> Line | None:
        """The line of that code, None where it is not due."""
        return next((line for line in self.lines if line.code is code), None)

    @property
    def compared(self) -> tuple[Line, ...]:
        """The lines that an offer is measured against: their sum is the minimum."""
        return tuple(line for line in self.lines if line.code in COMPARED)

    @property
    def besides(self) -> tuple[Line, ...]:
        """What is owed whatever is signed: wages of days worked."""
        return tuple(line for line in self.lines if not line.scenario and line.code not in COMPARED)

    @property
    def scenarios(self) -> tuple[Line, ...]:
        """The lines that only a judge can grant."""
        return tuple(line for line in self.lines if line.scenario)


def kept(entitlement: Entitlement, ends: Spread, bonus: Decimal | None = None) -> dict[str, Any]:
    """Plain values for the snapshot: money and figures as text, dates as ISO text; no float anywhere."""
    told = {one.name: getattr(entitlement.facts, one.name) for one in fields(entitlement.facts)}
    away = [f"{one.cause} {one.first} {one.last}" for one in entitlement.facts.notice_suspended or ()]
    told["notice_suspended"] = ", ".join(away) or None
    return {
        "form": FORM,
        "lines": [_line(line) for line in entitlement.lines],
        "not_due": [[str(item.code), item.reason] for item in entitlement.not_due],
        "alternatives": [_line(line) for line in entitlement.alternatives],
        "assumptions": [[item.code, values(item.values)] for item in entitlement.assumptions],
        "rates_on": entitlement.facts.left_on.isoformat(),
        "smig": [str(entitlement.rates.hourly), entitlement.rates.since.isoformat(), entitlement.rates.decree],
        "facts": values(
            {name: value for name, value in (told | {"monthly_bonus": bonus}).items() if value is not None}
        ),
        "ends": [[str(one.code), _end(one.low), _end(one.high)] for one in ends.spans],
    }


def reopened(stored: dict[str, Any]) -> Calculation | None:
    """The calculation of a snapshot; None where the row could not be computed."""
    if not stored:
        return None
    hourly, since, decree = stored["smig"]
    return Calculation(
        lines=tuple(map(_read_line, stored["lines"])),
        not_due=tuple(NotDue(Code(code), reason) for code, reason in stored["not_due"]),
        alternatives=tuple(map(_read_line, stored["alternatives"])),
        assumptions=tuple(Assumption(code, read_values(values)) for code, values in stored["assumptions"]),
        rates_on=date.fromisoformat(stored["rates_on"]),
        smig_hourly=Decimal(hourly),
        smig_since=date.fromisoformat(since),
        decree=decree,
        facts=read_values(stored.get("facts", {})),
        ends=tuple(Ends(Code(code), _read_end(low), _read_end(high)) for code, low, high in stored.get("ends", [])),
    )


def _end(line: Line | None) -> list[str] | None:
    return None if line is None else [str(line.amount), line.alternative]


def _read_end(told: list[str] | None) -> End | None:
    return None if told is None else End(Decimal(told[0]), told[1])


def _line(line: Line) -> dict[str, Any]:
    told = {one.name: getattr(line, one.name) for one in fields(line)}
    return {
        **told,
        "code": str(line.code),
        "amount": str(line.amount),
        "status": str(line.status),
        "values": values(line.values),
        "articles": list(line.articles),
    }


def _read_line(told: dict[str, Any]) -> Line:
    return Line(
        **{
            **told,
            "code": Code(told["code"]),
            "amount": Decimal(told["amount"]),
            "status": Status(told["status"]),
            "values": read_values(told["values"]),
            "articles": tuple(told["articles"]),
        }
    )


def values(told: Mapping[str, object]) -> dict[str, list[str]]:
    """Dates, figures and texts by name, each with what it is."""
    return {name: [_kind(value), str(value)] for name, value in told.items()}


def _kind(value: object) -> str:
    if isinstance(value, date):
        return "date"
    if isinstance(value, bool):
        return "flag"
    return "number" if isinstance(value, Decimal | int) else "text"


def read_values(told: Mapping[str, list[str]]) -> dict[str, Any]:
    """What `values` wrote."""
    return {name: _READ[kind](text) for name, (kind, text) in told.items()}


def _number(text: str) -> object:
    """A figure; of calculations of before December 2026 a yes or no too, which was kept as one."""
    return text == "True" if text in _FLAGS else Decimal(text)


_FLAGS = ("True", "False")
_READ: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "number": _number,
    "text": str,
    "flag": lambda text: text == "True",
}
