"""Writes docs/law.md: every rule with its articles, its status and its number of examples, and what is not covered.

`python -m tests.law.coverage` writes the file; a test says when it is out of date.
"""

import json
from collections import Counter
from pathlib import Path
from typing import get_type_hints

from union.languages.saying import in_language
from union.law.facts import Facts
from union.law.pay.history import Absence, Element
from union.law.pay.holidays_worked import Kind as Worked
from union.law.procedure.checks import Kind
from union.law.procedure.fields import fields, hint
from union.law.rulebook import CHAPTERS, Known
from union.law.sentences.wording import case
from union.law.sources.articles import cite
from union.law.sources.source import Status
from union.law.terms.kinds import Mandate
from union.law.terms.suspension import Cause

_DEPARTURE = {
    "notice_suspended": f"[{{cause: {'|'.join(Cause)}, first: YYYY-MM-DD, last: YYYY-MM-DD}}]",
    "mandate": f"{'|'.join(Mandate)}, or `protected`: true|false",
}
BESIDE = {
    "months": f"[{{first: YYYY-MM-DD, elements: [{{kind: {'|'.join(Element)}, amount: number}}], "
    "agreed: number, hours: number, "
    f"unpaid: {'|'.join(Absence)}, paid_on: YYYY-MM-DD, days_worked: number, days_declared: number}}]",
    "leave": "{taken: number, before: [number], minor: true|false}",
    "overtime": "[{month: YYYY-MM-DD, day: number, night: number, rest_day: number, rest_night: number, rate: number}]",
    "holidays": f"[{{on: YYYY-MM-DD, kind: {'|'.join(Worked)}, hours: number}}]",
    "announced": "[YYYY-MM-DD], the religious holidays once announced",
    "absences": f"[{{kind: {'|'.join(Absence)}, first: YYYY-MM-DD, last: YYYY-MM-DD}}]",
    "job_search": "{far: true|false, days_a_week: number, refused: number}, with `notified_on`",
    "claimed_on": "YYYY-MM-DD, the day of the claim; without it the last day of employment",
}
FOLDER = Path(__file__).parent / "examples"
FILE = Path(__file__).parents[2] / "docs" / "law.md"
OPENING = """# What the law engine covers

Written by `python -m tests.law.coverage`. Each rule with its articles, how well it was checked, and how many worked
examples try it; each example says where its figure comes from. **VERIFIED**: the article or an official copy was read.
**VERIFIED-2**: a decision's abstract, the ministry's simulator or a serious secondary source, named beside it.
**UNVERIFIED**: a reading that nothing settles, shown as a warning or an alternative and never as a certain line.
"""


def count() -> Counter[str]:
    """How many examples try each rule; an example of several heads counts for each."""
    found: Counter[str] = Counter()
    for file in FOLDER.glob("*.json"):
        for one in json.loads(file.read_text("utf-8")):
            found.update({*one.get("expect", {}), *one.get("not_due", [])} or {"refused"})
    for file in (FOLDER / "chapters").glob("*.json"):
        for one in json.loads(file.read_text("utf-8")):
            found.update({one["rule"], *one["expect"].get("readings", {})})
    return found


def total() -> int:
    return sum(len(json.loads(file.read_text("utf-8"))) for file in FOLDER.rglob("*.json"))


def sources() -> Counter[str]:
    """How many examples have their figure from where; a fact that is refused has none."""
    found: Counter[str] = Counter()
    for file in FOLDER.rglob("*.json"):
        for one in json.loads(file.read_text("utf-8")):
            found[str(one.get("source", "refused")).partition(":")[0]] += 1
    return found


def written() -> str:
    examples = count()
    known = {rule.key for chapter in CHAPTERS for rule in chapter.rules}
    refused = sum(number for rule, number in examples.items() if rule.startswith("refused"))
    lines = [
        OPENING,
        f"{len(known)} rules, {total()} worked examples, {refused} of them of facts that are refused.",
        "",
        f"Their figures come from: {', '.join(f'{name} ({number})' for name, number in sources().most_common())}.",
        "",
    ]
    for chapter in CHAPTERS:
        lines += [f"## {chapter.title}", "", "| rule | articles | status | examples |", "|---|---|---|---|"]
        lines += [_row(rule, examples[rule.key]) for rule in chapter.rules]
        lines += ["", *(f"Not covered yet: {each}." for each in chapter.missing)]
        lines += [""] if chapter.missing else []
    return "\n".join([*lines, *_departure(), *_procedures()]).rstrip() + "\n"


def _departure() -> list[str]:
    """What `union law entitlement` takes, from the facts themselves."""
    told = [f"`{name}` ({_DEPARTURE.get(name) or hint(kind)})" for name, kind in get_type_hints(Facts).items()]
    beside = [f"`{name}` ({how})" for name, how in BESIDE.items()]
    return [
        "## Exit codes of `union law`",
        "",
        "0: answered. 1: refused, with one sentence on standard error that names the field or the row and nothing on",
        "standard output; `union law run` also ends with 1 where rows are left out, after printing what it computed.",
        "2: wrong use of the command. An `--hour` told to `union law deadline` for a period counted in days, months or",
        "years is no wrong input: the answer says in `because` that it plays no part.",
        "",
        "## Facts of a departure",
        "",
        "What `union law entitlement` takes; dates are YYYY-MM-DD, money dirhams. Needed: `hired_on`, `left_on`,",
        "`category`, `contract`, `reason`, and one of `monthly_gross` and `monthly_net`.",
        "",
        f"The departure: {', '.join(told)}.",
        "",
        f"Beside it: {', '.join(beside)}.",
        "",
    ]


def _procedures() -> list[str]:
    lines = ["## Facts of a procedure", "", "What `union law procedure` takes; what is left out is not known.", ""]
    for kind in Kind:
        lines += [f"`{kind}`: " + ", ".join(f"`{name}` ({how})" for name, how in fields(kind).items()) + ".", ""]
    return lines


def _row(rule: Known, examples: int) -> str:
    status = str(rule.status) + (
        f": {in_language(case(rule.case), 'en')}" if rule.case and rule.status is Status.VERIFIED_2 else ""
    )
    return f"| `{rule.key}` | {in_language(cite(rule.articles), 'en')} | {status} | {examples or 'none yet'} |"


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
