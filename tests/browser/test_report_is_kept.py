"""A report survives a line that breaks, an ended session, signing out elsewhere, another language: it is sent, or it
is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from itsdangerous import URLSafeTimedSerializer
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from sqlalchemy import select

from tests.browser.conftest import Lived
from tests.browser.test_pages import PHONE, opened
from tests.cast import PASSWORD
from tests.forms.test_old_forms import HoursAgo
from union.accounts.models import Door
from union.grievances.drafts import ReportDraft
from union.grievances.models import Grievance

WORDS = "Rien n'a été dit, ni écrit, ni montré."


@pytest.fixture
def ann(browser: Browser, lived: Lived) -> Iterator[tuple[BrowserContext, Page]]:
    context, page, _ = opened(browser, lived, "ann", PHONE)
    yield context, page
    context.close()
    with lived.app.store.maintaining() as session:
        for left in [*session.scalars(select(ReportDraft)), *session.scalars(select(Door))]:
            session.delete(left)


def third_step(page: Page) -> None:
    """To the step where a name, a choice and a text are typed."""
    page.goto("/grievances/new?lang=fr")
    page.locator("[name=paper][value=dismissal_letter]").check(force=True)
    page.locator("[name=when][value=another]").check(force=True)
    page.fill("[name=event_on]", "28/11")
    page.locator("main button[name=go][value='2']").click()
    page.locator("[name=problem][value=discipline]").check(force=True)
    page.locator("main button[name=go][value='3']").click()
    page.locator("[name=about][value=another]").check(force=True)
    page.fill("[name=about_name]", "Omar El Fassi")
    page.locator("[name=agreed][value=yes]").check(force=True)
    page.fill("[name=facts]", WORDS)


def all_is_there(page: Page) -> None:
    """Choices, date, name and text, wherever the form shows or carries them."""
    for name, value in (
        ("about", "another"),
        ("agreed", "yes"),
        ("paper", "dismissal_letter"),
        ("problem", "discipline"),
    ):
        expect(page.locator(f"[name={name}][value={value}]:is(:checked, [type=hidden])")).to_have_count(1)
    assert page.input_value("[name=event_on]").startswith("28/11/")
    assert page.input_value("[name=about_name]") == "Omar El Fassi"
    assert page.input_value("[name=facts]") == WORDS


def reports(lived: Lived) -> int:
    with lived.app.store.maintaining() as session:
        return len(session.scalars(select(Grievance.id)).all())


def kept(page: Page) -> None:
    """Until what was typed last stands on the server."""
    with page.expect_response(
        lambda one: one.url.endswith("/draft") and "Rien" in str(one.request.post_data)
    ) as answer:
        page.locator("[name=facts]").press("End")
        page.locator("[name=facts]").type(" ")
        page.locator("[name=facts]").press("Backspace")
    assert answer.value.status == 204


def test_a_sending_that_breaks_keeps_the_form_and_is_one_report(lived: Lived, ann: tuple[BrowserContext, Page]) -> None:
    """The line breaks before the server hears of it, then after: the page stays, and one report is filed."""
    _, page = ann
    third_step(page)
    page.locator("main button[name=go][value='4']").click()
    page.fill("[name=demand]", "La reprise.")
    before, tries = reports(lived), 0

    def broken(route: Route) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            route.abort("connectionreset")
        elif tries == 2:
            route.fetch(max_redirects=0)  # it is filed, and the answer is lost
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/grievances", broken)
    page.locator("main .button-primary").click()
    notice = page.locator(".acts [data-network-notice]")
    expect(notice).to_be_visible()
    assert notice.evaluate(
        "e => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    )
    assert page.input_value("[name=demand]") == "La reprise."
    page.wait_for_url("**/receipt", timeout=30000)
    assert tries == 3
    assert reports(lived) == before + 1
    page.goto("/grievances/new?lang=fr")
    assert page.locator("[name=paper]:checked").count() == 0


def test_the_button_says_that_it_was_pressed(ann: tuple[BrowserContext, Page]) -> None:
    _, page = ann
    third_step(page)
    waiting: list[Route] = []
    page.route("**/grievances/new", lambda route: waiting.append(route))
    page.locator("main button[name=go][value='4']").click()
    expect(page.locator("main button[name=go][value='4']")).to_have_attribute("aria-busy", "true")
    page.wait_for_timeout(100)
    waiting[0].continue_()
    page.wait_for_selector("[name=demand]")
    assert page.locator("[aria-busy]").count() == 0


def _idle(lived: Lived) -> None:
    """Everybody's session was last used 31 minutes ago."""
    with lived.app.store.maintaining() as session:
        for door in session.scalars(select(Door)):
            door.seen_at = datetime.now(UTC) - timedelta(minutes=31)


