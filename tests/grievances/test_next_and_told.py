"""What is a delegate's to do, what the timeline says of people, messages that wait, whom one calls, and a step taken
back."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.browsing import Visitor
from tests.cases.desk import grievance, words
from tests.cases.ending import ended
from tests.cast import Cast
from tests.dismissals.test_dismissals import written
from tests.grievances.reports import case_of, opened, report
from tests.receipts.test_receipts import change
from union.accounts.models import Account
from union.app import Union
from union.cases import messages
from union.grievances.models import Done, Grievance, Paper
from union.grievances.steps import still_open
from union.languages.saying import in_language
from union.web.locale import today

SUMMONS = {"paper": "hearing_summons", "when": "today"}
READ_LETTER = "Vérifier la lettre"


def of(app: Union, address: str) -> Grievance:
    with app.store.maintaining() as session:
        found = session.get_one(Grievance, UUID(address.rsplit("/", 1)[1]))
        assert found.account
        session.expunge(found)
        return found


# Point 8: whose acts


def test_a_delegates_next_acts_are_the_delegates(app: Union, cast: Cast, ann: Visitor) -> None:
    for _ in range(2):
        report(ann, first=SUMMONS, problem="discipline")
    report(ann, first={"paper": "dismissal_letter", "when": "today"}, problem="discipline")
    shown = [one.get_text(strip=True) for one in ann.page("/?lang=en").select(".agenda .agenda-what a")]
    said = {
        in_language(step.what, "en"): step.who
        for case in (of(app, str(one["href"])) for one in ann.page("/agenda").select("main .agenda a.open"))
        for step in still_open(case.account)
    }
    assert 0 < len(shown) <= 3
    assert {said[one] for one in shown} == {"delegate"}


def test_nothing_of_the_organisers_is_put_on_a_delegate(cast: Cast, app: Union, ann: Visitor) -> None:
    address = case_of(report(ann, first=SUMMONS, problem="discipline"))
    with app.store.maintaining() as session:
        case = session.get_one(Grievance, UUID(address.rsplit("/", 1)[1]))
        mine = tuple(Done(one.code, today(), "Ann") for one in still_open(case.account) if one.who == "delegate")
        case.account = dataclasses.replace(case.account, done=mine)
        assert still_open(case.account)
    assert "Nothing waits for you" in words(ann, "/?lang=en")
    assert "the organiser" in words(ann, "/agenda?lang=en")


def test_the_handler_stands_once_among_the_readers(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    hidden = case_of(report(ann, problem="health", readers=str(cast.olu)))
    opened(olu, hidden)
    olu.post(f"{hidden}/take")
    for path in (hidden, f"{hidden}/readers"):
        readers = ann.page(path).select("main ul.plain-list:not(.openings) li, main .panel p:not(.openings *)")
        assert sum("Olu" in one.get_text() for one in readers) == 1, path
    mine = case_of(report(olu, problem="pay", about="another", about_name="Omar"))
    olu.post(f"{mine}/take")
    assert words(olu, f"{mine}/readers?lang=en").count("Olu") - words(olu, "/account").count("Olu") <= 1
    assert "reported it and follows it" in words(olu, f"{mine}/readers?lang=en")


def test_after_the_letter_was_put_to_its_questions_to_check_it_is_done(app: Union, cast: Cast, olu: Visitor) -> None:
    case = grievance(app, cast, Paper.DISMISSAL_LETTER, today() - timedelta(days=3))
    assert READ_LETTER in words(olu, f"/grievances/{case}")
    letter = written(olu, case)
    said = {"reasons": "yes", "hearing_and_record": "no", "inspector_copied": "yes"}
    change(olu, letter, "questions", said)
    assert "read_letter" in {one.code for one in still_open(of(app, f"/grievances/{case}").account)}
    change(olu, letter, "questions", {**said, "ninety_days": "no"})
    assert [one.code for one in of(app, f"/grievances/{case}").account.done] == ["read_letter"]
    strip = olu.page(f"/grievances/{case}").select_one("section.next")
    assert strip is not None
    assert READ_LETTER not in strip.get_text()
    change(olu, letter, "questions", {**said, "ninety_days": "yes"})  # once more: it is done already
    assert len(of(app, f"/grievances/{case}").account.done) == 1


def test_to_go_to_court_stays_with_whom_it_was(app: Union, cast: Cast, olu: Visitor) -> None:
    case = grievance(app, cast, Paper.DISMISSAL_LETTER, today() - timedelta(days=3))

    def who(said: str) -> str:
        lines = olu.page(f"/grievances/{case}?lang=en").select(".next, .later-steps > li")
        (line,) = [one.get_text(" ") for one in lines if said in one.get_text(" ")]
        return "the lawyer" if "the lawyer" in line else "the organiser"

    assert who("file the action against the dismissal") == "the lawyer"
    written(olu, case)
    assert who("ring the dismissal before the court") == "the lawyer"


def test_the_timeline_names_who_may_read_and_who_gave_it(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann))
    olu.post(f"{address}/readers", {"account": str(cast.lex)})
    first = olu.page(f"{address}?lang=en").select_one("ol.timeline > li")
    assert first is not None
    assert "Lex may read the case from now on" in first.get_text()
    who = first.select_one(".timeline-who")
    assert who is not None
    assert "by Olu" in who.get_text()
    olu.post(f"{address}/readers/{cast.lex}/remove")
    assert "Lex reads the case no more" in words(olu, f"{address}?lang=en")


# A 13: messages


def test_a_message_waits_until_it_is_opened(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    other, address = case_of(report(ann)), case_of(report(ann))
    code = of(app, address).code
    olu.post(f"{address}/notes", {"words": "Ne signez rien, je vous appelle."})
    home = words(ann, "/?lang=en")
    assert "1 case with an answer" in home
    assert "1 new message" in home
    assert "Ne signez rien" not in home
    rows = [one.get_text(" ") for one in ann.page("/grievances?lang=en").select("tbody tr")]
    assert code in rows[0]
    assert "1 new message" in rows[0]
    assert "new message" not in rows[1]
    page = ann.page(f"{address}?lang=en").select_one("main .stack > section")
    assert page is not None
    assert page["id"] == "message"
    assert "Ne signez rien, je vous appelle." in page.get_text()
    assert "Message from Olu" in page.get_text()
    assert page.select_one(".tag-primary") is not None, "unread"
    again = ann.page(f"{address}?lang=en").select_one("#message")
    assert again is not None
    assert again.select_one(".tag-primary") is None, "read when opened"
    assert "with an answer" not in words(ann, "/?lang=en")
    assert "new message" not in words(ann, "/grievances?lang=en")
    assert other in {str(one["href"]) for one in ann.page("/grievances").select("tbody a")}


def test_a_message_that_came_while_the_page_was_made_waits_on(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = case_of(report(ann))
    olu.post(f"{address}/notes", {"words": "Premier message."})
    told = messages.counted

    def then_another(*asked: Any) -> dict[UUID, tuple[int, int]]:
        found = told(*asked)
        monkeypatch.undo()
        with app.store.writing(cast.reach("olu")) as session:
            messages.tell(session, cast.olu, session.get_one(Grievance, UUID(address.rsplit("/", 1)[1])))
        return found

    monkeypatch.setattr(messages, "counted", then_another)
    ann.get(address)
    with app.store.reading(cast.reach("ann")) as session:
        assert list(messages.waiting(session, cast.ann).values()) == [1]
    ann.get(address)
    with app.store.reading(cast.reach("ann")) as session:
        assert not messages.waiting(session, cast.ann)


def test_strategy_is_no_message_and_ones_own_words_neither(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann))
    olu.post(f"{address}/notes", {"words": "Dossier fragile.", "strategy": "y"})
    ann.post(f"{address}/notes", {"words": "Il a rappelé."})
    assert "with an answer" not in words(ann, "/?lang=en")
    assert "Dossier fragile" not in words(ann, address)
    assert ann.page(address).select_one("#message") is None
    olu.post(f"{address}/take")
    ann.post(f"{address}/notes", {"words": "Nouvelle convocation."})
    assert "1 new message" in words(olu, "/?lang=en")
    assert "Nouvelle convocation." in str(olu.page(address).select_one("#message"))
    assert "new message" not in words(olu, "/?lang=en")


def test_who_wrote_a_message_sees_whether_it_was_read(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann))

    def seen(who: Visitor) -> list[str]:
        lines = who.page(f"{address}?lang=en").select("ol.timeline .timeline-who")
        return [one.get_text().split(" · ")[-1].strip() for one in lines if " read " in f" {one.get_text()}"]

    olu.post(f"{address}/notes", {"words": "Ne signez rien."})
    assert seen(olu) == ["not read yet by Ann"]
    ann.get(address)
    assert seen(olu) == ["read by Ann"]
    olu.post(f"{address}/notes", {"words": "Je vous appelle."})
    assert seen(olu) == ["not read yet by Ann", "read by Ann"]
    assert seen(ann) == []
    olu.post(f"{address}/take")
    ann.post(f"{address}/notes", {"words": "Merci."})
    assert seen(ann) == ["not read yet by Olu"]
    olu.get(address)
    assert seen(ann) == ["read by Olu"]
    assert seen(olu) == ["read by Ann", "read by Ann"]


def test_how_it_ended_is_told_too(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann))
    olu.post(f"{address}/take")
    ended(olu, address, outcome="won", words="Payé.")
    assert "1 case with an answer" in words(ann, "/?lang=en")
    ann.get(address)
    assert "with an answer" not in words(ann, "/?lang=en")


# A 16: the number


def test_the_number_of_whoever_follows_the_case(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor, zed: Visitor
) -> None:
    receipt = report(ann)
    address = case_of(receipt)
    assert "No number is written down here" in words(ann, f"{receipt}?lang=en")
    assert "No number is written down here" in words(ann, f"{address}?lang=en")
    olu.post("/account/telephone", {"phone": "not a number"}, 422)
    olu.post("/account/telephone", {"phone": "06 61 00 00 07"})
    for path in (receipt, address):
        assert ann.page(path).select_one("a[href='tel:+212661000007']") is not None, path
    sal.post(f"{address}/take")
    assert ann.page(address).select_one("a[href='tel:+212661000007']") is None, "who follows it is somebody else now"
    with app.store.maintaining() as session:
        kept = session.get_one(Account, cast.olu)
        assert kept.holder.phone == "+212661000007"
        assert b"661000007" not in kept.holder_sealed
    assert "061000007" not in zed.get("/").text
    olu.post("/account/telephone", {"phone": ""})
    assert ann.page(receipt).select_one("a[href^='tel:']") is None
    ann.get("/account")
    assert ann.page("/account").select_one("form[action='/account/telephone']") is None


def test_a_confidential_report_names_the_numbers_of_its_readers_alone(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    olu.post("/account/telephone", {"phone": "0661000007"})
    hidden = report(ann, problem="health", readers=str(cast.sal))
    assert ann.page(hidden).select_one("a[href^='tel:']") is None
    shared = report(ann, problem="health", readers=str(cast.olu))
    assert ann.page(shared).select_one("a[href='tel:+212661000007']") is not None


# A 17: done, and taken back


def test_who_marked_a_step_takes_it_back_the_same_day(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann, first=SUMMONS, problem="discipline"))
    code = next(one.code for one in still_open(of(app, address).account) if one.who == "delegate")
    ann.post(f"{address}/steps", {"code": code, "on": f"{today():%d/%m/%Y}"})
    page = ann.page(address)
    undo = f"form[action='{address}/steps/undo'] input[value='{code}']"
    assert page.select_one(f"[role=status] {undo}") is not None, "in the message"
    assert page.select_one(f"ol.timeline {undo}") is not None, "in the timeline"
    assert ann.page(address).select_one(f"[role=status] {undo}") is None, "a message is said once"
    ann.post(f"{address}/steps/undo", {"code": code})
    assert not of(app, address).account.done
    assert ann.page(address).select_one(f"ol.timeline {undo}") is None
    olu.post(f"{address}/steps", {"code": code, "on": f"{today():%d/%m/%Y}"})
    assert ann.page(address).select_one(undo) is None
    ann.post(f"{address}/steps/undo", {"code": code}, 422)  # somebody else marked it
    olu.post(f"{address}/steps/undo", {"code": code})


def test_not_on_another_day(app: Union, cast: Cast, ann: Visitor) -> None:
    address = case_of(report(ann, first=SUMMONS, problem="discipline"))
    code = next(one.code for one in still_open(of(app, address).account) if one.who == "delegate")
    ann.post(f"{address}/steps", {"code": code, "on": f"{today():%d/%m/%Y}"})
    with app.store.maintaining() as session:
        case = session.get_one(Grievance, UUID(address.rsplit("/", 1)[1]))
        (done,) = case.account.done
        case.account = dataclasses.replace(
            case.account, done=(dataclasses.replace(done, marked_on=today() - timedelta(days=1)),)
        )
    assert ann.page(address).select_one("form[action$='/steps/undo']") is not None, "the message, which was said before"
    assert ann.page(address).select_one("form[action$='/steps/undo']") is None
    ann.post(f"{address}/steps/undo", {"code": code}, 422)


def test_to_mark_as_done_is_never_the_main_button(ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann, first=SUMMONS, problem="discipline"))
    for visitor in (ann, olu):
        for button in visitor.page(address).select(".do-step summary, form[action$='/steps'] button"):
            assert "button-primary" not in button["class"]
