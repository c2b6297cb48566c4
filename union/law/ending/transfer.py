"""A transfer of the undertaking: whether the contracts in force go on with the new employer, as they are (art 19)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from union.law.checking.findings import Finding, checks, state_of_answer
from union.law.strictly.strict import Given

CHECKS = checks("""
contracts_kept ; ct 19 ; VERIFIED ; contract_goes_on
Does the new employer keep every contract in force on the day of the change?
Contracts in force are not kept by the new employer.

same_contract ; ct 19 ; VERIFIED ; contract_goes_on
Does the contract go on as it is, seniority included?
Seniority or the terms of the contract start again from nothing.

no_new_contract ; ct 19 ; VERIFIED ; contract_goes_on
Does it happen without a new contract or a new trial period?
A new contract or a new trial period is imposed.

no_exit_asked ; ct 19, ct 34, ct 41 ; VERIFIED ; forced
Does it happen without a resignation or an exit to sign?
A resignation or an exit is asked for in order to pass to the new employer.
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What is known of a transfer; None where nothing is."""

    changed_on: date | None = None
    contracts_kept: bool | None = None
    same_contract: bool | None = None
    new_contract_asked: bool | None = None
    exit_asked: bool | None = None


def transfer(facts: Transfer) -> list[Finding]:
    """The questions one by one; no text asks for an authorisation of the transfer itself."""
    answers = {
        "contracts_kept": facts.contracts_kept,
        "same_contract": facts.same_contract,
        "no_new_contract": None if facts.new_contract_asked is None else not facts.new_contract_asked,
        "no_exit_asked": None if facts.exit_asked is None else not facts.exit_asked,
    }
    return [Finding(CHECKS[key], state_of_answer(answer), done_on=facts.changed_on) for key, answer in answers.items()]


def read_transfer(given: Mapping[str, object]) -> Transfer:
    """A transfer from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Transfer.__dataclass_fields__)
    flags = {name: read.flag(name) for name in Transfer.__dataclass_fields__ if name != "changed_on"}
    return Transfer(changed_on=read.act("changed_on"), **flags)
