"""Encodings and delimiters are found by evidence, and strict reading refuses what would be swallowed."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.samples import csv
from union.tables.read import is_damaged, read
from union.tables.sentences import SENTENCES
from union.tables.table import Untrusted

FRENCH = (
    "N° Adh.;Nom;Prénom;Téléphone;Catégorie\n1;CHRAÏBI;Réda;0612345678;Employé\n2;Aït Lahcen;Chaïmae;0612345679;à "
    "définir\n"
)
ARABIC = "الرقم;الاسم الكامل;الهاتف\n1;محمد العلوي;0612345678\n2;فاطمة الزهراء بناني;0612345679\n"
MIXED = "الرقم;الاسم;Remarques\n1;محمد العلوي;à rappeler\n2;يوسف بناني;délégué\n"

ROUNDS = [
    (FRENCH, ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]),
    (ARABIC, ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6", "mac_arabic"]),
    (MIXED, ["utf-8", "utf-16-le", "cp1256"]),
]


@pytest.mark.parametrize(("text", "encoding"), [(text, encoding) for text, names in ROUNDS for encoding in names])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_text_survives_its_encoding(text: str, encoding: str, ending: str) -> None:
    table = read(text.replace("\n", ending).encode(encoding), "liste.csv")
    expected = [tuple(line.split(";")) for line in text.strip().split("\n")]
    assert table.headers == expected[0]
    assert [row.cells for row in table.rows] == expected[1:]


def test_euro_era_latin_is_told_from_windows() -> None:
    table = read("Nom;Remarque\nAli;a bon cœur\nOmar;sœur de Réda\n".encode("iso8859-15"), "liste.csv")
    assert table.rows[0].cells == ("Ali", "a bon cœur")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Réda",
                "Chaïmae",
                "AÏT LAHCEN",
                "Fatima",
                "Noël",
                "Hélène",
                "BÉNÉDICTE",
                "à rappeler",
                "élu",
                "Saïd",
                "Maïssa",
            ]
        ),
        min_size=3,
        max_size=40,
    )
)
def test_french_words_are_read_right_whatever_the_mix(words: list[str]) -> None:
    data = ("Prénom;N°\n" + "".join(f"{word};{at}\n" for at, word in enumerate(words))).encode("cp1252")
    assert [row.cells[0] for row in read(data, "liste.csv").rows] == words


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "محمد",
                "العلوي",
                "فاطمة الزهراء",
                "شيماء",
                "غيثة",
                "وئام",
                "أيت لحسن",
                "إلياس",
                "سلمى",
                "هاجر",
                "نور الدين",
                "بنجلون",
            ]
        ),
        min_size=3,
        max_size=40,
    ),
    st.sampled_from(["cp1256", "iso8859-6"]),
)
def test_arabic_words_are_read_right_whatever_the_mix(words: list[str], encoding: str) -> None:
    data = ("الاسم;الرقم\n" + "".join(f"{word};{at}\n" for at, word in enumerate(words))).encode(encoding)
    assert [row.cells[0] for row in read(data, "liste.csv").rows] == words


def test_a_chosen_encoding_is_obeyed_or_refused_never_replaced() -> None:
    data = FRENCH.encode("cp1252")
    assert read(data, "a.csv", encoding="cp1252").rows[0].cells[2] == "Réda"
    with pytest.raises(Untrusted, match="encoding") as refusal:
        read(data, "a.csv", encoding="utf-8")
    assert refusal.value.values["line"] == 1
    with pytest.raises(Untrusted, match="unknown_encoding"):
        read(data, "a.csv", encoding="rot13")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    table = csv(f"matricule{delimiter}nom complet{delimiter}site\n1{delimiter}Ali Tazi{delimiter}Fès\n")
    assert (table.delimiter, table.headers) == (delimiter, ("matricule", "nom complet", "site"))


def test_decimal_commas_do_not_win_over_semicolons() -> None:
    table = csv("nom;salaire\nTazi;4200,50\nZiani;3422,72\nAlaoui;5000,00\n")
    assert (table.delimiter, table.rows[0].cells) == (";", ("Tazi", "4200,50"))


def test_sep_line_counts_as_a_row() -> None:
    table = csv("sep=|\nnom|prenom\nTazi|Ali\n")
    assert (table.delimiter, table.header_row, table.rows[0].number) == ("|", 2, 3)


def test_quoted_line_breaks_stay_in_their_cell() -> None:
    table = csv('nom;remarques\nTazi;"une\ndeux"\nZiani;\n')
    assert table.rows[0].cells == ("Tazi", "une\ndeux")
    assert [row.number for row in table.rows] == [2, 3]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('nom;prenom\nTazi;Ali\nZiani;"Omar\nAlaoui;Sara\n', 3),
        ('nom;prenom\nTazi;Ali\n"Ziani"x;Omar\n', 3),
        ('nom;prenom\n"Tazi\\"";Ali\n', 2),
    ],
)
def test_unbalanced_quote_names_its_line(text: str, line: int) -> None:
    with pytest.raises(Untrusted, match="quote") as refusal:
        csv(text)
    assert refusal.value.values["line"] == line


def test_titles_totals_and_blank_rows_are_said_and_skipped() -> None:
    table = csv("Liste du site;;\n\nMatricule;Nom;Salaire\n1;Tazi;4000\n;;\n2;Ziani;5000\nTOTAL;;9000\n")
    said = {remark.code: dict(remark.values) for remark in table.remarks}
    assert table.header_row == 3
    assert [row.number for row in table.rows] == [4, 6]
    assert said["title_rows"]["rows"] == "1"
    assert said["totals_row"]["rows"] == "7"
    assert said["empty_rows"]["rows"] == "5"


def test_a_person_named_total_stays() -> None:
    table = csv("Matricule;Nom;Prénom;Téléphone\n1;Total;Ali;0612345678\n2;Tazi;Omar;0612345679\n")
    assert len(table.rows) == 2


def test_no_header_keeps_the_first_person() -> None:
    table = csv("1;Tazi Ali;0612345678\n2;Ziani Omar;0612345679\n")
    assert (table.header_row, table.headers, len(table.rows)) == (None, ("", "", ""), 2)
    assert "no_header" in [remark.code for remark in table.remarks]
    assert len(csv("1;Tazi Ali;0612345678\n2;Ziani Omar;0612345679\n", header=1).rows) == 1


def test_header_in_row_twenty_is_found() -> None:
    table = csv("Fédération;;\n" * 19 + "Matricule;Nom;Prénom\n1;Tazi;Ali\n")
    assert (table.header_row, table.rows[0].number) == (20, 21)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        (b";;;\n;;;\n", "empty"),
        (b"nom;prenom;tel\n", "header_only"),
        (b"nom;prenom\nTa\0zi;Ali\n", "nul"),
        (bytes(range(256)) * 40, "not_a_table"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not_a_table"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "not_a_table"),
        (b"\xff\xd8\xff\xe0" + b"JFIF" * 20, "not_a_table"),
        (b"<!DOCTYPE html><table><tr><td>Nom</td></tr></table>", "markup"),
        (b"  <html><body>nom;prenom</body></html>", "markup"),
        (b"Chers camarades nous vous attendons tous demain matin devant le site\n" * 5, "prose"),
        ("Bonjour à tous.\nLa réunion est demain.\nVenez nombreux !\n".encode(), "prose"),
        ("Bonjour tous\nla réunion est demain\nnous parlons des salaires\n".encode(), "prose"),
        ("الاجتماع يوم الاثنين\nنلتقي في المقر\nلا تتأخروا عن الموعد\n".encode(), "prose"),
        (b"Monsieur le directeur,\nNous vous prions de recevoir nos delegues demain.\n", "prose"),
        ("Cher collègue,\nMerci pour ton soutien.\n".encode(), "prose"),
        ("Bonjour à tous, voici la lettre de la section.\nCordialement, le bureau\n".encode(), "prose"),
        (
            b"Casablanca, le 12 mars 2026\nObjet : primes\nMadame, nous attendons.\nSalutations, Amine\n",
            "prose",
        ),
        ("Bonjour,\nA bientôt, Sara\n".encode(), "prose"),
        (b"Hello all,\nPlease find attached the list.\n", "prose"),
        ("السلام عليكم،\nنرجو منكم الحضور غدا إلى الاجتماع.\n".encode(), "prose"),
        (b"Salam khouya chouf m3aya, lwa9t machi mzyan.\nBghina n7ellou had lmochkil, wakha?\n", "prose"),
        ((";".join(["x"] * 201) + "\n").encode() * 3, "too_many_columns"),
        (b"nom;prenom\nTazi;" + b"a" * 40_000 + b"\n", "field_too_long"),
        (b"nom;prenom\nTazi;" + b"a" * 200_000 + b"\n", "field_too_long"),
        (b"nom;prenom\n" + b"Tazi;Ali\n" * 100_001, "too_many_rows"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    with pytest.raises(Untrusted) as refusal:
        read(data, "liste.csv")
    assert refusal.value.code == code


FAMILIES = ("El Idrissi", "Ben Ali", "Fassi Fihri", "De La Cruz", "Ait Lahcen", "الإدريسي", "الفاسي الفهري", "عبد الله")
GIVEN = ("Fatima Zahra", "Mohamed", "Abd El Ali", "فاطمة الزهراء", "علي", "عبد الإله")


@pytest.mark.parametrize("spelled", [str, str.upper, str.lower, str.title])
@pytest.mark.parametrize("order", ["{} {}", "{1} {0}", "{}, {}", "Mme {} {}"])
def test_a_column_of_names_is_no_text(spelled: Callable[[str], str], order: str) -> None:
    names = [spelled(order.format(family, given)) for family in FAMILIES for given in GIVEN]
    assert len(csv("\n".join(names) + "\n").rows) == len(names)
    assert len(csv("\n".join(names[:2]) + "\n").rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Alaoui, Karim, parti de la boite en mars, 0612345678\nTazi, Ali, absent pour le moment, 0661234567\n",
        "Karim Alaoui;Il est parti pour de bon.\nAli Tazi;Absent pour le moment.\n",
        "Merci, Nadia\nBonjour, Ali\nAlaoui, Karim\nTazi, Omar\nZiani, Sara\n",
    ],
)
def test_remarks_beside_people_are_no_text(text: str) -> None:
    assert len(csv(text).rows) == text.count("\n")


def test_a_text_is_read_where_a_person_says_that_it_is_a_list() -> None:
    assert len(csv("Bonjour à tous.\nLa réunion est demain.\n", header=0).rows) == 2


def test_a_hundred_thousand_rows_pass() -> None:
    assert len(csv("nom;prenom\n" + "Tazi;Ali\n" * 100_000).rows) == 100_000


def test_damaged_text_is_counted_and_kept() -> None:
    table = csv("Nom;Prénom\nTazi;RÃ©da\nZiani;Chaïmae\nAlaoui;SaÃ¯d\nBennani;R?da\n")
    said = {remark.code: dict(remark.values) for remark in table.remarks}
    assert said["damaged_text"] == {"count": 3, "row": 2, "shown": "RÃ©da"}
    assert table.rows[0].cells[1] == "RÃ©da"


@pytest.mark.parametrize("text", ["Réda", "محمد", "طه", "ظريف", "Âge", "Ça va ?", "Où ?", "OUI/NON", "N°"])
def test_sound_text_is_not_called_damaged(text: str) -> None:
    assert not is_damaged(text)


@pytest.mark.parametrize("text", ["RÃ©da", "Ù…Ø­Ù…Ø¯", "ظ…ط­ظ…ط¯", "Nâ€™Diaye", "R\ufffdda"])
def test_spoilt_text_is_called_damaged(text: str) -> None:
    assert is_damaged(text)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods", "a", "a.pdf"]))
def test_any_bytes_give_a_table_or_a_refusal(data: bytes, name: str) -> None:
    try:
        table = read(data, name)
    except Untrusted as refusal:
        SENTENCES[refusal.code]  # a refusal without a sentence would be a fault
    else:
        assert table.rows


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abé;,|\t\"'\n\r12 ", max_size=80))
def test_any_text_gives_a_table_or_a_refusal(text: str) -> None:
    try:
        assert csv(text).rows
    except Untrusted as refusal:
        SENTENCES[refusal.code]  # a refusal without a sentence would be a fault


def test_a_cell_that_was_told_to_be_a_text_is_that_text() -> None:
    table = csv('Matricule;Nom;Remarques\n="0042";Tazi;"=""x"""\n\'="0043";Naciri;=A1\n')
    assert [row.cells for row in table.rows] == [("0042", "Tazi", "x"), ('="0043"', "Naciri", "=A1")]
