"""A delegate's own member file: who says it, what it opens, and what it does not."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.dues.test_dues import paying
from union.app import Union
from union.grievances.models import Grievance
from union.members.models import Employment, Mandate, Member, MemberToken
from union.members.named import OwnFile
from union.record.chain import latest
from union.store.reach import Unreachable
from union.web.locale import today

REPORT = {
    "paper": "badge_stopped",
    "when": "today",
    "problem": "pay",
    "about": "oneself",
    "demand": "La paie de mai.",
    "at": "4",
    "go": "4",
}


def linked(sal: Visitor, account: UUID, member: UUID, status: int = 302) -> str:
    return sal.post(f"/accounts/{account}/file", {"member": str(member)}, status).text


def test_the_secretariat_finds_the_holder_links_him_and_takes_it_back(sal: Visitor, ann: Visitor, cast: Cast) -> None:
    sal.get("/account?lang=en")
    assert sal.page(f"/accounts/{cast.ann}").select_one(f"a[href='/accounts/{cast.ann}/file']") is not None
    found = sal.search(f"/accounts/{cast.ann}/file/search", "El Fassi").text
    assert str(cast.omar) in found
    assert str(cast.rita) not in found  # she works where Ann has no role
    assert f'href="/members/{cast.omar}"' in found  # of two who bear one name, his own page says which
    ann.get(f"/members/{cast.omar}", 404)
    linked(sal, cast.ann, cast.omar)
    assert f"/members/{cast.omar}" in sal.get(f"/accounts/{cast.ann}/file").text
    assert "linked to the holder" in sal.get(f"/accounts/{cast.ann}").text
    ann.get(f"/members/{cast.omar}")
    sal.post(f"/accounts/{cast.ann}/file/end")
    sal.post(f"/accounts/{cast.ann}/file/end", status=422)
    ann.get(f"/members/{cast.omar}", 404)
    assert "no longer linked" in sal.get(f"/accounts/{cast.ann}").text


def test_he_reads_his_membership_and_not_the_notes_on_him(sal: Visitor, olu: Visitor, ann: Visitor, cast: Cast) -> None:
    ann.get("/account?lang=en")
    olu.post(
        f"/members/{cast.omar}/card",
        {"card_number": "C-7781", "version": "1", "notes": "à convaincre avant les élections"},
    )
    olu.post(f"/members/{cast.omar}/dues", paying(workplace=str(cast.here), amount="120"))
    olu.post(f"/employments/{cast.omar_employment}/wages", {"from_on": "2024-01-01", "gross": "5000"})
    linked(sal, cast.ann, cast.omar)
    page = ann.page(f"/members/{cast.omar}")
    said = page.get_text()
    for shown in ("C-7781", "Contact", "120", "5,000"):
        assert shown in said
    assert "convaincre" not in said
    assert "Who opened" not in said
    assert not page.select("main form, .aside form, main a[href*='/edit'], .aside a")
    assert page.select_one("main a[href^='/grievances/new']") is not None


def test_a_link_opens_one_file_and_nothing_else(app: Union, sal: Visitor, cast: Cast) -> None:
    """Neither another member, nor what colleagues there have, nor work outside the account's workplaces."""
    before = seen(app, cast)
    linked(sal, cast.zed, cast.rita)
    linked(sal, cast.ann, cast.mina)  # entrusted to her as well
    assert seen(app, cast) == {**before, "zed": ({cast.rita}, {cast.rita_employment}, 1)}


def seen(app: Union, cast: Cast) -> dict[str, tuple[set[UUID], set[UUID], int]]:
    found = {}
    with app.store.maintaining() as session:
        if not session.scalar(select(func.count(MemberToken.id))):
            session.add(MemberToken(member_id=cast.rita, token=bytes(16)))
            session.add(MemberToken(member_id=cast.omar, token=bytes(16)))
    for name in ("ann", "olu", "zed", "lex", "ada"):
        with app.store.reading(cast.reach(name)) as session:
            found[name] = (
                set(session.scalars(select(Member.id))),
                set(session.scalars(select(Employment.id))),
                len(session.scalars(select(MemberToken.id)).all()) + len(session.scalars(select(Mandate.id)).all()),
            )
    return found


def test_his_work_elsewhere_stays_out_of_his_reach(app: Union, sal: Visitor, ann: Visitor, cast: Cast) -> None:
    sal.post(
        f"/members/{cast.omar}/employments/new",
        {
            "workplace": str(cast.there),
            "category": "employee",
            "contract": "cdi",
            "hired_on": "2024-01-01",
        },
    )
    linked(sal, cast.ann, cast.omar)
    with app.store.reading(cast.reach("ann")) as session:
        assert cast.omar_employment in session.scalars(select(Employment.id)).all()
        assert set(session.scalars(select(Employment.workplace_id))) == {cast.here}
    assert "Agdal" not in ann.get(f"/members/{cast.omar}").text


