"""The form in which those who have left are ticked, of the people whom a complete list does not name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs

from union.imports.records.outcomes import Absent
from union.web.forms.chosen import Boxes
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day


class NoteLeft(Form):
    """Who has left, and the last day of all of them."""

    who = Boxes(_l("Who has left"), [needed(_l("Tick who has left."))])
    on = Day(_l("Last day"), [needed()])


def left_form(absent: Iterable[Absent], last_days: Mapping[UUID, date | None], *, beside: bool = False) -> NoteLeft:
    """Offered are those who still work there: who has left already is only shown."""
    form = NoteLeft(beside=beside)
    still = [one for one in absent if one.member_id in last_days and last_days[one.member_id] is None]
    form.who.offered = [SelectChoice(str(one.member_id), one.name) for one in still]
    return form
