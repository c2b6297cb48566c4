"""The pages of members, from the side of who uses them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.dues.test_dues import paying
from union.app import Union
from union.members.models import (
    Employment,
    Entrusted,
    Identity,
    Leaving,
    Mandate,
    Member,
    Membership,
    MemberToken,
    Proposal,
    Standing,
    Terms,
)
from union.record.chain import latest

NEW = {
    "given_name": "Salma",
    "family_name": "Berrada",
    "given_name_ar": "سلمى",
    "family_name_ar": "برادة",
    "phone": "06 61 22 33 44",
    "email": "Salma@Example.org",
    "state": "member",
    "number": "MC-77",
    "job": "Téléconseillère",
    "category": "employee",
    "contract": "cdi",
    "hired_on": "02/03/2021",
    "gross": "5200,00",
    "how": "paper",
}


def add(olu: Visitor, cast: Cast, **changed: str) -> UUID:
    answer = olu.post(f"/workplaces/{cast.here}/members/new", {**NEW, **changed})
    return UUID(answer.location.rsplit("/", 1)[1])


def member(app: Union, cast: Cast, member_id: UUID) -> Member:
    with app.store.reading(cast.reach("sal")) as session:
        found = session.get_one(Member, member_id)
        _ = [one.terms for one in found.employments]
        return found


def version(visitor: Visitor, path: str) -> str:
    found = visitor.page(path).select_one("input[name=version]")
    assert found is not None
    return str(found["value"])


PAGES = [
    "/members",
    "/workplaces/{here}/members",
    "/workplaces/{here}/members?state=contact&sort=-hired",
    "/workplaces/{here}/members?gone=yes",
    "/workplaces/{here}/members/new",
    "/members/{mina}",
    "/members/{mina}/edit",
    "/members/{mina}/standing",
    "/members/{mina}/card",
    "/members/{mina}/dues",
    "/members/{mina}/consent",
    "/members/{mina}/employments/new",
    "/employments/{mina_employment}/edit",
    "/employments/{mina_employment}/wages",
    "/employments/{mina_employment}/leave",
    "/employments/{mina_employment}/mandates/new",
    "/employments/{mina_employment}/entrust",
    "/members/propose",
    "/members/proposals",
]


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_every_page_opens_for_the_organiser(olu: Visitor, cast: Cast, lang: str) -> None:
    for path in PAGES:
        address = path.format(**vars(cast))
        olu.get(address + ("&" if "?" in address else "?") + f"lang={lang}")


def test_a_page_out_of_reach_reads_as_missing_to_the_byte(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    for path in PAGES:
        if "{" not in path:
            continue
        theirs = path.replace("mina", "rita").replace("here", "there").format(**vars(cast))
        sal.get(theirs)
        never = re.sub(r"[0-9a-f-]{36}", str(uuid4()), theirs)
        assert olu.get(theirs, 404).data == olu.get(never, 404).data


def test_a_delegate_reads_who_is_entrusted_to_him_and_nobody_else(cast: Cast, ann: Visitor, zed: Visitor) -> None:
    ann.get(f"/members/{cast.mina}")
    missing = ann.get(f"/members/{uuid4()}", 404).data
    assert ann.get(f"/members/{cast.omar}", 404).data == missing
    assert zed.get(f"/members/{cast.mina}", 404).data == zed.get(f"/members/{uuid4()}", 404).data
    for path in PAGES:
        if path not in {"/members/{mina}", "/members/propose"}:
            ann.get(path.format(**vars(cast)), 404 if "{" in path else 403)
    ann.post("/members/search", {"query": "Mina"}, 403)


def test_a_delegate_sees_no_dues_no_notes_no_card(cast: Cast, olu: Visitor, ann: Visitor) -> None:
    path = f"/members/{cast.mina}"
    olu.post(f"{path}/dues", paying(workplace=str(cast.here), amount="120"))
    olu.post(
        f"{path}/card", {"card_number": "CARTE-88", "notes": "confidence", "version": version(olu, f"{path}/card")}
    )
    olu.post(f"/employments/{cast.mina_employment}/wages", {"from_on": "01/01/2025", "gross": "4444,44"})
    seen, theirs = olu.get(path).text, ann.get(path).text
    for secret in ("120,00", "CARTE-88", "confidence", "4444,44"):
        assert secret in re.sub(r"4.444", "4444", seen), secret
        assert secret not in re.sub(r"4.444", "4444", theirs), secret


def test_created_with_everything_that_was_typed(app: Union, cast: Cast, olu: Visitor) -> None:
    made = member(app, cast, add(olu, cast))
    assert made.identity.name == "Salma Berrada"
    assert made.identity.name_ar == "سلمى برادة"
    assert made.identity.phones == ("+212661223344",)
    assert [one.lower() for one in made.identity.emails] == ["salma@example.org"]
    assert made.standing.state is Membership.MEMBER
    assert made.standing.consent is not None
    terms = made.employments[0].terms
    assert (terms.employee_number, terms.hired_on) == ("MC-77", date(2021, 3, 2))
    assert terms.wage is not None
    assert terms.wage.gross == Decimal("5200.00")
    assert "Salma" in olu.get(f"/workplaces/{cast.here}/members").text


def test_nobody_without_a_name(cast: Cast, olu: Visitor) -> None:
    blank = dict.fromkeys(("given_name", "family_name", "given_name_ar", "family_name_ar"), "")
    text = olu.post(f"/workplaces/{cast.here}/members/new", {**NEW, **blank}, 422).text
    assert "MC-77" in text  # what was typed stays


def test_the_same_telephone_is_asked_about_once(app: Union, cast: Cast, olu: Visitor) -> None:
    first = add(olu, cast)
    other = {**NEW, "given_name": "Nabil", "number": "MC-78", "email": ""}
    page = olu.post(f"/workplaces/{cast.here}/members/new", other, 422).text
    assert f"/members/{first}" in page
    olu.post(f"/workplaces/{cast.here}/members/new", {**other, "another": "y"})


def test_somebody_out_of_reach_is_not_known_to_exist(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    sal.post(f"/workplaces/{cast.there}/members/new", NEW)
    add(olu, cast)


def test_the_second_editor_sees_both_versions(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    path = f"/members/{cast.mina}/edit"
    old = version(olu, path)
    sal.post(path, {"given_name": "Amina", "family_name": "El Fassi", "version": old})
    text = olu.post(path, {"given_name": "Yamina", "family_name": "El Fassi", "version": old}, 409).text
    assert "Amina" in text
    assert "Yamina" in text
    assert member(app, cast, cast.mina).identity.given_name == "Amina"


def test_two_people_may_be_edited_at_once_at_one_workplace(cast: Cast, olu: Visitor, sal: Visitor) -> None:
    mina, omar = f"/members/{cast.mina}/edit", f"/members/{cast.omar}/edit"
    first, second = version(olu, mina), version(sal, omar)
    olu.post(mina, {"given_name": "Amina", "version": first})
    sal.post(omar, {"given_name": "Oumar", "version": second})


def test_the_membership_and_its_history(app: Union, cast: Cast, olu: Visitor) -> None:
    path = f"/members/{cast.mina}/standing"
    olu.post(path, {"state": "member", "on": "01/02/2024", "why": "bulletin signé"})
    olu.post(path, {"state": "lapsed", "on": "01/02/2025"})
    olu.post(path, {"state": "lapsed", "on": "02/02/2025"}, 422)
    olu.post(path, {"state": "member", "on": "01/01/2020"}, 422)
    olu.post(path, {"state": "member", "on": "01/01/2099"}, 422)
    olu.post(path, {"state": "left", "on": "03/02/2025"})
    olu.post(path, {"state": "contact", "on": "04/02/2025"})
    standing = member(app, cast, cast.mina).standing
    assert [change.state.value for change in standing.history] == ["member", "lapsed", "left", "contact"]
    assert standing.joined_on == date(2024, 2, 1)
    assert "bulletin signé" in olu.get(f"/members/{cast.mina}").text


def test_a_mandate_protects_and_its_end_protects_six_months(app: Union, cast: Cast, olu: Visitor) -> None:
    path = f"/employments/{cast.mina_employment}/mandates/new"
    olu.post(path, {"kind": "delegate_full", "from_on": "01/01/2024", "until_on": "31/12/2023"}, 422)
    olu.post(path, {"kind": "delegate_full", "from_on": "01/01/2024"})
    olu.post(path, {"kind": "delegate_full", "from_on": "01/01/2025"}, 422)
    assert "457" in olu.get(f"/members/{cast.mina}").text
    with app.store.reading(cast.reach("sal")) as session:
        mandate = session.scalars(select(Mandate)).one().id
    olu.get(f"/mandates/{mandate}/end")
    olu.edit(f"/mandates/{mandate}/end", {"on": "31/12/2023"}, 422)
    olu.edit(f"/mandates/{mandate}/end", {"on": "31/01/2024"})
    assert "protection" not in [
        name for tag in olu.page(f"/members/{cast.mina}").select("section") for name in tag.get("class", [])
    ]


def test_entrusted_and_taken_back(app: Union, cast: Cast, olu: Visitor, ann: Visitor, zed: Visitor) -> None:
    path = f"/employments/{cast.omar_employment}/entrust"
    options = [str(one["value"]) for one in olu.page(path).select("select[name=account] option")]
    assert str(cast.ann) in options
    assert str(cast.zed) not in options
    olu.post(path, {"account": str(cast.zed)}, 422)
    olu.post(path, {"account": str(cast.ann)})
    olu.post(path, {"account": str(cast.ann)}, 422)
    ann.get(f"/members/{cast.omar}")
    with app.store.reading(cast.reach("sal")) as session:
        row = session.scalars(select(Entrusted).where(Entrusted.member_id == cast.omar)).one().id
    ann.post(f"/entrusted/{row}/end", status=404)
    olu.post(f"/entrusted/{row}/end")
    ann.get(f"/members/{cast.omar}", 404)


def test_left_the_workplace(app: Union, cast: Cast, olu: Visitor) -> None:
    olu.edit(f"/employments/{cast.omar_employment}/leave", {"on": "01/01/2019"}, 422)
    olu.edit(f"/employments/{cast.omar_employment}/leave", {"on": "31/01/2025"})
    here = f"/workplaces/{cast.here}/members"
    assert "Omar" not in olu.get(here).text
    assert "Omar" in olu.get(f"{here}?gone=yes").text


def test_another_employment_and_its_terms(app: Union, cast: Cast, sal: Visitor) -> None:
    path = f"/members/{cast.mina}/employments/new"
    work = {"category": "executive", "contract": "cdd", "number": "RS-4"}
    sal.post(path, {**work, "workplace": str(cast.here)}, 422)  # still works there
    sal.post(path, {**work, "workplace": str(cast.there), "hired_on": "01/05/2026"})
    made = next(one for one in member(app, cast, cast.mina).employments if one.workplace_id == cast.there)
    edit = f"/employments/{made.id}/edit"
    old = version(sal, edit)
    sal.post(edit, {**work, "hired_on": "01/05/2026", "left_on": "01/04/2026", "version": old}, 422)
    sal.post(edit, {**work, "job": "Cheffe de plateau", "version": old})
    sal.post(edit, {**work, "version": old}, 409)
    assert "Cheffe de plateau" in sal.get(f"/members/{cast.mina}").text


def test_how_somebody_left_is_put_right(app: Union, cast: Cast, olu: Visitor) -> None:
    edit = f"/employments/{cast.omar_employment}/edit"
    olu.edit(f"/employments/{cast.omar_employment}/leave", {"on": "31/01/2025", "how": "dismissed"})
    assert olu.page(edit).select_one("select[name=left_how] option[selected]")["value"] == "dismissed"  # type: ignore[index]  # there
    sent = {"category": "employee", "contract": "cdi", "left_how": "resigned", "left_on": ""}
    sent["version"] = version(olu, edit)
    assert "dernier jour" in olu.post(edit, sent, 422).text
    olu.post(edit, {**sent, "left_on": "31/01/2025"})
    terms = next(one.terms for one in member(app, cast, cast.omar).employments if one.id == cast.omar_employment)
    assert (terms.left_how, terms.left_on) == (Leaving.RESIGNED, date(2025, 1, 31))


@pytest.mark.parametrize("query", ["mina", "Fassi Mina", "أمينة", "06 61 22 33 44", "MC-77", "salma@example.org"])
def test_found_by_name_in_any_script_and_by_number(
    app: Union, cast: Cast, olu: Visitor, zed: Visitor, query: str
) -> None:
    add(olu, cast, given_name="Mina", given_name_ar="أمينة")
    answer = olu.search("/members/search", query)
    assert query not in answer.request.full_path
    assert "Mina Berrada" in answer.text or "Mina El Fassi" in answer.text
    assert "Rita" not in olu.search("/members/search", "Rita").text.split("<main")[1].replace('value="Rita"', "")


def test_tokens_follow_what_they_stand_for(app: Union, cast: Cast, olu: Visitor) -> None:
    made = add(olu, cast)

    def tokens() -> set[bytes]:
        with app.store.reading(cast.reach("sal")) as session:
            return set(session.scalars(select(MemberToken.token).where(MemberToken.member_id == made)))

    before = tokens()
    assert len(before) == 3
    path = f"/members/{made}/edit"
    olu.post(
        path,
        {"given_name": "Salma", "phone": "0662000000", "email": "salma@example.org", "version": version(olu, path)},
    )
    assert len(before & tokens()) == 2
    assert len(tokens()) == 3
    assert "Salma" not in _names(olu.search("/members/search", "0661223344").text)
    assert "Salma" in _names(olu.search("/members/search", "0662000000").text)


def _names(page: str) -> str:
    return " ".join(re.findall(r'class="open"[^>]*><bdi>(.*?)</bdi>', page))


PROPOSAL = {
    "given_name": "Khalid",
    "family_name": "Tazi",
    "phone": "0670112233",
    "how": "read_out",
    "agreed": "y",
    "number": "MC-5",
}


def test_a_membership_form_has_one_answer_whoever_it_is_about(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor
) -> None:
    add(olu, cast)
    known = {**PROPOSAL, "given_name": "Salma", "family_name": "Berrada", "phone": "0661223344", "number": "MC-77"}
    answers = []
    for asked in (PROPOSAL, known):
        answer = ann.post("/members/propose", {**asked, "workplace": str(cast.here)})
        after = ann.get("/members/propose").text
        answers.append((answer.status_code, answer.location, answer.data, re.sub(r'value="[\w.-]{20,}"', "", after)))
    assert answers[0] == answers[1]
    ann.post("/members/propose", {**PROPOSAL, "agreed": "", "workplace": str(cast.here)}, 422)
    ann.post("/members/propose", {**PROPOSAL, "workplace": str(cast.there)}, 422)


def _proposals(app: Union, cast: Cast) -> list[UUID]:
    with app.store.reading(cast.reach("sal")) as session:
        return [one.id for one in session.scalars(select(Proposal)) if one.state.value == "new"]


def test_an_organiser_takes_a_form_or_sets_it_aside(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    for _ in range(3):
        ann.post("/members/propose", {**PROPOSAL, "workplace": str(cast.here)})
    assert olu.get("/members/proposals").text.count("Khalid") == 3
    first, second, third = _proposals(app, cast)
    ann.get(f"/members/proposals/{first}", 404)
    olu.get(f"/members/proposals/{first}?lang=ar")
    made = olu.post(f"/members/proposals/{first}/take").location
    assert "Khalid Tazi" in olu.get(made).text
    olu.post(f"/members/proposals/{first}/take", {"another": "y"}, 422)
    olu.post(f"/members/proposals/{second}/take", status=422)  # the telephone is known by now
    olu.post(f"/members/proposals/{second}/take", {"another": "y"})
    olu.post(f"/members/proposals/{third}/set-aside")
    assert _proposals(app, cast) == []


def test_no_identity_card_without_the_authorisation(cast: Cast, olu: Visitor) -> None:
    assert "cin" not in olu.get(f"/members/{cast.mina}/edit").text.split("<form")[-1]
    olu.post(f"/members/{cast.mina}/edit", {"given_name": "Mina", "cin": "BK1", "version": "1"}, 422)


def test_the_number_of_statements_does_not_grow_with_the_people(app: Union, cast: Cast, olu: Visitor) -> None:
    def statements(path: str) -> int:
        seen: list[str] = []

        def count(_c: object, _cursor: object, statement: str, *_: object) -> None:
            seen.append(statement)

        olu.get(path)
        event.listen(app.store.engine, "before_cursor_execute", count)
        olu.get(path)
        event.remove(app.store.engine, "before_cursor_execute", count)
        return len(seen)

    paths = ["/members", f"/workplaces/{cast.here}/members", f"/members/{cast.mina}", "/members/proposals"]
    before = [statements(path) for path in paths]
    with app.store.writing(cast.reach("olu")) as session:
        people = [uuid4() for _ in range(120)]
        session.insert_together(
            (
                Member,
                [
                    {
                        "id": one,
                        "version": 1,
                        "identity_sealed": Member.identity.seal("member", one, Identity("N", str(i))),
                        "standing_sealed": Member.standing.seal("member", one, Standing()),
                    }
                    for i, one in enumerate(people)
                ],
            ),
            (
                Employment,
                [
                    {
                        "id": one,
                        "workplace_id": cast.here,
                        "member_id": one,
                        "version": 1,
                        "terms_sealed": Employment.terms.seal("employment", one, Terms()),
                    }
                    for one in people
                ],
            ),
        )
    assert [statements(path) for path in paths] == before


def test_openings_and_lists_are_recorded(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    roster = f"/workplaces/{cast.here}/members"
    for path in (f"/members/{cast.mina}", roster, f"{roster}?sort=-name", "/members/proposals"):
        olu.get(path)
    olu.post(f"/members/{cast.mina}/dues", paying(workplace=str(cast.here)))
    with app.store.reading(cast.reach("sal")) as session:
        events = [(one.event.act.value, one.event.kind, one.event.subject) for one in session.scalars(latest())]
    assert events.count(("opened", "member", cast.mina)) == 1
    assert events.count(("listed", "roster", cast.here)) == 2  # each page of it, with how many it shows
    assert ("changed", "member", cast.mina) in events
    assert "a noté une cotisation" in olu.get(f"/members/{cast.mina}?lang=fr").text


def test_a_form_sent_twice_is_one_member(app: Union, cast: Cast, olu: Visitor) -> None:
    once = "a" * 22
    path = f"/workplaces/{cast.here}/members/new"
    assert olu.post(path, NEW, once=once).location == olu.post(path, NEW, once=once).location
    with app.store.reading(cast.reach("sal")) as session:
        assert len([one for one in session.scalars(select(Member)) if one.identity.given_name == "Salma"]) == 1


def test_a_search_leaves_its_words_in_no_address_and_no_cache(app: Union, cast: Cast, olu: Visitor) -> None:
    assert olu.post("/members/search", {"query": ""}, 422)
    answer = olu.search("/members/search", "zzzzz")
    assert answer.headers["Cache-Control"] == "no-store"
    assert re.fullmatch(r"/members/search\?asked=[0-9a-f-]{36}", answer.request.full_path)