def test_nobody_says_himself_who_he_is(app: Union, cast: Cast) -> None:
    for name in ("ann", "olu", "zed", "lex", "ada"):
        with app.store.writing(cast.reach(name)) as session:
            session.add(OwnFile(account_id=getattr(cast, name), member_id=cast.mina))
            with pytest.raises(Unreachable):
                session.flush()
            session.rollback()
    with app.store.maintaining() as session:
        session.add(OwnFile(account_id=cast.ann, member_id=cast.omar))
    for name in ("olu", "zed", "lex", "ada"):  # whom another account belongs to is nobody's to know
        with app.store.reading(cast.reach(name)) as session:
            assert session.scalars(select(OwnFile)).all() == []
    with app.store.writing(cast.reach("ann")) as session:
        own = session.scalars(select(OwnFile)).one()
        own.member_id = cast.mina
        with pytest.raises(Unreachable):
            session.flush()
        session.rollback()


def test_a_link_that_would_open_anothers_file_is_refused(sal: Visitor, cast: Cast) -> None:
    sal.get("/account?lang=en")
    assert "none of the workplaces" in linked(sal, cast.ann, cast.rita, 422)
    linked(sal, cast.ann, cast.omar)
    assert "take that link back first" in linked(sal, cast.ann, cast.mina, 422)
    assert "linked to an account already" in linked(sal, cast.olu, cast.omar, 422)
    linked(sal, cast.olu, cast.mina)
    for wrong in ("", "nobody", str(cast.sal)):
        sal.post(f"/accounts/{cast.lex}/file", {"member": wrong}, 422)
    sal.post(f"/accounts/{cast.omar}/file", {"member": str(cast.omar)}, 404)


def test_an_account_that_works_nowhere_is_linked_to_nobody(sal: Visitor, cast: Cast) -> None:
    sal.post(f"/accounts/{cast.ann}/closing", {"nobody": "y"})  # whom she looks after
    page = sal.page(f"/accounts/{cast.ann}")
    end = next(str(form["action"]) for form in page.select("form[action*='/grants/']"))
    sal.post(end)
    assert str(cast.omar) not in sal.search(f"/accounts/{cast.ann}/file/search", "Omar").text
    linked(sal, cast.ann, cast.omar, 422)


def test_what_he_reports_for_himself_carries_his_file(
    app: Union, sal: Visitor, ann: Visitor, olu: Visitor, cast: Cast
) -> None:
    before = ann.post("/grievances", REPORT)
    linked(sal, cast.ann, cast.omar)
    ann.get(f"/grievances/new?member={cast.omar}")
    after = ann.post("/grievances", REPORT)
    found = {}
    with app.store.reading(cast.reach("sal")) as session:
        for answer in (before, after):
            case = session.get_one(Grievance, UUID(str(answer.headers["Location"]).split("/")[-2]))
            found[answer] = (case.member_id, case.employment_id)
    assert list(found.values()) == [(None, None), (cast.omar, cast.omar_employment)]
    address = str(after.headers["Location"]).removesuffix("/receipt")
    assert f"/members/{cast.omar}" in olu.get(address).text
    # The answer and the case read alike to who reported it.
    first, second = (ann.get(str(one.headers["Location"])).text for one in (before, after))
    assert blank(first, before.headers["Location"]) == blank(second, after.headers["Location"])


def blank(text: str, address: str) -> int:
    """How long a page is but for its code, which is random and of one length."""
    return len(text.replace(str(address), ""))


def test_he_is_not_among_those_entrusted_to_him(sal: Visitor, ann: Visitor, cast: Cast) -> None:
    linked(sal, cast.ann, cast.omar)
    mine = ann.page("/members/entrusted")
    assert [str(one["href"]) for one in mine.select("main a.open")] == [f"/members/{cast.mina}"]
    assert mine.select_one(f"a.button[href='/members/{cast.omar}']") is not None
    offered = ann.post("/grievances/new", {**REPORT, "about": "", "at": "2", "go": "3"}, 200).text
    assert str(cast.mina) in offered
    assert f'value="{cast.omar}"' not in offered


def test_the_link_is_in_the_record_and_on_no_members_page(app: Union, sal: Visitor, olu: Visitor, cast: Cast) -> None:
    olu.get("/account?lang=en")
    before = olu.page(f"/members/{cast.omar}").get_text()
    linked(sal, cast.ann, cast.omar)
    with app.store.reading(cast.reach("sal")) as session:
        newest = session.scalars(latest()).first()
        assert newest is not None
        assert (newest.event.by, newest.event.subject) == (cast.sal, cast.ann)
        assert newest.event.note == f"own {cast.omar}"
    after = olu.page(f"/members/{cast.omar}").get_text()
    assert after.count("\n") - before.count("\n") in range(0, 3)  # one more opening, by Olu himself
    assert "Ann" not in after


def test_a_role_that_ended_takes_the_link_with_it(sal: Visitor, ann: Visitor, cast: Cast) -> None:
    linked(sal, cast.ann, cast.omar)
    ann.get(f"/members/{cast.omar}")
    sal.post(f"/accounts/{cast.ann}/closing", {"nobody": "y"})  # whom she looks after
    sal.post(f"/accounts/{cast.ann}/disable")
    assert ann.client.get(f"/members/{cast.omar}").status_code == 302
    sal.post(f"/accounts/{cast.ann}/enable")
    sal.post(
        f"/accounts/{cast.ann}/grants",
        {
            "role": "analyst",
            "workplaces": str(cast.here),
            "from_on": (today() - timedelta(days=1)).isoformat(),
        },
    )
    ann.sign_in(cast.ann)
    ann.token = ""
    ann.post("/account/role", {"role": "analyst"})
    assert ann.client.get(f"/members/{cast.omar}").status_code == 404  # an analyst sees no person, himself included
