"""Puts a worked example of a chapter to the engine: `ASK[call](facts)` gives what the example expects, by name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from union.languages.saying import answer_in_language
from union.law import delegates
from union.law.dates.deadlines import read_deadline
from union.law.differing.switches import Bonuses, Switches, Term, Wage, Years, under
from union.law.dossier import read_dossier
from union.law.ending import job_search, other_ends, requalification
from union.law.ending.effective_work import worked
from union.law.ending.protection import Held, Office, protection
from union.law.facts import BadFacts, read_facts
from union.law.figures import Figure
from union.law.pay import arrears, holidays_worked, leave_earned, overtime, reduced_hours, seniority_bonus
from union.law.pay import history as pay_history
from union.law.polls import calendar as polls
from union.law.polls import counting, representative, seats
from union.law.procedure import discipline, dismissal_order, grounds
from union.law.procedure.checks import deadline_json, procedure
from union.law.procedure.collective import applies
from union.law.procedure.collective_plan import CollectivePlan
from union.law.result import Code
from union.law.sections import filing as sections
from union.law.settling import conciliation
from union.law.social import declared_days, job_loss
from union.law.terms.kinds import Contract
from union.law.terms.retirement import Pension
from union.law.terms.seniority import service

Facts = dict[str, Any]
Answer = dict[str, Any]
day = date.fromisoformat
TODAY = date(2026, 3, 2)
_SWITCHES: dict[str, Callable[[str], Any]] = {"years": Years, "wage": Wage, "bonuses": Bonuses, "term": Term}


def shown(figure: Figure) -> str:
    return str(answer_in_language(figure.as_json(), "en")["value"])


def value(figure: Figure | None) -> Answer:
    return {"value": shown(figure) if figure else None, "figures": [figure] if figure else []}


def decimals(facts: Facts, *names: str) -> list[Decimal]:
    return [Decimal(facts[name]) for name in names]


def ask_overtime(facts: Facts) -> Answer:
    hours = overtime.Hours(**{facts["kind"]: Decimal(facts["hours"])})
    (figure,) = overtime.overtime(hours, Decimal(facts["rate"]), day(facts["on"]))
    return value(figure)


def ask_day_night(facts: Facts) -> Answer:
    found = overtime.by_day_and_night(time.fromisoformat(facts["start"]), time.fromisoformat(facts["end"]))
    by_day, by_night = (round(hours * 60) for hours in found)
    return {"day_minutes": by_day, "night_minutes": by_night}


def ask_bonus(facts: Facts) -> Answer:
    return value(seniority_bonus.bonus(day(facts["hired_on"]), day(facts["month"]), Decimal(facts["base"])))


def ask_bonus_missing(facts: Facts) -> Answer:
    elements = tuple((seniority_bonus.Element(kind), Decimal(amount)) for kind, amount in facts["elements"])
    paid = seniority_bonus.Paid(day(facts["month"]), elements, Decimal(facts["bonus"]))
    found = seniority_bonus.missing(day(facts["hired_on"]), [paid])
    return value(found[0] if found else None)


def ask_variable(facts: Facts) -> Answer:
    before = [Decimal(each) for each in facts["before"]]
    return value(seniority_bonus.variable(day(facts["hired_on"]), day(facts["month"]), before))


def ask_counted_from(facts: Facts) -> Answer:
    earlier = [seniority_bonus.Earlier(day(first), day(last), paid) for first, last, paid in facts["earlier"]]
    return {"since": seniority_bonus.counted_from(day(facts["hired_on"]), earlier).isoformat()}


def ask_intermittent(facts: Facts) -> Answer:
    return value(leave_earned.intermittent(facts["days"], Decimal(facts["pay"]), TODAY, minor=facts["minor"]))


def ask_leave(facts: Facts) -> Answer:
    found = leave_earned.earned(
        day(facts["hired_on"]),
        day(facts["left_on"]),
        taken=Decimal(facts["taken"]),
        before=[Decimal(each) for each in facts["before"]],
        minor=facts["minor"],
    )
    readings = {one.code: shown(one) for one in found.readings}
    return {"value": plain(found.days), "readings": readings, "figures": [*found.lines, *found.readings]}


def plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ask_holiday(facts: Facts) -> Answer:
    found = holidays_worked.worked(
        day(facts["on"]),
        Decimal(facts["pay"]),
        holidays_worked.Kind(facts.get("kind", "continuous")),
        hours=Decimal(facts["hours"]) if "hours" in facts else None,
        announced={day(each): "announced" for each in facts.get("announced", [])},
    )
    return {"refused": found.why.head.key} if isinstance(found, holidays_worked.NotPaid) else value(found)


def ask_recovery(facts: Facts) -> Answer:
    lost, on, hours = day(facts["lost_on"]), day(facts["on"]), Decimal(facts["hours"])
    return {"allowed": holidays_worked.may_be_made_up(lost, on, hours, rest_day=facts["rest_day"])}


def ask_mean(facts: Facts) -> Answer:
    months = [
        pay_history.Month(
            day(one["first"]),
            tuple((pay_history.Element(kind), Decimal(amount)) for kind, amount in one["elements"]),
            pay_history.Absence(one["unpaid"]) if "unpaid" in one else None,
        )
        for one in facts["months"]
    ]
    line, readings = pay_history.mean(months, day(facts["left_on"]))
    return value(line) | {"readings": {one.code: shown(one) for one in readings}, "figures": [line, *readings]}


def ask_effective(facts: Facts) -> Answer:
    absences = [
        pay_history.Away(pay_history.Absence(one["kind"]), day(one["first"]), day(one["last"]))
        for one in facts["absences"]
    ]
    told = {name: facts[name] for name in ("hired_on", "left_on")}
    departure = {"category": "employee", "contract": "CDI", "reason": "abusive", "monthly_gross": "5000"} | told
    known = replace(read_facts(departure), unjustified_days=pay_history.days_lost(absences))
    served = service(known.hired_on, known.left_on)
    return {"line": worked(known, served).started, "reading": served.started}


def _paid(facts: Facts) -> arrears.PaidMonth:
    return arrears.PaidMonth(
        day(facts["first"]),
        Decimal(facts["paid"]),
        Decimal(facts.get("hours", "191")),
        Decimal(facts["due"]) if "due" in facts else None,
        day(facts["paid_on"]) if "paid_on" in facts else None,
    )


def _arrears(found: list[arrears.Arrears]) -> Answer:
    if not found:
        return value(None)
    (one,) = found
    part = None if one.smig_part is None else f"{one.smig_part:.2f}"
    return (
        value(one.figure)
        | {"code": one.figure.code, "smig_part": part}
        | {"limitation": str(one.limitation), "legal_on": one.legal_on.isoformat()}
    )


def ask_protection(facts: Facts) -> Answer:
    until = day(facts["until"]) if facts["until"] else None
    held = Held(Office(facts["office"]), day(facts["since"]), until)
    return {"standing": str(protection([held], day(facts["on"])).standing)}


def ask_check(facts: Facts) -> Answer:
    answer = procedure(facts)
    return {one.code: one for one in answer.findings} | {"answer": answer}


def ask_sanction(facts: Facts) -> Answer:
    def given(one: Facts) -> discipline.PriorSanction:
        days = Decimal(one["days"]) if "days" in one else None
        return discipline.PriorSanction(discipline.Sanction(one["kind"]), day(one["on"]), days)

    dates = ("known_on", "heard_on", "decided_on", "notified_on")
    how = discipline.Procedure(**{name: day(facts[name]) for name in dates if name in facts})
    found = discipline.sanction([given(one) for one in facts["before"]], given(facts["now"]), how)
    return {one.code: one for one in found}


def ask_other_end(facts: Facts) -> Answer:
    if facts["end"] == "death":
        heads = other_ends.on_death()
    elif facts["end"] == "retirement":
        born, left = day(facts["born_on"]), day(facts["left_on"])
        heads = other_ends.on_retirement(born, left, Pension(facts.get("pension"), facts.get("days")))
    else:
        heads = other_ends.on_force_majeure(Contract(facts["contract"]))
    return {"owed": {str(one.code): str(one.owed) for one in heads}, "heads": heads}


def ask_order(facts: Facts) -> Answer:
    people = [dismissal_order.Ranked(**{**one, "hired_on": day(one["hired_on"])}) for one in facts["people"]]
    found = dismissal_order.inversions(people)
    return {"inversions": [[one.dismissed.key, one.kept.key, one.plain] for one in found]}


def ask_undeclared(facts: Facts) -> Answer:
    found = declared_days.undeclared([declared_days.Declared(TODAY.replace(day=1), facts["worked"], facts["declared"])])
    return value(found[0] if found else None)


def ask_missing(facts: Facts) -> Answer:
    pay, worked, normal, paid = decimals(facts, "pay", "worked", "normal", "paid")
    return value(reduced_hours.missing(pay, worked, normal, paid, TODAY))


def ask_under(facts: Facts, rule: str) -> Answer:
    told = dict(facts)
    given, bonus = told.pop("switches"), told.pop("monthly_bonus")
    chosen = Switches(**{name: _SWITCHES[name](value) for name, value in given.items()})
    line = under(read_facts(told), chosen, None if bonus is None else Decimal(bonus)).line(Code(rule))
    return {"value": f"{line.amount:.2f}" if line else None}


def ask_file(facts: Facts, rule: str) -> Answer:
    """What a whole file shows under one rule: a line of the departure, or one figure beside it."""
    shown = answer_in_language(read_dossier(facts).as_json(), "en")
    beside: dict[str, Any] = shown.get("beside", {})
    heads = {"mean_52_weeks": "mean", "job_search_hours": "job_search", "mean_partial": "mean"}
    lines = {one["code"]: one["amount"] for one in shown["lines"]}
    figures = [] if rule in set(Code) else beside.get(heads.get(rule, rule), [])
    value_of = (
        lines.get(rule) if rule in set(Code) else figures[0]["value"] if rule != "effective_work" and figures else None
    )
    years = beside.get("effective_years")
    return {"value": value_of, "years": [years["started"], years["not_deducted"]] if years else None}


def ask_head(facts: Facts) -> Answer:
    """One head of a departure: its line with its status, its other readings, and what is owed to the employer."""
    told = dict(facts)
    head = told.pop("head")
    shown = answer_in_language(read_dossier(told).as_json(), "en")
    owed = read_dossier(told).owed
    line = owed.line(Code(head))
    return {
        "value": f"{line.amount:.2f}" if line else None,
        "status": str(line.status) if line else None,
        "stands": line.alternative if line else None,
        "others": {one.alternative: f"{one.amount:.2f}" for one in owed.alternatives if one.code == head},
        "not_due": [one.reason for one in owed.not_due if one.code == head],
        "said": [one.code for one in owed.assumptions],
        "debt": shown.get("notice_debt"),
    }


def ask_delegate_hours(facts: Facts) -> Answer:
    spent = [delegates.Time(int(Decimal(one) * 60)) for one in facts["hours"]]
    spent += [delegates.Time(int(Decimal(one) * 60), exceptional=True) for one in facts.get("exceptional", [])]
    told = delegates.hours_of_month(Office(facts["office"]), spent)
    return {"used": str(told.used), "left": str(told.left), "over": str(told.over), "status": str(told.status)}


def ask_seats(facts: Facts) -> Answer:
    found = seats.seats(facts["people"])
    return {"seats": found.number, "other": found.other, "status": str(found.status)}


def ask_split(facts: Facts) -> Answer:
    found = seats.split(facts["seats"], facts["employees"], facts["executives"])
    return {"employees": found.employees, "executives": found.executives, "status": str(found.status)}


def ask_count(facts: Facts) -> Answer:
    lists = [counting.Votes(name, votes) for name, votes in facts["votes"].items()]
    found = counting.count(lists, facts["valid"], facts["seats"], facts.get("elders", ()))
    return {
        "quotient": str(found.quotient),
        "by_quotient": {one.name: one.by_quotient for one in found.won},
        "won": {one.name: one.seats for one in found.won},
        "tied": list(found.tied),
    }


def ask_share(facts: Facts) -> Answer:
    count = representative.nationally if facts.get("national") else representative.at_enterprise
    found = count(facts["seats"], facts["total"])
    return {"reached": found.reached, "least": found.least, "lacking": found.lacking, "thousandths": found.tenths}


def ask_national_missing(facts: Facts) -> Answer:
    found = representative.National(
        representative.nationally(facts["seats"], facts["total"]), facts.get("both_sectors", True)
    )
    more = {"taken": found.taken, "added": found.added}
    return {"reached": found.reached, **{name: one and one.seats for name, one in more.items()}}


def ask_election_days(facts: Facts) -> Answer:
    """One step of an election whose days are told; those of the minister's order where `confirmed` says so."""
    told = {name: day(on) for name, on in facts["days"].items()}
    how = {name: facts[name] for name in ("confirmed", "no_quorum") if name in facts}
    found = {str(one.step): one for one in polls.plan(polls.Days(**told, **how))}
    one = found[facts["step"]]
    legal, safe = (None if on is None else on.isoformat() for on in (one.legal_on, one.safe_on))
    return {"legal_on": legal, "safe_on": safe, "basis": str(one.basis), "status": str(one.status)}


