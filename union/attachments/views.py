"""The files of a case: listed, sent, shown, taken out, described anew."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, func, select
from werkzeug.wrappers import Response

from union import confined
from union.access import May, asking, may
from union.attachments import actions, receiving, scanner, taking, uploads
from union.attachments.forms import AskDestruction, Describe, NewAttachment
from union.attachments.models import Attachment, of_case, of_person
from union.attachments.words import NOT_TAKEN, REASONS, SHOWN, SOURCES, TYPES, WHATS
from union.cases.models import Case, CaseKind
from union.cases.panels import Panel
from union.cases.subjects import Subject, case_or_404, of_line, page_of
from union.inspection import child
from union.inspection.filetypes import MIMETYPES, MOST_OF_A_FILE, PICTURES, SOUND
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
# Seconds in which a form with files is answered: longer than a scanner and the child may take for each of a few.
ANSWER_WITHIN = 3 * int(scanner.SECONDS + confined.BUSY * child.SECONDS)
READ = {CaseKind.GRIEVANCE: May.READ_GRIEVANCE, CaseKind.LAYOFF: May.READ_LAYOFF}


def case_here(case_id: UUID, of: ReachSession | None = None) -> Case:
    """A case in reach, of a kind that the role reads. 404 otherwise; a page of one that is read for a reason leads to
    where it is given."""
    case = case_or_404(case_id) if of is None else of.get(Case, case_id)
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
    return _index(case, None, of_case(case.id))


@bp.get("/people/<id:person_id>/attachments")
@may(May.SEE_ATTACHMENT)
def index_for(person_id: UUID) -> Response:
    """The files of one person of a dispute."""
    case, subject = _person_here(person_id)
    wanted = of_person(session(), case.id, subject.about.key)
    return _index(case, subject, of_case(case.id).where(Attachment.id.in_(wanted)))


def _person_here(person_id: UUID) -> tuple[Case, Subject]:
    """One person of a list in reach. 404 otherwise."""
    case, subject = of_line(person_id)
    return case_here(case.id), subject


def _index(case: Case, subject: Subject | None, asked: Select[Attachment]) -> Response:
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    count = session().scalar(select(func.count()).select_from(asked.order_by(None).subquery())) or 0
    rows = paged(count, lambda offset, limit: _opened(asked.offset(offset).limit(limit)), PER_PAGE)
    return page("attachments/index.html", case=case, subject=subject, rows=rows, **_words())


def _opened(asked: Select[Attachment]) -> list[Attachment]:
    """Those that are shown, and no other is opened."""
    return readable(session().scalars(asked), "description", "held")


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
    return _new(case_here(case_id), None, NewAttachment(chooses=chooses()))


@bp.get("/people/<id:person_id>/attachments/new")
@may(May.ATTACH)
def new_for(person_id: UUID) -> Response:
    """A file of one person of a dispute."""
    return _new(*_person_here(person_id), NewAttachment(chooses=chooses()))


@bp.post("/cases/<id:case_id>/attachments/new")
@may(May.ATTACH)
@opens_its_own
@takes_files(MOST)
def create(case_id: UUID) -> Response:
    """Each file is looked into outside the writers' turn; what is kept of them then goes in at once."""
    return _create(case_here(case_id), None)


@bp.post("/people/<id:person_id>/attachments/new")
@may(May.ATTACH)
@opens_its_own
@takes_files(MOST)
def create_for(person_id: UUID) -> Response:
    """The same for one person of a dispute."""
    return _create(*_person_here(person_id))


def _create(case: Case, subject: Subject | None) -> Response:
    form = NewAttachment(chooses=chooses())
    if not form.accepts():
        return _new(case, subject, form)
    arriving = _arriving(form)
    if not 0 < len(arriving) <= taking.MOST_AT_ONCE:
        sentence, status = NOT_TAKEN["one_file" if not arriving else "too_many"]
        form.file.errors = [sentence]
        return _new(case, subject, form, status=status)
    about = subject.about if subject is not None else None
    act = taking.Taking(current_installation(), current_account_id(), case, about, form.description)
    with ExitStack() as stack:
        outcomes = [act.looked_at(session(), stack, one) for one in arriving]
        return _kept(act, subject, form, outcomes)


