"""Pay below the minimum wage: what is owed is counted on the minimum, for the lower agreement is void (arts 356,
360)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from union.law.facts import Facts
from union.law.result import Line
from union.law.sources.source import Status
from union.law.terms.rates import FIRST_KNOWN, smig

VOID_BELOW = ("ct 356", "ct 360")


def hourly(on: date) -> Decimal:
    """The least that an hour is paid on that day; nothing before the first rate known."""
    return smig(on).hourly if on >= FIRST_KNOWN else Decimal(0)


def monthly(facts: Facts) -> Decimal:
    """The least gross pay for the contract's hours of a month, at the rate of the last day."""
    return hourly(facts.left_on) * facts.hours


def floored(facts: Facts, pay: Decimal, which: str) -> tuple[Decimal, str]:
    """The pay, or the minimum wage where the gross is below it; a net pay is never converted."""
    least = monthly(facts)
    return (least, "smig") if which == "gross" and pay < least else (pay, which)


def by_inference(line: Line) -> Line:
    """The line, saying where it was counted on the minimum that only the void agreement is drawn from, for this
    head."""
    if line.pay != "smig":
        return line
    told = "+".join(filter(None, (line.alternative, "floored")))
    return replace(line, articles=(*line.articles, *VOID_BELOW), status=Status.UNVERIFIED, case="", alternative=told)
