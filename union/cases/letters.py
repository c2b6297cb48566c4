"""The frame of a letter in French or Arabic: who writes to whom, where, how it goes, who signs it and who received
it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum

from babel.lists import format_list

from union.cases.subjects import About, Place
from union.languages.figures import amount, day
from union.languages.saying import in_language
from union.languages.translated import translated
from union.languages.typography import isolate
from union.law.checking.findings import Finding
from union.law.checking.points import points
from union.law.sources.articles import ARTICLES, cite
from union.law.sources.sentence import SEMICOLON, Sentence
from union.press.content import Letter, Part, left_to_right, name

LANGUAGES = ("fr", "ar")
DOTS = "……………………"


class To(Enum):
    """Whom a letter goes to."""

    EMPLOYER = "employer"
    INSPECTOR = "inspector"
    DELEGATE = "delegate"  # the provincial labour delegate
    AUTHORITY = "authority"  # the local authority

    @property
    def by(self) -> str:
        """How it goes: the key of its line."""
        return "registered" if self is To.EMPLOYER else "against_receipt"


DIRHAMS = Sentence("DH")
# Of one article, of two, of more, on one line with their numbers: Arabic has a word for each.
NUMBERED = (
    Sentence("art.\xa0{numbers}"),
    Sentence("arts\xa0{numbers}", context="two"),
    Sentence("arts\xa0{numbers}"),
)
FRAME: dict[str, Sentence] = {
    "from": Sentence("From: {name}"),
    "to_employer": Sentence("To the management of {employer}"),
    "register": Sentence("Trade register: {register}"),
    "ice": Sentence("ICE: {ice}"),
    "seat": Sentence("Seat: {seat}"),
    "site": Sentence("Establishment: {site}"),
    "representative": Sentence("Represented by: ……………………"),
    "to_inspector": Sentence("To the labour inspector"),
    "to_delegate": Sentence("To the provincial labour delegate"),
    "to_authority": Sentence("To the local authority of ……………………"),
    "union": Sentence("From: the union's office at ……………………"),
    "union_capacity": Sentence("Capacity within the union: ……………………"),
    "our_regards": Sentence("Yours faithfully, for us all."),
    "number": Sentence("Employee number: {number}"),
    "fund_number": Sentence("CNSS number: ……………………"),
    "job": Sentence("Post: {job}"),
    "hired": Sentence("Date of hire: {day}"),
    "address": Sentence("Address: ………………………………"),
    "at": Sentence("{city}, {day}", context="letter"),
    "registered": Sentence("Registered letter with acknowledgement"),
    "against_receipt": Sentence("Handed over against a receipt, or registered with acknowledgment"),
    "greeting": Sentence("Dear Sir or Madam,"),
    "regards": Sentence("Yours faithfully."),
    "reserve": Sentence("This letter is written under reserve of all my other rights and remedies."),
    "not_kept": Sentence("What the procedure did not respect"),
    "signed_by": Sentence("Name: {name}"),
    "employee": Sentence("Capacity: employee"),
    "signature": Sentence("Signature:"),
    "received": Sentence("Copy received on …………………… at …………"),
    "received_name": Sentence("Name: ………………………………"),
    "received_capacity": Sentence("Capacity: ………………………………"),
    "received_stamp": Sentence("Signature and stamp:"),
    "annexes": Sentence("Enclosures"),
    "copy": Sentence("Copy: labour inspectorate {office}"),
    "cited": Sentence("Unless stated otherwise, the articles cited are those of the Labour Code (law 65-99)."),
    "draft": Sentence("DRAFT – to be read again before signing"),
}


def filled(said: Sentence, language: str, **values: str) -> str:
    """A sentence of a paper with its places filled, what people typed as they did; Latin runs of Arabic stay left to
    right."""
    text = translated(said, language).format_map(values)
    return isolate(text) if language == "ar" else text


def dotted(value: date | None, language: str) -> str:
    """A day in words, or a line of dots where nobody knows it yet."""
    return DOTS if value is None else day(value, language)


def money(value: Decimal, language: str) -> str:
    """Dirhams with their unit, on one line: 16 335,08 DH."""
    return f"{left_to_right(amount(value, language))}\u00a0{translated(DIRHAMS, language)}"


def articles(keys: tuple[str, ...], language: str) -> str:
    """The articles, short: those of the Labour Code by their numbers, other texts by their name."""
    numbers = [ARTICLES[key].number for key in keys if ARTICLES[key].text == "ct"]
    others = tuple(key for key in keys if ARTICLES[key].text != "ct")
    parts = []
    if numbers:
        listed = format_list([left_to_right(one) for one in numbers], locale=language)
        parts.append(translated(NUMBERED[min(len(numbers), 3) - 1], language).format(numbers=listed))
    return translated(SEMICOLON, language).join([*parts, *([in_language(cite(others), language)] if others else [])])


def of_person(
    about: About,
    place: Place,
    language: str,
    on: date,
    subject: str,
    parts: Iterable[Part],
    *,
    reference: str,
    draft: bool,
    annexes: Iterable[str] = (),
    to: To = To.EMPLOYER,
    enclosed: Iterable[Part] = (),
) -> Letter:
    """A letter of one person, dated `on`; `subject` is written out already. A draft says that it is one.

    What nobody knows of its sender or addressee stays a line to fill in. `enclosed` are the annexes that are printed
    with it.
    """
    said = {key: filled(one, language) for key, one in FRAME.items() if "{" not in one.text}
    return Letter(
        language=language,
        sender=_sender(about, language),
        to=addressee(to, place, language),
        day=at(place, language, on),
        by=said[to.by],
        subject=subject,
        parts=(Part(paragraphs=(said["greeting"],)), *closed(parts, said["regards"])),
        signature=signed_by(name(about.name), said["employee"], language),
        received=received(language),
        annexes=numbered(annexes, language),
        copy="" if to is To.INSPECTOR else copy_to_inspector(place, language),
        reference=reference,
        draft=said["draft"] if draft else "",
        enclosed=tuple(enclosed),
    )


def of_union(
    place: Place,
    language: str,
    on: date,
    subject: str,
    parts: Iterable[Part],
    *,
    reference: str,
    draft: bool,
    to: To,
) -> Letter:
    """A letter of the union, dated `on`: no employee stands in its frame, and whoever signs it writes their own name
    and capacity."""
    said = {key: filled(one, language) for key, one in FRAME.items() if "{" not in one.text}
    return Letter(
        language=language,
        sender=(said["union"], said["address"]),
        to=addressee(to, place, language),
        day=at(place, language, on),
        by=said[to.by],
        subject=subject,
        parts=(Part(paragraphs=(said["greeting"],)), *closed(parts, said["our_regards"])),
        signature=signed_by("", said["union_capacity"], language),
        received=received(language),
        annexes=numbered((), language),
        copy="" if to is To.INSPECTOR else copy_to_inspector(place, language),
        reference=reference,
        draft=said["draft"] if draft else "",
    )


def addressee(to: To, place: Place, language: str) -> tuple[str, ...]:
    """The lines of whoever a letter goes to."""
    if to in {To.DELEGATE, To.AUTHORITY}:
        return (filled(FRAME[f"to_{to.value}"], language),)
    return inspector(place, language) if to is To.INSPECTOR else employer(place, language)


def at(place: Place, language: str, on: date) -> str:
    """Where and when a letter is written; a line to fill in where the town is not known."""
    return filled(FRAME["at"], language, city=name(place.site.town_in(language)) or DOTS, day=day(on, language))


def _sender(about: About, language: str) -> tuple[str, ...]:
    told = {"number": about.number, "job": name(about.job) or DOTS, "hired": dotted(about.hired_on, language)}
    number = (filled(FRAME["number"], language, number=told["number"]),) if about.number else ()
    return (
        filled(FRAME["from"], language, name=name(about.name)),
        *number,
        filled(FRAME["fund_number"], language),
        filled(FRAME["job"], language, job=told["job"]),
        filled(FRAME["hired"], language, day=told["hired"]),
        filled(FRAME["address"], language),
    )


def signed_by(who: str, capacity: str, language: str) -> tuple[str, ...]:
    """The block of the signature: a name, in what capacity, and the place to sign."""
    return filled(FRAME["signed_by"], language, name=who or DOTS), capacity, filled(FRAME["signature"], language)


def received(language: str) -> tuple[str, ...]:
    """The block that proves a delivery by hand: day, hour, name, capacity, stamp."""
    keys = ("received", "received_name", "received_capacity", "received_stamp")
    return tuple(filled(FRAME[key], language) for key in keys)


def numbered(annexes: Iterable[str], language: str) -> Part:
    """The annexes by their numbers; one line more stays open for what is added by hand."""
    lines = tuple(f"{at}. {one}" for at, one in enumerate((*annexes, DOTS), 1))
    return Part(filled(FRAME["annexes"], language), paragraphs=lines)


def copy_to_inspector(place: Place, language: str) -> str:
    """Who else receives the letter: the labour inspectorate, by its name where it is known."""
    return filled(FRAME["copy"], language, office=name(place.employer.inspectorate) or DOTS)


def found(heading: str, findings: Iterable[Finding], language: str) -> list[Part]:
    """What can be claimed of these findings, under its heading and the Labour Code named once; nothing where there
    is none."""
    told = tuple(("", in_language(one, language)) for one in points(findings))
    return [Part(heading, (filled(FRAME["cited"], language),), points=told)] if told else []


def closed(parts: Iterable[Part], regards: str) -> tuple[Part, ...]:
    """The parts with the regards in the last one where it is words alone: the page of the signature begins with it."""
    *before, last = parts
    if last == Part(paragraphs=last.paragraphs):
        return (*before, Part(paragraphs=(*last.paragraphs, regards)))
    return (*before, last, Part(paragraphs=(regards,)))


def employer(place: Place, language: str) -> tuple[str, ...]:
    """The addressee's lines: the company, its numbers as far as they are known, its seat or else the site, who
    represents it."""
    site, company = place.site, place.employer
    at = name(", ".join(filter(None, (site.called_in(language), site.town_in(language)))))
    known = {"register": name(company.trade_register), "ice": left_to_right(company.ice)}
    return (
        filled(FRAME["to_employer"], language, employer=name(company.legal_name)),
        *(filled(FRAME[key], language, **{key: value}) for key, value in known.items() if value),
        filled(FRAME["seat"], language, seat=name(company.seat))
        if company.seat
        else filled(FRAME["site"], language, site=at),
        filled(FRAME["representative"], language),
    )


def inspector(place: Place, language: str) -> tuple[str, ...]:
    """The inspector, then on a line of its own the inspectorate as somebody typed it, in either script."""
    return tuple(filter(None, (filled(FRAME["to_inspector"], language), name(place.employer.inspectorate))))
