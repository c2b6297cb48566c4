"""One subject, many people: nobody is seen by somebody who was not told so."""

from __future__ import annotations

from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from tests.reading_back import pages_read_back, read_back
from union.app import Union
from union.collective.letters import number_told
from union.collective.models import Consent, Joined, Standing
from union.grievances.models import For, Grievance, Problem
from union.members.models import Entrusted
from union.web.locale import today

CLAIM = {"subject": "Pauses du plateau de nuit", "demand": "Deux pauses de quinze minutes."}


def opened(visitor: Visitor) -> tuple[str, str]:
    """The address of a collective grievance that grew out of a report, and of the report's case."""
    case = case_of(report(visitor))
    return str(visitor.post(f"{case}/colleagues", CLAIM).location), case


def joins(visitor: Visitor, address: str, status: int = 302, **typed: str) -> str:
    sent = {"sees": "organisers", "given": "in_person", "on": today().strftime("%d/%m/%Y"), **typed}
    return visitor.post(address, sent, status).text


def joined(app: Union, name: str) -> Joined:
    with app.store.maintaining() as session:
        found = next(one for one in session.scalars(select(Joined)) if one.consent.name == name)
        session.expunge_all()
        return found


def case_id(address: str) -> UUID:
    return UUID(address.rsplit("/", 1)[1])


def named_on(app: Union, olu: Visitor, address: str, account: UUID) -> None:
    """Let another account read the case."""
    place = address.replace("/collective/", "/grievances/")
    olu.post(f"{place}/readers", {"account": str(account)})


@pytest.fixture
def bea(app: Union, cast: Cast) -> UUID:
    """A second delegate at the same site: Zed is granted it too, and Omar is entrusted to him."""
    from union.accounts.models import Grant, GrantPlace

    with app.store.maintaining() as session:
        grant = session.scalars(select(Grant).where(Grant.account_id == cast.zed)).one()
        session.add(GrantPlace(grant_id=grant.id, account_id=cast.zed, workplace_id=cast.here))
        session.add(Entrusted(account_id=cast.zed, member_id=cast.omar, workplace_id=cast.here))
    return cast.zed


def test_a_delegate_opens_one_from_a_report(app: Union, cast: Cast, ann: Visitor) -> None:
    address, case = opened(ann)
    with app.store.reading(cast.reach("ann")) as session:
        found = session.get_one(Grievance, case_id(address))
        assert found.account.problem is Problem.COLLECTIVE
        assert found.account.about is For.SEVERAL
        tied = session.scalars(select(Joined)).one()
        assert (tied.standing, tied.consent.name, str(tied.tied_id)) == (Standing.ASKED, "", case.rsplit("/", 1)[1])
    assert "list of claims" in words(ann, f"{address.replace('/collective/', '/grievances/')}?lang=en")
    assert "Several colleagues have the same" in words(ann, f"{case}/receipt?lang=en")


def test_a_delegate_picks_only_those_entrusted(cast: Cast, ann: Visitor) -> None:
    address, _case = opened(ann)
    offered = {str(one["value"]) for one in ann.page(address).select("select[name=member] option")}
    assert offered == {"", str(cast.mina)}
    joins(ann, address, 422, member=str(cast.omar))
    joins(ann, address, member=str(cast.mina))
    joins(ann, address, 422, member=str(cast.mina))  # once
    joins(ann, address, 422)  # nobody
    joins(ann, address, name="Samir Idrissi", number="A-12")
    said = words(ann, f"{address}?lang=en")
    assert "2 people joined" in said
    assert "Mina El Fassi" in said


