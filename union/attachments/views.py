"""The files of a case: listed, sent, shown, taken out, described anew."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.models import Account
from union.attachments import actions, quotas, receiving, scanner, uploads
from union.attachments.forms import AskDestruction, Describe, NewAttachment
from union.attachments.models import Attachment, of_case
from union.attachments.words import NOT_TAKEN, REASONS, SHOWN, SOURCES, TYPES, WHATS
from union.cases.models import Case, CaseKind
from union.cases.panels import Panel
from union.cases.subjects import Subject, page_of
from union.inspection.filetypes import MIMETYPES, MOST_OF_A_FILE, PICTURES, SOUND, NotTaken
from union.record import chain
from union.refusal import Refused
from union.store.db import opens_its_own, session
from union.store.files import takes_files
from union.store.reach import ReachSession
from union.web.addresses import choice, paged
from union.web.current import current_installation, rights
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.idempotency import in_one_act
from union.web.outgoing import Parcel, Whence, hand_over
from union.web.pages import page

bp = Blueprint("attachments", __name__)
MOST = MOST_OF_A_FILE + 1024 * 1024  # bytes of a form with a file, so that what is a little too large gets its sentence
ON_A_PANEL = 6
PER_PAGE = 24
WAITS = frozenset({"unscanned", "not_all_here", "one_file"})  # what came in pieces is kept: it is sent once more
READ = {CaseKind.GRIEVANCE: May.READ_GRIEVANCE, CaseKind.LAYOFF: May.READ_LAYOFF}


def case_here(case_id: UUID, of: ReachSession | None = None) -> Case:
    """A case in reach, of a kind that the role reads. 404 otherwise."""
    case = (of or session()).get(Case, case_id)
    return case if case is not None and asking().may(READ[case.kind]) else abort(404)


def attachment_here(attachment_id: UUID, of: ReachSession | None = None) -> tuple[Case, Attachment]:
    """A file in reach with its case. 404 otherwise."""
    row = (of or session()).get(Attachment, attachment_id) or abort(404)
    return case_here(row.case_id, of), row


def chooses() -> bool:
    """Whether who asks may keep a file from those who only report."""
    return asking().may(May.PLEAD_GRIEVANCE)


@bp.get("/cases/<id:case_id>/attachments")
@may(May.SEE_ATTACHMENT)
def index(case_id: UUID) -> Response:
    case = case_here(case_id)
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    found = readable(session().scalars(of_case(case.id)), "description", "held")[::-1]
    rows = paged(len(found), lambda offset, limit: found[offset : offset + limit], PER_PAGE)
    return page("attachments/index.html", case=case, back=page_of(case), rows=rows, **_words())


def _words() -> dict[str, Any]:
    return {
        "whats": WHATS,
        "sources": SOURCES,
        "shown_to": SHOWN,
        "types": TYPES,
        "reasons": REASONS,
        "pictures": PICTURES,
        "sounds": SOUND,
    }


@bp.get("/cases/<id:case_id>/attachments/new")
@may(May.ATTACH)
def new(case_id: UUID) -> Response:
    return _new(case_here(case_id), NewAttachment(chooses=chooses()))


@bp.post("/cases/<id:case_id>/attachments/new")
@may(May.ATTACH)
@opens_its_own
@takes_files(MOST)
def create(case_id: UUID) -> Response:
    """The file is looked into outside the writers' turn; what is kept of it then goes in at once."""
    case, form = case_here(case_id), NewAttachment(chooses=chooses())
    if not form.accepts():
        return _new(case, form)
    try:
        sent = _sent(form)
        there = actions.same(session(), case.id, sent.original, form.description.shown)
        if there is not None:
            return _there_already(form, there)
        quotas.refuse_beyond(session(), current_account_id(), case.id, len(sent.data))
        return _kept(case, form, sent)
    except NotTaken as refused:
        _told_of(case, form, refused)
        sentence, status = NOT_TAKEN[refused.code]
        return _refused(case, form, sentence, status)
    except quotas.EnoughToday as refused:
        return _refused(case, form, refused.sentence, 429)
    except quotas.CaseFull as refused:
        return _refused(case, form, refused.sentence, 413)


def _told_of(case: Case, form: NewAttachment, refused: NotTaken) -> None:
    """A virus is written into the case's timeline; and what came in pieces and is not taken leaves at once."""
    upload_id = _upload_id(form) if refused.code not in WAITS else None
    if refused.code != "infected" and upload_id is None:
        return
    gone: list[UUID] = []
    with current_installation().store.writing(rights) as writing:
        if refused.code == "infected":
            actions.note_infected(writing, current_account_id(), case_here(case.id, writing))
        if upload_id is not None:
            gone += uploads.remove(writing, upload_id)
    form.upload.data = ""
    for one in gone:
        current_installation().files.destroy(one)


