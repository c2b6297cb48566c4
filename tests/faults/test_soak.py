"""Many rounds of the same pages leave no descriptor, no thread and no memory behind."""

from __future__ import annotations

import gc
import os
import threading

from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union

ROUNDS = 6
SLACK = 1.02  # of objects: caches fill with what came by


def held() -> tuple[int, int, int]:
    """Descriptors, threads, objects."""
    gc.collect()
    return len(os.listdir("/proc/self/fd")), threading.active_count(), len(gc.get_objects())


def test_rounds_of_pages_leave_nothing_behind(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    paths = ("/", f"/workplaces/{cast.here}/members", f"/members/{cast.mina}", "/agenda", "/grievances", "/account")

    def go_round(times: int) -> None:
        for at in range(times):
            for path in paths:
                olu.client.get(path)
            olu.client.get(f"/nowhere/{at}")
            sal.post("/employers/new", {"legal_name": ""}, 422)

    go_round(ROUNDS)
    before = held()
    go_round(ROUNDS)
    after = held()
    assert after[0] <= before[0]
    assert after[1] <= before[1]
    assert after[2] <= before[2] * SLACK
