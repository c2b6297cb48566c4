"""Olu works a case; who must not see it does not; two people who act at once are told."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select

import config
from tests.browsing import Visitor
from tests.cases.ending import ended
from tests.cast import Cast
from tests.grievances.reports import case_of, opened, report
from union.app import Union, open_store
from union.cases.models import Case, Stage
from union.grievances.models import Done, Grievance, Outcome, Paper, Problem, Report
from union.grievances.steps import recount, steps, still_open
from union.languages.saying import in_language
from union.record import chain
from union.web.locale import today


@pytest.fixture
def case(ann: Visitor) -> str:
    """The address of a case that Ann reported about somebody not entrusted to her."""
    return case_of(report(ann, problem="discipline", about="another", about_name="Omar El Fassi"))


def stored(app: Union, address: str) -> Grievance:
    with app.store.maintaining() as session:
        found = session.get_one(Grievance, UUID(address.rsplit("/", 1)[1]))
        assert found.account
        session.expunge(found)
        return found


def version(visitor: Visitor, address: str) -> str:
    return str(visitor.page(address).select_one("input[name=version]")["value"])


def strip(visitor: Visitor, case: str) -> BeautifulSoup:
    found = visitor.page(case).select_one("section.next")
    assert found is not None
    return found


def test_new_taken_worked_closed_reopened(app: Union, cast: Cast, olu: Visitor, ann: Visitor, case: str) -> None:
    assert stored(app, case).stage is Stage.NEW
    olu.post(f"{case}/take")
    olu.post(f"{case}/notes", {"words": "Appelé Omar.", "strategy": "y"})
    olu.post(f"{case}/notes", {"words": "Lettre lue au téléphone."})
    page = olu.get(case).text
    assert "Appelé Omar." in page
    olu.post(
        f"{case}/wait",
        {
            "whom": "inspector",
            "words": "Saisi lundi.",
            "again_on": f"{today() + timedelta(days=7):%d/%m/%Y}",
            "version": version(olu, f"{case}/wait"),
        },
    )
    assert stored(app, case).stage is Stage.WAITING
    olu.post(f"{case}/resume")
    olu.post(f"{case}/close", {"outcome": "won", "words": "", "version": version(olu, f"{case}/close")}, 422)
    ended(olu, case, outcome="won", words="Réintégré le 1er.")
    closed = stored(app, case)
    assert (closed.stage, closed.due_on, closed.account.outcome) == (Stage.CLOSED, None, Outcome.WON)
    olu.post(f"{case}/take", status=422)
    olu.post(f"{case}/reopen", {"why": "Il n'est pas revenu.", "version": version(olu, f"{case}/reopen")})
    assert stored(app, case).due_on is not None
    told = ann.get(case).text
    assert "Lettre lue au téléphone." in told
    assert "Appelé Omar." not in told
    assert len(olu.page(case).select("ol.timeline > li")) == 8


def test_the_strip_says_what_by_when_by_whom_and_why(app: Union, olu: Visitor, case: str) -> None:
    """A dismissal letter received on 3 August 2026: the 90 days are counted and explained, with the article."""
    page = olu.page(f"{case}?lang=fr")
    assert page.select_one("section.next .next-word") is not None
    first = next(one for one in steps(stored(app, case).account) if one.code == "go_to_court")
    assert first.by is not None
    assert in_language(first.by.because, "fr") in page.text
    assert "65" in page.text
    olu.get(f"{case}?lang=ar")
    olu.get(f"{case}?lang=en")


def test_a_step_done_moves_the_next_one_up(app: Union, olu: Visitor, case: str) -> None:
    first = str(strip(olu, case).select_one("input[name=code]")["value"])
    olu.post(f"{case}/steps", {"code": first, "on": f"{today():%d/%m/%Y}"})
    assert strip(olu, case).select_one("input[name=code]")["value"] != first
    assert [one.code for one in stored(app, case).account.done] == [first]
    olu.post(f"{case}/steps", {"code": first, "on": f"{today():%d/%m/%Y}"}, 422)
    olu.post(f"{case}/steps", {"code": "no_such_step", "on": f"{today():%d/%m/%Y}"}, 422)
    olu.post(f"{case}/steps/undo", {"code": first})
    assert strip(olu, case).select_one("input[name=code]")["value"] == first


def test_a_delegate_does_his_steps_alone(cast: Cast, ann: Visitor) -> None:
    case = case_of(
        report(ann, first={"paper": "hearing_summons", "when": "today"}, problem="discipline", about="oneself")
    )
    ann.post(f"{case}/steps", {"code": "choose_assistant", "on": f"{today():%d/%m/%Y}"})
    ann.post(f"{case}/steps", {"code": "hearing_in_time", "on": f"{today():%d/%m/%Y}"}, 422)
    for address in ("take", "resume"):
        ann.post(f"{case}/{address}", status=404)
    ann.post(f"{case}/steps/undo", {"code": "hearing_in_time"}, 422)  # not what she marked herself
    for address in ("hand-over", "close", "reopen", "about", "wait"):
        ann.get(f"{case}/{address}", 404)


def test_a_date_that_has_passed_is_never_called_lost(ann: Visitor, olu: Visitor) -> None:
    long_ago = f"{today() - timedelta(days=200):%d/%m/%Y}"
    first = {"paper": "dismissal_letter", "when": "another", "event_on": long_ago}
    case = case_of(report(ann, first=first, problem="discipline"))
    text = olu.get(f"{case}?lang=en").text
    assert "arguments remain" in text
    passed = [one for one in steps(stored(olu.app, case).account) if one.by and one.by.legal_on < today()]
    assert {one.code for one in passed} >= {"go_to_court"}
    for one in passed:
        assert one.by.remains is None or in_language(one.by.remains, "en") in BeautifulSoup(text, "html.parser").text


def test_the_second_to_take_is_told_by_whom(olu: Visitor, sal: Visitor, case: str) -> None:
    sal.post(f"{case}/take")
    answer = olu.post(f"{case}/take", status=409)
    assert "Sal" in answer.text
    olu.post(f"{case}/take", status=409)


def test_an_act_on_what_somebody_changed_shows_both(olu: Visitor, sal: Visitor, case: str) -> None:
    olu.post(f"{case}/take")
    seen = version(sal, f"{case}/close")
    olu.post(
        f"{case}/wait",
        {
            "whom": "employer",
            "words": "",
            "again_on": f"{today() + timedelta(days=7):%d/%m/%Y}",
            "version": version(olu, f"{case}/wait"),
        },
    )
    answer = sal.post(f"{case}/close", {"outcome": "lost", "words": "Rien.", "version": seen}, 409)
    assert "Rien." in answer.text


def test_handed_over_to_a_colleague_of_the_workplace(app: Union, cast: Cast, olu: Visitor, case: str) -> None:
    page = olu.page(f"{case}/hand-over")
    offered = {option.text for option in page.select("select[name=to] option")}
    assert {"Olu", "Sal"} <= offered
    assert not offered & {"Ann", "Zed", "Lex", "Ada"}
    olu.post(f"{case}/hand-over", {"to": str(cast.zed), "version": version(olu, f"{case}/hand-over")}, 422)
    olu.post(f"{case}/hand-over", {"to": str(cast.sal), "version": version(olu, f"{case}/hand-over")})
    assert stored(app, case).handled_by == cast.sal, "nobody followed it: it is theirs at once"


def test_tied_to_a_member_and_never_shown_to_who_reported(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, case: str
) -> None:
    hers = [f"{case}{tail}" for tail in ("", "/readers", "/ordinary", "/receipt")]
    before = [plain(ann.get(page).text) for page in hers]
    olu.get(f"{case}/about")
    found = BeautifulSoup(olu.search(f"{case}/about/search", "omar").text, "html.parser")
    assert found.select_one("input[name=member]")["value"] == str(cast.omar)
    olu.post(f"{case}/about/search", {"query": ""}, 422)
    olu.post(f"{case}/about", {"member": str(cast.omar)})
    assert stored(app, case).member_id == cast.omar
    assert [plain(ann.get(page).text) for page in hers] == before
    olu.post(f"{case}/about", {"member": str(cast.rita)}, 422)  # elsewhere, out of reach


def plain(text: str) -> str:
    """A page without the tokens that differ from one fetch to the next."""
    return re.sub(r'name="(csrf_token|form_token)" value="[^"]*"', "", text)


def test_nobody_else_sees_it(
    cast: Cast, zed: Visitor, lex: Visitor, ada: Visitor, stranger: Visitor, case: str
) -> None:
    missing = case.rsplit("/", 1)[0] + f"/{uuid4()}"
    for visitor in (zed, lex):
        for tail in ("", "/readers"):
            assert visitor.get(case + tail, 404).data == visitor.get(missing + tail, 404).data
        visitor.post(f"{case}/notes", {"words": "x"}, 404)
        assert "R-" not in visitor.page("/grievances").select_one("main").text
    ada.get("/grievances", 403)
    ada.get(case, 404)
    stranger.get(case, 302)


def test_a_lawyer_named_reads_and_notes(cast: Cast, olu: Visitor, lex: Visitor, case: str) -> None:
    olu.post(f"{case}/readers", {"account": str(cast.lex)})
    lex.get(case)
    lex.post(f"{case}/notes", {"words": "Requête prête.", "strategy": "y"})
    assert "Requête prête." in lex.get(case).text
    lex.get(f"{case}/readers", 404)
    lex.post(f"{case}/take", status=404)
    olu.post(f"{case}/readers/{cast.lex}/remove")
    lex.get(case, 404)


def test_a_confidential_case_leaves_no_trace(app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor) -> None:
    """The secretariat, not named: list, counts, filters, pages and refusals are the same bytes as without the case."""
    report(ann, problem="pay")
    surfaces = [
        "/grievances",
        "/grievances?tab=new",
        "/grievances?problem=health",
        "/grievances?dates=none",
        "/workplaces",
    ]
    before = [plain(sal.get(one).text) for one in surfaces]
    hidden = case_of(report(ann, problem="health", about="another", about_name="Salma T."))
    assert [plain(sal.get(one).text) for one in surfaces] == before
    missing = f"/grievances/{uuid4()}"
    for tail in ("", "/hand-over", "/readers", "/about", "/close"):
        assert sal.get(hidden + tail, 404).data == sal.get(missing + tail, 404).data
    for tail in ("/take", "/confidential", "/steps"):
        assert sal.post(hidden + tail, status=404).data == sal.post(missing + tail, status=404).data
    opened(olu, hidden)
    assert "Salma T." in olu.get("/grievances?tab=new").text


def test_the_person_takes_it_back(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    hidden = case_of(report(ann, problem="health", about="oneself"))
    opened(olu, hidden)
    olu.get(hidden)
    ann.get(f"{hidden}/readers")
    ann.post(f"{hidden}/readers/{cast.olu}/remove")
    olu.get(hidden, 404)
    ann.get(hidden)
    ann.post(f"{hidden}/readers", {"account": str(cast.sal)})


def test_made_confidential_and_opened_again(olu: Visitor, sal: Visitor, ann: Visitor, case: str) -> None:
    olu.post(f"{case}/confidential")
    sal.get(case, 404)
    olu.get(case)
    olu.post(f"{case}/ordinary", {"why": ""}, 422)
    olu.post(f"{case}/ordinary", {"why": "Elle accepte."})
    sal.get(case, 404)  # a second person decides
    ann.post(f"/cases/{case.rsplit('/', 1)[1]}/ordinary/agree")
    sal.get(case)
    olu.post(f"{case}/ordinary", {"why": "Elle accepte encore."}, 422)


def test_who_opened_it_is_shown_to_who_works_it(
    app: Union, cast: Cast, olu: Visitor, ann: Visitor, sal: Visitor, case: str
) -> None:
    sal.get(case)
    assert "Sal" in olu.page(case).select_one("aside").text
    assert "Sal" not in ann.get(case).text
    with app.store.maintaining() as session:
        events = [one.event for one in session.scalars(select(chain.RecordEntry))]
    acts = [(one.by, one.act) for one in events if one.kind == "grievance"]
    assert (cast.ann, chain.Act.CREATED) in acts
    assert (cast.sal, chain.Act.OPENED) in acts


def test_a_note_without_words_is_said(olu: Visitor, case: str) -> None:
    answer = olu.post(f"{case}/notes", {"words": "  "}, 422)
    assert "words-error" in answer.text


@contextmanager
def statements(app: Union) -> Iterator[list[str]]:
    seen: list[str] = []

    def count(_c: object, _k: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", count)
    yield seen
    event.remove(app.store.engine, "before_cursor_execute", count)


@pytest.mark.parametrize("path", ["/grievances", "/grievances?tab=mine", "/grievances?problem=pay", "CASE"])
def test_statements_do_not_grow_with_rows(app: Union, cast: Cast, ann: Visitor, olu: Visitor, path: str) -> None:
    case = case_of(report(ann, problem="pay"))
    olu.post(f"{case}/take")
    address = case if path == "CASE" else path
    olu.get(address)
    with statements(app) as few:
        olu.get(address)
    for _ in range(4):
        other = case_of(report(ann, problem="pay"))
        olu.post(f"{other}/take")
        olu.post(f"{case}/notes", {"words": "Encore."})
    olu.get(address)  # what is new is opened once
    with statements(app) as many:
        olu.get(address)
    assert len(few) == len(many)
    assert (
        len(many) <= 34
    )  # one a panel beside the case: files, sums, tasks, contacts, ties, exposure; the holidays; a claim's sums


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_every_page_in_every_language(olu: Visitor, ann: Visitor, case: str, lang: str) -> None:
    olu.get(f"/grievances?lang={lang}")
    for tail in ("", "/hand-over", "/wait", "/close", "/reopen", "/readers", "/ordinary", "/about"):
        olu.get(case + tail)
    ann.get(f"/grievances?lang={lang}")
    ann.get(case)
    ann.get("/grievances?tab=closed")


@pytest.mark.parametrize(
    "query", ["tab=all", "problem=x", "dates=x", "workplace=x", "page=0", "page=٣", "tab=new&tab=new"]
)
def test_an_address_that_was_not_offered(olu: Visitor, query: str) -> None:
    olu.get(f"/grievances?{query}", 400 if "&" in query else 422)
    olu.get(f"/grievances?workplace={uuid4()}")


def test_filters_count_what_they_show(ann: Visitor, olu: Visitor) -> None:
    for problem in ("pay", "pay", "pace"):
        report(ann, problem=problem)
    assert len(olu.page("/grievances?problem=pay").select("table.rows tbody tr")) == 2
    assert len(olu.page("/grievances?problem=health").select("table.rows tbody tr")) == 0
    assert len(olu.page("/grievances").select("table.rows tbody tr")) == 3
    number = olu.page("/grievances").select_one(".counts a[aria-current] strong")
    assert number.text == "3"


@pytest.fixture(scope="module")
def open_ring(sqlite_template: Path, key_file: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Envelopes without a database: the key ring of a copied state, open in this process."""
    state = tmp_path_factory.mktemp("ring") / "state"
    shutil.copytree(sqlite_template, state)
    open_store(config.read({"UNION_STATE": str(state), "UNION_KEY_FILE": str(key_file)})).engine.dispose()


