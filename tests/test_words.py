"""One voice: vous and the polite plural, the signs of each language, and numbers that stay left to right."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

import config
from union.languages import extraction
from union.languages.catalogues import FORMS, parts, whole
from union.languages.readers import sentence
from union.languages.saying import in_language
from union.languages.typography import isolate, typeset
from union.law.sources.articles import cite
from union.tables.sentences import SENTENCES

ARABIC = re.compile("[\u0600-\u06ff]")
# A command to one man, at the beginning of a sentence or of its second half; to all readers it ends in وا.
COMMANDS = (
    "اختر اكتب اقرأ اسأل اطلب احفظ احذف احتفظ احسب اذكر ارجع افتح انتظر أضف أدخل أرسل أزل أعد أغلق أكد أودع استشر "
    "تحقق تأكد جرب حدد راجع سجل صحح ضع طالب قارن قرب بادر اتصل تحدث تكفل املأ انسخ أسند استورد املآ"
)
# At the beginning of a sentence these may also tell what was done: "it was closed", "it was recorded".
TOLD = "أغلق أودع سجل صحح تحقق تكفل استورد أدخل أسند"
SINGULAR = re.compile(
    rf"(?:(?:[:؛] |\bثم |\bأو )(?:{'|'.join(COMMANDS.split())})"
    rf"|(?:^|[.،] )(?:{'|'.join(sorted(set(COMMANDS.split()) - set(TOLD.split())))}))(?:ه|ها|هما)?(?![\u0621-\u064a])"
)
ISOLATED = re.compile("\u2066[^\u2069]*\u2069")
SHOWS_A_SIGN = {"semicolon ;", "comma ,"}
READ = {"dates.py", "vocabulary.py", "meanings.py"}  # words that are read in files, as people wrote them
YOU = re.compile(r"(?<![\u0621-\u064a])(?:لديك|منك|إليك|عليك|بنفسك|نطاقك|حسابك)(?![\u0621-\u064a])")


def _said(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    for one in catalogue:
        if one.id:
            key = one.id if isinstance(one.id, str) else one.id[0]
            for string in [one.string] if isinstance(one.string, str) else one.string:
                yield key, string


def wrong_in_french(text: str) -> str:
    """What is wrong with the signs of a French sentence; nothing where they are right."""
    if re.search(r"\w'\w", text):
        return "a straight apostrophe"
    if re.search(r"(?<=[\w»)]) [:;?!»]|« | »", text):
        return "a space that breaks before a sign: put an unbreakable one"
    if re.search(r"[\w)][?;»]|«\S", re.sub(r"&\w+;", "", text)):
        return "no space before a sign, or inside guillemets"
    return "tutoiement" if re.search(r"\b(tu|toi|ton|tes)\b", text, re.I) else ""


def wrong_in_arabic(text: str) -> str:
    """What is wrong with an Arabic sentence; nothing where it is right."""
    found = SINGULAR.search(text) or YOU.search(text)
    if found:
        return f"it speaks to one person ({found[0].strip()}): use the polite plural"
    if re.search(r"[\u0600-\u06ff)] ?[,;?]", text):
        return "a sign of another script: use ، ؛ ؟"
    if re.search(r"\d[-\u2011]\d", ISOLATED.sub("", text)):
        return "a number with a hyphen outside an isolate: it would be read backwards"
    return ""


def _sentences() -> set[str]:
    """The English of every `Sentence` in the code, and of every declaration of a kind of grievance."""
    found = set()
    for path in sorted((config.HERE / "union").rglob("*.py")):
        with path.open("rb") as code:
            for _, called, message, _ in extraction.sentences(code, {}, [], {}):
                found.add(message[1] if called == "pgettext" else message)
    for path in sorted((config.HERE / "union/law/paths").glob("*.toml")):
        with path.open("rb") as file:
            found |= {message for _, _, message, _ in extraction.declared(file, {}, [], {})}
    return found


@pytest.mark.parametrize(("language", "wrong"), [("fr", wrong_in_french), ("ar", wrong_in_arabic)])
def test_the_catalogues_speak_with_one_voice(language: str, wrong: object) -> None:
    assert callable(wrong)
    every = [(key, string) for key, string in _said(whole(language)) if key not in SHOWS_A_SIGN]
    if language == "ar":  # a sentence of the law or of a paper is isolated when it is said
        said_whole = _sentences()
        every = [(key, isolate(string) if key in said_whole else string) for key, string in every]
    found = [f"{key!r}: {wrong(string)}" for key, string in every if wrong(string)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_forms_of_a_plural_stand_in_one_order(language: str) -> None:
    for path, catalogue in parts(language):
        assert catalogue.plural_forms.rstrip(";") == FORMS[language], f"{path.name}: write {FORMS[language]}"


def _tables(path: Path) -> Iterator[tuple[int, str, str]]:
    """French and Arabic side by side in a table of sentences: (…, French, Arabic, English, …)."""
    for node in ast.walk(ast.parse(path.read_text())):
        items = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
        texts = [one.value if isinstance(one, ast.Constant) else None for one in items]
        for at, text in enumerate(texts[1:-1], 1):
            french = texts[at - 1]
            if isinstance(text, str) and ARABIC.search(text) and isinstance(french, str) and not ARABIC.search(french):
                yield items[at].lineno, french, text


def test_the_tables_of_sentences_speak_with_the_same_voice() -> None:
    found, count = [], 0
    shown = [path for path in sorted((config.HERE / "union").rglob("*.py")) if path.name not in READ]
    for path in shown:
        for line, french, arabic in _tables(path):
            count += 1
            for wrong in (wrong_in_french(typeset(french)), wrong_in_arabic(isolate(arabic))):
                if wrong:
                    found.append(f"{path.relative_to(config.HERE)}:{line}: {wrong}")
    assert count > 150  # what the readers of lists know as heads and values: every other stands in the catalogues
    assert not found, "\n".join(found)


# Words that the code knows because people write them: it reads them, and says none of them.
KNOWN_WORDS = {
    "union/tables/cells/": "how cells are filled in, names among them",
    "union/tables/columns/": "what columns are called: by others, and in the files that we write and know again",
    "union/tables/files/": "titles, totals, greetings and months in files, and how often each letter is written",
    "union/tables/kinds/": "words of heads that tell one kind of column from another",
    "union/tables/read.py": "letters that a text read in the wrong encoding shows",
    "union/demo/": "what people typed in the demonstration",
    "union/accounts/passwords.py": "words that make a password weak",
    "union/cases/hours.py": "how an hour is typed",
    "union/commands/law/columns.py": "what a column of reasons is called",
    "union/imports/kinds/workplaces.py": "the forms of companies, as they are written after a name",
    "union/imports/records/row_to_member.py": "the range of Arabic letters",
    "union/members/proposals.py": "the range of Arabic letters",
    "union/layoffs/procedure/order.py": "the semicolon that an Arabic keyboard writes",
    "union/patterns/told.py": "titles before the name of a supervisor",
    "union/text.py": "the digits of Arabic keyboards",
    "union/web/forms/typed.py": "how a date is typed",
    "union/web/locale.py": "a language is called by its own name; letters that count as one when names are sorted",
    "union/workplaces/cities.py": "the names of towns in both scripts",
}
_FRENCH = re.compile(
    r"[àâçéèêëîïôûùœ]|\b(?:le|la|les|des|du|une|est|sont|pour|dans|vous|aux|au|par|sur|avec|et|ou|que|qui|ne|pas)\b",
    re.I,
)


def _foreign(text: str) -> bool:
    """Whether a text has an Arabic letter or is a French sentence."""
    words, french = re.findall(r"[^\W\d_]+", text), {one.casefold() for one in _FRENCH.findall(text)}
    return bool(ARABIC.search(text)) or (len(words) >= 3 and len(french) >= 2)


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module without its docstrings."""
    told = ast.parse(path.read_text())
    documenting = {id(one.value) for one in ast.walk(told) if isinstance(one, ast.Expr)}
    for node in ast.walk(told):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documenting:
            yield node.lineno, node.value


