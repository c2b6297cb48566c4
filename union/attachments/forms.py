"""What is asked of a file that comes to a case, and of its destruction."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage
from wtforms import FileField, HiddenField, MultipleFileField

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
    """The files themselves too: from the camera, from the device, or sent already in pieces, told by their ids."""

    photo = FileField(_l("Take a photograph"))
    file = MultipleFileField(_l("Or choose files"))
    upload = HiddenField()

    @property
    def chosen(self) -> list[FileStorage]:
        """What goes with the form itself."""
        return [one for one in (self.photo.data, *(self.file.data or ())) if one and one.filename]

    @property
    def sent_before(self) -> list[UUID]:
        """What came in pieces. Raises `ValueError` for what is no id."""
        return [UUID(one) for one in dict.fromkeys((self.upload.data or "").split())]


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
