"""The forms of a court file."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import ANSWERS, Answer, as_bool, given, typed
from union.cases.hours import Hour
from union.cases.sending import MEANS, Means
from union.papers.court.models import Appeal, Matter
from union.papers.court.words import APPEALS
from union.web.forms.chosen import Choice, Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Day, Line, Prose

FILE = ("power_on", "power_by", "power_kept", "court", "number", "left_on", "claim_on", "claim_means", "filed_on")
YES_NO = ("legal_aid", "dismissal")
JUDGMENT = (
    "judged_on", "judgment_number", "judgment_words", "awarded_amount", "notified_on", "appeal", "appeal_on",
    "appeal_number", "execution_on", "execution_number", "paid_on", "paid_amount",
)  # fmt: skip


class FileForm(Form):
    """The file: power of attorney, court, claim, action."""

    power_by = Line(_l("Lawyer in charge"), most=120)
    power_on = Day(_l("Power of attorney of"))
    power_kept = Line(_l("Where the power of attorney is kept"), most=120)
    court = Line(_l("Court"), most=120)
    number = Line(_l("File number"), most=60)
    legal_aid = Choice(_l("Was legal aid asked for?"), Answer, ANSWERS, empty=_l("Not known"))
    left_on = Day(_l("Last day of the contract"))
    claim_on = Day(_l("Written claim of"))
    claim_means = Choice(_l("How it went"), Means, MEANS, empty=_l("Not known"))
    filed_on = Day(_l("Action brought before the court on"))
    dismissal = Choice(_l("Does the action contest a dismissal?"), Answer, ANSWERS, empty=_l("Not known"))


class HearingForm(Form):
    """A hearing that the court fixed."""

    hearing_on = Day(_l("Day of the hearing"), [needed()])
    at = Hour(_l("Hour"))
    room = Line(_l("Room"), most=60)


class HeldForm(Form):
    """What happened at a hearing, and the next one."""

    hearing = Pick(_l("Which hearing"), [needed()])
    outcome = Prose(_l("What happened"), [needed()], most=2000)
    next_on = Day(_l("Day of the next hearing"))
    next_at = Hour(_l("Hour"))


class JudgmentForm(Form):
    """The judgment and what followed."""

    judged_on = Day(_l("Judgment of"))
    judgment_number = Line(_l("Number of the judgment"), most=60)
    judgment_words = Prose(_l("What the court decided"), most=5000)
    awarded_amount = Amount(_l("Amount awarded"))
    notified_on = Day(_l("Judgment notified on"))
    appeal = Choice(_l("Appeal"), Appeal, APPEALS, empty=_l("Not decided yet"))
    appeal_on = Day(_l("Appeal filed on"))
    appeal_number = Line(_l("Number of the appeal"), most=60)
    execution_on = Day(_l("Execution asked for on"))
    execution_number = Line(_l("Number of the execution file"), most=60)
    paid_on = Day(_l("Paid on"))
    paid_amount = Amount(_l("Amount paid"))


def file_of(form: FileForm) -> dict[str, Any]:
    """What was typed, by the names of `Matter`."""
    return typed(form, FILE, Matter) | {name: as_bool(form[name].data) for name in YES_NO}


def written(matter: Matter) -> dict[str, Any]:
    """The file as the form shows it."""
    kept: dict[str, Any] = {name: getattr(matter, name) for name in FILE}
    return kept | {name: given(getattr(matter, name)) for name in YES_NO}


def judgment_of(form: JudgmentForm) -> dict[str, Any]:
    """What was typed, by the names of `Matter`."""
    return typed(form, JUDGMENT, Matter)


def judged(matter: Matter) -> dict[str, Any]:
    """The judgment as the form shows it."""
    return {name: getattr(matter, name) for name in JUDGMENT}