accounts = st.builds(
    Report,
    problem=st.sampled_from(Problem),
    paper=st.sampled_from(Paper),
    event_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    filed_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)


@given(said=accounts, data=st.data())
def test_two_clocks_are_the_soonest_of_the_open_steps(said: Report, data: st.DataObject, open_ring: None) -> None:
    codes = data.draw(st.lists(st.sampled_from([one.code for one in steps(said)] or ["none"]), unique=True))
    said = dataclasses.replace(said, done=tuple(Done(code, said.event_on, "Olu") for code in codes))
    case = Grievance(stage=Stage.IN_HAND, account=said)
    recount(case)
    left = [one for one in steps(said) if one.code not in codes]
    ours = [one.by.safe_on for one in left if one.by is not None and one.by.bound == "us"]
    theirs = [one.by.legal_on for one in left if one.by is not None and one.by.bound != "us"]
    assert case.due_on == min(ours, default=None)
    assert case.theirs_on == min(theirs, default=None)
    assert case.at_once == any(one.by is None for one in left)
    assert still_open(said) == left
    case.stage = Stage.CLOSED
    recount(case)
    assert (case.due_on, case.theirs_on, case.at_once) == (None, None, False)


def test_a_note_moves_nothing_else(app: Union, olu: Visitor, case: str) -> None:
    before = stored(app, case)
    olu.post(f"{case}/notes", {"words": "Rien de neuf."})
    after = stored(app, case)
    assert (before.version, before.due_on, before.body_sealed) == (after.version, after.due_on, after.body_sealed)
    assert isinstance(after, Case)


