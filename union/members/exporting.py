"""The roster of one workplace as a file: in the dialect of a language's spreadsheet, marked with the export's own
code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import func, select

from union.languages.translated import translated
from union.law.sources.sentence import Sentence
from union.members.damage import opens
from union.members.models import Category, Contract, Employment, Identity, Member, Sex, Terms
from union.members.watermark import COLUMN, Mark
from union.press.workbooks import Beside, xlsx
from union.store.reach import ReachSession
from union.tables.columns.fields import field_name
from union.tables.writing import Cell, in_dialect
from union.web.outgoing import new_code

FIELDS = (
    "employee_number",
    "card_number",
    "family_name",
    "given_name",
    "family_name_ar",
    "given_name_ar",
    "alias",
    "sex",
    "born_on",
    "phone",
    "email",
    "job",
    "category",
    "contract",
    "hired_on",
    "left_on",
    "monthly_gross",
    "monthly_net",
    "joined_on",
)
SEX = {Sex.FEMALE: "F", Sex.MALE: "M"}
CATEGORY = {
    Category.EMPLOYEE: Sentence("employee", context="roster"),
    Category.EXECUTIVE: Sentence("executive", context="roster"),
}
CONTRACT = {
    Contract.CDI: Sentence("open-ended", context="roster"),
    Contract.CDD: Sentence("fixed-term", context="roster"),
    Contract.ANAPEC: Sentence("ANAPEC", context="roster"),
    Contract.AGENCY: Sentence("agency", context="roster"),
}
TITLE = Sentence("Export {code} of {day} – confidential: {place}")
ROSTER = "roster"  # as the record calls what was taken out
# Beside the title, which the reader of lists passes by: a line among the people would be somebody when it is read
# again.
MISSING = Sentence(" – left out, for their files cannot be read: {number}")


class Format(Enum):
    """What the file is."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Export:
    """A file as it goes out. `code` stands in it and in the record, and marks each row: see `watermark`."""

    code: str
    people: int
    content: bytes
    format: Format
    damaged: int = 0  # people whose files do not open: they are not in it, and its title says so


def export(session: ReachSession, workplace_id: UUID, place: str, wanted: Format, language: str, on: date) -> Export:
    """Everybody who works or worked at a workplace in reach, without the notes. Whoever lets it leave writes its
    line."""
    code = new_code()
    damaged: set[UUID] = set()
    people = list(listed(session, workplace_id, damaged))
    title = translated(TITLE, language).format(
        code=code, day=on.isoformat() if language == "en" else f"{on:%d/%m/%Y}", place=place
    )
    title += translated(MISSING, language).format(number=len(damaged)) if damaged else ""
    return Export(code, len(people), written(people, wanted, language, code, title), wanted, len(damaged))


def written(people: Iterable[tuple[Member, Terms]], wanted: Format, language: str, code: str, title: str) -> bytes:
    """The file of these people. In a CSV the title stands above the columns, where the reader of lists passes it by."""
    mark = Mark(code)
    heads = [*(field_name(field, language) for field in FIELDS), translated(COLUMN, language)]
    rows = [
        [*_line(member, terms, language, mark), mark.reference(number)]
        for number, (member, terms) in enumerate(people, 1)
    ]
    if wanted is Format.XLSX:
        return xlsx(code, heads, rows, language, Beside(title))
    return in_dialect([title, *[""] * (len(heads) - 1)], [list(heads), *rows], language)


def listed(session: ReachSession, workplace_id: UUID, damaged: set[UUID]) -> Iterable[tuple[Member, Terms]]:
    """Everybody with the terms of their present employment here, sorted by name; whoever's file does not open joins
    `damaged` instead.
    """
    asked = select(Member, Employment).join(Employment, Employment.member_id == Member.id)
    work: dict[UUID, tuple[Member, Terms]] = {}
    for member, employment in session.execute(asked.where(Employment.workplace_id == workplace_id)):
        if not opens(member, employment):
            damaged.add(member.id)
            continue
        terms = employment.terms
        if member.id not in work or _later(terms, work[member.id][1]):
            work[member.id] = member, terms
    readable = [one for one in work.values() if one[0].id not in damaged]
    return sorted(readable, key=lambda one: one[0].identity.name.casefold())


def _later(one: Terms, other: Terms) -> bool:
    return (one.left_on is None, one.hired_on or date.min) > (other.left_on is None, other.hired_on or date.min)


def _contract(kind: Contract | None, language: str) -> str:
    return translated(CONTRACT[kind], language) if kind in CONTRACT else ""


def _line(member: Member, terms: Terms, language: str, mark: Mark) -> list[Cell]:
    who, standing = member.identity, member.standing
    family, given = _names(who)
    wage = terms.wage
    return [
        terms.employee_number,
        standing.card_number,
        family,
        given,
        *_in_arabic(who),
        who.alias,
        SEX[who.sex] if who.sex else "",
        who.born_on,
        " / ".join(mark.telephone(_national(one)) for one in who.phones[:2]),
        " / ".join(who.emails[:2]),
        terms.job,
        translated(CATEGORY[terms.category], language),
        _contract(terms.contract, language),
        terms.hired_on,
        terms.left_on,
        wage.gross if wage else None,
        wage.net if wage else None,
        standing.joined_on,
    ]


def _names(who: Identity) -> tuple[str, str]:
    if who.family_name or who.given_name:
        return who.family_name or who.given_name, who.given_name if who.family_name else ""
    if who.name_ar:
        return who.family_name_ar or who.given_name_ar, who.given_name_ar if who.family_name_ar else ""
    return who.alias, ""


def _in_arabic(who: Identity) -> tuple[str, str]:
    """The Arabic names beside the Latin ones; alone, they stand where the names stand."""
    return (who.family_name_ar, who.given_name_ar) if who.family_name or who.given_name else ("", "")


def _national(number: str) -> str:
    """As it is dialled in Morocco: a plus at the beginning would be a formula to a spreadsheet."""
    return f"0{number.removeprefix('+212')}" if number.startswith("+212") else f"00{number.removeprefix('+')}"


def how_many(session: ReachSession, workplace_id: UUID) -> int:
    """How many people a roster holds: somebody hired there twice is one."""
    asked = select(func.count(Employment.member_id.distinct())).where(Employment.workplace_id == workplace_id)
    return session.scalar(asked) or 0
