"""What people read of the files of a case."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.attachments.actions import AttachmentAct
from union.attachments.models import Reason, Shown, Source, What
from union.inspection.filetypes import FileType

WHATS = {
    What.LETTER: _l("A letter"),
    What.SUMMONS: _l("A summons to a hearing"),
    What.SANCTION: _l("A warning or another sanction"),
    What.CONTRACT: _l("A contract or its amendment"),
    What.PAYSLIP: _l("A payslip"),
    What.RECEIPT: _l("A receipt for full settlement"),
    What.CERTIFICATE: _l("A certificate"),
    What.SCHEDULE: _l("A schedule or a record of hours"),
    What.MESSAGE: _l("A message or an e-mail"),
    What.STATEMENT: _l("A written statement"),
    What.POSTED: _l("A proof of sending or receipt"),
    What.RECORD: _l("Minutes of a hearing or of the inspector"),
    What.COURT: _l("A paper of the court"),
    What.SCENE: _l("A photograph of a place or a thing"),
    What.VOICE: _l("A voice note"),
    What.OTHER: _l("Something else"),
}
SOURCES = {
    Source.PERSON: _l("The person concerned"),
    Source.COLLEAGUE: _l("A colleague"),
    Source.EMPLOYER: _l("The employer"),
    Source.INSPECTOR: _l("The labour inspector"),
    Source.COURT: _l("The court"),
    Source.DOCTOR: _l("A doctor"),
    Source.UNION: _l("The union"),
    Source.UNKNOWN: _l("Somebody else"),
}
SHOWN = {
    Shown.READERS: _l("A fact, shown to whoever reads the case"),
    Shown.STRATEGY: _l("Strategy: for those who work or plead the case, never printed"),
}
REASONS = {
    Reason.UNLAWFUL: _l("An image that nobody may hold"),
    Reason.CLIENTS_SCREEN: _l("The screen or the data of a client"),
    Reason.INTIMATE: _l("Something intimate"),
    Reason.NOT_THEIRS: _l("It shows somebody who has nothing to do with the case"),
    Reason.RECORDED: _l("A recording made in secret"),
    Reason.ASKED: _l("Whoever it is about wants it gone"),
    Reason.MISTAKE: _l("It came here by mistake"),
}
TYPES = {
    FileType.JPEG: _l("photograph"),
    FileType.PNG: _l("photograph"),
    FileType.WEBP: _l("photograph"),
    FileType.HEIC: _l("photograph"),
    FileType.PDF: "PDF",
    FileType.DOCX: "Word",
    FileType.XLSX: "Excel",
    FileType.TEXT: _l("text"),
    FileType.M4A: _l("sound"),
    FileType.MP3: _l("sound"),
    FileType.OGG: _l("sound"),
    FileType.WAV: _l("sound"),
    FileType.AMR: _l("sound"),
    FileType.WEBM: _l("sound"),
}

# Why a file is not taken: the sentence, and the status of the answer.
NOT_TAKEN: dict[str, tuple[Any, int]] = {
    "empty": (_l("This file is empty: choose it again."), 422),
    "not_listed": (
        _l(
            "Files of this kind are not taken: send a photograph, a PDF, a Word or Excel file, a plain text or a sound."
        ),
        415,
    ),
    "one_file": (_l("Choose a file, or take a photograph."), 422),
    "too_many": (_l("Ten files at once are the most: send the others after these."), 422),
    "not_all_here": (_l("The file is not all here yet: choose it again, and it goes on where it stopped."), 422),
    "film": (_l("Films are not taken: send a photograph, or the sound alone."), 415),
    "runs": (_l("This file holds a program or fetches something from elsewhere: save it as a PDF and send that."), 415),
    "damaged": (
        _l("This file does not open: it was cut or damaged. Take the photograph again, or ask for it anew."),
        422,
    ),
    "protected": (_l("This file wants a password: save it without one and send it again."), 422),
    "progressive": (
        _l(
            "This JPEG is of the progressive kind, which is too heavy to open at this size: take a picture of the "
            "screen, or save it at half the size, and send that."
        ),
        422,
    ),
    "too_many_pixels": (_l("This picture is too large to be looked at: make it smaller and send it again."), 422),
    "too_heavy": (_l("This file takes too much to be looked at: save it as a PDF and send that."), 422),
    "too_large": (_l("This file is too large: a file has at most 25 MB, a photograph 10 MB."), 413),
    "infected": (
        _l("The scanner found a virus in this file. Nothing of it was kept: delete it, and warn who sent it."),
        422,
    ),
    "unscanned": (
        _l(
            "The scanner for viruses does not answer, so nothing was kept. Keep the file, and send it again in a while."
        ),
        503,
    ),
}

# What a line of the timeline is called, and its drawing.
ACTS: dict[str, tuple[Any, str]] = {
    AttachmentAct.ADDED.value: (_l("File attached"), "file"),
    AttachmentAct.DESCRIBED.value: (_l("File described anew"), "edit"),
    AttachmentAct.INFECTED.value: (_l("A file with a virus was refused"), "shield"),
    AttachmentAct.DESTRUCTION_ASKED.value: (_l("Destruction of a file asked for"), "close"),
    AttachmentAct.DESTRUCTION_REFUSED.value: (_l("The file stays: it is not destroyed"), "undo"),
    AttachmentAct.DESTROYED.value: (_l("File destroyed by two people"), "close"),
}
