"""The forms of signing in and of accounts."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.access import Role
from union.accounts import passwords
from union.web.forms.chosen import Choice, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Name, Phone, Secret

ROLES = {
    Role.SECRETARIAT: _l("Secretariat"),
    Role.ORGANISER: _l("Organiser"),
    Role.LEGAL: _l("Lawyer"),
    Role.DELEGATE: _l("Delegate"),
    Role.ANALYST: _l("Analyst"),
}


class SignIn(Form):
    """Name and password."""

    login = Line(_l("Sign-in name"), [needed()], most=100)
    password = Secret(_l("Password"), [needed()])


class NewAccount(Form):
    """Somebody who is to sign in."""

    name = Name(_l("Name"), [needed()], most=100)
    login = Line(_l("Sign-in name"), [needed()], most=100)
    password = Secret(_l("First password"), description=_l("Leave empty to have one made: it is shown once."))


class NewGrant(Form):
    """A role over workplaces, from and until a day."""

    role = Choice(_l("Role"), Role, ROLES, [needed()], empty=_l("Choose"))  # nobody becomes secretariat by a slip
    everywhere = BooleanField(_l("All workplaces, those to come included"))
    workplaces = SeveralRows(_l("Workplaces"))
    from_on = Day(_l("From"), [needed()])
    until_on = Day(_l("Until"), description=_l("Leave empty for no end."))


class OwnPassword(Form):
    """One's own password, asked again where an open session is not proof enough."""

    current = Secret(_l("Present password"), [needed()])

    def proves(self, stored: str) -> bool:
        """Whether the form can be taken and its password is the one that is stored; the form says why not."""
        if not self.accepts():
            return False
        if not passwords.fits(stored, self.current.data):
            self.current.errors = [_l("This is not your present password.")]
        return not self.errors


class NewPassword(OwnPassword):
    """Another password in the place of one's own."""

    password = Secret(
        _l("New password"), [needed()], description=_l("At least 12 characters; four words are easy to keep in mind.")
    )


class WorkPhone(Form):
    """The telephone for the union's work."""

    phone = Phone(
        _l("My telephone for the union’s work"),
        description=_l(
            "Whoever reads a case that you follow sees it, and nobody else. Leave it empty and your cases name "
            "another way to reach you."
        ),
    )


class FirstPassword(Form):
    """The password that its holder chooses, after somebody else gave one."""

    password = Secret(
        _l("New password"), [needed()], description=_l("At least 12 characters; four words are easy to keep in mind.")
    )


class Worn(Form):
    """The role to work in."""

    role = Choice(_l("Work as"), Role, ROLES, [needed()])


class Confirm(Form):
    """A button and nothing else."""
