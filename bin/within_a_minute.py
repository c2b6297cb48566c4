"""For pytest: no test begins after the second that UNION_QUICK_UNTIL says; how many that left out is said at the
end."""

from __future__ import annotations

import os
import time

import pytest

LATE = "the time of make quick was over"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    if time.time() > float(os.environ["UNION_QUICK_UNTIL"]):
        pytest.skip(LATE)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    late = [one for one in terminalreporter.stats.get("skipped", []) if LATE in str(one.longrepr)]
    if late:
        files = {one.nodeid.partition("::")[0] for one in late}
        terminalreporter.write_line(
            f"The time is over: {len(late)} tests in {len(files)} files, further from the change, were left out."
        )
