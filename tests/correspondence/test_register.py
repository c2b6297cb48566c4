"""The register of mail: numbers without a gap, one truth with letters and papers, and nothing of what one may not
read."""

from __future__ import annotations

import io
import threading
from datetime import date, timedelta
from uuid import UUID

import openpyxl
import pytest
from sqlalchemy import select

from tests.attachments.desk import send
from tests.attachments.samples import PDF
from tests.browsing import Visitor
from tests.cases.desk import acts_of, grievance
from tests.cast import Cast
from tests.correspondence.test_letters import case as case
from tests.correspondence.test_letters import final, kept
from union.app import Union
from union.attachments.models import Attachment
from union.correspondence import register
from union.correspondence.mail import Came, Direction, Entered, MailEntry, MailNumber
from union.correspondence.models import LetterState
from union.grievances.models import Grievance, Paper
from union.papers.sending import Correspondent
from union.store.db import Store
from union.web.locale import today

YEAR = today().year


def sent(app: Union, olu: Visitor, address: str, **more: str) -> None:
    form = {"means": "registered", "on": f"{today():%d/%m/%Y}", "post_number": "RR 118 MA"}
    olu.post(f"{address}/send", {**form, "version": str(kept(app, address).version), **more})


def came(**more: str) -> dict[str, str]:
    form = {"who": "inspector", "on": f"{today():%d/%m/%Y}", "came": "post", "subject": "Convocation à une réunion"}
    return {**form, **more}


def entries(app: Union, direction: Direction) -> list[tuple[int, Entered]]:
    with app.store.maintaining() as session:
        asked = select(MailNumber, MailEntry).join(MailEntry, MailEntry.number_id == MailNumber.id)
        found = session.execute(asked.where(MailNumber.direction == direction).order_by(MailNumber.number)).all()
        return [(number.number, row.entered) for number, row in found]


def told(visitor: Visitor, place: UUID, way: str = "out") -> str:
    return " ".join(visitor.page(f"/workplaces/{place}/mail?way={way}").get_text(" ").split())


def test_a_letter_gets_its_number_when_it_is_sent_and_its_answer_another(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID
) -> None:
    address = final(app, olu, lex, case)
    assert entries(app, Direction.OUT) == []
    sent(app, olu, address)
    [(number, said)] = entries(app, Direction.OUT)
    assert (number, said.on, said.post_number) == (1, today(), "RR 118 MA")
    assert said.letter_id == kept(app, address).id
    assert f"1/{YEAR}" in told(olu, cast.here)
    assert f"1/{YEAR}" in olu.get(address).text
    olu.post(f"{address}/answer", {"on": f"{today():%d/%m/%Y}", "version": str(kept(app, address).version)})
    [(number, said)] = entries(app, Direction.IN)
    assert (number, said.letter_id) == (1, kept(app, address).id)
    assert "Contact" in told(olu, cast.here, "in"), "whom the letter went to is whom the answer came from"


def test_what_came_in_by_hand_answers_a_letter_by_one_act(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID
) -> None:
    address = final(app, olu, lex, case)
    sent(app, olu, address)
    place = f"/workplaces/{cast.here}/mail/new"
    olu.post(place, came(answers=str(kept(app, address).id), who="employer", subject="Ils maintiennent"))
    assert kept(app, address).state is LetterState.ANSWERED
    olu.post(place, came(case="r-7k3f9q"))
    olu.post(place, came(subject="Élections : protocole", who="employer"))
    found = entries(app, Direction.IN)
    assert [number for number, _said in found] == [1, 2, 3]
    assert [one.act for one in acts_of(app, cast, case)][:2] == ["mail_came", "letter_answered"]
    assert "case-error" in olu.post(place, came(case="R-AAAAAA"), 422).text
    late = f"{today() + timedelta(days=1):%d/%m/%Y}"
    assert "on-error" in olu.post(place, came(on=late), 422).text
    assert len(entries(app, Direction.IN)) == 3


def attached(app: Union, visitor: Visitor, case: UUID) -> UUID:
    send(visitor, str(case), PDF, name="a.pdf", what="payslip", on="31/10/2026")
    with app.store.maintaining() as session:
        return session.scalars(select(Attachment.id).where(Attachment.case_id == case)).one()


def went(**more: str) -> dict[str, str]:
    form = {"who": "employer", "on": f"{today():%d/%m/%Y}", "means": "registered", "subject": "Préavis de grève"}
    return {**form, **more}


