"""A browser without a screen: carries the tokens, and inspects every page that it fetches."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from bs4 import BeautifulSoup
from itsdangerous import URLSafeTimedSerializer
from selectolax.lexbor import LexborHTMLParser
from werkzeug.test import TestResponse

from union.accounts.models import Browser, Door
from union.app import Union

MARKUP = re.compile("<[^>]*>")
CONTROLS = "input:not([type=hidden]):not([type=submit]), select, textarea"


class Visitor:
    """Somebody at a browser: one of the cast, or a stranger."""

    def __init__(self, app: Union, account: UUID | None) -> None:
        self.app, self.account = app, account
        self.client = app.test_client()
        self.token = ""
        if account is not None:
            self.sign_in(account)

    def sign_in(self, account: UUID) -> None:
        """A session as the door writes it, without the price of a password."""
        secret, now = secrets.token_urlsafe(32), datetime.now(UTC)
        with self.app.store.maintaining() as session:
            session.add(
                Door(
                    account_id=account,
                    token=hashlib.sha256(secret.encode()).digest(),
                    seen_at=now,
                    ends_at=now + timedelta(hours=12),
                    browser=Browser("test", now),
                )
            )
        with self.client.session_transaction() as cookie:
            cookie["_user_id"], cookie["_fresh"] = secret, True

    def get(self, path: str, status: int = 200, **options: Any) -> TestResponse:
        return self._seen(self.client.get(path, **options), status)

    def post(
        self,
        path: str,
        data: dict[str, Any] | None = None,
        status: int = 302,
        *,
        once: str | None = None,
        **options: Any,
    ) -> TestResponse:
        """Send a form with its tokens. `once` is the form token, where a test sends the same form twice."""
        sent = {"csrf_token": self._csrf(), "form_token": once or secrets.token_urlsafe(16), **(data or {})}
        return self._seen(self.client.post(path, data=sent, **options), status)

    def edit(self, path: str, data: dict[str, Any] | None = None, status: int = 302) -> TestResponse:
        """Send the form of a page as it stands now: with the edition that it began from."""
        edition = self.page(path).select_one("form input[name=version]")
        assert edition is not None, f"no edition on {path}"
        return self.post(path, {"version": str(edition["value"]), **(data or {})}, status)

    def search(self, path: str, query: str) -> TestResponse:
        """Send a search and open its results, as a browser does."""
        results = self.post(path, {"query": query}).headers["Location"]
        by_chance = query.isdigit() and len(query) < 6  # in a random key
        assert by_chance or query not in results, "what was searched stands in the address"
        return self.get(results)

    def page(self, path: str, status: int = 200, **options: Any) -> BeautifulSoup:
        return BeautifulSoup(self.get(path, status, **options).text, "html.parser")

    def _csrf(self) -> str:
        """The token that the forms of this session carry (`inspect` holds that they do), without the price of a
        page."""
        if not self.token:
            with self.client.session_transaction() as cookie:
                mine = cookie.setdefault("csrf_token", secrets.token_hex(20))
            assert self.app.secret_key is not None
            self.token = str(URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(mine))
        return self.token

    def _seen(self, response: TestResponse, status: int) -> TestResponse:
        assert response.status_code == status, f"{response.status_code} for {response.request.path}: {_gist(response)}"
        if response.mimetype == "text/html" and status not in {301, 302, 303}:
            inspect(response.text)
        return response


def inspect(text: str) -> None:
    """What every page owes its reader: title, language and direction, unique ids, labels, nothing from elsewhere,
    nothing hidden."""
    if "<html" not in text:  # a part that htmx puts into a page
        return
    page = LexborHTMLParser(text)  # each page of every test is looked at: Beautiful Soup takes forty times as long
    html = page.css_first("html").attributes
    assert html.get("lang") in {"fr", "ar", "en"}
    assert html.get("dir") == ("rtl" if html["lang"] == "ar" else "ltr")
    assert page.css_first("head > title").text(strip=True)
    ids = [tag.attributes["id"] for tag in page.css("[id]")]
    assert len(ids) == len(set(ids)), f"ids used twice: {sorted({str(one) for one in ids if ids.count(one) > 1})}"
    labelled = {label.attributes["for"] for label in page.css("label[for]")}
    for control in page.css(CONTROLS):
        named = control.attributes
        assert named.get("aria-label") or named.get("aria-labelledby") or named.get("id") in labelled, (
            f"no label: {control.html}"
        )
    for tag in page.css("[src], [href], [action], [hx-get], [hx-post]"):
        for name in ("src", "href", "action", "hx-get", "hx-post"):
            address = tag.attributes.get(name) or ""
            assert not urlsplit(address).netloc, f"an address elsewhere: {address}"
    for form in page.css("form[method=post]"):
        assert form.css_first("input[name=csrf_token]"), f"a form without its token: {form.html}"
    for tag in page.css("[hidden], template"):
        assert not MARKUP.sub("", tag.html or "").strip(), f"browsers of text show it: {tag.html}"
    assert not page.css("script:not([src]), style, [style], [onclick], [onload], [onsubmit]"), "inline script or style"


def _gist(response: TestResponse) -> str:
    soup = BeautifulSoup(response.text, "html.parser")
    return " ".join((soup.find("main") or soup).get_text(" ").split())[:600]
