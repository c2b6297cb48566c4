"""Cases that belong together, on the page of each: shown to whoever reads both, and to nobody else."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.cases import links
from union.cases.closing_views import bp
from union.cases.links import Tie
from union.cases.models import Case, CaseKind
from union.cases.panels import Panel
from union.cases.subjects import Subject, case_or_404, page_of
from union.store.db import session
from union.web.forms.chosen import Pick
from union.web.forms.form import Form, current_account_id, needed
from union.web.pages import page
from union.workplaces.models import sites

WORDS = {
    (Tie.MERGED, True): _l("Its subject is followed in"),
    (Tie.MERGED, False): _l("Merged into this case"),
    (Tie.DISPUTE, True): _l("Part of the dispute"),
    (Tie.DISPUTE, False): _l("A case of one of its people"),
}


class TieToDispute(Form):
    """To which dispute a case belongs."""

    dispute = Pick(_l("Dispute"), [needed(_l("Choose one of the disputes that you read."))])


@bp.get("/cases/<id:case_id>/dispute")
@may(May.WORK_GRIEVANCE)
def tying(case_id: UUID) -> Response:
    case = _of_one_person(case_id)
    return page("cases/tying.html", form=_form(case), case=case, back=page_of(case))


@bp.post("/cases/<id:case_id>/dispute")
@may(May.WORK_GRIEVANCE)
def tie(case_id: UUID) -> Response:
    case = _of_one_person(case_id)
    form = _form(case)
    if not form.carries_out(lambda: links.tie_to_dispute(session(), current_account_id(), case, form.dispute.data)):
        return page("cases/tying.html", form=form, case=case, back=page_of(case))
    flash(_("The case is tied to the dispute: whoever reads both sees it."), "done")
    return redirect(page_of(case))


@bp.post("/cases/<id:case_id>/links/<id:link_id>/remove")
@may(May.WORK_GRIEVANCE)
def untie(case_id: UUID, link_id: UUID) -> Response:
    case, form = case_or_404(case_id), Confirm()
    link = session().get(links.CaseLink, link_id)
    if link is None or case.id not in {link.case_id, link.other_id}:
        abort(404)
    with form.refusing():
        links.untie(session(), current_account_id(), case, link_id)
    if form.errors:
        return page("cases/not_now.html", form=form, sentences=form.form_errors, case=case, back=page_of(case))
    flash(_("The case and the dispute are tied no more."), "done")
    return redirect(page_of(case))


def _of_one_person(case_id: UUID) -> Case:
    case = case_or_404(case_id)
    return case if case.kind is CaseKind.GRIEVANCE else abort(404)


def _form(case: Case) -> TieToDispute:
    form, places = TieToDispute(), {one.id: one.site.called for one in session().scalars(sites())}
    offered = links.disputes_for(session(), case)
    form.dispute.offer(
        ((one.id, f"{one.code} · {places.get(one.workplace_id, '–')}") for one in offered), empty=_("Choose")
    )
    return form


def panel(case: Case, subject: Subject) -> Panel | None:
    """The cases that belong with this one, beside its page."""
    if subject.person_id is not None:
        return None
    found = [
        (
            link.id if link.tie is Tie.DISPUTE else None,
            WORDS[link.tie, link.case_id == case.id],
            other.code,
            page_of(other),
        )
        for link, other in links.of_case(session(), case)
    ]
    works = asking().may(May.WORK_GRIEVANCE)
    if not found and (case.kind is not CaseKind.GRIEVANCE or not works):
        return None
    add = url_for("cases.tying", case_id=case.id) if works and case.kind is CaseKind.GRIEVANCE else ""
    return Panel(
        _l("Cases that belong together"),
        "case",
        "cases/_links.html",
        {"found": found, "add": add, "case_id": case.id, "works": works},
        printed=False,
        folded=not found,
    )
