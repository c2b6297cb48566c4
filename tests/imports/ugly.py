"""Lists as they really come: each with the people that it holds, the rows that must stay out, or why it is refused."""

from __future__ import annotations

import quopri
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.tables.samples import book, saved

HERE = Path(__file__).parents[1]
HEADS = ("Matricule", "Nom", "Prénom", "Tél.", "Date d'embauche")
PEOPLE = (
    ("0042", "El Fassi", "Réda", "0661234567", "23/02/2020"),
    ("0043", "Aït Lahcen", "Zoé", "0661234568", "05/11/2019"),
    ("0044", "Ben Jelloun", "Naïma", "0661234569", "14/07/2021"),
)
ARABIC = ("رقم التأجير", "الاسم العائلي", "الاسم الشخصي", "الهاتف", "تاريخ التشغيل")
ARABS = (
    ("٠٠٤٢", "الفاسي", "رضا", "٠٦٦١٢٣٤٥٦٧", "٢٣/٠٢/٢٠٢٠"),
    ("٠٠٤٣", "أيت لحسن", "زينب", "٠٦٦١٢٣٤٥٦٨", "٠٥/١١/٢٠١٩"),
    ("٠٠٤٤", "بنجلون", "نعيمة", "٠٦٦١٢٣٤٥٦٩", "١٤/٠٧/٢٠٢١"),
)


@dataclass(frozen=True)
class Ugly:
    """One file. So many are new, and so many rows stay out, unless it is refused whole."""

    name: str
    file: str
    data: bytes
    new: int = 3
    out: int = 0
    refused: bool = False


def text(
    rows: object = PEOPLE, heads: object = HEADS, by: str = ";", end: str = "\r\n", before: str = "", after: str = ""
) -> str:
    """A delimited text; the first of `rows` after `heads`, if any."""
    listed = [*([heads] if heads else []), *rows]  # type: ignore[misc,list-item]  # rows of cells
    return before + "".join(by.join(row) + end for row in listed) + after


def every() -> Iterator[Ugly]:
    """All of them."""
    yield from _encodings()
    yield from _layouts()
    yield from _cells()
    yield from _workbooks()
    yield from _cards()
    yield from _refused()


def _encodings() -> Iterator[Ugly]:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859-15", "mac_roman"):
        yield Ugly(f"french {encoding}", "l.csv", text().encode(encoding))
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859-6", "mac_arabic"):
        rows = ARABS if encoding.startswith("utf") else [tuple(_latin(cell) for cell in row) for row in ARABS]
        yield Ugly(f"arabic {encoding}", "l.csv", text(rows, ARABIC).encode(encoding))
    yield Ugly("utf-16 with a sep= line and tabs", "l.csv", text(by="\t", before="sep=\t\r\n").encode("utf-16"))
    mojibake = text().encode("utf-8").decode("cp1252").encode("utf-8")
    yield Ugly("utf-8 written twice", "l.csv", mojibake)
    yield Ugly("letters spoilt before, in some cells", "l.csv", (text() + "0045;RÃ©da;Amine;;\r\n").encode(), 3, 1)


def _latin(cell: str) -> str:
    return cell.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))


def _layouts() -> Iterator[Ugly]:
    for by in (";", ",", "\t", "|"):
        yield Ugly(f"parted by {by!r}", "l.csv", text(by=by).encode())
        yield Ugly(f"sep={by!r}", "l.csv", text(by=by, before=f"sep={by}\r\n").encode())
    for end in ("\r", "\n", "\r\n"):
        yield Ugly(f"lines end in {end!r}", "l.csv", text(end=end).encode("cp1252"))
    quoted = text().replace("El Fassi", '"El\r\nFassi"').replace("Zoé", '"Zoé ""Z"""')
    yield Ugly("quoted line breaks", "l.csv", quoted.encode())
    yield Ugly(
        "titles above", "l.csv", text(before="Centre d'appels Anfa;;;;\r\nListe du personnel;;;;\r\n;;;;\r\n").encode()
    )
    yield Ugly("header in row 20", "l.csv", text(before="Syndicat;;;;\r\n" + ";;;;\r\n" * 18).encode())
    yield Ugly("no header", "l.csv", text(heads=None).encode())
    yield Ugly("totals", "l.csv", text(after="Total;3;;;\r\nEffectif : 3;;;;\r\n").encode())
    yield Ugly("header again", "l.csv", (text() + text(PEOPLE[:0])).encode())
    yield Ugly("trailing delimiters", "l.csv", text().replace("\r\n", ";;;\r\n").encode())
    yield Ugly("empty rows between", "l.csv", text().replace("\r\n", "\r\n;;;;\r\n\r\n").encode())
    yield Ugly("a row too long", "l.csv", text(after="0045;Tazi;Ali;0661234570;01/02/2020;x;y\r\n").encode(), out=1)
    yield Ugly(
        "two rows of headers",
        "l.csv",
        text(heads=None, before="Matricule;Identité;;Contact;Contrat\r\n;Nom;Prénom;Tél.;Date d'embauche\r\n").encode(),
    )
    yield Ugly("an end-of-file sign", "l.csv", text(after="\x1a").encode("cp1252"))
    yield Ugly("roles are ignored", "l.csv", text([(*row, "admin") for row in PEOPLE], (*HEADS, "Rôle")).encode())


