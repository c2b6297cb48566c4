"""A wild closure: one action, 72 hours, evidence, and people taken in at the gate who are read by nobody but who
works it."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.ending import ended
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, case_id, csv, dispute, rows, taken
from tests.layoffs.test_outsiders import closed
from tests.test_housekeeping import hand
from union.app import Union
from union.cases.models import Case
from union.closures.models import GatePerson, Intake, TakenIn, Task, of_dispute
from union.closures.tasks import HOURS, PIECES, TASKS, due_at
from union.entitlements.records.contents import Situation
from union.jobs.housekeeping import expire
from union.layoffs.records.contents import Trigger
from union.layoffs.records.models import Layoff
from union.record.chain import Act, RecordEntry
from union.store.reach import Unreachable
from union.web.locale import CASABLANCA, today

YESTERDAY = today() - timedelta(days=1)
SARA = {
    "family_name": "Alami",
    "given_name": "Sara",
    "phone": "0612345678",
    "job": "Téléconseillère",
    "hired_on": "15/03/2019",
    "pay": "5200",
    "pay_kind": "net",
    "agreed": "y",
}


def begun(desk: Visitor, cast: Cast, **changes: str) -> str:
    typed = {
        "workplace": str(cast.here),
        "closed_on": f"{YESTERDAY:%d/%m/%Y}",
        "hour": "8h30",
        "trigger": "client_left",
        "facts": "Portes fermées lundi matin.",
    }
    return desk.post("/closures/new", typed | changes).location.removesuffix("/closure")


def gate(app: Union, cast: Cast, address: str) -> str:
    with app.store.reading(cast.reach("sal")) as session:
        return f"/intake/{session.scalars(select(Intake).where(Intake.case_id == case_id(address))).one().id}"


@pytest.fixture
def place(cast: Cast, olu: Visitor) -> str:
    return begun(olu, cast)


def test_one_action_opens_the_dispute_its_hours_and_its_gate(app: Union, cast: Cast, olu: Visitor, place: str) -> None:
    matter = dispute(app, cast, place).matter
    assert (matter.kind, matter.trigger, matter.announced_on) == (Situation.CLOSURE, Trigger.CLIENT_LEFT, YESTERDAY)
    assert "Anfa" in matter.title
    page = olu.page(f"{place}/closure")
    assert len(page.select("#tasks li")) == len(TASKS)
    assert len(page.select("#evidence li")) == len(PIECES)
    olu.get(gate(app, cast, place))
    assert f'href="{place}/closure"' in olu.get(place).text  # hung on the dispute


def test_each_task_has_its_hour_within_the_seventy_two(app: Union, cast: Cast, olu: Visitor, place: str) -> None:
    with app.store.reading(cast.reach("olu")) as session:
        plan = session.scalars(of_dispute(case_id(place))).one().plan
    began = datetime(YESTERDAY.year, YESTERDAY.month, YESTERDAY.day, 8, 30, tzinfo=CASABLANCA)
    assert plan.began_at == began
    assert plan.closed_on == YESTERDAY
    hours = [(due_at(plan, one) - began).total_seconds() / 3600 for one in TASKS]
    assert hours == sorted(hours)
    assert hours[-1] == HOURS == 72
    assert set(TASKS) == set(Task)
    first = olu.page(f"{place}/closure").select_one("#tasks li")
    assert first is not None
    assert "10:30" in first.text  # two hours on, in the hour of Casablanca


def test_a_task_is_ticked_once_recorded_and_taken_back(app: Union, cast: Cast, olu: Visitor, place: str) -> None:
    for _ in range(2):
        olu.post(f"{place}/closure/tick", {"task": "bailiff", "done": "yes"})
    page = olu.page(f"{place}/closure")
    assert len(page.select("#tasks .state-done")) == 1
    timeline = olu.get(f"{place}?lang=en").text
    assert timeline.count("Done: Have a bailiff record the closure") == 1
    olu.post(f"{place}/closure/tick", {"task": "bailiff", "done": "no"})
    assert "Not done after all: Have a bailiff record the closure" in olu.get(place).text
    assert not olu.page(f"{place}/closure").select("#tasks .state-done")
    olu.post(f"{place}/closure/tick", {"task": "coffee", "done": "yes"}, 422)
    with app.store.reading(cast.reach("sal")) as session:
        notes = [one.event.note for one in session.scalars(select(RecordEntry))]
    assert notes.count("ticked_bailiff") == 1


def test_the_evidence_is_written_down_and_an_overtaken_edit_shows_both(olu: Visitor, sal: Visitor, place: str) -> None:
    form = olu.page(f"{place}/closure/evidence")
    version = form.select_one("input[name=version]")
    assert version is not None
    typed = {f"{one.value}_held": "missing" for one in PIECES} | {"version": str(version["value"])}
    olu.post(f"{place}/closure/evidence", typed | {"bailiff_held": "held", "bailiff_where": "Étude, dossier 12"})
    shown = olu.page(f"{place}/closure").select_one("#evidence")
    assert shown is not None
    assert "Étude, dossier 12" in shown.text
    assert str(len(PIECES) - 1) in shown.text
    sal.post(f"{place}/closure/evidence", typed, 409)


def test_a_delegate_takes_in_one_after_another_and_reads_his_own_only(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, zed: Visitor, lex: Visitor, place: str
) -> None:
    at = gate(app, cast, place)
    assert at in ann.get("/").text  # on his first page
    olu.post(at, SARA | {"family_name": "Tazi", "given_name": "Nour"})
    answer = ann.post(at, SARA)
    assert answer.location == at  # the next blank form at once
    ann.post(at, SARA | {"family_name": "Bennis", "given_name": "Karim", "pay": "", "hired_on": "", "phone": ""})
    page = ann.page(at)
    assert "Alami" in page.text
    assert "Bennis" in page.text
    assert "Tazi" not in page.text
    assert "2" in str(page.select_one("main")).split("</h1>")[1][:400]
    assert all(not one.get("value") for one in page.select("#main-form input[type=text], #main-form input[type=tel]"))
    assert "5200" not in page.text  # what he wrote is not read back
    for path in (place, f"{place}/closure", f"{place}/closure/evidence"):
        ann.get(path, 404)
    for visitor in (zed, lex):
        visitor.get(at, 404)
        assert visitor.client.post(at, data={"csrf_token": visitor._csrf(), **SARA}).status_code == 404
    with app.store.reading(cast.reach("ann")) as session:
        assert {one.person.family_name for one in session.scalars(select(TakenIn))} == {"Alami", "Bennis"}
        assert session.scalars(select(Case)).all() == []


def test_a_double_tap_is_one_person(app: Union, cast: Cast, ann: Visitor, place: str) -> None:
    at = gate(app, cast, place)
    for _ in range(2):
        ann.post(at, SARA, once="a" * 22)
    ann.post(at, SARA | {"family_name": "Other"}, 409, once="a" * 22)
    with app.store.reading(cast.reach("ann")) as session:
        assert len(session.scalars(select(TakenIn)).all()) == 1


def own_entry(visitor: Visitor, at: str) -> str:
    """Where the first of one's own entries is struck out, or counted again."""
    found = visitor.page(at).select_one(f"form[action^='{at}/people/']")
    assert found is not None
    return str(found["action"])


