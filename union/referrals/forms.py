"""The forms of referrals."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.referrals.models import Became, Told
from union.referrals.words import BECAME
from union.web.forms.chosen import Choice, Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line


class ReferralForm(Form):
    """To whom, when, what for, when to ask, and how far it is."""

    body = Line(_l("Referred to"), [needed()], most=120)
    purpose = Line(_l("What for"), most=200)
    on = Day(_l("Day of the referral"), [needed()])
    became = Choice(_l("How far it is"), Became, BECAME, [needed()])
    ask_on = Day(_l("Next day to ask"))

    @property
    def told(self) -> Told:
        """What was typed."""
        return Told(self.body.data, self.on.data, self.purpose.data or "", self.ask_on.data, self.became.data)


class NewForm(ReferralForm):
    """The same of a new one, which is kept with a site at which the member works or worked."""

    site = Pick(_l("Workplace"), [needed()])


class EndForm(Form):
    """What became of it."""

    became = Choice(
        _l("What became of it"), Became, {one: word for one, word in BECAME.items() if one.over}, [needed()]
    )
