"""`union law entitlement`: one person's facts, as JSON."""

import click

from union.commands.law.saying import content, language_option, print_json, stop
from union.languages.saying import answer_in_language, in_language
from union.law.dossier import read_dossier
from union.law.facts import BadFacts
from union.law.strictly.strict_json import LARGEST, parse


@click.command()
@click.argument("file")
@language_option
def entitlement(file: str, language: str) -> None:
    """Print as JSON what the facts in FILE (JSON, - for standard input) entitle to.

    Beside the departure FILE may hold payslips (months), leave taken (leave), unpaid overtime (overtime), holidays
    worked (holidays, announced) and absences; docs/law.md lists every fact.
    """
    try:
        answer = read_dossier(parse(content(file, LARGEST))).as_json()
    except BadFacts as refused:
        stop(in_language(refused.sentence, language))
    print_json(answer_in_language(answer, language))
