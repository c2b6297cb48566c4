"""Lists of facts for the tests: sent, looked at, written and taken back as a person does."""

from __future__ import annotations

from typing import Any

from tests.browsing import Visitor
from tests.imports.lists import begun, previewed, sent, work_off
from union.app import Union


def uploaded(visitor: Visitor, kind: str, data: str, status: int = 302, **form: str) -> str:
    """Send a list of one kind; returns the address of its page, or the page that says why not."""
    answer = visitor.post(f"/imports/new?of={kind}", {"file": sent(data.encode(), "liste.csv"), **form}, status)
    return answer.location.removesuffix("/columns") if answer.location else answer.text


def looked(visitor: Visitor, kind: str, data: str, **form: str) -> tuple[str, dict[str, int]]:
    """Send a list and agree to its columns. Returns the address of its page and the numbers of its preview, in
    English."""
    address = uploaded(visitor, kind, data, **form)
    previewed(visitor, address)
    return address, numbers(visitor, address)


def numbers(visitor: Visitor, address: str) -> dict[str, int]:
    page = visitor.page(f"{address}/preview?lang=en")
    counted = {one.span.get_text(): int(one.strong.get_text().replace(",", "")) for one in page.select("ul.numbers li")}
    return {"problems": counted.pop("problem", 0), **counted}  # one of them is a problem


def brought_in(app: Union, visitor: Visitor, kind: str, data: str, **form: str) -> str:
    """A list from the file to the end; returns the address of its page."""
    address, found = looked(visitor, kind, data, **form)
    more: dict[str, Any] = {"good_only": "y"} if found["problems"] else {}
    unusual = visitor.page(f"{address}/preview").select("[name=confirmed]")
    begun(visitor, address, **more, **({"confirmed": "vu avec le bureau"} if unusual else {}))
    work_off(app)
    assert "imported" in visitor.page(f"{address}?lang=en").select("main p")[0].get_text()
    return address


def turned(app: Union, visitor: Visitor, address: str) -> None:
    """Take a list back."""
    page = visitor.page(f"{address}/undo")
    version = page.select_one("#main-form [name=version]")
    assert version is not None
    visitor.post(f"{address}/undo", {"version": str(version["value"])})
    work_off(app)
