"""Every page of the imports, each file of views put onto the one blueprint."""

from __future__ import annotations

from union.imports import new_views, typing_views
from union.imports.known import deciding_views, leaving_views, twin_views
from union.imports.reading import column_views, question_views, reading_views
from union.imports.showing import correcting_views, preview_views
from union.imports.undo import views as undo_views
from union.imports.views import bp

PAGES = (
    column_views,
    correcting_views,
    deciding_views,
    leaving_views,
    new_views,
    preview_views,
    question_views,
    reading_views,
    twin_views,
    typing_views,
    undo_views,
)

__all__ = ["PAGES", "bp"]
