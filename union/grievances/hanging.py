"""What a grievance hangs on: the supervisor, team, target, holiday or line of pay that others may hang on too, and of
a sanction what was alleged. Short, optional, and sealed with the report."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from union.cases.findings_view import spoken
from union.law.procedure.discipline import HEARD_FROM, STEP, Sanction
from union.law.sources.sentence import Sentence


class Holiday(Enum):
    """The paid holidays, by what people call them."""

    NEW_YEAR = "new_year"
    MANIFESTO = "manifesto"
    AMAZIGH_NEW_YEAR = "amazigh_new_year"
    LABOUR_DAY = "labour_day"
    THRONE = "throne"
    OUED_EDDAHAB = "oued_eddahab"
    REVOLUTION = "revolution"
    YOUTH = "youth"
    UNITY = "unity"
    GREEN_MARCH = "green_march"
    INDEPENDENCE = "independence"
    AID_AL_FITR = "aid_al_fitr"
    AID_AL_ADHA = "aid_al_adha"
    FIRST_MOHARRAM = "first_moharram"
    AID_AL_MAWLID = "aid_al_mawlid"


class WageLine(Enum):
    """A line of the payslip that is missing, late or short."""

    BASE = "base"
    MINIMUM = "minimum"
    OVERTIME = "overtime"
    NIGHT = "night"
    HOLIDAY = "holiday"
    TARGET_BONUS = "target_bonus"
    SENIORITY = "seniority"
    TRANSPORT = "transport"
    LEAVE = "leave"
    DEDUCTION = "deduction"


class Alleged(Enum):
    """What the employer alleges, in the words that letters of call centres use."""

    LATENESS = "lateness"
    ABSENCE = "absence"
    PAUSE = "pause"
    TARGETS = "targets"
    QUALITY = "quality"
    TONE = "tone"
    REFUSAL = "refusal"
    DISPUTE = "dispute"
    DATA = "data"
    TELEPHONE = "telephone"
    LEAVING_POST = "leaving_post"
    OTHER = "other"


class Measure(Enum):
    """What was done to the person, the lightest first (article 37, then the dismissal)."""

    WARNING = Sanction.WARNING.value
    REPRIMAND = Sanction.REPRIMAND.value
    SECOND_REPRIMAND = Sanction.SECOND_REPRIMAND.value
    SUSPENSION = Sanction.SUSPENSION.value
    THIRD_REPRIMAND = Sanction.THIRD_REPRIMAND.value
    TRANSFER = Sanction.TRANSFER.value
    DISMISSAL = "dismissal"

    @property
    def step(self) -> int:
        """The step of the scale of article 37; one above it for a dismissal."""
        return max(STEP.values()) + 1 if self is Measure.DISMISSAL else STEP[Sanction(self.value)]

    @property
    def is_heard(self) -> bool:
        """Whether it is a sanction for which article 37 asks the hearing of article 62."""
        return self is not Measure.DISMISSAL and self.step >= HEARD_FROM


SAID_HOLIDAYS: Mapping[Holiday, Sentence] = {
    Holiday.NEW_YEAR: Sentence("New Year's Day"),
    Holiday.MANIFESTO: Sentence("Independence Manifesto"),
    Holiday.AMAZIGH_NEW_YEAR: Sentence("Amazigh new year"),
    Holiday.LABOUR_DAY: Sentence("Labour day"),
    Holiday.THRONE: Sentence("Throne day"),
    Holiday.OUED_EDDAHAB: Sentence("Oued Eddahab day"),
    Holiday.REVOLUTION: Sentence("Revolution of the King and the People"),
    Holiday.YOUTH: Sentence("Youth day"),
    Holiday.UNITY: Sentence("Unity day"),
    Holiday.GREEN_MARCH: Sentence("Green March"),
    Holiday.INDEPENDENCE: Sentence("Independence day"),
    Holiday.AID_AL_FITR: Sentence("Aid al-Fitr"),
    Holiday.AID_AL_ADHA: Sentence("Aid al-Adha"),
    Holiday.FIRST_MOHARRAM: Sentence("First of Moharram"),
    Holiday.AID_AL_MAWLID: Sentence("Aid al-Mawlid"),
}
SAID_WAGE_LINES: Mapping[WageLine, Sentence] = {
    WageLine.BASE: Sentence("The base pay"),
    WageLine.MINIMUM: Sentence("The minimum wage"),
    WageLine.OVERTIME: Sentence("Overtime"),
    WageLine.NIGHT: Sentence("Night work"),
    WageLine.HOLIDAY: Sentence("A holiday worked"),
    WageLine.TARGET_BONUS: Sentence("The bonus of a target"),
    WageLine.SENIORITY: Sentence("The seniority bonus"),
    WageLine.TRANSPORT: Sentence("Transport"),
    WageLine.LEAVE: Sentence("Paid leave"),
    WageLine.DEDUCTION: Sentence("Something is deducted"),
}
SAID_ALLEGED: Mapping[Alleged, Sentence] = {
    Alleged.LATENESS: Sentence("Lateness"),
    Alleged.ABSENCE: Sentence("Absence"),
    Alleged.PAUSE: Sentence("A pause that was too long"),
    Alleged.TARGETS: Sentence("Targets that were missed"),
    Alleged.QUALITY: Sentence("Quality of calls or of decisions"),
    Alleged.TONE: Sentence("Tone towards a customer"),
    Alleged.REFUSAL: Sentence("Refusal of an order"),
    Alleged.DISPUTE: Sentence("A dispute with a superior or a colleague"),
    Alleged.DATA: Sentence("Data or secrecy"),
    Alleged.TELEPHONE: Sentence("A telephone at the workstation"),
    Alleged.LEAVING_POST: Sentence("Leaving the workstation"),
    Alleged.OTHER: Sentence("Something else that is alleged"),
}
SAID_MEASURES: Mapping[Measure, Sentence] = {
    Measure.WARNING: Sentence("Warning"),
    Measure.REPRIMAND: Sentence("Reprimand"),
    Measure.SECOND_REPRIMAND: Sentence("Second reprimand"),
    Measure.SUSPENSION: Sentence("Suspension"),
    Measure.THIRD_REPRIMAND: Sentence("Third reprimand"),
    Measure.TRANSFER: Sentence("Transfer as a sanction"),
    Measure.DISMISSAL: Sentence("Dismissal"),
}
HOLIDAYS: Mapping[Holiday, Any] = {one: spoken(said) for one, said in SAID_HOLIDAYS.items()}
WAGE_LINES: Mapping[WageLine, Any] = {one: spoken(said) for one, said in SAID_WAGE_LINES.items()}
ALLEGED: Mapping[Alleged, Any] = {one: spoken(said) for one, said in SAID_ALLEGED.items()}
MEASURES: Mapping[Measure, Any] = {one: spoken(said) for one, said in SAID_MEASURES.items()}
SAID_LABELS: Mapping[str, Sentence] = {
    "supervisor": Sentence("Supervisor"),
    "team": Sentence("Team or floor"),
    "target": Sentence("Target"),
    "holiday": Sentence("Holiday"),
    "wage_line": Sentence("Line of the pay"),
    "alleged": Sentence("What is alleged"),
    "measure": Sentence("What was decided"),
}
LABELS: Mapping[str, Any] = {one: spoken(said) for one, said in SAID_LABELS.items()}
CLOSED: Mapping[str, tuple[type[Enum], Mapping[Any, Any]]] = {
    "holiday": (Holiday, HOLIDAYS),
    "wage_line": (WageLine, WAGE_LINES),
    "alleged": (Alleged, ALLEGED),
    "measure": (Measure, MEASURES),
}


def said_of(report: Any) -> list[tuple[Any, Any]]:
    """What a report hangs on, as pairs of label and words; nothing where nobody said."""
    found = ((name, getattr(report, name)) for name in LABELS)
    return [(LABELS[name], CLOSED[name][1][value] if name in CLOSED else value) for name, value in found if value]
