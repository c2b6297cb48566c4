"""The column of mandates of an employer's list, in the words that payrolls write into it."""

from __future__ import annotations

import pytest

from union.tables.cells.mandates import mandate
from union.tables.cells.people import Unreadable


@pytest.mark.parametrize(
    ("said", "found"),
    [
        *dict.fromkeys(("oui", "X", 1, True, "نعم"), "in_office").items(),
        *dict.fromkeys(
            ("non", "0", False, "لا", "néant", "-", "Sans mandat", "aucun mandat", "non délégué"), "none"
        ).items(),
        *dict.fromkeys(
            (
                "délégué",
                "Déléguée",
                "DÉLÉGUÉ",
                "délégué(e)",
                "Délégué des salariés",
                "Délégué du personnel",
                "titulaire",
                "Délégué titulaire",
                "Délégué - suppléant",
                "suppléante",
                "Délégué des salariés (titulaire), collège cadres",
                "représentant syndical",
                "Représentante du personnel",
                "élu",
                "Délégué 2021-2027",
                "DP",
                "مندوب",
                "مندوب الأجراء",
                "مندوبة الاجراء",
                "مندوب رسمي",
                "نائب مندوب الأجراء",
                "ممثل نقابي",
                "الممثلة النقابية",
                "staff delegate",
                "union representative",
            ),
            "in_office",
        ).items(),
        *dict.fromkeys(("candidat", "Candidate aux délégués", "مرشح", "مرشحة"), "candidate").items(),
        *dict.fromkeys(
            ("ancien délégué", "ex-délégué", "Ancienne déléguée du personnel", "مندوب سابق"), "former"
        ).items(),
    ],
)
def test_a_mandate_is_read_in_the_words_of_lists(said: str | int | bool, found: str) -> None:
    assert mandate(said) == found


@pytest.mark.parametrize(
    "said", ["peut-être", "représentant commercial", "cadre", "2021", "syndicaliste", "délégué médical"]
)
def test_a_word_that_is_none_of_them_is_asked_about(said: str) -> None:
    with pytest.raises(Unreadable, match="mandate"):
        mandate(said)