def _cells() -> Iterator[Ugly]:
    yield Ugly("phones without their zero", "l.csv", text([(a, b, c, d[1:], e) for a, b, c, d, e in PEOPLE]).encode())
    yield Ugly(
        "phones as Excel shows them",
        "l.csv",
        text([(a, b, c, "2,12661E+11", e) for a, b, c, d, e in PEOPLE]).encode(),
        0,
        3,
    )
    yield Ugly(
        "dates of both orders",
        "l.csv",
        text(
            [
                (*PEOPLE[0][:4], "23/02/2020"),
                (*PEOPLE[1][:4], "02/23/2020"),
                (*PEOPLE[2][:4], "02/24/2020"),
                ("0045", "Tazi", "Ali", "", "25/03/2020"),
            ]
        ).encode(),
        4,
    )
    yield Ugly("hijri dates", "l.csv", text([(*row[:4], "12/05/1441") for row in PEOPLE]).encode(), 0, 3)
    yield Ugly("formulas", "l.csv", text([("0042", '"=HYPERLINK(""http://x"";""y"")"', "Ali", "", "")]).encode(), 0, 1)
    wages = ((3, "18,50"), (3, "60 000,00"), (3, "4.200,50"), (3, "4,200.50"))
    for new, wage in wages:
        rows = [(*row[:3], wage) for row in PEOPLE]
        yield Ugly(f"wages {wage}", "l.csv", text(rows, (*HEADS[:3], "Salaire")).encode(), new)
    yield Ugly(
        "direction marks", "l.csv", text([("0042", "\u200fالفاسي\u200e", "\u202bرضا\u202c", "", "")]).encode(), 1
    )
    yield Ugly("turned letters", "l.csv", text([("0042", "الفاسي", "رضا\u202e", "", "")]).encode(), 0, 1)
    yield Ugly(
        "feet", "l.csv", text([*PEOPLE, ("", "Page 1 sur 2", "", "", ""), ("", "Signature", "", "", "")]).encode()
    )
    yield Ugly("dashes", "l.csv", text([*PEOPLE[:2], ("-", "Tazi", "Ali", "-", "00/00/0000")]).encode())
    yield Ugly(
        "one column of names", "l.csv", "Nom complet\nAhmed El Fassi\nفاطمة الزهراء بنجلون\nAït Lahcen Zoé\n".encode()
    )
    yield Ugly(
        "one name in two scripts", "l.csv", text([*PEOPLE, ("", "الفاسي", "رضا", "0661234567", "")]).encode(), 2, 2
    )


def _workbooks() -> Iterator[Ugly]:
    typed = [(int(a), b, c, int(d), datetime.strptime(e, "%d/%m/%Y")) for a, b, c, d, e in PEOPLE]  # a day
    yield Ugly("numbers and dates of a workbook", "l.xlsx", saved(book([HEADS, *typed])))
    hidden = book([HEADS, *PEOPLE])
    hidden.active.row_dimensions[3].hidden = True
    hidden.create_sheet("Cachée").sheet_state = "hidden"
    yield Ugly("a hidden row and sheet", "l.xlsx", saved(hidden))
    merged = book(
        [
            ("Personnel d'Anfa",),
            (),
            ("Matricule", "Identité", None, "Tél.", "Date d'embauche"),
            (None, "Nom", "Prénom"),
            *PEOPLE,
        ]
    )
    merged.active.merge_cells("A1:E1")
    merged.active.merge_cells("B3:C3")
    yield Ugly("merged headers", "l.xlsx", saved(merged))
    second = book([("Note",), ("Voir la feuille suivante",)])
    sheet = second.create_sheet("Liste")
    for row in (HEADS, *PEOPLE):
        sheet.append(row)
    yield Ugly("the list on the second sheet", "l.xlsx", saved(second))


def _cards() -> Iterator[Ugly]:
    soft = quopri.encodestring("Réda".encode()).decode()
    two = (
        f"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:El "
        f"Fassi;{soft};;;\r\nTEL;CELL:0661234567\r\nEND:VCARD\r\n"
    )
    three = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Aït Lahcen;Zoé;;;\r\nFN:Zoé Aït Lahcen\r\nTEL;TYPE=CELL:+212 "
        "661-234568\r\nEND:VCARD\r\n"
    )
    four = (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Naïma Ben Jel\r\n "
        "loun\r\nTEL;VALUE=uri;TYPE=cell:tel:+212661234569\r\nEND:VCARD\r\n"
    )
    yield Ugly("cards of three versions", "l.vcf", (two + three + four).encode())


def _refused() -> Iterator[Ugly]:
    """What is refused before anything is read; what would take a machine down is in `test_hostile`."""
    whole = saved(book([HEADS, *PEOPLE]))
    yield Ugly("a workbook with macros", "l.xlsm", whole, refused=True)
    yield Ugly("a page of the web", "l.xls", b"<html><table><tr><td>Nom</td></tr></table></html>", refused=True)
    yield Ugly("a PDF", "l.csv", b"%PDF-1.7 x", refused=True)
    yield Ugly("a quote that never closes", "l.csv", text().replace("El Fassi", '"El Fassi').encode(), refused=True)
    yield Ugly("nothing", "l.csv", b"\xef\xbb\xbf\r\n", refused=True)
    yield Ugly("titles alone", "l.csv", ";".join(HEADS).encode(), refused=True)
