"""What the law says, put into a language: the values in their places, French typeset, Arabic with its runs isolated."""

from datetime import date
from decimal import Decimal
from typing import Any

from union.languages.figures import amount, day, month, number, weekday
from union.languages.translated import translated
from union.languages.typography import isolate, isolate_whole, typeset
from union.law.sources.sentence import Amount, InBoth, Month, Sentence, Series, Unstopped, Weekday, Working


def in_language(said: Sentence | Working, language: str) -> str:
    """A sentence or a working in fr, ar or en; `ValueError` for another language."""
    if isinstance(said, Working):
        text = said.pattern.format_map({name: _figure(value, language) for name, value in said.values.items()})
        return isolate_whole(text) if language == "ar" else text
    text = translated(said, language)
    if said.values:
        text = text.format_map({name: _value(value, language) for name, value in said.values.items()})
    return _finished(text, language)


def in_both(said: Sentence) -> dict[str, str]:
    """A paragraph for a letter in the two languages of letters."""
    return {language: in_language(said, language) for language in ("fr", "ar")}


def answer_in_language(answer: Any, language: str) -> Any:
    """An answer of the law as plain values: each sentence in it put into the language."""
    if isinstance(answer, dict):
        return {key: answer_in_language(value, language) for key, value in answer.items()}
    if isinstance(answer, list | tuple):
        return [answer_in_language(one, language) for one in answer]
    if isinstance(answer, Series):
        return _value(answer, language)
    if isinstance(answer, InBoth):
        return in_both(answer.sentence)
    return in_language(answer, language) if isinstance(answer, Sentence | Working) else answer


def _finished(text: str, language: str) -> str:
    return typeset(text) if language == "fr" else isolate(text) if language == "ar" else text


def _value(value: object, language: str) -> str:
    """One value in its place, as its kind is written; what has no kind stands as it is."""
    match value:
        case Sentence():
            return in_language(value, language)
        case Unstopped():
            return in_language(value.sentence, language).rstrip(".")
        case Series():
            return translated(value.between, language).join(_value(one, language) for one in value.parts)
        case Amount() | Weekday():
            return _finished(_figure(value, language), language)
    return _figure(value, language)


def _figure(value: object, language: str) -> str:
    match value:
        case Amount():
            return amount(value.value, language)
        case Weekday():
            return weekday(value.on, language)
        case Month():
            return month(value.on, language)
        case date():
            return day(value, language)
        case Decimal() | int() if not isinstance(value, bool):
            return number(value, language)
    return str(value)
