"""What goes with marking a letter as sent: its step of the path, the day to ask again; and the reading of who is
alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import acts_of
from tests.cast import Cast
from tests.correspondence.test_letters import begun, final, kept, press
from tests.correspondence.test_letters import case as case
from tests.correspondence.test_register import sent
from union.accounts.models import Account
from union.app import Union
from union.cases.dates import FOLLOW_UP, CaseDate, Source
from union.cases.models import CaseParty
from union.correspondence.models import CaseLetter, LetterState
from union.grievances.models import Done, Grievance, Proof
from union.web.locale import today


def done(app: Union, case: UUID) -> list[Done]:
    with app.store.maintaining() as session:
        return list(session.get_one(Grievance, case).account.done)


def asked_again(app: Union, case: UUID) -> list[object]:
    """The days on which an answer is asked for again."""
    with app.store.maintaining() as session:
        rows = session.scalars(select(CaseDate).where(CaseDate.case_id == case, CaseDate.source == Source.TASK))
        return [row.due_on for row in rows if row.dated.rule == FOLLOW_UP and row.dated.met_on is None]


def without_readers(app: Union, cast: Cast, case: UUID) -> None:
    """Olu is the only account that writes letters of the case."""
    with app.store.maintaining() as session:
        session.get_one(Account, cast.sal).disabled = True
        for party in session.scalars(select(CaseParty).where(CaseParty.case_id == case)):
            session.delete(party)


def test_the_step_of_a_letter_is_done_on_the_day_of_its_sending(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID
) -> None:
    address = final(app, olu, lex, case)
    box = olu.page(f"{address}/send").select_one("input[name=marks_step]")
    assert box is not None
    assert box.has_attr("checked")
    day = today() - timedelta(days=1)
    sent(app, olu, address, on=f"{day:%d/%m/%Y}", marks_step="y")
    [step] = done(app, case)
    assert (step.on, step.proof, step.proof_words) == (day, Proof.REGISTERED, "RR 118 MA")
    assert [one.act for one in acts_of(app, cast, case)][:2] == ["letter_sent", "step_done"]


def test_a_step_is_left_alone_where_the_box_is_not_ticked_and_asked_for_once(
    app: Union, olu: Visitor, lex: Visitor, case: UUID
) -> None:
    first, second = final(app, olu, lex, case), final(app, olu, lex, case)
    sent(app, olu, first)
    assert done(app, case) == []
    sent(app, olu, second, marks_step="y")
    assert len(done(app, case)) == 1
    third = final(app, olu, lex, case)
    assert olu.page(f"{third}/send").select_one("input[name=marks_step]") is None


def test_an_answer_is_asked_for_again_until_it_came(app: Union, olu: Visitor, lex: Visitor, case: UUID) -> None:
    address, again = final(app, olu, lex, case), today() + timedelta(days=8)
    sent(app, olu, address, again_on=f"{again:%d/%m/%Y}")
    assert asked_again(app, case) == [again]
    olu.post(f"{address}/answer", {"on": f"{today():%d/%m/%Y}", "version": str(kept(app, address).version)})
    assert asked_again(app, case) == []
    late = final(app, olu, lex, case)
    form = {"means": "registered", "on": f"{today():%d/%m/%Y}", "post_number": "1"}
    over = {**form, "again_on": f"{today() - timedelta(days=1):%d/%m/%Y}", "version": str(kept(app, late).version)}
    assert "again_on-error" in olu.post(f"{late}/send", over, 422).text
    assert kept(app, late).state is LetterState.FINAL


def test_who_is_alone_reads_again_and_the_letter_says_so(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID
) -> None:
    address = begun(olu, case)
    press(app, olu, address, "check", 422)
    without_readers(app, cast, case)
    assert "mot à mot" in olu.get(address).text
    press(app, olu, address, "check")
    checked = kept(app, address).written.checked
    assert checked is not None
    assert checked.own
    press(app, olu, address, "final")
    assert "aucun autre lecteur" in olu.get(address).text
    assert [one.act for one in acts_of(app, cast, case)][:2] == ["letter_final", "letter_read_again"]


def test_a_colleague_who_does_not_reach_a_confidential_case_is_no_reader(
    app: Union, cast: Cast, olu: Visitor, case: UUID
) -> None:
    address = begun(olu, case)
    with app.store.maintaining() as session:
        session.get_one(Grievance, case).confidential = True
    press(app, olu, address, "check", 422)  # the lawyer is named on it
    with app.store.maintaining() as session:
        for party in session.scalars(select(CaseParty).where(CaseParty.case_id == case)):
            session.delete(party)
    press(app, olu, address, "check")


def test_a_lawyer_never_reads_their_own_letter(app: Union, cast: Cast, lex: Visitor, case: UUID) -> None:
    address = begun(lex, case)
    with app.store.maintaining() as session:
        for one in (cast.sal, cast.olu):
            session.get_one(Account, one).disabled = True
    press(app, lex, address, "check", 422)
    with app.store.maintaining() as session:
        assert session.scalars(select(CaseLetter)).one().state is LetterState.DRAFT
