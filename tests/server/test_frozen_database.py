"""What `frozen_database.py` holds, in a process of its own: beside a thousand other tests its pages were never answered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import config
from tests.imports.test_cluster import WITH_PROGRAMS

HELD = Path(__file__).with_name("frozen_database.py")


@pytest.mark.parametrize("database", WITH_PROGRAMS)
def test_a_frozen_database_keeps_only_its_own_pages_waiting(database: str) -> None:
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HELD)], cwd=config.HERE, env=alone,
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
