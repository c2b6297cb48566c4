"""The members whom a delegate looks after: the delegate's list, what each shows, and where it leads from there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from tests.browsing import Visitor
from tests.cast import Cast
from tests.dues.test_dues import paying
from union.app import Union
from union.web.locale import today


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_a_delegate_finds_those_entrusted_to_him_and_nobody_else(
    cast: Cast, ann: Visitor, zed: Visitor, language: str
) -> None:
    home = ann.page(f"/?lang={language}")
    assert home.select_one("main a[href='/members/entrusted']") is not None
    mine = ann.page(f"/members/entrusted?lang={language}")
    assert [str(link["href"]) for link in mine.select("main a.open")] == [f"/members/{cast.mina}"]
    assert f"/members/{cast.omar}" not in str(mine)
    assert not zed.page(f"/members/entrusted?lang={language}").select("main a.open")


def test_who_leaves_the_delegates_care_leaves_the_list(cast: Cast, olu: Visitor, ann: Visitor) -> None:
    back = olu.page(f"/members/{cast.mina}").select_one("form[action^='/entrusted/']")
    assert back is not None
    olu.post(str(back["action"]))
    assert not ann.page("/members/entrusted").select("main a.open")


def test_a_delegate_reports_from_the_page_of_who_is_entrusted_to_him(cast: Cast, ann: Visitor) -> None:
    link = ann.page(f"/members/{cast.mina}").select_one("main a[href^='/grievances/new?member=']")
    assert link is not None
    ann.get(str(link["href"]))


def test_the_desk_has_the_roster_instead(olu: Visitor, sal: Visitor, lex: Visitor, ada: Visitor) -> None:
    for other in (olu, sal, lex, ada):
        other.get("/members/entrusted", 403)


def test_the_list_costs_the_same_whatever_its_length(app: Union, cast: Cast, olu: Visitor, ann: Visitor) -> None:
    def asked() -> int:
        heard: list[str] = []

        def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            heard.append(statement)

        event.listen(app.store.engine, "before_cursor_execute", hear)
        ann.get("/members/entrusted")
        event.remove(app.store.engine, "before_cursor_execute", hear)
        return len(heard)

    one = asked()
    olu.post(f"/employments/{cast.omar_employment}/entrust", {"account": str(cast.ann)})
    assert len(ann.page("/members/entrusted").select("main a.open")) == 2
    assert asked() == one


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"from_on": (today() + timedelta(days=40)).isoformat(), "gross": "5000"}, "from_on"),
        ({"from_on": "1960-01-01", "gross": "5000"}, "from_on"),
        ({"from_on": date(2026, 1, 1).isoformat(), "gross": "5000", "net": "5000.01"}, "net"),
    ],
)
def test_a_wage_that_cannot_be_is_refused(cast: Cast, olu: Visitor, sent: dict[str, str], field: str) -> None:
    edit = olu.page(f"/employments/{cast.mina_employment}/edit")
    fields = {str(one["name"]): str(one.get("value", "")) for one in edit.select("#main-form input[name]")}
    chosen = {
        str(one["name"]): str(one.select_one("option[selected]")["value"])  # type: ignore[index]  # one is chosen
        for one in edit.select("select[name]")
    }
    kept = {name: value for name, value in {**fields, **chosen}.items() if name not in {"csrf_token", "form_token"}}
    olu.post(f"/employments/{cast.mina_employment}/edit", {**kept, "hired_on": "2015-01-01"})
    answer = olu.post(f"/employments/{cast.mina_employment}/wages", sent, 422)
    assert f'id="{field}-error"' in answer.text


def test_dues_are_not_paid_on_a_day_to_come(cast: Cast, olu: Visitor) -> None:
    sent = paying(workplace=str(cast.here), on=(today() + timedelta(days=1)).isoformat())
    answer = olu.post(f"/members/{cast.mina}/dues", sent, 422)
    assert 'id="on-error"' in answer.text


def test_every_act_is_said(cast: Cast, olu: Visitor) -> None:
    olu.get("/account?lang=en")
    olu.post(f"/members/{cast.mina}/dues", paying(workplace=str(cast.here)))
    assert "The payment is written down." in olu.get(f"/members/{cast.mina}/dues").text


def test_a_last_day_to_come_is_shown(cast: Cast, olu: Visitor) -> None:
    day = today() + timedelta(days=20)
    olu.edit(f"/employments/{cast.mina_employment}/leave", {"on": day.isoformat()})
    olu.get("/account?lang=en")
    shown = olu.page(f"/members/{cast.mina}").select_one("section.employment")
    assert shown is not None
    assert "Last day at work" in shown.get_text()
    assert str(day.year) in shown.get_text()


def test_a_membership_form_that_waits_is_said_on_the_organisers_first_page(
    cast: Cast, ann: Visitor, olu: Visitor, zed: Visitor
) -> None:
    assert olu.page("/").select_one("a[href='/members/proposals']") is None
    form = {"given_name": "Nour", "family_name": "Zniber", "phone": "0661223355", "how": "spoken", "agreed": "y"}
    ways = [str(one["value"]) for one in ann.page("/members/propose").select("[name=how] option, input[name=how]")]
    ann.post("/members/propose", {**form, "how": ways[-1], "workplace": str(cast.here)})
    assert olu.page("/").select_one("a[href='/members/proposals']") is not None
    assert zed.page("/").select_one("a[href='/members/proposals']") is None


def test_no_proof_of_a_consent_is_chosen_before_somebody_chooses_it(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    form = {
        "given_name": "Nour",
        "family_name": "Zniber",
        "phone": "0661223355",
        "agreed": "y",
        "workplace": str(cast.here),
    }
    for visitor, address, sent in (
        (ann, "/members/propose", form),
        (olu, f"/members/{cast.mina}/consent", {"on": f"{today():%d/%m/%Y}"}),
    ):
        first = visitor.page(address).select_one("select[name=how] option")
        assert first is not None
        assert first["value"] == ""
        assert not visitor.page(address).select("select[name=how] option[selected]:not([value=''])")
        action = str(visitor.page(address).select_one("main form:has([name=how])").get("action", address))
        version = visitor.page(address).select_one("main form input[name=version]")
        told = {**sent, **({"version": str(version["value"])} if version else {})}
        assert "how-error" in visitor.post(action, told, 422).text
