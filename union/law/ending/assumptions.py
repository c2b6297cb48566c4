"""What an entitlement takes as true, and the warnings that go with it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from union.law.ending import notice_debt
from union.law.ending.leave import before_set_off
from union.law.ending.notice import clause_void, days_suspended, due_length, length
from union.law.facts import Contract, Facts, Mandate, OwnNotice, Reason
from union.law.pay import minimum
from union.law.result import Assumption, Code, Line
from union.law.terms import retirement, trial
from union.law.terms.rates import CHECKED_ON, SMIG, Smig
from union.law.terms.seniority import Service

TAX_FREE, TAXED_FROM = Decimal(1_000_000), date(2023, 1, 1)  # finance act of 2023: VERIFIED-2, L'Économiste
EXEMPT = frozenset({Code.SEVERANCE, Code.NOTICE, Code.DAMAGES})
_NO_BETTER = Assumption("no_better_terms")
_APPROVAL = {
    Mandate.IN_OFFICE: Assumption("approval_in_office"),
    Mandate.FORMER: Assumption("approval_former"),
    Mandate.CANDIDATE: Assumption("approval_candidate"),
}


def assumptions(facts: Facts, served: Service, lines: dict[Code, Line], rates: Smig) -> tuple[Assumption, ...]:
    """Everything that must be read beside the figures, in the order of the lines."""
    if facts.reason is Reason.EMPLOYED:
        return _employed(facts, rates)
    found = [
        *_wages(facts, rates),
        *_service(facts, served, lines),
        *_notice(facts, served, lines),
        *_own_notice(facts, served),
        *_rest(facts, lines),
    ]
    if facts.left_on >= TAXED_FROM and sum(line.amount for code, line in lines.items() if code in EXEMPT) > TAX_FREE:
        found.append(Assumption("tax_ceiling", {"ceiling": TAX_FREE}))
    if rates is SMIG[-1] and facts.left_on.year > max(rates.since.year, CHECKED_ON.year):
        found.append(Assumption("smig_last_known", {"since": rates.since}))
    found.append(_NO_BETTER)
    return tuple(found)


def _employed(facts: Facts, rates: Smig) -> tuple[Assumption, ...]:
    """Of somebody whose contract goes on: nothing that an ending alone would ask for."""
    of_an_ending = {"gross_only", "net_only", "two_wages", "same_wage", "two_bases"}
    found = [Assumption("employed", {"on": facts.left_on})]
    found += [one for one in _wages(facts, rates) if one.code not in of_an_ending]
    if facts.unpaid_days is None:
        found.append(Assumption("wages_not_given"))
    return (*found, _NO_BETTER)


def _wages(facts: Facts, rates: Smig) -> Iterator[Assumption]:
    gross, net = facts.monthly_gross, facts.monthly_net
    if gross is None:
        yield Assumption("net_only")
    elif net is None:
        yield Assumption("gross_only")
    else:
        yield Assumption("two_wages")
    yield Assumption("same_wage" if facts.mean_gross is None else "two_bases")
    least = minimum.monthly(facts)
    if gross is not None and gross < least:
        yield Assumption("below_smig", {"monthly": least})
    elif gross is None and net is not None and net < least:
        yield Assumption("net_below_smig", {"monthly": least})


def _service(facts: Facts, served: Service, lines: dict[Code, Line]) -> Iterator[Assumption]:
    if served.rest and (Code.SEVERANCE in lines or Code.DAMAGES in lines):
        yield Assumption("started_year")
    if facts.unjustified_days and Code.SEVERANCE in lines:
        yield Assumption("absences_deducted", {"days": facts.unjustified_days})
    agreed, line = facts.agreed_severance, lines.get(Code.SEVERANCE)
    if agreed is not None and line and line.method == "severance_agreed":
        yield Assumption("severance_agreed")
    elif agreed is not None and line and agreed < line.amount:
        yield Assumption("severance_agreed_lower")
    if facts.reason is Reason.RETIREMENT and facts.born_on:
        yield from of_retirement(facts.born_on, facts.left_on, facts.insured)
    if facts.reason is Reason.DEATH:
        yield from (Assumption("owed_to_heirs"), Assumption("death_at_work"))
    if facts.reason is Reason.FORCE_MAJEURE:
        yield Assumption("force_majeure_proof")
    if facts.on_trial:
        yield Assumption("trial_running" if facts.trial else "trial_over")
    if facts.reason is Reason.NEGOTIATED:
        yield Assumption("negotiated_comparison")
    if Code.DAMAGES in lines:
        yield Assumption("damages_for_judge")
    if facts.mandate in _APPROVAL:
        yield _APPROVAL[facts.mandate]


def of_retirement(born_on: date, left_on: date, insured: retirement.Pension) -> Iterator[Assumption]:
    """What goes with a retirement, and with one that came too early to be one."""
    if not retirement.retired(born_on, left_on, insured):
        yield Assumption("retired_early")
        return
    if insured.reduced:
        yield Assumption("reduced_pension", {"days": insured.days, "percent": insured.percent})
    if retirement.age(born_on, left_on) > retirement.AGE:
        yield Assumption("past_sixty")
    yield Assumption("retired_replaced")


def _own_notice(facts: Facts, served: Service) -> Iterator[Assumption]:
    """What an employee who resigned owes, or that nobody told; nothing where the notice was served."""
    owed = notice_debt.debt(facts, served)
    if owed:
        found = notice_debt.NoticeDebt(owed, before_set_off(facts))
        yield Assumption("notice_owed", {"owed": owed, "set_off": found.set_off, "left": found.left_to_sue})
    elif notice_debt.resigned(facts) and not notice_debt.known(facts):
        yield Assumption("own_notice_not_known")
    elif notice_debt.resigned(facts) and facts.own_notice is OwnNotice.EXCUSED:
        yield Assumption("own_notice_excused")


def _notice(facts: Facts, served: Service, lines: dict[Code, Line]) -> Iterator[Assumption]:
    if Code.NOTICE not in lines:
        return
    yield Assumption("category_as_given")
    if facts.notified_on is None:
        yield Assumption("notice_whole")
    elif facts.notified_on > facts.left_on:
        yield Assumption("notified_after_leaving")
    else:
        yield Assumption("notice_part", {"notified_on": facts.notified_on})
    due = due_length(facts, served)
    suspended = days_suspended(facts, due)
    if suspended:
        yield Assumption("notice_suspended", {"days": suspended})
    if clause_void(facts, served):
        yield Assumption("notice_clause_void")
    elif due != length(facts.category, served) and not facts.trial:
        yield Assumption("notice_agreed", {"months": due.months})
    if not due.months:
        yield Assumption("notice_days_26")
    if facts.on_trial is None and served.months < trial.MONTHS[facts.category]:
        yield Assumption("no_trial")


def _rest(facts: Facts, lines: dict[Code, Line]) -> Iterator[Assumption]:
    if Code.REMAINING_TERM in lines:
        yield Assumption("remaining_days_30")
    if facts.contract is Contract.CDD and facts.term_on and facts.left_on > facts.term_on:
        yield Assumption("worked_past_term")
    if facts.leave_days_due is None:
        yield Assumption("leave_not_given")
    if facts.unpaid_days is None:
        yield Assumption("wages_not_given")
