"""What every old example answered, in short: what a golden file keeps and `test_golden` compares."""

import json
from pathlib import Path

from union.languages.saying import answer_in_language
from union.law.entitlement import entitlement
from union.law.facts import read_facts

FOLDER = Path(__file__).parent
FILE = FOLDER / "golden_entitlement.json"
OLD = ("circumstances", "damages", "fixed_term", "leave_and_wages", "notice", "published", "severance", "smig")


def cases() -> list[dict]:
    return [
        {**case, "file": stem}
        for stem in OLD
        for case in json.loads((FOLDER / "examples" / f"{stem}.json").read_text("utf-8"))
    ]


def answer(facts: dict) -> dict:
    """Amounts, formulas, workings, articles, other readings and assumptions, as the contract prints them."""
    shown = answer_in_language(entitlement(read_facts(facts)).as_json(), "fr")
    return {
        "lines": [[line[key] for key in ("code", "amount", "working", "status")] for line in shown["lines"]],
        "articles": [line["article"] for line in shown["lines"]],
        "not_due": [[item["code"], item["article"]] for item in shown["not_due"]],
        "alternatives": [[line["code"], line["amount"], line["status"]] for line in shown["alternatives"]],
        "assumptions": [item["code"] for item in shown["assumptions"]],
        "rates": shown["rates"],
        "totals": shown["totals"],
    }


def one_case_a_line(kept: dict) -> str:
    """The file, so that a diff shows which cases answer otherwise."""
    lines = (f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(kept[name], ensure_ascii=False)}" for name in kept)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write() -> None:
    kept = {f"{case['file']}: {case['name']}": answer(case["facts"]) for case in cases()}
    FILE.write_text(one_case_a_line(kept), "utf-8")


if __name__ == "__main__":
    write()
