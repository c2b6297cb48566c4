"""The forms of a section."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, ValidationError

from union.law.sections.filing import Check
from union.sections.models import Founded, Office, Statutes, Way
from union.sections.words import CHECKS, OFFICES, WAYS
from union.web.forms.chosen import Choice, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line, PersonName


class FoundingForm(Form):
    """What the section is called, where it is, and its founding assembly."""

    name = Line(_l("Name of the section"), most=120)
    also = SeveralRows(_l("Further sites of the same employer"))
    on = Day(_l("Day of the founding assembly"))
    place = Line(_l("Where it was held"), most=160)
    present = Count(_l("How many were present"), highest=100_000)
    minutes = BooleanField(_l("The minutes are drawn up and signed"))

    @property
    def founded(self) -> Founded:
        """What was typed of the assembly."""
        return Founded(self.on.data, self.place.data or "", self.present.data, self.minutes.data)


class StatutesForm(Form):
    """The statutes, and the term that they set."""

    adopted_on = Day(_l("Adopted on"), [needed()], passed=True)
    text = Line(_l("Which version"), most=120)
    term_months = Count(_l("Term of the officers, in months"), highest=240)

    @property
    def statutes(self) -> Statutes:
        """What was typed."""
        return Statutes(self.adopted_on.data, self.text.data or "", self.term_months.data)

    def validate_term_months(self, field: Count) -> None:
        """Refuses a term of nothing."""
        if field.data == 0:
            raise ValidationError(_l("Write the months of the term, or leave it open."))


class OfficerForm(Form):
    """An officer, and what was checked of them."""

    name = PersonName(_l("Name of the officer"), [needed()])
    office = Choice(_l("What they are"), Office, OFFICES, [needed()])
    from_on = Day(_l("In office from"), [needed()])
    until_on = Day(_l("In office until"))
    left_on = Day(_l("Left before the end, on"), passed=True)
    moroccan = BooleanField(CHECKS[Check.MOROCCAN])
    civil_rights = BooleanField(CHECKS[Check.CIVIL_RIGHTS])
    no_conviction = BooleanField(CHECKS[Check.NO_CONVICTION])

    @property
    def checked(self) -> tuple[Check, ...]:
        """What was ticked."""
        return tuple(one for one in Check if self[one.value].data)

    def validate_until_on(self, field: Day) -> None:
        """Refuses an end before the beginning."""
        _not_before(field, self.from_on)

    def validate_left_on(self, field: Day) -> None:
        """Refuses a leaving before the beginning."""
        _not_before(field, self.from_on)


def _not_before(field: Day, first: Day) -> None:
    if field.data and first.data and field.data < first.data:
        raise ValidationError(_l("This day is before the first one: correct one of the two."))


class DoneForm(Form):
    """A step that was done."""

    on = Day(_l("Day"), [needed()], passed=True)
    proof = Line(_l("What shows it"), most=200)


class HandedForm(DoneForm):
    """What was handed over or posted, with its proof."""

    way = Choice(_l("What proves it"), Way, WAYS, [needed()])


class FileForm(HandedForm):
    """The file, presented to the local authority."""

    way = Choice(_l("What proves it"), Way, WAYS, empty=_l("none: it was refused"))
    refused = BooleanField(_l("The receipt was refused"))

    def validate_way(self, field: Any) -> None:
        """Refuses neither a proof nor a refusal, and both of them."""
        if (field.data is None) != bool(self.refused.data):
            raise ValidationError(_l("Say what proves the deposit, or that the receipt was refused: one of the two."))


class TellForm(Form):
    """The letter that names the officers to the employer."""

    sure = BooleanField(_l("I know that this letter names the officers to the employer"), [needed()])
