"""Keep a text of a CSV from being a formula, and take that back: what goes out comes in again as it was."""

import re

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""Signs with which a spreadsheet takes a cell of a CSV for a formula."""
# A spreadsheet may part a file by another separator than the one it was written with: quotes do not hold there, and
# whatever stands after any separator would begin a cell. Blanks and quotes before a sign do not shield it.
_SIGNS = re.escape("".join(sign for sign in FORMULA if sign.isprintable()))  # bare, "+-@" is a range with all digits
_BEGINNING = r'(?:\A|[,;|\t\r\n])[\s"]*'
_UNGUARDED = re.compile(rf"\A(?='*[\t\r\n])|({_BEGINNING})(?='*[{_SIGNS}])")
_GUARDED = re.compile(rf"\A'(?='*[\t\r\n])|({_BEGINNING})'(?='*[{_SIGNS}])")


def guarded(text: str) -> str:
    """A text with an apostrophe before each sign that a spreadsheet would compute, by whichever separator it parts."""
    return _UNGUARDED.sub(lambda found: f"{found[1] or ''}'", text)


def unguarded(text: str) -> str:
    """A text as it was before `guarded`."""
    return _GUARDED.sub(lambda found: found[1] or "", text)