def _sent(form: NewAttachment) -> receiving.Sent:
    """The one file of the form, whichever way it came. Raises `NotTaken`."""
    chosen = [one.data for one in (form.photo, form.file) if one.data and one.data.filename]
    upload_id = _upload_id(form)
    if upload_id is not None:
        whole = uploads.whole(session(), current_installation().files, upload_id)
        if whole is None:
            raise NotTaken("not_all_here")
        return receiving.sent(whole, "")
    if len(chosen) != 1:
        raise NotTaken("one_file")
    return receiving.sent(chosen[0].read(), chosen[0].filename)


def _upload_id(form: NewAttachment) -> UUID | None:
    with suppress(ValueError):
        return UUID(form.upload.data) if form.upload.data else None
    abort(422)


def _kept(case: Case, form: NewAttachment, sent: receiving.Sent) -> Response:
    """Look into it, seal it, and give it to the case. Raises `NotTaken` and what `quotas` refuses."""
    files = current_installation().files
    scanned = scanner.scan(sent.data, current_installation().settings.scanner)
    found = receiving.inspected(sent)
    sender = session().get_one(Account, current_account_id()).holder.name
    gone: list[UUID] = []

    def keep(writing: ReachSession) -> str:
        row = actions.attach(
            writing,
            current_account_id(),
            case_here(case.id, writing),
            form.description,
            laid.held,
            laid.file_id,
            laid.shown_id,
        )
        kept.append(row.file_id)
        upload_id = _upload_id(form)
        if upload_id is not None:
            gone.extend(uploads.remove(writing, upload_id))
        flash(_("The file stands with the case.") if row.file_id == laid.file_id else _ALREADY, "done")
        return url_for("attachments.show", attachment_id=row.id)

    kept: list[UUID | None] = []
    with receiving.laid_down(files, sent, found, sender, scanned=scanned) as laid:
        answer = in_one_act(keep)
    if kept != [laid.file_id]:  # the same form, or the same file, came twice at once
        receiving.throw_away(files, laid.file_id, laid.shown_id)
    for one in gone:
        files.destroy(one)
    return answer


_ALREADY = _l("This very file is in the case already: nothing was added twice.")


def _there_already(form: NewAttachment, row: Attachment) -> Response:
    upload_id, gone = _upload_id(form), []
    if upload_id is not None:
        with_it = upload_id

        def forget(writing: ReachSession) -> str:
            gone.extend(uploads.remove(writing, with_it))
            return url_for("attachments.show", attachment_id=row.id)

        in_one_act(forget)
    for one in gone:
        current_installation().files.destroy(one)
    flash(_ALREADY, "info")
    return redirect(url_for("attachments.show", attachment_id=row.id))


def _refused(case: Case, form: NewAttachment, sentence: Any, status: int) -> Response:
    form.file.errors = [sentence]
    answer = _new(case, form)
    answer.status_code = status
    return answer


def _new(case: Case, form: NewAttachment) -> Response:
    return page(
        "attachments/new.html",
        form=form,
        case=case,
        back=page_of(case),
        piece=uploads.MOST_OF_A_PIECE,
    )


@bp.get("/attachments/<id:attachment_id>")
@may(May.SEE_ATTACHMENT)
def show(attachment_id: UUID) -> Response:
    case, row = attachment_here(attachment_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, row.id, case=case.id)
    told = row.told
    return page(
        "attachments/show.html",
        case=case,
        row=row,
        back=page_of(case),
        told=told,
        asked_by_me=told is not None and told.asked_by == current_account_id(),
        **_words(),
    )


@bp.get("/attachments/<id:attachment_id>/picture")
@may(May.SEE_ATTACHMENT)
def picture(attachment_id: UUID) -> Response:
    """One of its two pictures, which were made here; nothing of what was sent. 404 where there is none."""
    case, row = attachment_here(attachment_id)
    which = receiving.PAGE if choice("size", ("list", "page"), "list") == "page" else receiving.LIST
    if row.shown_id is None or row.told is not None:
        abort(404)
    if which == receiving.PAGE:  # large enough to be read
        chain.opened(current_installation().store, current_account_id(), actions.KIND, row.id, case=case.id)
    return Response(current_installation().files.piece(row.shown_id, which), mimetype="image/jpeg")


