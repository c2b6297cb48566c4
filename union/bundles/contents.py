"""What a case has to put into a file for its lawyer or the court, in the language that is spoken; never strategy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain as one_after_another
from typing import cast

from flask_babel import gettext as _

from union.access import May, asking
from union.attachments.models import Attachment, Source
from union.attachments.models import of_case as files_of
from union.attachments.words import SOURCES, TYPES, WHATS
from union.cases import date_words, dates
from union.cases.letters import articles
from union.cases.models import Case, CaseKind, Entry
from union.cases.subjects import ABOUT, place_of
from union.cases.timeline import CaseAct, timeline
from union.correspondence.models import WENT, CaseLetter
from union.correspondence.models import of_case as letters_of
from union.correspondence.typed import plain
from union.entitlements.papers.sheets import sheet as sums_sheet
from union.entitlements.papers.words import letter_sentence
from union.entitlements.records.models import of_case as owed_of
from union.entitlements.web.paper_views import about_of
from union.grievances import contacts
from union.grievances.contact_words import body as contact_body
from union.grievances.models import Grievance
from union.grievances.step_words import done_words, proof_line
from union.grievances.words import PAPERS, PROBLEMS
from union.languages.figures import day
from union.law.paths.declared import ACTS, OURS
from union.layoffs.records.models import Layoff
from union.papers.court.actions import TABLE as COURT
from union.papers.court.models import Matter
from union.papers.court.sheet import sheet as court_sheet
from union.papers.sending import MEANS
from union.press.content import Paper, left_to_right, name
from union.store.db import session
from union.web.damaged import readable
from union.web.locale import language, today

WRITTEN = {CaseAct.NOTED.value, CaseAct.ADDED.value}
NAMELESS = {Source.COLLEAGUE, Source.UNION, Source.UNKNOWN}  # who helped is nobody's to read in a file that leaves
TOLD_TO = {contacts.Whom.EMPLOYER, contacts.Whom.INSPECTOR, contacts.Whom.COURT}
OWED, SHEET = "owed", "court"
CLAIMED = ("facts", "lines", "besides", "shown", "judge")  # the parts of the sums that are for whoever decides on them


@dataclass(frozen=True)
class Line:
    """One line that a chronology may have; `shows` are the keys of its exhibits, `ticked` whether it is proposed."""

    key: str
    on: date
    what: str
    words: str = ""
    articles: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    ticked: bool = True
    to_come: bool = False


@dataclass(frozen=True)
class Offered:
    """One exhibit that may go in: a file of the case, or a letter that was sent."""

    key: str
    on: date | None
    title: str
    pairs: tuple[tuple[str, str], ...]
    row: Attachment | CaseLetter
    taken_in: date
    ticked: bool = True
    hint: str = ""


@dataclass(frozen=True)
class Contents:
    """All of it, and how many papers and notes are strategy and stay."""

    lines: tuple[Line, ...]
    exhibits: tuple[Offered, ...]
    sections: dict[str, Paper]
    left_out: int


def contents(case: Case) -> Contents:
    """What can be chosen, as far as whoever asks may see it."""
    files = list(readable(session().scalars(files_of(case.id)), "description", "held"))[::-1]
    letters = [one for one in readable(session().scalars(letters_of(case.id)), "written") if one.state in WENT]
    entries = timeline(session(), case)[::-1]
    matters = _matters(case)
    lines = one_after_another(
        _of_report(case),
        _of_letters(letters),
        _of_files(files),
        _of_hearings(matters),
        _of_notes(entries),
        _ahead(case),
    )
    return Contents(
        tuple(sorted(lines, key=lambda one: (one.on, one.to_come))),
        (*map(_letter, letters), *(_file(one) for one in files if _goes(one))),
        dict(_sections(case, matters)),
        sum(one.strategy for one in files)
        + sum(one.strategy and one.act in {*WRITTEN, contacts.ACT} for one in entries),
    )


def _goes(row: Attachment) -> bool:
    return not row.strategy and not row.destroyed and row.told is None


def _matters(case: Case) -> list[Matter]:
    rows = readable(session().scalars(COURT.of_case(case.id)), COURT.envelope)
    return [matter for row in rows if not (matter := cast(Matter, COURT.content(row))).set_aside]


def said(text: str) -> str:
    """What somebody typed, in whatever script: it does not turn its neighbours round."""
    return name(text)


def _of_report(case: Case) -> Iterator[Line]:
    if case.kind is CaseKind.LAYOFF:
        matter = cast(Layoff, case).matter
        yield Line("event", matter.announced_on or today(), said(matter.title), said(matter.facts))
        return
    told = cast(Grievance, case).account
    yield Line("event", told.event_on, f"{PAPERS[told.paper]} – {PROBLEMS[told.problem]}", said(told.facts))
    for one in told.done:
        act = ACTS.get(one.code)
        ours = act is None or act.who in OURS
        yield Line(
            f"step.{one.code}",
            one.on,
            done_words(one),
            said(proof_line(one.proof, one.proof_words)),
            act.articles if act is not None else (),
            ticked=not ours or one.proof is not None,
        )
    if told.ended_on is not None:
        yield Line("ended", told.ended_on, _("The contract ended"))


def _of_letters(rows: list[CaseLetter]) -> Iterator[Line]:
    for row in rows:
        posted, answer = row.written.posted, row.written.answer
        key, subject = f"letter.{row.id}", said(plain(row.written.letter.subject))
        if posted is not None:
            shows = (key, *([f"file.{posted.proof_id}"] if posted.proof_id else []))
            yield Line(key, posted.on, _("Letter sent: %(subject)s", subject=subject), _posted(row), shows=shows)
        if answer is not None:
            shows = (f"file.{answer.file_id}",) if answer.file_id else ()
            what = _("Answer to the letter: %(subject)s", subject=subject)
            yield Line(f"answer.{row.id}", answer.on, what, said(answer.words), shows=shows)


def _posted(row: CaseLetter) -> str:
    posted = row.written.posted
    assert posted is not None
    return " · ".join(filter(None, [str(MEANS[posted.means]), left_to_right(posted.post_number)]))


def _of_files(rows: list[Attachment]) -> Iterator[Line]:
    """A paper that bears a day, where it stands on it."""
    for row in rows:
        on = row.description.on
        if on is not None and _goes(row):
            yield Line(
                f"paper.{row.id}", on, str(WHATS[row.description.what]), said(row.description.words), shows=(_key(row),)
            )


def _of_hearings(matters: list[Matter]) -> Iterator[Line]:
    for matter in matters:
        days = ((matter.claim_on, _("Written claim")), (matter.filed_on, _("Action brought before the court")))
        yield from (Line(f"court.{on}.{at}", on, what) for at, (on, what) in enumerate(days) if on is not None)
        for one in matter.hearings:
            if one.outcome:
                yield Line(f"hearing.{one.id}", one.on, _("Hearing at the court"), said(one.outcome))
        if matter.judged_on is not None:
            yield Line(f"judged.{matter.judged_on}", matter.judged_on, _("Judgment"), said(matter.judgment_words))


def _of_notes(entries: list[Entry]) -> Iterator[Line]:
    """Facts that were added, notes and contacts, without who wrote them; a note is a message and proposed to nobody."""
    for at, one in enumerate(entries):
        if one.strategy:
            continue
        on = one.on or one.at.date()
        if one.act in WRITTEN:
            added = one.act == CaseAct.ADDED.value
            yield Line(f"note.{at}", on, _("Facts added") if added else _("Note"), said(one.words), ticked=added)
        elif one.act == contacts.ACT and contacts.read(one).whom in TOLD_TO:
            yield Line(f"note.{at}", on, _("Exchange with the other side"), said(contact_body(one)), ticked=False)


def _ahead(case: Case) -> Iterator[Line]:
    """The law's dates that still run: for the lawyer alone, for they show what we prepare."""
    beside = dates.of_cases(session(), [case.id]).get(case.id, [])
    for at, one in enumerate(dates.to_come(case, beside)):
        if one.rule not in dates.UNCOUNTED or one.rule == dates.HEARING:
            on, told = one.legal_on or one.on, one.dated
            yield Line(
                f"date.{at}.{on}",
                on,
                date_words.what(told),
                _("date to come"),
                date_words.articles(told),
                to_come=True,
            )


