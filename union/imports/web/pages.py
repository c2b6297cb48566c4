"""Every page of the imports: importing a module of views puts its pages onto the one blueprint."""

from __future__ import annotations

from union.imports.web import (
    column_views,
    new_views,
    preview_views,
    reading_views,
    settling_views,
    typing_views,
    undo_views,
)
from union.imports.web.views import bp

__all__ = ["bp"]
