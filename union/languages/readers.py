"""Says every refusal, problem and remark of the readers of tables in French, Arabic or English."""

import re

from union.languages.translated import DEFAULT, LANGUAGES, translated
from union.law.sources.sentence import Sentence
from union.tables.sentences import SENTENCES
from union.tables.sentences.forms import FORMS

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


def _filled(told: Sentence, language: str, values: dict[str, object]) -> str:
    language = language if language in LANGUAGES else DEFAULT
    text = translated(told, language)
    return text.format_map({name: _isolated(str(value), language) for name, value in values.items()})


def _isolated(value: str, language: str) -> str:
    turns = language == "ar" or _RIGHT_TO_LEFT.search(value) is not None
    return f"\u2068{value}\u2069" if turns and value else value
