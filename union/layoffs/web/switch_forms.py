"""The forms of the switches: of a whole dispute, and of one person who differs from it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.entitlements.records.facts import OwnSwitches
from union.entitlements.words import (
    BONUSES,
    TERMS,
    WAGES,
    YEARS,
)
from union.law.differing.switches import Bonuses, Term, Wage, Years
from union.web.forms.chosen import Choice
from union.web.forms.form import Form


class OwnSwitchesForm(Form):
    """How the sum of one person is read, where it is not as the dispute's."""

    years = Choice(_l("The year that was begun"), Years, YEARS, empty=_l("As in the dispute"))
    wage = Choice(_l("Gross or net"), Wage, WAGES, empty=_l("As in the dispute"))
    bonuses = Choice(_l("Bonuses and commissions"), Bonuses, BONUSES, empty=_l("As in the dispute"))
    term = Choice(_l("Fixed-term contracts"), Term, TERMS, empty=_l("As in the dispute"))

    @property
    def chosen(self) -> OwnSwitches:
        """What was chosen; only of a form that was accepted."""
        return OwnSwitches(self.years.data, self.wage.data, self.bonuses.data, self.term.data)
