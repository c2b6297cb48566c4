"""The forms of one's address for mails."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs

from union.web.forms.chosen import OneOf
from union.web.forms.form import Form, needed
from union.web.forms.typed import Email, Line

HOURS = [SelectChoice(f"{hour:02}:00", f"{hour:02}:00") for hour in range(24)]


class AddressForm(Form):
    """A private address."""

    address = Email(_l("Private e-mail address"), [needed()])


class CodeForm(Form):
    """The code that came there."""

    code = Line(_l("The six digits of the mail"), [needed()], most=20)


class QuietForm(Form):
    """When no mail is sent."""

    quiet_from = OneOf(_l("Nothing from"), [needed()], choices=HOURS)
    quiet_until = OneOf(_l("until"), [needed()], choices=HOURS)
