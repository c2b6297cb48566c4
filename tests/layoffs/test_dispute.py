"""A dispute at the desk: opened, corrected, followed to its end; and who must not see it."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import product

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import event, select

from tests.browsing import Visitor
from tests.cases.ending import answers, ended
from tests.cast import Cast
from tests.layoffs.desk import SAMPLE, basis_confirmed, case_id, csv, dispute, opened, rows, taken, upload
from tests.reading_back import read_back
from union.app import Union
from union.cases.models import CaseEntry, Stage
from union.entitlements.records.facts import Facts, StepDone
from union.entitlements.sums.snapshot import reopened
from union.entitlements.web.facts_form import initial_of
from union.languages.saying import in_language
from union.layoffs.records.models import Layoff, LayoffPerson, LayoffSnapshot
from union.members import tokens
from union.members.models import Employment, Held, Mandate, MandateKind, Member, MemberToken
from union.vault.envelope import encoded
from union.web.locale import today

ALAMI = "7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;02/11/2026"


def typed(facts: Facts, version: int, **changes: str) -> dict[str, str]:
    """The correction form as a browser sends it."""
    shown = {}
    for name, value in initial_of(facts).items():
        if value is None:
            shown[name] = ""
        elif isinstance(value, tuple):
            shown[name] = ", ".join(day.strftime("%d/%m/%Y") for day in value)
        elif isinstance(value, date):
            shown[name] = value.strftime("%d/%m/%Y")
        else:
            shown[name] = str(getattr(value, "value", value))
    return {**shown, "version": str(version), **changes}


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(ALAMI))
    return address


def test_a_correction_changes_the_sum_and_keeps_the_old_one(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    (row,) = rows(app, cast, address)
    person = f"{address}/people/{row.id}"
    olu.get(f"{person}/edit")
    olu.post(f"{person}/edit", typed(row.facts, row.version, monthly_gross="6000,00", leave_days_due="13"))
    (now,) = rows(app, cast, address)
    # 768 h × 6000 / 191 = 24125.65; notice 2 × 6000; leave 13 × 6000 / 26 = 3000.
    assert now.snapshot.minimum == Decimal("24125.65") + Decimal("12000.00") + Decimal("3000.00")
    assert now.facts.corrected == ("monthly_gross", "leave_days_due")
    with app.store.reading(cast.reach("olu")) as session:
        (kept,) = session.scalars(select(LayoffSnapshot)).all()
        assert kept.snapshot == row.snapshot
        assert kept.facts == row.facts
        entries = session.scalars(select(CaseEntry).order_by(CaseEntry.number)).all()
        assert [one.entry.act for one in entries] == ["opened", "list_taken", "corrected"]
        assert "30104.71" in entries[-1].entry.words
    sums = dispute(app, cast, address).matter.taken
    assert sums is not None
    assert sums.minimum == now.snapshot.minimum
    page = olu.get(person).text
    assert "6000" in page.replace("\u202f", "").replace("\xa0", "").replace(".", "")
    olu.post(f"{person}/edit", typed(row.facts, row.version), 409)  # the second editor began from the old row
    olu.post(f"{person}/edit", typed(now.facts, now.version), 422)  # nothing changed
    olu.post(f"{person}/edit", typed(now.facts, now.version, hired_on="31/02/2020"), 422)


def test_what_a_list_says_that_cannot_be_is_out_of_the_sums_and_said(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(ALAMI, "8;Benali;Omar;Employé;01/01/2027;31/12/2026;5000,00;0;;10000,00;"))
    (_right, broken) = rows(app, cast, address)
    assert broken.snapshot.minimum is None
    assert broken.facts.trouble
    olu.get(f"{address}/people/{broken.id}")


def test_what_is_shown_is_what_was_kept(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address)
    for row in rows(app, cast, address):
        found = reopened(row.snapshot.entitlement)
        assert found is not None
        assert sum(line.amount for line in found.compared) == row.snapshot.minimum
        for line in (*found.lines, *found.alternatives):
            for language in ("fr", "ar", "en"):  # the words are said anew, and end with the kept amount
                figure = in_language(line.working(), language).rsplit("= ", 1)[1].replace("\u202f", "").strip("\u2069")
                assert Decimal(figure.replace(",", "") if language == "en" else figure.replace(",", ".")) == line.amount


def test_another_kind_computes_everybody_anew(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    found = dispute(app, cast, address)
    olu.get(f"{address}/edit")
    form = {
        "title": "Fermeture",
        "kind": "closure",
        "trigger": "client_left",
        "announced_on": "",
        "facts": "",
        "version": str(found.version),
    }
    olu.post(f"{address}/edit", form)
    olu.post(f"{address}/edit", form, 409)
    (row,) = rows(app, cast, address)
    calculation = reopened(row.snapshot.entitlement)
    assert calculation is not None
    assert [line.articles for line in calculation.scenarios] == [("ct 41", "ct 70")]


def test_the_first_date_that_runs_out(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    # Signed on Monday 2 November 2026: 60 days end on Friday 1 January 2027, a working day by the decree.
    assert dispute(app, cast, address).due_on == date(2027, 1, 1)
    page = olu.page(address)
    assert page.select_one(".next time")["datetime"] == "2027-01-01"


def test_notes_strategy_and_the_end(app: Union, cast: Cast, olu: Visitor, lex: Visitor, address: str) -> None:
    olu.post(f"{address}/note", {"words": ""}, 422)
    olu.post(f"{address}/note", {"words": "Réunion demandée."})
    olu.post(f"{address}/note", {"words": "Attendre le référé.", "strategy": "y"})
    olu.post(f"{address}/take", {}, 422)  # whoever opens it follows it
    assert "Attendre le référé." in olu.get(address).text
    lex.get(address, 404)
    named = f"{address}/readers"
    offered = [str(one["value"]) for one in olu.page(named).select("select[name=account] option[value]")]
    assert offered == ["", str(cast.lex)], "a delegate has no page of it, an organiser reads it already"
    olu.post(named, {"account": str(cast.ann)}, 422)
    olu.post(named, {"account": str(cast.lex)})
    olu.get(named)
    seen = lex.get(address).text
    assert named not in seen
    assert f"{address}/order" not in seen, "no page of his"
    lex.get(named, 404)
    assert "Réunion demandée." in seen
    assert "Attendre le référé." not in seen
    lex.post(f"{address}/note", {"words": "x"}, 404)
    for path in ("procedure", "agenda", "figures", "papers", "versions"):
        lex.get(f"{address}/{path}")
    olu.post(f"{named}/{cast.lex}/remove", {})
    olu.post(f"{named}/{cast.lex}/remove", {}, 422)
    lex.get(address, 404)
    olu.get(f"{address}/close")
    olu.post(f"{address}/close", answers(olu, address) | {"words": ""}, 422)
    ended(olu, address, words="Accord signé devant l'inspecteur.")
    assert dispute(app, cast, address).stage is Stage.CLOSED
    assert dispute(app, cast, address).due_on is None
    olu.get("/layoffs?stage=closed")
    olu.get(f"{address}/reopen")
    olu.post(f"{address}/reopen", {"why": "Une personne manque."})
    assert dispute(app, cast, address).due_on == date(2027, 1, 1)


def test_who_must_not_see_it(
    app: Union, cast: Cast, ann: Visitor, zed: Visitor, ada: Visitor, sal: Visitor, olu: Visitor, address: str
) -> None:
    (row,) = rows(app, cast, address)
    places = [
        address,
        f"{address}/list",
        f"{address}/print",
        f"{address}/edit",
        f"{address}/close",
        f"{address}/people/{row.id}",
        f"{address}/people/{row.id}/edit",
        f"{address}/people/{row.id}/print",
    ]
    nowhere = "/layoffs/00000000-0000-4000-8000-000000000000"
    for visitor in (ann, zed, ada):
        visitor.get("/layoffs", 403)
        for place in places:
            assert visitor.get(place, 404).data == visitor.get(nowhere, 404).data
    other = opened(sal, cast, workplace=str(cast.there))
    assert olu.get(other, 404).data == olu.get(nowhere, 404).data
    assert other.rsplit("/", 1)[1] not in olu.get("/layoffs").text
    olu.get(f"{other}/people/{row.id}", 404)
    sal.get(f"{other}/people/{row.id}", 404)  # somebody of another list
    upload(olu, other, SAMPLE.read_bytes(), status=404)
    assert rows(app, cast, other) == []
    for reach in ("ann", "zed", "ada", "lex"):
        assert rows(app, cast, address, reach) == []


def known(app: Union, member_id: object, number: str, family: str, given: str, *, mandate: bool = False) -> None:
    """Make one of the cast somebody of the list."""
    with app.store.maintaining() as session:
        member = session.get_one(Member, member_id)
        member.identity = dataclasses.replace(member.identity, family_name=family, given_name=given)
        employment = session.scalars(select(Employment).where(Employment.member_id == member.id)).one()
        employment.terms = dataclasses.replace(employment.terms, employee_number=number)
        session.add(MemberToken(member_id=member.id, token=tokens.number(employment.workplace_id, number)))
        if mandate:
            held = Held(MandateKind.DELEGATE_ALTERNATE, date(2024, 1, 1))
            session.add(
                Mandate(
                    employment_id=employment.id, workplace_id=employment.workplace_id, member_id=member.id, held=held
                )
            )


def test_members_are_matched_and_their_mandates_protect(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    known(app, cast.mina, "1401", "Ouahbi", "Salma", mandate=True)
    known(app, cast.omar, "1402", "Autre", "Personne")  # the number of the list under another name
    known(app, cast.rita, "1403", "Oubella", "Ayoub")  # right, but out of reach
    address = opened(olu, cast)
    taken(olu, address)
    people = {one.facts.employee_number: one for one in rows(app, cast, address)}
    assert people["1401"].facts.member_id == cast.mina
    columns = {one.name for one in LayoffPerson.__table__.columns} - {"id", "case_id", "workplace_id", "position"}
    assert columns == {
        "facts_sealed",
        "snapshot_sealed",
        "version",
    }  # beside the employer's list, a dump must not say who is known
    line = people["1403"].facts
    assert len(encoded(line)) == len(encoded(dataclasses.replace(line, member_id=cast.mina)))  # nor may the length
    assert people["1401"].facts.mandate == "in_office"
    assert not people["1402"].facts.known
    assert not people["1403"].facts.known
    page = olu.page(f"{address}?show=protected")
    assert len(page.select("table.rows tbody tr")) == 3  # two of the list itself, and Salma
    olu.get(f"{address}/people/{people['1401'].id}")


def test_without_a_legal_basis_only_the_known_are_kept(app: Union, cast: Cast, olu: Visitor) -> None:
    known(app, cast.mina, "1401", "Ouahbi", "Salma")
    address = opened(olu, cast)
    assert "09-08" in olu.get(f"{address}/list").text
    upload(olu, address, SAMPLE.read_bytes())
    waiting = dispute(app, cast, address).matter.pending
    assert waiting is not None
    assert waiting.left_out == 47
    assert b"Lahlou" not in app.files.get(waiting.file_id)  # not even until it is taken
    assert "Lahlou" not in olu.get(f"{address}/list/preview").text
    olu.post(f"{address}/list/take")
    assert [one.facts.employee_number for one in rows(app, cast, address)] == ["1401"]
    olu.get(f"{address}/print", 422)  # on paper it would be a list of who is known


def leaving(olu: Visitor, address: str) -> dict[str, object]:
    """Everything of a whole list that an employer may come to see, but for the hour at which a file was made."""
    found: dict[str, object] = {lang: olu.get(f"{address}/print?lang={lang}").data for lang in ("fr", "ar", "en")}
    answer = olu.post(f"{address}/out", {"what": "employer", "why": "Comptage"}, 200)
    found["name"] = answer.headers["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(answer.data)) as book:
        names = [one.filename for one in book.infolist()]
        found |= {"parts": names, **{one: book.read(one) for one in names if one != "docProps/core.xml"}}
    for paper, said_in in product(("delegate", "defects"), ("fr", "ar")):
        found[f"{paper} {said_in}"] = read_back(olu.get(f"{address}/paper?paper={paper}&in={said_in}").data)
    return found


def test_no_row_for_the_employer_tells_who_is_known_or_who_spoke(app: Union, cast: Cast, olu: Visitor) -> None:
    """Facts corrected and completed, payslips, readings and papers of one's own, a mandate of our register, a newer
    list."""
    basis_confirmed(app)
    listed = SAMPLE.read_bytes() + b"1448;Vide;Ali;Cadre;;31/12/2026;5000;0;;2;9000;\r\n"
    address = opened(olu, cast)
    taken(olu, address, listed)
    olu.post(f"{address}/note", {"words": "Stratégie secrète", "strategy": "y"})
    before = leaving(olu, address)
    known(app, cast.mina, "1401", "Ouahbi", "Salma", mandate=True)
    taken(olu, address, listed)
    hers, his, third, *_, lacking = rows(app, cast, address)[1:]
    assert (hers.facts.mandate, lacking.snapshot.minimum) == ("in_office", None)
    person = f"{address}/people/"
    told = typed(
        hers.facts, hers.version, hired_on="03/03/2009", left_on="02/11/2026", monthly_gross="12000", offered=""
    )
    olu.post(f"{person}{hers.id}/edit", told)
    olu.post(f"{person}{lacking.id}/edit", typed(lacking.facts, lacking.version, hired_on="01/02/2015"))
    own = {"years": "pro_rata", "wage": "", "bonuses": "", "term": "", "version": str(his.version)}
    olu.post(f"{person}{his.id}/switches", own)
    olu.post(f"{person}{third.id}/payslips", {"m0_base": "9000", "version": str(third.version)})
    with app.store.maintaining() as session:
        for row in session.scalars(select(LayoffPerson).where(LayoffPerson.position % 2 == 0)):
            row.facts = dataclasses.replace(row.facts, steps={"heard": StepDone(False)})
    taken(olu, address, listed)  # what was corrected goes over
    assert sum(one.facts.listed is not None for one in rows(app, cast, address)) == 3
    after = leaving(olu, address)
    assert after.keys() == before.keys()
    assert [what for what, held in before.items() if after[what] != held] == []
    assert not any(
        "Stratégie" in str(held) or "Stratégie".encode() in held for held in before.values() if isinstance(held, bytes)
    )
    printed = BeautifulSoup(bytes(before["fr"]), "html.parser")  # type: ignore[call-overload]  # it is bytes
    numbers = [row.select("td")[1].get_text(strip=True) for row in printed.select("tbody tr")]
    assert numbers == [str(number) for number in range(1400, 1449)]
    assert not printed.select("form, input")


def test_figures_are_equal_in_french_and_arabic(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address)
    person = f"{address}/people/{rows(app, cast, address)[0].id}"
    for place in (address, person, f"{person}/print", f"{address}/print", "/layoffs"):
        figures = [
            [
                "".join(filter(str.isdigit, one.get_text()))
                for one in olu.page(f"{place}?lang={language}").select(".money, .paper-table .col-money")
            ]
            for language in ("fr", "ar", "en")
        ]
        assert figures[0] == figures[1] == figures[2]
        assert figures[0]
    # A formula of Arabic words reads from the right, its figures from the left: turned round, it would be another one.
    formulas = olu.page(f"{person}?lang=ar").select(".working .formula bdi")
    turned = {one.get("dir") for one in formulas if re.search("[\u0620-\u064a]", one.get_text())}
    assert turned == {None}
    assert {one.get("dir") for one in formulas} == {None, "ltr"}


def test_statements_do_not_grow_with_the_list(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    short, long = opened(olu, cast), opened(olu, cast)
    taken(olu, short, csv(ALAMI, ALAMI.replace("7;Alami", "8;Bennis")))
    taken(olu, long)
    counted: list[int] = []
    statements: list[str] = []
    event.listen(app.store.engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    for place in (short, long):
        row = rows(app, cast, place)[0]
        for page in (place, f"{place}/print", f"{place}/people/{row.id}", "/layoffs"):
            statements.clear()
            olu.get(page)
            counted.append(len(statements))
    assert counted[:2] == counted[4:6]
    assert counted[3] == counted[7]
    assert abs(counted[2] - counted[6]) <= 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"left_on": "01/01/1990"}, "left_on"),
        ({"signed_on": f"{today() + timedelta(days=9):%d/%m/%Y}"}, "signed_on"),  # a run may go on past midnight
        ({"monthly_net": "999999"}, "monthly_net"),
    ],
)
def test_a_correction_to_what_cannot_be_is_refused(
    app: Union, cast: Cast, olu: Visitor, address: str, wrong: dict[str, str], field: str
) -> None:
    before = rows(app, cast, address)[0]
    path = f"{address}/people/{before.id}/edit"
    answer = olu.post(path, typed(before.facts, before.version, **wrong), 422)
    assert f'id="{field}-error"' in answer.text
    after = rows(app, cast, address)[0]
    assert (after.facts, after.snapshot) == (before.facts, before.snapshot)
    olu.get("/account?lang=en")
    olu.post(path, typed(before.facts, before.version, offered="1000"))
    assert "the sum computed again" in olu.get(path.removesuffix("/edit")).text


def test_every_act_on_a_dispute_is_said_on_the_page_that_follows(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    olu.get("/account?lang=en")
    address = opened(olu, cast)

    def said() -> str:
        found = olu.page(address).select_one("[role=status], .flash, .note-done")
        return found.get_text() if found else ""

    with app.store.maintaining() as session:
        session.get_one(Layoff, case_id(address)).handled_by = None  # as its handler's account was closed
    olu.post(f"{address}/take")
    assert "This case is yours." in said()
    olu.post(f"{address}/note", {"words": "Réunion demandée."})
    assert "The note stands in the timeline." in said()
    ended(olu, address, words="Tout le monde a signé au minimum.")
    assert "The dispute is closed." in said()
    olu.post(f"{address}/reopen", {"why": "Deux recours."})
    assert "open again" in said()
