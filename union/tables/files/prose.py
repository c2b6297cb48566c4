"""Tell a letter from a list: sentences that a comma would cut into cells, or that fill the one column there is."""

from collections.abc import Sequence

from union.tables.files.titles import is_value
from union.tables.table import Cell

_WORDS_OF_PROSE = 6  # in a line, on average
_MARKS = ".,;:!?،؛؟…"
_ENDS_A_SENTENCE = (".", "!", "?", "…", ":", ";", "؟", "؛")
# Of French, English and Arabic; none that stands in a name, as de, la, le, el and ben do.
_WORDS_OF_NO_NAME = """
    à au aux avec ce ces cette dans demain des elle est et ils les leur mais ne nos notre nous pas pour que qui
    sont sur tous une vos votre vous are at for is of our the to we with you في من على إلى الى هذا هذه أن ان كل مع
    عن نحن كان هو هي ثم لا لم لن قد التي الذي يوم غدا
"""
_IN_NO_NAME = frozenset(_WORDS_OF_NO_NAME.split())
_IN_SOME_NAMES = frozenset(("et", "على", "هو"))  # between two names, and how some keyboards write علي
_BEGINS_A_LETTER = frozenset(
    (
        "objet",
        "bonjour",
        "bonsoir",
        "cher",
        "chers",
        "chère",
        "chères",
        "cordialement",
        "salutations",
        "merci",
        "dear",
        "hello",
        "regards",
        "thanks",
        "تحية",
        "شكرا",
    )
)


def is_prose(rows: Sequence[Sequence[Cell]], usual: int, *, commas: bool) -> bool:
    """Whether rows without a header are a text and no list of names: half of them sentences, or long lines.

    Where they have several columns (`usual`), only what a comma parted can be a text, and only where few rows hold a
    number, a day or an address.
    """
    if usual > 1 and (not commas or 2 * sum(any(map(is_value, row)) for row in rows) >= len(rows)):
        return False
    lines = [",".join(map(str, row)) if commas else str(row[0]) for row in rows]
    long = usual == 1 and sum(len(line.split()) for line in lines) > _WORDS_OF_PROSE * len(lines)
    return long or 2 * sum(map(_is_sentence, lines)) >= len(lines)


def is_said(line: str) -> bool:
    """Whether a line holds a word that is in nobody's name, other than the and between two names."""
    return any(word.strip(_MARKS).casefold() in _IN_NO_NAME - _IN_SOME_NAMES for word in line.split())


def _is_sentence(line: str) -> bool:
    """A greeting; or three words or more that end as a sentence does, or hold a word that is in nobody's name."""
    words = [word.strip(_MARKS).casefold() for word in line.split()]
    if words[:1] and words[0] in _BEGINS_A_LETTER:
        return True
    return len(words) >= 3 and (line.rstrip().endswith(_ENDS_A_SENTENCE) or not _IN_NO_NAME.isdisjoint(words))
