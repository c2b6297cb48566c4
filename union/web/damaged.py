"""Rows that do not open on a page of many: it goes on without them, and says at its head which they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from flask import g, has_request_context

from union.vault.envelope import opens

Row = TypeVar("Row", bound=Any)


def readable(rows: Iterable[Row], *envelopes: str) -> list[Row]:
    """The rows whose envelopes open. The page that is being made names the others, by their code or their id."""
    found: list[Row] = []
    for row in rows:
        if opens(row, *envelopes):
            found.append(row)
        else:
            tell(row)
    return found


def tell(row: Any) -> None:
    """A row of this page does not open."""
    if has_request_context():
        told: dict[str, None] = g.setdefault("damaged", {})
        told[getattr(row, "code", "") or getattr(row, "reference", "") or str(row.id)] = None


def damaged_parts() -> list[str]:
    """What the page has to name."""
    return list(g.get("damaged", {}))
