"""The other readings of each figure: what the employer may answer, what else may be asked, and what may be lost."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from union.law.ending.damages import CAP_MONTHS, MONTHS_A_YEAR, damages, damages_at, damages_on
from union.law.ending.effective_work import worked
from union.law.ending.fixed_term import remaining_at, remaining_term
from union.law.ending.held_open import open_ended
from union.law.ending.leave import leave_on, leave_told
from union.law.ending.notice import ARTICLES, Length, days_suspended, due_length, notice, notice_at, notice_on, unserved
from union.law.ending.severance import hours, severance, severance_on
from union.law.facts import Category, Contract, Facts, Reason
from union.law.pay.minimum import floored
from union.law.pay.serving import gross_first, mean_first, net_first
from union.law.result import Code, Line, centimes
from union.law.sentences.formulas import DOUBLED
from union.law.social.ipe import ipe
from union.law.sources.source import Status
from union.law.terms import trial
from union.law.terms.rates import MONTH_HOURS
from union.law.terms.seniority import Service, service

UNPROVED = "majeure_unproved"
"""The reading of what a force majeure that is not proved would owe."""


def alternatives(facts: Facts, served: Service, lines: dict[Code, Line]) -> tuple[Line, ...]:
    """Every other reading of the lines owed, and the job-loss allowance; none while the contract goes on."""
    if facts.reason is Reason.EMPLOYED:
        return ()
    found: list[Line] = []
    if Code.SEVERANCE in lines:
        found += _severance(facts, served, lines[Code.SEVERANCE])
    if Code.NOTICE in lines:
        found += _notice(facts, served, lines[Code.NOTICE])
    if Code.DAMAGES in lines:
        found += _damages(facts, served, lines[Code.DAMAGES])
    found += _seniority_of_leave(facts)
    found += _on_told_pay(facts, served, lines.values())
    if facts.contract is Contract.CDD:
        found += _requalified(facts, served)
    found += _unsettled(facts, served)
    found += _postponed(facts, served)
    found += _unproved(facts, served)
    allowance = ipe(facts)
    if allowance:
        found.append(allowance)
    return tuple(found)


def _as(reading: str, line: Line, **changes: object) -> Line:
    """The line as another reading, which nothing settles: its status says so."""
    other: Line = replace(
        line,
        status=Status.UNVERIFIED,
        case="",
        scenario=False,
        alternative=reading,
        **changes,  # type: ignore[arg-type]  # replace() checks the names
    )
    return other


def _other_wage(
    facts: Facts, served: Service, line: Line, on: Callable[[Facts, Service, Decimal, str], Line]
) -> list[Line]:
    """The same line on the wage that the law does not take, where both are known and it comes to another sum."""
    gross, net = facts.monthly_gross, facts.monthly_net
    if gross is None or net is None or line.pay == "mean":
        return []
    other = on(facts, served, net, "net") if line.pay == "gross" else on(facts, served, gross, "gross")
    return [_as(f"on_{other.pay}", other)] if other.amount != line.amount else []


def severance_pro_rata(facts: Facts, served: Service, line: Line) -> Line:
    """The severance line with the started year counted by its days; the line itself where no year was started."""
    served = worked(facts, served)
    if not served.rest or line.method == "severance_agreed":
        return line
    whole, following = hours(served.years), hours(served.years + 1) - hours(served.years)
    pay = line.values.get("pay")
    rate = Decimal(line.values["smig"]) if pay is None else Decimal(pay)
    divisor = served.year_days * (1 if pay is None else MONTH_HOURS)
    twice = 2 if facts.protected else 1
    amount = (whole * served.year_days + following * served.rest) * rate * twice / divisor
    parts = {"hours": whole, "next": following, "days": served.rest, "year_days": served.year_days}
    values = parts | ({"smig": rate} if pay is None else {"pay": rate})
    method = "severance_pro_rata" + ("_smig" if pay is None else "") + (DOUBLED if facts.protected else "")
    return replace(line, amount=centimes(amount), method=method, values=values)


def damages_pro_rata(served: Service, line: Line) -> Line:
    """The damages line with the started year counted by its days; the line itself where that changes nothing."""
    if not served.rest or served.years * MONTHS_A_YEAR >= CAP_MONTHS:
        return line
    pay = Decimal(line.values["pay"])
    elapsed = served.years * served.year_days + served.rest
    amount = MONTHS_A_YEAR * elapsed * pay / served.year_days  # under the cap: the 24th year reaches it when whole
    values: dict[str, Decimal | int] = {"rate": MONTHS_A_YEAR, "years": served.years, "days": served.rest}
    values |= {"year_days": served.year_days, "pay": pay}
    return replace(line, amount=centimes(amount), method="damages_pro_rata", values=values)


def _severance(facts: Facts, served: Service, line: Line) -> Iterator[Line]:
    counted = severance_pro_rata(facts, served, line)
    if counted is not line:
        yield _as("pro_rata", counted)
    whole = severance_on(replace(facts, unjustified_days=None), served, *mean_first(facts))
    if whole.amount != line.amount:
        yield _as("absences_counted", replace(whole, articles=line.articles))
    yield from _other_wage(facts, served, line, severance_on)


def _damages(facts: Facts, served: Service, line: Line) -> Iterator[Line]:
    counted = damages_pro_rata(served, line)
    if counted is not line:
        yield _as("pro_rata", counted)
    yield from _other_wage(facts, served, line, damages_on)


def _notice(facts: Facts, served: Service, line: Line) -> Iterator[Line]:
    pay, _ = _paid(facts)
    if line.method == "notice_days":
        amount = centimes(line.values["days"] * pay / 30)
        yield _as("thirty", line, amount=amount, method="notice_days_30")
    elif facts.notified_on and facts.notified_on < facts.left_on:
        yield from _thirty_day_months(facts, served, line)
    executive, untold = facts.category is Category.EXECUTIVE, facts.on_trial is None
    if executive and untold and served.months < trial.MONTHS[facts.category]:
        amount = centimes(trial.NOTICE_DAYS * pay / 26)
        values = {"days": trial.NOTICE_DAYS, "pay": pay}
        yield _as("trial", line, amount=amount, method="notice_days", values=values, articles=("ct 13", "ct 14"))
    yield from _seniority_notified(facts, served, line)
    yield from _other_wage(facts, served, line, notice_on)


def _paid(facts: Facts) -> tuple[Decimal, str]:
    """The pay that the notice is counted on."""
    return floored(facts, *net_first(facts))


def _seniority_of_leave(facts: Facts) -> Iterator[Line]:
    """The seniority days of the year under way whole, as may be asked, or not at all, as the employer may answer."""
    for reading, days in (("seniority_whole", facts.leave_days_most), ("seniority_none", facts.leave_days_least)):
        if days is not None and days != facts.leave_days_due:
            yield _as(reading, leave_on(facts, days))


def _on_told_pay(facts: Facts, served: Service, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that were counted on the minimum wage by inference, on the lower pay that was told."""
    told = gross_first(facts)
    for line in lines:
        if line.pay != "smig" or "floored" not in line.alternative.split("+"):
            continue
        if line.code is Code.NOTICE:
            yield _as("on_told", notice_at(facts, served, *told))
        elif line.code is Code.DAMAGES:
            yield _as("on_told", damages_at(facts, served, *told))
        elif line.code is Code.LEAVE and facts.leave_days_due:
            yield _as("on_told", leave_told(facts, facts.leave_days_due))
        elif line.code is Code.REMAINING_TERM and facts.term_on:
            yield _as("on_told", remaining_at(facts, facts.term_on, *told))


