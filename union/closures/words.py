"""Words of closures: what was ticked off, as the timeline of the dispute tells it, and the closed lists."""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l

from union.closures.models import Held, PayKind, Task
from union.closures.tasks import TASKS

HELD = {Held.MISSING: _l("Not there yet"), Held.ASKED: _l("Asked for"), Held.HELD: _l("We hold it")}
PAY = {PayKind.NET: _l("Net: what reaches the bank"), PayKind.GROSS: _l("Gross: as on the payslip")}


class ClosureAct(Enum):
    """The acts of a closure beside those of the dispute; ticking has one code a task, so that no words are kept."""

    BEGUN = "closure_begun"
    EVIDENCE = "closure_evidence"
    LISTED = "closure_listed"
    GATE = "closure_gate"


Ticked = Enum("Ticked", {one.name: f"ticked_{one.value}" for one in Task})  # type: ignore[misc]  # one name a task
Undone = Enum("Undone", {one.name: f"unticked_{one.value}" for one in Task})  # type: ignore[misc]  # as above

ACTS: dict[str, tuple[Any, str]] = {
    ClosureAct.BEGUN.value: (_l("The first 72 hours begun"), "waiting"),
    ClosureAct.EVIDENCE.value: (_l("Evidence written down"), "file"),
    ClosureAct.LISTED.value: (_l("People of the intake put on the list"), "people"),
    ClosureAct.GATE.value: (_l("Intake opened or closed"), "lock"),
}
for _task, _asked in TASKS.items():
    ACTS[f"ticked_{_task.value}"] = (_l("Done: %(task)s", task=_asked.what), "done")
    ACTS[f"unticked_{_task.value}"] = (_l("Not done after all: %(task)s", task=_asked.what), "undo")
