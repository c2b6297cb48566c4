"""What the page of a workplace shows of what is planned there."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.access import May, asking
from union.store.db import session
from union.targets import board
from union.targets.models import of_site
from union.targets.words import STAGES
from union.vault.envelope import opens
from union.web.damaged import tell
from union.workplaces.models import Workplace
from union.workplaces.panels import Panel


def of_workplace(workplace: Workplace) -> Panel | None:
    """Where the site stands, who follows it and what comes next, with the way there."""
    if not asking().may(May.PLAN_SITE):
        return None
    row = of_site(session(), workplace.id)
    if row is not None and not opens(row, "standing"):
        tell(row)
        row = None
    standing = None if row is None else row.standing
    owner = None if standing is None else board.follower(session(), standing, workplace.id)
    values = {"workplace": workplace, "standing": standing, "owner": owner, "stages": STAGES}
    return Panel(_l("What comes next here"), "note", "targets/_of_site.html", values)