def test_nobody_is_seen_who_was_not_told_so(app: Union, cast: Cast, ann: Visitor, olu: Visitor, bea: UUID) -> None:
    """As each role: a delegate's own, those that allow it, and the count."""
    address, _case = opened(ann)
    joins(ann, address, name="Kamal Secret")
    joins(ann, address, name="Loubna Others", sees="others")
    joins(ann, address, name="Nabil Employer", sees="employer")
    row = joined(app, "Kamal Secret").id
    zed = Visitor(app, bea)
    zed.get(address, 404)
    zed.get(f"/collective/people/{row}", 404)
    named_on(app, olu, address, bea)
    seen = zed.get(f"{address}?lang=en").text
    assert "Kamal Secret" not in seen
    assert "Loubna Others" in seen
    assert "Nabil Employer" in seen
    assert "3 people joined" in words(zed, f"{address}?lang=en")
    assert "1 person is not named to you" in words(zed, f"{address}?lang=en")
    for path in (f"/collective/people/{row}", f"/collective/people/{joined(app, 'Loubna Others').id}"):
        zed.get(path, 404)
        zed.post(f"{path}/take-back", {}, 404)
    joins(zed, address, member=str(cast.omar))
    assert "Omar El Fassi" not in ann.get(address).text
    for name in ("olu", "sal"):
        seen = Visitor(app, getattr(cast, name)).get(address).text
        assert all(one in seen for one in ("Kamal Secret", "Loubna Others", "Nabil Employer", "Omar El Fassi"))
    for name in ("lex", "ada"):
        assert "Secret" not in Visitor(app, getattr(cast, name)).client.get(address).text
    with app.store.reading(cast.reach("ada")) as session:
        assert not session.scalars(select(Joined)).all()
    with app.store.reading(cast.reach("lex")) as session:
        assert not session.scalars(select(Joined)).all()
    named_on(app, olu, address, cast.lex)
    lex = Visitor(app, cast.lex).get(address).text
    assert "Loubna Others" in lex
    assert "Secret" not in lex
    timeline = zed.get(address.replace("/collective/", "/grievances/")).text
    assert "Kamal" not in timeline


