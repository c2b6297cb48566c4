"""The forms of employers, sites and headcounts."""

from __future__ import annotations

import re
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union import text
from union.web.forms.chosen import Pick, Several
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line, Name, Prose
from union.workplaces.models import Activity, Market
from union.workplaces.words import ACTIVITIES, MARKETS


class Ice(Line):
    """The identifiant commun de l'entreprise: fifteen digits, spaces allowed in between."""

    most = 40

    def parse(self, typed: str) -> str:
        plain = re.sub(r"[ .-]", "", text.digits(super().parse(typed)))
        if plain and not re.fullmatch(r"[0-9]{15}", plain):
            raise ValueError(_l("An ICE has 15 digits: copy it from a payslip or an invoice."))
        return plain


class Affiliation(Line):
    """A CNSS affiliation number: digits."""

    most = 40

    def parse(self, typed: str) -> str:
        plain = re.sub(r"[ .-]", "", text.digits(super().parse(typed)))
        if plain and not re.fullmatch(r"[0-9]{5,9}", plain):
            raise ValueError(_l("A CNSS affiliation number has 5 to 9 digits: copy it from a payslip."))
        return plain


class Domains(Line):
    """Domains of mail addresses, kept in small letters with a space between two."""

    def parse(self, typed: str) -> str:
        found = re.split(r"[\s,;]+", super().parse(typed).casefold())
        plain = [one.rpartition("@")[2].strip(".") for one in found if one.strip("@.")]
        if not all(re.fullmatch(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+", one) for one in plain):
            raise ValueError(_l("Write what stands after the @, for example contact.example."))
        return " ".join(dict.fromkeys(plain))


class EmployerForm(Form):
    """An employer, as letters and pleadings ask it."""

    legal_name = Name(_l("Legal name"), [needed()])
    group = Line(_l("Group"))
    trade_register = Line(_l("Trade register"), most=100)
    ice = Ice(_l("ICE"))
    cnss = Affiliation(_l("CNSS affiliation"))
    seat = Line(_l("Seat"), most=300)
    inspectorate = Line(_l("Competent labour inspectorate"), most=300)
    court = Line(_l("Competent court of first instance"), most=300)
    mail_domains = Domains(_l("Its mail domains"), most=300)
    notes = Prose(_l("Notes"), most=2000)

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of `Identity`."""
        return {field.name: field.data or "" for field in self}


class SiteForm(Form):
    """A place of work."""

    name = Name(_l("Name of the site"), [needed()])
    name_ar = Name(_l("Name of the site in Arabic"))
    city = Name(_l("City"), [needed()], most=100)
    address = Line(_l("Address"), most=300)
    activities = Several(_l("Kind of work"), Activity, ACTIVITIES)
    markets = Several(_l("Client markets"), Market, MARKETS)
    undeclared = BooleanField(_l("The centre is not declared to the authorities"))
    notes = Prose(_l("Notes"), most=2000)

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of `Site`."""
        return {
            "name": self.name.data,
            "name_ar": self.name_ar.data or "",
            "city": self.city.data,
            "address": self.address.data or "",
            "activities": tuple(self.activities.members),
            "markets": tuple(self.markets.members),
            "declared": not self.undeclared.data,
            "notes": self.notes.data or "",
        }


class NewSite(SiteForm):
    """A site of an employer already known."""

    employer = Pick(_l("Employer"), [needed()])


class HeadcountStruck(Form):
    """A headcount as it was written down."""

    on = Day("", [needed()])
    people = Count("", [needed()], least=0, highest=100_000)
    source = Line("")


class HeadcountForm(Form):
    """How many people work at a site, on a day, and who says so."""

    on = Day(_l("On"), [needed()])
    people = Count(_l("People at work"), [needed()], least=1, highest=100_000)
    source = Line(_l("Source"), [needed()])