@bp.get("/attachments/<id:attachment_id>/file")
@may(May.SEE_ATTACHMENT)
def take_out(attachment_id: UUID) -> Response:
    """The file itself, as something to keep; 404 once it is destroyed, or while its destruction is asked for."""
    case, row = attachment_here(attachment_id)
    if row.file_id is None or row.told is not None:
        abort(404)
    held = row.held
    content = b"".join(current_installation().files.pieces(row.file_id))  # whole, or the page of a missing file
    parcel = Parcel(
        content,
        MIMETYPES[held.type],
        f"{case.code}-{row.code}.{held.type.value}",
        row.code,
        size=held.kept_size,
    )
    return hand_over(parcel, Whence(actions.KIND, row.id, case.id))


@bp.get("/attachments/<id:attachment_id>/edit")
@may(May.ATTACH)
def edit(attachment_id: UUID) -> Response:
    case, row = attachment_here(attachment_id)
    return page("attachments/edit.html", form=_describe(row), case=case, row=row)


@bp.post("/attachments/<id:attachment_id>/edit")
@may(May.ATTACH)
def update(attachment_id: UUID) -> Response:
    case, row = attachment_here(attachment_id)
    form = _describe(row)
    if row.destroyed:
        return redirect(url_for("attachments.show", attachment_id=row.id))
    if not form.carries_out(
        lambda: actions.describe(session(), current_account_id(), case, row, form.description), row.version
    ):
        return page("attachments/edit.html", form=form, case=case, row=row)
    flash(_("What you wrote stands with the file."), "done")
    return redirect(url_for("attachments.show", attachment_id=row.id))


def _describe(row: Attachment) -> Describe:
    said = row.description
    return Describe(
        chooses=chooses(),
        what=said.what,
        on=said.on,
        source=said.source,
        source_words=said.source_words,
        words=said.words,
        shown=said.shown,
    )


@bp.get("/attachments/<id:attachment_id>/destroy")
@may(May.ATTACH)
def destroying(attachment_id: UUID) -> Response:
    case, row = attachment_here(attachment_id)
    return page("attachments/destroying.html", form=AskDestruction(), case=case, row=row)


@bp.post("/attachments/<id:attachment_id>/destroy")
@may(May.ATTACH)
def ask_destruction(attachment_id: UUID) -> Response:
    case, row = attachment_here(attachment_id)
    form = AskDestruction()
    if not form.carries_out(
        lambda: actions.ask_destruction(
            session(), current_account_id(), case, row, form.reason.data, form.words.data or ""
        )
    ):
        return page("attachments/destroying.html", form=form, case=case, row=row)
    flash(_("Nobody opens it any more. Ask another person who reads the case to confirm the destruction."), "done")
    return redirect(url_for("attachments.show", attachment_id=row.id))


@bp.post("/attachments/<id:attachment_id>/destroy/confirm")
@may(May.ATTACH)
def destroy(attachment_id: UUID) -> Response:
    case, row = attachment_here(attachment_id)
    files = current_installation().files
    return _decided(
        row,
        lambda: actions.destroy(session(), current_account_id(), case, row, files),
        _("The file and its pictures are destroyed."),
    )


@bp.post("/attachments/<id:attachment_id>/destroy/refuse")
@may(May.ATTACH)
def keep(attachment_id: UUID) -> Response:
    case, row = attachment_here(attachment_id)
    return _decided(
        row,
        lambda: actions.refuse_destruction(session(), current_account_id(), case, row),
        _("The file stays with the case."),
    )


def _decided(row: Attachment, act: Any, done: str) -> Response:
    """One button: done, or the sentence of what refuses it, on the page of the file."""
    try:
        act()
    except Refused as refused:
        flash(refused.sentence, "late")
        return redirect(url_for("attachments.show", attachment_id=row.id))
    flash(done, "done")
    return redirect(url_for("attachments.show", attachment_id=row.id))


def panel(case: Case, subject: Subject) -> Panel | None:
    """The last files of a case with their pictures, beside its page, and the way to add one."""
    if subject.person_id is not None or not asking().may(May.SEE_ATTACHMENT):
        return None
    found = readable(session().scalars(of_case(case.id)), "description", "held")[::-1]
    values = {
        "case": case,
        "rows": found[:ON_A_PANEL],
        "more": len(found) - ON_A_PANEL,
        **_words(),
    }
    return Panel(_l("Attached files"), "file", "attachments/_panel.html", values, printed=False)
