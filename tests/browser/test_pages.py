"""Every page that a role reaches from its first page, in French and in Arabic, on a phone and at a desk."""

from __future__ import annotations

from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import select

import config
from tests.browser.conftest import ID, ROLES, Lived, Seen
from tests.cast import PASSWORD
from union.accounts.models import Door

AXE = (config.HERE / "node_modules" / "axe-core" / "axe.min.js").read_text()
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
WIDTHS = (320, 360, 412, 600, 768, 900, 1024, 1280, 1920)
WIDER = (
    "() => { const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;"
    " return wide > 1 ? [...document.querySelectorAll('body *')].filter(e => {"
    " const box = e.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })"
    ".slice(0, 3).map(e => e.outerHTML.slice(0, 120)) : []; }"
)
# A link that fills its row lies over the whole page where no row holds it.
OWN_ROW = (
    "() => [...document.querySelectorAll('.open')].filter(e => { let at = e;"
    " while (at && getComputedStyle(at).position === 'static') at = at.parentElement;"
    " return !at || at === document.body; }).slice(0, 3).map(e => e.outerHTML.slice(0, 120))"
)
# Without what no page here needs: paths to each node (its markup is shown) and sounds and films fetched before.
FAULTS = (
    "async () => (await axe.run(document, {resultTypes: ['violations'], selectors: false, elementRef: false,"
    " preload: false})).violations"
    ".map(v => v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 160)).join(' | '))"
)


def opened(
    browser: Browser, lived: Lived, name: str | UUID | None, size: Any, *, script: bool = True
) -> tuple[BrowserContext, Page, Seen]:
    context = browser.new_context(viewport=size, base_url=lived.address, locale="fr-FR", java_script_enabled=script)
    if name is not None:
        context.add_cookies(lived.ticket(name))  # type: ignore[arg-type]  # cookies as Playwright takes them
    seen = Seen(context)
    return context, context.new_page(), seen


def test_the_walk_reaches_the_pages(maps: dict[str, list[str]]) -> None:
    assert all(len(found) > 1 for found in maps.values()), maps
    assert len(maps["sal"]) > 25, maps["sal"]


def test_the_walk_reaches_papers_and_the_dispute_in_depth(maps: dict[str, list[str]]) -> None:
    """What it reaches is put to axe below, at both widths and in both languages."""
    shapes = {ID.sub("<id>", urlsplit(path).path) for found in maps.values() for path in found}
    dispute, person = "/layoffs/<id>", "/layoffs/<id>/people/<id>"
    wanted = {
        *(f"/receipts/<id>{page}" for page in ("", "/edit", "/questions", "/rights", "/sent", "/aside")),
        *(f"/dismissals/<id>{page}" for page in ("", "/edit", "/questions", "/sent", "/aside")),
        *(f"/court/<id>{page}" for page in ("", "/edit", "/judgment", "/aside")),
        *(f"{dispute}/{page}" for page in ("closure", "closure/evidence", "order", "figures", "procedure", "agenda")),
        *(f"{dispute}/{page}" for page in ("switches", "papers", "out")),
        *(f"{person}{page}" for page in ("", "/papers", "/switches", "/job-loss", "/job-loss/edit")),
        "/intake/<id>",
        "/closures/new",
        "/account/calendar",
    }
    assert wanted <= shapes, wanted - shapes


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("name", ROLES)
def test_every_page_is_sound(
    browser: Browser, lived: Lived, maps: dict[str, list[str]], name: str, language: str
) -> None:
    """No fault of axe on a phone and at a desk, no complaint of the browser, nothing wider than any window."""
    shown_before = {ID.sub("<id>", one) for other in ROLES[: ROLES.index(name)] for one in maps[other]} - {"/"}
    wrong: list[str] = []
    context, page, seen = opened(browser, lived, name, PHONE)
    page.goto(f"/?lang={language}")
    for path in maps[name]:
        if ID.sub("<id>", path) in shown_before and path not in lived.beside.get(name, []):
            continue  # the same template, looked at for another role
        page.set_viewport_size(PHONE)
        page.goto(path, wait_until="load")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wrong += [f"{name} {language} {path}: wider than {width} pixels: {one}" for one in page.evaluate(WIDER)]
        direction = page.evaluate("() => getComputedStyle(document.body).direction")
        if direction != ("rtl" if language == "ar" else "ltr"):
            wrong.append(f"{name} {language} {path}: {direction}")
        page.evaluate(AXE)
        for size in (PHONE, DESK):  # loaded once: the sheets follow the width
            page.set_viewport_size(size)
            wrong += [f"{name} {language} {size['width']} {path}: {one}" for one in page.evaluate(FAULTS)]
            wrong += [
                f"{name} {size['width']} {path}: fills more than its row: {one}" for one in page.evaluate(OWN_ROW)
            ]
    wrong += [f"{name} {language}: {one}" for one in seen.said]
    context.close()
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:40])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_pages_of_strangers_are_sound(browser: Browser, lived: Lived, language: str) -> None:
    wrong: list[str] = []
    for size in (PHONE, DESK):
        context, page, seen = opened(browser, lived, None, size)
        for path in ("/sign-in", "/notes", "/nowhere"):
            page.goto(f"{path}?lang={language}")
            page.evaluate(AXE)
            wrong += [f"{path}: {one}" for one in [*page.evaluate(FAULTS), *page.evaluate(WIDER)]]
        wrong += [one for one in seen.said if "404" not in one]
        context.close()
    assert not wrong, "\n".join(wrong)


