"""The acts of a case of any kind, asked of the store below the pages."""

from __future__ import annotations

import re
import threading
import time
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import Cast
from union.cases import actions, closing, readers
from union.cases.models import Case, CaseParty, Stage
from union.cases.timeline import CaseAct, entry, timeline
from union.grievances.models import Grievance, Paper, Problem, Report
from union.refusal import Refused
from union.store.db import Store
from union.store.reach import Unreachable


def report(store: Store, cast: Cast, *, confidential: bool = False) -> UUID:
    """A case that Ann reported."""
    with store.writing(cast.reach("ann")) as session:
        case = Grievance(
            code=actions.new_code("R"),
            workplace_id=cast.here,
            reported_by=cast.ann,
            stage=Stage.NEW,
            confidential=confidential,
            account=Report(Problem.PAY, Paper.OTHER_PAPER, date(2026, 8, 3)),
            version=1,
        )
        session.add(case)
        entry(session, case, cast.ann, CaseAct.OPENED)
        return case.id


def test_a_code_is_read_aloud_without_doubt() -> None:
    codes = {actions.new_code("R") for _ in range(500)}
    assert len(codes) == 500
    assert all(re.fullmatch(r"R-[2-9A-HJKMNP-TV-Z]{6}", code) for code in codes)


def test_taken_handed_over_closed_and_reopened(store: Store, cast: Cast) -> None:
    case_id = report(store, cast)
    with store.writing(cast.reach("olu")) as session:
        case = session.get_one(Case, case_id)
        actions.take(session, cast.olu, case)
        actions.note(session, cast.olu, case, "appelé la DRH", strategy=True)
        actions.assign(session, cast.olu, case, cast.sal, "je pars")
        actions.wait(session, cast.olu, case, "inspecteur")
        actions.resume(session, cast.olu, case)
        closing.close(session, cast.olu, case, "payé", closing.given_up(session, case, "payé"))
        assert (case.stage, case.due_on) == (Stage.CLOSED, None)
        with pytest.raises(Refused):
            actions.take(session, cast.olu, case)
        closing.reopen(session, cast.olu, case, "le virement n'est pas venu")
        assert case.stage is Stage.IN_HAND
        lines = timeline(session, case)
    assert [line.act for line in lines] == [
        "reopened",
        "date_given_up",
        "closed",
        "resumed",
        "waiting",
        "handed_over",
        "noted",
        "taken",
        "opened",
    ]
    assert {line.by_name for line in lines} == {"Olu", "Ann"}
    assert [line.strategy for line in lines if line.act == "noted"] == [True]


def test_the_second_to_take_learns_who_was_first(store: Store, cast: Cast) -> None:
    case_id = report(store, cast)
    with store.writing(cast.reach("sal")) as session:
        actions.take(session, cast.sal, session.get_one(Case, case_id))
    with store.writing(cast.reach("olu")) as session, pytest.raises(actions.Taken) as taken:
        actions.take(session, cast.olu, session.get_one(Case, case_id))
    assert (taken.value.holder, taken.value.holder_name) == (cast.sal, "Sal")


def test_nobody_at_another_workplace_is_given_a_case(store: Store, cast: Cast) -> None:
    case_id = report(store, cast)
    with store.writing(cast.reach("olu")) as session:
        case = session.get_one(Case, case_id)
        for somebody in (cast.zed, cast.ann, cast.lex, cast.ada):
            with pytest.raises(Refused):
                actions.assign(session, cast.olu, case, somebody)


def test_confidential_is_for_those_it_names(store: Store, cast: Cast) -> None:
    case_id = report(store, cast)
    with store.writing(cast.reach("olu")) as session:
        case = session.get_one(Case, case_id)
        readers.make_confidential(session, cast.olu, case)
        readers.name(session, cast.olu, case, cast.lex)
        assert set(readers.named(session, case)) == {cast.olu, cast.lex}
    assert sees(store, cast, case_id) == {"ann", "olu", "lex"}
    with store.writing(cast.reach("ann")) as session:  # who reported chooses who reads
        case = session.get_one(Case, case_id)
        assert set(readers.named(session, case)) == {cast.olu, cast.lex}
        readers.remove_reader(session, cast.ann, case, cast.lex)
    assert sees(store, cast, case_id) == {"ann", "olu"}
    with store.writing(cast.reach("olu")) as session:
        case = session.get_one(Case, case_id)
        with pytest.raises(Refused):
            readers.remove_reader(session, cast.olu, case, cast.olu)
        readers.make_ordinary(session, cast.olu, case, "elle est d'accord")
    assert sees(store, cast, case_id) == {"ann", "olu", "sal"}


def sees(store: Store, cast: Cast, case_id: UUID) -> set[str]:
    """Who reaches the case, its timeline and its parties: all three alike."""
    found = set()
    for name in ("ann", "olu", "zed", "sal", "lex", "ada"):
        with store.reading(cast.reach(name)) as session:
            case = session.get(Case, case_id)
            if case is not None:
                found.add(name)
                assert timeline(session, case)
            else:
                assert not session.scalars(select(CaseParty).where(CaseParty.case_id == case_id)).all()
    return found


def test_a_lawyer_names_nobody(store: Store, cast: Cast) -> None:
    case_id = report(store, cast)
    with store.writing(cast.reach("olu")) as session:
        readers.name(session, cast.olu, session.get_one(Case, case_id), cast.lex)
    with pytest.raises(Unreachable), store.writing(cast.reach("lex")) as session:
        readers.add(session, session.get_one(Case, case_id), cast.sal)


def test_a_confidential_case_given_away_keeps_its_giver(store: Store, cast: Cast) -> None:
    case_id = report(store, cast)
    with store.writing(cast.reach("olu")) as session:
        case = session.get_one(Case, case_id)
        actions.take(session, cast.olu, case)
        readers.make_confidential(session, cast.olu, case)
        actions.assign(session, cast.olu, case, cast.sal)
    assert sees(store, cast, case_id) == {"ann", "olu", "sal"}


def test_a_delegate_sees_who_could_read_and_nobody_else(store: Store, cast: Cast) -> None:
    with store.reading(cast.reach("ann")) as session:
        assert [one.name for one in readers.colleagues(session, cast.here)] == ["Ann", "Olu", "Sal"]
    with store.reading(cast.reach("zed")) as session:
        assert [one.name for one in readers.colleagues(session, cast.there)] == ["Sal", "Zed"]
    with store.reading(cast.reach("ada")) as session:
        assert [one.name for one in readers.colleagues(session, cast.here)] == []


def test_two_who_name_the_same_reader_at_once_are_one_naming_and_one_sentence(
    store: Store, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id, ready, found = report(store, cast), threading.Barrier(2), []
    asked = readers.colleagues

    def slowly(*given: Any) -> list[readers.Colleague]:
        time.sleep(0.3)
        return asked(*given)

    monkeypatch.setattr(readers, "colleagues", slowly)

    def name(who: str) -> None:
        ready.wait()
        try:
            with store.writing(cast.reach(who)) as session:
                readers.name(session, getattr(cast, who), session.get_one(Case, case_id), cast.lex)
            found.append("named")
        except Exception as error:  # gathered, and shown by the assertion below
            found.append(type(error).__name__)

    threads = [threading.Thread(target=name, args=(who,)) for who in ("olu", "sal")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(found) == ["Refused", "named"]
