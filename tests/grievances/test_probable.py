"""Cases tied to nobody beside the members who bear the same name or telephone: somebody says theirs, or not theirs."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.grievances.reports import case_of, opened, report
from tests.grievances.test_case import plain
from union.app import Union
from union.grievances.models import Grievance
from union.grievances.probable import alike
from union.members import tokens
from union.members.models import Identity, Member, MemberToken

PHONE = "+212661000009"


def with_phone(app: Union, cast: Cast) -> None:
    with app.store.maintaining() as session:
        member = session.get_one(Member, cast.omar)
        member.identity = dataclasses.replace(member.identity, phones=(PHONE,))
        session.add(MemberToken(member_id=cast.omar, token=tokens.phone(PHONE)))


def of_omar(ann: Visitor, name: str = "Omar El Fassi", phone: str = "") -> str:
    return case_of(report(ann, problem="pay", about="another", about_name=name, about_phone=phone))


def test_a_members_page_offers_what_is_probably_theirs(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    with_phone(app, cast)
    address = of_omar(ann, "عمر الفاسي", "06 61 00 00 09")
    page = olu.page(f"/members/{cast.omar}?lang=en")
    offered = page.select_one(f"form[action='{address}/about']")
    assert offered is not None
    text = " ".join(page.get_text(" ").split())
    assert "Agrees: the same workplace · the same telephone" in text
    assert "Differs: a name that sounds alike" in text
    assert page.select_one(f"form[action='{address}/about/not']") is not None
    assert address not in str(olu.page(f"/members/{cast.mina}"))
    olu.post(f"{address}/about", {"member": str(cast.omar)})
    with app.store.maintaining() as session:
        assert session.get_one(Grievance, UUID(address.rsplit("/", 1)[1])).member_id == cast.omar
    assert olu.page(f"/members/{cast.omar}").select_one(f"form[action='{address}/about']") is None
    assert address in {str(one.get("href")) for one in olu.page(f"/members/{cast.omar}").select("main a")}


def test_the_case_offers_the_member_until_somebody_says_no(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = of_omar(ann)
    before = [plain(ann.get(f"{address}{tail}").text) for tail in ("", "/readers")]
    page = olu.page(f"{address}?lang=en")
    (said,) = [one for one in page.select("aside form") if one["action"] == f"{address}/about/not"]
    assert said.select_one(f"input[name=member][value='{cast.omar}']") is not None
    assert "the same name" in page.get_text()
    olu.post(f"{address}/about/not", {"member": str(cast.omar)})
    assert olu.page(address).select_one(f"form[action='{address}/about/not']") is None
    assert olu.page(f"/members/{cast.omar}").select_one(f"form[action='{address}/about']") is None
    assert "Not about this member" in words(olu, f"{address}?lang=en")
    olu.post(f"{address}/about/not", {"member": str(cast.omar)}, 422)
    olu.post(f"{address}/about/not", {"member": str(cast.rita)}, 422)  # out of reach
    assert [plain(ann.get(f"{address}{tail}").text) for tail in ("", "/readers")] == before


def test_a_confidential_case_is_offered_to_whom_it_names_alone(
    cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    hidden = case_of(report(ann, problem="health", about="another", about_name="Omar El Fassi", readers=str(cast.olu)))
    opened(olu, hidden)
    assert hidden in str(olu.page(f"/members/{cast.omar}"))
    assert hidden not in str(sal.page(f"/members/{cast.omar}"))
    sal.post(f"{hidden}/about/not", {"member": str(cast.omar)}, 404)


def test_a_name_that_sounds_alike_is_not_the_same(app: Union) -> None:
    """Hassan is not Hussein: it is said, and nobody decides for us."""
    with app.test_request_context("/?lang=en"):
        found = alike("Hassan Alami", "", Identity("Alami", "Hussein", "العلمي", "حسين"))
        assert found is not None
        assert "the same name" not in found.agrees
        assert any("sounds alike" in one for one in found.differs)
        assert alike("Karim Tazi", "", Identity("Alami", "Hussein")) is None
        other = alike("Karim Tazi", PHONE, Identity("Alami", "Hussein", phones=(PHONE,)))
        assert other is not None
        assert "the same telephone" in other.agrees
        assert any("another name" in one for one in other.differs)
