"""The pages of a court file: opened, corrected, hearings fixed and held, the judgment and what followed."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from flask import Blueprint, abort, redirect, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases import findings_view, panels, subjects
from union.cases.clocks import Clock
from union.cases.dates import HEARING
from union.cases.models import Case
from union.cases.panels import Listed, Panel, Shelf
from union.cases.sending import MEANS
from union.cases.subjects import Subject
from union.papers.court import actions, reading
from union.papers.court.forms import FileForm, file_of
from union.papers.court.models import Appeal, CourtFile, of_case
from union.papers.court.words import APPEALS
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page

bp = Blueprint("court", __name__)


def row_of(file_id: UUID) -> tuple[Case, CourtFile]:
    row = session().get(CourtFile, file_id) or abort(404)
    return subjects.case_or_404(row.case_id), row


@bp.get("/cases/<id:case_id>/court/new")
@may(May.KEEP_COURT)
def new(case_id: UUID) -> Response:
    return _new(*subjects.of_case(case_id))


@bp.get("/people/<id:person_id>/court/new")
@may(May.KEEP_COURT)
def new_for(person_id: UUID) -> Response:
    return _new(*subjects.of_line(person_id))


def _new(case: Case, subject: Subject) -> Response:
    form = FileForm(court=subjects.place_of(case).employer.court, left_on=subject.left_on)
    return page("court/new.html", form=form, case=case, subject=subject)


@bp.post("/cases/<id:case_id>/court/new")
@may(May.KEEP_COURT)
def create(case_id: UUID) -> Response:
    return _create(*subjects.of_case(case_id))


@bp.post("/people/<id:person_id>/court/new")
@may(May.KEEP_COURT)
def create_for(person_id: UUID) -> Response:
    return _create(*subjects.of_line(person_id, FileForm))


def _create(case: Case, subject: Subject) -> Response:
    form = FileForm()
    if form.accepts():
        with form.refusing():
            row = actions.open_file(session(), current_account_id(), case, subject.about, file_of(form))
            return redirect(url_for("court.show", file_id=row.id))
    return page("court/new.html", form=form, case=case, subject=subject)


@bp.get("/court/<id:file_id>")
@may(May.KEEP_COURT)
def show(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    chain.opened(current_installation().store, current_account_id(), "court_file", row.id, case=row.case_id)
    matter = row.matter
    before = reading.before_the_claim(matter)
    return page(
        "court/show.html", case=case, row=row, matter=matter, means=MEANS, appeals=APPEALS, today_=today(),
        clocks=[findings_view.clock(one) for one in reading.clocks(matter)], to_come=reading.to_come(matter),
        appealed=matter.appeal is Appeal.FILED, before=before if not matter.filed_on else None,
    )  # fmt: skip


KEPT = Shelf(
    "court", _l("Court"), "gavel", _l("Power of attorney, hearings, judgment, appeal: their dates stand in the agenda."),
    _l("Open a court file"), of_all=True,
)  # fmt: skip


def panel(case: Case, subject: Subject) -> Panel | None:
    """The court files of one person, with those of all together; of everybody on the page of a whole dispute."""
    return panels.shelf(KEPT, case, subject, _listed(case, subject)) if asking().may(May.KEEP_COURT) else None


@bp.get("/cases/<id:case_id>/court")
@may(May.KEEP_COURT)
def index(case_id: UUID) -> Response:
    case = subjects.case_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    return panels.index(KEPT, case, _listed(case))


def _listed(case: Case, subject: Subject | None = None) -> Iterator[Listed]:
    for row in readable(session().scalars(of_case(case.id)), "matter"):
        matter = row.matter
        if matter.set_aside or not (subjects.is_of(matter.about, subject) or not matter.about.name):
            continue
        on, said = min(
            ((on, said) for on, said in reading.dated(matter) if on), key=lambda pair: pair[0], default=(None, None)
        )
        heard = said is not None and said.rule == HEARING
        yield Listed(
            url_for("court.show", file_id=row.id), matter.number or KEPT.title, matter.about.name, on,
            clock=Clock.HEARING if heard else Clock.OURS, hour=said.hour if said else "",
        )  # fmt: skip
