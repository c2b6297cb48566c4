"""What `union law run` says of the columns of a list: what leaves one open, and the option that settles it."""

from collections.abc import Iterable

from union.law.sources.source import Words, words
from union.sheets.columns.asking import DATES, DECIMALS, WAGES, Question

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


def open_ones(questions: Iterable[Question]) -> list[Words]:
    """What no row of a column settles, with the option that does."""
    return [words(*_OPEN[one.kind], header=one.header) for one in questions if one.kind in _OPEN and not one.answer]
