"""Every page of members: importing a module of views puts its pages onto the one blueprint."""

from __future__ import annotations

from union.members import (
    care_views,
    declared_panel,
    elected_views,
    export_views,
    own_views,
    person_views,
    proposal_views,
    standing_views,
    work_views,
)
from union.members.views import bp

__all__ = ["bp"]
