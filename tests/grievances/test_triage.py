"""What is decided of a case at the desk: refused, merged, tied to a dispute, handed over, closed; who was spoken to."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import dates_of, words
from tests.cast import Cast
from tests.grievances.reports import case_of, fields, report
from tests.grievances.reports import opened as opened_for_a_reason
from tests.layoffs.desk import opened
from union.accounts.models import Account
from union.app import Union
from union.cases.account_closing import close, eyes, take_over
from union.cases.models import Case, Stage
from union.cases.timeline import timeline
from union.cases.transfers import CaseTransfer
from union.grievances.models import Grievance, Outcome
from union.law.dates.deadlines import deadline
from union.law.dates.periods import Rule


@pytest.fixture
def case(ann: Visitor) -> str:
    return case_of(report(ann, problem="pay", about="another", about_name="Salma Tazi"))


@pytest.fixture
def other(ann: Visitor) -> str:
    return case_of(report(ann, problem="pay", about="another", about_name="Salma Tazi"))


def row(app: Union, cast: Cast, address: str, name: str = "olu") -> Grievance:
    with app.store.reading(cast.reach(name)) as session:
        return session.scalars(select(Grievance).where(Grievance.id == UUID(address.rsplit("/", 1)[1]))).one()


def test_a_refusal_is_read_by_who_reported_it(app: Union, cast: Cast, ann: Visitor, olu: Visitor, case: str) -> None:
    page = olu.page(f"{case}/refuse")
    assert page.select(".note li"), "the dates that run on for the person are told"
    sent = fields(page)
    olu.post(f"{case}/refuse", {**sent, "reason": "no_ground"}, 422)
    olu.post(f"{case}/refuse", {**sent, "words": "Voyez la CNSS."}, 422)
    olu.post(f"{case}/refuse", {**sent, "reason": "no_ground", "words": "Voyez la CNSS au guichet."})
    found = row(app, cast, case)
    assert (found.stage, found.account.outcome) == (Stage.CLOSED, Outcome.REFUSED)
    assert found.due_on is None
    code = found.code
    assert code in ann.page("/").select_one(".told").text, "it waits on the first page of who reported it"
    assert "Voyez la CNSS au guichet." in ann.get(case).text


def test_two_cases_on_one_subject_become_one(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor, case: str, other: str
) -> None:
    sent = fields(olu.page(f"{case}/merge"))
    kept = other.rsplit("/", 1)[1]
    olu.post(f"{case}/merge", {**sent, "kept": kept, "words": "Suivi avec l'autre dossier."})
    assert row(app, cast, case).account.outcome is Outcome.MERGED
    assert row(app, cast, other).code in olu.page(case).select_one("aside").text
    assert row(app, cast, case).code in olu.page(other).select_one("aside").text
    assert "Rien n'a été dit." in words(ann, case), "all of it is read as before"
    olu.post(f"{case}/reopen", {"why": "Deux sujets.", "version": str(row(app, cast, case).version)})
    assert row(app, cast, case).code not in olu.page(other).select_one("aside").text


def test_a_confidential_case_is_merged_only_among_the_same_readers(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor, case: str
) -> None:
    hidden = case_of(report(ann, problem="health", about="another", about_name="Salma Tazi"))
    more = case_of(report(ann, problem="health", about="another", about_name="Salma Tazi"))
    for one in (hidden, more):
        opened_for_a_reason(olu, one)
    offered = {one["value"] for one in olu.page(f"{hidden}/merge").select("select[name=kept] option[value]")}
    assert case.rsplit("/", 1)[1] not in offered
    assert more.rsplit("/", 1)[1] in offered
    assert hidden.rsplit("/", 1)[1] not in olu.get(f"{case}/merge").text
    olu.post(f"{more}/readers", {"account": str(cast.lex)})
    sent = fields(olu.page(f"{hidden}/merge"))
    olu.post(f"{hidden}/merge", {**sent, "kept": more.rsplit("/", 1)[1], "words": "Le même."}, 422)


def test_a_case_is_tied_to_a_dispute_and_shown_to_who_reads_both(
    cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor, case: str
) -> None:
    dispute = opened(sal, cast, workplace=str(cast.here))
    wanted = dispute.rsplit("/", 1)[1]
    address = f"/cases/{case.rsplit('/', 1)[1]}/dispute"
    olu.post(address, {"dispute": wanted})
    olu.post(address, {"dispute": wanted}, 422)
    link = olu.page(case).select_one(f'aside a[href="{dispute}"]')
    assert link is not None
    assert case in olu.get(dispute).text
    assert dispute not in ann.get(case).text, "a delegate reads no dispute"
    form = olu.page(case).select_one('aside form[action*="/links/"]')
    olu.post(str(form["action"]))
    assert dispute not in olu.get(case).text


def _asked(olu: Visitor, case: str, to: UUID) -> None:
    olu.post(f"{case}/take")
    sent = fields(olu.page(f"{case}/hand-over"))
    olu.post(f"{case}/hand-over", {**sent, "to": str(to), "words": "Je pars en congé."})


def test_a_transfer_is_accepted(app: Union, cast: Cast, olu: Visitor, sal: Visitor, case: str) -> None:
    _asked(olu, case, cast.sal)
    assert row(app, cast, case).handled_by == cast.olu, "it stays where it is"
    assert row(app, cast, case).code in sal.page("/").select_one(".told").text
    assert "Je pars en congé." in sal.get(case).text
    place = f"/cases/{case.rsplit('/', 1)[1]}/transfer"
    olu.post(f"{place}/accept", status=422)
    sal.post(f"{place}/accept")
    assert row(app, cast, case).handled_by == cast.sal
    sal.post(f"{place}/accept", status=422)
    with app.store.reading(cast.reach("sal")) as session:
        last = timeline(session, session.get_one(Case, UUID(case.rsplit("/", 1)[1])))[0]
    assert last.by == cast.sal, "whoever accepts is who acts"


def test_a_transfer_is_refused_with_words_or_withdrawn(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, ann: Visitor, case: str
) -> None:
    _asked(olu, case, cast.sal)
    place = f"/cases/{case.rsplit('/', 1)[1]}/transfer"
    sal.post(f"{place}/refuse", {"words": " "}, 422)
    sal.post(f"{place}/refuse", {"words": "Trop de dossiers."})
    assert "Trop de dossiers." not in ann.get(case).text, "it is said to a colleague"
    assert row(app, cast, case).handled_by == cast.olu
    assert row(app, cast, case).code in olu.page("/").select_one(".told").text
    assert "Trop de dossiers." in olu.get(case).text
    olu.post(f"{place}/withdraw")
    assert not olu.page("/").select(".told")
    sent = fields(olu.page(f"{case}/hand-over"))
    olu.post(f"{case}/hand-over", {**sent, "to": str(cast.sal)})
    olu.post(f"{place}/withdraw")
    sal.post(f"{place}/accept", status=422)


def test_a_confidential_case_is_read_by_who_is_asked_and_no_more_once_they_refuse(
    cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    hidden = case_of(report(ann, problem="health", about="oneself"))
    opened_for_a_reason(olu, hidden)
    _asked(olu, hidden, cast.sal)
    opened_for_a_reason(sal, hidden)
    sal.get(hidden)
    sal.post(f"/cases/{hidden.rsplit('/', 1)[1]}/transfer/refuse", {"words": "Je connais la personne."})
    sal.get(hidden, 404)
    assert "Je connais la personne." in olu.get(hidden).text


def test_whoever_leaves_is_asked_no_more(app: Union, cast: Cast, olu: Visitor, case: str) -> None:
    _asked(olu, case, cast.sal)
    with app.store.writing(eyes(cast.olu)) as session:
        found = session.get_one(Case, UUID(case.rsplit("/", 1)[1]))
        take_over(session, cast.sal, found, cast.olu, cast.sal)
        assert session.scalar(select(CaseTransfer)) is None
    with app.store.writing(eyes(cast.olu)) as session:
        close(session, cast.sal, session.get_one(Account, cast.olu))


def test_contacts_are_written_down_and_a_call_in_vain_with_one_tap(ann: Visitor, olu: Visitor, case: str) -> None:
    olu.post(f"{case}/contacts/unanswered", {"whom": "employer"})
    olu.post(f"{case}/contacts/unanswered", {"whom": "nobody"}, 422)
    sent = fields(olu.page(f"{case}/contacts/new"))
    olu.post(f"{case}/contacts", {**sent, "whom": "inspector"}, 422)
    olu.post(f"{case}/contacts", {**sent, "whom": "inspector", "on": "31/12/2030", "summary": "Rien."}, 422)
    olu.post(f"{case}/contacts", {**sent, "whom": "inspector", "summary": "Il convoque l'employeur."})
    del sent["form_token"]
    olu.post(f"{case}/contacts", {**sent, "whom": "employer", "summary": "Il cédera.", "strategy": "y"})
    said = words(olu, case)
    assert "Il convoque l'employeur." in said
    assert "Il cédera." in said
    theirs = words(ann, case)
    assert "Il convoque l'employeur." in theirs
    assert "Il cédera." not in theirs


def test_closing_keeps_what_was_won_and_an_appeal_runs(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, case: str
) -> None:
    olu.post(f"{case}/take")
    page = olu.page(f"{case}/close")
    given = {one["name"]: "given_up" for one in page.select("select[name^=fate_]")}
    given |= {name.replace("fate_", "why_"): "Réglé." for name in given}
    ended = {**fields(page), **given, "words": "Payé.", "outcome": "lost", "amount": "12000"}
    olu.post(f"{case}/close", ended, 422)
    on = date(2026, 11, 20)
    ended |= {"outcome": "partly", "says": "partly", "decided_on": "20/11/2026", "lesson": "Le site paie en retard."}
    olu.post(f"{case}/close", ended)
    runs = [(on, dated.rule) for on, dated in dates_of(app, cast, row(app, cast, case).id)]
    assert (deadline(Rule.APPEAL, on).safe_on, "appeal") in runs
    assert row(app, cast, case).due_on == deadline(Rule.APPEAL, on).safe_on
    assert "12" in words(ann, case)
    assert "Le site paie en retard." not in ann.get(case).text
    assert "Le site paie en retard." in olu.get(f"/workplaces/{cast.here}").text
    olu.post(f"{case}/confidential")
    assert "Le site paie en retard." not in olu.get(f"/workplaces/{cast.here}").text


def test_a_filter_of_a_list_kept_under_a_name_is_taken_off_and_the_list_stays(olu: Visitor, case: str) -> None:
    """A select that says *any* is said too; what an address leaves out is as the list was kept."""
    made = olu.post("/grievances/lists?tab=nobody&problem=health&sort=name", {"name": "Santé"}).location
    assert "Salma Tazi" not in olu.get(made).text
    page = olu.page(made)
    sent = {str(one["name"]): str(one.get("value", "")) for one in page.select("form.filter-form input[name]")}
    assert set(sent) == {"tab", "view"}
    other = urlencode(sent | {"problem": "", "dates": "", "workplace": "", "sort": ""})
    taken_off = olu.page(f"/grievances?{other}")
    assert "Salma Tazi" in taken_off.get_text()
    assert not taken_off.select_one("select[name=sort] option[value=name]").has_attr("selected")
    assert taken_off.select_one('.saved-lists a[aria-current="true"]').get_text(strip=True) == "Santé"
    tab = next(one["href"] for one in taken_off.select(".counts a") if "tab=open" in one["href"])
    assert "Salma Tazi" in olu.get(tab).text, "the tabs keep that it was taken off"


def test_a_list_is_kept_under_a_name_and_shared_within_reach(
    cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor, zed: Visitor, case: str
) -> None:
    made = olu.post("/grievances/lists?tab=nobody&problem=pay&sort=name", {"name": "À prendre"}).location
    assert "À prendre" in olu.get(made).text
    assert olu.page(made).select_one("select[name=sort] option[value=name]").has_attr("selected")
    olu.post("/grievances/lists", {"name": "à prendre"}, 422)
    assert "À prendre" not in sal.get("/grievances").text
    sal.get(made, 404)
    found = olu.post("/grievances/search", {"query": "Salma"}).location
    shared = olu.post(
        f"/grievances/lists?{found.split('?', 1)[1]}", {"name": "Salma", "shared": str(cast.here)}
    ).location
    assert "Salma Tazi" in sal.get(shared).text
    ann.get(shared, 404)
    olu.get("/grievances?view=x", 422)
    assert "Sans ces mots" in olu.get(shared).text
    sal.post(f"/grievances/lists/{shared.split('view=')[1]}/remove", status=404)
    olu.post(f"/grievances/lists/{made.split('view=')[1]}/remove")
    olu.get(made, 404)