def test_mail_that_was_written_elsewhere_continues_the_series_of_the_letters(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, ann: Visitor, case: UUID
) -> None:
    place = f"/workplaces/{cast.here}/mail/new?way=out"
    file_id = attached(app, olu, case)
    address = final(app, olu, lex, case)
    sent(app, olu, address)
    olu.post(f"{place}&case={case}", went(post_number="RR 9 MA", file=str(file_id)))
    olu.post(place, went(who="inspector", who_words="Aïn Chock", case="r-7k3f9q"))
    entry = olu.post(place, went(means="receipt")).location
    found = entries(app, Direction.OUT)
    assert [number for number, _said in found] == [1, 2, 3, 4]
    assert [one.letter_id is None for _number, one in found] == [False, True, True, True]
    assert (found[1][1].file_id, found[1][1].post_number) == (file_id, "RR 9 MA")
    assert entries(app, Direction.IN) == []
    assert [one.act for one in acts_of(app, cast, case)][:2] == ["mail_went", "mail_went"]
    seen = told(olu, cast.here)
    assert all(words in seen for words in ("Préavis de grève", "Aïn Chock", "RR 9 MA", f"4/{YEAR}"))
    olu.post(f"{entry}/strike", {"version": "1", "why": "Deux fois"})
    assert kept(app, address).state is LetterState.SENT, "nothing of our letters hangs on it"
    assert [said.struck is not None for _number, said in entries(app, Direction.OUT)] == [False, False, False, True]
    ann.get(place, 404)
    lex.post(place, went(), 404)


def test_mail_written_elsewhere_is_refused_with_its_reason_and_takes_no_number(
    app: Union, cast: Cast, olu: Visitor, case: UUID
) -> None:
    place = f"/workplaces/{cast.here}/mail/new?way=out"
    late = f"{today() + timedelta(days=1):%d/%m/%Y}"
    for form, field in ((went(on=late), "on"), (went(case="R-AAAAAA"), "case"), (went(subject=" "), "subject")):
        assert f"{field}-error" in olu.post(place, form, 422).text
    olu.post(f"{place}&case={case}", went(file=str(cast.mina)), 422)
    olu.post(place.replace("way=out", "way=sideways"), went(), 422)
    assert entries(app, Direction.OUT) == []


def test_an_entry_that_is_struck_out_keeps_its_number_and_the_letter_is_final_again(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID
) -> None:
    address = final(app, olu, lex, case)
    sent(app, olu, address)
    page = olu.page(f"/workplaces/{cast.here}/mail").select_one("a.open")
    assert page is not None
    entry = str(page["href"])
    assert "why-error" in olu.post(f"{entry}/strike", {"version": "1", "why": " "}, 422).text
    olu.post(f"{entry}/strike", {"version": "1", "why": "Pas encore postée"})
    assert kept(app, address).state is LetterState.FINAL
    assert kept(app, address).written.posted is None
    olu.post(f"{entry}/strike", {"version": "2", "why": "Encore"}, 422)
    sent(app, olu, address)
    assert [(number, said.struck is not None) for number, said in entries(app, Direction.OUT)] == [
        (1, True),
        (2, False),
    ]
    assert "Pas encore postée" in olu.get(entry).text


def test_a_paper_and_the_letter_made_from_it_are_one_entry(app: Union, cast: Cast, olu: Visitor, lex: Visitor) -> None:
    found = grievance(app, cast, Paper.RECEIPT, today() - timedelta(days=3), "lex")
    signed = {"kind": "receipt", "signed_on": f"{today() - timedelta(days=3):%d/%m/%Y}"}
    paper = olu.post(f"/cases/{found}/receipts/new", signed).location.removesuffix("/questions")
    receipt = paper.rsplit("/", 1)[1]
    address = olu.post(f"/cases/{found}/letters?letter=receipts.{receipt}.denunciation&in=fr").location.removesuffix(
        "/edit"
    )
    for visitor, act in ((lex, "check"), (olu, "final")):
        visitor.post(f"{address}/{act}", {"version": str(kept(app, address).version)})
    sent(app, olu, address)
    assert len(entries(app, Direction.OUT)) == 1
    olu.post(
        f"{paper}/sent", {"means": "registered", "sent_on": f"{today():%d/%m/%Y}", "version": _version(olu, paper)}
    )
    assert len(entries(app, Direction.OUT)) == 1, "the paper says the same day: it is the same letter"
    other = {"means": "registered", "sent_on": f"{today() - timedelta(days=1):%d/%m/%Y}"}
    assert "sent_on-error" in olu.post(f"{paper}/sent", {**other, "version": _version(olu, paper)}, 422).text


def _version(visitor: Visitor, paper: str) -> str:
    found = visitor.page(f"{paper}/sent").select_one("input[name=version]")
    assert found is not None
    return str(found["value"])


