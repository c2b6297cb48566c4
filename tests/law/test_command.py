"""The command line that other programs call: JSON on stdout, or one sentence on stderr and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from union.commands.law import law
from union.commands.law.saying import content as read_bytes
from union.law.dates.periods import PERIODS, Rule, Unit
from union.law.facts import BadFacts

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


def ask(*words: str, text: str | bytes = ""):  # click.testing.Result, used as such
    return CliRunner().invoke(law, list(words), input=text)


def test_a_period_by_its_rule() -> None:
    answer = ask("deadline", "action_after_dismissal", "--from", "2026-05-18", "--json")
    assert answer.exit_code == 0
    shown = json.loads(answer.stdout)
    assert (shown["legal_on"], shown["safe_on"], shown["post_by"], shown["reserve_on"]) == (
        "2026-08-16",
        "2026-08-13",
        None,
        "2026-08-17",
    )
    assert "90" in shown["because"]
    moved = ask(
        "deadline", "action_after_dismissal", "--from", "2026-05-18", "--holiday", "2026-08-13", "--json"
    )  # a holiday that a person entered
    assert json.loads(moved.stdout)["safe_on"] == "2026-08-12"
    text = ask("deadline", "accident_report", "--from", "2026-06-01", "--hour", "09:30")
    assert "legal_at: 2026-06-03T09:30" in text.stdout
    letter = json.loads(ask("deadline", "receipt_denunciation", "--from", "2026-05-04", "--json").stdout)
    assert letter["post_by"] == "2026-06-30"


def test_an_hour_that_plays_no_part_is_said_and_moves_nothing() -> None:
    for rule, period in PERIODS.items():
        for language, said in (
            ("fr", "heure indiquée (09:30)"),
            ("ar", "لا تغير شيئا"),
            ("en", "The hour given (09:30)"),
        ):
            words = ("deadline", str(rule), "--from", "2026-05-18", "--json", "--language", language)
            told, plain = ask(*words, "--hour", "09:30"), ask(*words)
            assert (told.exit_code, told.stderr) == (0, "")
            with_hour, without = json.loads(told.stdout), json.loads(plain.stdout)
            idle = period.unit is not Unit.HOURS
            assert (said in with_hour["because"]) is idle
            assert said not in without["because"]
            if idle:
                assert {**with_hour, "because": ""} == {**without, "because": ""}
                assert with_hour["because"].startswith(without["because"])
            else:
                assert with_hour["legal_at"] == f"2026-05-{18 + period.length // 24}T09:30"
    assert "00:00" in ask("deadline", "appeal", "--from", "2026-05-18", "--hour", "00:00").stdout
    assert ask("deadline", "appeal", "--from", "2026-05-18", "--hour", "24:00").exit_code == 1


def test_the_periods_are_listed() -> None:
    assert len(ask("deadline").stdout.splitlines()) == len(Rule)
    assert set(json.loads(ask("deadline", "--json", "--language", "ar").stdout)) == set(Rule)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("deadline", "nothing", "--from", "2026-01-01"), "RULE"),
        (("deadline", "appeal"), "--from"),
        (("deadline", "appeal", "--from", "2026-1-1"), "--from"),
        (("deadline", "appeal", "--from", "0001-01-01"), "--from"),
        (("deadline", "union_information", "--from", "9999-12-31"), "--from"),
        (("deadline", "strike_notice", "--from", "2025-09-23"), "--from"),
        (("deadline", "accident_report", "--from", "2026-01-01", "--hour", "9h30"), "--hour"),
        (("deadline", "appeal", "--from", "2026-01-01", "--holiday", "soon"), "--holiday"),
        (("rates", "--on", "2015-06-30"), "--on"),
        (("rates", "--on", "today"), "--on"),
        (("procedure", "/nowhere/facts.json"), "FILE"),
        (("run", "/nowhere/list.csv"), "FILE"),
    ],
)
def test_a_wrong_word_is_named_in_one_sentence(words: tuple[str, ...], named: str) -> None:
    for language in ("fr", "ar", "en"):
        answer = ask(*words, "--language", language)
        assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
        assert isinstance(answer.exception, SystemExit)
        assert named in answer.stderr


def test_each_line_and_each_period_tells_the_version_of_its_texts() -> None:
    old = json.loads(run(json.dumps(FACTS | {"hired_on": "2012-01-01", "left_on": "2019-12-31"})).stdout)
    new = json.loads(run(json.dumps(FACTS)).stdout)
    named = [line["versions"][0]["since"] for answer in (old, new) for line in answer["lines"][:1]]
    assert named == ["2004-06-08", "2021-02-05"]
    asked = ask("deadline", "strike_notice", "--from", "2026-05-18", "--json")
    assert json.loads(asked.stdout)["versions"][0]["since"] == "2025-09-24"
    assert "versions" not in ask("deadline", "strike_notice", "--from", "2026-05-18").stdout


def test_the_rates_by_date() -> None:
    assert json.loads(ask("rates", "--on", "2025-12-31", "--json").stdout)["smig_hourly"] == "17.10"
    assert json.loads(ask("rates", "--on", "2026-01-01", "--json").stdout)["smig_monthly"] == "3422.72"
    assert len(json.loads(ask("rates", "--json").stdout)) == len(ask("rates").stdout.splitlines()) == 7


def test_the_rates_of_a_day_tell_the_texts_and_the_holidays_of_then() -> None:
    def asked(day: str) -> dict:
        return json.loads(ask("rates", "--on", day, "--json", "--language", "en").stdout)

    then, now = asked("2023-06-01"), asked("2026-06-01")
    assert (then["smig_hourly"], now["smig_hourly"]) == ("15.55", "17.92")
    assert len(then["holidays"]) == 8
    assert {"2026-01-14", "2026-10-31"} <= {one["on"] for one in now["holidays"]}
    assert not any("97-15" in one["text"] for one in then["versions"])
    assert any("97-15" in one["text"] for one in now["versions"])
    assert "2026-11-06" in ask("rates", "--on", "2026-06-01").stdout


def test_a_procedure_has_its_defects_with_article_and_consequence() -> None:
    facts = {"kind": "dismissal", "known_on": "2026-05-01", "heard_on": "2026-05-10", "ninety_days_stated": False}
    answer = ask("procedure", "-", "--json", text=json.dumps(facts))
    assert answer.exit_code == 0
    shown = json.loads(answer.stdout)
    assert [one["code"] for one in shown["defects"]] == ["heard_in_time", "ninety_days"]
    for one in shown["defects"]:
        assert all(one[key] for key in ("fault", "consequence", "article", "consequence_article", "case", "letter"))
    text = ask("procedure", "-", text=json.dumps(facts)).stdout
    assert "[en retard] 4." in text
    plan = {"kind": "plan", "headcount": 600, "motive": "economic", "authorised": False, "first_exit_on": "2026-07-01"}
    assert "authorised" in [
        one["code"] for one in json.loads(ask("procedure", "-", "--json", text=json.dumps(plan)).stdout)["defects"]
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{}", "kind"),
        ('{"kind": "x"}', "kind"),
        ('{"kind": "plan"}', "headcount"),
        ("[", "FILE"),
        ('{"kind": "dismissal", "heard": 1}', "heard"),
        ('{"kind": "dismissal", "heard": true, "heard": true}', "heard"),
    ],
)
def test_a_procedure_refuses_by_name(text: str, named: str) -> None:
    answer = ask("procedure", "-", text=text)
    assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
    assert named in answer.stderr


NEEDED = {"plan": {"headcount": 20}, "sanction": {"sanction": "warning", "on": "2026-06-01"}}


def test_every_field_that_is_listed_is_taken() -> None:
    listed = json.loads(ask("procedure", "--json").stdout)
    assert "    known_on: YYYY-MM-DD" in ask("procedure").stdout
    values = {"YYYY-MM-DD": "2026-05-01", "HH:MM": "10:00", "true|false": True, "number": 20}
    for kind, fields in listed.items():
        for name, how in fields.items():
            facts = {"kind": kind, name: [] if how.startswith("[") else values.get(how, how.split("|")[0])}
            facts |= NEEDED.get(kind, {})
            refusal = ask("procedure", "-", "--language", "en", text=json.dumps(facts)).stderr
            assert "not a known field" not in refusal
            assert not refusal or name in ("share_paid", "contracts", "worked_until"), refusal


def test_a_closed_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(BadFacts) as caught:
        read_bytes("-", 100)
    assert caught.value.field == "FILE"


def test_a_start_without_its_rule_is_refused() -> None:
    answer = ask("deadline", "--from", "2026-05-18")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "RULE" in answer.stderr


def test_an_expected_holiday_is_avoided_and_never_relied_on() -> None:
    def asked(*options: str) -> dict:
        return json.loads(ask("deadline", "action_after_dismissal", "--from", "2026-02-26", "--json", *options).stdout)

    plain, expected, announced = asked(), asked("--expected", "2026-05-28"), asked("--holiday", "2026-05-28")
    assert (plain["safe_on"], plain["reserve_on"]) == ("2026-05-27", "2026-05-28")
    assert expected["reserve_on"] == "2026-05-28"
    assert announced["reserve_on"] == "2026-05-29"
    avoided, sure = asked("--expected", "2026-05-27"), asked("--holiday", "2026-05-27", "--expected", "2026-05-27")
    assert (avoided["safe_on"], sure["safe_on"]) == ("2026-05-26", "2026-05-26")
    assert "pas encore annoncée" in avoided["because"]
    assert "religieuse annoncée)" in sure["because"]
    assert ask("deadline", "appeal", "--from", "2026-02-26", "--expected", "x").exit_code == 1


def test_the_exit_codes_are_told() -> None:
    assert "Exit codes: 0" in " ".join(ask("--help").stdout.split())


def test_a_real_process_in_a_locale_without_unicode() -> None:
    code = "from union.commands.law import law; law()"
    command = [sys.executable, "-c", code, "entitlement", "-", "--language", "ar"]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, input=json.dumps(FACTS).encode(), capture_output=True, env=plain)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["lines"]) == 3
    done = subprocess.run(command, input=b'{"pay": 1}', capture_output=True, env=plain)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().count("\n") == 1