def test_a_delegate_strikes_out_what_he_wrote_by_mistake_and_the_organiser_sees_it(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, place: str
) -> None:
    at = gate(app, cast, place)
    ann.post(at, SARA)
    entry = own_entry(ann, at)
    for _ in range(2):  # told twice it is one act
        ann.post(entry, {"back": "yes"})
    mine = ann.page(f"{at}?lang=en")
    assert "nobody taken in by you yet" in mine.text
    struck = mine.select_one("s")
    assert struck is not None
    assert "Alami" in struck.text
    page = olu.page(f"{place}/closure?lang=en")
    people = page.select_one("#people")
    assert people is not None
    assert "0 people · 1 struck out" in " ".join(people.get_text(" ").split())
    assert "Alami" in people.get_text()
    assert "Struck out by who wrote it down" in people.get_text()
    assert page.select_one("form[action$='/closure/list']") is None
    olu.post(f"{place}/closure/list", {}, 422)
    assert rows(app, cast, place) == []
    ann.post(entry, {"back": "no"})
    olu.post(f"{place}/closure/list")
    assert [one.facts.family_name for one in rows(app, cast, place)] == ["Alami"]
    with app.store.reading(cast.reach("sal")) as session:
        entries = session.scalars(select(RecordEntry).order_by(RecordEntry.sequence))
        said = [one.event.note for one in entries if one.event.kind == "taken_in"]
    assert [one for one in said if one] == ["taken back", "counted again"]


