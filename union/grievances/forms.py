"""The forms of a grievance once it is filed: notes, steps, hand-over, waiting, closing, reopening, who reads."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.cases.closing_forms import DatesForm
from union.cases.hours import Hour
from union.grievances.hanging import (
    ALLEGED,
    HOLIDAYS,
    LABELS,
    MEASURES,
    WAGE_LINES,
    Alleged,
    Holiday,
    Measure,
    WageLine,
)
from union.grievances.models import Agreed, Awaited, Channel, Harm, Outcome, Paper, Problem, Proof, Says
from union.grievances.words import AGREED, AWAITED, CHANNELS, HARMS, OFFERED, PAPERS, PROOFS, SAYS, WORKED
from union.web.forms.chosen import Choice, Pick, Tiles
from union.web.forms.doubtful_day import Sure, doubt, doubtful
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Day, Line, Name, Phone, Prose

FACTS_ONLY = _l("Facts only: what was said or done, by whom, when.")


class Note(Form):
    """A note on a case."""

    words = Prose(_l("Note"), [needed(_l("Write what was said or done, by whom and when."))], description=FACTS_ONLY)
    strategy = BooleanField(_l("Strategy: for those who work the case, never printed"))


class Step(Form):
    """A step of the law, by its code."""

    code = Line("", [needed()], most=40)


class DoStep(Step):
    """A step that was done: its day and, where it leaves one, its proof."""

    on = Day(_l("Done on which day"), [needed(_l("Write the day on which it was done."))], passed=True)
    proof = Choice(_l("How can it be shown"), Proof, PROOFS, empty=_l("no proof, or not yet"))
    proof_words = Line(_l("Number, name, or where the paper lies"), most=200)


class HandOver(Form):
    """To whom a case goes."""

    to = Pick(_l("To whom"), [needed(_l("Choose a colleague who works at this workplace."))])
    words = Prose(_l("What they must know first"), most=2000)


class Wait(Form):
    """Whose move is next."""

    whom = Tiles(_l("Who must answer?"), Awaited, AWAITED, [needed(_l("Say whose answer is awaited."))])
    words = Prose(_l("What was asked, and when"), most=400)
    again_on = Day(_l("Ask again on"), [needed(_l("Write the day on which somebody asks again."))])


class Close(DatesForm):
    """How it ended, and what happens with the dates that run."""

    outcome = Choice(_l("How it ended"), Outcome, WORKED, [needed(_l("Choose how it ended."))], empty=_l("Choose"))
    words = Prose(
        _l("In words"),
        [needed(_l("Say how it ended: the person will ask."))],
        description=_l("What was obtained, on what day, and what the person was told."),
        most=5000,
    )
    amount = Amount(_l("Amount obtained"))
    says = Choice(_l("What the person thinks of it"), Says, SAYS, empty=_l("Choose"))
    decided_on = Day(_l("A court decided: its decision was notified on"), passed=True)
    sure = Sure("")
    lesson = Prose(
        _l("What this case teaches about the site"),
        description=_l(
            "Name nobody: every organiser of the site reads it on its page, unless the case is confidential."
        ),
        most=2000,
    )

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        doubt(self.decided_on, self.sure)
        won = {Outcome.WON, Outcome.SETTLED, Outcome.PARTLY}
        if self.amount.data is not None and self.outcome.data is not None and self.outcome.data not in won:
            self.amount.errors = [_l("Nothing was obtained by this outcome: leave the amount empty, or change it.")]
        return not self.errors

    @property
    def in_doubt(self) -> date | None:
        """The day that the page asks about."""
        return self.decided_on.data if doubtful(self.decided_on.data) else None


class Reopen(Form):
    """Why it was not over."""

    why = Prose(_l("Why it is opened again"), [needed(_l("Say why the case is opened again."))], most=2000)


class Reader(Form):
    """Somebody who may read the case."""

    account = Pick(_l("Who else may read it"), [needed(_l("Choose somebody who works at this workplace."))])


class HowToReach(Form):
    """How whoever a report is about wants to be reached, and when."""

    channel = Choice(_l("How may the union reach the person?"), Channel, CHANNELS, empty=_l("Choose"))
    safe_hours = Line(_l("At what hours is it safe?"), most=100)


class Ordinary(Form):
    """That the person agrees."""

    why = Prose(_l("How the person agreed"), [needed(_l("Say how the person agreed to it."))], most=2000)


class Whose(Form):
    """Looking for the member that a case is about."""

    query = Line(_l("Name"), [needed(_l("Write a name to look for."))], most=100)


class Linked(Form):
    """The member found."""

    member = Pick(_l("Member"), [needed(_l("Choose one of the members found."))])


class Correct(Form):
    """What was reported, as it should have been."""

    paper = Choice(_l("What was received, or what happened?"), Paper, PAPERS, [needed()])
    event_on = Day(_l("The day"), [needed(_l("Say on which day: a period may run from it."))], passed=True)
    sure = Sure("")
    event_at = Hour(_l("At what hour, if it is known"))
    for_long = BooleanField(_l("It went on for a long time, or happened several times: this was the last"))
    problem = Choice(_l("What is it about?"), Problem, OFFERED, [needed()])
    harm = Choice(_l("What kind of harm is it?"), Harm, HARMS, empty=_l("no question of health"))
    about_name = Name(_l("Name of the colleague"), most=100)
    about_phone = Phone(_l("Private telephone"))
    facts = Prose(_l("What happened"), most=8000)
    demand = Prose(_l("What is asked for"), [needed(_l("Say what is asked for: it guides who acts."))], most=2000)

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        doubt(self.event_on, self.sure)
        if "about_name" in self and not self.about_name.data and not self.about_name.errors:
            self.about_name.errors = [_l("Write the colleague's name, so that somebody can call.")]
        if self.problem.data is Problem.HEALTH and self.harm.data is None and not self.harm.errors:
            self.harm.errors = [_l("Say which of these it is: each has steps of its own.")]
        return not self.errors


class AddFacts(Form):
    """Facts that came after the report."""

    on = Day(_l("On which day"), passed=True)
    words = Prose(_l("What is to be added"), [needed(_l("Write what is to be added."))], most=4000)


class HangsOn(Form):
    """What a case hangs on, as other cases may."""

    supervisor = Name(LABELS["supervisor"], most=100)
    team = Line(LABELS["team"], most=60)
    target = Line(LABELS["target"], most=60)
    holiday = Choice(LABELS["holiday"], Holiday, dict(HOLIDAYS), empty=_l("None"))
    wage_line = Choice(LABELS["wage_line"], WageLine, dict(WAGE_LINES), empty=_l("None"))
    alleged = Choice(LABELS["alleged"], Alleged, dict(ALLEGED), empty=_l("Not known"))
    measure = Choice(LABELS["measure"], Measure, dict(MEASURES), empty=_l("Not known"))


class AskCorrection(Form):
    """What is wrong with a report that its reporter cannot change any more."""

    words = Prose(
        _l("What is wrong, and what is right"), [needed(_l("Write what is wrong, and what is right."))], most=2000
    )


class Known(Form):
    """What became known of a case since it was reported."""

    harm = Tiles(_l("What kind of harm is it?"), Harm, HARMS)
    agreed = Tiles(_l("May the employer learn of it?"), Agreed, AGREED)
    how = Prose(_l("Who asked the person, when, and how they agreed"), most=2000)
    noted_on = Day(_l("The delegates' note was handed in on"), passed=True)
    ended_on = Day(_l("The contract ended on"))
    sure = Sure("")

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        doubt(self.noted_on, self.sure)
        if "ended_on" in self:
            doubt(self.ended_on, self.sure, to_come=True)
        return not self.errors
