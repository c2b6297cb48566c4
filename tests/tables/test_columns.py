"""Columns are recognised from French, Arabic and English headers, and from values where headers say nothing."""

import pytest

from tests.tables.samples import TODAY, csv
from union.tables.columns.fields import (
    DECLARED_DAYS,
    ELECTIONS,
    HEADCOUNTS,
    LAYOFF,
    NAMES,
    ROSTER,
    WORKPLACES,
    field_name,
)
from union.tables.columns.guessing import fields_of, guess
from union.tables.columns.vocabulary import recognise
from union.tables.kinds.roster import RosterRow, interpret
from union.tables.read import read as read_file

HEADERS = [
    ("N° Adh.", "card_number"),
    ("رقم الانخراط", "card_number"),
    ("MATRICULE", "employee_number"),
    ("Nº matricule", "employee_number"),
    ("Nom", "family_name"),
    ("النَّسَب", "family_name"),
    ("PRÉNOM", "given_name"),
    ("الإسم الشخصي", "given_name"),
    ("Nom et prénom", "full_name"),
    ("الاسم الكامل", "full_name"),
    ("Full name", "full_name"),
    ("Tél.", "phone"),
    ("N° GSM", "phone"),
    ("رقم الهاتف", "phone"),
    ("Téléphone du salarié", "phone"),
    ("Sal. brut", "monthly_gross"),
    ("Salaire brut (DH)", "monthly_gross"),
    ("الأجر الخام", "monthly_gross"),
    ("Salaire net à payer", "monthly_net"),
    ("Date d'embauche", "hired_on"),
    ("Date d’embauche", "hired_on"),
    ("تاريخ التشغيل", "hired_on"),
    ("hire_date", "hired_on"),
    ("Né(e) le", "born_on"),
    ("Date de naiss.", "born_on"),
    ("تاريخ الإزدياد", "born_on"),
    ("Adhésion le", "joined_on"),
    ("CIN", "cin"),
    ("Sexe (H/F)", "sex"),
    ("الجنس", "sex"),
    ("Cotisation", "dues"),
    ("Courriel", "email"),
    ("البريد الإلكتروني", "email"),
    ("Fonction", "job"),
    ("Type de contrat", "contract"),
    ("نوع العقد", "contract"),
    ("Observations", "remarks"),
]


@pytest.mark.parametrize(("header", "field"), HEADERS)
def test_headers(header: str, field: str) -> None:
    assert recognise(header)[0][0] == field


@pytest.mark.parametrize(
    "header", ["Lieu de naissance du père", "Tél. urgence", "Nom du conjoint", "CNSS", "Blabla", "", "Banque"]
)
def test_somebody_else_s_data_is_left_out(header: str) -> None:
    assert recognise(header) == ()


def test_dangerous_columns_are_never_mapped_and_are_listed() -> None:
    headers = "Nom;Prénom;role;id;mot de passe;Password;is_admin;workplace;member_id;Rôle;الهاتف"
    table = csv(headers + "\nTazi;Ali;admin;7;x;y;1;autre;9;admin;0612345678\n")
    guesses = guess(table)
    assert [guesses[at].reason for at in range(2, 10)] == ["dangerous"] * 8
    mapping = fields_of(guesses)
    assert [field for field in mapping.values() if field] == ["family_name", "given_name", "phone"]
    assert [at for at in range(table.width) if not mapping[at]] == list(range(2, 10))


def test_no_field_is_given_twice_and_the_surest_wins() -> None:
    table = csv("Nom;Prénom;Téléphone du bureau central;Tél.\nTazi;Ali;0522000000;0612345678\n")
    guesses = guess(table)
    assert (guesses[3].field, guesses[2].field, guesses[2].reason) == ("phone", None, "taken")


def test_values_decide_where_there_is_no_header() -> None:
    rows = "1001;Tazi Ali;H;0612345678;a.tazi@example.ma;01/02/1985;13/05/2015;4200,50\n"
    rows += "1002;Ziani Sara;F;0661234567;s.ziani@example.ma;11/02/1990;14/06/2016;5200,00\n"
    table = csv(rows)
    expected = ["employee_number", "full_name", "sex", "phone", "email", "born_on", "hired_on", "monthly_gross"]
    assert list(fields_of(guess(table)).values()) == expected
    assert {found.reason for found in guess(table).values()} == {"values"}


def test_a_column_that_counts_rows_is_no_employee_number() -> None:
    table = csv("N°;Nom;Prénom\n1;Tazi;Ali\n2;Ziani;Sara\n3;Alaoui;Omar\n")
    assert guess(table)[0].reason == "counter"


