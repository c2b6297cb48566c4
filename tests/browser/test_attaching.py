"""A photograph on a bad line, in Chromium: it goes on where it stopped and is one file; without script too."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from sqlalchemy import select

from tests.attachments.samples import photograph
from tests.browser.conftest import Lived
from tests.browser.test_pages import PHONE, opened
from union.attachments.models import Attachment
from union.attachments.uploads import AttachmentUpload


@pytest.fixture
def ann(browser: Browser, lived: Lived) -> Iterator[tuple[BrowserContext, Page]]:
    context, page, _ = opened(browser, lived, "ann", PHONE)
    yield context, page
    context.close()


def address(lived: Lived) -> str:
    return f"/cases/{lived.scene.here['grievances.case_id']}/attachments/new?lang=fr"


def held(lived: Lived) -> dict[str, int]:
    """Every file by the number of its bytes, as it was sent."""
    with lived.app.store.maintaining() as session:
        return {one.held.original: one.held.size for one in session.scalars(select(Attachment))}


def picture(tmp_path: Path, width: int) -> Path:
    """One of several pieces, and unlike any other."""
    path = tmp_path / f"IMG_{width}.png"
    path.write_bytes(photograph("PNG", size=(width, 40)) + bytes(1_300_000))
    return path


def describe(page: Page) -> None:
    page.select_option("[name=what]", "letter")
    page.select_option("[name=source]", "person")


def test_a_line_that_breaks_loses_nothing_and_nothing_comes_twice(
    lived: Lived, ann: tuple[BrowserContext, Page], tmp_path: Path
) -> None:
    """One piece is lost on its way, the answer to another one on its way back; the form is sent meanwhile."""
    _, page = ann
    before, tries = held(lived), 0

    def broken(route: Route) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            route.abort("connectionreset")
        elif tries == 2:
            route.fetch()  # the server took it
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/pieces", broken)
    page.goto(address(lived))
    file = picture(tmp_path, 61)
    page.set_input_files("[name=photo]", file)
    expect(page.locator(".upload-way")).to_contain_text("Le réseau est coupé", timeout=20_000)
    describe(page)
    page.locator("main .acts button[type=submit]").click()
    page.wait_for_url("**/attachments/*-*-*", timeout=60_000)
    assert tries > 3
    new = {key: size for key, size in held(lived).items() if key not in before}
    assert list(new.values()) == [file.stat().st_size]
    assert not waiting(lived)


def waiting(lived: Lived) -> list[int]:
    """How much is here of Ann's files on their way, but for the one of the scene."""
    with lived.app.store.maintaining() as session:
        return [one.received for one in session.scalars(select(AttachmentUpload)) if one.begun.size != 1000]


def test_after_a_reload_it_goes_on_from_where_it_was(
    lived: Lived, ann: tuple[BrowserContext, Page], tmp_path: Path
) -> None:
    _, page = ann
    file, sent = picture(tmp_path, 62), []

    def first_only(route: Route) -> None:
        if sent:
            route.abort("connectionreset")
        else:
            sent.append(1)
            route.continue_()

    page.route("**/pieces", first_only)
    page.goto(address(lived))
    page.set_input_files("[name=file]", file)
    expect(page.locator(".upload-way")).to_contain_text("Le réseau est coupé", timeout=20_000)
    assert waiting(lived) == [512 * 1024]
    page.unroute("**/pieces")
    page.evaluate("window.onbeforeunload = null")
    page.goto(address(lived))
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if one.url.endswith("/pieces") else None)
    page.set_input_files("[name=file]", file)
    expect(page.locator(".upload-way")).to_contain_text("C’est arrivé", timeout=30_000)
    assert len(asked) == 2, "the first piece was here already"
    describe(page)
    page.locator("main .acts button[type=submit]").click()
    page.wait_for_url("**/attachments/*-*-*", timeout=60_000)
    assert not waiting(lived)