def test_nobody_strikes_out_what_another_wrote_nor_after_the_gate_was_closed(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor, zed: Visitor, place: str
) -> None:
    at = gate(app, cast, place)
    ann.post(at, SARA)
    entry = own_entry(ann, at)
    for visitor in (olu, sal, zed):
        visitor.post(entry, {"back": "yes"}, 404)
    ann.post(entry, {"back": "perhaps"}, 422)
    ann.post(entry, {}, 422)
    olu.post(at, SARA | {"family_name": "Tazi"})
    own = own_entry(olu, at)
    olu.post(f"{place}/closure/gate", {"open": "no"})
    ann.post(entry, {"back": "yes"}, 404)
    olu.post(own, {"back": "yes"}, 422)
    with app.store.reading(cast.reach("sal")) as session:
        assert [one.person.taken_back_at for one in session.scalars(select(TakenIn))] == [None, None]


def test_what_is_wrong_is_said_and_stays_as_typed(app: Union, cast: Cast, ann: Visitor, place: str) -> None:
    at = gate(app, cast, place)
    for wrong in (
        {"agreed": ""},
        {"family_name": " "},
        {"hired_on": "31/02/2020"},
        {"pay": "beaucoup"},
        {"phone": "12"},
    ):
        sent = {key: value for key, value in (SARA | wrong).items() if value or key != "agreed"}
        answer = ann.post(at, sent, 422)
        assert "Téléconseillère" in answer.text
    page = ann.page(at)
    form = page.select_one("#main-form")
    assert form is not None
    assert form.has_attr("data-draft")  # nothing is lost when the network goes
    with app.store.reading(cast.reach("ann")) as session:
        assert session.scalars(select(TakenIn)).all() == []


def test_the_intake_becomes_the_list_with_its_sums(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, place: str
) -> None:
    at = gate(app, cast, place)
    ann.post(at, SARA)
    ann.post(at, SARA)  # a second form of the same person
    ann.post(at, SARA | {"family_name": "El Fassi", "given_name": "Omar", "hired_on": "02/03/2020"})
    ann.post(at, SARA | {"family_name": "Bennis", "given_name": "Karim", "pay": ""})
    page = olu.page(f"{place}/closure")
    assert len(page.select("#people tbody tr")) == 4
    olu.post(f"{place}/closure/list")
    found = rows(app, cast, place)
    assert [row.facts.name for row in found] == ["Alami Sara", "El Fassi Omar", "Bennis Karim"]
    # Omar's name is a member's, and nothing else of him: somebody has to say it, and nobody loses their line by that.
    assert not any(row.facts.known for row in found)
    (asked,) = dispute(app, cast, place).matter.namesakes
    assert (asked.line_id, asked.member_id, asked.same) == (found[1].id, cast.omar, None)
    control = f"pair_{asked.line_id.hex}_{asked.member_id.hex}"
    for said, known in (("different", [False, False, False]), ("same", [False, cast.omar, False])):
        olu.post(f"{place}/members", {control: said, "version": str(dispute(app, cast, place).version)})
        assert [row.facts.known and row.facts.member_id for row in rows(app, cast, place)] == known
    assert found[0].snapshot.minimum is not None
    assert found[0].facts.left_on == YESTERDAY
    assert found[2].snapshot.minimum is None  # no pay said: listed, and left out of the sums
    taken_list = dispute(app, cast, place).matter.taken
    assert taken_list is not None
    assert (taken_list.people, taken_list.whole, taken_list.left_uncomputed) == (3, False, 1)
    assert taken_list.minimum == found[0].snapshot.minimum + (found[1].snapshot.minimum or 0)
    assert not olu.page(f"{place}/closure").find_all(string=re.compile("pas sur la liste"))
    olu.post(f"{place}/closure/list", status=422)  # nobody new
    ann.post(at, SARA | {"family_name": "Chraibi"})
    olu.post(f"{place}/closure/list")
    assert [row.position for row in rows(app, cast, place)] == [1, 2, 3, 4]


