"""What people read of the letters of a case."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.letters import LANGUAGES
from union.correspondence.actions import LetterAct
from union.correspondence.models import LetterState
from union.web.locale import LANGUAGES as NAMED

STATES = {
    LetterState.DRAFT: _l("draft, to be read by another"),
    LetterState.CHECKED: _l("read by another"),
    LetterState.FINAL: _l("final, to be sent"),
    LetterState.SENT: _l("sent"),
    LetterState.ANSWERED: _l("answered"),
    LetterState.SET_ASIDE: _l("set aside"),
}
LANGUAGE_NAMES = {code: NAMED[code] for code in LANGUAGES}

# What a line of the timeline is called, and its drawing.
ACTS: dict[str, tuple[Any, str]] = {
    LetterAct.BEGUN.value: (_l("Letter begun"), "note"),
    LetterAct.EDITED.value: (_l("Letter edited"), "edit"),
    LetterAct.CHECKED.value: (_l("Letter read by another"), "check"),
    LetterAct.FINAL.value: (_l("Letter final"), "done"),
    LetterAct.SENT.value: (_l("Letter sent"), "mail"),
    LetterAct.ANSWERED.value: (_l("Answer received"), "mail"),
    LetterAct.SET_ASIDE.value: (_l("Letter set aside"), "close"),
}
