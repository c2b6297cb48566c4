"""The frame of a letter in French or Arabic: who writes to whom, where, how it goes, who signs it and who received it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum

from babel.lists import format_list

from union.cases.subjects import About, Place
from union.law.procedure.findings import Finding
from union.law.procedure.points import points
from union.law.sources.articles import ARTICLES, cite
from union.law.sources.source import amount, day, isolate
from union.press.content import Letter, Part, left_to_right, name

Pair = tuple[str, str]
LANGUAGES = ("fr", "ar")
DOTS = "……………………"


class To(Enum):
    """Whom a letter of one person goes to, and by that how it goes."""

    EMPLOYER = "registered"
    INSPECTOR = "against_receipt"


FRAME: dict[str, Pair] = {
    "from": ("De : {name}", "من: {name}"),
    "to_employer": ("À la direction de {employer}", "إلى السيد(ة) مدير(ة) {employer}"),
    "register": ("RC : {register}", "السجل التجاري: {register}"),
    "ice": ("ICE : {ice}", "التعريف الموحد للمقاولة: {ice}"),
    "seat": ("Siège : {seat}", "المقر الاجتماعي: {seat}"),
    "site": ("Établissement : {site}", "المؤسسة: {site}"),
    "representative": ("Représentée par : ……………………", "في شخص ممثلها القانوني: ……………………"),
    "to_inspector": ("À Madame ou Monsieur l’inspecteur du travail", "إلى السيد(ة) مفتش(ة) الشغل"),
    "number": ("Matricule : {number}", "الرقم المهني: {number}"),
    "fund_number": ("N° CNSS : ……………………", "رقم التسجيل في الصندوق الوطني للضمان الاجتماعي: ……………………"),
    "job": ("Poste : {job}", "المنصب: {job}"),
    "hired": ("Date d’embauche : {day}", "تاريخ التشغيل: {day}"),
    "address": ("Adresse : ………………………………", "العنوان: ………………………………"),
    "at": ("{city}, le {day}", "{city}، في {day}"),
    "registered": ("Lettre recommandée avec accusé de réception", "رسالة مضمونة مع الإشعار بالتوصل"),
    "against_receipt": (
        "Remise contre décharge, ou recommandée avec accusé",
        "تسلم مقابل وصل، أو رسالة مضمونة مع الإشعار بالتوصل",
    ),
    "greeting": ("Madame, Monsieur,", "بعد التحية،"),
    "regards": (
        "Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
        "وتفضلوا بقبول فائق الاحترام والتقدير.",
    ),
    "reserve": (
        "La présente est faite sous réserve de tous mes autres droits et recours.",
        "وذلك مع كامل التحفظ، ومع الاحتفاظ بكافة حقوقي الأخرى وبحقي في سلوك كل المساطر.",
    ),
    "not_kept": ("Ce que la procédure n’a pas respecté", "ما لم تحترمه المسطرة"),
    "signed_by": ("Nom : {name}", "الاسم: {name}"),
    "employee": ("Qualité : salarié(e)", "الصفة: أجير(ة)"),
    "signature": ("Signature :", "التوقيع:"),
    "received": ("Exemplaire reçu le …………………… à ………… h", "توصلت بنظير بتاريخ …………………… على الساعة …………"),
    "received_name": ("Nom : ………………………………", "الاسم: ………………………………"),
    "received_capacity": ("Qualité : ………………………………", "الصفة: ………………………………"),
    "received_stamp": ("Signature et cachet :", "التوقيع والخاتم:"),
    "annexes": ("Pièces jointes", "المرفقات"),
    "copy": ("Copie : inspection du travail {office}", "نسخة موجهة إلى: مفتشية الشغل {office}"),
    "cited": (
        "Sauf mention contraire, les articles cités sont ceux du Code du travail (loi 65-99).",
        "المواد المذكورة هي مواد مدونة الشغل (القانون رقم 65-99)، ما لم يذكر غير ذلك.",
    ),
    "draft": ("PROJET – à relire avant de signer", "مسودة – تراجع قبل التوقيع"),
}


def filled(pair: Pair, language: str, **values: str) -> str:
    """The French or the Arabic of a pair with its places filled; Latin runs of the Arabic stay left to right."""
    text = pair[LANGUAGES.index(language)].format_map(values)
    return isolate(text) if language == "ar" else text


def dotted(value: date | None, language: str) -> str:
    """A day in words, or a line of dots where nobody knows it yet."""
    return DOTS if value is None else day(value, language)


def money(value: Decimal, language: str) -> str:
    """Dirhams with their unit, on one line: 16 335,08 DH."""
    return f"{left_to_right(amount(value, language))}\u00a0{('DH', 'درهم')[LANGUAGES.index(language)]}"


def articles(keys: tuple[str, ...], language: str) -> str:
    """The articles, short: those of the Labour Code by their numbers, other texts by their name."""
    numbers = [ARTICLES[key].number for key in keys if ARTICLES[key].text == "ct"]
    others = tuple(key for key in keys if ARTICLES[key].text != "ct")
    arabic = language == "ar"
    word = {1: "المادة", 2: "المادتان"}.get(len(numbers), "المواد") if arabic else "art."
    parts = [f"{word}\u00a0{format_list([left_to_right(one) for one in numbers], locale=language)}"] if numbers else []
    return ("؛ " if arabic else "\u00a0; ").join([*parts, *([cite(others).say(language)] if others else [])])


def of_person(
    about: About, place: Place, language: str, on: date, subject: str, parts: Iterable[Part], *, reference: str,
    draft: bool, annexes: Iterable[str] = (), to: To = To.EMPLOYER,
) -> Letter:  # fmt: skip
    """A letter of one person, dated `on`; `subject` is written out already. A draft says that it is one.

    What nobody knows of its sender or addressee stays a line to fill in.
    """
    said = {key: filled(pair, language) for key, pair in FRAME.items() if "{" not in pair[0]}
    return Letter(
        language=language,
        sender=_sender(about, language),
        to=_inspector(place, language) if to is To.INSPECTOR else employer(place, language),
        day=filled(FRAME["at"], language, city=name(place.site.town_in(language)) or DOTS, day=day(on, language)),
        by=said[to.value],
        subject=subject,
        parts=(Part(paragraphs=(said["greeting"],)), *closed(parts, said["regards"])),
        signature=signed_by(name(about.name), said["employee"], language),
        received=received(language),
        annexes=numbered(annexes, language),
        copy="" if to is To.INSPECTOR else copy_to_inspector(place, language),
        reference=reference,
        draft=said["draft"] if draft else "",
    )


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
    """What can be claimed of these findings, under its heading and the Labour Code named once; nothing where there is none."""
    told = tuple(("", one.say(language)) for one in points(findings))
    return [Part(heading, (filled(FRAME["cited"], language),), points=told)] if told else []


def closed(parts: Iterable[Part], regards: str) -> tuple[Part, ...]:
    """The parts with the regards in the last one where it is words alone: the page of the signature begins with it."""
    *before, last = parts
    if last == Part(paragraphs=last.paragraphs):
        return (*before, Part(paragraphs=(*last.paragraphs, regards)))
    return (*before, last, Part(paragraphs=(regards,)))


def employer(place: Place, language: str) -> tuple[str, ...]:
    """The addressee's lines: the company, its numbers as far as they are known, its seat or else the site, who represents it."""
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


def _inspector(place: Place, language: str) -> tuple[str, ...]:
    """The inspector, and on a line of its own his office as somebody typed it, in whichever script."""
    return tuple(filter(None, (filled(FRAME["to_inspector"], language), name(place.employer.inspectorate))))
