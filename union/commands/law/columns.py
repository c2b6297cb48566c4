"""What `union law run` says of the columns of a list: what leaves one open, and which are not read."""

from collections.abc import Iterable, Mapping

from union.law.sources.source import Words, words
from union.tables.columns.asking import DATES, DECIMALS, WAGES, Question
from union.tables.columns.vocabulary import plain, recognise
from union.tables.table import Table

_OPEN = {
    DATES: (
        "Colonne « {header} » : --dates dmy lit le jour d'abord, --dates mdy le mois d'abord.",
        "العمود «{header}»: الخيار --dates dmy يقرأ اليوم أولا، والخيار --dates mdy يقرأ الشهر أولا.",
        "Column “{header}”: --dates dmy reads the day first, --dates mdy the month first.",
    ),
    DECIMALS: (
        "Colonne « {header} » : --decimals comma lit la virgule comme signe décimal, --decimals point le point.",
        "العمود «{header}»: الخيار --decimals comma يقرأ الفاصلة علامة عشرية، والخيار --decimals point يقرأ النقطة.",
        "Column “{header}”: --decimals comma reads the comma as the decimal sign, --decimals point the point.",
    ),
    WAGES: (
        "Colonne « {header} » : rien ne dit si la paie est d'un mois, d'une heure ou d'une année ; lue comme d'un mois."
        " --wages hourly ou --wages yearly la lit autrement.",
        "العمود «{header}»: لا شيء يبين هل الأجر عن شهر أو ساعة أو سنة؛ اعتبر عن شهر. الخيار --wages hourly أو --wages yearly"
        " يقرأه بخلاف ذلك.",
        "Column “{header}”: nothing tells whether pay is a month's, an hour's or a year's; read as a month's."
        " --wages hourly or --wages yearly reads it otherwise.",
    ),
}
"""What is said of a column that leaves open how it is read."""
_UNREAD = (
    "Colonnes non lues, qui ne changent aucune somme : {headers}.",
    "أعمدة لم تقرأ ولا تغير أي مبلغ: {headers}.",
    "Columns not read, which change no sum: {headers}.",
)
_REASON = Words(
    "Tous sont calculés pour le motif de --reason : mettez dans une liste à part qui part pour un autre.",
    "احتسب الجميع بالسبب المذكور في --reason: ضعوا في لائحة مستقلة من يغادر لسبب آخر.",
    "Everybody is computed for the reason of --reason: put in a list of its own whoever leaves for another.",
)
_REASONS = frozenset(map(plain, ("motif", "motifs", "cause", "raison", "reason", "سبب", "السبب")))


def unread(table: Table, mapping: Mapping[int, str | None]) -> list[Words]:
    """The columns whose heads mean nothing here, a reason of each row among them."""
    headers = [table.headers[at] for at, field in mapping.items() if field is None and at < table.width]
    unknown = [header for header in headers if header and not recognise(header)]
    if not unknown:
        return []
    reasons = any(_REASONS & set(plain(header).split()) for header in unknown)
    return [words(*_UNREAD, headers=" / ".join(unknown)), *([_REASON] if reasons else [])]


def open_ones(questions: Iterable[Question]) -> list[Words]:
    """What no row of a column settles, with the option that does."""
    return [words(*_OPEN[one.kind], header=one.header) for one in questions if one.kind in _OPEN and not one.answer]
