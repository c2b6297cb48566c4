"""Referrals in words."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.referrals.models import Became

BECAME: dict[Became, Any] = {
    Became.REFERRED: _l("referred"),
    Became.ACCEPTED: _l("taken on for retraining"),
    Became.TRAINED: _l("retrained"),
    Became.FOUND_WORK: _l("found work"),
    Became.REFUSED: _l("turned down"),
    Became.NO_ANSWER: _l("no answer"),
}
TONES = {
    Became.REFERRED: "soon",
    Became.ACCEPTED: "primary",
    Became.TRAINED: "done",
    Became.FOUND_WORK: "done",
    Became.REFUSED: "late",
    Became.NO_ANSWER: "late",
}