def _postponed(facts: Facts, served: Service) -> Iterator[Line]:
    """What a dismissal would owe, if the age is put off until a whole pension is insured (art 526, third paragraph)."""
    if facts.retired and facts.insured.reduced and facts.contract is Contract.CDI:
        for line in (
            notice(replace(facts, reason=Reason.ABUSIVE), served),
            damages(replace(facts, reason=Reason.ABUSIVE), served),
        ):
            if isinstance(line, Line):
                yield _as("postponed", line, articles=(*line.articles, "ct 526"))


def _thirty_day_months(facts: Facts, served: Service, line: Line) -> Iterator[Line]:
    """Months of 30 days (DOC 132) instead of date to date, where the sum differs."""
    if facts.notified_on is None:
        return
    due = due_length(facts, served)
    start = facts.notified_on + timedelta(days=1)
    end = start + timedelta(days=30 * due.months + days_suspended(facts, due))
    months, days = divmod(max((end - facts.left_on).days - 1, 0), 30)
    pay, _ = _paid(facts)
    amount = centimes((30 * months + days) * pay / 30)
    if amount != line.amount:
        values = {"months": months, "days": days, "pay": pay}
        articles = (*ARTICLES, "doc 132")
        yield _as("thirty_day_months", line, amount=amount, method="notice_part", values=values, articles=articles)


