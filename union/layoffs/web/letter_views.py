"""Papers of one person and of the group: each as a PDF in French or Arabic, as a draft or to sign; and what was
sent."""

from __future__ import annotations

from uuid import UUID

from flask import redirect, url_for
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases.models import Stage
from union.entitlements.papers.sheets import sheet
from union.entitlements.papers.words import LANGUAGES
from union.layoffs.papers import sending
from union.layoffs.papers.about import about
from union.layoffs.papers.group_letters import group_letter, ready
from union.layoffs.papers.letters import OF_A_PERSON, OF_THE_GROUP, letter
from union.layoffs.records.acts import LetterKind
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.web.blueprint import bp, dispute_or_404, findings_for, group_of, person_or_404, place_of
from union.layoffs.web.forms import GroupSentForm, SentForm
from union.layoffs.web.subjects import subject_of_page
from union.layoffs.words import PAPERS
from union.papers import shelf
from union.papers.receipts.kind import KIND as RECEIPTS
from union.papers.sending import MEANS
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer

SHEET = "sheet"
WAYS = ("draft", "sign")


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/papers")
@may(May.READ_LAYOFF)
def papers(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    chain.opened(current_installation().store, current_account_id(), "layoff_person", row.id, case=row.case_id)
    return _papers(dispute, row, SentForm(sent_on=today()))


def _papers(dispute: Layoff, row: LayoffPerson, form: SentForm) -> Response:
    return page(
        "layoffs/papers.html",
        form=form,
        dispute=dispute,
        row=row,
        letters=[(one, PAPERS[one]) for one in OF_A_PERSON],
        sent=sending.sent(session(), dispute, row),
        means=MEANS,
        panels=[signed] if (signed := shelf.panel(RECEIPTS)(dispute, subject_of_page(dispute, row))) else [],
        closed=dispute.stage is Stage.CLOSED,
    )


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/paper")
@may(May.READ_LAYOFF)
def paper(case_id: UUID, person_id: UUID) -> Response:
    """One paper as a PDF."""
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    wanted = choice("paper", (SHEET, *(one.value for one in OF_A_PERSON)), SHEET)
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", WAYS, "draft")
    place = place_of(dispute)
    told = about(dispute, place, session().get_one(Employer, place.employer_id), row)
    if wanted == SHEET:
        content = pdf(sheet(told, said_in, today()))
    else:
        found = findings_for(dispute, row) if wanted == LetterKind.INSPECTOR.value else ()
        content = pdf(letter(LetterKind(wanted), told, said_in, today(), draft=way == "draft", found=found))
    name, draft = f"{dispute.code}-{row.position}-{wanted}-{said_in}", wanted != SHEET and way == "draft"
    return hand_over(paper_of(name, content, draft=draft), Whence("layoff_person", row.id, row.case_id))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/papers")
@may(May.WORK_LAYOFF)
def sent(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: SentForm())
    form = SentForm()
    if form.accepts():
        with form.refusing():
            sending.paper_sent(
                session(), current_account_id(), dispute, form.paper.data, form.means.data, form.sent_on.data, row
            )
    if form.errors or form.only_shown:
        return _papers(dispute, row, form)
    return redirect(url_for("layoffs.show", case_id=case_id, _anchor="timeline"))


@bp.get("/layoffs/<id:case_id>/papers")
@may(May.READ_LAYOFF)
def group_papers(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    return _group_papers(dispute, GroupSentForm(sent_on=today()))


def _group_papers(dispute: Layoff, form: GroupSentForm) -> Response:
    group = group_of(dispute)
    return page(
        "layoffs/group_papers.html",
        form=form,
        dispute=dispute,
        letters=[(one, PAPERS[one]) for one in OF_THE_GROUP],
        unready=[one for one in OF_THE_GROUP if not ready(one, group)],
        closed=dispute.stage is Stage.CLOSED,
        means=MEANS,
        sent=sending.sent(session(), dispute),
    )


@bp.get("/layoffs/<id:case_id>/paper")
@may(May.READ_LAYOFF)
def group_paper(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    wanted = choice("paper", tuple(one.value for one in OF_THE_GROUP), LetterKind.DELEGATE.value)
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", WAYS, "draft")
    draft = way == "draft"
    content = pdf(group_letter(LetterKind(wanted), group_of(dispute), said_in, today(), draft=draft))
    parcel = paper_of(f"{dispute.code}-{wanted}-{said_in}", content, draft=draft)
    return hand_over(parcel, Whence("layoff", dispute.id))


@bp.post("/layoffs/<id:case_id>/papers")
@may(May.WORK_LAYOFF)
def group_sent(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), GroupSentForm()
    if form.accepts():
        with form.refusing():
            sending.paper_sent(
                session(), current_account_id(), dispute, form.paper.data, form.means.data, form.sent_on.data
            )
    if form.errors or form.only_shown:
        return _group_papers(dispute, form)
    return redirect(url_for("layoffs.show", case_id=case_id, _anchor="timeline"))
