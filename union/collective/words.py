"""What the parts of a collective grievance are called."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.collective.models import Given, Sees, Standing

GIVEN: dict[Given, Any] = {
    Given.SHEET: _l("On the signed sheet"),
    Given.IN_PERSON: _l("In person"),
    Given.TELEPHONE: _l("By telephone"),
}
SEES: dict[Sees, Any] = {
    Sees.ORGANISERS: _l("Only me and the organisers of the case"),
    Sees.OTHERS: _l("Also the others who joined"),
    Sees.EMPLOYER: _l("Also the employer, in the letters"),
}
# The same, as a list says it whoever reads.
NAMED_TO: dict[Sees, Any] = {
    Sees.ORGANISERS: _l("named to the organisers alone"),
    Sees.OTHERS: _l("named to the others who joined"),
    Sees.EMPLOYER: _l("named to the employer in the letters"),
}
LETTERS: dict[str, Any] = {
    "collective_dispute": _l("Notice to bargain, to the employer:"),
    "dispute_notice": _l("Notice of the dispute, to the employer:"),
    "conciliation": _l("Referral to the labour inspector:"),
}
STANDINGS: dict[Standing, Any] = {
    Standing.ASKED: _l("asked, no answer yet"),
    Standing.JOINED: _l("joined"),
    Standing.DECLINED: _l("does not join"),
    Standing.TAKEN_BACK: _l("consent taken back"),
}
