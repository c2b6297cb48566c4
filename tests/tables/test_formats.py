"""Every form in which lists come, written byte by byte: what is found right, what is said, and what is owned up to."""

import io
from datetime import date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
import xlsxwriter

from tests.tables.samples import said
from union.languages.readers import sentence
from union.languages.translated import LANGUAGES, translated
from union.tables.columns.fields import ROSTER
from union.tables.columns.guessing import fields_of, guess
from union.tables.files import charsets
from union.tables.read import read
from union.tables.sandbox import read_any
from union.tables.sentences import SENTENCES
from union.tables.table import Cell, Untrusted

HERE = Path(__file__).parent
Rows = list[tuple[str, ...]]

FRENCH: Rows = [
    ("Matricule", "Nom", "Prénom", "Téléphone", "Catégorie", "Adresse", "Remarques"),
    ("0012", "CHRAÏBI", "Réda", "0612345678", "Employé", "N° 5, rue de l’Église", "à rappeler"),
    ("13", "Aït Lahcen", "Chaïmae", "+212 661-23-45-67", "Cadre", "12 bd « Zerktouni »", "sœur de Hélène"),
    ("14", "El Fassi", "Noël", "06.12.34.56.79", "Employé", "", "cotise 50 €"),
]
SHOUTED = [tuple(cell.upper().replace("’", "'") for cell in row) for row in FRENCH]
PLAIN = [tuple(cell.replace("’", "'").replace("«", "'").replace("»", "'") for cell in row) for row in FRENCH]
ARABIC: Rows = [
    ("الرقم", "الاسم العائلي", "الاسم الشخصي", "الهاتف", "الفئة", "ملاحظات"),
    ("0012", "العلوي", "محمد", "0612345678", "مستخدم", "يتصل لاحقا"),
    ("13", "أيت لحسن", "فاطمة الزهراء", "+212661234567", "إطار", "عضوة؛ نشيطة"),
    ("14", "بناني", "غيثة", "0612345679", "مستخدم", ""),
]
MIXED: Rows = [*ARABIC, ("15", "Réda", "Chaïmae", "0612345677", "Employé", "à voir")]
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
CASES = [
    *product([FRENCH], (*UNICODE, "cp1252", "mac_roman")),
    *product([PLAIN], ("cp1252", "iso8859-15", "mac_roman")),
    *product([SHOUTED], ("cp1252", "iso8859-15", "mac_roman")),
    *product([ARABIC], (*UNICODE, "cp1256", "iso8859-6", "mac_arabic")),
    *product([MIXED], (*UNICODE, "cp1256")),
]


def written(rows: Rows, delimiter: str, ending: str) -> str:
    return "".join(delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) + ending for row in rows)


