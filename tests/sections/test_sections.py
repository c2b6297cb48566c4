"""A union section: assembly, statutes, officers, each filing with its proof, a refused receipt, and the letters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from union.app import Union
from union.law.sections.filing import Check
from union.sections.models import Section, Told, Why
from union.web.locale import today

TICKED = {one.value: "y" for one in Check}


def shown(on: date) -> str:
    return on.strftime("%d/%m/%Y")


def told(app: Union) -> Told:
    with app.store.maintaining() as session:
        return session.scalars(select(Section)).one().told


@pytest.fixture
def address(olu: Visitor, cast: Cast) -> str:
    """A section founded five days ago, with its statutes and a general secretary."""
    on = shown(today() - timedelta(days=5))
    typed = {"name": "Section", "on": on, "place": "Maison des jeunes", "present": "21", "minutes": "y"}
    found = str(olu.post(f"/workplaces/{cast.here}/offices/new", typed).location)
    sent(olu, f"{found}/rules", adopted_on=on, text="Première", term_months="24")
    sent(olu, f"{found}/names", name="Karim Idrissi", office="secretary", from_on=on, **TICKED)
    return found


def sent(visitor: Visitor, at: str, status: int = 302, **typed: str) -> str:
    form = visitor.page(at).select_one("#main-form input[name=version]")
    assert form is not None
    return visitor.post(at, {"version": str(form["value"]), **typed}, status).text


def done(visitor: Visitor, address: str, step: str, on: date, status: int = 302, at: int = 0, **typed: str) -> str:
    return sent(visitor, f"{address}/step?filing={at}&step={step}", status, on=shown(on), **typed)


def test_the_checklist_is_computed(olu: Visitor, address: str) -> None:
    said = words(olu, f"{address}?lang=en")
    assert "File four copies with the local authority against an immediate receipt" in said
    assert "Send the fifth copy to the provincial labour delegate" in said
    assert "only after the deposit" in said
    assert "Have a bailiff record" not in said
    assert "File four copies" in words(olu, "/?lang=en")
    assert "File four copies" in words(olu, "/agenda?lang=en")


def test_a_receipt_proves_the_deposit_and_offers_the_stage(app: Union, olu: Visitor, address: str) -> None:
    assert "Write down a stage" not in words(olu, f"{address}?lang=en")
    done(olu, address, "file", today(), way="receipt", proof="112/2026")
    said = words(olu, f"{address}?lang=en")
    assert "Filed, with its proof, on" in said
    assert "112/2026" in said
    assert "Write down a stage" in said
    deposit = told(app).deposit
    assert deposit is not None
    assert deposit.on == today()


def test_a_refused_receipt_asks_for_the_letter_of_the_same_day(app: Union, olu: Visitor, address: str) -> None:
    done(olu, address, "file", today(), 422)
    done(olu, address, "file", today(), 422, way="receipt", refused="y")
    done(olu, address, "file", today(), refused="y")
    said = words(olu, f"{address}?lang=en")
    for part in ("The receipt was refused on", "registered letter the same day", "bailiff", "before the court"):
        assert part in said, part
    assert told(app).deposit is None
    for language in ("fr", "ar"):
        assert olu.get(f"{address}/letter?step=registered&in={language}").data.startswith(b"%PDF")
    done(olu, address, "registered", today() - timedelta(days=1), 422, way="registered")
    done(olu, address, "registered", today(), way="registered", proof="RR 4471")
    assert "Filed, with its proof, on" in words(olu, f"{address}?lang=en")
    olu.post(f"{address}/step/undo?step=file", {}, 409)
    olu.post(f"{address}/step/undo?step=registered", {})
    olu.post(f"{address}/step/undo?step=file", {})
    assert told(app).filings[0].refused_on is None


def test_the_employer_is_told_after_the_deposit_and_after_a_warning(olu: Visitor, address: str) -> None:
    olu.get(f"{address}/step?step=employer", 404)
    assert "after the deposit" in words(olu, f"{address}/telling?lang=en")
    olu.post(f"{address}/telling", {"sure": "y"}, 422)
    done(olu, address, "file", today(), way="stamped")
    assert "names people to the employer" in words(olu, f"{address}/telling?lang=en")
    olu.post(f"{address}/telling", {}, 422)
    for language in ("fr", "ar"):
        answer = olu.post(f"{address}/telling?in={language}&way=sign", {"sure": "y"}, 200)
        assert answer.data.startswith(b"%PDF")
        assert "Idrissi" not in answer.headers["Content-Disposition"]
    olu.get(f"{address}/letter?step=employer", 404)


def test_a_change_of_officers_is_filed_like_the_first_time(app: Union, olu: Visitor, address: str) -> None:
    sent(olu, f"{address}/names", name="Nadia Alami", office="treasurer", from_on=shown(today()))
    assert len(told(app).filings) == 1
    done(olu, address, "file", today(), way="receipt", proof="112")
    assert "to be checked" in words(olu, f"{address}?lang=en")
    one = told(app).officers[1]
    typed = {"name": one.name, "office": "assessor", "from_on": shown(one.from_on), **TICKED}
    sent(olu, f"{address}/names/one?officer=2", **typed)
    assert [each.why for each in told(app).filings] == [Why.FOUNDING, Why.OFFICERS]
    assert told(app).officers[1].checked_by
    for step in ("file", "delegate"):
        for way in ("draft", "sign", "docx"):
            assert olu.get(f"{address}/letter?filing=1&step={step}&way={way}&in=ar").data
    olu.post(f"{address}/step/undo?filing=0&step=file", {}, 409)
    done(olu, address, "file", today(), at=1, way="receipt", proof="113")
    olu.post(f"{address}/step/strike", {}, 409)
    olu.post(f"{address}/step/undo?filing=1&step=file", {})
    olu.post(f"{address}/step/strike", {})
    assert len(told(app).filings) == 1


def test_the_term_is_asked_and_never_assumed(olu: Visitor, address: str) -> None:
    done(olu, address, "file", today(), way="receipt")
    done(olu, address, "delegate", today(), way="registered")
    sent(olu, f"{address}/rules", adopted_on=shown(today() - timedelta(days=5)), term_months="")
    assert "Renew the union bureau" not in words(olu, f"{address}?lang=en")
    sent(olu, f"{address}/rules", adopted_on=shown(today() - timedelta(days=5)), term_months="24")
    assert "Renew the union bureau" in words(olu, "/agenda?lang=en")


def test_one_at_a_site_and_a_closed_one_leaves_the_agenda(olu: Visitor, cast: Cast, address: str) -> None:
    olu.post(f"/workplaces/{cast.here}/offices/new", {}, 422)
    olu.post(f"{address}/close", {})
    assert "File four copies" not in words(olu, "/agenda?lang=en")
    olu.post(f"{address}/close", {}, 409)
    olu.post(f"{address}/reopen", {})


def test_days_that_cannot_be_are_refused_and_stay(olu: Visitor, cast: Cast, address: str) -> None:
    assert "31/12/2099" in done(olu, address, "file", date(2099, 12, 31), 422, way="receipt")
    done(olu, address, "file", today() - timedelta(days=9), 422, way="receipt")
    olu.get(f"{address}/step?filing=7", 404)
    olu.get(f"{address}/step?step=assembly", 404)
    olu.get(f"{address}/names/one?officer=9", 404)
    sent(olu, f"{address}/founding", 422, on="", minutes="y")


def test_the_titles_and_the_addresses_say_nothing(olu: Visitor, address: str) -> None:
    done(olu, address, "file", today(), way="receipt")
    for path in (
        "/offices",
        address,
        *(f"{address}/{one}" for one in ("founding", "rules", "names", "step", "telling")),
    ):
        for language in ("fr", "ar", "en"):
            page = olu.page(f"{path}?lang={language}")
            assert page.title is not None
            for word in ("yndic", "نقاب", "nion", "Idrissi"):
                assert word not in page.title.text
