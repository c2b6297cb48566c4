"""The words of an import: its stages, why somebody counts as known, and the reader's sentences in the reader's language."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from union import text
from union.imports.models import GONE, USED, Changed, Held, Plan, Said, Stage
from union.members.words import CATEGORIES, CONTRACTS, SEXES
from union.sheets.fields import field_name
from union.sheets.wording import sentence
from union.web.locale import language

STAGES = {
    Stage.UPLOADED: _l("columns to check"),
    Stage.PREVIEWED: _l("ready, nothing written"),
    Stage.RUNNING: _l("being written"),
    Stage.STOPPING: _l("being stopped"),
    Stage.DONE: _l("imported"),
    Stage.FAILED: _l("interrupted"),
    Stage.UNDOING: _l("being taken back"),
    Stage.UNDONE: _l("taken back"),
    Stage.REDOING: _l("being brought back"),
    Stage.DISCARDED: _l("thrown away"),
}
MATCHED = {
    "number": _l("same employee number"),
    "phone": _l("same telephone"),
    "email": _l("same e-mail address"),
    "born": _l("same name and date of birth"),
    "name": _l("same name at this workplace"),
    "birth": _l("same telephone or e-mail address, another date of birth"),
    "same": _l("decided by hand"),
    "different": _l("decided by hand"),
    "skip": _l("decided by hand"),
}
HELD = {USED: _l("changed or used since"), GONE: _l("removed since, or out of reach")}
_CLOSED: dict[str, dict[str, Any]] = {
    "sex": {one.value: word for one, word in SEXES.items()},
    "category": {one.value: word for one, word in CATEGORIES.items()},
    "contract": {one.value: word for one, word in CONTRACTS.items()},
}
_WRONG_TYPE = frozenset(("not_a_table", "markup", "unknown_kind", "extension", "macros"))
_TOO_BIG = frozenset(("too_big", "too_many_rows", "too_many_columns", "too_heavy", "zip_bomb", "field_too_long"))


def status_of(code: str) -> int:
    """The status of an answer that refuses a file: 415 for no list at all, 413 for too much, 422 for one that is wrong."""
    return 415 if code in _WRONG_TYPE else 413 if code in _TOO_BIG else 422


def said(one: Said) -> str:
    """The sentence of a problem or a remark, in the language of this request."""
    return sentence(one.code, language(), **one.values)


def change_said(changed: Changed) -> tuple[str, str, str]:
    """A change in words: the field, from what, to what."""
    words = _CLOSED.get(changed.field, {})
    before, after = (str(words.get(value, value)) for value in (changed.before, changed.after))
    return field_name(changed.field, language()), before, after


def unusual_said(one: Said) -> str:
    """What has to be confirmed, with its numbers."""
    count = int(one.values["count"])
    if one.code == "wages_halved":
        return str(ngettext("%(num)s wage falls to half or less.", "%(num)s wages fall to half or less.", count))
    people = one.values["people"]
    if one.code == "many_refused":
        return str(
            ngettext("%(num)s row of %(rows)s stays out.", "%(num)s rows of %(rows)s stay out.", count, rows=people)
        )
    if one.code == "site_vanishes":
        return str(
            ngettext(
                "Of the %(people)s people at this workplace, %(num)s would have left, or is not named.",
                "Of the %(people)s people at this workplace, %(num)s would have left, or are not named.",
                count,
                people=people,
            )
        )
    sentence_ = ngettext(
        "%(num)s person of %(people)s at this workplace would change.",
        "%(num)s people of %(people)s at this workplace would change.",
        count,
        people=people,
    )
    return str(sentence_)


def held_said(held: Held) -> str:
    """Why something of somebody stays as it is."""
    fields = [str(HELD.get(name) or field_name(name, language())) for name in held.fields]
    return str(_(", ")).join(fields)


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
