"""The forms of dues."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.dues.lists import Told
from union.dues.models import Collected, Means, Paid
from union.dues.words import MEANS
from union.imports.web.forms import ListReadAtOnce
from union.web.forms.chosen import Choice, Pick, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Count, Day, Line

FIRST, LAST = 1990, 2100


class RateForm(Form):
    """What every member pays for a year."""

    amount = Amount(_l("Dues of the year"), [needed()])
    by_month = BooleanField(_l("Who joins within the year pays from that month on"))


class NewRateForm(RateForm):
    """The rate of one more year."""

    year = Count(_l("Year"), [needed()], least=FIRST, highest=LAST)


class HowForm(Form):
    """How something was paid."""

    means = Choice(_l("How it was paid"), Means, MEANS, [needed()])
    on = Day(_l("Paid on"), [needed()], passed=True)
    reference = Line(_l("Reference"), most=80)

    def paid(self, amount: Decimal, by_name: str) -> Paid:
        """One payment of this kind."""
        return Paid(amount, self.means.data, self.on.data, self.reference.data or "", by_name=by_name)


class PaymentForm(HowForm):
    """One payment of one member."""

    year = Count(_l("Year"), [needed()], least=FIRST, highest=LAST)
    amount = Amount(_l("Amount"), [needed()])
    workplace = Pick(_l("Workplace"), [needed()])

    @property
    def workplace_id(self) -> UUID:
        """Where the member works."""
        return UUID(str(self.workplace.data))


class PaymentList(ListReadAtOnce, HowForm):
    """A list of payments of one year, as a file or pasted."""

    year = Count(_l("For which year"), [needed()], least=FIRST, highest=LAST)
    amount = Amount(_l("Sum of each line"))

    def told(self, by_name: str) -> Told:
        """What is said of the whole list."""
        return Told(self.year.data, self.amount.data, self.paid(Decimal(0), by_name))


class TickedForm(HowForm):
    """Those who paid the whole of what they owe for a year, at once."""

    who = SeveralRows(_l("Who paid"), [needed(_l("Tick those who paid."))])


class CollectedForm(Form):
    """What a delegate was given."""

    member = Pick(_l("Who paid"), [needed()])
    year = Count(_l("For which year"), [needed()], least=FIRST, highest=LAST)
    amount = Amount(_l("Amount"), [needed()])
    on = Day(_l("Paid on"), [needed()], passed=True)

    @property
    def told(self) -> Collected:
        """What was typed."""
        return Collected(self.amount.data, self.on.data)


class StruckForm(Form):
    """Why a payment was none."""

    why = Line(_l("Why it is struck out"), [needed()], most=200)
