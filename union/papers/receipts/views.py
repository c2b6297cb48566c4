"""The pages of a signed paper: written down, checked, claimed, denounced."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from flask import Blueprint, abort, redirect, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases import findings_view, panels, subjects
from union.cases.models import Case
from union.cases.panels import Listed, Panel, Shelf
from union.cases.sending import MEANS
from union.cases.subjects import Subject
from union.law.settling.unchallenged import unchallenged
from union.papers.receipts import actions, reading
from union.papers.receipts.forms import FactsForm, facts_of
from union.papers.receipts.models import Receipt, Signed, claims_of, of_case
from union.papers.receipts.words import KINDS, PARTS, RIGHTS
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import language
from union.web.pages import page

bp = Blueprint("receipts", __name__)


def row_of(receipt_id: UUID) -> tuple[Case, Receipt]:
    row = session().get(Receipt, receipt_id) or abort(404)
    return subjects.case_or_404(row.case_id), row


@bp.get("/cases/<id:case_id>/receipts/new")
@may(May.CHECK_PAPERS)
def new(case_id: UUID) -> Response:
    return _new(*subjects.one_person(case_id))


@bp.get("/people/<id:person_id>/receipts/new")
@may(May.CHECK_PAPERS)
def new_for(person_id: UUID) -> Response:
    return _new(*subjects.of_line(person_id))


def _new(case: Case, subject: Subject) -> Response:
    form = FactsForm(signed_on=subject.signed_on, left_on=subject.left_on, amount=subject.received)
    return page("receipts/new.html", form=form, case=case, subject=subject)


@bp.post("/cases/<id:case_id>/receipts/new")
@may(May.CHECK_PAPERS)
def create(case_id: UUID) -> Response:
    return _create(*subjects.one_person(case_id))


@bp.post("/people/<id:person_id>/receipts/new")
@may(May.CHECK_PAPERS)
def create_for(person_id: UUID) -> Response:
    return _create(*subjects.of_line(person_id, FactsForm))


def _create(case: Case, subject: Subject) -> Response:
    form = FactsForm()
    if form.accepts():
        with form.refusing():
            row = actions.write_down(
                session(),
                current_account_id(),
                case,
                subject.about,
                facts_of(form) | {"claims": claims_of(subject.owed)},
            )
            return redirect(url_for("receipts.questions", receipt_id=row.id))
    return page("receipts/new.html", form=form, case=case, subject=subject)


@bp.get("/receipts/<id:receipt_id>")
@may(May.CHECK_PAPERS)
def show(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    chain.opened(current_installation().store, current_account_id(), "receipt", row.id, case=row.case_id)
    paper = row.signed
    clock = reading.clock(paper)
    return page(
        "receipts/show.html", case=case, row=row, paper=paper, kinds=KINDS, parts=PARTS, rights=RIGHTS, means=MEANS,
        found={part: findings_view.asked(found, steps=False) for part, found in reading.findings(paper).items()},
        worth=_worth(paper), notes=findings_view.notes(unchallenged(reading.conditions(paper))), clock=findings_view.clock(clock) if clock else None, over=reading.denounced(paper),
        can_denounce=paper.signed_on is not None and not paper.set_aside,
    )  # fmt: skip


def _worth(paper: Signed) -> dict[str, str] | None:
    found = reading.worth(paper)
    if found is None:
        return None
    said = found.sentence.say(language())
    return {"kind": found.kind, "said": said, "article": findings_view.cited(found.articles)}


KEPT = Shelf(
    "receipts", _l("Signed papers"), "file",
    _l("Was a receipt or a departure agreement signed? Its sixty days run from that day."), _l("Write down a signed paper"),
)  # fmt: skip


def panel(case: Case, subject: Subject) -> Panel | None:
    """The signed papers of one person; of everybody on the page of a whole dispute."""
    return panels.shelf(KEPT, case, subject, _listed(case, subject)) if asking().may(May.CHECK_PAPERS) else None


@bp.get("/cases/<id:case_id>/receipts")
@may(May.CHECK_PAPERS)
def index(case_id: UUID) -> Response:
    case = subjects.case_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    return panels.index(KEPT, case, _listed(case))


def _listed(case: Case, subject: Subject | None = None) -> Iterator[Listed]:
    for row in readable(session().scalars(of_case(case.id)), "signed"):
        paper = row.signed
        if paper.set_aside or not subjects.is_of(paper.about, subject):
            continue
        over, clock = reading.denounced(paper), reading.clock(paper)
        due_on = clock.safe_on if clock and not over else None
        url = url_for("receipts.show", receipt_id=row.id)
        yield Listed(url, KINDS[paper.kind], paper.about.name, due_on, _l("Denounced") if over else "")