@pytest.mark.parametrize(("rows", "encoding"), CASES)
def test_every_encoding_with_every_separator_and_end_of_line(rows: Rows, encoding: str) -> None:
    for delimiter, ending in product(";,\t|", ("\n", "\r", "\r\n")):
        table = read(written(rows, delimiter, ending).encode(encoding), "liste.csv")
        assert [table.headers, *(row.cells for row in table.rows)] == rows
        assert table.delimiter == delimiter
        assert not said(table).keys() & {"encoding_unsettled", "encoding_mixed", "damaged_text"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_sep_line_in_any_encoding(encoding: str) -> None:
    table = read(("sep=|\r\n" + written(ARABIC, "|", "\r\n")).encode(encoding), "liste.csv")
    assert (table.delimiter, table.header_row, len(table.rows)) == ("|", 2, 3)


@pytest.mark.parametrize(
    ("encoding", "word"),
    [
        ("utf-8", "Réda"),
        ("cp1252", "Réda"),
        ("mac_roman", "Réda"),
        ("iso8859-15", "cœur"),
        ("cp1256", "محمد"),
        ("iso8859-6", "محمد"),
        ("mac_arabic", "محمد"),
    ],
)
def test_one_word_in_row_90_000_decides(encoding: str, word: str) -> None:
    rows = [f"{at};TAZI;Ali" for at in range(1, 90_000)]
    rows[-1] = f"90000;TAZI;{word}"
    table = read(("Matricule;Nom;Prenom\n" + "\n".join(rows)).encode(encoding), "liste.csv")
    assert table.rows[-1].cells[2] == word
    assert "encoding_unsettled" not in said(table)
    assert rows[-1] in table.proof  # else nobody could judge


def test_a_rare_byte_is_heard_among_thousands_of_other_words() -> None:
    words = ["".join("éèaioubdlm"[int(digit)] for digit in f"{at:05d}") for at in range(9_000)]
    rows = [f"{at};{word};Ali" for at, word in enumerate([*words, *words, "cœur"])]
    table = read(("Matricule;Nom;Prenom\n" + "\n".join(rows)).encode("iso8859-15"), "liste.csv")
    assert table.rows[-1].cells[1] == "cœur"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Matricule;Nom;Date d’embauche\n1;EL AMRANI;01/02/2020\n", "cp1252"),
        ("Matricule;Nom;Date d’embauche\n1;EL AMRANI;01/02/2020\n", "mac_roman"),
        ("N°;Nom;Prenom\n1;EL AMRANI;Ali\n", "mac_roman"),
        ("N;Nom;Remarque\n1;EL AMRANI;50 €\n2;TAZI;60 €\n", "cp1252"),
        ("N;Nom;Remarque\n1;EL AMRANI;50 €\n2;TAZI;60 €\n", "iso8859-15"),
        ("N;Nom;Remarque\n1;EL AMRANI;50 €\n2;TAZI;60 €\n", "mac_roman"),
    ],
)
def test_a_single_sign_is_evidence(text: str, encoding: str) -> None:
    table = read(text.encode(encoding), "liste.csv")
    assert ";".join(table.headers) == text.split("\n")[0]
    assert table.rows[0].cells == tuple(text.split("\n")[1].split(";"))


ARABIC_WORDS = [
    "محمد",
    "العلوي",
    "بناني",
    "فاطمة",
    "غيثة",
    "كنزة",
    "الإدريسي",
    "بنجلون",
    "لحسن",
    "يوسف",
    "حسن",
    "حسين",
    "محمود",
    "سعيد",
    "رشيد",
    "القادر",
    "مصطفى",
    "خالد",
    "إدريس",
    "حمزة",
    "سمير",
    "منير",
    "زكرياء",
    "ياسين",
    "أنس",
    "بلال",
    "خديجة",
    "نادية",
    "هند",
    "سلمى",
    "عائشة",
    "لطيفة",
    "هدى",
    "ليلى",
    "التازي",
    "برادة",
    "الشرايبي",
    "بوعزة",
    "السبتي",
    "كسوس",
    "لحلو",
    "الصقلي",
    "الوزاني",
    "طارق",
    "جواد",
    "فيصل",
    "ثورية",
    "شيماء",
    "وئام",
    "غزلان",
    "ضحى",
    "ظافر",
]
FRENCH_WORDS = [
    "Réda",
    "Chaïmae",
    "Aït",
    "Noël",
    "Hélène",
    "Chraïbi",
    "Saïd",
    "Aïcha",
    "Employé",
    "Catégorie",
    "Médéric",
    "François",
    "Zoé",
    "Léïla",
    "Benaïssa",
    "Fès",
    "Meknès",
    "Salé",
    "Kénitra",
    "BÉNÉDICTE",
    "RÉDA",
    "AÏT",
    "CHRAÏBI",
    "HÉLÈNE",
    "NOËL",
    "été",
    "élu",
    "délégué",
    "congé",
    "où",
    "déjà",
    "rôle",
    "août",
    "maître",
]
EIGHT_BITS = [
    *product([ARABIC_WORDS], ("cp1256", "iso8859-6", "mac_arabic")),
    *product([FRENCH_WORDS], ("cp1252", "iso8859-15", "mac_roman")),
]


@pytest.mark.parametrize(("words", "encoding"), EIGHT_BITS)
def test_one_word_alone_is_read_right_or_the_doubt_is_said(words: list[str], encoding: str) -> None:
    doubted = 0
    for word in words:
        found = charsets.decode(f"Nom;Prenom\nX;{word}\n".encode(encoding))
        assert word in found.text or found.doubts, (word, found)
        doubted += bool(found.doubts)
    assert doubted * 2 <= len(words)  # who doubts of everything says nothing