def test_without_script_it_is_a_plain_form(browser: Browser, lived: Lived, tmp_path: Path) -> None:
    context, page, _ = opened(browser, lived, "ann", PHONE, script=False)
    before = held(lived)
    page.goto(address(lived))
    page.set_input_files("[name=photo]", picture(tmp_path, 63))
    describe(page)
    page.locator("main .acts button[type=submit]").click()
    page.wait_for_url("**/attachments/*-*-*", timeout=60_000)
    assert len(held(lived)) == len(before) + 1
    context.close()


def test_a_scanner_that_does_not_answer_is_no_broken_line(
    lived: Lived, ann: tuple[BrowserContext, Page], tmp_path: Path
) -> None:
    """It is said, what was typed stays, and the form is sent again by itself, but not every five seconds."""
    _, page = ann
    before, settings = held(lived), lived.app.settings
    lived.app.settings = dataclasses.replace(settings, scanner=f"unix:{tmp_path / 'nobody.ctl'}")
    tries: list[str] = []
    page.on("request", lambda one: tries.append(one.url) if one.method == "POST" and one.url.endswith("/new") else None)
    try:
        page.clock.install()
        page.goto(address(lived))
        page.set_input_files("[name=photo]", picture(tmp_path, 64))
        expect(page.locator(".upload-way")).to_contain_text("C’est arrivé", timeout=30_000)
        describe(page)
        page.locator("main .acts button[type=submit]").click()
        said = page.locator("[data-network-notice]")
        expect(said).to_contain_text("L’antivirus ne répond pas", timeout=20_000)
        expect(said).to_contain_text("Un nouvel essai se fait tout seul")
        expect(said).not_to_contain_text("réseau est coupé")
        assert len(tries) == 1
        page.clock.fast_forward(10_000)
        page.wait_for_timeout(500)
        assert len(tries) == 1, "not every five seconds"
        with page.expect_response(lambda one: one.status == 503):
            page.clock.fast_forward(6_000)
        assert len(tries) == 2
        page.wait_for_timeout(500)
        page.clock.fast_forward(20_000)
        page.wait_for_timeout(500)
        assert len(tries) == 2, "less and less often"
        assert held(lived) == before
    finally:
        lived.app.settings = settings
    page.clock.fast_forward(20_000)
    page.wait_for_url("**/attachments/*-*-*", timeout=60_000)
    assert len(held(lived)) == len(before) + 1


def test_three_pages_at_once_each_say_how_it_goes(
    lived: Lived, ann: tuple[BrowserContext, Page], tmp_path: Path
) -> None:
    _, page = ann
    before = held(lived)
    pages = [picture(tmp_path, 70 + n) for n in range(2)]
    broken = tmp_path / "dessin.svg"
    broken.write_text("<svg xmlns='x'><script/></svg>")
    page.goto(address(lived))
    page.set_input_files("[name=file]", [*pages, broken])
    expect(page.locator(".upload-way")).to_have_count(3)
    for at in range(3):
        expect(page.locator(".upload-way").nth(at)).to_contain_text("C’est arrivé", timeout=60_000)
    expect(page.locator(".upload-way").nth(2)).to_contain_text("dessin.svg")
    describe(page)
    page.locator("main .acts button[type=submit]").click()
    page.wait_for_url(f"**{address(lived).split('/new')[0]}", timeout=60_000)
    told = page.locator("main").inner_text()
    for name in (pages[0].name, pages[1].name, "dessin.svg"):
        assert name in told
    assert len(held(lived)) == len(before) + 2
    assert not waiting(lived)


def test_several_without_script(browser: Browser, lived: Lived, tmp_path: Path) -> None:
    context, page, _ = opened(browser, lived, "ann", PHONE, script=False)
    before = held(lived)
    page.goto(address(lived))
    page.set_input_files("[name=file]", [picture(tmp_path, 80), picture(tmp_path, 81)])
    describe(page)
    page.locator("main .acts button[type=submit]").click()
    page.wait_for_url(f"**{address(lived).split('/new')[0]}", timeout=60_000)
    assert len(held(lived)) == len(before) + 2
    context.close()