def _arriving(form: NewAttachment) -> list[taking.Arriving]:
    """Every file of a form, whichever way it came. 422 for a number of one that is no id."""
    try:
        ids = form.sent_before
    except ValueError:
        abort(422)
    before = [
        taking.Arriving(
            uploads.name(session(), one), partial(uploads.whole, session(), current_installation().files, one), one
        )
        for one in ids
    ]
    return before + [taking.Arriving(one.filename or "", one.read) for one in form.chosen]


def _kept(act: taking.Taking, subject: Subject | None, form: NewAttachment, outcomes: list[taking.Outcome]) -> Response:
    """Give to the case what can be kept, in one act; the form again where nothing can."""
    gone: list[UUID] = []
    here = url_for("attachments.index", case_id=act.case.id)
    if subject is not None:
        here = url_for("attachments.index_for", person_id=subject.person_id)

    def keep(writing: ReachSession) -> str:
        gone.extend(act.keep(writing, case_here(act.case.id, writing), outcomes))
        _tell(outcomes)
        only = outcomes[0].row_id if len(outcomes) == 1 else None
        return url_for("attachments.show", attachment_id=only) if only is not None else here

    if any(one.laid is not None or one.row_id is not None for one in outcomes):
        answer = in_one_act(keep)
        act.throw_away(outcomes)
    else:
        if any(one.code == "infected" or (one.arriving.upload_id and not one.stays) for one in outcomes):
            with current_installation().store.writing(rights) as writing:
                gone.extend(act.keep(writing, case_here(act.case.id, writing), outcomes))
        answer = _refused(act.case, subject, form, outcomes)
    receiving.throw_away(current_installation().files, *gone)
    return answer


def _tell(outcomes: list[taking.Outcome]) -> None:
    """Each file says how it went; one alone needs no name."""
    for one in outcomes:
        sentence = str(one.sentence if one.row_id is None else _DONE if one.new else _ALREADY)
        kind = "late" if one.row_id is None else "done" if one.new else "info"
        flash(_named(one, sentence) if len(outcomes) > 1 else sentence, kind)


_DONE = _l("The file stands with the case.")
_ALREADY = _l("This very file is in the case already: nothing was added twice.")


def _named(one: taking.Outcome, sentence: Any) -> str:
    """A sentence after the name of its file, which keeps its own direction."""
    name = receiving.safe(one.arriving.name)
    return f"\u2068{name}\u2069 – {sentence}" if name else str(sentence)


def _refused(case: Case, subject: Subject | None, form: NewAttachment, outcomes: list[taking.Outcome]) -> Response:
    """Nothing of the form was taken: why, of each; what came in pieces and may be tried again stays with it."""
    form.upload.data = " ".join(str(one.arriving.upload_id) for one in outcomes if one.arriving.upload_id and one.stays)
    several = len(outcomes) > 1
    form.file.errors = [_named(one, one.sentence) if several else one.sentence for one in outcomes]
    states = {one.status for one in outcomes}
    return _new(case, subject, form, status=states.pop() if len(states) == 1 else 422)


def _new(case: Case, subject: Subject | None, form: NewAttachment, status: int = 0) -> Response:
    answer = page(
        "attachments/new.html",
        form=form,
        case=case,
        subject=subject,
        back=_back(case, subject),
        piece=uploads.MOST_OF_A_PIECE,
        within=ANSWER_WITHIN,
    )
    answer.status_code = status or answer.status_code
    return answer


def _back(case: Case, subject: Subject | None) -> str:
    """The page that the files hang on: the case, or one person of it."""
    if subject is None:
        return page_of(case)
    return url_for("layoffs.person", case_id=case.id, person_id=subject.person_id)


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
    """The last files of a case, or of one person of it, with their pictures, beside its page, and the way to add
    one."""
    if not asking().may(May.SEE_ATTACHMENT):
        return None
    asked = of_case(case.id)
    if subject.person_id is not None:
        asked = asked.where(Attachment.id.in_(of_person(session(), case.id, subject.about.key)))
    count = session().scalar(select(func.count()).select_from(asked.order_by(None).subquery())) or 0
    of: dict[str, Any] = {"case_id": case.id} if subject.person_id is None else {"person_id": subject.person_id}
    ending = "_for" if subject.person_id is not None else ""
    values = {
        "case": case,
        "rows": _opened(asked.limit(ON_A_PANEL)),
        "more": count - ON_A_PANEL,
        "all": url_for(f"attachments.index{ending}", **of),
        "new": url_for(f"attachments.new{ending}", **of),
        **_words(),
    }
    return Panel(_l("Attached files"), "file", "attachments/_panel.html", values, printed=False)
