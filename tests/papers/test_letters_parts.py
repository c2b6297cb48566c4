"""Each letter read back in French and Arabic for what a letter must hold: who, to whom, when, what, until when, and
by whom."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.cases.papers import words
from tests.dismissals.test_dismissals import DECISION
from tests.layoffs.test_papers import about
from tests.papers.test_printed import GROUP
from tests.reading_back import read_back
from tests.receipts.test_letters import PAPER
from union.cases.subjects import About, Place
from union.entitlements.papers.sheets import sheet
from union.entitlements.records.contents import Situation
from union.layoffs.papers.group_letters import group_letter
from union.layoffs.papers.letters import OF_A_PERSON, OF_THE_GROUP, letter
from union.layoffs.records.acts import LetterKind
from union.papers.dismissals.letters import against
from union.papers.dismissals.models import LetterKind as AgainstKind
from union.papers.receipts.letters import denunciation
from union.press.content import Letter
from union.press.typesetting import pdf
from union.workplaces.models import Identity, Site

ON = date(2026, 11, 25)
COMPANY = Identity(
    "Atlas Contact SARL", "12345 Casablanca", "001234567000089", seat="Bd Zerktouni", inspectorate="Aïn Chock"
)
PLACE = Place(COMPANY, Site("Sidi Maarouf", "Casablanca"))
HIRED = date(2019, 3, 4)
ABOUT = About("Sara El Alami", "1207", job="Téléconseillère", hired_on=HIRED)
OWN = {
    "denunciation": lambda said: denunciation(replace(PAPER, about=ABOUT), PLACE, "R-7K3F9Q", said, ON, draft=False),
    **{
        f"dismissal {one.value}": lambda said, one=one: against(
            one, replace(DECISION, about=ABOUT), PLACE, "R-7K3F9Q", said, ON, draft=False
        )
        for one in AgainstKind
    },
    **{f"person {one.value}": lambda said, one=one: letter(one, about(), said, ON, draft=False) for one in OF_A_PERSON},
}
UNION = {
    one.value: lambda said, one=one: group_letter(one, replace(GROUP, place=PLACE), said, ON, draft=False)
    for one in OF_THE_GROUP
}
PARTS = {
    "fr": {
        "sender": ("Adresse\u00a0:",),
        "subject": ("Objet\u00a0:",),
        "deadline": ("huit jours",),
        "signature": ("Nom\u00a0:", "Qualité", "Signature\u00a0:"),
        "received": ("reçu le", "à ………… h", "Nom\u00a0:", "Qualité\u00a0:", "Signature et cachet"),
        "annexes": ("Pièces jointes", "1. "),
    },
    "ar": {
        "sender": ("من: ", "العنوان:"),
        "subject": ("الموضوع:",),
        "deadline": ("ثمانية",),
        "signature": ("الاسم:", "الصفة", "التوقيع:"),
        "received": ("توصلت بنظير بتاريخ", "على الساعة", "الاسم:", "الصفة:", "الخاتم"),
        "annexes": ("المرفقات", "1. "),
    },
}
PERSON = {
    "fr": ("De\u00a0: ", "N° CNSS\u00a0:", "Poste\u00a0:", "Date d’embauche\u00a0:", "Qualité\u00a0: salarié(e)"),
    "ar": ("من: ", "رقم التسجيل في الصندوق الوطني للضمان الاجتماعي:", "المنصب:", "تاريخ التشغيل:", "الصفة: أجير(ة)"),
}
TO_COMPANY = {
    "fr": ("À la direction de", "Représentée par\u00a0:", "Copie\u00a0: inspection du travail"),
    "ar": ("إلى السيد(ة) مدير(ة)", "في شخص ممثلها القانوني:", "نسخة موجهة إلى: مفتشية الشغل"),
}


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", [*OWN, *UNION])
def test_a_letter_holds_every_part(kind: str, language: str) -> None:
    made: Letter = (OWN | UNION)[kind](language)
    said = words(made)
    for part, wanted in PARTS[language].items():
        for one in wanted:
            assert one in said, f"{part}: {one}"
    assert made.to
    assert made.day
    assert "25" in made.day
    assert "2026" in made.day
    if kind in OWN:
        assert [one for one in PERSON[language] if one not in said] == []
    if "inspector" not in kind:
        assert made.copy
    if to_company(kind):
        assert [one for one in TO_COMPANY[language] if one not in said] == []


def to_company(kind: str) -> bool:
    """Whether a letter goes to the employer."""
    return "inspector" not in kind and kind != LetterKind.DELEGATE.value


@pytest.mark.parametrize("kind", [one for one in (*OWN, *UNION) if to_company(one) and not one.startswith("person")])
def test_the_company_is_named_with_its_numbers(kind: str) -> None:
    for language in ("fr", "ar"):
        said = words((OWN | UNION)[kind](language))
        for one in ("Atlas Contact SARL", "12345 Casablanca", "001234567000089", "Bd Zerktouni", "Aïn Chock"):
            assert one in said
        unknown = words(
            denunciation(PAPER, Place(Identity("Atlas"), Site("Sidi Maarouf")), "R-1", language, ON, draft=True)
        )
        assert "ICE" not in unknown
        assert "……" in unknown


def test_what_is_known_of_the_sender_stands_and_the_rest_is_a_line_to_fill_in() -> None:
    known = words(OWN["denunciation"]("fr"))
    assert "Poste\u00a0: Téléconseillère" in known
    assert "4 mars 2019" in known.replace("\u00a0", " ")
    assert "Poste\u00a0: ……" in words(denunciation(PAPER, PLACE, "R-1", "fr", ON, draft=True))


def test_who_signs_for_the_union_writes_the_capacity_and_never_as_the_person() -> None:
    for kind, make in UNION.items():
        fr, ar = words(make("fr")), words(make("ar"))
        assert "Qualité au sein du syndicat\u00a0: ……" in fr, kind
        assert "الصفة داخل النقابة: ……" in ar, kind
        for one in (" je ", "Je ", "j’ai", "mon contrat", "m’a "):
            assert one not in fr, f"{kind}: {one}"
        for one in ("عقدي", "فصلي", "توصلت في"):
            assert one not in ar, f"{kind}: {one}"


def test_an_arabic_letter_names_site_and_city_in_arabic() -> None:
    place = Place(
        replace(COMPANY, seat="", trade_register=""), Site("Sidi Maarouf", "Casablanca", name_ar="سيدي معروف")
    )
    letters = {
        "denunciation": lambda one: denunciation(PAPER, place, "R-1", one, ON, draft=True),
        **{
            f"group {kind.value}": lambda one, kind=kind: group_letter(
                kind, replace(GROUP, place=place), one, ON, draft=False
            )
            for kind in OF_THE_GROUP
        },
        "person": lambda one: letter(LetterKind.INSPECTOR, replace(about(), site=place.site), one, ON, draft=False),
        "sheet": lambda one: sheet(replace(about(), site=place.site), one, ON),
    }
    for name, make in letters.items():
        latin, arabic = words(make("fr")), words(make("ar"))
        assert {"Sidi Maarouf", "Casablanca"} & set(re.findall("Sidi Maarouf|Casablanca", latin)), name
        assert not re.findall("Sidi Maarouf|Casablanca", arabic), name
        assert re.findall("سيدي معروف|الدار البيضاء", arabic), name


def test_a_negotiated_exit_is_compared_and_has_no_minimum_of_its_own() -> None:
    fr, ar = (
        words(letter(LetterKind.INSPECTOR, about(kind=Situation.NEGOTIATED), one, ON, draft=False))
        for one in ("fr", "ar")
    )
    assert "titre de comparaison, un licenciement donnerait" in fr
    assert "على سبيل المقارنة، يترتب عن الفصل" in ar
    assert "le Code du travail donne" not in fr
    assert "تمنح مدونة الشغل" not in ar


def test_the_certificate_is_asked_for_without_accepting_the_end() -> None:
    fr, ar = (words(letter(LetterKind.CERTIFICATE, about(), one, ON, draft=False)) for one in ("fr", "ar"))
    assert "Sans acquiescement à la rupture et sous toutes réserves" in fr
    assert "دون أن يعد ذلك قبولا بإنهاء العقد، ومع كامل التحفظ" in ar


def test_a_paper_signed_before_the_end_is_contested_first_and_denounced_as_a_precaution() -> None:
    early = replace(PAPER, signed_on=date(2026, 11, 2), left_on=date(2026, 12, 31))
    after = replace(PAPER, signed_on=date(2026, 11, 2), left_on=date(2026, 10, 31))
    fr, ar = (words(denunciation(early, PLACE, "R-1", one, ON, draft=False)) for one in ("fr", "ar"))
    assert "articles 41, alinéa 2, 73, alinéa 2, et 76" in fr
    assert "titre de précaution seulement, je le dénonce aussi" in fr
    assert "المادة 41 الفقرة الثانية، والمادة 73 الفقرة الثانية، والمادة 76" in ar.replace("\u2066", "")
    assert "على سبيل الاحتياط فقط، أتراجع عنها" in ar
    plain = words(denunciation(after, PLACE, "R-1", "fr", ON, draft=False))
    assert "précaution" not in plain
    assert "Une action déposée au tribunal dans ce délai" in plain


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", [*OWN, *UNION])
def test_the_printed_letter_has_room_for_all_of_it(kind: str, language: str) -> None:
    text = read_back(pdf((OWN | UNION)[kind](language)))
    for one in {"fr": ("Pièces jointes", "Signature et cachet"), "ar": ("المرفقات", "توصلت بنظير")}[language]:
        assert one in text
    for site in ("34492", "34486", "34465", "2/442"):
        assert site not in words((OWN | UNION)[kind](language))


def test_the_sheet_of_a_negotiated_exit_compares_too() -> None:
    for language, compared, minimum in (
        ("fr", "titre de comparaison, un licenciement donnerait", "Minimum légal"),
        ("ar", "على سبيل المقارنة، يترتب عن الفصل", "الحد الأدنى القانوني الذي يقارن"),
    ):
        negotiated = words(sheet(about(kind=Situation.NEGOTIATED), language, ON))
        assert compared in negotiated
        assert minimum not in negotiated
        assert minimum in words(sheet(about(kind=Situation.CLOSURE), language, ON))