def _sign_in(page: Page, who: str = "ann") -> None:
    page.goto("/sign-in")
    page.fill("input[name=login]", who)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/")


def test_what_a_bad_line_did_not_keep_is_tried_until_it_is(lived: Lived, ann: tuple[BrowserContext, Page]) -> None:
    _, page = ann
    third_step(page)
    kept(page)
    tried = []

    def twice(route: Route) -> None:
        tried.append(route.request.post_data)
        if len(tried) <= 2:
            route.abort()
        else:
            route.continue_()

    page.route("**/draft", twice)
    page.locator("[name=facts]").type(" Encore.")
    said = page.locator("[data-kept]")
    expect(said).to_have_text(str(said.get_attribute("data-trying")))
    expect(said).to_have_text(re.compile(r"gardé pour vous à \d\d:\d\d"), timeout=20_000)
    assert len(tried) >= 3
    with lived.app.store.maintaining() as session:
        (draft,) = session.scalars(select(ReportDraft)).all()
        assert dict(draft.typed.pairs)["facts"].endswith("Encore.")


def test_thirty_idle_minutes_lose_nothing(lived: Lived, ann: tuple[BrowserContext, Page]) -> None:
    _, page = ann
    third_step(page)
    kept(page)
    _idle(lived)
    page.locator("main button[name=go][value='4']").click()
    expect(page.locator("[name=facts]")).to_have_count(0)  # the session is over: nothing of it stays on the screen
    assert "Omar" not in page.content()
    _sign_in(page)
    page.locator("main .note a[href='/grievances/new']").click()
    page.wait_for_selector(".left-report")
    all_is_there(page)
    page.locator("main button[name=go][value='4']").click()
    page.fill("[name=demand]", "La reprise.")
    page.locator("main .button-primary").click()
    page.wait_for_url("**/receipt")


def test_signed_out_in_another_tab_and_in_again_it_is_sent_from_where_it_stood(
    lived: Lived, ann: tuple[BrowserContext, Page]
) -> None:
    context, page = ann
    third_step(page)
    other = context.new_page()
    other.goto("/account")
    other.locator("form[action='/sign-out'] button").first.click()
    other.wait_for_url("**/sign-in")
    expect(page.locator("[name=facts]")).to_have_count(0)
    _sign_in(other)
    expect(page.locator("[name=facts]")).to_have_count(1)
    all_is_there(page)
    page.locator("main button[name=go][value='4']").click()
    page.fill("[name=demand]", "La reprise.")
    page.locator("main .button-primary").click()
    page.wait_for_url("**/receipt")


def test_what_waits_for_the_line_is_not_sent_by_whoever_signs_in_after(
    lived: Lived, ann: tuple[BrowserContext, Page]
) -> None:
    """One telephone, two people: a form that is tried again never becomes the other one's report."""
    context, page = ann
    third_step(page)
    kept(page)
    page.route("**/grievances/new", lambda route: route.abort("internetdisconnected"))
    page.locator("main button[name=go][value='4']").click()
    expect(page.locator("[data-network-notice]")).to_be_visible()
    other = context.new_page()
    other.goto("/account")
    other.locator("form[action='/sign-out'] button").first.click()
    other.wait_for_url("**/sign-in")
    _sign_in(other, "olu")
    with page.expect_response(lambda answer: answer.request.method == "POST", timeout=15000) as answer:
        page.unroute("**/grievances/new")
    assert answer.value.status == 403
    page.wait_for_timeout(2000)
    with lived.app.store.maintaining() as session:
        assert {one.account_id for one in session.scalars(select(ReportDraft))} == {lived.cast.ann}
    assert "Omar" not in page.content()
    assert other.locator("body.signed-out").count() == 0, "whoever is signed in now keeps their screen"


def test_what_no_server_has_seen_is_put_back_after_signing_in_again(
    lived: Lived, ann: tuple[BrowserContext, Page]
) -> None:
    """Typed without a network, and the session ended meanwhile: the page alone has it, and gives it back."""
    context, page = ann
    third_step(page)
    kept(page)
    page.route("**/grievances/new/draft", lambda route: route.abort("internetdisconnected"))
    page.fill("[name=facts]", "Sans réseau.")
    page.wait_for_timeout(1000)
    _idle(lived)
    page.locator("main button[name=go][value='4']").click()
    expect(page.locator("[name=facts]")).to_have_count(0)
    other = context.new_page()
    _sign_in(other)
    expect(page.locator("[name=facts]")).to_have_value("Sans réseau.")
    page.locator("main button[name=go][value='4']").click()
    page.wait_for_selector("[name=demand]")


