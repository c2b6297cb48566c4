"""The page of the record: who did, opened or took out what, and when."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.home import audit, record_lines
from union.home.forms import Nothing
from union.home.record_words import ACTS
from union.record.chain import Act
from union.store.db import opens_its_own, session
from union.web.addresses import IdConverter, choice, single
from union.web.pages import page

bp = Blueprint("record", __name__)

_ENTRY = re.compile(IdConverter.regex)


@bp.get("/record")
@may(May.READ_RECORD)
def index() -> Response:
    act = choice("act", tuple(one.value for one in Act))
    before = single("before")
    if before and not _ENTRY.fullmatch(before):
        abort(422)
    stretch = record_lines.stretch(session(), Act(act) if act else None, UUID(before) if before else None)
    return page("record/index.html", stretch=stretch, act=act, before=before, acts=ACTS, link=_link)


@bp.post("/record/check")
@may(May.READ_RECORD)
@opens_its_own
def check() -> Response:
    """Walk the chain; the answer is for the person who asked, and is shown on their first page."""
    Nothing()
    done = audit.check(session())
    if done.verdict.bad is None:
        flash(_("Every entry holds."), "done")
    else:
        flash(
            _(
                "Entry %(number)s does not hold: call whoever runs the server before anything else.",
                number=done.verdict.bad,
            ),
            "late",
        )
    return redirect(url_for("record.index"))


def _link(url: tuple[str, dict[str, Any]] | None) -> str:
    """The page of what was touched; nothing where it has none."""
    return "" if url is None else url_for(url[0], **url[1])