@pytest.mark.parametrize(("words", "encoding"), EIGHT_BITS)
def test_five_words_settle_it(words: list[str], encoding: str) -> None:
    for at in range(len(words)):
        text = "Nom;Prenom\n" + "".join(f"X;{word}\n" for word in (words * 2)[at : at + 5])
        assert charsets.decode(text.encode(encoding)).text == text


def test_a_doubt_shows_the_word_both_ways_in_three_languages() -> None:
    data = "Nom;Prenom\nX;ضحى\n".encode("cp1256")
    (doubt,) = charsets.decode(data).doubts
    for language in ("fr", "ar", "en"):
        told = sentence(doubt.code, language, **doubt.values)
        assert "Windows-1256" in told
        assert "ضحى" in told
    assert read(data, "liste.csv", encoding="cp1256").rows[0].cells == ("X", "ضحى")
    assert not said(read(data, "liste.csv", encoding="cp1256")).keys() & {"encoding_unsettled"}


def test_two_lists_put_together_are_owned_up_to() -> None:
    data = ("Matricule;Nom;Prénom\n" + "1;Tazi;Réda\n" * 50).encode() + "51;Ziani;Hélène\n".encode("cp1252")
    table = read(data, "liste.csv")
    assert said(table)["encoding_mixed"]["line"] == 52
    assert said(table)["damaged_text"]["count"] == 51
    with pytest.raises(Untrusted, match="encoding") as refusal:
        read(data, "liste.csv", encoding="utf-8")
    assert refusal.value.values == {"encoding": "UTF-8", "line": 52}


def test_the_proof_is_of_lines_with_marked_letters() -> None:
    text = "Nom;Prenom\n" + "Tazi;Ali\n" * 500 + "Aït;Réda\n" + "Tazi;Ali\n" * 500
    assert read(text.encode("cp1252"), "liste.csv").proof == ("Nom;Prenom", "Tazi;Ali", "Aït;Réda")
    assert read(b"Nom;Prenom\n\nTazi;Ali\n", "liste.csv").proof == ("Nom;Prenom", "Tazi;Ali")
    assert read("Né\rà\rçà\rlà\r".encode(), "liste.csv").proof == ("Né", "à", "çà")


TITLES = {
    "two rows, groups over names": "Identité;;;Contrat;\nMatricule;Nom;Prénom;Type;Date d'embauche\n",
    "two rows, one name beside": "Matricule;Identité;;Contrat;\n;Nom;Prénom;Type;Date d'embauche\n",
    "one name above the lower row": "Matricule;Personne;;Suivi;\n;Nom;Prénom;Type de contrat;Date d'embauche\n",
    "two languages": (
        "Matricule;Nom;Prénom;Contrat;Date d'embauche\nرقم التأجير;الاسم العائلي;الاسم الشخصي;نوع العقد;تاريخ التشغيل\n"
    ),
}


@pytest.mark.parametrize("titles", TITLES.values(), ids=TITLES)
def test_headers_in_two_rows_are_read_together(titles: str) -> None:
    table = read((titles + "1;Tazi;Ali;CDI;01/02/2020\n2;Ziani;Omar;CDD;03/04/2021\n").encode(), "liste.csv")
    assert [row.number for row in table.rows] == [3, 4]
    assert said(table)["two_header_rows"]["rows"] == "1, 2"
    assert list(fields_of(guess(table, ROSTER)).values()) == [
        "employee_number",
        "family_name",
        "given_name",
        "contract",
        "hired_on",
    ]
    again = read((titles + "1;Tazi;Ali;CDI;01/02/2020\n2;Ziani;Omar;CDD;03/04/2021\n").encode(), "liste.csv", header=1)
    assert again.rows == table.rows


def test_the_first_person_is_no_second_row_of_headers() -> None:
    table = read(
        "Nom;Prénom;Fonction;Site\nTazi;Ali;Agent;Centre d'appels\nZiani;Omar;Cadre;Agence\n".encode(), "a.csv"
    )
    assert [row.cells[0] for row in table.rows] == ["Tazi", "Ziani"]


