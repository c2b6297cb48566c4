"""The form itself: what was sent is read strictly, and an edit that somebody overtook shows both versions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any
from uuid import UUID

from flask import abort, request
from flask_babel import lazy_gettext as _l
from wtforms import Field, FileField, HiddenField, PasswordField, SelectMultipleField
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, StopValidation

from union.access import asking
from union.refusal import Refused
from union.web.forms.typed import Line
from union.web.idempotency import FIELD as FORM_TOKEN
from union.web.locale import ASKED

# A button of the language switch sends the form to be shown again, in another language, as it stood: `mistakes` where
# it showed some, `overtaken` (the version that it began from) where it showed another person's change.
MISTAKES, OVERTAKEN = "mistakes", "overtaken"
OUTSIDE_THE_FORM = {FORM_TOKEN, "csrf_token", "version", ASKED, MISTAKES, OVERTAKEN}


class _Needed(InputRequired):
    """Spaces alone are nothing: what is kept of them is empty, also where a date or a number is asked for."""

    def __call__(self, form: Any, field: Any) -> None:
        super().__call__(form, field)
        empty = field.data is None or (isinstance(field.data, str) and not field.data.strip())
        if empty and not field.process_errors:
            raise StopValidation(self.message or "")


def needed(sentence: Any = None) -> InputRequired:
    """The field must be filled."""
    return _Needed(sentence or _l("Fill this in."))


class Form(PlainForm):
    """A form over one request: unknown or repeated fields are refused, and an overtaken edit shows both versions."""

    writes = True  # what only compares answers again in another language; what writes is shown again

    def __init__(self, *, beside: bool = False, left: Any = None, **initial: Any) -> None:
        """`beside` says that another form of the same page was sent, and nothing of this one; `left` is what was typed
        into it earlier and never sent."""
        sent = request.method == "POST" and not beside
        super().__init__(request.form if sent else left, data=initial)
        for field in self:
            if sent and isinstance(field, FileField):
                field.process(request.files)
        self.initial = initial
        self.conflict: list[tuple[str, str, str]] = []
        self.overtaken = False
        if sent:
            self._refuse_what_was_not_asked()

    def _refuse_what_was_not_asked(self) -> None:
        """A field that the page does not hold was not filled in by a person: 422. One repeated: 400."""
        names = {field.name for field in self}
        if set(request.form) - names - OUTSIDE_THE_FORM or set(request.files) - names:
            abort(422)
        for field in self:
            if len(request.form.getlist(field.name)) > 1 and not isinstance(field, SelectMultipleField):
                abort(400)

    @property
    def only_shown(self) -> bool:
        """Whether it was sent to be shown in another language, not to do what it says."""
        return self.writes and ASKED in request.form

    @property
    def untouched(self) -> bool:
        """Whether the language switch sent it with nothing typed: the page on which it stands is asked for again
        instead."""
        typed = (field for field in self if field.process_errors or field.data != self.initial.get(field.name))
        return self.only_shown and MISTAKES not in request.form and not any(any(one.raw_data or ()) for one in typed)

    @property
    def began_from(self) -> str:
        """The version of the row that an overtaken edit began from, as it was sent."""
        overtaken = request.form.get(OVERTAKEN, "") if self.only_shown else ""
        return overtaken or request.form.get("version", "")

    def accepts(self, version: int | None = None) -> bool:
        """Whether what was sent can be used, on the row as it stands now (`version`); else errors or a conflict are
        set.

        A form without fields has nothing to compare: it is `overtaken` all the same.
        """
        if version is not None and not self._is_of(version):
            self.overtaken = True
            self.conflict = [
                (str(field.label.text), _shown(field, field.data), _shown(field, self.initial.get(field.name)))
                for field in self
                if not isinstance(field, HiddenField | FileField | PasswordField)
            ]
            return False
        if self.only_shown:
            if MISTAKES in request.form:
                self.validate()
            return False
        return self.validate()

    def _is_of(self, version: int) -> bool:
        sent = self.began_from
        if not re.fullmatch(r"[0-9]{1,9}", sent, flags=re.ASCII):
            abort(422)
        return int(sent) == version

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """What an action refuses becomes the error of its field."""
        try:
            yield
        except Refused as refused:
            field: Field | None = self._fields.get(refused.field)
            if field is None:
                self.form_errors.append(refused.sentence)
            else:
                field.errors = [*field.errors, refused.sentence]

    def carries_out(self, act: Callable[[], object], version: int | None = None) -> bool:
        """Do the one act of the form, where it can be used; False where its page has to be shown again."""
        if not self.accepts(version):
            return False
        with self.refusing():
            act()
        return not self.errors


def _shown(field: Any, value: Any) -> str:
    """One value of a form in words, for the page that shows both versions."""
    if value is None or value == "" or value is False:
        return "–"
    if isinstance(field, Line):
        return field.shown(value)
    if hasattr(field, "offered"):
        values = value if isinstance(value, list) else [value]
        keys = {one.value if isinstance(one, Enum) else str(one) for one in values}
        return ", ".join(str(one.label) for one in field.offered if one.value in keys)
    return "✓" if value is True else str(value)


def current_account_id() -> UUID:
    """The account that acts; 401 where nobody is signed in."""
    person = asking().person
    if person is None:
        abort(401)
    return person
