"""The page that says which export a leaked file, or a part of one, came from: read, answered, and kept nowhere."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import FileField, TextAreaField
from wtforms.validators import Length

from union.access import May, may
from union.home.record_views import bp
from union.imports.web.forms import MOST_PASTED, NewList
from union.imports.web.receiving import MOST_BYTES, given, refused
from union.members.identifying import Identified
from union.members.identifying import identify as identified
from union.store.db import opens_its_own
from union.store.files import takes_files
from union.tables.table import Untrusted
from union.web.current import current_installation, rights
from union.web.forms.form import current_account_id
from union.web.pages import page

__all__ = ["bp"]


class Leaked(NewList):
    """What was found elsewhere, as a file or pasted."""

    file = FileField(_l("The file that was found"))
    pasted = TextAreaField(
        _l("Or rows of it, pasted"),
        [Length(max=MOST_PASTED, message=_l("This is too long to paste: save it as a file."))],
    )


@bp.get("/record/identify")
@may(May.READ_RECORD)
def identifying() -> Response:
    return _shown(Leaked(), None)


@bp.post("/record/identify")
@may(May.READ_RECORD)
@opens_its_own
@takes_files(MOST_BYTES)
def identify() -> Response:
    """The answer says no more than the record does, to whoever may read it."""
    form = Leaked()
    if not form.accepts():
        return _shown(form, None)
    data, name = given(form)
    if form.errors:
        return _shown(form, None)
    try:
        found = identified(current_installation().store, rights, current_account_id(), data, name)
    except Untrusted as refusal:
        status = refused(form, refusal)
        answer = _shown(form, None)
        answer.status_code = status
        return answer
    return _shown(form, found)


def _shown(form: Leaked, found: Identified | None) -> Response:
    return page("record/identify.html", form=form, found=found, most=MOST_BYTES // (1024 * 1024))
