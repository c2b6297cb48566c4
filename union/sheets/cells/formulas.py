"""Keep a text of a CSV from being a formula, and take that back: what goes out comes in again as it was."""

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""Signs with which a spreadsheet takes a cell of a CSV for a formula."""


def guarded(text: str) -> str:
    """A text with an apostrophe before it where a spreadsheet would compute it."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def unguarded(text: str) -> str:
    """A text as it was before `guarded`."""
    return text[1:] if text[:1] == "'" and text[1:].lstrip("'").startswith(FORMULA) else text
