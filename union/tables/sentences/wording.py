"""Say every refusal, problem and remark of the readers in French, Arabic and English, from one table."""

import re

from union.law.sources.source import typeset
from union.tables.columns.fields import LANGUAGES
from union.tables.sentences.cells import CELLS
from union.tables.sentences.contacts import CONTACTS
from union.tables.sentences.files import FILES
from union.tables.sentences.forms import FORMS
from union.tables.sentences.lists import LISTS
from union.tables.sentences.names import NAMES

SENTENCES: dict[str, tuple[str, str, str]] = {**FILES, **CONTACTS, **CELLS, **NAMES, **LISTS}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def typed(code: str, language: str, **values: object) -> str:
    """The sentence of a code where a person types into a form: there is no column, no cell, no spreadsheet."""
    return _filled(FORMS.get(code) or SENTENCES[code], language, values)


def sentence(code: str, language: str, **values: object) -> str:
    """Return the sentence of a code in fr, ar or en (French for any other language), the values put in their places.

    Values are isolated by Unicode marks where their direction could turn the sentence round; they are not escaped,
    which is the template's part. Raises KeyError for a code that does not exist or a value that is missing.
    """
    return _filled(SENTENCES[code], language, values)


def _filled(told: tuple[str, str, str], language: str, values: dict[str, object]) -> str:
    language = language if language in LANGUAGES else "fr"
    text = told[LANGUAGES.index(language)]
    text = typeset(text) if language == "fr" else text
    return text.format_map({name: _isolated(str(value), language) for name, value in values.items()})


def _isolated(value: str, language: str) -> str:
    turns = language == "ar" or _RIGHT_TO_LEFT.search(value) is not None
    return f"\u2068{value}\u2069" if turns and value else value
