"""The declaration of claims of the job-loss allowance: one of each person of a dispute, its conditions and papers."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from flask import abort
from flask_babel import lazy_gettext as _l

from union.access import May
from union.cases import subjects
from union.cases.findings_view import asked, clock
from union.cases.models import Stage
from union.cases.subjects import Subject
from union.languages.saying import in_language
from union.law.social import job_loss
from union.law.sources.source import Status
from union.members import tokens
from union.members.declared import Sum, of_employment, sums
from union.papers.declaration import Kind, Opened, Printed, Step
from union.papers.jobloss import actions
from union.papers.jobloss.checklist import checklist, facts_of, monthly
from union.papers.jobloss.forms import ASKED, ClaimForm, claim_form, told_of
from union.papers.jobloss.models import Got, Paper, Told, of_person
from union.papers.jobloss.words import ACTS, GOT, PAPERS
from union.press import content
from union.store.db import session
from union.store.reach import ReachSession
from union.web.locale import language

STATES = {Got.MISSING: "late", Got.ASKED: "waiting", Got.HELD: "done"}


def _opened(case_id: UUID, person_id: UUID) -> Opened:
    """The claim of somebody of a dispute's list; nothing is written down until somebody says something of it."""
    case, subject = subjects.of_line(person_id, ClaimForm)
    if case.id != case_id:
        abort(404)
    claim = of_person(session(), case_id, subject.about.key)
    told = claim.told if claim is not None else Told(subject.about.key)
    return Opened(case, claim, told, subject.about.name, ("layoff_person", person_id), subject)


def _subject(one: Opened) -> Subject:
    assert one.subject is not None
    return one.subject


def _shown(one: Opened) -> dict[str, Any]:
    subject, told, said = _subject(one), one.content, language()
    facts, month = facts_of(subject, told), monthly(subject)
    found = job_loss.clock(facts)
    return {
        "subject": subject,
        "position": one.position,
        "closed": one.case.stage is Stage.CLOSED,
        "filed": told.claimed_on,
        "clock": clock(found) if found else None,
        "found": asked(job_loss.conditions(facts), steps=False),
        "month": month,
        "formula": in_language(month.formula, said) if month else "",
        "papers": _papers(told, said),
    }


def _papers(told: Told, said: str) -> list[tuple[str, str, str, bool]]:
    """Each paper in words, how far it is in words and as a drawing, and whether it is not sure that it is asked for."""
    got = {one: told.papers.get(one.value, Got.MISSING) for one in PAPERS}
    return [
        (in_language(words, said), in_language(GOT[got[one]], said), STATES[got[one]], status is Status.UNVERIFIED)
        for one, (words, status) in PAPERS.items()
    ]


def _asked(one: Opened) -> dict[str, Any]:
    return {"subject": one.subject, "asked": ASKED, "papers": Paper, "declared": _declared(one)}


def _declared(one: Opened) -> tuple[Sum, Sum] | None:
    """What is known to be declared of the person before the loss, by the employee number at this workplace."""
    subject = _subject(one)
    number, lost_on = subject.about.number, subject.left_on
    if not number or lost_on is None:
        return None
    works = tokens.works(session(), one.case.workplace_id, number)
    known = of_employment(session(), works[0].id) if works else None
    return sums(known.declared, lost_on) if known is not None else None


def _tell(session: ReachSession, by: UUID, one: Opened, form: ClaimForm) -> None:
    subject = _subject(one)
    actions.tell(session, by, one.case, subject.left_on, one.row, told_of(form, subject.about.key))


def _checklist(one: Opened, name: str, said_in: str, on: date, draft: bool) -> content.Paper:
    return checklist(_subject(one), one.place, one.reference, one.content, said_in, on)


KIND = Kind(
    "jobloss",
    actions.TABLE,
    _l("Job-loss allowance"),
    read=May.READ_LAYOFF,
    work=May.WORK_LAYOFF,
    template="jobloss/show.html",
    shown=_shown,
    acts=ACTS,
    steps=(
        Step(
            "edit",
            "update",
            "edit",
            _l("What is known of the claim"),
            claim_form,
            _tell,
            _l("It is written down."),
            button=_l("Write it down"),
            template="jobloss/edit.html",
            shown=_asked,
        ),
    ),
    printed=Printed("paper", "paper", ("job-loss",), _checklist, drafts=False),
    of_a_person="/layoffs/<id:case_id>/people/<id:person_id>/job-loss",
    open_of=_opened,
    link=(_l("Job-loss allowance: the checklist"), "money"),
)
