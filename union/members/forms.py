"""The forms of members."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.members.consent_text import HOWS, How
from union.members.models import Category, Contract, Leaving, MandateKind, Membership, Sex
from union.members.words import CATEGORIES, CONTRACTS, LEAVINGS, MANDATES, SEXES, STATES
from union.web.forms.chosen import Choice, Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Day, Email, Line, Number, PersonName, Phone, Prose

PRIVATE = _l("A private one, never the employer's: an employer reads what arrives on their own line.")


class Search(Form):
    """A name, a telephone or an employee number to look for."""

    query = Line(_l("Name, telephone, e-mail or employee number"), [needed()], most=100)


class Sought(Form):
    """The name of an account's holder, to find their file."""

    query = Line(_l("Name"), [needed(_l("Write a name to look for."))], most=100)


class Itself(Form):
    """The file that is the holder's own."""

    member = Pick(_l("Member"), [needed(_l("Choose one of the members found."))])


class PersonForm(Form):
    """Who somebody is."""

    given_name = PersonName(
        _l("Given name"),
        most=100,
        description=_l("One name is enough, in Latin or in Arabic letters, or the alias used at work."),
    )
    family_name = PersonName(_l("Family name"), most=100)
    given_name_ar = PersonName(_l("Given name in Arabic letters"), most=100)
    family_name_ar = PersonName(_l("Family name in Arabic letters"), most=100)
    alias = PersonName(
        _l("Alias used at work"), most=100, description=_l("The name given to customers, if there is one.")
    )
    sex = Choice(_l("Sex"), Sex, SEXES, empty=_l("not said"))
    born_on = Day(_l("Born on"))
    phone = Phone(_l("Telephone"), description=PRIVATE)
    phone_other = Phone(_l("Another telephone"))
    email = Email(_l("E-mail"), description=PRIVATE)


class PersonWithCin(PersonForm):
    """Who somebody is, with the identity card, where the CNDP's authorisation is held."""

    cin = Line(_l("National identity card (CIN)"), most=20)


class Work(Form):
    """The terms of an employment."""

    number = Number(_l("Employee number"), most=40)
    job = Line(_l("Job"), most=100)
    category = Choice(_l("Category"), Category, CATEGORIES, [needed()])
    contract = Choice(_l("Contract"), Contract, CONTRACTS, [needed()])
    hired_on = Day(_l("Hired on"))
    term_on = Day(_l("End written in the contract"), description=_l("For a fixed-term contract only."))
    left_on = Day(_l("Last day at work"), description=_l("Leave empty while the employment runs."))
    left_how = Choice(_l("How the work ended"), Leaving, LEAVINGS, empty=_l("Not known"))


class NewWork(Work):
    """Another employment."""

    workplace = Pick(_l("Workplace"), [needed()])


class Joining(Form):
    """How a new person stands to the union, and where they work."""

    state = Choice(
        _l("Membership"),
        Membership,
        {state: STATES[state] for state in (Membership.MEMBER, Membership.CONTACT)},
        [needed()],
    )
    number = Number(_l("Employee number"), most=40)
    job = Line(_l("Job"), most=100)
    category = Choice(_l("Category"), Category, CATEGORIES, [needed()])
    contract = Choice(_l("Contract"), Contract, CONTRACTS, [needed()])
    hired_on = Day(_l("Hired on"))
    term_on = Day(_l("End written in the contract"), description=_l("For a fixed-term contract only."))
    gross = Amount(_l("Gross pay of a month"))
    how = Choice(_l("Consent"), How, HOWS, empty=_l("not given yet"))
    another = BooleanField(_l("I have checked: this is another person"))


class NewMember(PersonForm, Joining):
    """A new person, with their work at a site."""


class NewMemberWithCin(PersonWithCin, Joining):
    """The same, where the CNDP's authorisation is held."""


class Stand(Form):
    """Another state of the membership."""

    state = Choice(_l("Membership"), Membership, STATES, [needed()])
    on = Day(_l("Since"), [needed()])
    why = Line(_l("Reason"), most=200)


class Card(Form):
    """The card, and what organisers note."""

    card_number = Number(_l("Card number"), most=40)
    joined_on = Day(_l("Joined on"))
    notes = Prose(_l("Notes"), most=4000, description=_l("Read by organisers and the secretariat only."))


class Agreed(Form):
    """An express consent."""

    how = Choice(
        _l("How it was given"), How, HOWS, [needed(_l("Say how it was given: it is the proof."))], empty=_l("Choose")
    )
    on = Day(_l("On"), [needed()])


class Pay(Form):
    """The pay from a day on."""

    from_on = Day(_l("From"), [needed()])
    gross = Amount(_l("Gross pay of a month"))
    net = Amount(_l("Net pay of a month"))


class PayStruck(Form):
    """A pay as it was written down."""

    from_on = Day("")
    gross = Amount("")
    net = Amount("")


class LastDay(Form):
    """A last day."""

    on = Day(_l("Last day"), [needed()])


class LeavingWork(LastDay):
    """The last day at work, and how it came to that."""

    how = Choice(_l("How the work ended"), Leaving, LEAVINGS, empty=_l("Not known"))


class Office(Form):
    """A mandate and its days."""

    kind = Choice(_l("Mandate"), MandateKind, MANDATES, [needed()])
    from_on = Day(_l("From"), [needed()])
    until_on = Day(_l("Until"))
    note = Line(_l("Note"), most=200)


class Carer(Form):
    """The delegate who looks after somebody."""

    account = Pick(_l("Delegate"), [needed()])


class Propose(Form):
    """A membership form for a colleague."""

    workplace = Pick(_l("Workplace"), [needed()])
    given_name = PersonName(_l("Given name"), [needed()], most=100)
    family_name = PersonName(_l("Family name"), [needed()], most=100)
    phone = Phone(_l("Telephone"), [needed()], description=PRIVATE)
    email = Email(_l("E-mail"), description=PRIVATE)
    number = Number(_l("Employee number"), most=40)
    job = Line(_l("Job"), most=100)
    note = Prose(_l("Note for the organiser"), most=1000)
    how = Choice(
        _l("How it was given"), How, HOWS, [needed(_l("Say how it was given: it is the proof."))], empty=_l("Choose")
    )
    agreed = BooleanField(
        _l("The colleague agrees to this text"),
        [needed(_l("Without this consent, the union may not keep these data."))],
    )


class Confirm(Form):
    """A button and nothing else."""

    another = BooleanField(_l("I have checked: this is another person"))
