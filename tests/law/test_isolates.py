"""Figures and formulas inside Arabic sentences: in the order in which they are read."""

from __future__ import annotations

import pytest

from union.languages.typography import isolate

SHOWN = str.maketrans("\u2066\u2069", "[]")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("الأجر ÷ 191 × 2", "الأجر ÷ [191] × [2]"),  # words in it: it reads from right to left, figure by figure
        ("6 أشهر × 70% × الأجر", "[6] أشهر × [70%] × الأجر"),
        ("شهر ونصف × السنوات", "شهر ونصف × السنوات"),  # a sign alone is no run
        ("أي 26 × 30 = 780 يوما", "أي [26 × 30 = 780] يوما"),  # figures alone read from left to right
        ("المواد 66–71 والنسبة 8/26", "المواد [66–71] والنسبة [8/26]"),
    ],
)
def test_a_formula_reads_in_its_order(given: str, wanted: str) -> None:
    assert isolate(given).translate(SHOWN) == wanted
    assert isolate(isolate(given)) == isolate(given)
