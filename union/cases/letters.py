"""The frame of a letter of one person in French or Arabic: who writes to whom, where, how it goes; the features fill it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from babel.lists import format_list
from werkzeug.wrappers import Response

from union.cases.subjects import About, Place
from union.law.articles import ARTICLES, cite
from union.law.source import amount, day, isolate
from union.papers.content import Letter, Part, left_to_right, name

Pair = tuple[str, str]
LANGUAGES = ("fr", "ar")
DOTS = "……………………"

FRAME: dict[str, Pair] = {
    "to_employer": ("À la direction de {employer}", "إلى إدارة {employer}"),
    "number": ("Matricule : {number}", "رقم التأجير: {number}"),
    "address": ("Adresse : ………………………………", "العنوان: ………………………………"),
    "at": ("{city}, le {day}", "{city}، في {day}"),
    "registered": ("Lettre recommandée avec accusé de réception", "رسالة مضمونة مع الإشعار بالتوصل"),
    "greeting": ("Madame, Monsieur,", "تحية طيبة وبعد،"),
    "regards": (
        "Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
        "وتفضلوا بقبول فائق الاحترام والتقدير.",
    ),
    "reserve": (
        "La présente est faite sous réserve de tous mes autres droits et recours.",
        "وذلك مع الاحتفاظ بكافة حقوقي الأخرى وبحقي في سلوك كل المساطر.",
    ),
    "signature": ("Nom et signature :", "الاسم والتوقيع:"),
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
    """Dirhams with their unit: 16 335,08 DH."""
    return f"{left_to_right(amount(value, language))} {('DH', 'درهم')[LANGUAGES.index(language)]}"


def articles(keys: tuple[str, ...], language: str) -> str:
    """The articles, short: those of the Labour Code by their numbers, other texts by their name."""
    numbers = [ARTICLES[key].number for key in keys if ARTICLES[key].text == "ct"]
    others = tuple(key for key in keys if ARTICLES[key].text != "ct")
    arabic = language == "ar"
    word = {1: "المادة", 2: "المادتان"}.get(len(numbers), "المواد") if arabic else "art."
    parts = [f"{word}\u00a0{format_list([left_to_right(one) for one in numbers], locale=language)}"] if numbers else []
    return ("؛ " if arabic else "\u00a0; ").join([*parts, *([cite(others).say(language)] if others else [])])


def to_the_employer(
    about: About, place: Place, language: str, on: date, subject: Pair, parts: Iterable[Part], *, reference: str,
    draft: bool,
) -> Letter:  # fmt: skip
    """A letter of one person to the employer, at his seat where it is known, else at the site. A draft says that it is one."""
    employer, site = place.employer, place.site
    said = {key: filled(pair, language) for key, pair in FRAME.items() if "{" not in pair[0]}
    sender = [name(about.name), said["address"]]
    if about.number:
        sender.insert(1, filled(FRAME["number"], language, number=about.number))
    where = name(employer.seat) or name(", ".join(filter(None, (site.name, site.city))))
    return Letter(
        language=language,
        sender=tuple(sender),
        to=(filled(FRAME["to_employer"], language, employer=name(employer.legal_name)), where),
        day=filled(FRAME["at"], language, city=name(site.city) or DOTS, day=day(on, language)),
        by=said["registered"],
        subject=filled(subject, language),
        parts=(
            Part(paragraphs=(said["greeting"],)),
            *parts,
            Part(paragraphs=(said["reserve"], said["regards"])),
        ),
        signature=said["signature"],
        reference=reference,
        draft=said["draft"] if draft else "",
    )


def handed(content: bytes, file_name: str) -> Response:
    """A PDF to keep. Its name holds a code and no person: it stands in the history of downloads."""
    answer = Response(content, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=file_name)
    return answer
