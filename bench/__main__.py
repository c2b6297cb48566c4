"""Runs every measure and prints one table; `python -m bench NAME …` runs some."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import bench
from bench.measuring import Measure

NOT_MEASURES = {"__main__", "measuring", "peers"}


def names() -> list[str]:
    return sorted(
        one.name for one in pkgutil.iter_modules(bench.__path__) if one.name not in NOT_MEASURES and not one.ispkg
    )


def main() -> int:
    """Prints the table; the exit code is 0 whatever it says, for a slow machine is no defect."""
    wanted = sys.argv[1:] or names()
    print(f"{'what':72} {'measured':>10} {'limit':>10} {'unit':6} {'ratio':>6}")
    for name in wanted:
        module = importlib.import_module(f"bench.{name}")
        if not hasattr(module, "measure"):
            continue
        for line in module.measure():
            one = Measure(*line)
            print(
                f"{one.what[:72]:72} {one.measured:10.4g} {one.limit:10.4g} {one.unit:6} "
                f"{one.ratio:6.2f}{'' if one.holds else '  over'}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
