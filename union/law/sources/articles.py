"""The registry of every article the engine cites, with its text's name and its subject in three languages."""

from dataclasses import dataclass
from functools import lru_cache

from union.law.sources.source import Words
from union.law.sources.titles import ROWS

TEXTS = {
    "ct": Words("Code du travail (loi 65-99)", "مدونة الشغل (القانون رقم 65-99)", "Labour Code (law 65-99)"),
    "preavis": Words(
        "décret 2-04-469 du 29 décembre 2004", "المرسوم رقم 2-04-469", "decree 2-04-469 of 29 December 2004"
    ),
    "fetes": Words(
        "décret 2-04-426, modifié en 2023 et 2026",
        "المرسوم رقم 2-04-426 كما عدل في 2023 و2026",
        "decree 2-04-426, amended in 2023 and 2026",
    ),
    "cdd": Words(
        "décret du 23 juillet 2020 sur les cas exceptionnels du CDD",
        "مرسوم 23 يوليوز 2020 المتعلق بالحالات الاستثنائية للعقد المحدد المدة",
        "decree of 23 July 2020 on exceptional fixed-term cases",
    ),
    "hs": Words("décret 2-04-570 du 29 décembre 2004", "المرسوم رقم 2-04-570", "decree 2-04-570 of 29 December 2004"),
    "mandat": Words("décret 2-08-421 du 16 janvier 2009", "المرسوم رقم 2-08-421", "decree 2-08-421 of 16 January 2009"),
    "doc": Words("Dahir des obligations et contrats", "ظهير الالتزامات والعقود", "Code of obligations and contracts"),
    "cpc": Words("Code de procédure civile (1974)", "قانون المسطرة المدنية (1974)", "Code of civil procedure (1974)"),
    "greve": Words("loi organique 97-15", "القانون التنظيمي رقم 97-15", "organic law 97-15"),
    "at": Words("loi 18-12", "القانون رقم 18-12", "law 18-12"),
    "ipe": Words("loi 03-14", "القانون رقم 03-14", "law 03-14"),
    "insertion": Words(
        "loi 1-93-16, modifiée",
        "القانون رقم 1-93-16 كما تم تعديله",
        "law 1-93-16, amended",
    ),
    "donnees": Words("loi 09-08", "القانون رقم 09-08", "law 09-08"),
}


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the key of its text, its number (empty: the whole text is cited), and what it is about."""

    text: str
    number: str
    subject: Words

    @property
    def name(self) -> Words:
        """The text's name."""
        return TEXTS[self.text]


def _read(row: str) -> tuple[str, Article]:
    place, fr, ar, en = (part.strip() for part in row.split(" | "))
    text, _, number = place.partition(" ")
    return place, Article(text, number, Words(fr, ar, en))


ARTICLES: dict[str, Article] = dict(_read(row) for row in ROWS.strip().splitlines())


@lru_cache(maxsize=512)
def cite(keys: tuple[str, ...], *, code: bool = True) -> Words:
    """How the articles `("ct 52", "ct 53", "preavis 1")` are cited, grouped by text; KeyError for an unknown one.

    Without `code` those of the Labour Code stand by their numbers alone, for what names the Code already.
    """
    groups: dict[str, list[str]] = {}
    for key in keys:
        found = ARTICLES[key]
        groups.setdefault(found.text, []).extend([found.number] if found.number else [])
    return Words(
        " ; ".join(_group(text, numbers, "fr", code=code) for text, numbers in groups.items()),
        "؛ ".join(_group(text, numbers, "ar", code=code) for text, numbers in groups.items()),
        "; ".join(_group(text, numbers, "en", code=code) for text, numbers in groups.items()),
    )


_ONE = {"fr": "art. ", "ar": "المادة ", "en": "art. "}
_TWO = {"fr": "art. ", "ar": "المادتان ", "en": "arts "}
_MORE = {"fr": "art. ", "ar": "المواد ", "en": "arts "}
_OLDER = (
    "الفصل ",
    "الفصلان ",
    "الفصول ",
)  # what an article is called in Arabic in the texts that are older than the Code
_OLDER_TEXTS = frozenset({"doc", "cpc"})


def _group(text: str, numbers: list[str], language: str, *, code: bool) -> str:
    """A text with its articles; its name alone where it is cited as a whole."""
    named = [] if text == "ct" and not code else [TEXTS[text].say(language)]
    word = {1: _ONE, 2: _TWO}.get(len(numbers), _MORE)[language]
    if language == "ar" and text in _OLDER_TEXTS:
        word = _OLDER[min(len(numbers), 3) - 1]
    listed = [word + (" و" if language == "ar" else ", ").join(numbers)] if numbers else []
    return ("، " if language == "ar" else ", ").join([*named, *listed])
