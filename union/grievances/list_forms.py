"""The forms above the list of cases: its search, and what is done to the ticked ones."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import request
from flask_babel import lazy_gettext as _l

from union.grievances.models import Awaited
from union.grievances.ticked import Act, Back
from union.grievances.words import AWAITED
from union.web.forms.chosen import Choice, Pick, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Line

ACTS = {
    Act.TAKE: _l("Take"),
    Act.HAND_OVER: _l("Hand over"),
    Act.WAIT: _l("Let wait"),
    Act.PRINT: _l("Print"),
    Act.GATHER: _l("Several have the same"),
}
BACK = {Back.RELEASE: _l("Undo"), Back.RESUME: _l("Undo")}
NONE_TICKED = _l("Tick at least one case first.")


class FindCases(Form):
    """Whom or which case is looked for in the list."""

    query = Line(_l("Find a case"), [needed(_l("Write a name, a number or a code."))], most=100)


class Rows(SeveralRows):
    """The ticked cases, by their ids: which of them are in reach is asked where each is acted on."""

    def __init__(self, label: Any = None, validators: Any = None, **options: Any) -> None:
        super().__init__(label, validators, **options)
        self.offer([(one, "") for one in _ids(request.form.getlist("case"))])


def _ids(sent: list[str]) -> list[UUID]:
    found = []
    for one in sent:
        try:
            found.append(UUID(one))
        except ValueError:
            continue  # refused as what was never offered
    return found


class Ticked(Form):
    """What is done to the ticked cases, and to whom they go or on whom they wait."""

    case = Rows(_l("Cases"), [needed(NONE_TICKED)])
    act = Choice(_l("What is done"), Act, ACTS, [needed(_l("Choose what is done to them."))])
    to = Pick(_l("To whom"))
    whom = Choice(_l("Who must answer?"), Awaited, AWAITED, empty=_l("Choose"))

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        if self.act.data is Act.HAND_OVER and self.to.data is None and not self.to.errors:
            self.to.errors = [_l("Choose a colleague who works at this workplace.")]
        if self.act.data is Act.WAIT and self.whom.data is None and not self.whom.errors:
            self.whom.errors = [_l("Say whose answer is awaited.")]
        return not self.errors


class TakenBack(Form):
    """What was done to several cases a moment ago, and is not to be."""

    cases = Line("", [needed()], most=2000)
    act = Choice("", Back, BACK, [needed()])
