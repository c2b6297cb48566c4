"""Damages if the judge holds the dismissal abusive (art 41): a scenario, never an entitlement."""

from decimal import Decimal

from union.law.facts import Contract, Facts, Reason
from union.law.pay.minimum import by_inference, floored
from union.law.pay.serving import net_first
from union.law.result import Code, Line, NotDue, centimes
from union.law.sources.source import Status
from union.law.terms.seniority import Service

MONTHS_A_YEAR = Decimal("1.5")
CAP_MONTHS = 36

_REFUSED = {
    Reason.SERIOUS_MISCONDUCT: "damages_misconduct",
    Reason.RESIGNATION: "damages_resignation",
    Reason.ECONOMIC_AUTHORISED: "damages_authorised",
    Reason.DEATH: "damages_ended",
    Reason.FORCE_MAJEURE: "damages_majeure",
    Reason.EMPLOYED: "damages_employed",
}


def damages(facts: Facts, served: Service) -> Line | NotDue:
    """1.5 month of pay for each started year, at most 36 months, on net pay where it is known."""
    refused = _REFUSED.get(facts.reason, "")
    if facts.contract is Contract.CDD and facts.reason is not Reason.EMPLOYED:
        refused = "damages_fixed_term"
    elif facts.retired:
        refused = "damages_retired"
    elif facts.trial and not refused:
        refused = "damages_trial"
    if refused:
        return NotDue(Code.DAMAGES, refused)
    return damages_on(facts, served, *net_first(facts))


def damages_on(facts: Facts, served: Service, pay: Decimal, which: str) -> Line:
    """The damages line on that monthly pay, never below the minimum wage."""
    return by_inference(damages_at(facts, served, *floored(facts, pay, which)))


def damages_at(facts: Facts, served: Service, pay: Decimal, which: str) -> Line:
    """The damages line on just that pay."""
    months = MONTHS_A_YEAR * served.started
    values: dict[str, Decimal | int]
    if months > CAP_MONTHS:
        method, months, values = "damages_capped", Decimal(CAP_MONTHS), {"months": CAP_MONTHS, "pay": pay}
    else:
        method, values = "damages", {"rate": MONTHS_A_YEAR, "years": served.started, "pay": pay}
    articles = ("ct 41", "ct 59")
    if facts.reason is Reason.ECONOMIC_UNAUTHORISED:
        articles = ("ct 41", "ct 70")
    both = which == "net" and facts.monthly_gross is not None
    status, case = (Status.VERIFIED_2, "net") if both else (Status.VERIFIED, "")
    return Line(Code.DAMAGES, centimes(months * pay), method, values, which, articles, status, case, scenario=True)
