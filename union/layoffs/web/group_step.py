"""The strip of a dispute: the first date that runs out in the group, and for how many people."""

from __future__ import annotations

from flask_babel import ngettext

from union.entitlements.web.presentation import ShownStep, step
from union.layoffs.people.clocks import Soonest


def group_step(first: Soonest | None) -> ShownStep | None:
    """The strip of a dispute."""
    if first is None:
        return None
    return step(first.deadline, ngettext("%(num)s person", "%(num)s people", first.people))
