"""Questions of the law that no paper of a case brings: a sanction, agency work, reduced hours, a retirement, any
period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, cast, get_args, get_type_hints

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from union.cases.earlier_sanctions import EarlierSanctions, refuse_what_cannot_be
from union.cases.findings_view import ANSWERS, Answer, as_bool
from union.cases.hours import Hour
from union.cases.law_words import AGENCY_CASES, MANDATES, SANCTIONS
from union.cases.retirement_questions import Retired, RetirementFacts, retirement
from union.languages.saying import in_language
from union.law.dates.deadlines import Deadline, read_deadline
from union.law.dates.periods import PERIODS, Rule
from union.law.ending.agency import Agency
from union.law.ending.agency import Case as AgencyCase
from union.law.facts import BadFacts
from union.law.pay.reduced_hours import Reduction
from union.law.procedure.checks import Answer as Found
from union.law.procedure.checks import Kind, procedure
from union.law.procedure.discipline import Penalty, Sanction
from union.law.terms.kinds import Mandate
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Count, Day
from union.web.locale import language


class Topic(Enum):
    """What a page asks about."""

    SANCTION = "sanction"
    AGENCY = "agency"
    REDUCED_HOURS = "reduced_hours"
    RETIREMENT = "retirement"
    PERIOD = "period"


TOPICS = {
    Topic.SANCTION: _l("A sanction: was it given as the law asks?"),
    Topic.AGENCY: _l("Work through an agency: are its conditions met?"),
    Topic.REDUCED_HOURS: _l("Reduced hours: was the law kept?"),
    Topic.RETIREMENT: _l("A retirement: is it one, and what is owed?"),
    Topic.PERIOD: _l("A period: until when?"),
}


@dataclass(frozen=True)
class Asks:
    """The facts that the law takes of one topic, as a dataclass of its own, each with its label."""

    kind: Kind
    facts: type[Any]
    labels: dict[str, Any]


ASKS = {
    Topic.SANCTION: Asks(
        Kind.SANCTION,
        Penalty,
        {
            "sanction": _l("Sanction"),
            "on": _l("Given on"),
            "days": _l("Days of suspension"),
            "known_on": _l("The employer learnt of the act on"),
            "heard": _l("Was the employee heard?"),
            "heard_on": _l("Heard on"),
            "decided_on": _l("Decided on"),
            "decided_at": _l("Hour of the decision"),
            "notified_on": _l("Notified on"),
            "notified_at": _l("Hour of the notification"),
            "mandate": _l("Mandate"),
            "inspector_asked_on": _l("The inspector was asked on"),
            "inspector_approved": _l("Did the inspector approve?"),
            "inspector_silent": _l("Has the inspector stayed silent?"),
        },
    ),
    Topic.AGENCY: Asks(
        Kind.AGENCY,
        Agency,
        {
            "case": _l("Why an agency is used"),
            "strikers_replaced": _l("How many strikers are replaced"),
            "starts_on": _l("First day of the task"),
            "ends_on": _l("Last day of the task, renewal included"),
            "renewals": _l("How many renewals"),
            "absence_ends_on": _l("The absence ends on"),
            "consulted": _l("Were the employees’ representatives consulted?"),
            "risks": _l("Is the work dangerous?"),
            "economic_dismissal_on": _l("Economic dismissal on this post, on"),
            "written_with_user": _l("Is there a written contract between agency and user?"),
            "written_with_employee": _l("Is there a written contract between agency and employee?"),
            "trial_days": _l("Days of trial"),
        },
    ),
    Topic.REDUCED_HOURS: Asks(
        Kind.REDUCED_HOURS,
        Reduction,
        {
            "headcount": _l("Employees of the establishment"),
            "crisis": _l("Is there a passing economic crisis or an unforeseen event?"),
            "starts_on": _l("The reduction begins on"),
            "told": _l("Were the delegates told?"),
            "told_on": _l("Told on"),
            "consulted": _l("Were they consulted?"),
            "has_council": _l("Is there a works council?"),
            "council_told": _l("Was the council told?"),
            "council_told_on": _l("The council was told on"),
            "council_consulted": _l("Was the council consulted?"),
            "days": _l("Days of reduction in the year"),
            "agreed": _l("Did the representatives agree to a longer one?"),
            "authorised": _l("Did the governor authorise it?"),
            "share_paid": _l("Part of the normal pay that was paid (0,50 for a half)"),
        },
    ),
}
WORDS: dict[type[Enum], dict[Any, Any]] = {Sanction: SANCTIONS, AgencyCase: AGENCY_CASES, Mandate: MANDATES}
REQUIRED = frozenset({"sanction", "on"})


class LawForm(Form):
    """Facts that are put to the law and kept nowhere."""

    writes = False


class RetirementForm(RetirementFacts, LawForm):
    """What a retirement is judged by."""


class SanctionForm(LawForm, EarlierSanctions):
    """What one sanction is judged by, with those of the year before."""


class PeriodForm(LawForm):
    """One period, from its day and, where it is counted in hours, from its hour."""

    rule = Choice(_l("Which period"), Rule, {}, [needed()])
    start = Day(_l("It runs from"), [needed()])
    hour = Hour(_l("At what hour, if it is known"))


def form_of(topic: Topic) -> LawForm:
    """The form of a topic, made of the facts that the law takes."""
    if topic is Topic.PERIOD:
        form = PeriodForm()
        form.rule.offer({rule: _of_rule(rule) for rule in PERIODS}, empty=_l("Choose"))
        return form
    if topic is Topic.RETIREMENT:
        return RetirementForm()
    asks = ASKS[topic]
    types = get_type_hints(asks.facts)
    fields = {name: _field(name, label, types[name]) for name, label in asks.labels.items()}
    begun = SanctionForm if topic is Topic.SANCTION else LawForm
    return cast(LawForm, type("QuestionsForm", (begun,), fields)())


def _of_rule(rule: Rule) -> LazyString:
    return LazyString(lambda: (said := in_language(PERIODS[rule].act, language()))[:1].upper() + said[1:])


def _field(name: str, label: Any, hint: Any) -> Any:
    plain = next((one for one in get_args(hint) if one is not type(None)), hint)
    asked = [needed()] if name in REQUIRED else []
    if plain is bool:
        return Tiles(label, Answer, ANSWERS, empty=_l("Not known"))
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        empty = None if plain is Mandate else _l("Choose") if asked else _l("Not known")
        return Choice(label, plain, WORDS[plain], asked, empty=empty)
    made: dict[type, Callable[[Any, Any], Any]] = {date: Day, time: Hour, int: Count, Decimal: Amount}
    return made[plain](label, asked)


def found(topic: Topic, form: LawForm) -> Found | Deadline | Retired | None:
    """What the law says of what was typed; None where it refuses the facts, which the form then says."""
    if topic is Topic.RETIREMENT:
        return retirement(form)
    try:
        if topic is Topic.PERIOD:
            typed = cast(PeriodForm, form)
            return read_deadline(typed.rule.data.value, typed.start.data.isoformat(), typed.hour.data or None)
        told = {name: _plain(form[name].data) for name in ASKS[topic].labels}
        said: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
        if isinstance(form, SanctionForm):
            with form.refusing():
                said |= _earlier(form, told["on"])
            if form.errors:
                return None
        return procedure({"kind": str(ASKS[topic].kind), **said})
    except BadFacts as refused:
        form.form_errors.append(in_language(refused.sentence, language()))
        return None


def _earlier(form: SanctionForm, on: str) -> dict[str, Any]:
    """The sanctions of before as the law reads them; nothing where nobody knows whether there were any."""
    sanctions, sanctioned = form.sanctions, as_bool(form.sanctioned.data)
    too_late = _l("This day is not before the sanction that is asked about: check both.")
    rows = dict(zip(form.ladder_places, sanctions, strict=True))
    refuse_what_cannot_be(rows, sanctioned, date.fromisoformat(on), too_late)
    if not sanctions and sanctioned is not False:
        return {}
    return {"sanctions": [{"kind": one.kind.value, "on": one.on.isoformat(), "days": one.days} for one in sanctions]}


def _plain(value: Any) -> Any:
    """A typed value as the law reads facts from plain text."""
    if isinstance(value, Answer):
        return value is Answer.YES
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value if value not in ("", None) else None
