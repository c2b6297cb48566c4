"""What is published of counts: no change of a hidden count shows anywhere, total or cell."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from union.cases.small import LEAST, publish

COLUMNS = ("members", "new", "closed")
ROWS = st.integers(1, 8).map(lambda n: [UUID(int=number) for number in range(1, n + 1)])


@st.composite
def twins(draw: st.DrawFn) -> tuple[dict[UUID, dict[str, int]], dict[UUID, dict[str, int]]]:
    """Two tables that differ in their small counts only, each drawn freely."""
    first: dict[UUID, dict[str, int]] = {}
    second: dict[UUID, dict[str, int]] = {}
    for row in draw(ROWS):
        first[row], second[row] = {}, {}
        for column in COLUMNS:
            large = draw(st.integers(0, 12) | st.integers(LEAST, 900))
            first[row][column] = large
            second[row][column] = large if large >= LEAST else draw(st.integers(0, LEAST - 1))
    return first, second


@given(twins())
def test_a_hidden_count_changes_nothing_that_is_seen(
    pair: tuple[dict[UUID, dict[str, int]], dict[UUID, dict[str, int]]],
) -> None:
    assert publish(pair[0], COLUMNS) == publish(pair[1], COLUMNS)


@given(twins())
def test_what_is_shown_is_true_and_never_small(
    pair: tuple[dict[UUID, dict[str, int]], dict[UUID, dict[str, int]]],
) -> None:
    counts, seen = pair[0], publish(pair[0], COLUMNS)
    for row, cells in seen.cells.items():
        for column, value in cells.items():
            assert value is None or (abs(value - counts[row][column]) <= 2 and value >= LEAST and value % 5 == 0)
    assert all(total == 0 or total >= LEAST for total in seen.totals.values())
