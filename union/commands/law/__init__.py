"""The `union law` commands: what the law owes, asked from the command line by people and by other programs."""

import click

from union.commands.law.lists import run
from union.commands.law.papers import checked
from union.commands.law.periods import deadline, rates
from union.commands.law.person import entitlement


@click.group()
def law() -> None:
    """What the Moroccan Labour Code owes.

    Exit codes: 0 answered; 1 refused with one sentence on standard error that names the field or the row, and nothing
    on standard output (`run` also prints what it could compute, when rows are left out); 2 wrong use of the command.
    """


for command in (entitlement, deadline, checked, run, rates):
    law.add_command(command)
