"""What the stages of a case are called where cases of both kinds are counted together."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.cases.models import Stage

STAGES = {
    Stage.NEW: _l("New"),
    Stage.IN_HAND: _l("In hand"),
    Stage.WAITING: _l("Waiting for an answer"),
    Stage.CLOSED: _l("Closed"),
}
