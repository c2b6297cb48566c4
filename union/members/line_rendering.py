"""The lines of a roster as they are shown: each is drawn once for a language and kept with this state of its roster."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import current_app
from markupsafe import Markup

from union.members import words
from union.members.lines import Entry
from union.members.roster import Listed
from union.web.locale import language

KEPT = 500  # lines of one roster in memory, half a kilobyte each: the first pages, in two or three languages


def drawing(listed: Listed) -> Callable[[Iterable[Entry], Any], Markup]:
    """What draws lines of this roster under some columns. Fifty lines of macros cost more than the rest of the page."""
    spoken, kept = language(), listed.drawn

    def drawn(entries: Iterable[Entry], columns: Any) -> Markup:
        lines = []
        for entry in entries:
            line = kept.get((spoken, entry.who.employment))
            if line is None:
                line = kept[(spoken, entry.who.employment)] = _line(entry, columns)
            lines.append(line)
        if len(kept) > KEPT:
            kept.clear()
        return Markup().join(lines)

    return drawn


def _line(entry: Entry, columns: Any) -> Markup:
    macros: Any = current_app.jinja_env.get_template("members/_line.html").module
    return Markup(macros.line(entry, columns, words))  # noqa: S704  # drawn by a template, which escaped what was typed
