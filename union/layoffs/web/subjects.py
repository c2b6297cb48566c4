"""What a dispute gives to the papers and court files that hang on it: its people by their lines, and their own
dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.cases import date_words, dates
from union.cases.clocks import Clock
from union.cases.dates import Source
from union.cases.models import Case
from union.cases.subjects import About, Subject
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts
from union.entitlements.sums.snapshot import reopened
from union.entitlements.web.presentation import ShownStep
from union.law.terms.kinds import Mandate
from union.layoffs.people.clocks import soonest
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.web import absent
from union.layoffs.web.agenda import of_key
from union.layoffs.web.group_step import group_step
from union.members.models import Contract
from union.store.db import session
from union.web.forms.form import Form
from union.web.locale import today

OPENS = {Source.CLOSURE: _l("Open the tasks")}  # where it is no paper
INVOLUNTARY = {
    Situation.COLLECTIVE: True,
    Situation.CLOSURE: True,
    Situation.SERIES: True,
    Situation.RESIGNATIONS: False,
}
"""Whether the loss is involuntary as the employer puts it; an agreed exit is left to whoever reads the paper."""


def about(facts: Facts) -> About:
    """Kept by number, else by name: the lines of a list go when a newer one replaces it."""
    return About(
        facts.name, facts.employee_number, dates.key_of(facts.employee_number, facts.name), hired_on=facts.hired_on
    )


def whole(case: Case) -> Subject:
    """The dispute itself: a court file may be opened for all together."""
    return Subject(About(""))


def line(person_id: UUID, sent: type[Form] | None) -> tuple[Case, Subject] | None:
    """One person of a list, with what the employer's list and the calculation know; 409 if they left the list."""
    row = session().get(LayoffPerson, person_id)
    if row is None:
        absent.answer(session().scalars(select(Layoff)), person_id, (lambda _facts: sent()) if sent else None)
    dispute = session().get_one(Layoff, row.case_id)
    known = subject(row.facts, dispute.matter.kind)
    return dispute, replace(known, person_id=row.id, position=row.position, owed=owed(row))


def subject(facts: Facts, kind: Situation) -> Subject:
    """What a list says of one person, and the kind of the dispute of how the job ends."""
    presumed = kind is Situation.CDD_SERIES and facts.contract is Contract.UNKNOWN
    return Subject(
        about(facts),
        hired_on=facts.hired_on,
        left_on=facts.left_on,
        notified_on=facts.notified_on,
        signed_on=facts.signed_on,
        received=facts.offered if facts.signed_on else None,
        mandate=Mandate(facts.mandate),
        monthly_gross=facts.monthly_gross,
        fixed_term=facts.contract is Contract.CDD or presumed,
        involuntary=INVOLUNTARY.get(kind),
    )


def owed(row: LayoffPerson) -> Mapping[str, Decimal]:
    """Dirhams that the calculation found certain, by the law's codes."""
    calculation = reopened(row.snapshot.entitlement)
    lines = calculation.lines if calculation else ()
    return {str(one.code): one.amount for one in lines if not one.scenario}


def next_step(dispute: Layoff, people: Iterable[Facts]) -> ShownStep | None:
    """The soonest date of the dispute that is still to come, else the first that passed: of its people, papers,
    courts."""
    people = list(people)
    called = {dates.key_of(one.employee_number, one.name): one.name for one in people}  # a number names nobody
    beside = dates.of_cases(session(), [dispute.id]).get(dispute.id, [])
    group = group_step(soonest(people, today(), dispute.matter.kind, dates.covered(beside)))
    open_ = [(one.due_on, one) for one in dates.running(beside) if one.due_on is not None]
    by, first = next((pair for pair in open_ if pair[0] >= today()), open_[0] if open_ else (None, None))
    if by is None or first is None or (group is not None and (group.by <= by or by < today())):
        return group
    said = first.dated
    return ShownStep(
        date_words.what(said),
        by,
        said.legal_on or by,
        None,
        str(date_words.WHO[date_words.who(said)]),
        date_words.article(said),
        "",
        date_words.why(said),
        clock=(Clock.HEARING if said.rule == dates.HEARING else Clock.OURS).value,
        hour=said.hour,
        url=date_words.page_of(first),
        label=str(OPENS.get(first.source, _("Open the paper"))),
        about=called.get(said.key) or of_key(said.key),
    )


def subject_of_page(dispute: Layoff, row: LayoffPerson | None) -> Subject:
    """Whom a page of the dispute is about."""
    return whole(dispute) if row is None else Subject(about(row.facts), row.id)
