"""The denunciation: the same figures, days and names in French and in Arabic, and only what is known against the
paper."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.cases.papers import days, sums, words
from tests.reading_back import read_back
from union.cases.subjects import About, Place
from union.papers.receipts.letters import KINDS, RIGHTS, denunciation
from union.papers.receipts.models import Claim, PaperKind, Right, Signed
from union.papers.sending import Means, Sent
from union.press.typesetting import pdf
from union.workplaces.models import Identity, Site

ON = date(2026, 11, 25)
PLACE = Place(Identity("Atlas Contact SARL", seat="Bd Zerktouni"), Site("Sidi Maarouf", "Casablanca"))
PAPER = Signed(
    About("Sara El Alami", "1207"),
    PaperKind.AGREEMENT,
    date(2026, 11, 2),
    date(2026, 12, 31),
    date(2026, 11, 9),
    Decimal("20000.00"),
    "Chez Sara",
    {"total_itemised": False, "no_waiver": False, "inspector_signed": False, "read_and_approved": True},
    tuple(Claim(one, Decimal("1234.50") * number if number % 2 else None) for number, one in enumerate(Right)),
)


def letters(paper: Signed = PAPER, *, draft: bool = False) -> tuple[str, str]:
    """Both languages."""
    fr, ar = (words(denunciation(paper, PLACE, "L-7K3F9Q", one, ON, draft=draft)) for one in ("fr", "ar"))
    return fr, ar


def test_french_and_arabic_say_the_same_figures_days_and_names() -> None:
    fr, ar = letters()
    assert days(fr) == days(ar) != []
    assert (2026, 11, 2) in days(fr)
    assert sums(fr) == sums(ar)
    assert "20\u00a0000,00" in sums(fr)
    for one in ("Sara El Alami", "1207", "Atlas Contact SARL", "Zerktouni", "L-7K3F9Q"):
        assert one in fr
        assert one in ar
    for _name, keys in RIGHTS.values():
        assert all(key.removeprefix("ct ") in fr and key.removeprefix("ct ") in ar for key in keys)


def test_it_says_what_is_known_against_the_paper_and_nothing_else() -> None:
    fr, _ar = letters()
    assert "La somme totale ou le détail des paiements manque" in fr
    assert "Le contreseing de l’inspecteur du travail manque" in fr
    assert "lu et approuvé" not in fr, "that condition was met"
    assert "60 jours n’est pas écrit" not in fr, "nobody knows"
    assert "signé avant la fin du contrat" in fr
    plain, _ = letters(replace(PAPER, answers={}, left_on=None, paid_on=None))
    assert "Ce que le document" not in plain


@pytest.mark.parametrize(("on", "within"), [(date(2027, 1, 1), True), (date(2027, 1, 2), False)])
def test_it_says_to_be_in_time_only_while_it_is(on: date, within: bool) -> None:
    assert PAPER.signed_on is not None
    fr, ar = (words(denunciation(PAPER, PLACE, "L-1", one, on, draft=False)) for one in ("fr", "ar"))
    assert ("soixante jours" in fr) == ("ستين يوما" in ar) == within


def test_a_denunciation_already_sent_says_nothing_of_itself() -> None:
    fr, _ = letters(replace(PAPER, sent=Sent(ON, Means.OTHER, "Olu")))
    assert "ni par assignation" not in fr


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_draft_says_that_it_is_one(language: str) -> None:
    at = ("fr", "ar").index(language)
    mark = ("PROJET", "مسودة")[at]
    assert mark in letters(draft=True)[at]
    assert mark not in letters()[at]


def test_every_right_and_kind_has_its_words() -> None:
    assert RIGHTS.keys() == set(Right)
    assert KINDS.keys() == set(PaperKind)


def test_the_printed_letter_holds_its_figures() -> None:
    for language in ("fr", "ar"):
        letter = denunciation(PAPER, PLACE, "L-7K3F9Q", language, ON, draft=False)
        content = pdf(letter)
        assert content.startswith(b"%PDF-")
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", content)) <= 2
        flat = re.sub(r"[\u00a0\u202f ]", "", read_back(content))
        for figure in sums(words(letter)):
            assert figure.replace("\u00a0", "") in flat


def test_no_total_stands_beside_a_paper_that_says_more() -> None:
    """Where what could be summed is less than what was written, the table would say that all was paid."""
    claims = (Claim(Right.LEAVE, Decimal("1930.92")), Claim(Right.SEVERANCE))
    for amount, shown in ((Decimal("9080.73"), False), (Decimal("1500.00"), True)):
        for one in letters(replace(PAPER, claims=claims, amount=amount)):
            assert "1\u00a0930,92" in one
            assert any(word in one for word in ("Total des droits", "مجموع الحقوق")) is shown
            assert any(word in one for word in ("Somme écrite", "المبلغ المكتوب")) is shown


def test_a_text_of_a_person_is_no_source() -> None:
    hostile = replace(PAPER, about=About('#read("/etc/passwd") $x^2$ *b* {x} {0} \\ " } ] <a> @b', "{1}"))
    for language in ("fr", "ar"):
        assert pdf(denunciation(hostile, PLACE, "L-1", language, ON, draft=True)).startswith(b"%PDF-")
