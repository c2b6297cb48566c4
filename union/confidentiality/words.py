"""What the timeline calls the acts on a guarded case."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.timeline import CaseAct

ACTS: dict[str, tuple[Any, str]] = {
    CaseAct.REASON_ASKED.value: (_l("From now on whoever opens it says why"), "lock"),
    CaseAct.REASON_LEFT.value: (_l("No reason is asked before it is opened any more"), "lock"),
    CaseAct.OPENED_FOR.value: (_l("Opened, for this reason"), "eye"),
    CaseAct.ORDINARY_ASKED.value: (_l("To be opened to the desk: a second person decides"), "lock"),
    CaseAct.ORDINARY_REFUSED.value: (_l("It stays confidential"), "lock"),
    CaseAct.SEAL_BROKEN.value: (_l("The seal was broken by two of the secretariat"), "eye"),
}