def test_a_paper_that_says_another_day_strikes_out_what_it_said_before(app: Union, cast: Cast, olu: Visitor) -> None:
    found = grievance(app, cast, Paper.RECEIPT, today() - timedelta(days=3))
    signed = {"kind": "receipt", "signed_on": f"{today() - timedelta(days=3):%d/%m/%Y}"}
    paper = olu.post(f"/cases/{found}/receipts/new", signed).location.removesuffix("/questions")
    for days in (1, 0):
        on = f"{today() - timedelta(days=days):%d/%m/%Y}"
        olu.post(f"{paper}/sent", {"means": "registered", "sent_on": on, "version": _version(olu, paper)})
    assert [(number, said.struck is not None) for number, said in entries(app, Direction.OUT)] == [
        (1, True),
        (2, False),
    ]
    assert "Dénonciation du reçu" in told(olu, cast.here)


def test_of_a_confidential_case_the_number_alone_is_told(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, lex: Visitor, ann: Visitor, case: UUID
) -> None:
    address = final(app, olu, lex, case)
    sent(app, olu, address)
    entry = str(olu.page(f"/workplaces/{cast.here}/mail").select("a.open")[0]["href"])
    with app.store.maintaining() as session:
        session.get_one(Grievance, case).confidential = True
    assert "R-7K3F9Q" in told(olu, cast.here)
    seen = told(sal, cast.here)
    assert f"1/{YEAR}" in seen
    assert "confidentiel" in seen
    for word in ("R-7K3F9Q", "Contact", "RR 118", "sanction", kept(app, address).code):
        assert word not in seen.replace("Atlas Contact", ""), word
    sal.get(entry, 404)
    sal.post(f"{entry}/strike", {"version": "1", "why": "x"}, 404)
    book = openpyxl.load_workbook(io.BytesIO(olu.get(f"/workplaces/{cast.here}/mail/table?lang=fr").data))
    [_heads, row] = book.worksheets[0].iter_rows(values_only=True)
    assert row[0] == 1
    assert row[3] == "confidentiel", "outside these walls nobody reads more, whoever takes it out"
    assert [one for one in row[1:] if one] == ["confidentiel"]
    ann.get(f"/workplaces/{cast.here}/mail", 404)
    lex.get(f"/workplaces/{cast.here}/mail", 404)


def test_the_register_is_searched_and_no_address_holds_a_word(app: Union, cast: Cast, olu: Visitor) -> None:
    place = f"/workplaces/{cast.here}/mail"
    for subject in ("Convocation à une réunion", "Élections : protocole"):
        olu.post(f"{place}/new", came(subject=subject))
    found = olu.post(f"{place}/search?way=in", {"query": "elections"}).location
    assert "lections" not in found
    seen = olu.get(found).text
    assert f"2/{YEAR}" in seen
    assert f">1/{YEAR}<" not in seen
    assert f">1/{YEAR}<" in olu.get(olu.post(f"{place}/search?way=in", {"query": f"1/{YEAR}"}).location).text
    olu.get(f"{place}?year=1999", 422)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_register_is_printed(app: Union, cast: Cast, olu: Visitor, language: str) -> None:
    olu.post(f"/workplaces/{cast.here}/mail/new", came())
    assert olu.get(f"/workplaces/{cast.here}/mail/paper?way=in&in={language}").data.startswith(b"%PDF-")


def _writes(store: Store, cast: Cast, start: threading.Barrier, fails: bool, numbers: list[int]) -> None:
    start.wait()
    entered = Entered(date(YEAR, 3, 1), today(), "Olu", Correspondent.COURT, subject="Avis", came=Came.POST)
    try:
        with store.writing(cast.reach("olu")) as session:
            row = register.enter(session, cast.olu, cast.here, Direction.IN, entered, None)
            number = register.number_of(session, row).number
            if fails:
                raise RuntimeError("the sending failed after its number was taken")
    except RuntimeError:
        return
    numbers.append(number)


def test_numbers_taken_at_once_are_never_one_and_leave_no_gap(app: Union, cast: Cast) -> None:
    """Of twelve who come at the same time, three fail after their number was taken: the others have 1 to 9."""
    start, numbers = threading.Barrier(12), list[int]()
    threads = [
        threading.Thread(target=_writes, args=(app.store, cast, start, at % 4 == 0, numbers)) for at in range(12)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(numbers) == list(range(1, 10))
    assert [number for number, _said in entries(app, Direction.IN)] == list(range(1, 10))


def test_each_workplace_year_and_direction_counts_for_itself(app: Union, cast: Cast) -> None:
    with app.store.writing(cast.reach("sal")) as session:
        for place, year, direction in (
            (cast.here, YEAR, Direction.IN),
            (cast.there, YEAR, Direction.IN),
            (cast.here, YEAR - 1, Direction.IN),
            (cast.here, YEAR, Direction.OUT),
            (cast.here, YEAR, Direction.IN),
        ):
            entered = Entered(date(year, 3, 1), today(), "Sal", Correspondent.COURT, subject="Avis")
            row = register.enter(session, cast.sal, place, direction, entered, None)
            assert register.number_of(session, row).number == (1 if session.info.setdefault("n", 0) < 4 else 2)
            session.info["n"] += 1
