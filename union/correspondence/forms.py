"""What is typed about a letter: its text, how it went, what came back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.attachments.models import Attachment
from union.attachments.words import WHATS
from union.correspondence.mail import Came
from union.correspondence.typed import fields, has_text
from union.correspondence.words import CAME
from union.papers.sending import CORRESPONDENTS, Correspondent, means_field, sent_field
from union.press.content import Letter
from union.web.forms.chosen import Choice, Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Prose

MOST = 6000  # signs of one part


class TextForm(Form):
    """The lines that every letter has; `text_form` adds a field for each part."""

    sender = Prose(_l("Who writes"), most=1500)
    to = Prose(_l("To whom"), most=1500)
    day = Line(_l("Place and day"), most=200)
    by = Line(_l("How it goes"), most=200)
    subject = Line(_l("Subject"), [needed()], most=400)
    signature = Prose(_l("Who signs"), most=600)
    annexes = Prose(_l("Enclosures"), most=3000)
    copy = Line(_l("Copy to"), most=300)


def text_form(letter: Letter) -> TextForm:
    """The form of one letter, filled with its text."""
    more: dict[str, Any] = {}
    for at, part in enumerate(letter.parts):
        if part.heading:
            more[f"heading_{at}"] = Line(_l("Heading"), most=300)
        if has_text(part):
            more[f"text_{at}"] = Prose(_l("Text"), most=MOST)
    form: type[TextForm] = type("LetterForm", (TextForm,), more)
    filled: dict[str, Any] = {
        name: value for name, value in fields(letter).items() if name in more or hasattr(TextForm, name)
    }
    return form(**filled)


class _WithFile(Form):
    def offer_files(self, name: str, files: Iterable[Attachment]) -> None:
        """The files of the case to choose from, by what they are."""
        found = [(one.id, f"{one.code} · {WHATS[one.description.what]}") for one in files]
        self[name].offer(found, empty=_l("None"))  # type: ignore[attr-defined]  # a field of ours


class SendForm(_WithFile):
    """That a letter went, and what proves it."""

    means = means_field()
    on = sent_field()
    post_number = Line(_l("Number of the registered post"), most=40)
    proof = Pick(_l("The file that proves it"))
    marks_step = BooleanField(_l("Mark its step of the path as done on the same day"))
    again_on = Day(_l("Ask again for the answer on"))


class AnswerForm(_WithFile):
    """That an answer came."""

    on = Day(_l("Received on"), [needed()], passed=True)
    came = Choice(_l("How the mail came"), Came, CAME, empty=_l("Not said"))
    words = Prose(_l("What it says, in short"), most=1000)
    file = Pick(_l("The file of the answer"))


class MailForm(_WithFile):
    """Mail that is written down by hand. `file` is of the case, and `case` its reference where the page knows none."""

    who: Choice
    who_words = Line(_l("Name, office or court"), most=200)
    on: Day
    subject = Line(_l("What it is about"), [needed()], most=300)
    case = Line(_l("Reference of the case"), most=20)
    file: Pick

    def passage(self) -> dict[str, Any]:
        """How it came or went, by the names of `Entered`."""
        raise NotImplementedError


class IncomingForm(MailForm):
    """That something came in."""

    who = Choice(_l("Sender"), Correspondent, CORRESPONDENTS, [needed()])
    on = Day(_l("Came in on"), [needed()], passed=True)
    came = Choice(_l("How the mail came"), Came, CAME, [needed()])
    answers = Pick(_l("It answers this letter"))
    file = Pick(_l("The file of it"))

    def passage(self) -> dict[str, Any]:
        return {"came": self.came.data}


class OutgoingForm(MailForm):
    """That something went which was not written here."""

    who = Choice(_l("Addressee"), Correspondent, CORRESPONDENTS, [needed()])
    on = Day(_l("Sent on"), [needed()], passed=True)
    means = means_field()
    post_number = Line(_l("Number of the registered post"), most=40)
    file = Pick(_l("The file that proves it"))

    def passage(self) -> dict[str, Any]:
        return {"means": self.means.data, "post_number": self.post_number.data or ""}


class StrikeForm(Form):
    """Why an entry of the register counts no more."""

    why = Prose(_l("Why it is struck out"), [needed()], most=500)


class FindMail(Form):
    """What is looked for in the register."""

    query = Line(_l("Find an entry"), [needed(_l("Write a number, a name, a subject or a case's code."))], most=100)
