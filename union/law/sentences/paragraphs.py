"""How a paragraph of a letter carries its references, and what it says first where nothing settles it."""

from union.law.sources.sentence import SEMICOLON, Sentence, Unstopped, series

UNSETTLED = Sentence("To be checked, for our sources do not settle it:")


def listed(*references: Sentence) -> Sentence:
    """References one after the other: articles, then a decision."""
    return series(references, SEMICOLON)


def referred(sentence: Sentence, reference: Sentence) -> Sentence:
    """The sentence with its reference before the full stop."""
    return Sentence("{said} ({reference}).").filled(said=Unstopped(sentence), reference=reference)
