"""The report of a problem: one form in four steps, each page carrying what the others were told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field

from union.cases.hours import Hour
from union.cases.readers import FOLLOW, Colleague
from union.grievances.models import Agreed, Channel, For, Harm, Paper, Problem
from union.grievances.words import AGREED, CHANNELS, FOR_A_DELEGATE, HARMS, OFFERED, ON_PAPER, PAPERS
from union.law.paths.declared import KINDS
from union.web.forms.chosen import Boxes, Choice, Pick, SeveralRows, Tiles
from union.web.forms.doubtful_day import Sure, doubt, doubtful
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Name, Phone, Prose
from union.web.locale import today

STEPS = {
    1: ("paper", "when", "event_on", "sure", "event_at"),
    2: ("problem",),
    3: (
        "harm",
        "about",
        "seek",
        "member",
        "about_name",
        "about_phone",
        "channel",
        "safe_hours",
        "agreed",
        "workplace",
        "facts",
        "confidential",
        "readers",
    ),
    4: ("demand",),
}
CONFIDENTIAL_AT_FIRST = frozenset(one for one in Problem if KINDS[one].confidential)


class When(Enum):
    """The day, by the quickest answer."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    ANOTHER = "another"
    FOR_LONG = "for_long"


WHENS = {
    When.TODAY: _l("Today"),
    When.YESTERDAY: _l("Yesterday"),
    When.ANOTHER: _l("Another day"),
    When.FOR_LONG: _l("For a long time, or several times"),
}


