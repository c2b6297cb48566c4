"""The claim of one person: its conditions and papers, what is written down of it, and the checklist as a PDF."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import dates
from union.cases.findings_view import asked, clock
from union.cases.letters import LANGUAGES
from union.cases.models import Stage
from union.jobloss import actions
from union.jobloss.forms import ASKED, ClaimForm, shown, told_of
from union.jobloss.models import Claim, Got, Paper, Told, of_person
from union.jobloss.papers import checklist, facts_of, fixed, monthly
from union.jobloss.words import GOT, PAPERS
from union.law.social import job_loss
from union.law.sources.source import Status
from union.layoffs.papers.sheets import about
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.web.blueprint import dispute_or_404, person_or_404, place_of
from union.layoffs.web.panels import Link
from union.members import tokens
from union.members.declared import Sum, of_employment, sums
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer

bp = Blueprint("jobloss", __name__)
LINK = Link("jobloss.show", _l("Job-loss allowance: the checklist"), "money", on_person=True)


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/job-loss")
@may(May.READ_LAYOFF)
def show(case_id: UUID, person_id: UUID) -> Response:
    dispute, row, _claim, told = _rows(case_id, person_id)
    chain.opened(current_installation().store, current_account_id(), "layoff_person", row.id, case=row.case_id)
    facts, said = facts_of(row.facts, dispute.matter.kind, told), language()
    found, counted = job_loss.clock(facts), monthly(row.facts, dispute.matter.kind)
    return page(
        "jobloss/show.html", dispute=dispute, row=row, told=told, found=asked(job_loss.conditions(facts), steps=False),
        clock=clock(found) if found else None, filed=told.claimed_on, fixed=fixed(row.facts, dispute.matter.kind),
        month=counted, formula=counted.formula.say(said) if counted else "",
        papers=[(words.say(said), GOT[told.papers.get(one.value, Got.MISSING)].say(said), _state(told, one),
                 status is Status.UNVERIFIED) for one, (words, status) in PAPERS.items()],
        closed=dispute.stage is Stage.CLOSED,
    )  # fmt: skip


def _rows(case_id: UUID, person_id: UUID) -> tuple[Layoff, LayoffPerson, Claim | None, Told]:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: ClaimForm())
    key = dates.key_of(row.facts.employee_number, row.facts.name)
    claim = of_person(session(), case_id, key)
    return dispute, row, claim, claim.told if claim is not None else Told(key)


def _state(told: Told, paper: Paper) -> str:
    got = told.papers.get(paper.value, Got.MISSING)
    return {Got.MISSING: "late", Got.ASKED: "waiting", Got.HELD: "done"}[got]


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/job-loss/edit")
@may(May.WORK_LAYOFF)
def edit(case_id: UUID, person_id: UUID) -> Response:
    dispute, row, claim, told = _rows(case_id, person_id)
    return _edit(dispute, row, claim, ClaimForm(**shown(told)))


def _edit(dispute: Layoff, row: LayoffPerson, claim: Claim | None, form: ClaimForm) -> Response:
    version = claim.version if claim is not None else 0
    return page(
        "jobloss/edit.html", form=form, dispute=dispute, row=row, version=version, asked=ASKED, papers=Paper,
        declared=_declared(dispute, row),
    )  # fmt: skip


def _declared(dispute: Layoff, row: LayoffPerson) -> tuple[Sum, Sum] | None:
    """What is known to be declared of him before his loss, by his employee number at this workplace; None where nothing is."""
    number, lost_on = row.facts.employee_number, row.facts.left_on
    if not number or lost_on is None:
        return None
    works = tokens.works(session(), dispute.workplace_id, number)
    known = of_employment(session(), works[0].id) if works else None
    return sums(known.declared, lost_on) if known is not None else None


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/job-loss/edit")
@may(May.WORK_LAYOFF)
def update(case_id: UUID, person_id: UUID) -> Response:
    dispute, row, claim, told = _rows(case_id, person_id)
    form = ClaimForm(**shown(told))
    version = claim.version if claim is not None else 0
    if not form.carries_out(
        lambda: actions.tell(session(), current_account_id(), dispute, row.facts, claim, told_of(form, told.key)),
        version,
    ):
        return _edit(dispute, row, claim, form)
    flash(_("It is written down."), "done")
    return redirect(url_for("jobloss.show", case_id=case_id, person_id=person_id))


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/job-loss/paper")
@may(May.READ_LAYOFF)
def paper(case_id: UUID, person_id: UUID) -> Response:
    dispute, row, _claim, told = _rows(case_id, person_id)
    said_in, place = choice("in", LANGUAGES, "fr"), place_of(dispute)
    one = about(dispute, place, session().get_one(Employer, place.employer_id), row)
    content = pdf(checklist(one, told, said_in, today()))
    return hand_over(
        paper_of(f"{dispute.code}-{row.position}-job-loss-{said_in}", content),
        Whence("layoff_person", row.id, row.case_id),
    )
