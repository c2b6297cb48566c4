"""What the sums of a dispute stand on, as it is known now."""

from __future__ import annotations

from union.entitlements.records.contents import Basis
from union.entitlements.records.facts import StepDone
from union.layoffs.records.contents import Matter

REQUESTED, AUTHORISED = "requested", "authorised"  # the law's checks of the authorisation (arts 67, 69)


def basis_of(matter: Matter) -> Basis:
    """The basis as it is known now."""
    steps = matter.procedure.steps
    asked, given = steps.get(REQUESTED, StepDone()), steps.get(AUTHORISED, StepDone())
    on = given.on if given.done else None
    return Basis(matter.kind, asked.done, given.done, on, matter.switches, matter.agreed)
