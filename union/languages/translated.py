"""Sentences in the reader's language, from the compiled catalogues; whoever asks has no request and needs none."""

from functools import cache
from gettext import GNUTranslations

import config
from union.law.sources.sentence import Sentence

LANGUAGES = ("fr", "ar", "en")
DEFAULT = "fr"


def translated(sentence: Sentence, language: str) -> str:
    """The sentence in fr, ar or en, its places still to be filled; `ValueError` for another language."""
    if language not in LANGUAGES:
        raise ValueError(f"no words in {language!r}: fr, ar or en")
    if language == "en":
        return sentence.text
    if sentence.context:
        return _catalogue(language).pgettext(sentence.context, sentence.text)
    return _catalogue(language).gettext(sentence.text)


def counted(one: str, many: str, number: int, language: str) -> str:
    """A number of things as the language counts them; `one` and `many` are the English, the key in the catalogues."""
    told = (one if number == 1 else many) if language == "en" else _catalogue(language).ngettext(one, many, number)
    return told.format(number=number)


@cache
def _catalogue(language: str) -> GNUTranslations:
    with (config.HERE / "translations" / language / "LC_MESSAGES" / "messages.mo").open("rb") as compiled:
        return GNUTranslations(compiled)
