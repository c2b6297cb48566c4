"""What people read of the file for lawyer or court, on its page and in it."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.bundles.actions import BundleAct
from union.bundles.models import Consent, Order, Recipient
from union.bundles.verify import SAYS
from union.languages.translated import translated
from union.law.sources.sentence import Sentence

RECIPIENTS = {
    Recipient.LAWYER: _l("The lawyer"),
    Recipient.COURT: _l("The court"),
    Recipient.INSPECTION: _l("The labour inspectorate"),
}
ORDERS = {
    Order.BY_DAY: _l("By the day that each bears"),
    Order.AS_CAME: _l("As they came to the case"),
}
CONSENTS = {
    Consent.YES: _l("Yes, and I can say how"),
    Consent.NOT_ASKED: _l("Not asked yet"),
}

# What a line of the timeline is called, and its drawing.
ACTS: dict[str, tuple[Any, str]] = {
    BundleAct.ASKED.value: (_l("File for lawyer or court asked for"), "file"),
    BundleAct.MADE.value: (_l("File for lawyer or court made"), "file"),
}

# What the file itself says, in its own language.
PRINTED: dict[str, Sentence] = {
    "exhibit": Sentence("Exhibit no. {number}"),
    "page": Sentence("page {page} / {of}"),
    "contents": Sentence("Contents", context="file"),
    "chronology": Sentence("Chronology of the facts"),
    "day": Sentence("Day", context="file"),
    "what": Sentence("What happened", context="file"),
    "article": Sentence("Article"),
    "exhibits": Sentence("Exhibits", context="file"),
    "list": Sentence("List of exhibits"),
    "fingerprint": Sentence("SHA-256 of what is delivered:"),
    "as_sent": Sentence("SHA-256 as it was sent:"),
    "pages": Sentence("Pages of this document"),
    "foot": Sentence("File made on {day}. The exhibits are numbered as in their list."),
    "beside": Sentence("Delivered beside this document as {name}"),
    "within": Sentence("Pages in this document: {pages}; as stored: {name}"),
    "lost": Sentence("It could not be read any more when this file was made"),
    "delivered": Sentence("Where it is"),
    "size": Sentence("Size"),
    "bytes": Sentence("{size} bytes"),
    "told": Sentence(
        "This document holds the facts and the exhibits that were chosen for it. Everything delivered with it stands "
        "with its SHA-256 in the list manifest.json; each exhibit is also there as it is stored."
    ),
    "check": Sentence(
        "Whoever receives it can check it without us: python3 verify.py in its folder says whether anything was "
        "changed, added or taken away since it was made. It shows a digest: the file is ours if we read out the same."
    ),
    "slip": Sentence("Slip that goes with the file"),
    "case": Sentence("Case"),
    "file": Sentence("File", context="file"),
    "made_on": Sentence("Day of this file"),
    "digest": Sentence("Digest of the list"),
    "how": Sentence("How it is checked"),
    "step_unpack": Sentence("Unpack the archive into a folder of its own, or leave it packed."),
    "step_run": Sentence("Run python3 verify.py there: it needs neither network nor account."),
    "step_ask": Sentence("Compare the digest that it shows with the one above, or ask the union to read it out."),
    "proves": Sentence("What this proves"),
    "proof": Sentence(
        "Where the digest is the same, nothing in the file was changed, added or taken away since the union made it."
    ),
    "no_proof": Sentence(
        "It does not prove that an exhibit is genuine, nor when it was written: only that it is the one that the union "
        "held on that day."
    ),
    "photograph": Sentence(
        "A photograph was made anew when it came, without the place and the owner that telephones write into it; both "
        "fingerprints are kept."
    ),
}


def checker_words() -> dict[str, dict[str, str]]:
    """The sentences of the checker in each language, by the English ones: they go beside it."""
    return {
        language: {text: translated(Sentence(text), language) for text in SAYS.values()} for language in ("fr", "ar")
    }