def test_the_code_speaks_english_alone() -> None:
    """French and Arabic stand in `translations/`, where a jurist corrects them."""
    assert _foreign("Le délai est passé")
    assert _foreign("انتهى")
    assert not _foreign("The hearing of the employee, with the record and its copy")
    found, needed = [], set()
    for path in sorted((config.HERE / "union").rglob("*.py")):
        where = str(path.relative_to(config.HERE))
        listed = next((one for one in KNOWN_WORDS if where.startswith(one)), None)
        for line, text in _texts(path):
            if _foreign(text):
                needed.add(listed)
                found += [] if listed else [f"{where}:{line} says {text[:40]!r}: put it in translations/."]
    assert not found, "\n".join(found)
    assert set(KNOWN_WORDS) == needed, "what needs no reason any more is struck out"


def test_no_sentence_stands_inside_another_string() -> None:
    """What collects the sentences does not look into f-strings: such a one would stay English for everybody."""
    found = []
    for path in sorted((config.HERE / "union").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            inside = ast.walk(node) if isinstance(node, ast.JoinedStr) else ()
            called = {one.func.id for one in inside if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
            if called & {"_", "_l", "gettext", "ngettext"}:
                found.append(f"{path.relative_to(config.HERE)}:{node.lineno}")
    assert not found, f"{found}: say it before, then put it in."


def test_french_is_typeset_when_it_is_said() -> None:
    for code in SENTENCES:
        names = set(re.findall(r"{(\w+)}", SENTENCES[code].text))
        assert not wrong_in_french(sentence(code, "fr", **dict.fromkeys(names, "x"))), code
    assert typeset(typeset("l'avis : « oui » ?")) == "l’avis\u00a0: «\u00a0oui\u00a0»\u00a0?"


def test_articles_in_arabic_are_joined_as_people_write_them() -> None:
    plain = {ord(mark): None for mark in "\u2066\u2069"}
    for keys, said in (
        (("ct 75",), "المادة 75"),
        (("ct 41", "ct 73"), "المادتان 41 و73"),
        (("ct 43", "ct 44", "ct 51"), "المواد 43 و44 و51"),
    ):
        assert in_language(cite(keys), "ar").translate(plain).endswith(said)
    assert "\u206665\u201199\u2069" in in_language(cite(("ct 75",)), "ar"), (
        "a law's number is isolated, and does not break"
    )
