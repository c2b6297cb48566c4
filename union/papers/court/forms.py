"""The forms of a court file."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import ANSWERS, Answer
from union.cases.hours import Hour
from union.papers.court.models import Appeal, Matter
from union.papers.court.reading import to_come
from union.papers.court.words import APPEALS
from union.papers.facts import FactsForm
from union.papers.sending import MEANS, Means
from union.web.forms.chosen import Choice, Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Day, Line, Prose
from union.web.locale import day


class FileForm(FactsForm):
    """The file: power of attorney, court, claim, action."""

    wide = ("court",)
    left_to_right = ("number",)

    power_by = Line(_l("Lawyer in charge"), most=120)
    power_on = Day(_l("Power of attorney of"))
    power_kept = Line(_l("Where the power of attorney is kept"), most=120)
    court = Line(_l("Court"), most=120)
    number = Line(_l("File number"), most=60)
    legal_aid = Choice(
        _l("Was legal aid asked for?"),
        Answer,
        ANSWERS,
        empty=_l("Not known"),
        description=_l(
            "The employee has it as of right, appeal and execution included (code of civil procedure, article 273)."
        ),
    )
    left_on = Day(
        _l("Last day of the contract"), description=_l("The two years of article 395 run from the end of the contract.")
    )
    claim_on = Day(
        _l("Written claim of"),
        description=_l("A claim with a certain date interrupts the two years (Code of obligations, article 381)."),
    )
    claim_means = Choice(_l("How it went"), Means, MEANS, empty=_l("Not known"))
    filed_on = Day(_l("Action brought before the court on"))
    dismissal = Choice(
        _l("Does the action contest a dismissal?"),
        Answer,
        ANSWERS,
        empty=_l("Not known"),
        description=_l("If it does, it meets the ninety days of article 65."),
    )


class HearingForm(Form):
    """A hearing that the court fixed."""

    hearing_on = Day(_l("Day of the hearing"), [needed()])
    at = Hour(_l("Hour"))
    room = Line(_l("Room"), most=60)


class HeldForm(Form):
    """What happened at a hearing, and the next one."""

    hearing = Pick(_l("Which hearing"), [needed()])
    outcome = Prose(
        _l("What happened"), [needed()], most=2000, description=_l("Put off, heard, reserved for judgment: and why.")
    )
    next_on = Day(_l("Day of the next hearing"))
    next_at = Hour(_l("Hour"))


class JudgmentForm(FactsForm):
    """The judgment and what followed."""

    left_to_right = ("judgment_number", "appeal_number", "execution_number")

    judged_on = Day(_l("Judgment of"))
    judgment_number = Line(_l("Number of the judgment"), most=60)
    judgment_words = Prose(_l("What the court decided"), most=5000)
    awarded_amount = Amount(_l("Amount awarded"))
    notified_on = Day(
        _l("Judgment notified on"),
        description=_l("The thirty days of the appeal run from the notification, in full days."),
    )
    appeal = Choice(_l("Appeal"), Appeal, APPEALS, empty=_l("Not decided yet"))
    appeal_on = Day(_l("Appeal filed on"))
    appeal_number = Line(_l("Number of the appeal"), most=60)
    execution_on = Day(
        _l("Execution asked for on"),
        description=_l(
            "A judgment on an employment contract is enforceable at once, appeal or not (code of civil procedure, "
            "article 285)."
        ),
    )
    execution_number = Line(_l("Number of the execution file"), most=60)
    paid_on = Day(_l("Paid on"))
    paid_amount = Amount(_l("Amount paid"))


def held_form(matter: Matter) -> HeldForm:
    """The form that offers the hearings of which nobody has said yet what happened."""
    form = HeldForm()
    form.hearing.offer((one.id, " · ".join(filter(None, (day(one.on), one.at)))) for one in to_come(matter))
    return form