def ask_section(facts: Facts) -> Answer:
    """The day of the deposit, and one step of a filing where one is asked."""
    told = {sections.Step(step): day(on) for step, on in facts.get("done", {}).items()}
    since, refused = (day(facts[name]) if name in facts else None for name in ("since", "refused_on"))
    one = sections.Filing(facts.get("founding", True), since, refused, told)
    answer: Answer = {"deposit_day": one.deposit_day and one.deposit_day.isoformat()}
    for planned in sections.plan(one):
        if planned.step == facts.get("step"):
            answer |= {"by": planned.by and planned.by.isoformat(), "status": str(planned.status)}
    return answer


def ask_term(facts: Facts) -> Answer:
    """The end of an officer's term and the day from which the next one is prepared."""
    until = day(facts["until_on"]) if "until_on" in facts else None
    ends = sections.term_ends(day(facts["from_on"]), facts.get("months"), until)
    by = None if ends is None else sections.renewal(ends).by
    return {"ends_on": ends and ends.isoformat(), "by": by and by.isoformat()}


def ask_refused(facts: Facts) -> Answer:
    return _refusal(lambda: procedure(facts))


def _refusal(work: Callable[[], object]) -> Answer:
    try:
        work()
    except BadFacts as bad:
        return {"field": bad.field, "sentence": bad.sentence}
    return {"field": None}