def _sign_in(page: Page) -> None:
    page.goto("/sign-in")
    page.fill("input[name=login]", "ann")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/")


def test_back_shows_nothing_after_signing_out(browser: Browser, lived: Lived) -> None:
    context, page, _ = opened(browser, lived, None, PHONE)
    _sign_in(page)
    page.goto(f"/members/{lived.cast.mina}")
    assert "El Fassi" in page.content()
    page.goto("/account")
    page.locator("form[action='/sign-out'] button").first.click()
    page.wait_for_url("**/sign-in")
    for _ in range(3):
        page.go_back(wait_until="domcontentloaded")
        assert "El Fassi" not in page.content()
        assert "Mina" not in page.content()
    context.close()


@pytest.mark.parametrize("keys", [False, True])
def test_quick_exit_leaves_nothing(browser: Browser, lived: Lived, keys: bool) -> None:
    """By the button, and by Escape twice."""
    context, page, _ = opened(browser, lived, None, PHONE)
    _sign_in(page)
    page.goto(f"/members/{lived.cast.mina}")
    with page.expect_response("**/notes"):
        if keys:
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")
        else:
            page.locator("form[action='/notes'] button").first.click()
    page.wait_for_url("**/notes")
    assert "El Fassi" not in page.content()
    page.go_back(wait_until="domcontentloaded")
    assert "El Fassi" not in page.content()
    answer = page.goto(f"/members/{lived.cast.mina}")
    assert answer is not None
    assert page.url.endswith("/sign-in")
    context.close()


@pytest.mark.parametrize("keys", [False, True])
def test_quick_exit_without_the_network(browser: Browser, lived: Lived, keys: bool) -> None:
    """A neutral sheet at once, Back shows it again, and the session ends as soon as there is a network."""
    context, page, _ = opened(browser, lived, None, PHONE)
    _sign_in(page)
    page.goto(f"/members/{lived.cast.mina}")
    context.set_offline(True)
    if keys:
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    else:
        page.locator("form[action='/notes'] button").first.click()
    page.wait_for_selector("#sheet")
    assert page.is_visible("#sheet")
    assert (page.title(), page.url) == ("Notes", f"{lived.address}/notes")
    assert "El Fassi" not in page.content()
    page.go_back()
    assert page.is_visible("#sheet")
    assert doors(lived) == 1, "nothing could end it yet"
    if keys:  # the same page, when the network is back
        context.set_offline(False)
        page.wait_for_timeout(6000)
    else:  # the page is closed, and another one opened later
        page.close()
        context.set_offline(False)
        page = context.new_page()
        page.goto(f"{lived.address}/members/{lived.cast.mina}")
        page.wait_for_selector("#sheet")
        page.wait_for_timeout(500)
    assert doors(lived) == 0
    assert not [one["name"] for one in context.cookies()]
    page.goto(f"{lived.address}/members/{lived.cast.mina}")
    assert page.url.endswith("/sign-in")
    assert page.is_visible("input[name=login]")
    context.close()


