"""What `union law run` says of the columns of a list: how one was read, what leaves it open, which were not read."""

from collections.abc import Iterable, Mapping, Sequence

from union.law.sources.source import Words, words
from union.sheets.columns.asking import DATES, DECIMALS, WAGES, Question
from union.sheets.columns.guessing import Guess, fields_of
from union.sheets.columns.vocabulary import recognise
from union.sheets.kinds import offers
from union.sheets.table import Table

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
_NOT_READ = (
    "Colonnes non lues, car une autre dit déjà la même chose : {columns}. Si l'une d'elles est la bonne, retirez l'autre.",
    "أعمدة لم تقرأ لأن غيرها يذكر الشيء نفسه: {columns}. إن كان أحدها هو الصحيح فاحذفوا الآخر.",
    "Columns not read, for another already says the same: {columns}. If one of them is the right one, take the other out.",
)
_OFFERS = (
    "L'offre est lue dans la colonne « {read} » seule ; ces colonnes parlent aussi d'une offre : {others}. Si ce sont ses"
    " parties, ajoutez une colonne avec leur total ; sinon retirez celles qui ne valent plus.",
    "قرئ العرض في العمود «{read}» وحده؛ وهذه الأعمدة تتحدث أيضا عن عرض: {others}. إن كانت أجزاءه فأضيفوا عمودا بمجموعها،"
    " وإلا فاحذفوا ما لم يعد صالحا منها.",
    "The offer is read from the column “{read}” alone; these columns speak of an offer too: {others}. If they are its"
    " parts, add a column with their total; otherwise take out those that no longer hold.",
)


def open_ones(questions: Iterable[Question]) -> list[Words]:
    """What no row of a column settles, with the option that does."""
    return [words(*_OPEN[one.kind], header=one.header) for one in questions if one.kind in _OPEN and not one.answer]


def other_offers(table: Table, guesses: Mapping[int, Guess]) -> Words | None:
    """Which columns speak of an offer besides the one that is read; None where none does."""
    mapping = fields_of(guesses)
    read = next((at for at, field in mapping.items() if field == "offered_amount"), None)
    others = offers.besides(read, (at for at, field in mapping.items() if field is None), table.headers)
    if read is None or not others:
        return None
    return words(*_OFFERS, read=table.headers[read], others=_named([table.headers[at] for at in others]))


def not_read(table: Table, guesses: Mapping[int, Guess]) -> Words | None:
    """Which columns say what another one says already; offers are told apart."""
    left = [table.headers[at] for at, one in guesses.items() if one.reason == "taken"]
    named = [header for header in left if all(field != "offered_amount" for field, _ in recognise(header))]
    return words(*_NOT_READ, columns=_named(named)) if named else None


def _named(headers: Sequence[str]) -> Words:
    quoted = {", ": "« {} »", "، ": "«{}»", "; ": "“{}”"}
    return Words(*(between.join(one.format(header) for header in headers) for between, one in quoted.items()))
