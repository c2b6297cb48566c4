"""What the closed lists of workplaces are called."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.workplaces.elections import College, Round
from union.workplaces.models import Activity, Market

ACTIVITIES = {
    Activity.CALLS: _l("Calls"),
    Activity.BACK_OFFICE: _l("Back office"),
    Activity.MODERATION: _l("Content moderation"),
}
COLLEGES = {College.EMPLOYEES: _l("workers and employees"), College.EXECUTIVES: _l("supervisors and executives")}
ROUNDS = {Round.FIRST: _l("first round"), Round.SECOND: _l("second round")}
MARKETS = {
    Market.FRENCH: _l("France"),
    Market.CANADIAN: _l("Canada"),
    Market.SPANISH: _l("Spain"),
    Market.MOROCCAN: _l("Morocco"),
    Market.OTHER: _l("Another market"),
}
