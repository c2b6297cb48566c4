"""The ceiling of the job-loss allowance (IPE) that the social security fund pays, or that an agreed exit may
forfeit."""

from decimal import Decimal

from union.law.facts import Contract, Facts, Reason
from union.law.pay.serving import gross_first
from union.law.result import Code, Line, centimes
from union.law.sources.source import Status
from union.law.terms.rates import smig

MONTHS = 6
SHARE = Decimal("0.70")


def ipe(facts: Facts) -> Line | None:
    """6 × min(70 % of pay, SMIG of a month of 191 hours) for an employer's termination or a negotiated exit, else
    None."""
    if facts.contract is Contract.CDD or not facts.broken_by_employer:
        return None
    pay, which = gross_first(facts)
    floor = smig(facts.left_on)
    reading = "ipe_at_risk" if facts.reason is Reason.NEGOTIATED else "ipe_paid_by_fund"
    values: dict[str, Decimal | int]
    if SHARE * pay < floor.monthly:
        method, values, month = "ipe_share", {"pay": pay}, SHARE * pay
    else:
        method, values, month = "ipe_smig", {"smig": floor.hourly}, floor.monthly
    articles = ("ct 59", "ipe")
    amount = centimes(MONTHS * month)
    return Line(Code.IPE, amount, method, values, which, articles, Status.VERIFIED_2, "fund", alternative=reading)
