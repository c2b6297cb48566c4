"""Somebody who is on an older list of a dispute and not on the newest: their page leads to that list, and shows what
was typed about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn
from uuid import UUID

from flask import abort, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms import Field, FileField, HiddenField

from union.access import May, asking
from union.entitlements.records.facts import Facts
from union.layoffs.lists.versions import Kept, opened
from union.layoffs.records.contents import Replaced
from union.layoffs.records.models import Layoff
from union.layoffs.web.forms import NoteForm
from union.store.files import Vaulted
from union.vault.envelope import opens
from union.web.current import current_installation
from union.web.forms.form import Form
from union.web.pages import page

Ask = Callable[[Facts], Form]
"""The form that was sent, of a person: its labels say what each typed value is."""


@dataclass(frozen=True)
class Absent:
    """The newest list that a person was on: its number among those that were replaced, and the person's line there."""

    number: int
    list_of: Replaced
    line: Kept

    @property
    def facts(self) -> Facts:
        """What is still known of the person."""
        one = self.line
        return one.facts or Facts(one.family_name, one.given_name, one.employee_number, left_on=one.left_on)


def found(files: Vaulted, dispute: Layoff, person_id: UUID) -> Absent | None:
    """The last list on which this person stood; None for an id of none. A list whose file is gone tells nobody."""
    replaced = dispute.matter.replaced if opens(dispute, "matter") else ()
    for number, one in reversed(list(enumerate(replaced, 1))):
        try:
            lines = opened(files, one)
        except FileNotFoundError:
            continue
        if line := next((line for line in lines if line.id == person_id), None):
            return Absent(number, one, line)
    return None


def answer(disputes: Iterable[Layoff], person_id: UUID, ask: Ask | None = None) -> NoReturn:
    """End the request: 409 with the list that the person was on and all that was typed; 404 for a person who was on no
    list of these disputes."""
    for dispute in disputes:
        if gone := found(current_installation().files, dispute, person_id):
            abort(_page(dispute, gone, ask))
    abort(404)


def _page(dispute: Layoff, gone: Absent, ask: Ask | None) -> Response:
    typed = "\n".join(_lines(ask(gone.facts))) if ask is not None and request.method == "POST" else ""
    note = NoteForm(beside=True, words=f"{gone.facts.name}\n{typed}") if typed else None
    keeps = asking().may(May.WORK_LAYOFF)
    return page("layoffs/absent.html", dispute=dispute, gone=gone, note=note, keeps=keeps, status=409)


def _lines(form: Form) -> Iterator[str]:
    colon = _(": ")
    for field in form:
        typed = request.form.get(field.name, "").strip()
        if typed and not isinstance(field, HiddenField | FileField):
            yield f"{field.label.text}{colon}{_shown(field, typed)}"


def _shown(field: Field, typed: str) -> str:
    """As it was typed; what was chosen in its words, a box that was ticked as a tick."""
    offered: Iterable[Any] = getattr(field, "offered", ())
    words = (str(one.label) for one in offered if one.value == typed)
    return next(words, "✓" if field.type == "BooleanField" else typed)
