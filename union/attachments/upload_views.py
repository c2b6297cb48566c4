"""A file that comes in pieces: begun, asked how much is here, sent on. What a script of ours does before the form is
sent; without it the form carries the whole file."""

from __future__ import annotations

import re
from uuid import UUID

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from union import text
from union.access import May, may
from union.attachments import uploads
from union.attachments.forms import Beginning, Piece
from union.attachments.quotas import CaseFull, EnoughToday
from union.attachments.uploads import AttachmentUpload, Begun
from union.attachments.views import bp, case_here
from union.refusal import Refused
from union.store.db import session
from union.store.files import takes_files
from union.web.current import current_installation
from union.web.forms.form import current_account_id

ROOM = 16 * 1024  # bytes of a form beside its piece
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)


@bp.post("/cases/<id:case_id>/attachments/uploads")
@may(May.ATTACH)
def begin(case_id: UUID) -> Response:
    """Leads to where its pieces go; 413 for one that is too large or finds no room, 429 for too many; with the
    sentence that the script shows."""
    case, form = case_here(case_id), Beginning()
    if not form.accepts():
        abort(422)
    size = _number(form.size.data)
    most = current_installation().settings.files_gb
    try:
        row = uploads.begin(session(), current_account_id(), case, Begun(text.line(form.mark.data), size), most)
    except (CaseFull, EnoughToday) as refused:
        return Response(str(refused.sentence), refused.status, mimetype="text/plain")
    return redirect(url_for("attachments.arrived", upload_id=row.id))


@bp.get("/attachments/uploads/<id:upload_id>")
@may(May.ATTACH)
def arrived(upload_id: UUID) -> Response:
    """How many bytes of it are here."""
    row = session().get(AttachmentUpload, upload_id) or abort(404)
    return Response(str(row.received), mimetype="text/plain")


@bp.post("/attachments/uploads/<id:upload_id>/pieces")
@may(May.ATTACH)
@takes_files(uploads.MOST_OF_A_PIECE + ROOM)
def send_piece(upload_id: UUID) -> Response:
    """Take the next piece; 409 for another one, so that none is kept twice."""
    row, form = session().get(AttachmentUpload, upload_id) or abort(404), Piece()
    if not form.accepts() or not form.piece.data:
        abort(422)
    try:
        files = current_installation().files
        here = uploads.add(session(), files, row.id, _number(form.offset.data), form.piece.data.read())
    except Refused:
        abort(422)
    if here is None:
        abort(409)
    return Response(str(here), mimetype="text/plain")


def _number(typed: str) -> int:
    """Plain digits and nothing else, or 422."""
    return int(typed) if _NUMBER.fullmatch(typed) else abort(422)