ASK: dict[str, Callable[[Facts], Answer]] = {
    "overtime": ask_overtime,
    "day_night": ask_day_night,
    "week": lambda facts: value(overtime.beyond_the_week(Decimal(facts["hours"]), TODAY)),
    "year": lambda facts: value(overtime.beyond_the_year(Decimal(facts["hours"]), TODAY)),
    "tenth": lambda facts: value(overtime.from_the_tenth_hour([Decimal(one) for one in facts["days"]], TODAY)),
    "allotment": lambda facts: value(
        overtime.beyond_the_allotment(Decimal(facts["hours"]), TODAY, consulted=facts["consulted"])
    ),
    "bonus": ask_bonus,
    "bonus_missing": ask_bonus_missing,
    "bonus_variable": ask_variable,
    "counted_from": ask_counted_from,
    "intermittent": ask_intermittent,
    "leave": ask_leave,
    "holiday": ask_holiday,
    "recovery": ask_recovery,
    "job_search": lambda facts: value(job_search.hours_off(day(facts["first"]), day(facts["last"]), far=facts["far"])),
    "job_refused": lambda facts: value(job_search.refused(*decimals(facts, "hours", "pay"), TODAY)),
    "mean": ask_mean,
    "effective": ask_effective,
    "arrears": lambda facts: _arrears(arrears.underpaid([_paid(facts)], day(facts["on"]))),
    "short_paid": lambda facts: _arrears(arrears.underpaid([_paid(facts)], day(facts["on"]))),
    "deadline": lambda facts: deadline_json(read_deadline(facts["rule"], facts["from"], facts.get("hour"))),
    "deadline_refused": lambda facts: _refusal(lambda: read_deadline(facts["rule"], facts["from"])),
    "delegate_hours": ask_delegate_hours,
    "monthly_meeting": lambda facts: {"from": delegates.ask_for_meeting_from(day(facts["month"])).isoformat()},
    "protection": ask_protection,
    "delegate_seats": ask_seats,
    "college_split": ask_split,
    "list_seats": ask_count,
    "share": ask_share,
    "national_missing": ask_national_missing,
    "election_days": ask_election_days,
    "section": ask_section,
    "section_term": ask_term,
    "union_representatives": lambda facts: {"number": representative.representatives(facts["people"]).number},
    "allowance": lambda facts: value(job_loss.monthly(Decimal(facts["wage"]), day(facts["lost_on"]))),
    "allowance_whole": lambda facts: {"value": f"{job_loss.whole(Decimal(facts['wage']), day(facts['lost_on'])):.2f}"},
    "undeclared": ask_undeclared,
    "check": ask_check,
    "sanction": ask_sanction,
    "notes": lambda facts: {"notes": [one.head.key for one in procedure(facts).notes]},
    "absence": lambda facts: {"serious": grounds.absence_is_serious(facts["days"], facts["half_days"])},
    "applies": lambda facts: {"applies": applies(CollectivePlan(headcount=facts["headcount"]))},
    "reduction_missing": ask_missing,
    "final": lambda facts: {"final": conciliation.is_final(conciliation.read_conciliation(facts))},
    "service_from": lambda facts: {
        "since": requalification.service_from(requalification.read_chain(facts)).isoformat()
    },
    "other_end": ask_other_end,
    "order": ask_order,
    "refused": ask_refused,
    "head": ask_head,
    "file_refused": lambda facts: _refusal(lambda: read_dossier(facts)),
}


BY_RULE: dict[str, Callable[[Facts, str], Answer]] = {"under": ask_under, "file": ask_file}
"""What is asked for one rule of several that the facts answer."""