def test_a_report_left_open_over_twelve_hours_goes_on(lived: Lived, ann: tuple[BrowserContext, Page]) -> None:
    """Its token is old, and of the same person: the page takes the fresh one of the answer, and sends again."""
    _, page = ann
    third_step(page)
    age(lived, page)
    page.locator("main button[name=go][value='4']").click()
    page.fill("[name=demand]", "La reprise.")
    age(lived, page)
    page.locator("main .button-primary").click()
    page.wait_for_url("**/receipt")


def age(lived: Lived, page: Page) -> None:
    """As if the page had been there since this morning."""
    assert lived.app.secret_key is not None
    signed = URLSafeTimedSerializer(lived.app.secret_key, salt="wtf-csrf-token", signer=HoursAgo)
    fresh = page.locator("main input[name=csrf_token]").first.input_value()
    page.evaluate(
        "token => document.querySelectorAll('input[name=csrf_token]').forEach((one) => (one.value = token))",
        signed.dumps(signed.loads(fresh)),
    )


def test_the_language_switch_keeps_the_step_and_back(ann: tuple[BrowserContext, Page]) -> None:
    """No page is left for it: no dialog, and Back leads one step back, in the new language, with everything in it."""
    _, page = ann
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    third_step(page)
    page.click("nav.languages button[value=ar]")
    page.wait_for_selector("html[lang=ar][dir=rtl]")
    all_is_there(page)
    assert page.locator(".quick-exit button").inner_text().strip() not in {"", "Sortie rapide"}
    page.go_back()
    page.wait_for_selector("[name=problem][value=discipline]:checked", state="attached")
    assert page.get_attribute("html", "lang") == "ar"
    assert asked == []


def test_another_browser_of_the_same_person_goes_on(
    browser: Browser, lived: Lived, ann: tuple[BrowserContext, Page]
) -> None:
    """And nobody else's does."""
    _, page = ann
    third_step(page)
    kept(page)
    for name in ("ann", "olu"):
        context, other, _ = opened(browser, lived, name, PHONE)
        other.goto("/grievances/new?lang=fr")
        if name == "ann":
            all_is_there(other)
        else:
            assert "Omar" not in other.content()
        context.close()


def test_without_script_the_steps_are_kept_too(browser: Browser, lived: Lived, ann: Any) -> None:
    context, page, _ = opened(browser, lived, "ann", PHONE, script=False)
    page.goto("/grievances/new?lang=fr")
    page.locator("[name=paper][value=sanction]").check(force=True)
    page.locator("[name=when][value=yesterday]").check(force=True)
    page.locator("main button[name=go][value='2']").click()
    page.goto("/grievances/new?lang=fr")
    assert page.locator("[type=hidden][name=paper][value=sanction]").count() == 1
    page.click(".left-report button")
    assert page.locator("[name=paper]:checked, .left-report").count() == 0
    context.close()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_bar_covers_what_is_typed_on_a_small_telephone(
    browser: Browser, lived: Lived, ann: Any, language: str
) -> None:
    context, page, _ = opened(browser, lived, "ann", {"width": 320, "height": 420})
    third_step(page)
    if language == "ar":
        page.click("nav.languages button[value=ar]")
        page.wait_for_selector("html[lang=ar]")
    assert not page.locator("nav.bottom").is_visible()
    for name in ("about_name", "about_phone", "facts"):
        page.evaluate("scrollTo(0, 0)")
        page.focus(f"[name={name}]")
        page.wait_for_timeout(50)
        clear = page.evaluate(
            "name => { const field = document.querySelector(`[name=${name}]`).getBoundingClientRect();"
            " const bar = document.querySelector('.step-acts').getBoundingClientRect();"
            " return Math.min(field.bottom, field.top + 44) <= bar.top && field.top >= 0; }",
            name,
        )
        assert clear, name
    context.close()


def test_a_password_can_be_shown(browser: Browser, lived: Lived) -> None:
    context, page, seen = opened(browser, lived, None, PHONE)
    page.goto("/sign-in?lang=fr")
    page.fill("[name=password]", "quatre mots")
    page.click(".secret > button")
    assert page.get_attribute("[name=password]", "type") == "text"
    page.click(".secret > button")
    assert page.get_attribute("[name=password]", "type") == "password"
    assert seen.said == []
    context.close()