class ReportForm(Form):
    """Everything that is asked; a page shows the fields of its step and carries the rest hidden."""

    paper = Tiles(
        _l("What was received, or what happened?"),
        Paper,
        PAPERS,
        [needed(_l("Choose the paper that came, or what happened without one."))],
    )
    when = Tiles(_l("On which day?"), When, WHENS)
    event_on = Day(_l("The day"), passed=True)
    sure = Sure("")
    event_at = Hour(_l("At what hour, if it is known"))
    problem = Tiles(_l("What is it about?"), Problem, OFFERED, [needed(_l("Choose what weighs most."))])
    harm = Tiles(_l("What kind of harm is it?"), Harm, HARMS)
    about = Tiles(_l("For whom?"), For, FOR_A_DELEGATE, [needed(_l("Say for whom you report."))])
    seek = Line(_l("Look for the member"), most=100)
    member = Pick(_l("Which colleague?"))
    about_name = Name(_l("Name of the colleague"), most=100)
    about_phone = Phone(_l("Private telephone"))
    channel = Choice(_l("How may the union reach the person?"), Channel, CHANNELS, empty=_l("Choose"))
    safe_hours = Line(_l("At what hours is it safe?"), most=100)
    agreed = Tiles(_l("May the employer learn of it?"), Agreed, AGREED)
    workplace = Pick(_l("Where?"))
    facts = Prose(_l("What happened"), most=8000)
    confidential = BooleanField(_l("Keep this report to the people ticked below"))
    readers = SeveralRows(_l("Only these people"))
    demand = Prose(_l("What is asked for"), [needed(_l("Say what is asked for: it guides who acts."))], most=2000)
    at = Line("", most=1)
    go = Line("", most=1)
    asked = Line("", most=40)  # the problem for which confidentiality was proposed

    only_workplace: UUID | None = None  # where there is no choice, nothing is asked
    could_read: tuple[Colleague, ...] = ()
    reads_it_himself = False  # the person who reports works cases of this workplace themselves
    found: int | None = None  # how many members the desk's search found, where it was asked just now

    @property
    def day(self) -> date | None:
        """The day of the event, out of the quick answer or the one typed."""
        if self.when.data is When.TODAY:
            return today()
        if self.when.data is When.YESTERDAY:
            return today() - timedelta(days=1)
        if self.day_presumed:
            return today()
        return self.event_on.data if isinstance(self.event_on.data, date) else None

    @property
    def day_presumed(self) -> bool:
        """Whether it goes on and no last time was written: today stands for it, and the pages say so."""
        return self.when.data is When.FOR_LONG and self.event_on.data is None

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        self._check_day()
        self._check_harm()
        self._check_whom()
        return not self.errors

    def _check_day(self) -> None:
        typed = self.event_on.data
        if self.event_on.errors:
            return
        if self.day is None:
            wrong(self.event_on, _l("Say on which day: a period may run from it."))
        elif self.when.data is When.FOR_LONG and self.paper.data in ON_PAPER:
            wrong(self.when, _l("A paper comes on one day: choose the day on which it was in hand."))
        elif typed and self.day != typed:
            wrong(self.event_on, _l("You chose another day above: keep one of the two."))
        doubt(self.event_on, self.sure)

    @property
    def year_in_doubt(self) -> bool:
        """Whether the page offers to say that a day of years ago is right."""
        return doubtful(self.event_on.data)

    def _check_harm(self) -> None:
        """Of health, what comes next hangs on both answers: an accident is told within 48 hours, harassment by
        nobody."""
        if self.problem.data is not Problem.HEALTH:
            return
        if self.harm.data is None and not self.harm.errors:
            wrong(self.harm, _l("Say which of these it is: each has steps of its own."))
        if self.agreed.data is None and not self.agreed.errors:
            wrong(self.agreed, _l("Say whether the person agrees: without a yes nothing goes to the employer."))

    def _check_whom(self) -> None:
        if self.about.data is For.ENTRUSTED and not self.member.data and not self.member.errors:
            if self.member.nothing:
                wrong(self.seek, _l("Look for the member, then choose among those found."))
            else:
                wrong(self.member, _l("Choose the colleague in the list."))
        if self.about.data is For.ANOTHER and not self.about_name.data and not self.about_name.errors:
            wrong(self.about_name, _l("Write the colleague's name, so that somebody can call."))
        if self.workplace.offered and not self.workplace.data and not self.workplace.errors:
            wrong(self.workplace, _l("Choose the workplace."))
        alone = self.readers.offered and not self.readers.data and not self.reads_it_himself
        if self.confidential.data and alone and not self.readers.errors:
            wrong(self.readers, _l("Choose at least one person who reads it: without one, nobody can act."))

    def wrong_step(self, last: int) -> int | None:
        """The first of the steps 1 to `last` with a mistake; mistakes of the other steps are not shown yet."""
        self.validate()
        found = next((n for n in range(1, last + 1) if any(self[name].errors for name in STEPS[n])), None)
        for n, names in STEPS.items():
            for name in names if n != found else ():
                self[name].errors = ()
        return found

    def propose_confidence(self) -> None:
        """Health, harassment, discrimination: confidential unless the person says otherwise; asked once a problem."""
        if self.problem.data is not None and self.asked.data != self.problem.data.value:
            self.asked.data = self.problem.data.value
            self.confidential.data = self.problem.data in CONFIDENTIAL_AT_FIRST
        organisers = [str(one.id) for one in self.could_read if FOLLOW & one.roles]
        if not self.readers.data and len(organisers) == 1:
            self.readers.data = organisers  # where there is no choice to make, none is asked

    def carried(self, step: int) -> Iterator[tuple[str, str]]:
        """Names and values that the page of a step sends along unseen."""
        for field in self:
            if field.name not in {*STEPS[step], "go", "at"}:
                yield from ((field.name, value) for value in _sent(field))


def wrong(field: Field, sentence: Any) -> None:
    field.errors = [*field.errors, sentence]


def _sent(field: Any) -> list[str]:
    """The values of a field as a browser would send them."""
    if isinstance(field, BooleanField):
        return ["y"] if field.data else []
    if isinstance(field, Boxes):
        return [str(value) for value in field.data or []]
    if isinstance(field, Line):
        value = field._value()
        return [value] if value else []
    value = field.data
    return [] if value is None else [str(value.value if isinstance(value, Enum) else value)]