def doors(lived: Lived) -> int:
    """How many sessions of Ann's that were signed in by a password are open."""
    with lived.app.store.maintaining() as session:
        found = session.scalars(select(Door).where(Door.account_id == lived.cast.ann)).all()
        return sum(one.browser.agent != "test" for one in found)


def test_quick_exit_blanks_every_tab(browser: Browser, lived: Lived) -> None:
    context, page, _ = opened(browser, lived, None, PHONE)
    _sign_in(page)
    other = context.new_page()
    other.goto(f"{lived.address}/members/{lived.cast.mina}")
    page.locator("form[action='/notes'] button").first.click()
    other.wait_for_selector("#sheet")
    assert "El Fassi" not in other.content()
    page.wait_for_timeout(300)
    assert doors(lived) == 0
    context.close()


def test_a_page_out_of_sight_is_covered(browser: Browser, lived: Lived) -> None:
    context, page, _ = opened(browser, lived, "ann", PHONE)
    page.goto(f"/members/{lived.cast.mina}")
    assert page.is_visible("h1")
    page.evaluate(
        """() => { Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange")); }"""
    )
    assert not page.is_visible("h1")
    page.evaluate(
        """() => { Object.defineProperty(document, "hidden", { value: false });
        document.dispatchEvent(new Event("visibilitychange")); }"""
    )
    assert page.is_visible("h1")
    context.close()


def test_a_page_ends_with_its_session(browser: Browser, lived: Lived) -> None:
    """By its time; what was typed comes back to the same person alone."""
    context, page, _ = opened(browser, lived, None, PHONE)
    page.clock.install()
    _sign_in(page)
    page.goto(f"/members/{lived.cast.mina}")
    page.clock.fast_forward(29 * 60 * 1000)
    assert "El Fassi" in page.content()
    page.clock.fast_forward(2 * 60 * 1000)
    page.wait_for_selector("h1:has-text('session')")
    assert "El Fassi" not in page.content()
    assert "Mina" not in page.title()
    context.close()


def test_who_types_is_not_idle_and_what_was_typed_comes_back(
    browser: Browser, lived: Lived, maps: dict[str, list[str]]
) -> None:
    case = next(path for path in maps["ann"] if ID.fullmatch(path.removeprefix("/grievances/")))
    context, page, _ = opened(browser, lived, None, PHONE)
    page.clock.install()
    _sign_in(page)
    page.goto(case)
    page.clock.fast_forward(25 * 60 * 1000)
    page.evaluate("() => { new BroadcastChannel('session').onmessage = () => (window.told = true); }")
    page.locator("textarea[name=words]").type("Le chef")
    last = monotonic() + 20
    while not page.evaluate("() => window.told"):  # the answer has been read, not only sent
        assert monotonic() < last, "the page was not told that its session lasts"
        sleep(0.02)  # Playwright's own waits stand still with the page's clock
    page.clock.fast_forward(25 * 60 * 1000)
    assert page.is_visible("textarea[name=words]")
    page.clock.fast_forward(10 * 60 * 1000)
    page.wait_for_selector("[data-typed]:visible")
    assert "Le chef" not in page.content()
    with lived.app.store.maintaining() as session:  # as thirty minutes without a sign do
        for one in session.scalars(select(Door).where(Door.account_id == lived.cast.ann)):
            session.delete(one)
    again = context.new_page()
    again.goto(f"{lived.address}/sign-in")
    again.fill("input[name=login]", "ann")
    again.fill("input[name=password]", PASSWORD)
    again.click("main button[type=submit]")
    again.wait_for_url("**/")
    page.wait_for_selector("textarea[name=words]")
    assert page.input_value("textarea[name=words]") == "Le chef"
    page.locator("form:has(textarea[name=words]) button[type=submit]").last.click()
    page.wait_for_selector("text=Le chef", state="attached")
    context.close()


def test_signing_out_clears_the_other_tabs(browser: Browser, lived: Lived) -> None:
    context, page, _ = opened(browser, lived, None, PHONE)
    _sign_in(page)
    other = context.new_page()
    other.goto(f"{lived.address}/members/{lived.cast.mina}")
    page.goto("/account")
    page.locator("form[action='/sign-out'] button").first.click()
    page.wait_for_url("**/sign-in")
    other.wait_for_selector("h1:has-text('session')")
    assert "El Fassi" not in other.content()
    context.close()


