"""Strict addresses: an id is a lower-case UUID and nothing else, a page number is plain digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from flask import abort, request, url_for
from werkzeug.routing import BaseConverter

Item = TypeVar("Item")

PER_PAGE = 50
_PLAIN = re.compile(r"[1-9][0-9]{0,5}")


class IdConverter(BaseConverter):
    """`<id:member_id>`: Werkzeug's own converters take Arabic digits, capitals and leading zeros."""

    regex = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

    def to_python(self, value: str) -> UUID:
        return UUID(value)

    def to_url(self, value: UUID) -> str:
        return str(value)


def choice(name: str, allowed: tuple[str, ...], default: str = "") -> str:
    """One argument of the address out of a closed list. 400 where it is repeated, 422 where it is not offered."""
    value = single(name)
    if value == "":
        return default
    if value not in allowed:
        abort(422)
    return value


def single(name: str) -> str:
    """One argument of the address, given at most once. 400 where it is repeated."""
    values = request.args.getlist(name)
    if len(values) > 1:
        abort(400)
    return values[0] if values else ""


def line_of(name: str, version: int | None = None) -> int | None:
    """Which line of a row the address means, counted from 0; None for no plain number, and where the address was made
    of another version of the row (`seen`), whose lines may stand elsewhere."""
    value = single(name)
    if version is not None and single("seen") != str(version):
        return None
    return int(value) if re.fullmatch(r"[0-9]{1,4}", value, flags=re.ASCII) else None


def page_number() -> int:
    """The page asked for. 422 for anything but plain digits from 1."""
    value = single("page")
    if value == "":
        return 1
    if not _PLAIN.fullmatch(value):
        abort(422)
    return int(value)


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a longer list; the number shown is the number counted."""

    items: list[Item]
    number: int
    total: int
    per_page: int = PER_PAGE

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))

    def url(self, number: int) -> str:
        """The address of another page of the same list, filters kept."""
        return this_page(page=str(number))


def this_page(**changed: str) -> str:
    """The address of the page that is shown, with its filters, changed in these. Its language is not one of them.

    Names that `url_for` takes for itself (`_external`, `_scheme`, `endpoint`) would turn the link elsewhere.
    """
    asked = {
        name: value for name, value in request.args.items() if name not in {"lang", "endpoint"} and name[:1] != "_"
    }
    return url_for(request.endpoint or "", **{**asked, **(request.view_args or {}), **changed})


def paged(count: int, fetch: Callable[[int, int], list[Item]], per_page: int = PER_PAGE) -> Page[Item]:
    """The page asked for in the address: `fetch(offset, limit)` brings its items. 404 beyond the last."""
    number = page_number()
    if number > max(1, -(-count // per_page)):
        abort(404)
    return Page(fetch((number - 1) * per_page, per_page), number, count, per_page)
