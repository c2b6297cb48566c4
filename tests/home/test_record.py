"""The page of the record: who may read it, in words, page by page, and what it keeps back."""

from __future__ import annotations

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.workplaces.test_pages import statements
from union import record
from union.app import Union
from union.home.record_lines import SHOWN
from union.record import Act


def _note(app: Union, act: Act, times: int, by: object = None, kind: str = "workplace", subject: object = None) -> None:
    with app.store.maintaining() as session:
        for _ in range(times):
            record.note(session, by, act, kind, subject)  # type: ignore[arg-type]  # ids of the cast


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_it_reads_in_every_language(app: Union, sal: Visitor, cast: Cast, language: str) -> None:
    _note(app, Act.CHANGED, 1, cast.olu, "workplace", cast.here)
    text = sal.get(f"/record?lang={language}").text
    assert "Anfa" in text
    assert "Olu" in text


def test_only_the_secretariat_reads_it(olu: Visitor, ann: Visitor, lex: Visitor, ada: Visitor) -> None:
    for visitor in (olu, ann, lex, ada):
        visitor.get("/record", 403)


def test_page_by_page_nothing_is_missed(app: Union, sal: Visitor, cast: Cast) -> None:
    _note(app, Act.CHANGED, SHOWN + 20, cast.olu, "workplace", cast.here)
    seen, path = 0, "/record?act=changed"
    while path:
        soup = sal.page(path)
        seen += len(soup.select("tbody tr"))
        older = soup.select_one("a[rel=next]")
        path = str(older["href"]) if older else ""
    assert seen == SHOWN + 20


def test_a_filter_shows_its_act_alone(app: Union, sal: Visitor, cast: Cast) -> None:
    _note(app, Act.CHANGED, 3, cast.olu, "workplace", cast.here)
    _note(app, Act.EXPORTED, 2, cast.sal, "member", None)
    assert len(sal.page("/record?act=exported").select("tbody tr")) == 2
    sal.get("/record?act=nonsense", 422)
    sal.get("/record?before=x", 422)
    sal.get("/record?before=%D9%A3", 422)


@pytest.mark.parametrize("kind", ["grievance", "layoff", "receipt", "dismissal", "court_file"])
def test_a_confidential_case_leaves_no_trace_for_whoever_it_does_not_name(
    app: Union, sal: Visitor, cast: Cast, kind: str
) -> None:
    _note(app, Act.CHANGED, SHOWN + 5, cast.olu, "workplace", cast.here)
    before = [_content(sal, path) for path in ("/record", "/record?act=changed", "/")]
    _note(app, Act.CHANGED, 1, cast.olu, kind, cast.mina)
    assert [_content(sal, path) for path in ("/record", "/record?act=changed", "/")] == before


def _content(visitor: Visitor, path: str) -> str:
    """A page without its form tokens, which differ at every rendering."""
    soup = visitor.page(path)
    for token in soup.select("input[type=hidden]"):
        token.decompose()
    return str(soup)


def test_as_many_statements_for_many_entries(app: Union, sal: Visitor, cast: Cast) -> None:
    counted = []
    for times in (1, 60):
        _note(app, Act.CHANGED, times, cast.olu, "workplace", cast.here)
        with statements(app) as asked:
            sal.get("/record")
        counted.append(len(asked))
    assert counted[0] == counted[1]
