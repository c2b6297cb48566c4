"""The main menu: what a role may open, where one is, drawn once for each language, role and place."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import current_app, request, url_for
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from union.access import May, Role, asking
from union.web.locale import language


class Entry(NamedTuple):
    """One line of the menu: what it is called, where it leads, the verb that it needs."""

    label: Any
    endpoint: str
    icon: str
    verb: May
    phone: bool = False  # one of the three under the thumb
    short: Any = None  # its word in the phone's bar, where its label is too long
    own: Any = None  # what it is called to who works no case: theirs alone stand there
    steps: tuple[str, ...] = ()  # the endpoints of its further steps, where it is more than a first page


ENTRIES = (
    Entry(_l("Home"), "home.show", "home", May.SEE_HOME, phone=True),
    Entry(
        _l("Report a problem"),
        "grievances.new",
        "report",
        May.FILE_GRIEVANCE,
        phone=True,
        short=_l("Report"),
        steps=("grievances.step", "grievances.create"),
    ),
    Entry(_l("Grievances"), "grievances.index", "case", May.READ_GRIEVANCE, phone=True, own=_l("Your cases")),
    Entry(_l("Layoffs"), "layoffs.index", "layoff", May.READ_LAYOFF),
    Entry(_l("Plans"), "drives.index", "chart", May.KEEP_PLAN),
    Entry(_l("Workplaces"), "workplaces.index", "site", May.READ_WORKPLACE),
    Entry(_l("Calendar"), "polls.index", "today", May.KEEP_POLLS),
    Entry(_l("Meetings"), "meetings.index", "today", May.HOLD_MEETING),
    Entry(_l("Offices"), "sections.index", "note", May.KEEP_SECTIONS),
    Entry(_l("Trainings"), "trainings.index", "join", May.KEEP_TRAINING),
    Entry(_l("Payments"), "dues.index", "money", May.KEEP_DUES),
    Entry(_l("Referrals"), "referrals.index", "swap", May.REFER_MEMBER),
    Entry(_l("Members"), "members.index", "people", May.LIST_MEMBERS),
    Entry(_l("My mandate"), "mandates.show", "shield", May.KEEP_MANDATE),
    Entry(_l("Entrusted to me"), "members.mine", "people", May.LIST_ENTRUSTED),
    Entry(_l("My sheet"), "dues.sheet", "money", May.COLLECT_DUES),
    Entry(_l("Membership form"), "members.propose", "join", May.PROPOSE_MEMBER, steps=("members.hand_in",)),
    Entry(_l("Imports"), "imports.index", "import", May.IMPORT_MEMBERS),
    Entry(_l("Accounts"), "accounts.index", "key", May.MANAGE_ACCOUNTS),
    Entry(_l("Record"), "record.index", "record", May.READ_RECORD),
    Entry(_l("My account"), "accounts.own", "me", May.OWN_ACCOUNT),
)
_OWN = {step: entry.endpoint for entry in ENTRIES for step in (entry.endpoint, *entry.steps)}


class Menu(NamedTuple):
    """The two places where it stands: beside the page on a desk, under the thumb on a phone."""

    side: Markup
    bottom: Markup


def menu() -> Menu | None:
    """The menu of this request; none for who is not signed in. It knows no person, so it is kept in the process."""
    role = asking().role
    if role is None:
        return None
    drawn: dict[tuple[str, Role, str], Menu] = current_app.extensions.setdefault("union.menus", {})
    asked = (language(), role, _here())
    if asked not in drawn:
        drawn[asked] = _draw(asked[2])
    return drawn[asked]


def _here() -> str:
    """The entry at which one is: its own page, else anywhere in the feature whose first page it is; '' at none."""
    endpoint, feature = request.endpoint or "", request.blueprint
    places = (endpoint, f"{feature}.index", f"{feature}.show")
    return next((_OWN[one] for one in places if one in _OWN), "")


def _draw(here: str) -> Menu:
    works = asking().may(May.WORK_GRIEVANCE)
    shown = [(one, one.label if works else one.own or one.label) for one in ENTRIES if asking().may(one.verb)]
    lines = [
        {
            "url": url_for(one.endpoint),
            "icon": one.icon,
            "label": label,
            "short": one.short or label,
            "phone": one.phone,
            "current": one.endpoint == here,
        }
        for one, label in shown
    ]
    macros: Any = current_app.jinja_env.get_template("macros/menu.html").module
    return Menu(macros.side(lines), macros.bottom(lines))