def _sections(case: Case, matters: list[Matter]) -> Iterator[tuple[str, Paper]]:
    if case.kind is CaseKind.GRIEVANCE and asking().may(May.COUNT_OWED):
        for owed in readable(session().scalars(owed_of(case.id)), "told", "snapshot"):
            yield OWED, sums_sheet(about_of(case, owed), language(), today())
    for at, matter in enumerate(matters):
        yield f"{SHEET}.{at}", court_sheet(matter, place_of(case), case.code, language(), today())


def for_who_decides(sums: Paper) -> Paper:
    """The sums without what is for our side: the dates that run, what an agreement may cost, what is not owed."""
    kept = {letter_sentence(one, sums.language) for one in CLAIMED}
    return replace(sums, parts=tuple(one for one in sums.parts if one.heading in kept))


def _key(row: Attachment) -> str:
    return f"file.{row.id}"


def _letter(row: CaseLetter) -> Offered:
    posted = row.written.posted
    assert posted is not None
    title = said(plain(row.written.letter.subject))
    pairs = (
        (_("Letter"), title),
        (_("Sent on"), day(posted.on, language())),
        (_("How it went"), _posted(row)),
    )
    return Offered(f"letter.{row.id}", posted.on, _("Letter sent: %(subject)s", subject=title), pairs, row, posted.on)


