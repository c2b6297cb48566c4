"""The forms of an election."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, ValidationError

from union.imports.web.forms import ListReadAtOnce
from union.polls.models import Order, People, Shared
from union.polls.words import SEATS, SHARED
from union.tables.cells.names import fold
from union.web.forms.chosen import Choice, Pick, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line, Prose
from union.workplaces.elections import College, Kept, Result, Round, Seat
from union.workplaces.words import COLLEGES, ROUNDS

MOST = 100_000


class PeopleForm(Form):
    """The permanent employees of the establishment, and how its colleges share the seats."""

    whole = Count(_l("Permanent employees of the establishment"), [needed()], highest=MOST)
    counted_on = Day(_l("Counted on"), [needed()], passed=True)
    source = Line(_l("Who says so"), [needed()])
    employees = Count(_l("Workers and employees among them"), highest=MOST)
    executives = Count(_l("Supervisors and executives among them"), highest=MOST)
    seats_employees = Count(_l("Seats of workers and employees"), highest=MOST)
    seats_executives = Count(_l("Seats of supervisors and executives"), highest=MOST)
    shared = Choice(_l("How it was shared"), Shared, SHARED, empty=_l("not shared yet"))
    partial = BooleanField(_l("A partial election: only the seats that fell vacant are filled"))

    def validate_executives(self, field: Count) -> None:
        """Refuses two colleges that are not the whole."""
        told = (self.whole.data, self.employees.data, field.data)
        if None not in told[1:] and None not in told and told[1] + told[2] != told[0]:
            raise ValidationError(_l("The two colleges together are not all the employees: correct one of the three."))

    @property
    def people(self) -> People:
        """What was typed."""
        return People(
            self.whole.data,
            self.counted_on.data,
            self.source.data or "",
            self.employees.data,
            self.executives.data,
            self.seats_employees.data,
            self.seats_executives.data,
            self.shared.data,
            self.partial.data,
        )


def _not_before(field: Day, *earlier: Day) -> None:
    if field.data and any(one.data and field.data < one.data for one in earlier):
        raise ValidationError(_l("This day is before one that stands above it: correct one of them."))


class OrderForm(Form):
    """The days of the minister's order."""

    number = Line(_l("Number and day of the order"), most=100)
    lists_on = Day(_l("Electoral lists posted on"))
    claims_until = Day(_l("Last day of claims against the list"))
    filed_from = Day(_l("First day for lists of candidates"))
    filed_until = Day(_l("Last day for lists of candidates"))
    poll_on = Day(_l("Day of the ballot"))
    confirmed = BooleanField(_l("I read these days in the minister's order"))
    vacant_on = Day(_l("Since when half of a college is gone, or the headcount has risen"), passed=True)

    def validate_claims_until(self, field: Day) -> None:
        """Refuses a day before the lists."""
        _not_before(field, self.lists_on)

    def validate_filed_until(self, field: Day) -> None:
        """Refuses a day before the lists or before the first day of filing."""
        _not_before(field, self.lists_on, self.filed_from)

    def validate_poll_on(self, field: Day) -> None:
        """Refuses a ballot before what leads to it."""
        _not_before(field, self.lists_on, self.claims_until, self.filed_from, self.filed_until)

    @property
    def order(self) -> Order:
        """What was typed."""
        return Order(
            self.number.data or "",
            self.lists_on.data,
            self.claims_until.data,
            self.filed_from.data,
            self.filed_until.data,
            self.poll_on.data,
            self.confirmed.data,
            self.vacant_on.data,
        )


class DoneForm(Form):
    """A step that was done."""

    on = Day(_l("Day"), [needed()], passed=True)
    proof = Line(_l("What shows it"), most=300)


class BallotForm(DoneForm):
    """The ballot that was held."""

    no_quorum = BooleanField(_l("Fewer than half of those registered voted: a second round is due"))


class PostedList(ListReadAtOnce):
    """The list that the employer posted, as a file or pasted."""


