"""The forms of plans."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, ValidationError

from union.drives.lists import DAYS, Ask
from union.drives.people import Basis, Issue, Question, Speaks, Stand, Through, UnitKind
from union.drives.talks import SOON, HalfDay, Outcome, Soon, Talk, Where
from union.drives.trials import TrialKind
from union.drives.words import (
    ASKS,
    BASES,
    HALF_DAYS,
    ISSUES,
    OUTCOMES,
    QUESTIONS,
    SOONS,
    SPEAKS,
    STANDS,
    THROUGHS,
    TRIALS,
    UNIT_KINDS,
    WHERES,
)
from union.members.forms import PRIVATE
from union.web.forms.chosen import Choice, Pick, Several, SeveralRows, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line, PersonName, Phone, Prose
from union.web.locale import today


class PlanForm(Form):
    """A plan that begins, or is called otherwise."""

    name = Line(_l("What this plan is called"), [needed()], most=80, description=_l("Not the name of the employer."))
    legal_basis = Prose(
        _l("On what legal basis people are written down"),
        most=500,
        description=_l(
            "Law 09-08: members and people in regular contact with us; with anybody else, their consent. Ask before "
            "the first one."
        ),
    )
    workers = SeveralRows(_l("Who works on it with you"))


class BeginForm(Form):
    """A plan of a site."""

    workplace = Pick(_l("Workplace"), [needed()])
    name = Line(_l("What this plan is called"), [needed()], most=80, description=_l("Not the name of the employer."))


class UnitForm(Form):
    """A part of a site."""

    name = Line(_l("Name"), [needed()], most=60)
    kind = Choice(_l("Kind"), UnitKind, UNIT_KINDS, [needed()], default=UnitKind.TEAM)
    code = Line(
        _l("As lists call it"), most=12, description=_l("A letter or a number that says nothing to a stranger.")
    )
    parent = Pick(_l("Lies in"))
    people = Count(_l("How many work there"), least=1, highest=20_000)
    on = Day(_l("Counted on"), passed=True)
    source = Line(_l("Who says so"), most=100)

    def validate_people(self, field: Count) -> None:
        """A count has its day."""
        if field.data is not None and self.on.data is None:
            raise ValidationError(_l("Write also on which day they were counted."))


class PersonForm(Form):
    """Somebody of a plan: what is needed to speak with them."""

    given_name = PersonName(
        _l("Given name"), [needed()], most=60, description=_l("The given name alone, or how they are called.")
    )
    phone = Phone(_l("Telephone"), description=PRIVATE)
    speaks = Choice(_l("Language"), Speaks, SPEAKS, empty=_l("not said"))
    team = Pick(_l("Team"))
    shift = Pick(_l("Shift"))
    floor = Pick(_l("Floor"))
    project = Pick(_l("Project"))
    basis = Choice(_l("How they came to us"), Basis, BASES, [needed()], empty=_l("Choose"))
    issue = Choice(_l("What moves them"), Issue, ISSUES, empty=_l("not said"))


class Lines(Prose):
    """A line for each person; the tabulators of a workbook's columns part them as semicolons do."""

    def parse(self, typed: str) -> str:
        return str(super().parse(typed.replace("\t", " ; ")))


class PasteForm(Form):
    """Several people at once."""

    typed = Lines(
        _l("A line for each person"),
        [needed()],
        most=20_000,
        description=_l("Salma; 06…; Team B: typed, or pasted from a workbook. A telephone and a team may be missing."),
    )
    basis = Choice(_l("How they came to us"), Basis, BASES, [needed()], empty=_l("Choose"))
    speaks = Choice(_l("Language"), Speaks, SPEAKS, empty=_l("not said"))


class TakeBackForm(Form):
    """People who were written down together and go again."""

    brought = Pick(_l("Written down together"), [needed()])


class AnswerForm(Form):
    """Where somebody stands on one question."""

    question = Choice(_l("On what"), Question, QUESTIONS, [needed()], default=Question.JOIN)
    stand = Tiles(_l("Where they stand"), Stand, STANDS, [needed()])