def _file(row: Attachment) -> Offered:
    held, told = row.held, row.description
    title = " – ".join(filter(None, [str(WHATS[told.what]), said(told.words)]))
    source = "" if told.source in NAMELESS else str(SOURCES[told.source])
    pairs = (
        (_("Date that it bears"), day(told.on, language()) if told.on else ""),
        (_("Where it is from"), source),
        (_("Kind of file"), str(TYPES[held.type])),
        (_("Taken in on"), day(held.at.date(), language())),
    )
    hints = [_("from a colleague: ask them first") if told.source is Source.COLLEAGUE else ""]
    hints.append(_("the file itself says who made it") if held.traces else "")
    shown = tuple((label, value) for label, value in pairs if value)
    return Offered(
        _key(row),
        told.on,
        title,
        shown,
        row,
        held.at.date(),
        ticked=told.source is not Source.COLLEAGUE,
        hint=" · ".join(filter(None, hints)),
    )


def cited(keys: tuple[str, ...]) -> str:
    """The articles of a line, short."""
    return articles(keys, language()) if keys else ""


def cover(case: Case, role: str, matters: list[Matter] | None = None) -> tuple[tuple[str, str], ...]:
    """The head of the file: the case, its parties, where it is, and by whom it was made: a role and no name."""
    found = _matters(case) if matters is None else matters
    place, person = place_of(case), ABOUT[case.kind](case).about.name
    court = next(iter(found), None)
    site = ", ".join(filter(None, (place.site.called_in(language()), place.site.town_in(language()))))
    pairs = (
        (_("Case"), left_to_right(case.code)),
        (_("Employee concerned"), name(person)),
        (_("Employer"), name(place.employer.legal_name)),
        (_("Site"), name(site)),
        (_("Court"), name(court.court if court is not None else place.employer.court)),
        (_("File number"), left_to_right(court.number) if court is not None else ""),
        (_("Labour inspectorate"), name(place.employer.inspectorate)),
        (_("Day of this file"), day(today(), language())),
        (_("Made by"), role),
    )
    return tuple((label, value) for label, value in pairs if value)
