"""What the choices that the law asks for are called."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import spoken
from union.law.ending.agency import Case as AgencyCase
from union.law.procedure.ladder import NAMES
from union.law.terms.kinds import Mandate

SANCTIONS = {kind: spoken(name) for kind, name in NAMES.items()}
MANDATES = {
    Mandate.NONE: _l("No mandate"),
    Mandate.IN_OFFICE: _l("Mandate in office"),
    Mandate.FORMER: _l("Former delegate, under six months"),
    Mandate.CANDIDATE: _l("Candidate, under three months"),
}
AGENCY_CASES = {
    AgencyCase.REPLACEMENT: _l("To replace somebody who is absent"),
    AgencyCase.STRIKER: _l("To replace somebody on strike"),
    AgencyCase.INCREASE: _l("A temporary increase of activity"),
    AgencyCase.SEASONAL: _l("Seasonal work"),
    AgencyCase.CUSTOM: _l("Work for which custom has no open-ended contract"),
    AgencyCase.OTHER: _l("Another case"),
}
