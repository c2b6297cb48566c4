"""A signed paper at the desk: its conditions, its sixty days, the denunciation that stops them, and who may see it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import acts_of, dates_of, due_on, grievance, words
from tests.cast import Cast
from union.app import Union
from union.cases.dates import CaseDate
from union.grievances.models import Paper
from union.law.dates.deadlines import Rule, deadline
from union.papers.receipts.models import Receipt
from union.record import chain
from union.web.locale import today

SIGNED = today() - timedelta(days=10)
SAFE = deadline(Rule.RECEIPT_DENUNCIATION, SIGNED).safe_on


def typed(day: date) -> str:
    return day.strftime("%d/%m/%Y")


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    return grievance(app, cast, Paper.OTHER_PAPER, today() - timedelta(days=400), "lex")


def written(desk: Visitor, case: UUID, **changed: str) -> str:
    """The address of a paper that was written down."""
    facts = {"kind": "receipt", "signed_on": typed(SIGNED), "left_on": typed(SIGNED), "amount": "12000"}
    return desk.post(f"/cases/{case}/receipts/new", facts | changed).location.removesuffix("/questions")


def kept(app: Union, cast: Cast, address: str) -> Receipt:
    with app.store.reading(cast.reach("sal")) as session:
        row = session.get_one(Receipt, UUID(address.rsplit("/", 1)[1]))
        assert row.signed
        session.expunge(row)
        return row


def change(desk: Visitor, address: str, page: str, data: dict[str, str], status: int = 302) -> object:
    version = desk.page(f"{address}/{page}").select_one("input[name=version]")
    assert version is not None
    return desk.post(f"{address}/{page}", {**data, "version": str(version["value"])}, status)


def test_its_sixty_days_are_the_date_of_the_case(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    assert due_on(app, cast, case) is None
    address = written(olu, case)
    assert due_on(app, cast, case) == SAFE
    shown = words(olu, address)
    assert "article 75" in shown or "art. 75" in shown
    assert "vérifié dans le texte" in shown
    assert "Cass. soc. 2023, numéro non trouvé" in shown
    assert "par une décision ou une autre source secondaire" in shown
    assert olu.page("/agenda").select_one(f".agenda time[datetime='{SAFE.isoformat()}']") is not None
    page = olu.page(f"/grievances/{case}")
    steps = page.select(".next, .later-steps li")
    [step] = [one for one in steps if "Dénoncer le reçu" in one.text]
    assert [str(one["href"]) for one in step.select("a.button")] == [address], "it is met on the page of the paper"
    assert address in {str(one["href"]) for one in page.select(".panel a")}
    assert acts_of(app, cast, case)[0].act == "receipt_noted"


def test_the_step_of_a_grievance_is_not_counted_twice(app: Union, cast: Cast, olu: Visitor) -> None:
    """Reported as signed on one day, read on the paper as signed on another: the paper counts."""
    case = grievance(app, cast, Paper.RECEIPT, SIGNED - timedelta(days=5))
    before = due_on(app, cast, case)
    assert before == deadline(Rule.RECEIPT_DENUNCIATION, SIGNED - timedelta(days=5)).safe_on
    written(olu, case)
    assert due_on(app, cast, case) == SAFE
    assert words(olu, f"/grievances/{case}").count("énoncer le reçu pour solde de tout compte") == 1


def test_a_condition_that_fails_makes_it_void(olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    assert "Rien de connu jusqu’ici ne le rend nul" in words(olu, address)
    change(olu, address, "questions", {"sixty_days_legible": "no", "read_and_approved": "yes"})
    shown = words(olu, address)
    assert "Le reçu est nul comme solde de tout compte" in shown
    states = [one.get_text(" ", strip=True) for one in olu.page(address).select(".procedure-head")]
    assert any(one.startswith("non Les 60 jours") for one in states)
    assert any(one.startswith("oui La signature est-elle précédée") for one in states)
    assert any(one.startswith("inconnu Le reçu donne-t-il") for one in states)


def test_signed_before_the_end_it_is_no_receipt(olu: Visitor, case: UUID) -> None:
    address = written(olu, case, left_on=typed(today() + timedelta(days=30)))
    assert "nul ne renonce d’avance à ses droits" in words(olu, address)


def test_only_a_denunciation_that_holds_stops_the_clock(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    on = typed(today())
    change(olu, address, "rights", {"amount_notice": ""}, 422)  # nothing is named
    change(olu, address, "rights", {"claims_severance": "y", "amount_notice": "4 500,50"})
    assert {one.right.value: one.amount for one in kept(app, cast, address).signed.claims}.keys() == {
        "notice",
        "severance",
    }
    change(olu, address, "sent", {"means": "receipt", "sent_on": on})
    assert due_on(app, cast, case) == SAFE, "by hand: article 75 knows a registered letter and a summons"
    assert "ni par lettre recommandée avec accusé ni par une action en justice" in words(olu, address)
    change(olu, address, "sent", {"means": "registered", "sent_on": on})
    assert due_on(app, cast, case) is None
    [(due, dated)] = dates_of(app, cast, case)
    assert (due, dated.met_on) == (None, today())
    assert "ne prouve plus que les sommes reçues" in words(olu, address)
    assert acts_of(app, cast, case)[0].act == "receipt_sent"


def test_days_that_cannot_be_are_told_at_their_field(olu: Visitor, case: UUID) -> None:
    ahead = typed(today() + timedelta(days=2))
    page = olu.post(f"/cases/{case}/receipts/new", {"kind": "receipt", "signed_on": ahead}, 422).text
    assert "écrivez le jour où cela s’est passé" in page
    address = written(olu, case)
    change(olu, address, "sent", {"means": "registered", "sent_on": typed(SIGNED - timedelta(days=1))}, 422)
    change(olu, address, "sent", {"means": "registered", "sent_on": ahead}, 422)


def test_three_signatures_are_final_and_nothing_runs(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case, kind="conciliation")
    assert due_on(app, cast, case) == SAFE, "as long as nobody knows"
    change(olu, address, "questions", dict.fromkeys(("employee_signed", "employer_signed", "inspector_signed"), "yes"))
    assert due_on(app, cast, case) is None
    assert "la conciliation est définitive" in words(olu, address)
    change(olu, address, "questions", {"employee_signed": "yes", "employer_signed": "yes", "inspector_signed": "no"})
    assert due_on(app, cast, case) == SAFE
    assert "n’est pas une conciliation définitive" in words(olu, address)


def test_signs_of_a_forced_signature(olu: Visitor, case: UUID) -> None:
    address = written(olu, case, kind="agreement")
    change(olu, address, "questions", {"under_threat": "no", "undated": "no"})
    shown = words(olu, address)
    assert "La signature a été donnée sous menace, enfermement ou pression" in shown
    assert "indice d’un départ contraint" in shown


def test_set_aside_it_is_read_and_counts_no_more(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    change(olu, address, "aside", {"why": ""}, 422)
    change(olu, address, "aside", {"why": "Noté deux fois."})
    assert due_on(app, cast, case) is None
    assert "Noté deux fois." in words(olu, address)
    assert address not in olu.get(f"/grievances/{case}").text


def test_two_who_correct_it_at_once_are_told(olu: Visitor, sal: Visitor, case: UUID) -> None:
    address = written(olu, case)
    change(sal, address, "edit", {"kind": "agreement", "kept": "Chez Mina"})
    answer = olu.post(f"{address}/edit", {"kind": "receipt", "kept": "Au bureau", "version": "1"}, 409)
    assert "Chez Mina" in answer.text
    assert "Au bureau" in answer.text


def test_who_may(app: Union, cast: Cast, ann: Visitor, zed: Visitor, lex: Visitor, olu: Visitor, case: UUID) -> None:
    """The lawyer named on the case; not its reporter, not another place, and nobody once it is confidential."""
    address = written(lex, case)
    lex.get(address)
    for one in (ann, zed):
        missing = one.get("/receipts/00000000-0000-4000-8000-000000000000", 404)
        assert one.get(address, 404).data == missing.data
        one.post(f"/cases/{case}/receipts/new", {"kind": "receipt"}, 404)
    assert "Documents signés" not in ann.get(f"/grievances/{case}").text
    with app.store.reading(cast.reach("sal")) as session:
        row = session.get_one(Receipt, UUID(address.rsplit("/", 1)[1]))
        acts = [one.act for one in chain.about(session, row)]
    assert acts == [chain.Act.OPENED, chain.Act.CREATED]


def test_of_a_confidential_case_nobody_else_finds_it(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, case: UUID
) -> None:
    """Olu follows it; the secretariat, which reaches every workplace, is not named."""
    address = written(olu, case)
    assert "Mina" in words(sal, "/record")
    sal.get(address)
    olu.post(f"/grievances/{case}/confidential")
    olu.get(address)
    sal.get(address, 404)
    sal.get(f"{address}/letter", 404)
    sal.get(f"/cases/{case}/receipts/new", 404)
    assert "Document signé" not in words(sal, "/record")
    with app.store.reading(cast.reach("sal")) as session:
        assert session.scalars(select(CaseDate)).all() == []


def test_the_letter_is_recorded_as_taken_out(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    for language in ("fr", "ar"):
        answer = olu.get(f"{address}/letter?in={language}&way=sign")
        assert answer.data.startswith(b"%PDF-")
        assert "Mina" not in answer.headers["Content-Disposition"]
    olu.get(f"{address}/letter?in=en", 422)
    unsigned = written(olu, case, signed_on="")
    olu.get(f"{unsigned}/letter", 404)
    with app.store.reading(cast.reach("sal")) as session:
        row = session.get_one(Receipt, UUID(address.rsplit("/", 1)[1]))
        assert [one.act for one in chain.about(session, row)].count(chain.Act.EXPORTED) == 2


def test_a_paper_of_years_ago_is_asked_about_before_its_days_run(app: Union, olu: Visitor, case: UUID) -> None:
    old = today() - timedelta(days=3650)
    for paper, field, more in (
        ("receipts", "signed_on", {"kind": "receipt"}),
        ("dismissals", "notified_on", {"mandate": "none"}),
    ):
        new = f"/cases/{case}/{paper}/new"
        told = {field: typed(old), **more}
        assert f'value="{old.isoformat()}"' in olu.post(new, told, 422).text
        assert "checked" not in str(BeautifulSoup(olu.post(new, told, 422).text, "html.parser").select_one("#sure"))
        olu.post(new, {**told, "sure": (old - timedelta(days=1)).isoformat()}, 422)
        olu.post(new, {**told, "sure": old.isoformat()})