def _seniority_notified(facts: Facts, served: Service, line: Line) -> Iterator[Line]:
    """The bracket of the day of notification, where it is another one than on the last day."""
    if facts.notified_on is None or facts.notified_on >= facts.left_on:
        return
    then = service(facts.hired_on, facts.notified_on)
    due = due_length(facts, then)
    if due != due_length(facts, served):
        yield from _part_of(facts, due, line)


def _part_of(facts: Facts, due: Length, line: Line) -> Iterator[Line]:
    pay, _ = _paid(facts)
    part = unserved(facts, due)
    if due.months:
        amount, method = (part.months * 30 + part.days) * pay / 30, "notice_part"
    else:
        amount, method = part.days * pay / 26, "notice_days"
    values = {"months": part.months, "days": part.days, "pay": pay}
    yield _as("seniority_notified", line, amount=centimes(amount), method=method, values=values)


def _unsettled(facts: Facts, served: Service) -> Iterator[Line]:
    """The severance that no text grants or refuses: a retirement with a pension, force majeure (arts 52, 60)."""
    if facts.contract is Contract.CDI and (facts.retired or facts.reason is Reason.FORCE_MAJEURE):
        line = severance(replace(facts, reason=Reason.ABUSIVE), served)
        if isinstance(line, Line):
            yield _as("unsettled", line)


def _unproved(facts: Facts, served: Service) -> Iterator[Line]:
    """What a dismissal would owe, if the force majeure is not proved; of a fixed term only where its term is told."""
    if facts.reason is not Reason.FORCE_MAJEURE or (facts.contract is Contract.CDD and facts.term_on is None):
        return
    broken = replace(facts, reason=Reason.ABUSIVE)
    for line in (severance(broken, served), notice(broken, served), remaining_term(broken), damages(broken, served)):
        if isinstance(line, Line):
            reading = "+".join(filter(None, (UNPROVED, line.alternative)))
            yield _as(reading, line, articles=(*line.articles, "doc 268", "doc 269"))


def _requalified(facts: Facts, served: Service) -> Iterator[Line]:
    """What an open-ended contract would have owed, where the employer broke it or let it end at its term."""
    as_open = open_ended(facts)
    if as_open is None:
        return
    for line in (severance(as_open, served), notice(as_open, served), damages(as_open, served)):
        if isinstance(line, Line):
            yield requalified(line)


def requalified(line: Line) -> Line:
    """A line that is owed if the contract is held open-ended, and says so; the decision behind it has the limited
    cases."""
    articles = ("ct 16", "ct 17", *line.articles)
    reading = "+".join(filter(None, ("requalified", line.alternative)))
    return replace(_as(reading, line, articles=articles), status=Status.VERIFIED_2, case="limited_cases")