class TieForm(Form):
    """Whom somebody listens to."""

    other = Pick(_l("Which person"), [needed()])
    through = Choice(_l("Where"), Through, THROUGHS, [needed()], default=Through.WORK)


class TalkForm(Form):
    """One conversation, in thirty seconds."""

    outcome = Tiles(_l("How it ended"), Outcome, OUTCOMES, [needed()])
    where = Tiles(_l("Where"), Where, WHERES)
    half_day = Tiles(_l("Time of day"), HalfDay, HALF_DAYS)
    issues = Several(_l("About what"), Issue, ISSUES)
    soon = Tiles(_l("Next step"), Soon, SOONS)
    next_on = Day(_l("Next step, another day"))
    line = Line(_l("One line"), most=80)

    def talk(self, by: str) -> Talk:
        """The conversation of today that was typed."""
        return Talk(
            datetime.now(UTC),
            today(),
            by,
            self.outcome.data,
            self.half_day.data,
            self.where.data,
            tuple(self.issues.members),
            self._next(),
            self.line.data or "",
        )

    def _next(self) -> date | None:
        """The day of the next step: what was tapped says more than a day that stood there before."""
        return today() + SOON[self.soon.data] if self.soon.data else self.next_on.data

    def validate_issues(self, field: Several) -> None:
        """Two say what a conversation was about."""
        if len(field.data or []) > 2:
            raise ValidationError(_l("At most two: the two that were spoken of most."))

    def validate_next_on(self, field: Day) -> None:
        """A yes has its day."""
        if self.outcome.data is Outcome.YES and field.data is None and self.soon.data is None:
            raise ValidationError(_l("A yes has a day: choose it, or choose “Thinks it over”."))


class ListForm(Form):
    """A list: who is asked what by whom, and which filters make it."""

    asks = Choice(_l("What to ask"), Ask, ASKS, [needed()], default=Ask.MEET)
    holder = Pick(_l("Who calls"))
    days = Count(_l("For how many days"), [needed()], least=DAYS.start, highest=DAYS.stop - 1)
    unit = Pick(_l("Unit"))
    question = Choice(_l("On what"), Question, QUESTIONS, default=Question.JOIN)
    stands = Several(_l("Where they stand"), Stand, STANDS)
    quiet = Count(_l("Not spoken with for so many days"), least=1, highest=365)
    speaks = Choice(_l("Language"), Speaks, SPEAKS, empty=_l("any"))


class TrialForm(Form):
    """A test of strength."""

    name = Line(_l("Name"), [needed()], most=80)
    kind = Choice(_l("What people are asked to do"), TrialKind, TRIALS, [needed()], default=TrialKind.PETITION)
    on = Day(_l("Day"), [needed()])


class TickForm(Form):
    """Who took the step, of those shown."""

    shown = SeveralRows(_l("Shown"))
    took = SeveralRows(_l("Took the step"))


class ReasonForm(Form):
    """Why one goes on below the share, or destroys a plan."""

    reason = Prose(_l("Reason"), [needed()], most=500)


class SeatForm(Form):
    """A seat of the committee."""

    team = Pick(_l("Team"), [needed()])
    shift = Pick(_l("Shift"))
    person = Pick(_l("Which person"))
    account = Pick(
        _l("With which account"), description=_l("Whoever signs in reads this seat, its promises, and no other.")
    )
    from_on = Day(_l("From"))
    until_on = Day(_l("Until"))


class PromiseForm(Form):
    """What somebody promised."""

    what = Line(_l("What they do"), [needed()], most=120)
    by = Day(_l("By which day"), [needed()])


class Sure(Form):
    """A button, with a box that says that one means it."""

    sure = BooleanField(_l("Yes, I am sure"))

    def validate_sure(self, field: BooleanField) -> None:
        """Nothing is destroyed by a slip of the thumb."""
        if not field.data:
            raise ValidationError(_l("Tick the box first: this cannot be undone."))
