"""A message that an act was done, with the button that takes it back."""

from __future__ import annotations

from typing import Any

from flask import flash


def can_be_undone(said: str, url: str, **values: str) -> None:
    """Say on the next page that something was done, and offer to take it back by posting `values` to an address."""
    kept: Any = {"said": str(said), "url": url, "values": values}  # as it is, and shown by base.html
    flash(kept, "undo")