def test_a_consent_is_taken_back(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address, _case = opened(ann)
    joins(ann, address, name="Nabil Employer", sees="employer", words="Moi aussi, depuis mars.")
    row = joined(app, "Nabil Employer")
    letter = f"{address}/letter?step=collective_dispute&way=sign"
    assert "Nabil Employer" in read_back(olu.get(letter).data)
    ann.post(f"/collective/people/{row.id}/take-back")
    ann.post(f"/collective/people/{row.id}/take-back", {}, 422)
    assert "Nabil" not in read_back(olu.get(letter).data)
    assert "Nabil" not in olu.get(address).text
    with app.store.maintaining() as session:
        kept = session.get_one(Joined, row.id)
        assert (kept.standing, kept.shared) == (Standing.TAKEN_BACK, False)
        assert kept.consent == Consent(
            CLAIM["subject"], CLAIM["demand"], given=row.consent.given, on=today(), taken_back_on=today()
        )


def test_letters_name_those_who_allow_it_and_count_nobody_out(ann: Visitor, olu: Visitor) -> None:
    address, _case = opened(ann)
    joins(ann, address, name="Kamal Secret")
    joins(ann, address, name="Loubna Others", sees="others")
    letter = f"{address}/letter?step=collective_dispute"
    said = read_back(olu.get(letter).data)
    assert "Kamal" not in said
    assert "Loubna" not in said
    assert "Nombre de salariés" not in said
    joins(ann, address, name="Nabil Employer", sees="employer")
    said = read_back(olu.get(f"{letter}&in=ar").data)
    assert "Nabil Employer" in said
    assert "Loubna" not in said
    assert "عدد الأجراء" not in said  # two unnamed ones could be told
    assert "549" in read_back(olu.get(f"{address}/letter?step=conciliation").data)
    ann.get(letter, 404)


@pytest.mark.parametrize(
    ("allowed", "everybody", "told"), [(0, 9, None), (1, 1, 1), (3, 7, None), (3, 8, 8), (4, 4, 4), (0, 0, None)]
)
def test_a_number_stands_beside_names_alone(allowed: int, everybody: int, told: int | None) -> None:
    assert number_told(allowed, everybody) == told


@pytest.mark.parametrize(("said_in", "title"), [("fr", "feuille de signatures"), ("ar", "لائحة التوقيعات")])
def test_the_sheet_is_one_page_and_names_no_union(ann: Visitor, said_in: str, title: str) -> None:
    address, _case = opened(ann)
    joins(ann, address, name="Nabil Employer", sees="employer")
    pages = pages_read_back(ann.get(f"{address}/sheet?in={said_in}").data)
    assert len(pages) == 1
    (sheet,) = pages
    assert title in sheet
    assert CLAIM["subject"] in sheet
    assert "20" in sheet
    for word in ("syndicat", "union", "adhérent", "Nabil", "نقاب", "منخرط"):
        assert word not in sheet.casefold()


def test_ticked_cases_are_tied_and_their_reporters_asked(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    one, two = (case_of(report(ann, about="another", about_name=name)) for name in ("Kamal Un", "Loubna Deux"))
    hidden = case_of(report(ann, problem="health"))
    ids = [one.rsplit("/", 1)[1] for one in (one, two)]
    to = str(olu.post("/grievances/ticked", {"case": ids, "act": "gather"}).location)
    olu.get(to)
    address = str(olu.post("/collective/gather", {"case": ids, **CLAIM}).location)
    seen = words(olu, f"{address}?lang=en")
    assert "0 people joined" in seen or "0 person joined" in seen
    assert "Kamal" not in seen
    ann.get(address, 404)  # asked, without reading the case of the others
    page = ann.page(one)
    link = next(str(a["href"]) for a in page.select("a") if "/collective/people/" in str(a.get("href")))
    assert CLAIM["subject"] in ann.get(link).text
    sent = {"sees": "organisers", "given": "telephone", "on": today().strftime("%d/%m/%Y"), "version": "1"}
    assert ann.post(link, sent).location == one
    assert "Kamal Un" in olu.get(address).text
    other = next(str(a["href"]) for a in ann.page(two).select("a") if "/collective/people/" in str(a.get("href")))
    ann.post(f"{other}/decline")
    assert "Loubna" not in olu.get(address).text
    with app.store.maintaining() as session:
        assert not session.get_one(Grievance, UUID(hidden.rsplit("/", 1)[1])).handled_by
    olu.post("/collective/gather", {"case": ids, "into": address.rsplit("/", 1)[1]}, 422)  # tied already


def test_a_desk_finds_a_member_and_a_foreign_row_is_as_none(cast: Cast, olu: Visitor, zed: Visitor) -> None:
    case = case_of(report(olu, about="another", about_name="Kamal Un"))
    address = str(olu.post(f"{case}/colleagues", CLAIM).location)
    found = olu.post(address, {"seek": "Omar", "on": "", "given": ""}, 200)
    assert str(cast.omar) in found.text
    joins(olu, address, seek="Omar", member=str(cast.omar))
    assert "Omar El Fassi" in olu.get(address).text
    missing = f"/collective/{cast.mina}"
    assert zed.get(address, 404).data == zed.get(missing, 404).data
    zed.post(f"{case}/colleagues", CLAIM, 404)


def test_a_day_to_come_is_refused(ann: Visitor) -> None:
    address, _case = opened(ann)
    assert "01/01/2099" in joins(ann, address, 422, name="Kamal", on="01/01/2099")


def test_a_confidential_one_is_named_on_no_case_that_others_read(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    """Whoever reported the case is asked in its words; the desk, which does not read it, learns none of them."""
    address, _case = opened(ann)
    olu.post(f"{address.replace('/collective/', '/grievances/')}/confidential")
    sal.get(address, 404)
    case = case_of(report(ann))
    olu.post("/collective/gather", {"case": case.rsplit("/", 1)[1], "into": str(case_id(address))})
    assert CLAIM["subject"] not in sal.get(case).text
    row = next(one for one in ann.page(case).select("a[href^='/collective/people/']"))
    assert CLAIM["subject"] in ann.get(str(row["href"])).text


def test_what_was_typed_into_a_consent_is_given_back_though_it_was_taken_back_meanwhile(
    app: Union, ann: Visitor, olu: Visitor
) -> None:
    address, _case = opened(ann)
    joins(ann, address, name="Samir Idrissi")
    place = f"/collective/people/{joined(app, 'Samir Idrissi').id}"
    version = olu.page(place).select_one("input[name=version]")
    ann.post(f"{place}/take-back")
    sent = {"version": str(version and version["value"]), "words": "Deux pauses, pas une."}
    for status in (409, 422):
        text = joins(olu, place, status, **sent)
        form = BeautifulSoup(text, "html.parser").select_one("#main-form")
        assert form is not None
        assert "Deux pauses, pas une." in form.text
        sent["version"] = str(form.select_one("input[name=version]")["value"])
    assert "pas une" not in olu.get(place).text
