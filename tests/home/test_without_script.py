"""Whoever reads without script, in a browser of text, meets nothing that only a script would show."""

from __future__ import annotations

import pytest

from tests.browsing import Visitor


@pytest.mark.parametrize(
    ("language", "gone", "out"),
    [
        ("fr", "réseau", "Votre session est fermée"),
        ("ar", "الشبكة", "جلستكم مغلقة"),
        ("en", "network", "You are signed out"),
    ],
)
def test_no_page_says_that_the_network_is_gone(olu: Visitor, language: str, gone: str, out: str) -> None:
    page = olu.page(f"/?lang={language}")
    told = page.get_text(" ")  # by a parser that knows neither `hidden` nor `template`, like such a browser
    assert gone not in told
    assert out not in told
    waiting = " ".join(str(one["data-html"]) for one in page.select("template[data-html]"))
    assert gone in waiting
    assert out in waiting
