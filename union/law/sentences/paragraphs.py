"""How a paragraph of a letter carries its references, and what it says first where nothing settles it."""

from union.law.sources.source import LANGUAGES, Words

UNSETTLED = Words(
    "À vérifier, car nos sources ne le tranchent pas :",
    "للتحقق، لأن مصادرنا لا تحسمه:",
    "To be checked, for our sources do not settle it:",
)
_BETWEEN = {"fr": " ; ", "ar": "؛ ", "en": "; "}


def listed(*references: Words) -> Words:
    """References one after the other: articles, then a decision."""
    return Words(*(_BETWEEN[one].join(each.say(one) for each in references) for one in LANGUAGES))


def referred(sentence: Words, reference: Words) -> Words:
    """The sentence with its reference before the full stop."""
    return Words(*(f"{sentence.say(one).rstrip('.')} ({reference.say(one)})." for one in LANGUAGES))