def test_pages_groups_and_totals_within_a_list() -> None:
    lines = [
        "Nom;Prénom;Tél.",
        "Plateau 1;;",
        "Tazi;Ali;0612345670",
        "Sous-total;1;",
        "Nom;Prénom;Tél.",
        "Naji;Sara;0612345672",
        "Effectif total : 2;;",
        "Total général;;2",
        "المجموع;;2",
    ]
    table = read("\n".join(lines).encode(), "liste.csv")
    assert [row.cells[0] for row in table.rows] == ["Tazi", "Naji"]
    assert said(table)["totals_row"]["rows"] == "4, 7, 8, 9"
    assert said(table)["repeated_headers"]["rows"] == "5"
    assert said(table)["group_rows"] == {"rows": "2", "count": 1, "text": "Plateau 1"}
    lone = read("Nom;Prénom;Tél.\nTazi;Ali;0612345670\nOmar;;\n".encode(), "liste.csv")
    assert (len(lone.rows), said(lone)["lone_cells"]["rows"]) == (2, "3")


def test_everything_said_has_its_sentence() -> None:
    for code in ("encoding_unsettled", "encoding_mixed", "two_header_rows", "repeated_headers", "lone_cells"):
        assert len({translated(SENTENCES[code], one) for one in LANGUAGES}) == 3


PEOPLE: list[tuple[Cell, ...]] = [
    ("0012", "EL AMRANI", "Réda", 612345678, "CDI", date(2020, 2, 1), Decimal("4200.5")),
    ("0013", "الفاسي", "محمد", "0661234567", "CDD", date(2021, 12, 31), 5200),
    ("0014", "Aït Lahcen", "Chaïmae", 212661234568, "CDI", date(2019, 5, 6), 3900),
]


def xlsx() -> bytes:
    """The workbook that also lies here as XLS and ODS, which nothing of ours can write."""
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        sheet, days = book.add_worksheet("Liste"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range("A1:G1", "Liste des adhérents, site de Rabat")
        for place, text in (("A3:A4", "Matricule"), ("B3:D3", "Identité"), ("E3:G3", "Contrat")):
            sheet.merge_range(place, text)
        sheet.write_row("B4", ["Nom", "Prénom", "Tél.", "Type", "Date d'embauche", "Salaire brut"])
        for at, person in zip((4, 6, 7), PEOPLE, strict=True):
            for column, value in enumerate(person):
                if isinstance(value, date):
                    sheet.write_datetime(at, column, datetime.combine(value, datetime.min.time()), days)
                else:
                    sheet.write(at, column, value)
        sheet.write_row("A9", ["TOTAL", "", "", "", "", "", 13300.5])
        sheet.set_row(6, None, None, {"hidden": True})
        sheet.set_column("G:G", None, None, {"hidden": True})
        other = book.add_worksheet("Ancienne")
        other.write("A1", "x")
        other.hide()
    return whole.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_workbook_as_offices_keep_them(kind: str) -> None:
    data = xlsx() if kind == "xlsx" else (HERE / f"liste-complete.{kind}").read_bytes()
    table = read_any(data, f"liste.{kind}")
    assert [row.cells for row in table.rows] == PEOPLE
    assert [row.number for row in table.rows] == [5, 7, 8]
    assert table.headers == ("Matricule", "Nom", "Prénom", "Tél.", "Contrat Type", "Date d'embauche", "Salaire brut")
    told = said(table)
    assert told["title_rows"]["text"] == "Liste des adhérents, site de Rabat"
    assert told["two_header_rows"]["rows"] == "3, 4"
    assert told["totals_row"]["rows"] == "9"
    assert told["empty_rows"]["rows"] == "6"
    assert told["hidden_sheets"]["sheets"] == "Ancienne"
    if kind == "xls":
        assert "hidden_unknown" in told
    else:
        assert (told["hidden_rows"]["where"], told["hidden_columns"]["where"]) == ("7", "G")
        assert [row.hidden for row in table.rows] == [False, True, False]
    if kind == "xlsx":
        assert "B3:D3" in str(told["merged_cells"]["where"])
