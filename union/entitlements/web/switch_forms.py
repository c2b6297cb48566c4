"""The form of the switches: how the sums are read where the sources differ."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.entitlements.records.contents import Agreement
from union.entitlements.words import BONUSES, TERMS, WAGES, YEARS
from union.law.differing.switches import Bonuses, Switches, Term, Wage, Years
from union.law.facts import MOST_NOTICE
from union.web.forms.chosen import Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day


class SwitchesForm(Form):
    """How the sums are read where the sources differ."""

    years = Tiles(_l("The year that was begun"), Years, YEARS, [needed()])
    wage = Tiles(_l("Gross or net"), Wage, WAGES, [needed()])
    bonuses = Tiles(_l("Bonuses and commissions"), Bonuses, BONUSES, [needed()])
    term = Tiles(_l("Fixed-term contracts"), Term, TERMS)
    notice_employee = Count(_l("Notice of employees by agreement, in months"), highest=MOST_NOTICE)
    notice_executive = Count(_l("Notice of executives by agreement, in months"), highest=MOST_NOTICE)
    claimed_on = Day(_l("Claimed in writing on"))

    @property
    def chosen(self) -> Switches:
        """What was chosen; only of a form that was accepted."""
        return Switches(self.years.data, self.wage.data, self.bonuses.data, self.term.data or Term.AS_WRITTEN)

    @property
    def agreed(self) -> Agreement:
        """The better terms of everybody, and the day of the claim."""
        return Agreement(self.notice_employee.data, self.notice_executive.data, self.claimed_on.data)

    @property
    def more(self) -> bool:
        """Whether the folded facts are to be shown: something is known of them, or is wrong."""
        return any(
            one.data is not None or one.errors for one in (self.notice_employee, self.notice_executive, self.claimed_on)
        )
