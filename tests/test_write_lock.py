"""The writers' turn is given on in the order of arrival, also between processes, and work of many turns lets others
pass."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from union.store import write_lock
from union.store.write_lock import WriterLock


@pytest.fixture
def two(tmp_path: Path) -> tuple[WriterLock, WriterLock]:
    """As two processes have them over one database: each opened its lock files itself."""
    return WriterLock(f"{tmp_path}/union.db"), WriterLock(f"{tmp_path}/union.db")


def waiting(other: WriterLock, done: list[str]) -> threading.Thread:
    def take() -> None:
        with other():
            done.append("other")

    thread = threading.Thread(target=take)
    thread.start()
    return thread


@pytest.mark.parametrize("here", [True, False])
def test_who_waits_is_seen_and_goes_first(two: tuple[WriterLock, WriterLock], here: bool) -> None:
    mine, done = two[0], list[str]()
    with mine():
        assert not mine.wanted
        thread = waiting(mine if here else two[1], done)
        while not mine.wanted:
            time.sleep(write_lock.LOOK)
        assert done == []
    mine.let_pass()
    with mine():
        done.append("mine")
    thread.join()
    assert done == ["other", "mine"]
    assert mine.pressed
    assert not mine.wanted


def test_nobody_has_it_beside_another_process(two: tuple[WriterLock, WriterLock]) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(one: WriterLock) -> None:
        for _ in range(20):
            with one():
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work, args=(two[number % 2],)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(most) == {1}
    assert not any(one.pressed for one in two)  # only work that asks is pressed


def test_a_process_that_stands_still_is_left_to_the_database(
    two: tuple[WriterLock, WriterLock], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says itself that it is locked; and where no lock file can be made there is nothing else to ask."""
    monkeypatch.setattr(write_lock, "PATIENCE", 0.0)
    with two[0](), two[1](), WriterLock("/nowhere/union.db")() as nothing:
        assert nothing is None


def test_a_turn_within_a_turn_is_refused(two: tuple[WriterLock, WriterLock]) -> None:
    with two[0](), pytest.raises(RuntimeError), two[0]():
        pass
