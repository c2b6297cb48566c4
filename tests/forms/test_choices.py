"""A choice that is offered no more, or never was: refused in the reader's language, with the rest of the form kept."""

from __future__ import annotations

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.conftest import ON_ONE_DATABASE

SAID = {"fr": "Choisissez dans la liste.", "ar": "اختاروا من اللائحة.", "en": "Choose one of the list."}
FILLED = {"name": "Sidi Maârouf", "city": "Casablanca", "markets": "french", "activities": "calls"}
OTHER = ("x", "12345678-1234-4234-8234-123456789abc", "None", "\u0663")


@ON_ONE_DATABASE
@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("value", OTHER)
def test_a_changed_choice(cast: Cast, olu: Visitor, sal: Visitor, language: str, value: str) -> None:
    """Of rows, of a closed list, of boxes."""
    for name in ("employer", "markets"):
        page = sal.post(
            f"/workplaces/new?lang={language}", {**FILLED, "employer": str(cast.employer), name: value}, 422
        )
        assert SAID[language] in page.text
        assert "Sidi Maârouf" in page.text
        assert "Not a valid" not in page.text
        assert "Invalid Choice" not in page.text
    page = olu.post(f"/members/{cast.mina}/standing?lang={language}", {"version": "1", "state": value}, 422)
    assert SAID[language] in page.text
