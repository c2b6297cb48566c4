"""What people read of the letters of a case."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import spoken
from union.cases.letters import LANGUAGES
from union.correspondence.actions import LetterAct
from union.correspondence.mail import Came, Direction
from union.correspondence.models import LetterState
from union.law.sources.sentence import Sentence
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

CAME_SAID = {
    Came.POST: Sentence("By post"),
    Came.REGISTERED: Sentence("By registered post"),
    Came.HAND: Sentence("By hand"),
    Came.BAILIFF: Sentence("By a bailiff"),
    Came.MESSAGE: Sentence("By e-mail or message"),
    Came.OTHER: Sentence("Another way"),
}
CAME = {one: spoken(said) for one, said in CAME_SAID.items()}
DIRECTIONS = {Direction.OUT: _l("Outgoing mail"), Direction.IN: _l("Incoming mail")}
# What a paper is called in the register where no letter of ours gives its subject.
WHAT_SAID = {
    "receipts.denunciation": Sentence("Denunciation of the receipt"),
    "dismissals.contest": Sentence("Contestation of the dismissal"),
    "dismissals.inspector": Sentence("Claim to the labour inspector"),
    "exposure.medical-follow-up": Sentence("Request for medical follow-up"),
    "group.denunciation": Sentence("Denunciation of the receipt"),
    "group.inspector": Sentence("Claim to the labour inspector"),
    "group.certificate": Sentence("Request for the certificate of work"),
    "group.delegate": Sentence("Letter to the provincial labour delegate"),
    "group.defects": Sentence("Notice of procedural defects"),
}

# What a line of the timeline is called, and its drawing.
ACTS: dict[str, tuple[Any, str]] = {
    LetterAct.BEGUN.value: (_l("Letter begun"), "note"),
    LetterAct.EDITED.value: (_l("Letter edited"), "edit"),
    LetterAct.CHECKED.value: (_l("Letter read by another"), "check"),
    LetterAct.FINAL.value: (_l("Letter final"), "done"),
    LetterAct.SENT.value: (_l("Letter sent"), "mail"),
    LetterAct.ANSWERED.value: (_l("Answer received"), "mail"),
    LetterAct.SET_ASIDE.value: (_l("Letter set aside"), "close"),
    LetterAct.READ_AGAIN.value: (_l("Letter read again by its author; no other reader exists"), "check"),
    LetterAct.NOT_SENT.value: (_l("Letter not sent after all"), "undo"),
    LetterAct.NOT_ANSWERED.value: (_l("Answer struck out"), "undo"),
    LetterAct.CAME.value: (_l("Mail received"), "mail"),
    LetterAct.WENT.value: (_l("Mail sent that was written elsewhere"), "mail"),
    LetterAct.STRUCK.value: (_l("Entry of the register of mail struck out"), "close"),
}
