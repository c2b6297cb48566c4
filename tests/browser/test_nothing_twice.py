"""Whoever taps twice, goes back and sends again, or edits what somebody else is editing: nothing is there twice,
nothing is overwritten, nothing that was typed is lost. In Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from tests.browser.conftest import Lived
from tests.browser.test_pages import DESK, PHONE, opened
from union.cases.models import CaseEntry
from union.correspondence.models import CaseLetter, LetterState

WORDS = "Appelée deux fois, personne n'a répondu."


def lines(lived: Lived) -> int:
    """Every act on a case is one line of its timeline."""
    with lived.app.store.maintaining() as session:
        return len(session.scalars(select(CaseEntry.id)).all())


def settled(page: Page, lived: Lived, before: int) -> None:
    """Until the act is kept, and whatever else was sent has been answered."""
    for _ in range(100):
        if lines(lived) > before:
            break
        page.wait_for_timeout(100)
    page.wait_for_load_state("networkidle")


def note(page: Page, lived: Lived) -> Locator:
    page.goto(f"/grievances/{lived.scene.here['grievances.case_id']}?lang=fr")
    form = page.locator("form[action$='/notes']")
    form.locator("textarea").fill(WORDS)
    return form.locator("button[type=submit]").last


def contact(page: Page, lived: Lived) -> Locator:
    page.goto(f"/grievances/{lived.scene.here['grievances.case_id']}/contacts/new?lang=fr")
    page.locator("[name=whom]").first.check(force=True)
    page.fill("[name=summary]", WORDS)
    return page.locator("#main-form button[type=submit]").last


def task(page: Page, lived: Lived) -> Locator:
    page.goto(f"/cases/{lived.scene.here['cases.case_id']}/tasks?lang=fr")
    page.fill("[name=what]", WORDS)
    page.fill("[name=by_on]", "15/12/2026")
    return page.locator("#main-form button[type=submit]").last


def paper(page: Page, lived: Lived) -> Locator:
    page.goto(f"/cases/{lived.scene.here['receipts.case_id']}/receipts/new?lang=fr")
    page.select_option("[name=kind]", index=1)
    page.fill("[name=signed_on]", "02/11/2026")
    return page.locator("#main-form button[type=submit]").last


def step(page: Page, lived: Lived) -> Locator:
    page.goto(f"/grievances/{lived.scene.here['grievances.case_id']}?lang=fr")
    return page.locator("form[action$='/steps'] button[type=submit]").first


def letter(page: Page, lived: Lived) -> Locator:
    """A letter that is final, sent by registered post."""
    letter_id = lived.scene.here["letter_id"]
    with lived.app.store.maintaining() as session:
        session.get_one(CaseLetter, letter_id).state = LetterState.FINAL
    page.goto(f"/letters/{letter_id}/send?lang=fr")
    page.select_option("[name=means]", "registered")
    page.fill("[name=on]", "01/12/2026")
    page.fill("[name=post_number]", "RR123")
    return page.locator("#main-form button[type=submit]").last


FORMS = {one.__name__: one for one in (note, contact, task, paper, step, letter)}


# A paper is not among them: one of which only the kind is known is a paper, and a blank form sent is a second.
SENT_AGAIN = {
    "note": "form[action$='/notes'] button[type=submit]",
    "contact": "#main-form button[type=submit]",
    "task": "#main-form button[type=submit]",
    "letter": "#main-form button[type=submit]",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_double_tap_makes_one_and_back_and_send_again_no_second(browser: Browser, lived: Lived, form: str) -> None:
    context, page, _ = opened(browser, lived, "olu", PHONE)
    button, before = FORMS[form](page, lived), lines(lived)
    button.evaluate("one => { one.click(); one.click(); }")
    settled(page, lived, before)
    assert lines(lived) == before + 1
    page.go_back()
    page.wait_for_load_state("networkidle")
    again = page.locator(SENT_AGAIN.get(form, "no-such-tag"))
    if again.count():  # a letter that went and a step that is done are asked for no more
        again.last.evaluate("one => one.click()")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
    assert lines(lived) == before + 1
    context.close()


def test_the_second_of_two_editors_reads_both_and_loses_nothing(browser: Browser, lived: Lived) -> None:
    """The same letter, open at two desks: the second is told, with what stands now and what they typed."""
    letter_id = lived.scene.here["letter_id"]
    with lived.app.store.maintaining() as session:
        row = session.get_one(CaseLetter, letter_id)
        before, row.state = row.state, LetterState.DRAFT
    desks = [opened(browser, lived, name, DESK) for name in ("olu", "sal")]
    for _context, page, _seen in desks:
        page.goto(f"/letters/{letter_id}/edit?lang=fr")
    for (_context, page, _seen), words in zip(desks, ("Objet : la première", "Objet : la seconde"), strict=True):
        page.fill("[name=subject]", words)
    first, second = (page for _context, page, _seen in desks)
    first.locator("#main-form button[type=submit]").last.click()
    first.wait_for_url(lambda url: not url.split("?")[0].endswith("/edit"))
    with second.expect_response(lambda one: one.request.method == "POST") as answer:
        second.locator("#main-form button[type=submit]").last.click()
    assert answer.value.status == 409
    expect(second.locator("[name=subject]")).to_have_value("Objet : la seconde")
    expect(second.locator("main")).to_contain_text("Objet : la première")
    for context, _page, _seen in desks:
        context.close()
    with lived.app.store.maintaining() as session:  # a draft is no page of a delegate, and other tests walk theirs
        session.get_one(CaseLetter, letter_id).state = before
