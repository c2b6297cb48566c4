"""The forms of the switches: of a whole dispute, and of one person who differs from it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.forms.chosen import Choice, Tiles
from union.forms.form import Form, needed
from union.law.switches import Bonuses, Switches, Wage, Years
from union.layoffs.models import OwnSwitches
from union.layoffs.words import BONUSES, WAGES, YEARS


class SwitchesForm(Form):
    """How the sums are read where the sources differ."""

    years = Tiles(_l("The year that was begun"), Years, YEARS, [needed()])
    wage = Tiles(_l("Gross or net"), Wage, WAGES, [needed()])
    bonuses = Tiles(_l("Bonuses and commissions"), Bonuses, BONUSES, [needed()])

    @property
    def chosen(self) -> Switches:
        """What was chosen; only of a form that was accepted."""
        return Switches(self.years.data, self.wage.data, self.bonuses.data)


class OwnSwitchesForm(Form):
    """How the sum of one person is read, where it is not as the dispute's."""

    years = Choice(_l("The year that was begun"), Years, YEARS, empty=_l("As in the dispute"))
    wage = Choice(_l("Gross or net"), Wage, WAGES, empty=_l("As in the dispute"))
    bonuses = Choice(_l("Bonuses and commissions"), Bonuses, BONUSES, empty=_l("As in the dispute"))

    @property
    def chosen(self) -> OwnSwitches:
        """What was chosen; only of a form that was accepted."""
        return OwnSwitches(self.years.data, self.wage.data, self.bonuses.data)
