"""What `union law run` says of the columns of a list: what leaves one open, and which are not read."""

from collections.abc import Iterable, Mapping

from union.law.sources.sentence import Sentence
from union.tables.columns.asking import DATES, DECIMALS, WAGES, Question
from union.tables.columns.vocabulary import plain, recognise
from union.tables.table import Table

_OPEN = {
    DATES: Sentence("Column “{header}”: --dates dmy reads the day first, --dates mdy the month first."),
    DECIMALS: Sentence(
        "Column “{header}”: --decimals comma reads the comma as the decimal sign, --decimals point the point."
    ),
    WAGES: Sentence(
        "Column “{header}”: nothing tells whether pay is a month's, an hour's or a year's; read as a "
        "month's. --wages hourly or --wages yearly reads it otherwise."
    ),
}
"""What is said of a column that leaves open how it is read."""
_UNREAD = Sentence("Columns not read, which change no sum: {headers}.")
_REASON = Sentence(
    "Everybody is computed for the reason of --reason: put in a list of its own whoever leaves for another."
)
_REASONS = frozenset(map(plain, ("motif", "motifs", "cause", "raison", "reason", "سبب", "السبب")))


def unread(table: Table, mapping: Mapping[int, str | None]) -> list[Sentence]:
    """The columns whose heads mean nothing here, a reason of each row among them."""
    headers = [table.headers[at] for at, field in mapping.items() if field is None and at < table.width]
    unknown = [header for header in headers if header and not recognise(header)]
    if not unknown:
        return []
    reasons = any(_REASONS & set(plain(header).split()) for header in unknown)
    return [_UNREAD.filled(headers=" / ".join(unknown)), *([_REASON] if reasons else [])]


def open_ones(questions: Iterable[Question]) -> list[Sentence]:
    """What no row of a column settles, with the option that does."""
    return [_OPEN[one.kind].filled(header=one.header) for one in questions if one.kind in _OPEN and not one.answer]
