"""Every page of plans: importing a module of views puts its pages onto the one blueprint."""

from __future__ import annotations

from union.drives import committee_views, held_views, list_views, paste_views, person_views, trial_views, views
from union.drives.blueprint import bp

__all__ = ["bp", "committee_views", "held_views", "list_views", "paste_views", "person_views", "trial_views", "views"]
