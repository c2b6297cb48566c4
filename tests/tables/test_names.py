"""Names are folded, found across scripts, and split by their particles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union.tables.cells.full_names import split_full_name
from union.tables.cells.names import Query, fold, matches, search_key

SAME = [
    ("mohamed", "محمد"),
    ("mohamed", "Mohammed"),
    ("mohamed", "Mhamed"),
    ("محمد", "MOHAMED"),
    ("الفاسي", "El Fassi"),
    ("الفاسي", "Elfassi"),
    ("fassi", "الفاسي"),
    ("شرايبي", "Chraïbi"),
    ("chraibi", "شرايبي"),
    ("benjelloun", "Ben Jelloun"),
    ("ben jelloun", "بنجلون"),
    ("abdelkader", "عبد القادر"),
    ("عبد القادر", "Abd El Kader"),
    ("Abdellah", "عبد الله"),
    ("عبد الله", "Abdallah"),
    ("abderrahim", "عبد الرحيم"),
    ("noureddine", "نور الدين"),
    ("نور الدين", "Nour Eddine"),
    ("fatima zahra", "فاطمة الزهراء"),
    ("fatimazahra", "فاطمة الزهراء"),
    ("ait lahcen", "أيت لحسن"),
    ("ould brahim", "ولد ابراهيم"),
    ("tazi mohamed", "محمد التازي"),
    ("ilyas", "إلياس"),
    ("wiam", "وئام"),
    ("aicha", "عائشة"),
    ("sqalli", "الصقلي"),
    ("moh", "Mohamed"),
    ("احمد", "أحمد"),
    ("فاطمه", "فاطمة"),
    ("مـحـمـد", "مُحَمَّد"),
]


@pytest.mark.parametrize(("query", "name"), SAME)
def test_found(query: str, name: str) -> None:
    assert matches(query, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("omar", "محمد"),
        ("tazi", "Ziani"),
        ("mohamed tazi", "Mohamed Ziani"),
        ("fassi", "Fatima"),
        ("", "Ali"),
        ("%", "Ali"),
    ],
)
def test_not_found(query: str, name: str) -> None:
    assert not matches(query, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("هدى", "هدي"),
        ("فاطمة", "فاطمه"),
        ("مـحـمـد", "مُحَمَّد"),
        ("Réda", "REDA"),
        ("Re\u0301da", "réda"),
        ("ﻻ", "لا"),
        ("می\u200cخواهم", "میخواهم"),
        ("مح\u200dمد", "محمد"),
        *[(f"El{blank}{blank}Fassi", "El Fassi") for blank in "\u00a0\u2009\u202f\u3000"],
    ],
)
def test_fold(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_keeps_particles_apart() -> None:
    assert fold("El  Fassi") == "el fassi"
    assert fold("الفاسي") == "الفاسي"


@given(st.text(max_size=60))
def test_fold_settles_and_every_name_finds_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    if fold(text).strip():
        assert Query(text).finds(search_key(text))


@pytest.mark.parametrize(
    ("text", "given_name", "family"),
    [
        ("SQALLI Anass", "Anass", "SQALLI"),
        ("EL IDRISSI Asmae", "Asmae", "EL IDRISSI"),
        ("Meryem AÏT LAHCEN", "Meryem", "AÏT LAHCEN"),
        ("وئام الفاسي", "وئام", "الفاسي"),
        ("عبد الله الزياني", "عبد الله", "الزياني"),
        ("نور الدين الحداد", "نور الدين", "الحداد"),
        ("فاطمة الزهراء العلوي", "فاطمة الزهراء", "العلوي"),
        ("محمد بن علي", "محمد", "بن علي"),
        ("Mohamed El Amrani", "Mohamed", "El Amrani"),
        ("El Amrani Mohamed", "Mohamed", "El Amrani"),
        ("أيت لحسن إلياس", "إلياس", "أيت لحسن"),
        ("Mohamed Amine Tazi", "Mohamed Amine", "Tazi"),
        ("Abd El Kader Ziani", "Abd El Kader", "Ziani"),
        ("Sidi Mohamed Alaoui", "Sidi Mohamed", "Alaoui"),
        ("Omar Ould Brahim", "Omar", "Ould Brahim"),
        ("El Mehdi Alami", "El Mehdi", "Alami"),
        ("Mohamed El Mehdi El Alami", "Mohamed El Mehdi", "El Alami"),
        ("El Fassi", "", "El Fassi"),
        ("Tazi", "", "Tazi"),
    ],
)
def test_full_names(text: str, given_name: str, family: str) -> None:
    assert split_full_name(text) == (given_name, family)


def test_the_header_decides_where_nothing_else_does() -> None:
    assert split_full_name("El Fassi Omar", family_first=True) == ("Omar", "El Fassi")
    assert split_full_name("Tazi El Mehdi", family_first=True) == ("El Mehdi", "Tazi")
    assert split_full_name("Tazi Mohamed Amine", family_first=True) == ("Mohamed Amine", "Tazi")


@given(st.text(max_size=60))
def test_splitting_loses_no_word(text: str) -> None:
    given_name, family = split_full_name(text)
    parted = str.maketrans(",،", "  ")  # a comma can part the family name from the given one
    assert sorted((given_name + " " + family).translate(parted).split()) == sorted(text.translate(parted).split())
