"""Lists of many shapes: headings, tables below one another, names in two scripts, a second telephone, pay with its
time."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tables.samples import TODAY, book, csv, roster, said, saved
from union.tables.columns.fields import ROSTER
from union.tables.columns.guessing import fields_of, guess
from union.tables.files.pasted import as_file, parted
from union.tables.kinds.roster import RosterRow, interpret
from union.tables.read import read
from union.tables.table import Untrusted


def codes(text: str) -> set[str]:
    return {one.code for one in roster(text).remarks}


def one(text: str) -> RosterRow:
    return roster(text).rows[0]


def held(head: str, *rows: str) -> list[str | None]:
    return list(fields_of(guess(csv("\n".join((head, *rows))), ROSTER)).values())


def whole(name: str, head: str = "Nom complet") -> tuple[str | None, str | None]:
    found = one(f"{head};Tél\n{name};0612345678\nTazi Ali;0612345679\n")
    return found.family_name, found.given_name


# --- headings, feet, tables ---


@pytest.mark.parametrize(
    "line",
    [
        "ÉQUIPE NUIT",
        "Site Casablanca",
        "Liste des adhérents :",
        "فريق الليل",
        "السلام عليكم",
        "Fin de liste",
        "-----",
        "- 2 -",
        "3/4",
        "https://paie.example.ma/liste",
        "Généré par la paie",
        "حرر بالدار البيضاء في 21/10/2026",
        "* en congé maternité",
        "ANNULÉ, ne pas utiliser",
    ],
)
def test_a_line_that_names_nobody_is_nobody_and_is_said(line: str) -> None:
    table = csv(f"Nom;Prénom;Tél\nTazi;Ali;0612345678\n{line};;\nZiani;Omar;0612345679\n")
    assert [row.cells[0] for row in table.rows] == ["Tazi", "Ziani"]
    assert {"group_rows", "foot_rows", "empty_rows"} & said(table).keys()


@pytest.mark.parametrize("name", ["Salam", "عبد السلام", "Bureau", "Fatima Zahra El Fassi", "Karim et Ali"])
def test_somebody_who_has_a_name_alone_stays(name: str) -> None:
    assert len(csv(f"Nom;Prénom;Tél\nTazi;Ali;0612345678\n{name};;\n").rows) == 2


def test_a_table_below_is_read_by_its_own_headers() -> None:
    text = "Site A;;\nNom;Prénom;Tél\nTazi;Ali;0612345678\n;;\nSite B;;\nPrénom;Nom;Tél\nOmar;Ziani;0612345679\n"
    assert [(row.family_name, row.given_name) for row in roster(text).rows] == [("Tazi", "Ali"), ("Ziani", "Omar")]
    assert said(csv(text))["tables_below"]["rows"] == "6"
    more = (
        "Nom;Prénom;Tél\nTazi;Ali;0612345678\nNom;Tél;Prénom;Ancienneté\nZiani;0612345679;Omar;4\nNom;Prénom;Tél\n"
        "Naji;Sara;\n"
    )
    assert [row.given_name for row in roster(more).good] == ["Ali", "Omar", "Sara"]
    noticed = said(csv(more))
    assert (noticed["tables_below_left"]["headers"], noticed["repeated_headers"]["rows"]) == ("Ancienneté", "5")
    assert len(csv("Nom;Prénom\nTazi;Ali\nNOM;PRÉNOM\nZiani;Omar\n").rows) == 2


def test_a_table_that_lies_on_its_side_is_refused() -> None:
    for text in (
        "Nom;Tazi;Ziani\nPrénom;Ali;Omar\nTél;0612345678;0612345679\n",
        "Nom :;Tazi\nPrénom :;Ali\nTél :;0612345678\n",
    ):
        with pytest.raises(Untrusted, match="transposed"):
            csv(text)


# --- messages ---


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Équipe nuit\nKarim Hamdi 0612345678\nSouad Rami 0612345679\n", "Hamdi Karim 5678, Rami Souad 5679"),
        (
            "Salam, voici la liste\nKarim Hamdi 0612345678\nSouad Rami 0612345679\nMerci\n",
            "Hamdi Karim 5678, Rami Souad 5679",
        ),
        ("0612345678 Karim Hamdi\n0612345679 Souad Rami\n", "Hamdi Karim 5678, Rami Souad 5679"),
        ("✅ Karim Hamdi 0612345678\n❌ Souad Rami 0612345679\n", "Hamdi Karim 5678, Rami Souad 5679"),
        (
            "Karim HAMDI - 0612345678 - Casablanca\nSouad RAMI - 0612345679 - Rabat\n",
            "HAMDI Karim 5678, RAMI Souad 5679",
        ),
        ("Karim Hamdi\n0612345678\nSouad Rami\n0612345679\n", "Hamdi Karim 5678, Rami Souad 5679"),
        ("1) Karim Hamdi\n2) Souad Rami\n3) Ali Tazi\n", "Hamdi Karim -, Rami Souad -, Tazi Ali -"),
        ("+212 612-345678, +212 612-345679, Karim Hamdi, Vous\n", "Hamdi Karim -"),
        (
            "NOM          PRENOM    TELEPHONE\nHAMDI        Karim     0612345678\nRAMI         Souad     0612345679\n",
            "HAMDI Karim 5678, RAMI Souad 5679",
        ),
    ],
)
def test_a_message_becomes_people_and_nobody_else(text: str, people: str) -> None:
    for table in (csv(text), read(as_file(text), "collee.txt")):
        found = interpret(table, fields_of(guess(table)), today=TODAY).good
        told = [f"{row.family_name} {row.given_name} {(row.phone or '-')[-4:]}" for row in found]
        assert ", ".join(told) == people


def test_addresses_of_a_mail_are_people_and_a_row_of_a_table_is_none() -> None:
    found = roster("Ali Hamdi <ali@example.ma>, Souad Rami <souad@example.ma>\n").good
    assert [(row.family_name, row.email) for row in found] == [
        ("Hamdi", "ali@example.ma"),
        ("Rami", "souad@example.ma"),
    ]
    assert parted("Tazi,Ali,0612345678,ali@example.ma\n") == "Tazi,Ali,0612345678,ali@example.ma\n"
    assert parted("Téléphone\n0612345678\n0612345679\n") == "Téléphone\n0612345678\n0612345679\n"


# --- names ---


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("M HAMDI Ali", "HAMDI", "Ali"),
        ("M EL BAZ Karim", "EL BAZ", "Karim"),
        ("M HAMED ALAOUI", "ALAOUI", "M HAMED"),
        ("Dr. ZIDANE Meryem", "ZIDANE", "Meryem"),
        ("ذ. أنس التازي", "التازي", "أنس"),
        ("BENNIS Rachida épouse TAZI", "BENNIS épouse TAZI", "Rachida"),
        ("KABBAJ Leila (ép. RAHALI)", "KABBAJ ép. RAHALI", "Leila"),
        ("TAZI née BENNIS Hind", "TAZI née BENNIS", "Hind"),
        ("Zineb OUALI - RACHIDI", "OUALI - RACHIDI", "Zineb"),
        ("عبد الله أبو زيد", "أبو زيد", "عبد الله"),
        ("12. HAMDI Ali", "HAMDI", "Ali"),
        ("HAMDI Ali **", "HAMDI", "Ali"),
        ("HAMDI Ali ✊", "HAMDI", "Ali"),
        ("Hamdi Ali (1)", "Ali", "Hamdi"),
        ("ﺣﻤﺪﻱ ﻋﻠﻲ", "علي", "حمدي"),
        ("عــلي حـمدي", "حمدي", "علي"),
        ("ＨＡＭＤＩ Ａｌｉ", "HAMDI", "Ali"),
    ],
)
def test_whole_names(name: str, family: str, given: str) -> None:
    assert whole(name) == (family, given)


def test_two_people_are_kept_out_and_what_is_hardly_a_name_is_said() -> None:
    found = roster("Nom complet;Tél\nZIDANE Meryem / HADDAD Ali;\nTALEB Omar 0612345678;\nx@example.ma;\nTazi Ali;\n")
    assert [(problem.row, problem.code) for problem in found.problems] == [(2, "name_two")]
    assert [remark.row for remark in found.remarks if remark.code == "name_doubtful"] == [3, 4]


def test_names_in_both_scripts_are_both_kept() -> None:
    found = one("Nom;Prénom;الاسم العائلي;الاسم الشخصي\nHAMDI;Ali;حمدي;علي\nRAMI;Souad;الرامي;سعاد\n")
    assert (found.family_name, found.given_name, found.family_name_ar, found.given_name_ar) == (
        "HAMDI",
        "Ali",
        "حمدي",
        "علي",
    )
    assert held("الاسم العائلي;Nom;الاسم الشخصي;Prénom", "حمدي;HAMDI;علي;Ali")[:2] == ["family_name_ar", "family_name"]
    assert held("Nom (fr);Prénom (fr);Nom (ar);Prénom (ar)", "HAMDI;Ali;حمدي;علي")[2:] == [
        "family_name_ar",
        "given_name_ar",
    ]
    assert held("Nom complet;الاسم الكامل", "HAMDI Ali;علي حمدي", "RAMI Sara;سارة الرامي") == [
        "full_name",
        "full_name_ar",
    ]
    assert held("Nom;الاسم;النسب", "HAMDI;علي;حمدي", "RAMI;سارة;الرامي") == [
        "family_name",
        "given_name_ar",
        "family_name_ar",
    ]
    assert held("الاسم العائلي;الاسم الشخصي;Adhérent", "حمدي;علي;oui", "الرامي;سارة;non")[:2] == [
        "family_name",
        "given_name",
    ]
    both = one("Nom et prénom;Tél\nHAMDI Ali / علي حمدي;0612345678\n")
    assert (both.family_name, both.given_name_ar) == ("HAMDI", "علي")


def test_a_name_in_arabic_alone_is_the_name_and_one_in_latin_letters_is_no_arabic_one() -> None:
    head = "Nom;Prénom;Nom en lettres arabes;Prénom en lettres arabes\n"
    people = "HAMDI;Ali;حمدي;علي\n;;الرامي;سعاد\nTAZI;Omar;TAZI;عمر\nNAJI;Sara;ناجي;سارة\n"
    found = roster(head + people)
    assert [(row.family_name, row.family_name_ar) for row in found.rows][1:3] == [("الرامي", None), ("TAZI", None)]
    assert [remark.row for remark in found.remarks if remark.code == "name_not_arabic"] == [4]


def test_columns_of_names_without_a_name_of_their_own() -> None:
    assert held(";;Tél", "HAMDI;Ali;0612345678") == ["family_name", "given_name", "phone"]
    assert held(";;Tél", "Ali;HAMDI;0612345678") == ["given_name", "family_name", "phone"]
    assert held("Nom et prénom;;Tél", "HAMDI;Ali;0612345678") == ["family_name", "given_name", "phone"]
    assert held("Nom et prénom;;Tél", "Ali;HAMDI;0612345678") == ["given_name", "family_name", "phone"]
    assert held("Prénom et nom;;Tél", "Ali;Hamdi;0612345678") == ["given_name", "family_name", "phone"]
    assert held(";;Tél", "Karim HAMDI;Casablanca;0612345678") == ["full_name", None, "phone"]
    assert one("Name,Given Name,Family Name,Mobile\nSouad,Souad,,0612345678\n").given_name is None


# --- headers ---


@pytest.mark.parametrize(
    ("header", "value", "field"),
    [
        ("DateEntree", "21/05/2020", "hired_on"),
        ("SalBase", "4200,00", "monthly_gross"),
        ("Salaire base", "4200", "monthly_gross"),
        ("contract_id/wage", "4200", "monthly_gross"),
        ("Num Assuré", "123456789", None),
        ("Nom de naissance", "Tazi", "family_name"),
        ("Middle Name", "Zahra", None),
        ("Apellidos", "Tazi", "family_name"),
        ("WhatsApp", "0612345678", "phone"),
        ("Tél. en cas d'urgence", "0612345678", None),
        ("Teléfono móvil", "0612345678", "phone"),
    ],
)
def test_headers(header: str, value: str, field: str | None) -> None:
    assert held(f"Fonction;{header}", f"Agent;{value}")[1] == field


def test_a_column_that_counts_the_rows_of_a_short_list_is_no_number_of_theirs() -> None:
    assert held("ر.ت;الاسم العائلي;الاسم الشخصي", "1;حمدي;علي", "2;الرامي;سعاد")[0] is None
    assert held("N°;Nom;Prénom", "1200;Tazi;Ali", "1201;Ziani;Omar")[0] == "employee_number"


# --- telephones and addresses ---


def test_a_second_column_of_telephones_is_kept_beside_the_first() -> None:
    text = "Nom;Prénom;Tél fixe;GSM\nTazi;Ali;0522123456;0612345678\nZiani;Omar;0522123457;\nNaji;Sara;;0612345679\n"
    assert [(row.phone, row.phone_other) for row in roster(text).rows] == [
        ("+212612345678", "+212522123456"),
        ("+212522123457", None),
        ("+212612345679", None),
    ]
    assert held("Nom;Tél 1;Tél 2;Tél 3", "Tazi;0612345678;0612345679;0612345670")[1:] == ["phone", "phone_other", None]
    shared = held("Nom;Mobile;Téléphone 2", "Tazi;0612345678;0522123456", "Naji;0612345679;0522123456")
    assert shared[1:] == ["phone", None]  # a switchboard's
    assert held("Nom;Mobile;Business Phone", "Tazi;0612345678;0522123456")[1:] == ["phone", None]
    assert held("Nom;E-mail professionnel;E-mail personnel", "Tazi;t@example.ma;tazi@example.net")[1:] == [
        None,
        "email",
    ]
    third = roster("Nom;Tél;Autre téléphone\nTazi;0612345678 / 0612345679;0612345670\n")
    assert [(one.code, one.values.get("aside")) for one in third.remarks if one.code == "set_aside"] == [
        ("set_aside", "+212612345670")
    ]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0522123456 poste 214", "+212522123456"),
        ("0612345678 Orange", "+212612345678"),
        ("0612345678 - WhatsApp", "+212612345678"),
        ("0612345678.00", "+212612345678"),
        ("612,345,678", "+212612345678"),
        ("6,12345678E+08", "+212612345678"),
        ("2.12612345678E+11", "+212612345678"),
        ("pas de téléphone", None),
    ],
)
def test_telephones_as_they_are_written(cell: str, number: str | None) -> None:
    found = one(f"Nom;Tél\nTazi;{cell}\nNaji;0612345670\n")
    assert (found.ok, found.phone) == (True, number)


@pytest.mark.parametrize("cell", ["6,12346E+08", "0612345678 de sa sœur", "2,12612E+11"])
def test_a_number_that_is_not_whole_or_not_theirs_is_kept_out(cell: str) -> None:
    assert not one(f"Nom;Tél\nTazi;{cell}\nNaji;0612345670\n").ok


# --- pay and days ---


@pytest.mark.parametrize("nothing", ["0", "0,00", "0 DH", "٠"])
def test_nobody_is_paid_nothing(nothing: str) -> None:
    found = roster(f"Nom;Salaire\nTazi;{nothing}\nNaji;4200\n")
    assert (found.rows[0].ok, found.rows[0].monthly_gross) == (True, None)
    assert "read_as_blank" in {one.code for one in found.remarks}


def test_pay_with_its_time_behind_it() -> None:
    found = roster("Nom;Salaire\nTazi;20,40/h\nNaji;18.25 DH / heure\n")
    assert [row.monthly_gross for row in found.rows] == [Decimal("3896.40"), Decimal("3485.75")]
    assert "wages_hourly" in {one.code for one in found.remarks}
    month = roster("Nom;Salaire\nTazi;4500DH/mois\nNaji;4200\nZiani;20,40 par heure\n")
    assert [row.monthly_gross for row in month.rows[:2]] == [Decimal(4500), Decimal(4200)]
    assert [(problem.row, problem.code) for problem in month.problems] == [(4, "money_unit")]


def test_what_is_asked_of_pay_shows_no_nothing_and_no_pay_that_says_its_time() -> None:
    (asked,) = roster("Nom;Salaire\nTazi;0\nNaji;54000\nZiani;20,40/h\n").questions
    assert asked.samples == ("54000",)
    assert not roster("Nom;Salaire\nTazi;0\nNaji;0,00\n").questions


def days(*cells: object) -> set[str]:
    data = saved(book([["Nom", "Date d'embauche"], *[[f"Tazi {chr(65 + at)}", cell] for at, cell in enumerate(cells)]]))
    table = read(data, "l.xlsx")
    return {one.code for one in interpret(table, fields_of(guess(table)), today=TODAY).remarks}


def test_real_days_beside_texts_of_another_order_are_doubted() -> None:
    early, late = date(2019, 4, 3), date(2019, 4, 13)
    assert "date_order_turned" in days("03/14/2018", early, late)
    assert "date_order_turned" in days("14/03/2018", early, date(2018, 5, 6), date(2017, 1, 2))
    assert "date_order_turned" not in days("14/03/2018", early, late, date(2017, 1, 2))
    assert "date_order_turned" not in days("03/04/2018", early, late)
    assert "date_order_turned" not in days("2018-03-14", early, date(2018, 5, 6), date(2017, 1, 2))
    assert "date_order_turned" not in days(early, date(2018, 5, 6), date(2017, 1, 2))


def test_names_without_a_header_are_all_people() -> None:
    """A name in which a word heads columns elsewhere made a title of everybody above it."""
    names = ["Karim Hamdi", "Hind Naciri", "Ali Site", "Omar Service", "على محمد أحمد حسن", "1. Sara Ziani"]
    found = roster("\n".join(names) + "\n")
    assert [row.number for row in found.good] == [1, 2, 3, 4, 5, 6]
    listed = roster("Karim Hamdi 0612345678 / 0612345679\nSouad Rami 0612345670\n").rows
    assert [(row.phone, row.phone_other) for row in listed] == [
        ("+212612345678", "+212612345679"),
        ("+212612345670", None),
    ]


def test_a_wider_table_below_is_read_too() -> None:
    found = roster("Nom;Prénom\nTazi;Ali\nMatricule;Nom;Prénom;Tél\n12;Ziani;Omar;0612345678\n").good
    assert [(row.family_name, row.given_name) for row in found] == [("Tazi", "Ali"), ("Ziani", "Omar")]
