"""A message that an act was done, with the button that takes it back."""

from __future__ import annotations

from flask import flash


def can_be_undone(said: str, url: str, **values: str) -> None:
    """Say on the next page that something was done, and offer to take it back by posting `values` to an address."""
    # kept as it is, and shown by base.html
    flash({"said": str(said), "url": url, "values": values}, "undo")  # type: ignore[arg-type]
