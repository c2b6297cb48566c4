"""Each decision has its number, its day and its status, and stands once in the index."""

from __future__ import annotations

import re
from pathlib import Path

import config

FOLDER = config.HERE / "docs" / "decisions"
INDEX = FOLDER / "README.md"
FILES = sorted(path for path in FOLDER.glob("*.md") if path != INDEX)
HEAD = re.compile(r"# (\d{4}) · (.+)\n\n- Date: \d{4}-\d\d-\d\d\n- Status: (.+)\n\n\S")
STATUS = re.compile(r"accepted|superseded(?: in part)? by \[\d{4}\]\(\S+\.md\)(?: and \[\d{4}\]\(\S+\.md\))*")


def linked(text: str) -> list[tuple[str, str]]:
    """The four figures and the file of each link to a decision."""
    return re.findall(r"(\d{4})\]?(?: \[[^\]]+\])?\((\d{4}-[a-z0-9-]+\.md)\)", text)


def test_numbers_begin_with_one_and_leave_no_gap() -> None:
    assert FILES, "docs/decisions holds no decision."
    numbers = [path.name[:4] for path in FILES]
    assert numbers == [f"{n:04d}" for n in range(1, len(FILES) + 1)], "Give the newest decision the next free number."


def test_each_begins_with_its_number_its_day_and_its_status() -> None:
    for path in FILES:
        head = HEAD.match(path.read_text())
        assert head, f"{path.name} begins with '# NNNN · title', '- Date: …' and '- Status: …'."
        assert head[1] == path.name[:4], f"{path.name} has another number inside."
        assert STATUS.fullmatch(head[3]), f"{path.name}: accepted, or superseded (in part) by whom? {head[3]!r}"


def test_what_supersedes_another_is_newer() -> None:
    for path in FILES:
        status = path.read_text().split("\n- Status: ")[1].splitlines()[0]
        for number, target in linked(status):
            assert (FOLDER / target).exists(), f"{path.name} names {target}, which is not there."
            assert number == target[:4] > path.name[:4], f"{path.name} cannot be superseded by {target}."


def test_the_index_names_each_once_with_its_title_and_status() -> None:
    lines = [line for line in INDEX.read_text().splitlines() if line.startswith("- ")]
    expected = []
    for path in FILES:
        head = HEAD.match(path.read_text())
        assert head
        mark = {"accepted": "", "superseded by": " *(superseded)*"}.get(
            head[3].split(" [")[0], " *(superseded in part)*"
        )
        expected.append(f"- {head[1]} [{head[2]}]({path.name}){mark}")
    assert sorted(lines) == expected, "Bring docs/decisions/README.md up to the files, line by line."


def test_every_link_of_the_documents_leads_somewhere() -> None:
    pages = [*config.HERE.glob("*.md"), *(config.HERE / "docs").rglob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)", page.read_text()):
            if not re.match(r"[a-z]+:", target):
                assert (page.parent / Path(target)).exists(), f"{page.relative_to(config.HERE)} leads to {target}."
