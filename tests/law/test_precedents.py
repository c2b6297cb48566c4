"""Each decision is named as its court was called that day, with chamber, date, number and file; none by a website's
number."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import config
from union.languages.saying import in_language
from union.languages.translated import LANGUAGES
from union.law.sentences.readings import CASES
from union.law.sources.precedents import PRECEDENTS, RENAMED

COURT = re.compile(
    r"(Cass\. soc\.|Cour de cassation, (?:social|chambre sociale|social chamber)|Cour suprême soc\.|Cour "
    r"suprême, (?:social|chambre sociale|social chamber)"
    r"|محكمة النقض، الغرفة الاجتماعية|المجلس الأعلى، الغرفة الاجتماعية)[ ,،]*(?:\u2066)?(.{0,80})"
)
NAMED = re.compile(r"Cass\.|Cour de cassation|Court of Cassation|Supreme Court|Cour suprême|محكمة النقض|المجلس الأعلى")
OF_A_SITE = ("34492", "34486", "34465", "2/442")
DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})|(\d{1,2}) (?:avril|April|أبريل|mai|May|ماي) (\d{4})")
TEMPLATES = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"])
SUPREME = re.compile(r"Cour suprême|المجلس الأعلى")
UNNUMBERED = re.compile(r"numéro (?:et dossier )?non trouvé|لم يعثر على العدد|number (?:and file )?not found")


def _texts() -> Iterator[tuple[Path, int, str]]:
    for folder, kinds in (("union", "py typ"), ("translations", "po"), ("templates", "html")):
        for kind in kinds.split():
            for path in sorted((config.HERE / folder).rglob(f"*.{kind}")):
                for number, line in _lines(path):
                    yield path, number, line.replace("\u2011", "-")
    for number, line in enumerate((config.HERE / "docs" / "law.md").read_text("utf-8").splitlines(), 1):
        yield config.HERE / "docs" / "law.md", number, line


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file; of a module and a template those of its texts, each whole however the source breaks it."""
    if path.suffix == ".html":
        for text in TEMPLATES.parse(path.read_text("utf-8")).find_all((nodes.Const, nodes.TemplateData)):
            said = text.value if isinstance(text, nodes.Const) else text.data
            if isinstance(said, str):
                yield from ((text.lineno, line) for line in said.splitlines())
        return
    if path.suffix != ".py":
        yield from enumerate(path.read_text("utf-8").splitlines(), 1)
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ((node.lineno, line) for line in node.value.splitlines())


def wrong(line: str) -> str:
    """What is wrong with how a line names decisions; nothing where it is right."""
    named = len(NAMED.findall(line))
    found = list(COURT.finditer(line))
    if len(found) < named:
        return "a court without its chamber"
    for one in found:
        told, rest = DAY.search(one[2]), line[one.start() :]
        if told is None:
            if not UNNUMBERED.search(rest) and "d'après la presse" not in rest:
                return "no date"
            continue
        year = int(told[3] or told[5])
        before = date(year, int(told[2] or 4), int(told[1] or told[4])) < RENAMED
        if before != bool(SUPREME.match(one[1])):
            return "the court was not called so on that day"
        if not UNNUMBERED.search(rest) and not re.search(r"(?:dossier|الملف|file) \u2066?[\d/-]+", rest):
            return "no file"
    return ""


def test_a_decision_is_named_with_its_court_chamber_date_number_and_file() -> None:
    skipped = {
        "precedents.py",
        "readings.py",
        "law_sources.po",
    }  # read below as they are said, and so is what a site says
    lines = [
        (path, number, line)
        for path, number, line in _texts()
        if NAMED.search(line) and path.name not in skipped and not any(one in line for one in OF_A_SITE)
    ]
    assert len(lines) > 20
    found = [f"{path.relative_to(config.HERE)}:{number}: {wrong(line)}" for path, number, line in lines if wrong(line)]
    assert not found, "\n".join(found)


def test_what_stands_in_a_sentence_is_what_the_table_of_decisions_holds() -> None:
    numbers = {one.number: one for one in PRECEDENTS.values() if one.number}
    files = {one.file for one in PRECEDENTS.values()}
    for path, at, line in _texts():
        if not NAMED.search(line) or any(one in line for one in OF_A_SITE):
            continue
        for number in re.findall(r"(?:n° |no\. |عدد )([\d/]+)", line):
            assert number in numbers, f"{path.name}:{at}: n° {number}"
        for file in re.findall(r"(?:dossier|الملف|file) \u2066?([\d/-]+\d)", line):
            assert file in files, f"{path.name}:{at}: file {file}"


def test_the_sources_behind_the_rules_say_the_same() -> None:
    for code, said in CASES.items():
        for one in (in_language(said, language) for language in LANGUAGES):
            assert not NAMED.search(one) or any(ref in one for ref in OF_A_SITE) or not wrong(one), f"{code}: {one}"


@pytest.mark.parametrize("name", OF_A_SITE)
def test_a_number_of_a_website_or_of_the_press_is_only_named_as_one(name: str) -> None:
    mentions = [line for _path, _at, line in _texts() if name in line]
    warned = ("à ne pas citer dans une lettre", "لا يذكر في رسالة", "not to be cited in a letter")
    assert mentions
    assert [line for line in mentions if not any(one in line for one in warned)] == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Cass. 20/05/2009 n° 600", "a court without its chamber"),
        ("Cass. soc. 20/05/2009 n° 600, dossier 940/5/1/2008", "the court was not called so on that day"),
        ("Cour suprême soc. 20/05/2009 n° 600", "no file"),
        ("Cour suprême soc. 20/05/2009 n° 600, dossier 940/5/1/2008", ""),
        ("محكمة النقض، الغرفة الاجتماعية، 23/04/2019، عدد 597/1، الملف 632-5-1-2017", ""),
        (
            "المجلس الأعلى، الغرفة الاجتماعية، 23/04/2019، عدد 597/1، الملف 632-5-1-2017",
            "the court was not called so on that day",
        ),
    ],
)
def test_the_reader_of_names_finds_each_fault(line: str, fault: str) -> None:
    assert wrong(line) == fault
