"""The words of the employer's procedure: its steps, their states, the motives of a plan."""

from __future__ import annotations

from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from union.languages.saying import in_language
from union.law.checking.findings import Check, State
from union.law.procedure.collective_plan import Motive
from union.layoffs.procedure.steps import OWN, Step
from union.web.locale import language

STEPS: dict[Step, Any] = {
    Step.DELEGATES: _l("Staff delegates informed, one month before"),
    Step.REPRESENTATIVES: _l("Union representatives informed, one month before"),
    Step.COUNCIL: _l("Works council informed, one month before (above fifty employees)"),
    Step.INFORMATION: _l("Reasons, numbers, categories and period given"),
    Step.CONSULTED: _l("Consultation and negotiation opened"),
    Step.REDEPLOYMENT: _l("Redeployment examined"),
    Step.RECORD: _l("Minutes of the talks signed by both"),
    Step.RECORD_DELEGATES: _l("Minutes given to the delegates"),
    Step.RECORD_LABOUR: _l("Minutes sent to the provincial labour delegate"),
    Step.REQUESTED: _l("Authorisation asked for, file attached"),
    Step.FILE: _l("Economic file complete: motives, accounts, accountant's report"),
    Step.AUTHORISED: _l("Governor's authorisation given before the first exit"),
    Step.CLOSURE: _l("Closure: the activity had become impossible"),
    Step.ORDER: _l("Order criteria kept: seniority, professional value, family charges"),
    Step.REHIRE: _l("Rehire priority kept for a year"),
}


def _asks(check: Check) -> LazyString:
    """The law's own question, in the language of whoever reads."""
    return LazyString(lambda: in_language(check.question, language()))


STEPS |= {Step(key): _asks(check) for key, check in OWN.items()}
STATES = {
    State.DONE: _l("done"),
    State.NOT_DONE: _l("not done"),
    State.LATE: _l("late"),
    State.UNKNOWN: _l("not known"),
    State.NOT_ASKED: _l("not asked"),
}
MOTIVES = {
    Motive.ECONOMIC: _l("Economic"),
    Motive.TECHNOLOGICAL: _l("Technological"),
    Motive.STRUCTURAL: _l("Structural"),
    Motive.SIMILAR: _l("Similar"),
    Motive.OTHER: _l("None of these"),
}
