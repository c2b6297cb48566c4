"""`union law procedure`: the defects of a dismissal, a plan or a paper."""

import click

from union.commands.law.saying import content, json_option, language_option, listed, print_json, say, stop
from union.languages.saying import answer_in_language, in_language
from union.law.facts import BadFacts
from union.law.procedure.checks import Kind, procedure
from union.law.procedure.fields import fields
from union.law.strictly.strict_json import LARGEST, parse


@click.command("procedure")
@click.argument("file", required=False)
@json_option
@language_option
def checked(file: str | None, as_json: bool, language: str) -> None:
    """Name what is missing or late in a dismissal, a plan or a paper told in FILE (JSON, - for standard input).

    Without FILE, list the facts that each kind takes.
    """
    if file is None:
        listed({str(kind): fields(kind) for kind in Kind}, as_json)
        return
    try:
        answer = procedure(parse(content(file, LARGEST)))
    except BadFacts as refused:
        stop(in_language(refused.sentence, language))
    if as_json:
        print_json(answer_in_language(answer.as_json(), language))
    else:
        say(*answer_in_language(answer.as_text(), language))
