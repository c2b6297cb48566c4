"""The forms of closures."""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.cases.hours import Hour
from union.closures.models import ClosurePlan, Evidence, Held, PayKind, Piece, Task
from union.closures.tasks import PIECES, TASKS
from union.closures.words import HELD, PAY
from union.layoffs.records.contents import Trigger
from union.layoffs.words import TRIGGERS
from union.web.forms.chosen import Choice, Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Day, Line, Name, Phone, Prose


class BeginForm(Form):
    """From when the 72 hours run."""

    closed_on = Day(_l("Closed on"), [needed()])
    hour = Hour(_l("Hour at which it was found closed"), [needed()])


class OpenForm(BeginForm):
    """A closure that nobody announced: one action opens the dispute and its first hours."""

    workplace = Pick(_l("Workplace"), [needed()])
    trigger = Choice(_l("What set it off"), Trigger, TRIGGERS, [needed()])
    facts = Prose(_l("What happened"))


class Yes(Enum):
    """On or off."""

    YES = "yes"
    NO = "no"


class TickForm(Form):
    """One task, done or not done after all."""

    task = Choice(_l("Task"), Task, {one: asked.what for one, asked in TASKS.items()}, [needed()])
    done = Choice(_l("Done"), Yes, {Yes.YES: _l("Yes"), Yes.NO: _l("No")}, [needed()])


class GateForm(Form):
    """Whether people may still be taken in."""

    open = Choice(_l("Intake"), Yes, {Yes.YES: _l("Yes"), Yes.NO: _l("No")}, [needed()])


class BackForm(Form):
    """An entry of one's own, taken back or counted after all."""

    back = Choice(_l("Struck out"), Yes, {Yes.YES: _l("Yes"), Yes.NO: _l("No")}, [needed()])


class EvidenceForm(Form):
    """Each piece: how far it is, and where it is kept."""


for _piece, (_said, _hint) in PIECES.items():
    setattr(EvidenceForm, f"{_piece.value}_held", Choice(_said, Held, HELD, [needed()]))
    setattr(EvidenceForm, f"{_piece.value}_where", Line(_l("Where it is kept"), most=120))


class IntakeForm(Form):
    """One person at the gate, in under a minute."""

    family_name = Name(_l("Family name"), [needed()])
    given_name = Name(_l("Given name"), [needed()])
    phone = Phone(_l("Telephone"))
    job = Line(_l("Job"), most=80)
    hired_on = Day(_l("Hired on"))
    pay = Amount(_l("Last monthly pay, in dirhams"))
    pay_kind = Choice(_l("Which pay"), PayKind, PAY, [needed()])
    agreed = BooleanField(
        _l("This person agrees that the union keeps this for the dispute"), [needed(_l("Ask first, then tick it."))]
    )


def evidence_of(form: EvidenceForm) -> dict[str, Evidence]:
    """What was typed, by the pieces."""
    return {one.value: Evidence(form[f"{one.value}_held"].data, form[f"{one.value}_where"].data or "") for one in Piece}


def evidence_fields(plan: ClosurePlan) -> dict[str, Any]:
    """The evidence as the form shows it."""
    found: dict[str, Any] = {}
    for one in Piece:
        piece = plan.evidence.get(one.value, Evidence())
        found |= {f"{one.value}_held": piece.held, f"{one.value}_where": piece.where}
    return found
