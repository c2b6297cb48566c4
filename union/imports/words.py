"""The words of an import: its stages, why somebody counts as known, and the reader's sentences in the reader's language."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union import text
from union.imports.models import Plan, Said, Stage
from union.sheets.wording import sentence
from union.web.locale import language

STAGES = {
    Stage.UPLOADED: _l("columns to check"),
    Stage.PREVIEWED: _l("ready, nothing written"),
    Stage.RUNNING: _l("being written"),
    Stage.DONE: _l("imported"),
    Stage.FAILED: _l("interrupted"),
    Stage.DISCARDED: _l("thrown away"),
}
MATCHED = {
    "number": _l("same employee number"),
    "phone": _l("same telephone"),
    "email": _l("same e-mail address"),
    "name": _l("same name at this workplace"),
}
_WRONG_TYPE = frozenset(("not_a_table", "markup", "unknown_kind", "extension", "macros"))
_TOO_BIG = frozenset(("too_big", "too_many_rows", "too_many_columns", "too_heavy", "zip_bomb", "field_too_long"))


def status_of(code: str) -> int:
    """The status of an answer that refuses a file: 415 for no list at all, 413 for too much, 422 for one that is wrong."""
    return 415 if code in _WRONG_TYPE else 413 if code in _TOO_BIG else 422


def said(one: Said) -> str:
    """The sentence of a problem or a remark, in the language of this request."""
    return sentence(one.code, language(), **one.values)


def values_of(problem: Said, plan: Plan) -> dict[str, Any]:
    """A problem as the table of problems shows it."""
    at = problem.column
    header = "" if at is None or at >= len(plan.columns) else plan.columns[at].header or str(at + 1)
    return {
        "row": problem.row,
        "column": header,
        "value_shown": "–" if at is None else problem.value_shown,
        "message": said(problem),
    }


def file_name(sent: str | None) -> str:
    """The name of an upload without the folders that some browsers send, or a plain one where it cannot be kept."""
    last = (sent or "").replace("\\", "/").rsplit("/", 1)[-1]
    try:
        return text.line(last, 200) or "liste"
    except text.Unacceptable:
        ending = last.rsplit(".", 1)[-1][:10]
        return f"liste.{ending}" if ending.isascii() and ending.isalnum() else "liste"
