"""What the parts of an election are called."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.law.polls.calendar import Actor, Basis
from union.polls.models import Shared
from union.polls.steps import State
from union.workplaces.elections import Seat

ACTORS: dict[Actor, Any] = {
    Actor.INSPECTOR: _l("the labour inspector"),
    Actor.EMPLOYER: _l("the employer"),
    Actor.US: _l("the union"),
    Actor.OFFICE: _l("the polling office"),
    Actor.COURT: _l("the court"),
}
BASES: dict[Basis, Any] = {
    Basis.ORDER: _l("by the minister's order"),
    Basis.COUNTED: _l("counted by the Code"),
    Basis.EXPECTED: _l("to be confirmed"),
    Basis.NONE: _l("no day yet"),
}
STATES: dict[State, Any] = {
    State.PASSED: _l("its day is gone"),
    State.LATER: _l("comes later"),
}
SEATS: dict[Seat, Any] = {Seat.FULL: _l("full"), Seat.ALTERNATE: _l("alternate")}
SHARED: dict[Shared, Any] = {
    Shared.AGREEMENT: _l("by agreement"),
    Shared.INSPECTOR: _l("the labour inspector decided"),
}
