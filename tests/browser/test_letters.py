"""A letter from its draft to the answer that came, in the register of mail on the way; and a list by keyboard. In
Chromium."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Lived
from tests.browser.test_pages import DESK, PHONE, opened
from union.languages.figures import day
from union.web.locale import today

SUBJECTS = {"fr": "Objet : demande de pièces", "ar": "الموضوع: طلب الوثائق"}


def press(page: Page, act: str) -> None:
    page.locator(f"form[action$='/{act}'] button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")


def kept(page: Page) -> None:
    page.locator("#main-form button[type=submit]").last.click()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_letter_is_written_read_sent_and_answered(browser: Browser, lived: Lived, language: str) -> None:
    size = PHONE if language == "ar" else DESK
    (mine, writer, _), (theirs, reader, _) = (opened(browser, lived, name, size) for name in ("olu", "sal"))
    words = SUBJECTS[language].partition(":")[2].strip()
    case_id, place = lived.scene.here["grievances.case_id"], lived.cast.here
    writer.goto(f"/cases/{case_id}/letters?lang={language}")
    writer.locator(f"form[action*='in={language}'] button[type=submit]").first.click()
    writer.wait_for_url(re.compile("/letters/[0-9a-f-]{36}"))
    letter = writer.url.split("?")[0].removesuffix("/edit")
    writer.goto(f"{letter}/edit")
    writer.fill("[name=subject]", SUBJECTS[language])
    kept(writer)
    expect(writer.locator("form[action$='/check']")).to_have_count(0)  # whoever wrote in it does not check it
    reader.goto(f"{letter}?lang={language}")
    expect(reader.locator("main")).to_contain_text(words)
    press(reader, "check")
    writer.reload()
    press(writer, "final")
    writer.locator("a[href$='/send']").click()
    writer.select_option("[name=means]", "registered")
    writer.fill("[name=post_number]", "RR123456789MA")
    kept(writer)
    number = writer.locator("a[href^='/mail/']").first.inner_text()
    writer.goto(f"/workplaces/{place}/mail")
    expect(writer.locator("main")).to_contain_text(number)
    expect(writer.locator("main")).to_contain_text(words)
    writer.goto(f"{letter}/answer")
    writer.fill("[name=words]", "Les pièces sont jointes.")
    kept(writer)
    expect(writer.locator("main")).to_contain_text("Les pièces sont jointes.")
    expect(writer.locator("main")).to_contain_text(day(today(), language))
    for context in (mine, theirs):
        context.close()


def test_a_list_is_walked_and_opened_by_keyboard(browser: Browser, lived: Lived) -> None:
    context, page, _ = opened(browser, lived, "olu", DESK)
    page.goto("/grievances?lang=fr")
    rows = page.locator("table[data-rows] a.open")
    assert rows.count() > 1
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(rows.first).to_be_focused()
    page.keyboard.press("End")
    expect(rows.last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/grievances/[0-9a-f-]{36}"))
    first = page.url
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != first)
    page.keyboard.press("k")
    page.wait_for_url(first)
    context.close()
