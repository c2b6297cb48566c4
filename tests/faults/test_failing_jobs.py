"""A job that cannot be done is put aside, and those behind it are done."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from tests.cast import Cast
from tests.test_job_queue import consumed, state_of, waiting_job
from union.app import Union
from union.jobs import worker
from union.jobs.worker import TRIES, JobState


def test_a_job_that_always_raises_is_put_aside_and_the_queue_goes_on(
    app: Union, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = waiting_job(app, cast)
    good = waiting_job(app, cast)
    tried: list[Any] = []

    def work(_hand: Any, job: worker.Job) -> dict[str, Any]:
        if job.id == bad:
            tried.append(job.id)
            raise ZeroDivisionError
        return {}

    monkeypatch.setitem(worker.WORK, "nothing", work)
    assert app.worker.look() == 2
    consumed(app, app.worker, good)
    assert state_of(app, bad) is JobState.FAILED
    assert app.worker.look() == 0
    assert app.worker.take_up() == 0, "a new start does not begin it again either"
    assert tried == [bad]


def test_a_job_that_kills_its_worker_is_begun_five_times_and_no_more(
    app: Union, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time the worker is gone in the middle, and another begins with what stands in the rows."""
    begun = 0

    class Killed(BaseException):
        """Nothing that the worker could catch and write down."""

    def work(*_: Any) -> NoReturn:
        nonlocal begun
        begun += 1
        raise Killed

    monkeypatch.setitem(worker.WORK, "nothing", work)
    bad = waiting_job(app, cast)
    for _ in range(TRIES):
        assert app.worker.take_up() == 1
        with pytest.raises(Killed):
            app.worker._run(str(bad))
        app.worker.begun.clear()  # of the process that is gone
    app.worker.take_up()
    app.worker._run(str(bad))
    assert begun == TRIES == 5
    assert state_of(app, bad) is JobState.FAILED
    assert app.worker.take_up() == 0