class ClaimsForm(Form):
    """Whose claim is printed: those alone who are ticked."""

    member = SeveralRows(_l("Print the claim of"))
    said_in = Line("")

    def validate_member(self, field: SeveralRows) -> None:
        """Refuses a sheet of nobody."""
        if not field.data:
            raise ValidationError(_l("Tick at least one person: nobody is printed by themselves."))


class StandForm(Form):
    """One of ours who stands."""

    member = Pick(_l("Who stands"), [needed()])
    seat = Choice(_l("For which seat"), Seat, SEATS, [needed()])
    college = Choice(_l("In which college"), College, COLLEGES, [needed()])
    unit = Line(_l("Team or floor"), most=80)


MOST_LISTS = 12


class ListsForm(Form):
    """The lists that stand, one a line."""

    names = Prose(_l("Lists, one a line"), [needed()], most=2000)
    independent = BooleanField(_l("Candidates without a union stand too"))

    def validate_names(self, field: Prose) -> None:
        """Refuses two lists of one name, and more than a count has room for."""
        found = [fold(one) for one in self.lists if one]
        if len(set(found)) < len(found):
            raise ValidationError(_l("Two lists have the same name: tell them apart."))
        if len(self.lists) > MOST_LISTS or any(len(one) > 120 for one in self.lists):
            raise ValidationError(_l("At most %(most)s lists, each by its short name.", most=MOST_LISTS))

    @property
    def lists(self) -> tuple[str, ...]:
        """What was typed; an empty name stands for candidates without a union."""
        named = [" ".join(one.split()) for one in (self.names.data or "").split("\n") if one.strip()]
        return (*named, *(("",) if self.independent.data else ()))


class StationForm(Form):
    """What one polling station counted for one college."""

    name = Line(_l("Polling station"), [needed()], most=80)
    college = Choice(_l("College"), College, COLLEGES, [needed()])
    round = Choice(_l("Round"), Round, ROUNDS, [needed()])
    registered = Count(_l("Registered"), [needed()], highest=MOST)
    voters = Count(_l("Voted"), [needed()], highest=MOST)
    valid = Count(_l("Valid votes"), [needed()], highest=MOST)


def station_form(lists: tuple[str, ...], *, second_round: bool, **initial: Any) -> StationForm:
    """The form of a station with a field for each list; where a second round is due it asks which of the two."""
    fields = {
        votes_name(at): Count(name or _l("without a union"), [needed()], highest=MOST) for at, name in enumerate(lists)
    }
    made: type[StationForm] = type("StationOfLists", (StationForm,), fields)
    if second_round:
        return made(round=Round.SECOND, **initial)
    form = made(**initial)
    del form.round
    return form


def votes_name(at: int) -> str:
    """The name of the field of a list, counted from 0."""
    return f"votes_{at}"


class BallotKindForm(Form):
    """Which ballot a result is of."""

    round = Choice(_l("Round"), Round, ROUNDS, empty=_l("the round is not known"))
    partial = BooleanField(_l("A partial election: only the seats that fell vacant are filled"))
    said = BooleanField(_l("I know how many seats each list still held before it"))


def ballot_kind_form(names: tuple[str, ...], result: Result, **how: Any) -> BallotKindForm:
    """The form with a field for the seats that each list of the college still held."""
    kept = {fold(one.name): one.seats for one in result.kept or ()}
    fields = {
        kept_name(at): Count(name or _l("without a union"), highest=MOST, default=kept.get(fold(name)))
        for at, name in enumerate(names)
    }
    made: type[BallotKindForm] = type("BallotKindOfLists", (BallotKindForm,), fields)
    return made(round=result.round, partial=result.partial, said=result.kept is not None, **how)


def kept_name(at: int) -> str:
    """The name of the field of the seats that a list still held, counted from 0."""
    return f"kept_{at}"


def kept_of(form: BallotKindForm, names: tuple[str, ...]) -> tuple[Kept, ...] | None:
    """What each list had kept, a blank as none; None where nobody says that they know it."""
    if not form.said.data:
        return None
    return tuple(Kept(name, form[kept_name(at)].data or 0) for at, name in enumerate(names))
