"""The pages of the file of a case: what goes in, how far it is, taking it out with its slip, confirming a digest."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import chain as one_after_another
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import ROLES
from union.accounts.models import Account
from union.attachments.models import Attachment
from union.attachments.views import READ
from union.bundles import actions
from union.bundles.contents import OWED, Contents, Line, Offered, cited, contents, cover, for_who_decides
from union.bundles.forms import Digest, NewBundle
from union.bundles.models import DAYS_KEPT, Asked, Bundle, Exhibit, Order, Recipient, of_case
from union.bundles.paper import slip
from union.bundles.verify import SHORT, grouped
from union.bundles.words import PRINTED, RECIPIENTS
from union.cases.letters import filled
from union.cases.models import Case
from union.cases.panels import Panel
from union.cases.subjects import Subject, case_or_404, page_of
from union.jobs.worker import Job, JobState
from union.languages.figures import day
from union.press.content import Happening
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.vault.envelope import whole
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import DEFAULT, language, speaking
from union.web.outgoing import Parcel, Whence, hand_over, paper_of
from union.web.pages import page

bp = Blueprint("bundles", __name__)
TITLE = _l("File for the lawyer or the court")


def case_here(case_id: UUID) -> Case:
    """A case in reach, of a kind that the role reads. 404 otherwise, or the page that opens it for a reason."""
    case = case_or_404(case_id)
    return case if asking().may(READ[case.kind]) else abort(404)


def bundle_here(bundle_id: UUID) -> tuple[Case, Bundle]:
    """A file in reach with its case. 404 otherwise."""
    row = session().get(Bundle, bundle_id) or abort(404)
    whole(row, "asked")
    if row.made_sealed is not None:
        whole(row, "made")
    return case_here(row.case_id), row


@bp.get("/cases/<id:case_id>/bundles")
@may(May.MAKE_BUNDLE)
def index(case_id: UUID) -> Response:
    case = case_here(case_id)
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    offered = contents(case)
    form = NewBundle(
        guarded=case.confidential,
        language=language() if language() != "en" else DEFAULT,
        lines=[one.key for one in offered.lines if one.ticked],
        sections=list(offered.sections),
        exhibits=[one.key for one in offered.exhibits if one.ticked],
    )
    return _index(case, offered, form)


def _index(case: Case, offered: Contents, form: NewBundle, digest: Digest | None = None, held: Any = None) -> Response:
    _offer(form, offered)
    rows = readable(session().scalars(of_case(case.id)), "asked")
    return page(
        "bundles/index.html",
        form=form,
        digest=digest or Digest(beside=True),
        confirmed=held,
        case=case,
        back=page_of(case),
        offered=offered,
        hints={one.key: one.hint for one in offered.exhibits if one.hint},
        rows=[_told(case, one) for one in sorted(rows, key=lambda one: one.asked.at, reverse=True)],
        recipients=RECIPIENTS,
        days=DAYS_KEPT,
        grouped=grouped,
    )


def _offer(form: NewBundle, offered: Contents) -> None:
    form.lines.offer((one.key, _line(one)) for one in offered.lines)
    form.sections.offer((key, one.title) for key, one in offered.sections.items())
    form.exhibits.offer((one.key, _exhibit(one)) for one in offered.exhibits)


def _line(one: Line) -> str:
    """A line of the chronology as a box to tick: its day, what it is, how its words begin."""
    words = one.words if len(one.words) <= 160 else f"{one.words[:160]}…"
    return " · ".join(filter(None, [day(one.on, language()), one.what, words, cited(one.articles)]))


def _exhibit(one: Offered) -> str:
    return " · ".join(filter(None, [day(one.on, language()) if one.on else "", one.title]))


def _told(case: Case, row: Bundle) -> dict[str, Any]:
    """A file as the page lists it: ready, gone, on its way, or not made; and why it does not leave any more."""
    job = session().get(Job, row.job_id)
    made = row.done
    state = "ready" if row.file_id else "gone" if made else "waits" if actions.waits(session(), row) else "failed"
    why = actions.held_back(session(), case, row) if row.file_id else ""
    return {"row": row, "asked": row.asked, "made": made, "state": state, "job": job, "held_back": why}


@bp.post("/cases/<id:case_id>/bundles")
@may(May.MAKE_BUNDLE)
def create(case_id: UUID) -> Response:
    """Everything that was ticked is written down in the language of the file; the work goes on behind the page."""
    case = case_here(case_id)
    offered, form = contents(case), NewBundle(guarded=case.confidential)
    _offer(form, offered)
    if form.accepts():
        with form.refusing():
            with speaking(form.language.data):
                asked = _asked(case, form)
            actions.ask(session(), current_account_id(), case, asked)
            flash(_("The file is being made. You may leave this page."), "done")
            return redirect(url_for("bundles.index", case_id=case.id))
    return _index(case, offered, form)


def _asked(case: Case, form: NewBundle) -> Asked:
    """What was ticked, in the language that is spoken now."""
    said_in, to, found = language(), form.to.data, contents(case)
    exhibits = _numbered(found, set(form.exhibits.data or []), form.order.data)
    numbers = {key: one.number for key, one in exhibits.items()}
    ticked = set(form.lines.data or [])
    lines = [one for one in found.lines if one.key in ticked and (to is Recipient.LAWYER or not one.to_come)]
    wanted = {key: one for key, one in found.sections.items() if key in set(form.sections.data or [])}
    if to is not Recipient.LAWYER:
        wanted = {key: for_who_decides(one) for key, one in wanted.items() if key == OWED}
    role = asking().role
    return Asked(
        to=to,
        language=said_in,
        title=form.title.data or str(_("File of the case")),
        why=form.why.data,
        consent=form.consent.data,
        consent_words=form.consent_words.data or "",
        by_name=session().get_one(Account, current_account_id()).holder.name,
        at=datetime.now(UTC).replace(microsecond=0),
        under=str(_("For: %(whom)s", whom=RECIPIENTS[to])),
        cover=cover(case, str(ROLES[role]) if role is not None else ""),
        happenings=tuple(_happening(one, numbers) for one in lines),
        sections=tuple(wanted.values()),
        exhibits=tuple(exhibits.values()),
        left_out=found.left_out,
    )


def _numbered(found: Contents, ticked: set[str], order: Order) -> dict[str, Exhibit]:
    """The exhibits that were ticked by their keys, numbered in the order that was chosen."""
    chosen = [one for one in found.exhibits if one.key in ticked]
    if order is Order.BY_DAY:
        chosen.sort(key=lambda one: one.on or one.taken_in)
    else:
        chosen.sort(key=lambda one: one.taken_in)
    return {
        one.key: Exhibit(
            number,
            filled(PRINTED["exhibit"], language(), number=str(number)),
            one.title,
            one.pairs,
            one.row.id if isinstance(one.row, Attachment) else None,
            None if isinstance(one.row, Attachment) else one.row.id,
            one.taken_in,
        )
        for number, one in enumerate(chosen, 1)
    }


def _happening(one: Line, numbers: dict[str, int]) -> Happening:
    shown = sorted(numbers[key] for key in one.shows if key in numbers)
    exhibits = ", ".join(filled(PRINTED["exhibit"], language(), number=str(number)) for number in shown)
    return Happening(day(one.on, language()), one.what, one.words, cited(one.articles), exhibits)


@bp.get("/cases/<id:case_id>/bundles/progress")
@may(May.MAKE_BUNDLE)
def progress(case_id: UUID) -> Response:
    """The piece that the page asks for each second; at the end it leads to the file."""
    case = case_here(case_id)
    for row in readable(session().scalars(of_case(case.id)), "asked"):
        job = session().get(Job, row.job_id)
        if job is not None and job.state in {JobState.WAITING, JobState.RUNNING}:
            return page("bundles/progress.html", case=case, job=job)
    answer = Response("")
    answer.headers["HX-Redirect"] = url_for("bundles.index", case_id=case.id)
    return answer


@bp.post("/cases/<id:case_id>/bundles/check")
@may(May.MAKE_BUNDLE)
def check(case_id: UUID) -> Response:
    """Whether a digest that somebody reads out is that of a file which was made of this case. Nothing is sent in."""
    case, form = case_here(case_id), Digest()
    offered = contents(case)
    new = NewBundle(guarded=case.confidential, beside=True)
    if not form.accepts():
        answer = _index(case, offered, new, form)
        answer.status_code = 422 if form.errors else answer.status_code
        return answer
    heard = re.sub(r"[\s.-]", "", form.digest.data).lower()
    rows = readable(session().scalars(of_case(case.id)), "asked")
    same = [one for one in rows if one.done and len(heard) >= SHORT and one.done.digest.startswith(heard)]
    return _index(case, offered, new, form, same[0] if same else False)


@bp.get("/bundles/<id:bundle_id>/file")
@may(May.MAKE_BUNDLE)
def take_out(bundle_id: UUID) -> Response:
    """The archive; 404 once its days are over, 409 with the reason where it may not leave any more."""
    case, row = bundle_here(bundle_id)
    if row.file_id is None:
        abort(404)
    if why := actions.held_back(session(), case, row):
        back = url_for("bundles.index", case_id=case.id)
        return page("cases/not_now.html", sentences=[why], case=case, back=back, status=409)
    pieces = current_installation().files.pieces(row.file_id)
    try:
        first = next(pieces)
    except FileNotFoundError:
        abort(404)
    name = f"{case.code}-{row.code}.zip"
    parcel = Parcel(one_after_another([first], pieces), "application/zip", name, row.asked.why, size=row.made.size)
    return hand_over(parcel, Whence(actions.KIND, row.id, case.id))


@bp.get("/bundles/<id:bundle_id>/slip")
@may(May.MAKE_BUNDLE)
def slip_of(bundle_id: UUID) -> Response:
    """The page that goes beside the file: its digest, and how it is checked. 404 while nothing is made."""
    case, row = bundle_here(bundle_id)
    if row.done is None:
        abort(404)
    content = pdf(slip(row, row.done, case.code))
    return hand_over(paper_of(f"{case.code}-{row.code}-slip", content), Whence(actions.KIND, row.id, case.id))


def panel(case: Case, subject: Subject) -> Panel | None:
    """The way to the file, beside the page of a case."""
    if subject.person_id is not None or not asking().may(May.MAKE_BUNDLE):
        return None
    rows = [one for one in session().scalars(of_case(case.id)) if one.file_id is not None]
    return Panel(
        TITLE, "gavel", "bundles/_panel.html", {"case": case, "ready": len(rows)}, printed=False, folded=not rows
    )
