"""What the tests share that close a case: each date that runs gets the same answer, as a person gives it on the
page."""

from __future__ import annotations

from tests.browsing import Visitor


def answers(desk: Visitor, address: str, fate: str = "given_up", why: str = "Réglé.", to: str = "") -> dict[str, str]:
    """The fields of the closing page that ask about dates, filled in."""
    page = desk.page(f"{address}/close")
    asked = page.select_one("input[name=asked]")
    assert asked is not None
    typed = {"asked": str(asked.get("value", ""))}
    for field in page.select("select[name^=fate_]"):
        token = str(field["name"]).removeprefix("fate_")
        typed |= {f"fate_{token}": fate, f"why_{token}": why, f"to_{token}": to}
    return typed


def ended(desk: Visitor, address: str, fate: str = "given_up", **typed: str) -> None:
    """Close a case with its version, where its page carries one."""
    version = desk.page(f"{address}/close").select_one("form#main-form input[name=version]")
    numbered = {"version": str(version["value"])} if version is not None else {}
    desk.post(f"{address}/close", {**answers(desk, address, fate), **numbered, **typed})
