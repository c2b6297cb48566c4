"""The words of an import: its stages, why somebody counts as known, and the reader's sentences in the reader's
language."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from union import text
from union.imports.records.models import ImportState, Stage
from union.imports.records.outcomes import MORE, ListOf, StoredMessage
from union.languages.readers import sentence
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
    Stage.DISCARDED: _l("thrown away"),
}
WAITS = _l("waits for its turn")  # in the place of the stage, while no worker has begun
LISTS = {
    ListOf.MEMBERS: _l("Members and contacts"),
    ListOf.WORKPLACES: _l("Workplaces and employers"),
    ListOf.HEADCOUNTS: _l("Headcounts"),
    ListOf.DECLARED_DAYS: _l("Days declared to the CNSS"),
    ListOf.ELECTIONS: _l("Elections of staff delegates"),
}
ABOUT = {
    ListOf.MEMBERS: _l("One person a row: the names, and what else the list holds."),
    ListOf.WORKPLACES: _l(
        "One site a row, with its employer. An employer is recognised by their ICE, else by their name."
    ),
    ListOf.HEADCOUNTS: _l("One number a row: the site, the day, how many people, and who says so."),
    ListOf.DECLARED_DAYS: _l(
        "One month of one person a row: the employee number or the CNSS number, the month, the days, the wages."
    ),
    ListOf.ELECTIONS: _l("One list of one college a row, or one of its candidates: the day, the votes, the seats."),
}
_OF_FACTS = {
    "new": _l("new"),
    "updated": _l("already known: something changes"),
    "unchanged": _l("already known: nothing changes"),
    "twice": _l("rows twice in the file"),  # of things: in Arabic another gender than people
    "refused": _l("rows that cannot be read"),
}
COUNTED = {  # what the numbers of a preview and of a result count; of members they have their own words
    ListOf.WORKPLACES: _OF_FACTS,
    ListOf.HEADCOUNTS: _OF_FACTS,
    ListOf.DECLARED_DAYS: _OF_FACTS,
    ListOf.ELECTIONS: _OF_FACTS,
}
MATCHED = {
    "number": _l("same employee number"),
    "phone": _l("same telephone"),
    "email": _l("same e-mail address"),
    "born": _l("same name and date of birth"),
    "name": _l("same name at this workplace"),
    "birth": _l("same telephone or e-mail address, another date of birth"),
    "near": _l("same telephone or e-mail address, a name nearly the same"),
    "sound": _l("names of the same consonants, with other vowels: perhaps two names"),
    "taken": _l("same employee number, another name"),
    "zeros": _l("same employee number but for the zeros in front, another name"),
    "twice": _l("two rows of the list name this member"),
    "same": _l("decided by hand"),
    "different": _l("decided by hand"),
    "skip": _l("decided by hand"),
}
_WRONG_TYPE = frozenset(("not_a_table", "prose", "markup", "unknown_kind", "macros"))
_TOO_BIG = frozenset(
    (
        "too_big",
        "too_many_rows",
        "too_many_blank_rows",
        "too_many_columns",
        "too_heavy",
        "zip_bomb",
        "field_too_long",
        "line_too_long",
    )
)


def status_of(code: str) -> int:
    """The status of an answer that refuses a file: 415 for no list at all, 413 for too much, 422 for one that is
    wrong."""
    return 415 if code in _WRONG_TYPE else 413 if code in _TOO_BIG else 422


def message_text(one: StoredMessage) -> str:
    """The sentence of a problem or a remark, in the language of this request."""
    return sentence(one.code, language(), **one.values)


def remark_text(one: StoredMessage) -> str:
    """A remark with its row, where it has one, and how many other rows have the same."""
    if one.row is None:
        return message_text(one)
    more = int(one.values.get(MORE, 0))
    others = ngettext("(and %(num)s other row)", "(and %(num)s other rows)", more) if more else ""
    return "".join(
        (str(_("Row %(row)s", row=one.row)), str(_(": ")), message_text(one), f" {others}" if others else "")
    )


def _halved_or_unread(code: str, count: int) -> str:
    """What is unusual whatever share of the list it is."""
    if code == "wages_halved":
        return str(ngettext("%(num)s wage falls to half or less.", "%(num)s wages fall to half or less.", count))
    if code == "headcounts_halved":
        return str(
            ngettext("%(num)s headcount falls to half or less.", "%(num)s headcounts fall to half or less.", count)
        )
    return str(
        ngettext(
            "%(num)s file cannot be read, and whether the list names this person is not known: restore it from "
            "the backup first.",
            "%(num)s files cannot be read, and whether the list names these people is not known: restore them "
            "from the backup first.",
            count,
        )
    )


def unusual_text(one: StoredMessage) -> str:
    """What has to be confirmed, with its numbers."""
    count = int(one.values["count"])
    if "people" not in one.values:
        return _halved_or_unread(one.code, count)
    people = one.values["people"]
    if one.code == "many_refused":
        return str(
            ngettext("%(num)s row of %(rows)s stays out.", "%(num)s rows of %(rows)s stay out.", count, rows=people)
        )
    if one.code == "many_values":
        return str(_("Rows that change what is known: %(num)s of %(rows)s.", num=count, rows=people))
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


def values_of(problem: StoredMessage, plan: ImportState) -> dict[str, Any]:
    """A problem as the table of problems shows it."""
    at = problem.column
    header = "" if at is None or at >= len(plan.columns) else plan.columns[at].header or str(at + 1)
    return {
        "row": problem.row,
        "column": header,
        "value_shown": "–" if at is None else problem.value_shown,
        "message": message_text(problem),
    }


def file_name(sent: str | None) -> str:
    """The name of an upload without the folders that some browsers send, or a plain one where it cannot be kept."""
    last = (sent or "").replace("\\", "/").rsplit("/", 1)[-1]
    try:
        return text.line(last, 200) or "liste"
    except text.Unacceptable:
        ending = last.rsplit(".", 1)[-1][:10]
        return f"liste.{ending}" if ending.isascii() and ending.isalnum() else "liste"
