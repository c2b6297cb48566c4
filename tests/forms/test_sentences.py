"""What a form says of its mistakes: whole sentences, at the field and on top, in the reader's language."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.browsing import Visitor
from union.web.pages import first_sentence

FILL = {"en": "Fill this in.", "fr": "Remplissez ce champ.", "ar": "املؤوا هذه الخانة."}


@pytest.mark.parametrize("language", FILL)
def test_a_mistake_is_a_whole_sentence(sal: Visitor, language: str) -> None:
    answer = sal.post(f"/employers/new?lang={language}", {"legal_name": ""}, 422)
    page = BeautifulSoup(answer.text, "html.parser")
    (field,), (line,) = page.select("#legal_name-error"), page.select("[data-error-summary] li")
    assert field.get_text(strip=True) == FILL[language]
    assert line.get_text().endswith(FILL[language])


def test_the_first_of_a_field_made_of_fields() -> None:
    assert first_sentence([]) == ""
    assert first_sentence([[], {"a": [], "b": ["Choose a day."]}, "Other"]) == "Choose a day."