def test_what_was_typed_survives_a_mistake(browser: Browser, lived: Lived) -> None:
    context, page, seen = opened(browser, lived, "olu", PHONE)
    page.goto(f"/workplaces/{lived.cast.here}/members/new")
    page.fill("input[name=given_name]", "Salma <b>")
    page.fill("input[name=phone]", "12")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_selector("[aria-invalid=true]")
    assert page.input_value("input[name=given_name]") == "Salma <b>"
    assert page.input_value("input[name=phone]") == "12"
    assert all("422" in one for one in seen.said), seen.said
    context.close()


def test_no_page_asks_another_machine(browser: Browser, lived: Lived) -> None:
    context, page, _ = opened(browser, lived, "sal", DESK)
    asked: list[str] = []
    context.on("request", lambda one: asked.append(one.url))
    for path in ("/", "/layoffs", "/members", "/figures"):
        page.goto(path, wait_until="networkidle")
    assert asked
    assert not [one for one in asked if not one.startswith((lived.address, "data:"))]
    context.close()


def test_the_addresses_say_nothing(browser: Browser, lived: Lived) -> None:
    """A search is sent, and never stands in the address or the history."""
    context, page, _ = opened(browser, lived, "olu", DESK)
    page.goto("/search")
    page.fill("main input[type=search], main input[type=text]", "Mina")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=El Fassi")
    assert "Mina" not in page.url
    context.close()


def test_a_half_typed_note_is_not_left_unasked(browser: Browser, lived: Lived, maps: dict[str, list[str]]) -> None:
    """By a link it is asked first; the language switch takes it along; the quick exit asks nothing, and nothing
    stays."""
    case = next(path for path in maps["ann"] if ID.fullmatch(path.removeprefix("/grievances/")))
    context, page, _ = opened(browser, lived, "ann", PHONE)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto(f"{case}?lang=fr")
    page.locator("textarea[name=words]").type("Le chef a dit")
    page.locator("nav.bottom a").first.click()
    page.wait_for_timeout(100)
    assert asked == ["beforeunload"]
    assert page.input_value("textarea[name=words]") == "Le chef a dit"
    page.click("nav.languages button[value=ar]")
    page.wait_for_selector("html[dir=rtl]")
    assert page.input_value("textarea[name=words]") == "Le chef a dit"
    page.locator("textarea[name=words]").type(" que")
    page.locator("form[action='/notes'] button").first.click()
    page.wait_for_url("**/notes")
    assert asked == ["beforeunload"]
    context.close()


def test_back_leads_one_step_back_in_a_report(browser: Browser, lived: Lived) -> None:
    """The telephone's own Back, and Forward; a mistake keeps its step; without the script the steps are posted."""
    for script in (True, False):
        context, page, seen = opened(browser, lived, "ann", PHONE, script=script)
        go = "main button[name=go]"
        page.goto("/account")
        page.goto("/grievances/new?lang=fr")
        page.locator(f"{go}[value='2']").click()
        page.wait_for_selector("[data-error-summary]")
        page.locator("[name=paper][value=dismissal_letter]").check(force=True)
        page.locator("[name=when][value=yesterday]").check(force=True)
        page.locator(f"{go}[value='2']").click()
        page.locator("[name=problem][value=pay]").check(force=True)
        page.locator(f"{go}[value='3']").click()
        page.locator("textarea[name=facts]").fill("Rien n'a été dit.")
        if script:
            page.go_back()
            page.wait_for_selector("[name=problem][value=pay]:checked", state="attached")
            page.go_back()
            page.wait_for_selector("[name=paper][value=dismissal_letter]:checked", state="attached")
            page.go_forward()
            page.locator(f"{go}[value='3']").click()
            assert page.locator("textarea[name=facts]").input_value() == "Rien n'a été dit."
        page.locator("[name=about][value=oneself]").check(force=True)
        page.locator(f"{go}[value='4']").click()
        page.locator("[name=demand]").fill("La reprise.")
        page.locator("main .button-primary").click()
        page.wait_for_url("**/receipt")
        if script:
            page.go_back()
            page.wait_for_function("history.state?.depth === 0")
            assert page.locator("[name=paper]:checked, [data-error-summary]").count() == 0
            page.go_back()
            page.wait_for_url("**/account")
        assert [one for one in seen.said if "422" not in one] == []  # the browser counts the mistake as a fault
        context.close()
