"""The cases that a search finds: by whom they are about, by a telephone or a number, by their code; within reach."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, select

from union import text
from union.grievances.models import Grievance
from union.grievances.probable import PEOPLE
from union.members import roster, tokens
from union.store.among import Among, as_given, id_of
from union.store.reach import ReachSession

_CODE = re.compile(r"[A-Z]-?[A-Z0-9]{2,9}")


def found(session: ReachSession, words: str, places: Iterable[UUID]) -> set[bytes]:
    """The bytes of the ids of those that answer to what was typed; `places` are the workplaces in reach."""
    cases = {case_id for case_id, _whom in PEOPLE.found(session, words)}
    members = _members(session, words, places)
    if members:
        cases |= _ids(session, Among(Grievance.member_id, members))
    code = code_of(words)
    if code:
        cases |= _ids(session, Grievance.code.startswith(code, autoescape=True))
    return cases


def _ids(session: ReachSession, condition: ColumnElement[bool]) -> set[bytes]:
    return {id_of(one) for one in session.scalars(select(as_given(Grievance.id)).where(condition))}


def code_of(words: str) -> str:
    """The code, or the beginning of one, that was typed with or without its dash; empty where it is none."""
    plain = re.sub(r"\s", "", text.digits(words)).upper()
    if not _CODE.fullmatch(plain):
        return ""
    return plain if "-" in plain else f"{plain[0]}-{plain[1:]}"


def _members(session: ReachSession, words: str, places: Iterable[UUID]) -> set[bytes]:
    named = roster.search(session, words) if any(sign.isalpha() for sign in words) else []
    members = {hit.who.member_id.bytes for hit in named}
    wanted = tokens.asked(words, places)
    if wanted:
        members |= {one.bytes for one in session.scalars(tokens.bearing(wanted))}
    return members