def test_nobody_is_added_to_the_employers_own_list(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, place: str
) -> None:
    basis_confirmed(app)
    line = "7;Alami;Sara;Employé;15/03/2019;31/12/2026;5000,00;0;;10000,00;"
    taken(olu, place, csv(line))
    at = gate(app, cast, place)
    ann.post(at, SARA)
    ann.post(at, SARA | {"family_name": "Bennis"})
    olu.post(f"{place}/closure/list", status=422)
    assert len(rows(app, cast, place)) == 1
    page = olu.page(f"{place}/closure?lang=en")
    lines = {one.th.text.split("\n")[0].strip(): one.text for one in page.select("#people tbody tr") if one.th}
    assert "No. 1" in lines["Alami Sara"]
    assert "not on the list" in lines["Bennis Sara"]


def test_a_closed_gate_and_a_closed_dispute_take_nobody_in(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, place: str
) -> None:
    at = gate(app, cast, place)
    ann.get(at)
    olu.post(f"{place}/closure/gate", {"open": "no"})
    ann.get(at, 404)
    assert at not in ann.get("/").text
    olu.post(at, SARA, 422)
    olu.post(f"{place}/closure/gate", {"open": "yes"})
    ann.post(at, SARA)
    ended(olu, place, words="Accord signé.")
    olu.post(f"{place}/closure/tick", {"task": "bailiff", "done": "yes"}, 422)


def test_a_delegate_opens_no_gate_and_writes_in_nobodys_name(app: Union, cast: Cast, olu: Visitor, place: str) -> None:
    with app.store.reading(cast.reach("sal")) as session:
        row = session.scalars(select(Intake)).one()
        intake, workplace = row.id, row.workplace_id
    person = GatePerson("A", "B", datetime(2026, 11, 2, 9, tzinfo=CASABLANCA), "Olu")
    with app.store.reading(cast.reach("ann")) as session:
        session.get_one(Intake, intake).open = False
        with pytest.raises(Unreachable):
            session.flush()
    with app.store.reading(cast.reach("ann")) as session:
        session.add(TakenIn(intake_id=intake, workplace_id=workplace, account_id=cast.olu, person=person))
        with pytest.raises(Unreachable):
            session.flush()


@pytest.mark.parametrize("changes", [{"hour": "25:00"}, {"closed_on": "01/01/2099"}, {"workplace": ""}, {"hour": ""}])
def test_a_closure_that_cannot_be_is_refused(olu: Visitor, cast: Cast, changes: dict[str, str]) -> None:
    typed = {
        "workplace": str(cast.here),
        "closed_on": f"{YESTERDAY:%d/%m/%Y}",
        "hour": "8:30",
        "trigger": "other",
        "facts": "",
    }
    olu.post("/closures/new", typed | changes, 422)


def test_the_hours_of_a_dispute_begin_once(olu: Visitor, ann: Visitor, place: str) -> None:
    olu.post(f"{place}/closure/begin", {"closed_on": f"{YESTERDAY:%d/%m/%Y}", "hour": "9:00"}, 422)
    ann.get("/closures/new", 403)


def test_people_taken_in_go_with_the_others_once_their_time_is_over(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, place: str
) -> None:
    ann.post(gate(app, cast, place), SARA)
    ended(olu, place, words="Accord signé.")
    expire(hand(app))
    with app.store.reading(cast.reach("ann")) as session:
        assert len(session.scalars(select(TakenIn)).all()) == 1  # closed today: their time is not over
    closed(app, place, timedelta(days=1))
    with app.store.maintaining() as session:
        kept = session.scalars(select(Layoff)).one()
        kept.matter = dataclasses.replace(kept.matter, outsiders_gone_on=today())
    expire(hand(app))
    with app.store.reading(cast.reach("ann")) as session:
        assert session.scalars(select(TakenIn)).all() == []
    with app.store.reading(cast.reach("sal")) as session:
        found = [one.event for one in session.scalars(select(RecordEntry))]
    assert sum(one.act is Act.REMOVED and one.kind == "intake" for one in found) == 1
    expire(hand(app))  # a second time there is nothing to do
