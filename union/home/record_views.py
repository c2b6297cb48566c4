"""The page of the record: who did, opened or took out what, and when."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, abort, current_app, url_for

from union.access import May, may
from union.db import session
from union.home import record_lines
from union.home.record_words import ACTS, KINDS
from union.record import Act, count
from union.web.addresses import choice, single
from union.web.pages import page

bp = Blueprint("record", __name__)

_SEQUENCE = re.compile(r"[1-9][0-9]{0,17}")


@bp.get("/record")
@may(May.READ_RECORD)
def index() -> Any:
    act = choice("act", tuple(one.value for one in Act))
    before = single("before")
    if before and not _SEQUENCE.fullmatch(before):
        abort(422)
    stretch = record_lines.stretch(session(), Act(act) if act else None, int(before) if before else None)
    return page(
        "record/index.html", stretch=stretch, act=act, before=before, total=count(session()),
        acts=ACTS, kinds=KINDS, link=_link,
    )  # fmt: skip


def _link(url: tuple[str, dict[str, Any]] | None) -> str:
    """The page of what was touched; nothing where it has none."""
    if url is None or url[0] not in current_app.view_functions:
        return ""
    return url_for(url[0], **url[1])