def test_nom_alone_with_two_words_is_the_full_name() -> None:
    table = csv("Matricule;Nom\n1;TAZI Ali\n2;ZIANI Sara\n")
    assert guess(table)[1].field == "full_name"


def test_the_departure_list_reads_the_date_of_leaving_as_planned() -> None:
    table = csv("Matricule;Nom;Date de départ;Indemnité\n1;Tazi;31/12/2026;5000\n")
    assert fields_of(guess(table, LAYOFF)) == {
        0: "employee_number",
        1: "family_name",
        2: "planned_exit_on",
        3: "offered_amount",
    }


def test_every_field_has_a_name_in_three_languages() -> None:
    listed = (ROSTER, LAYOFF, HEADCOUNTS, WORKPLACES, DECLARED_DAYS)
    shown = set(RosterRow.__struct_fields__) - {"number", "ok", "hidden"}  # side by side, where two rows are one person
    assert set(NAMES) == {field for fields in listed for field in fields} | set(ELECTIONS) | shown


@pytest.mark.parametrize("fields", [HEADCOUNTS, WORKPLACES, DECLARED_DAYS, ELECTIONS])
@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_a_list_of_facts_is_headed_by_its_own_words(fields: tuple[str, ...], language: str) -> None:
    """Whatever the order, and though a date or a number is called alike in several kinds."""
    for some in (fields, fields[::-1]):
        table = csv(
            ";".join(field_name(one, language) for one in some)
            + "\n"
            + ";" * (len(some) - 1)
            + "\nx;"
            + ";" * len(some)
        )
        assert tuple(fields_of(guess(table, fields)).values())[: len(some)] == some
    for field in NAMES:
        assert len({field_name(field, language) for language in ("fr", "ar", "en")}) >= 2


def test_titles_of_one_known_word_give_way_to_the_row_that_names_columns() -> None:
    head = "Société X;;;\nSite;;;\n" + "".join(f"Note {at};;;\n" for at in range(12))
    table = csv(f"{head}Matricule;Nom;Prénom;Tél\n1;Tazi;Omar;0661234567\n2;Naciri;Hind;0661234568\n")
    assert (table.header_row, table.headers) == (15, ("Matricule", "Nom", "Prénom", "Tél"))


def test_names_without_a_header_stand_with_the_family_name_of_several_words_first() -> None:
    table = csv("0042;EL FASSI;Réda;0661234567\n0043;Aït Lahcen;Noël;0661234568\n0044;Bénani;Zoé;0661234569\n")
    assert [one.field for one in guess(table).values()] == ["employee_number", "family_name", "given_name", "phone"]


def test_what_a_payroll_heads_its_columns_with() -> None:
    table = csv("Mat.;Nom & Prénom;C.I.N;Dt Naiss.;Dt Emb.\n1;TAZI OMAR;BE123456;26/11/1979;15/10/2012\n")
    assert [one.field for one in guess(table).values()] == [
        "employee_number",
        "full_name",
        "cin",
        "born_on",
        "hired_on",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Omar Tazi 0661234567\n2. Hind Naciri : 06 61 23 45 68\n\n• Ali Alami - 0661234569\n",
        "[12/11/2026, 21:04:11] Sal: Omar Tazi 0661234567\n[12/11/2026, 21:05:02] Sal: Hind Naciri 0661234568\n"
        "[12/11/2026, 21:05:09] Sal: Ali Alami 0661234569\n",
        "12/11/2026 à 21:04 - Sal: Omar Tazi 0661234567\n12/11/2026 à 21:05 - Sal: Hind Naciri 0661234568\n"
        "12/11/2026 à 21:06 - Sal: Ali Alami 0661234569\n",
    ],
)
def test_a_message_saved_as_a_file_is_read_as_one_that_was_pasted(text: str) -> None:
    table = csv(text)
    assert read_file(text.encode(), "liste.txt", delimiter=table.delimiter).rows == table.rows  # as it is read again
    read = interpret(table, fields_of(guess(table)), today=TODAY)
    assert [(row.given_name, row.family_name, row.phone) for row in read.rows] == [
        ("Omar", "Tazi", "+212661234567"),
        ("Hind", "Naciri", "+212661234568"),
        ("Ali", "Alami", "+212661234569"),
    ]


def test_numbers_are_nobodys_name() -> None:
    """Nombre is a name in Spanish, and a number in French."""
    counted = read_file("Matricule;Nom et prénom;Nombre de jours\n7;Amrani Abdelilah;26\n".encode(), "x.csv")
    assert fields_of(guess(counted)) == {0: "employee_number", 1: "full_name", 2: None}
    spanish = read_file(b"Apellidos;Nombre\nGarcia;Ana\nTazi;Omar\n", "x.csv")
    assert fields_of(guess(spanish)) == {0: "family_name", 1: "given_name"}
