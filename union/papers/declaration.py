"""A kind of paper as it is declared: its table, its pages and forms, its letters, its list beside a case, its words.

A new kind is a package with such a declaration, and its name in `union.papers.kinds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask import abort, url_for
from flask_babel import lazy_gettext as _l

from union.access import May
from union.cases import subjects
from union.cases.clocks import Clock
from union.cases.models import Case
from union.cases.subjects import Place, Subject
from union.papers.facts import FactsForm
from union.papers.sending import AsideForm, Means, Sent
from union.papers.table import PaperTable, Table
from union.press.content import Letter, Paper
from union.store.db import session
from union.store.reach import ReachSession
from union.web.forms.form import Form

SAVE = _l("Save")
FORM = "papers/form.html"  # the fields of a form one below the other


@dataclass(frozen=True)
class Opened:
    """A paper with its case, as each of its pages begins from it."""

    case: Case
    row: Any  # None where nothing was written down yet
    content: Any  # what its envelope holds
    name: str  # of the person; empty for a whole dispute
    recorded: tuple[str, UUID]  # what the record calls it
    subject: Subject | None = None  # what the case knows of the person, where the page needs it

    @property
    def version(self) -> int:
        return self.row.version if self.row is not None else 0

    @property
    def position(self) -> int:
        """The place of the person on the employer's list; nought where none is told."""
        return self.subject.position if self.subject else 0

    @property
    def reference(self) -> str:
        """What stands on a page that is printed."""
        return f"{self.case.code} · {self.position}" if self.position else self.case.code

    @property
    def place(self) -> Place:
        """Whom a letter goes to."""
        return subjects.place_of(self.case)


def _nothing(*_of: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Step:
    """A page on which a paper is changed: one form, one act, and what is said once it is done."""

    page: str  # the endpoint that shows the form
    act: str  # and the one that takes it
    path: str  # the end of both addresses
    title: Any
    form: Callable[[Any], Form]  # of what the envelope holds
    do: Callable[[ReachSession, UUID, Opened, Any], object]  # raises `Refused`
    done: Any
    button: Any = SAVE
    hint: Any = ""
    template: str = FORM
    shown: Callable[[Opened], dict[str, Any]] = _nothing  # what a template of its own needs besides


def correcting(title: Any, done: Any, table: PaperTable, form: type[FactsForm]) -> Step:
    """The step that corrects the facts of a paper."""
    return Step(
        "edit",
        "update",
        "edit",
        title,
        form.of,
        lambda session, by, one, sent: table.correct(session, by, one.case, one.row, sent.facts(table.holds)),
        done,
    )


def setting_aside(title: Any, when: Any, done: Any, table: PaperTable) -> Step:
    """The step that sets a paper aside; `when` says in which case one does so."""
    return Step(
        "setting_aside",
        "set_aside",
        "aside",
        title,
        lambda _content: AsideForm(),
        lambda session, by, one, sent: table.set_aside(session, by, one.case, one.row, sent.why.data),
        done,
        button=_l("Set aside"),
        hint=when,
    )


@dataclass(frozen=True)
class Beginning:
    """How a paper is written down: its form with what the case knows already, and where one goes on."""

    form: type[FactsForm]
    known: Callable[[Case, Subject], dict[str, Any]]  # by the names of the fields
    button: Any
    then: str = "questions"  # the page that follows
    found: Callable[[Subject], dict[str, Any]] = _nothing  # facts of the case that nobody types


@dataclass(frozen=True)
class Line:
    """A paper in a list: what it is called, its date; `done` where none runs any more."""

    row: Any
    label: Any
    due_on: date | None = None
    done: Any = ""
    clock: Clock = Clock.OURS
    hour: str = ""


@dataclass(frozen=True)
class Shelf:
    """The list of the papers of a kind beside a case: title and icon, what it says while empty, how one is added."""

    title: Any
    icon: str
    empty: Any
    add: Any
    lines: Callable[[Case, list[Any]], Iterable[Line]]  # of the rows that count
    of_all: bool = False  # whether a dispute as a whole has one


@dataclass(frozen=True)
class Printed:
    """What is made of a paper as PDF, one page for all: the names of the files, and what makes one."""

    page: str  # its endpoint, and the end of its address
    path: str
    names: tuple[str, ...]  # where there are several, the address says which
    make: Callable[[Opened, str, str, date, bool], Letter | Paper | None]  # name, language, day, draft; None is 404
    drafts: bool = True  # whether there is one to read and one to sign


@dataclass(frozen=True)
class Sends:
    """How a letter of a paper is marked as sent, and how that is taken back. Both write into the case's timeline."""

    sent: Callable[[Any], Sent | None]  # of what the envelope holds
    mark: Callable[[ReachSession, UUID, Case, Any, Means, date], None]  # raises `Refused` under `sent_on`
    take_back: Callable[[ReachSession, UUID, Case, Any], None]


@dataclass(frozen=True)
class Kind:
    """A kind of paper: `union.papers.pages` makes its pages of this, and `union.features` names it where others ask."""

    name: str  # of its blueprint, and in its addresses
    table: Table
    noun: Any
    read: May
    work: May
    template: str  # of the page of one paper
    shown: Callable[[Opened], dict[str, Any]]  # what that template needs
    acts: Mapping[str, tuple[Any, str]]  # what a line of the timeline is called, with its drawing
    argument: str = ""  # what its addresses call the id of a row
    title: Callable[[Any], Any] | None = None  # of one paper, where it is not the noun
    steps: tuple[Step, ...] = ()
    printed: Printed | None = None
    sends: Mapping[str, Sends] = field(default_factory=dict)  # by the names of what is printed
    begins: Beginning | None = None
    shelf: Shelf | None = None
    of_a_person: str = ""  # the address of the only paper that somebody of a list has
    open_of: Callable[..., Opened] | None = None  # and how it is found
    link: tuple[Any, str] | None = None  # and what leads to it from the page of the person, with its drawing

    @property
    def address(self) -> str:
        """Where one paper is."""
        return self.of_a_person or f"/{self.name}/<id:{self.argument}>"

    def called(self, content: Any) -> Any:
        """What one paper is called."""
        return self.title(content) if self.title else self.noun

    def url(self, row_id: UUID, page: str = "show") -> str:
        """A page of one paper."""
        given: dict[str, Any] = {self.argument: row_id}
        return url_for(f"{self.name}.{page}", **given)

    def opened(self, **asked: UUID) -> Opened:
        """The paper of an address, or 404 where it does not exist or lies outside the reach."""
        if self.open_of is not None:
            return self.open_of(**asked)
        row = session().get(self.table.model, asked[self.argument]) or abort(404)
        content = self.table.content(row)
        name = self.table.whose(content).name
        return Opened(subjects.case_or_404(row.case_id), row, content, name, (self.table.record_kind, row.id))
