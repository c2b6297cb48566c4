"""What a desk asks of a page: articles by touch and keyboard, our words on the chooser of files, the place kept,
paper."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import ID, Lived
from tests.browser.test_pages import DESK, PHONE, WIDER, opened
from tests.cases import desk
from union.grievances.models import Paper, Problem
from union.web.locale import today


def one_of(maps: dict[str, list[str]], name: str, shape: str) -> str:
    """The first address of a shape that one of the cast is led to."""
    return next(path for path in maps[name] if ID.sub("<id>", urlsplit(path).path) == shape)


def test_an_article_is_read_by_tap_and_by_keyboard(browser: Browser, lived: Lived, maps: dict[str, list[str]]) -> None:
    person = one_of(maps, "olu", "/layoffs/<id>/people/<id>")
    for size, touch in ((PHONE, True), (DESK, False)):
        context = browser.new_context(viewport=size, base_url=lived.address, has_touch=touch)
        context.add_cookies(lived.ticket("olu"))  # type: ignore[arg-type]  # cookies as Playwright takes them
        page = context.new_page()
        page.goto(person)
        article = page.locator(".article.explained").first
        said = article.locator(".explanation")
        assert (said.bounding_box() or {"width": 0})["width"] <= 1
        if touch:
            article.tap()
        else:
            article.focus()
        box = said.bounding_box()
        assert box is not None
        assert box["width"] > 40
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"] + 1
        context.close()


def test_the_chooser_of_files_speaks_our_language(browser: Browser, lived: Lived, tmp_path: Path) -> None:
    """The browser is English here, the page Arabic and French."""
    chosen = tmp_path / "liste.csv"
    chosen.write_text("Nom\nSalma\n")
    context = browser.new_context(viewport=PHONE, base_url=lived.address, locale="en-US")
    context.add_cookies(lived.ticket("olu"))  # type: ignore[arg-type]  # as above
    page = context.new_page()
    for language, button, nothing in (
        ("fr", "Choisir un fichier", "Aucun fichier choisi"),
        ("ar", "اختيار ملف", "لم يختر أي ملف"),
    ):
        page.goto(f"/imports/new?lang={language}")
        assert page.locator(".chooser .button").inner_text() == button
        assert page.locator(".chooser .chosen").inner_text() == nothing
        page.set_input_files("input[type=file]", chosen)
        assert page.locator(".chooser .chosen").inner_text() == "liste.csv"
    context.close()


def test_an_act_leaves_the_page_where_it_was(browser: Browser, lived: Lived, maps: dict[str, list[str]]) -> None:
    case = next(path for path in maps["olu"] if ID.fullmatch(path.removeprefix("/grievances/")))
    context, page, _ = opened(browser, lived, "olu", PHONE)
    page.goto(case)
    note = page.locator("textarea[name=words]")
    assert (note.bounding_box() or {"height": 0})["height"] >= 100, "a note box of one line"
    note.fill("Appelée : elle ne signe rien.")
    note.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 200
    page.locator("form[action$='/notes'] button").last.click()
    page.wait_for_selector(".stays-in-view")
    assert abs(page.evaluate("scrollY") - before) < 200
    said = page.locator(".stays-in-view").bounding_box()
    assert said is not None
    assert 0 <= said["y"] < PHONE["height"]
    context.close()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_printed_case_is_the_case_alone(
    browser: Browser, lived: Lived, maps: dict[str, list[str]], tmp_path: Path, language: str
) -> None:
    case = next(path for path in maps["olu"] if ID.fullmatch(path.removeprefix("/grievances/")))
    context, page, _ = opened(browser, lived, "olu", DESK)
    page.goto(f"/?lang={language}")
    page.goto(case)
    page.emulate_media(media="print")
    left = page.locator("main a:not(.plain-list a, [href^='tel:']):visible").all_inner_texts()
    assert not left, "links that lead elsewhere stay on paper"
    titles = page.locator(".panel.never-printed")
    assert titles.count() >= 1
    assert not any(titles.nth(number).is_visible() for number in range(titles.count())), "who opened it stays on paper"
    paper = tmp_path / "case.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(paper) as document:
        words = [len(document[number].get_textpage().get_text_range().split()) for number in range(len(document))]
    assert min(words) > 8, f"a page with next to nothing on it: {words}"
    context.close()


@pytest.fixture(scope="module")
def unpaid(lived: Lived) -> UUID:
    return desk.grievance(lived.app, lived.cast, Paper.PAY_STOPPED, today() - timedelta(days=3), problem=Problem.PAY)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_date_of_two_texts_wraps_where_a_case_is_closed(
    browser: Browser, lived: Lived, unpaid: UUID, language: str
) -> None:
    """The two years of wages stand in the Code and in the Dahir: the longest article there is, on the smallest
    phone."""
    context, page, _ = opened(browser, lived, "olu", {"width": 320, "height": 740})
    page.goto(f"/?lang={language}")
    page.goto(f"/grievances/{unpaid}/close")
    assert page.locator(".article").filter(has_text="381").count() >= 1
    assert page.evaluate(WIDER) == []
    context.close()


@pytest.mark.parametrize("width", [320, 360, 412, 1280])
def test_a_long_article_wraps_beside_its_drawing(browser: Browser, lived: Lived, unpaid: UUID, width: int) -> None:
    context, page, _ = opened(browser, lived, "olu", {"width": width, "height": 740})
    page.goto("/?lang=fr")
    page.goto(f"/grievances/{unpaid}")
    beside = page.locator(".next-when span:has(> .article)")
    drawing, article = beside.locator("> .icon").bounding_box(), beside.locator("> .article").bounding_box()
    assert drawing is not None
    assert article is not None
    assert article["y"] < drawing["y"] + drawing["height"]
    context.close()


def test_quick_exit_never_scrolls_away(browser: Browser, lived: Lived, maps: dict[str, list[str]]) -> None:
    case = one_of(maps, "olu", "/grievances/<id>")
    for size in (PHONE, DESK):
        context, page, _seen = opened(browser, lived, "olu", size)
        page.goto(case)
        page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
        box = page.locator(".quick-exit button").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < box["y"] + box["height"] <= size["height"]
        top = page.evaluate(
            "([x, y]) => !!document.elementFromPoint(x, y).closest('.quick-exit')", [box["x"] + 9, box["y"] + 9]
        )
        assert top, "nothing lies over it"
        context.close()


def test_a_wide_desk_is_used(browser: Browser, lived: Lived, maps: dict[str, list[str]]) -> None:
    context, page, _seen = opened(browser, lived, "olu", {"width": 1920, "height": 1080})
    for path in ("/", one_of(maps, "olu", "/grievances/<id>"), one_of(maps, "olu", "/layoffs/<id>")):
        page.goto(path)
        right = page.evaluate(
            "Math.max(...[...document.querySelectorAll('main *')].map(e => e.getBoundingClientRect().right))"
        )
        assert right > 1920 * 0.85, path
    context.close()
