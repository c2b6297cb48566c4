"""Every code that the readers can give has its sentence in three languages, with the same values."""

import ast
import re
import string
from pathlib import Path

import pytest

import union.tables
from tests.tables.samples import PROBLEMS, TANGER, TODAY, sample
from union.languages.readers import sentence, typed
from union.languages.translated import translated
from union.tables.columns import guessing
from union.tables.kinds import roster
from union.tables.sentences import SENTENCES
from union.tables.sentences.forms import FORMS

PACKAGE = Path(union.tables.__file__).parent
GIVING = {"Untrusted": 0, "Unreadable": 0, "Remark": 0, "problem": 2, "remark": 0}


def given_codes() -> set[str]:
    """Collect the literal codes that the source gives to refusals, problems and remarks."""
    codes: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                at = GIVING.get(called)
                if at is not None and len(node.args) > at:
                    codes |= {one.value for one in ast.walk(node.args[at]) if isinstance(one, ast.Constant)}
    return {code for code in codes if isinstance(code, str)} - {"_unknown", "refused"}  # an ending, and a key


def constants() -> set[str]:
    """Collect every literal of the product: imports say their own problems through the same table."""
    sources = [path for path in PACKAGE.parent.rglob("*.py") if path.parent.name != "sentences"]
    trees = [ast.parse(path.read_text("utf-8")) for path in sources]
    return {str(node.value) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    codes = given_codes()
    assert {"zip_bomb", "date_hijri", "phone_two", "row_short", "no_header"} <= codes
    assert codes - set(SENTENCES) == set()
    listed = {f"{field}_unknown" for field in ("sex", "category", "contract", "activities", "markets")}
    assert set(SENTENCES) - constants() - listed == set()


def test_a_form_speaks_of_no_column_no_cell_and_no_spreadsheet() -> None:
    """Of every refusal that the readers of a typed field can give; names and addresses have their own words in
    forms."""
    of_a_file = re.compile("colonne|cellule|tableur|column|cell|spreadsheet|العمود|عمود|خلية|الخلية|جداول")
    of_columns = ("date_order", "date_two_digits", "date_ambiguous")  # a form has one date, its day first
    kinds = ("date_", "money_", "phone_")
    codes = [one for one in given_codes() if one.startswith(kinds) and not one.startswith(of_columns)]
    assert len(codes) > 10
    values = dict.fromkeys(("shown", "header", "thousand", "unit", "first", "last", "second", "number", "count"), "1")
    found = {typed(code, said, **values) for code in codes for said in ("fr", "ar", "en")}
    assert [one for one in found if of_a_file.search(one)] == []
    assert set(FORMS) <= set(SENTENCES)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_the_three_languages_speak_of_the_same_values(code: str) -> None:
    texts = [translated(SENTENCES[code], language) for language in ("fr", "ar", "en")]
    french, arabic, english = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in texts)
    assert french == arabic == english
    for text in texts:
        assert text.endswith((".", "؟"))
        assert "!" not in text.replace("#REF!", "")
    assert any("\u0600" <= letter <= "\u06ff" for letter in texts[1])


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_what_the_samples_give_can_be_said(language: str) -> None:
    for name in (PROBLEMS, TANGER):
        table = sample(name)
        result = roster.interpret(table, guessing.fields_of(guessing.guess(table)), today=TODAY, known_sites=["Tanger"])
        for found in [*table.remarks, *result.problems, *result.remarks]:
            assert sentence(found.code, language, **found.values)


def test_values_are_isolated_where_directions_meet() -> None:
    assert sentence("site_unknown", "fr", shown="Site B").startswith("Le site «\xa0Site B\xa0»")
    assert "\u2068Site B\u2069" in sentence("site_unknown", "ar", shown="Site B")
    assert "\u2068الرباط\u2069" in sentence("site_unknown", "fr", shown="الرباط")
    assert sentence("email", "zz", shown="x") == sentence("email", "fr", shown="x")
