"""No page of an import asks the database more for a long list than for a short one."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import made, previewed, uploaded
from union.app import Union


def _statements(app: Union, visitor: Visitor, address: str) -> int:
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", note)
    visitor.get(address)
    event.remove(app.store.engine, "before_cursor_execute", note)
    return len(seen)


@pytest.mark.parametrize("end", ["/columns", "/preview?show=new", "/preview?show=problems"])
def test_a_long_list_costs_no_more(app: Union, cast: Cast, olu: Visitor, end: str) -> None:
    costs = []
    for people in (3, 300):
        address = uploaded(olu, cast.here, made(people) + b"\n;;;;pas-un-courriel;;" * people)
        previewed(olu, address)
        costs.append(_statements(app, olu, address + end))
    assert costs[0] == costs[1]


def test_many_imports_cost_no_more(app: Union, cast: Cast, olu: Visitor) -> None:
    uploaded(olu, cast.here, made(3))
    one = _statements(app, olu, "/imports")
    for first in range(10, 50, 10):
        uploaded(olu, cast.here, made(3, first))
    assert _statements(app, olu, "/imports") == one
