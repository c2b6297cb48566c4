"""Background work rests only while somebody waits for a page, and only in its own threads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from union.store import throttling
from union.store.prefetch import prefetch_iter
from union.store.throttling import answering, give_way, in_background


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long each rest was; the clock goes on by a millisecond at each look."""
    slept: list[float] = []
    ticks = iter(range(10_000))
    monkeypatch.setattr(throttling.time, "sleep", slept.append)
    monkeypatch.setattr(throttling.time, "monotonic", lambda: next(ticks) / 1000)
    return slept


def test_work_rests_as_long_as_it_worked_while_somebody_waits(rests: list[float]) -> None:
    with in_background():
        give_way()
        assert rests == []  # nobody waits
        with answering(), answering():
            give_way()
            give_way()
        give_way()
    assert rests == pytest.approx([0.001, 0.001])


def test_whoever_answers_a_page_rests_for_nobody(rests: list[float]) -> None:
    with answering():
        give_way()
    assert rests == []


def test_what_is_made_ahead_comes_in_order_and_gives_way_too(rests: list[float]) -> None:
    def made() -> Iterator[int]:
        for number in range(5):
            give_way()
            yield number

    with answering():
        assert list(prefetch_iter(made())) == list(range(5))
    assert len(rests) == 5


def test_what_is_raised_ahead_comes_in_its_turn() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    items = prefetch_iter(broken())
    assert next(items) == 1
    with pytest.raises(ValueError, match="broken"):
        next(items)
