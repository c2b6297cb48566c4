"""What is asked of a file that comes to a case, and of its destruction."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FileField, HiddenField

from union.attachments.models import Description, Reason, Shown, Source, What
from union.attachments.words import REASONS, SHOWN, SOURCES, WHATS
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Prose


class Describe(Form):
    """What a file is, its day, where it came from, who sees it."""

    what = Choice(_l("What is it?"), What, WHATS, [needed(_l("Say what it is."))], empty=_l("Choose"))
    on = Day(_l("The date that it bears"), passed=True)
    source = Choice(
        _l("Where did it come from?"), Source, SOURCES, [needed(_l("Say where it came from."))], empty=_l("Choose")
    )
    source_words = Line(_l("Who exactly, or how it came"), most=200)
    words = Line(_l("In your words"), most=200)
    shown = Tiles(_l("Who sees it?"), Shown, SHOWN, [needed(_l("Say who sees it."))], default=Shown.READERS)

    def __init__(self, *, chooses: bool, **initial: Any) -> None:
        """`chooses` says whether who asks may keep a file from others: a delegate could not read it again."""
        super().__init__(**initial)
        if not chooses:
            del self.shown

    @property
    def description(self) -> Description:
        shown = self.shown.data if "shown" in self else Shown.READERS
        return Description(
            self.what.data, self.source.data, shown, self.words.data or "", self.on.data, self.source_words.data or ""
        )


class NewAttachment(Describe):
    """The file itself too: from the camera, from the device, or sent already in pieces."""

    photo = FileField(_l("Take a photograph"))
    file = FileField(_l("Or choose a file"))
    upload = HiddenField()


class Piece(Form):
    """One piece of a file on its way."""

    offset = Line("", [needed()], most=12)
    piece = FileField("", [needed()])


class Beginning(Form):
    """A file that is about to come in pieces."""

    mark = Line("", [needed()], most=200)
    size = Line("", [needed()], most=12)


class AskDestruction(Form):
    """Why it must not exist."""

    reason = Choice(_l("Why must it not exist?"), Reason, REASONS, [needed(_l("Say why."))], empty=_l("Choose"))
    words = Prose(_l("What the second person must know"), most=1000)
