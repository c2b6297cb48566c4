"""The sentences of a cell where somebody types into a form instead: no column, no spreadsheet."""

from union.law.sources.sentence import Sentence

FORMS: dict[str, Sentence] = {
    "date_serial": Sentence("“{shown}” is a number, not a date. Write day/month/year."),
    "money_ambiguous": Sentence("“{shown}” can mean {thousand} or {unit} dirhams. Write one or the other."),
    "money_scientific": Sentence("“{shown}” cannot be read as an amount. Write it in full, for example 4200.50."),
    "number_kind": Sentence("“{shown}” is not a number. Correct it, or clear the field if it is not known."),
    "number_float": Sentence("“{shown}” is not a whole number. Write all its digits."),
    "phone_float": Sentence("“{shown}” is not a telephone number. Write all its digits, for example 06 12 34 56 78."),
    "phone_unreadable": Sentence(
        "“{shown}” is not a telephone number. Correct it, or clear the field if it is not known."
    ),
}
