"""The forms of the employer's procedure."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import ANSWERS, Answer
from union.law.procedure.collective_plan import Motive
from union.layoffs.procedure.steps import Step
from union.layoffs.procedure.words import MOTIVES, STEPS
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line


class StepForm(Form):
    """What is known of one step of the employer's procedure."""

    step = Choice(_l("Step"), Step, STEPS, [needed()])
    answer = Choice(_l("Was it done?"), Answer, ANSWERS, empty=_l("Not known"))
    on = Day(_l("Done on"))
    paper = Line(_l("Which paper shows it"), most=120)


class ProcedureForm(Form):
    """What the procedure stands on."""

    headcount = Count(_l("Usual number of employees in the enterprise"), least=1)
    motive = Choice(_l("Motive that the employer gives"), Motive, MOTIVES, empty=_l("Not known"))
    has_delegates = Choice(_l("Are there staff delegates?"), Answer, ANSWERS, empty=_l("Not known"))
    has_council = Choice(_l("Is there a works council?"), Answer, ANSWERS, empty=_l("Not known"))
    has_union_representatives = Choice(
        _l("Are there union representatives in the enterprise?"), Answer, ANSWERS, empty=_l("Not known")
    )
