"""What the parts of a section are called."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.law.sections.filing import Check
from union.sections.models import Office, Way, Why

OFFICES: dict[Office, Any] = {
    Office.SECRETARY: _l("General secretary"),
    Office.DEPUTY_SECRETARY: _l("Deputy general secretary"),
    Office.TREASURER: _l("Treasurer"),
    Office.DEPUTY_TREASURER: _l("Deputy treasurer"),
    Office.ASSESSOR: _l("Assessor of the bureau"),
}
WHYS: dict[Why, Any] = {
    Why.FOUNDING: _l("First filing"),
    Why.OFFICERS: _l("Change of officers"),
    Why.STATUTES: _l("Change of statutes"),
}
WAYS: dict[Way, Any] = {
    Way.RECEIPT: _l("Receipt, with its number"),
    Way.STAMPED: _l("Stamped copy"),
    Way.REGISTERED: _l("Registered letter, with its number"),
}
CHECKS: dict[Check, Any] = {
    Check.MOROCCAN: _l("Of Moroccan nationality"),
    Check.CIVIL_RIGHTS: _l("Enjoys civil rights"),
    Check.NO_CONVICTION: _l("None of the convictions that the article lists"),
}
