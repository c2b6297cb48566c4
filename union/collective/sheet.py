"""The sheet on which people sign that they join, in French or in Arabic: it names no union and nobody's membership."""

from __future__ import annotations

from union.cases.letters import filled
from union.cases.subjects import Place
from union.grievances.models import Report
from union.law.sources.sentence import Sentence
from union.press.content import Part, SignatureSheet, name

LINES = 20  # on a page
SAID = {
    "title": Sentence("Joint request: sheet of signatures"),
    "subject": Sentence("Subject"),
    "site": Sentence("Workplace"),
    "demand": Sentence("What we ask for"),
    "means": Sentence("What signing means"),
    "joins": Sentence("I join this request. I have read it, and nobody put pressure on me."),
    "named": Sentence(
        "My name is kept by whoever brings this sheet and by those who follow the request. The employer is told it "
        "only if I say so to whoever brings the sheet."
    ),
    "back": Sentence("I may take my signature back at any time, without giving a reason."),
    "means_not": Sentence("What signing does not mean"),
    "no_form": Sentence("It is no application to anything, and says nothing of what I belong to."),
    "no_waiver": Sentence(
        "I give up no right and no claim of my own, I resign from nothing, and I acknowledge no fact."
    ),
    "number": Sentence("No."),
    "name": Sentence("Name"),
    "employee": Sentence("Employee number"),
    "signature": Sentence("Signature"),
    "outside": Sentence(
        "To be signed and kept outside the workplace: not on a desk, in a locker or on a computer of the employer."
    ),
}


def blank(said: Report, place: Place, code: str, language: str) -> SignatureSheet:
    """A page of twenty lines. `code` is the reference of the case, which tells nothing by itself."""
    told = {key: filled(one, language) for key, one in SAID.items()}
    what = (
        (told["subject"], name(said.subject)),
        (told["site"], name(place.site.called_in(language))),
    )
    return SignatureSheet(
        language=language,
        title=told["title"],
        parts=(
            Part(pairs=what),
            Part(told["demand"], (name(" ".join(said.demand.split())),)),
            Part(told["means"], points=tuple(("", told[key]) for key in ("joins", "named", "back"))),
            Part(told["means_not"], points=tuple(("", told[key]) for key in ("no_form", "no_waiver"))),
        ),
        heads=tuple(told[key] for key in ("number", "name", "employee", "signature")),
        lines=LINES,
        foot=told["outside"],
        reference=code,
    )
