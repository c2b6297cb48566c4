"""What a form sends as a list: a file, or what was pasted; for a list that comes in, and for one that leaked."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.imports.web.forms import NewList
from union.imports.web.words import file_name, status_of
from union.languages.readers import sentence
from union.tables.files.pasted import NAME, as_file
from union.tables.table import Untrusted
from union.web.locale import language

MOST_BYTES = 32 * 1024 * 1024  # a list of 100,000 people has ten


def given(form: NewList) -> tuple[bytes, str]:
    """The bytes of the list and its name: a file's, or those of what was pasted. Neither or both is an error of the
    form."""
    pasted, file = (form.pasted.data or "").strip("\r\n"), form.file.data
    pasted = pasted if pasted.strip() else ""  # a blank at an edge is an empty first cell, or the end of a marked name
    if pasted and file:
        form.file.errors = [_l("Give the file or the pasted list, not both.")]
    elif not pasted and not file:
        form.file.errors = [_l("Choose the file of the list.")]
    elif pasted:
        return as_file(pasted), NAME
    else:
        return file.read(), file_name(file.filename)
    return b"", ""


def refused(form: NewList, refusal: Untrusted) -> int:
    """Say beside what was sent why it cannot be read. Returns the status of the answer."""
    sent = form.pasted if form.pasted.data else form.file
    sent.errors = [sentence(refusal.code, language(), **refusal.values)]
    return status_of(refusal.code)
