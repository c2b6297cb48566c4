"""The forms of brands, and of the sites that serve them."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.targets.brands import Lever, Pull, Served, Told
from union.targets.words import LEVERS
from union.web.forms.chosen import Choice, Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Name, Prose
from union.workplaces.models import Market
from union.workplaces.words import MARKETS


class BrandForm(Form):
    """A brand and the levers that it knows."""

    name = Name(_l("Name of the brand"), [needed()])
    country = Line(_l("Country where it buys"), most=100)
    contact_point = Line(LEVERS[Lever.CONTACT_POINT], most=300)
    vigilance = Line(LEVERS[Lever.VIGILANCE], most=300)
    code = Line(LEVERS[Lever.CODE], most=300)
    agreement = Line(LEVERS[Lever.AGREEMENT], most=300)
    notes = Prose(_l("Notes"), most=2000)

    def told(self) -> Told:
        """What was typed."""
        notes = {lever: self[lever.value].data or "" for lever in Lever}
        levers = tuple(Pull(lever, note) for lever, note in notes.items() if note)
        return Told(self.name.data, self.country.data or "", levers, self.notes.data or "")


class ServedForm(Form):
    """Since when a site serves a brand, until when, for which market, and what shows it."""

    from_on = Day(_l("Served since"), passed=True)
    until_on = Day(_l("Served until"))
    market = Choice(_l("Client market"), Market, MARKETS, empty=_l("not known"))
    proof = Line(
        _l("What shows it"), [needed(_l("Write what shows it: a contract, an advert, a script, a slide."))], most=300
    )

    def served(self) -> Served:
        """What was typed."""
        return Served(self.from_on.data, self.until_on.data, self.market.data, self.proof.data)


class ServingForm(ServedForm):
    """The same of a site that is chosen."""

    workplace = Pick(_l("Site"), [needed()])


def typed_of(told: Told) -> dict[str, Any]:
    """A brand as its form shows it."""
    levers = {lever.value: told.note_of(lever) for lever in Lever}
    return {"name": told.name, "country": told.country, "notes": told.notes, **levers}
