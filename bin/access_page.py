"""The text of `docs/access.md`: what each role may do, which rows of each table its reach shows, each page's verb.

The verbs and their lines are those of `union/access.py`, the rules of the tables the docstrings of their `within` and
`writable`, asked for each role as well, and the pages those that features register.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import Select
from sqlalchemy.sql.elements import BinaryExpression, BooleanClauseList, False_, True_
from sqlalchemy.sql.operators import and_, in_op

from union import features
from union.access import ALLOWED, May, Role
from union.accounts.authentication import reach_of_role
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.web import addresses

HERE = Path(__file__).resolve().parent.parent
LINE = re.compile(r'^    ([A-Z_]+) = "[\w.]+"  # (.+)$', re.MULTILINE)
SOMEBODY, SITE = UUID(int=1), UUID(int=2)
OPENING = """# Who may do what, and whose rows they see

Made by `bin/draw_architecture` from the source; a test fails while it says anything else. Two things decide. **The
verb**: each page has one, and a role may use it or not (`union/access.py`). **The reach**: whatever a page asks for,
the session shows of each table the rows that its rule lets this person see (`within`), and takes from them the rows
that they may write (`writable`). A page that a role may not open, and a row out of reach, are answered like what is
not there.
"""


def meanings() -> dict[str, str]:
    """What each role and each verb means: the remark on its line."""
    return dict(LINE.findall((HERE / "union" / "access.py").read_text()))


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def verbs() -> str:
    said = meanings()
    return table(
        ["verb", "what it is", *(role.value for role in Role)],
        [
            [f"`{verb.value}`", said[verb.name], *("yes" if verb in ALLOWED[role] else "" for role in Role)]
            for verb in May
        ],
    )


def roles() -> str:
    said = meanings()
    return table(["role", "who wears it"], [[role.value, said[role.name]] for role in Role])


def reach(role: Role) -> Reach:
    """What somebody reaches who wears a role at one workplace."""
    return reach_of_role(SOMEBODY, role, [SimpleNamespace(workplace_id=SITE, everywhere=False)], frozenset())


def shown(kind: type[Reachable], role: Role) -> str:
    rule = kind.within(reach(role))
    if isinstance(rule, True_):
        return "all"
    return "none" if never(rule) else "some"


def never(rule: Any) -> bool:
    """Whether a rule lets no row through, as its form says: not by itself, nor by a select that finds nothing."""
    rule = getattr(rule, "element", rule)
    if isinstance(rule, False_):
        return True
    if isinstance(rule, BooleanClauseList):
        return (any if rule.operator is and_ else all)(never(one) for one in rule.clauses)
    if isinstance(rule, BinaryExpression):
        return rule.operator is in_op and never(rule.right)
    return isinstance(rule, Select) and rule.whereclause is not None and never(rule.whereclause)


def words(method: Any) -> str:
    """A docstring on one line, as far as its first empty line."""
    return " ".join((method.__doc__ or "").split("\n\n")[0].split())


def written(kind: type[Reachable]) -> str:
    own = any("writable" in one.__dict__ for one in kind.__mro__ if one is not Reachable)
    return words(kind.writable) if own else "the same"


def tables() -> str:
    kinds = sorted(Reachable.kinds, key=lambda kind: kind.__name__)
    return table(
        ["table", "what a row is", "which rows are seen", "which are written", *(role.value for role in Role)],
        [
            [
                f"`{kind.__name__}`",
                words(kind),
                words(kind.within),
                written(kind),
                *(shown(kind, role) for role in Role),
            ]
            for kind in kinds
            if issubclass(kind, Model) and kind.__module__.startswith("union.")
        ],
    )


def pages() -> str:
    app = Flask("access", static_folder=None)
    app.url_map.converters["id"] = addresses.IdConverter
    for blueprint in features.BLUEPRINTS:
        app.register_blueprint(blueprint)
    rows = []
    for rule in app.url_map.iter_rules():
        verb: May = app.view_functions[rule.endpoint].__may__  # type: ignore[attr-defined]  # a label on a function
        methods = " ".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        rows.append([f"`{rule.rule}`", methods, f"`{rule.endpoint}`", f"`{verb.value}`"])
    return table(["address", "method", "page", "verb"], sorted(rows))


def page() -> str:
    features.connect()
    return "\n".join(
        [
            OPENING,
            "## The roles\n",
            roles(),
            "\nOne role is worn at a time; a page never asks which, it asks for a verb.\n",
            "## The verbs\n",
            verbs(),
            "\n## The rows\n",
            "For each role worn at one workplace: whether the rule shows all rows, some, or none.\n",
            tables(),
            "\n## The pages\n",
            pages(),
            "",
        ]
    )
