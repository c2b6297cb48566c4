"""The page of the record: who may read it, in words, page by page, and what it keeps back."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.home.filling import case
from tests.layoffs import desk
from tests.layoffs.desk import opened
from tests.scene import LIST, furnish
from tests.test_access import addresses, ask, rules
from tests.workplaces.test_pages import statements
from union import features
from union.app import Union
from union.cases.models import Case, CaseParty
from union.home.record_lines import SHOWN
from union.members.models import Member
from union.record import chain
from union.record.chain import CASES, PARTS, Act, Event, RecordEntry


def _note(
    app: Union, act: Act, times: int, by: object = None, kind: str = "workplace", subject: object = None, **case: UUID
) -> None:
    with app.store.maintaining() as session:
        for _ in range(times):
            chain.note(session, by, act, kind, subject, **case)  # type: ignore[arg-type]  # ids of the cast


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_it_reads_in_every_language(app: Union, sal: Visitor, cast: Cast, language: str) -> None:
    _note(app, Act.CHANGED, 1, cast.olu, "workplace", cast.here)
    text = sal.get(f"/record?lang={language}").text
    assert "Anfa" in text
    assert "Olu" in text


def test_the_code_of_a_case_stays_on_one_line(sal: Visitor, olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast)
    code = sal.page("/record").select_one(f"td a[href='{address}'] bdi")
    assert code is not None
    assert (code["class"], code["dir"]) == (["code"], "ltr")


def test_only_the_secretariat_reads_it(olu: Visitor, ann: Visitor, lex: Visitor, ada: Visitor) -> None:
    for visitor in (olu, ann, lex, ada):
        visitor.get("/record", 403)


def test_page_by_page_nothing_is_missed(app: Union, sal: Visitor, cast: Cast) -> None:
    _note(app, Act.CHANGED, SHOWN + 20, cast.olu, "workplace", cast.here)
    seen, path = 0, "/record?act=changed"
    while path:
        soup = sal.page(path)
        seen += len(soup.select("tbody tr"))
        older = soup.select_one("a[rel=next]")
        path = str(older["href"]) if older else ""
    assert seen == SHOWN + 20


def test_a_filter_shows_its_act_alone(app: Union, sal: Visitor, cast: Cast) -> None:
    _note(app, Act.CHANGED, 3, cast.olu, "workplace", cast.here)
    _note(app, Act.EXPORTED, 2, cast.sal, "member", None)
    assert len(sal.page("/record?act=exported").select("tbody tr")) == 2
    sal.get("/record?act=nonsense", 422)
    sal.get("/record?before=x", 422)
    sal.get("/record?before=%D9%A3", 422)


features.connect()


@pytest.mark.parametrize("kind", sorted(CASES | PARTS))
def test_a_confidential_case_leaves_no_trace_for_whoever_it_does_not_name(
    app: Union, sal: Visitor, cast: Cast, kind: str
) -> None:
    _note(app, Act.CHANGED, SHOWN + 5, cast.olu, "workplace", cast.here)
    before = [_content(sal, path) for path in ("/record", "/record?act=changed", "/")]
    _note(app, Act.CHANGED, 1, cast.olu, kind, cast.mina, case=cast.mina)
    assert [_content(sal, path) for path in ("/record", "/record?act=changed", "/")] == before


def test_an_entry_of_before_its_case_was_written_down_is_shown_only_with_its_row(
    app: Union, sal: Visitor, cast: Cast
) -> None:
    before = _content(sal, "/record")
    for kind in sorted(PARTS):
        old = Event(cast.olu, Act.OPENED, kind, cast.mina, datetime.now(UTC))
        with app.store.maintaining() as session:
            session.info["record"] = [old]
    assert _content(sal, "/record") == before


def test_what_hangs_on_a_case_says_on_which(app: Union, cast: Cast) -> None:
    for kind in PARTS:
        with pytest.raises(ValueError, match=kind), app.store.maintaining() as session:
            chain.note(session, cast.olu, Act.OPENED, kind, cast.mina)


OF_A_CASE = {
    "case_id",
    "person_id",
    "receipt_id",
    "dismissal_id",
    "file_id",
    "intake_id",
    "letter_id",
    "bundle_id",
    "mail_id",
    "joined_id",
}


def test_every_page_and_act_of_a_confidential_dispute_is_kept_from_the_secretariat(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor, ann: Visitor, lex: Visitor
) -> None:
    """Also once its rows are gone; and made ordinary again, every line is there."""
    scene = furnish(app, cast)
    ids = {value for name, value in scene.here.items() if name.endswith("case_id")}
    _kept_to(app, cast, ids)
    before = _content(sal, "/record")
    for rule in rules(app):
        if rule.arguments & OF_A_CASE:
            path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            for visitor in (olu, lex):
                for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                    ask(visitor, method, path)
    dispute = f"/layoffs/{scene.here['layoffs.case_id']}"
    typed = {"family_name": "Alami", "given_name": "Sara", "pay_kind": "net", "agreed": "y"}
    ann.post(f"/intake/{scene.here['intake_id']}", typed)
    desk.taken(olu, dispute, LIST.replace(b"6000", b"6100"))  # the people of before are gone, and so are their rows
    assert _content(sal, "/record") == before
    kinds = _kinds(app, cast)
    assert kinds >= PARTS
    _made_ordinary(app, ids)
    shown = _all_of(sal, "/record?lang=en")
    for said in ("A person of a dispute", "Dismissal letter", "A signed paper", "Court file", "Layoff dispute"):
        assert said in shown, said


def _kept_to(app: Union, cast: Cast, ids: set[UUID]) -> None:
    """These cases name Olu and Lex, and nobody else knows of them."""
    with app.store.maintaining() as session:
        for case in session.scalars(select(Case).where(Case.id.in_(ids))):
            case.confidential, case.reported_by, case.handled_by = True, cast.olu, cast.olu
            named = {one.account_id for one in session.scalars(select(CaseParty).where(CaseParty.case_id == case.id))}
            if cast.lex not in named:
                session.add(CaseParty(case_id=case.id, workplace_id=cast.here, account_id=cast.lex))


def _made_ordinary(app: Union, ids: set[UUID]) -> None:
    with app.store.maintaining() as session:
        for case in session.scalars(select(Case).where(Case.id.in_(ids))):
            case.confidential = False


def _kinds(app: Union, cast: Cast) -> set[str]:
    with app.store.reading(cast.reach("sal")) as session:
        return {entry.event.kind for entry in session.scalars(select(RecordEntry))}


def test_that_a_lawyer_read_a_member_tells_nobody_of_a_confidential_case(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor, lex: Visitor
) -> None:
    """Neither by a line on the member's page nor by one less of the others."""
    hidden = case(
        app, "R-HIDE", cast.here, cast.ann, member=cast.mina, employment=cast.mina_employment, confidential=True
    )
    with app.store.maintaining() as session:
        session.add(CaseParty(case_id=hidden, workplace_id=cast.here, account_id=cast.lex))
    for _ in range(60):
        _note(app, Act.CHANGED, 1, cast.olu, "member", cast.mina)

    lex.get(f"/members/{cast.mina}")
    history = olu.page(f"/members/{cast.mina}").select_one(".history")
    assert "Lex" not in history.get_text()  # type: ignore[union-attr]  # it is there
    assert "Lex" not in sal.page("/record").select_one("main").get_text()  # type: ignore[union-attr]  # it is there
    with app.store.reading(cast.reach("olu")) as session:
        told = chain.about(session, session.get_one(Member, cast.mina))
    assert len(told) == 50
    assert cast.lex not in {one.by for one in told}
    _made_ordinary(app, {hidden})
    history = olu.page(f"/members/{cast.mina}").select_one(".history")
    assert "Lex" in history.get_text()  # type: ignore[union-attr]  # it is there


def _all_of(visitor: Visitor, path: str) -> str:
    """The record back to its beginning, page by page."""
    page, shown = visitor.page(path), ""
    while (further := page.find("a", string="Further back")) is not None:
        shown += page.get_text(" ")
        page = visitor.page(str(further["href"]))
    return shown + page.get_text(" ")


def _content(visitor: Visitor, path: str) -> str:
    """A page without its form tokens, which differ at every rendering."""
    soup = visitor.page(path)
    for token in soup.select("input[type=hidden]"):
        token.decompose()
    return str(soup)


def test_as_many_statements_for_many_entries(app: Union, sal: Visitor, cast: Cast) -> None:
    counted = []
    for times in (1, 60):
        _note(app, Act.CHANGED, times, cast.olu, "workplace", cast.here)
        with statements(app) as asked:
            sal.get("/record")
        counted.append(len(asked))
    assert counted[0] == counted[1]
