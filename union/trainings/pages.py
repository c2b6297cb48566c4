"""Every page of trainings: importing a module of views puts its pages onto the one blueprint."""

from __future__ import annotations

from union.trainings import member_views
from union.trainings.views import bp

__all__ = ["bp", "member_views"]