def test_a_members_page_shows_the_cases_in_reach(cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor) -> None:
    open_one = case_of(report(ann, problem="pay", about="entrusted", member=str(cast.mina)))
    hidden = case_of(report(ann, problem="health", about="entrusted", member=str(cast.mina)))
    assert hidden not in olu.get(f"/members/{cast.mina}").text
    opened(olu, hidden)
    addresses = {str(link["href"]) for link in olu.page(f"/members/{cast.mina}").select("main a")}
    assert {open_one, hidden, f"/grievances/new?member={cast.mina}"} <= addresses
    addresses = {str(link["href"]) for link in sal.page(f"/members/{cast.mina}").select("main a")}
    assert open_one in addresses
    assert hidden not in addresses
    assert "R-" not in ann.page(f"/members/{cast.mina}").select_one("main").text


def test_a_telephone_is_shown_as_people_dial_it(ann: Visitor, olu: Visitor) -> None:
    said = {"about": "another", "about_name": "Salma", "about_phone": "+212 612-345678"}
    facts = olu.page(case_of(report(ann, **said))).select_one(".facts a[href='tel:+212612345678']")
    assert facts is not None
    assert facts.get_text() == "06 12 34 56 78"


def test_every_act_is_said_on_the_page_that_follows(cast: Cast, olu: Visitor, case: str) -> None:
    olu.get("/account?lang=en")
    olu.post(f"{case}/take")
    assert "This case is yours" in olu.get(case).text
    for act, sent, said in (
        ("notes", {"words": "Vu."}, "The note stands in the timeline."),
        (
            "wait",
            {"whom": "employer", "words": "", "again_on": f"{today():%d/%m/%Y}"},
            "The case waits; its dates run on.",
        ),
        ("close", {"outcome": "won", "words": "Rendu."}, "The case is closed."),
        ("reopen", {"why": "Encore."}, "The case is open again."),
        ("hand-over", {"to": str(cast.sal), "words": ""}, "the case stays where it is until they accept"),
    ):
        if act == "close":
            olu.post(f"{case}/resume")  # the day of asking again would be asked about
        asked = {**sent, "version": version(olu, f"{case}/{act}")} if act != "notes" else sent
        olu.post(f"{case}/{act}", asked)
        assert said in olu.get(case).text, act
    olu.post(f"{case}/confidential")
    assert "Only the people above know" in olu.get(f"{case}/readers").text


@pytest.mark.parametrize("paper", ["badge_stopped", "dismissal_letter", "hearing_summons", "receipt"])
def test_the_strip_and_the_agenda_say_the_same_act(ann: Visitor, olu: Visitor, paper: str) -> None:
    """One order: the soonest safe date first, then what has none."""
    first = {"paper": paper, "when": "another", "event_on": today().strftime("%d/%m/%Y")}
    address = case_of(report(ann, first=first, problem="discipline", about="another", about_name="Omar"))
    page = olu.page(address)
    said = page.select_one("section.next h2")
    line = olu.page("/agenda").select_one(f"main a[href='{address}']")
    assert said is not None
    assert line is not None
    word = said.select_one(".next-word")
    assert word is not None
    word.extract()
    assert said.get_text(strip=True) in line.get_text()
    dates = [
        str(one["datetime"]) for one in page.select("section.next .next-when strong time, .later-steps .state time")
    ]
    assert dates == sorted(dates)
