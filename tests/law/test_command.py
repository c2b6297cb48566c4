"""The command line that other programs call: JSON on stdout, or one sentence on stderr and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from union.law_command import law

FACTS = {
    "hired_on": "2020-07-01",
    "left_on": "2026-06-30",
    "monthly_gross": 5000,
    "category": "employee",
    "contract": "CDI",
    "reason": "abusive",
}


def run(text: str | bytes, *options: str):  # click.testing.Result, used as such
    return CliRunner().invoke(law, ["entitlement", "-", *options], input=text)


def test_answers_json_from_standard_input_and_from_a_file(tmp_path: Path) -> None:
    answer = run(json.dumps(FACTS))
    assert answer.exit_code == 0
    shown = json.loads(answer.stdout)
    assert {line["code"]: line["amount"] for line in shown["lines"]} == {
        "notice": "10000.00",
        "severance": "16335.08",
        "damages": "45000.00",
    }
    assert shown["rates_on"] == "2026-06-30"
    file = tmp_path / "facts.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(FACTS).encode())
    assert CliRunner().invoke(law, ["entitlement", str(file)]).stdout == answer.stdout


@pytest.mark.parametrize("pay", ["5000", "5000.0", '"5000.00"', "5e3"])
def test_money_as_number_or_text(pay: str) -> None:
    answer = run(json.dumps(FACTS).replace("5000", pay))
    assert json.loads(answer.stdout)["lines"][1]["amount"] == "16335.08"


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_speaks_three_languages(language: str) -> None:
    shown = json.loads(run(json.dumps(FACTS), "--language", language).stdout)
    assert ("\u2066" in shown["lines"][1]["working"]) is (language == "ar")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (json.dumps({**FACTS, "monthly_gross": None}), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "NaN"), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "Infinity"), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "-Infinity"), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "1e400"), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "1e-400"), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "1e99999999999999999999"), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "9" * 5000), "monthly_gross"),
        (json.dumps(FACTS).replace("5000", "true"), "monthly_gross"),
        (json.dumps(FACTS)[:-1] + ', "left_on": "2026-06-01"}', "left_on"),
        (json.dumps({**FACTS, "\ud800\n\x1b[31m": 1}), "d800"),
        (json.dumps({**FACTS, "": 1}), '""'),
        ("", "FILE"),
        ("[]", "FILE"),
        ("null", "FILE"),
        ("{", "FILE"),
        ("[" * 100_000, "FILE"),
        (b"\xff\xfe{", "FILE"),
        (" " * 1_000_001, "FILE"),
    ],
)
def test_refuses_with_one_sentence(text: str | bytes, named: str) -> None:
    for language in ("fr", "ar", "en"):
        answer = run(text, "--language", language)
        assert answer.exit_code == 1
        assert isinstance(answer.exception, SystemExit)
        assert answer.stdout == ""
        assert answer.stderr.count("\n") == 1
        assert named in answer.stderr
        assert "\x1b" not in answer.stderr


def test_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in (tmp_path / "none.json", tmp_path, "a\0b"):
        answer = CliRunner().invoke(law, ["entitlement", str(name)])
        assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)


def test_a_real_process_in_a_locale_without_unicode() -> None:
    code = "from union.law_command import law; law()"
    command = [sys.executable, "-c", code, "entitlement", "-", "--language", "ar"]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, input=json.dumps(FACTS).encode(), capture_output=True, env=plain)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["lines"]) == 3
    done = subprocess.run(command, input=b'{"pay": 1}', capture_output=True, env=plain)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().count("\n") == 1
