"""The house rules, each with a sentence that says what to do."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from jinja2 import Environment
from sqlalchemy import LargeBinary, String, Text, Uuid

import config
from union import features
from union.access import Role
from union.app import Union
from union.languages.catalogues import parts
from union.store.db import Model
from union.store.reach import Reachable
from union.vault.envelope import Envelope

assert features.BLUEPRINTS
HERE = config.HERE
CODE = [HERE / "config.py", *sorted((HERE / "union").rglob("*.py"))]
EVERYTHING = [
    *CODE,
    *sorted((HERE / "tests").rglob("*.py")),
    *sorted((HERE / "migrations").rglob("*.py")),
    *sorted((HERE / "bench").glob("*.py")),
]
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))

NOT_REACHABLE = {
    "key_ring": "read by the process itself before anybody asks, and useless without the root key",
    "pulse": "one counter that health writes to see whether anything can be written",
    "record_head": "the end of the record's chain, written and read by union.record.chain alone",
}

COMMITS = {"union/store/db.py"}
RAW = {"union/store/reach.py", "union/store/db.py", "union/record/chain.py", "union/jobs/worker.py"}
BARE = {  # where SQL is written by hand, or a connection is opened that knows no reach
    "union/store/db.py": "pragmas, begin, and the lock of a form's token",
    "union/attachments/scanner.py": "speaks with a scanner for viruses, and with no database",
    "union/store/patience.py": "opens the connections of that engine, whose sessions have the reach",
    "union/store/bulk.py": "rows by the thousand, for reach alone, which asks about them",
    "union/record/chain.py": "the chain is written below the reach",
    "union/store/health.py": "whether the database answers, and is whole, is asked for nobody",
    "union/accounts/authentication.py": "who is asking is found before there is a reach",
    "union/feed/fetching.py": "whose calendar an address is, is found before there is a reach",
    "union/members/models.py": (
        "an offset of nought as it stands, within what says the reach: a bound one is not seen by the planner"
    ),
    "union/members/roster.py": "its memory is kept apart by engine; nothing is asked of the engine itself",
    "union/backups/in_sqlite.py": "whole files are copied and exchanged",
    "union/backups/in_postgresql.py": "whole tables are moved and exchanged",
    "union/backups/restoring.py": "what was restored is looked through before anybody may ask",
    "union/store/in_use.py": "a lock of the database, which knows no rows",
    "union/installation.py": "the version of the schema, before anything else",
}
BANNED = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "managers",
    "service",
    "services",
    "base",
    "common",
    "core",
    "misc",
}


def name(path: Path) -> str:
    return str(path.relative_to(HERE))


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    return tuple((name(path), ast.parse(path.read_text())) for path in CODE)


@pytest.fixture(scope="module", autouse=True)
def _trees_go_with_the_last_of_these_tests() -> Iterator[None]:
    yield
    trees.cache_clear()


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield f".{called.attr}", node
            elif isinstance(called, ast.Name):
                yield called.id, node


# Tables and columns


def test_every_table_is_reachable_or_says_why_not() -> None:
    for mapper in Model.registry.mappers:
        table = mapper.local_table.name
        if not issubclass(mapper.class_, Reachable):
            assert table in NOT_REACHABLE, f"{mapper.class_.__name__} is not Reachable: say in NOT_REACHABLE why."
        else:
            owner = next(one for one in mapper.class_.__mro__ if "within" in one.__dict__)
            assert owner is not Reachable, f"{mapper.class_.__name__} does not say what a reach shows of it."


def test_every_column_says_what_it_holds() -> None:
    for table in Model.metadata.tables.values():
        for column in table.columns:
            here = f"{table.name}.{column.name}"
            holds = column.info.get("holds")
            if isinstance(column.type, Uuid):
                assert holds is None, f"{here} is an id: it needs no label."
                continue
            assert holds in {"envelope", "token", "plain"}, (
                f"{here}: declare it sealed(), token_column() or plain(why, …)."
            )
            if holds == "plain":
                assert len(column.info["why"]) > 5, f"{here}: say why it may be in clear."
            if holds == "envelope":
                assert column.name.endswith("_sealed"), f"{here}: an envelope's column ends in _sealed."
            if isinstance(column.type, Text) or (isinstance(column.type, String) and holds == "plain"):
                assert "list" in column.info["why"] or column.type.length, f"{here}: a text in clear has a length."
            if isinstance(column.type, LargeBinary) and holds == "token":
                assert column.type.length == 16, f"{here}: a token has 16 bytes."


def test_every_envelope_has_its_column_and_every_column_its_envelope() -> None:
    opened: set[tuple[str, str]] = set()
    for mapper in Model.registry.mappers:
        for kind in mapper.class_.__mro__:
            for one in kind.__dict__.values():
                if isinstance(one, Envelope):
                    opened.add((mapper.local_table.name, one.column))
                    assert one.column in mapper.local_table.columns, f"{kind.__name__}.{one.name} has no column."
    sealed = {
        (table.name, column.name)
        for table in Model.metadata.tables.values()
        for column in table.columns
        if column.info.get("holds") == "envelope"
    }
    assert sealed == opened, f"no class opens {sealed - opened}"


def test_tokens_are_made_of_phones_mails_and_numbers_only() -> None:
    """A keyed token of a name would let whoever takes the key ask for every name of the employer's list."""
    allowed = {"account|login", "record.subject", "submission", "limit", "phone", "email", "cin"}
    allowed |= {"attachment"}  # the digest of a file: whoever has the very file has it anyway
    allowed |= {"never_again"}  # the telephone of somebody who asked that nobody writes it down again
    for where, tree in trees():
        for called, node in calls(tree):
            if called in {".token", ".many_tokens"} and node.args and isinstance(node.func, ast.Attribute):
                if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "ring"):
                    continue
                kind = node.args[0]
                if isinstance(kind, ast.Constant):
                    assert kind.value in allowed, f"{where} makes tokens of {kind.value!r}: only exact identifiers may."
                elif isinstance(kind, ast.JoinedStr):
                    start = kind.values[0]
                    assert isinstance(start, ast.Constant), f"{where}: the kind of a token begins with a word of ours."
                    assert str(start.value).startswith("number|"), f"{where}: only an employee number has a workplace."


# Writing, and what knows no reach


def test_only_the_database_module_commits() -> None:
    for where, tree in trees():
        for called, _ in calls(tree):
            assert called != ".commit" or where in COMMITS or ".store.commit" in where, (
                f"{where} commits: one request is one transaction, in union/store/db.py."
            )


def test_the_connection_below_a_session_is_for_four_modules() -> None:
    for where, tree in trees():
        for node in ast.walk(tree):
            imported = isinstance(node, ast.ImportFrom) and node.module == "union.store.reach"
            names = node.names if imported else []  # type: ignore[attr-defined]  # ImportFrom, as asked above
            if any(one.name == "raw" for one in names):
                assert where in RAW, f"{where} takes the connection below the reach: select a mapped class instead."


WAYS_ROUND = {
    "text",
    "literal_column",
    ".op",
    ".from_statement",
    ".with_statement_hint",
    ".with_hint",
    ".prefix_with",
    ".suffix_with",
    "make_transient_to_detached",
    "make_transient",
    ".get_bind",
    ".exec_driver_sql",
    ".connect",
    "Session",
    ".get_transaction",
    ".enable_relationship_loading",
    ".bulk_save_objects",
}


def test_the_ways_round_the_reach_are_few_and_said() -> None:
    for where, tree in trees():
        for called, node in calls(tree):
            if called in WAYS_ROUND and where not in BARE and where not in RAW and where != "union/app.py":
                raise AssertionError(
                    f"{where}:{node.lineno} calls {called}: it knows no reach. Say in BARE why it may."
                )


def test_maintaining_knows_no_reach_and_stays_out_of_the_features() -> None:
    may = re.compile(
        r"union/(store/(db|health)|jobs/(worker|housekeeping)|app|installation|cli"
        r"|accounts/authentication|backups/restoring|imports/\w+/jobs|notices/outbox|bundles/destroyed|commands/.*|demo/.*)\.py"
    )
    for where, tree in trees():
        for called, node in calls(tree):
            if called == ".maintaining" and not may.fullmatch(where):
                raise AssertionError(
                    f"{where}:{node.lineno} opens a session without a reach: use union.store.db.session()."
                )


def test_nothing_is_compared_with_who_asks_but_by_the_reach() -> None:
    for where, tree in trees():
        for node in ast.walk(tree):
            sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
            if where == "union/store/reach.py" or not any(isinstance(side, ast.Attribute | ast.Call) for side in sides):
                continue
            for side in map(ast.unparse, sides):
                identity = "is" in ast.unparse(node).split()
                assert identity or not re.search(r"\b(reach|asking\(\))\.person$", side), (
                    f"{where}:{node.lineno} compares with who asks, who may be nobody: take reach.own(column)."
                )


def test_who_writes_is_asked_for_their_rights_in_the_transaction() -> None:
    """A reach that was found before the turn to write had come may have ended since."""
    for where, tree in trees():
        for called, node in calls(tree):
            given = ast.unparse(node.args[0]) if called == ".writing" and node.args else ""
            assert not re.search(r"asking\(\)|\.reach\b|reach_of", given), (
                f"{where}:{node.lineno} writes under {given}: give `rights`, or `hand.rights(job)`."
            )


def test_no_statement_is_put_together_from_texts() -> None:
    for where, tree in trees():
        for called, node in calls(tree):
            if called in {"text", ".execute", ".exec_driver_sql", ".executescript"} and node.args:
                sql = node.args[0]
                put_together = isinstance(sql, ast.JoinedStr) or (
                    isinstance(sql, ast.BinOp) and isinstance(sql.op, ast.Mod | ast.Add)
                )
                allowed = where == "union/store/db.py" and "BEGIN" in ast.unparse(sql)
                assert not put_together or allowed, f"{where}:{node.lineno} builds SQL from texts: bind the values."


# Views and templates


def test_every_view_has_its_label_in_its_own_file() -> None:
    for where, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef):
                continue
            marks = [ast.unparse(one) for one in node.decorator_list]
            routed = [one for one in marks if re.match(r"\w+\.(get|post|route)\(", one)]
            labelled = [one for one in marks if one.startswith("may(")]
            if routed:
                assert len(labelled) == 1, f"{where}: {node.name} needs exactly one @may below its route."
                assert not any(one.split("(")[0].endswith(".route") for one in routed), (
                    f"{where}: {node.name}: say @bp.get or @bp.post."
                )


ASK_FOR_A_ROLE = {
    "union/access.py": "the table",
    "union/accounts/": "who signs in as what, and what each role reaches",
    "union/demo/": "the people whom it invents",
    "union/home/views.py": "the first page of each role",
    "union/proposed_sites/actions.py": "the role that it gives at an accepted site",
}


def test_no_role_is_asked_for_elsewhere() -> None:
    """Who may what is the table of verbs: a feature asks for a verb, or for the roles that have one."""
    roles = {f"Role.{role.name}" for role in Role}
    found = [
        where
        for where, tree in trees()
        if where.startswith("union/")
        and not where.startswith(tuple(ASK_FOR_A_ROLE))
        and any(isinstance(node, ast.Attribute) and ast.unparse(node) in roles for node in ast.walk(tree))
    ]
    assert not found, f"these name a role: {found}"


def test_templates_are_named_after_their_views(app: Union) -> None:
    known = {rule.endpoint.replace(".", "/") for rule in app.url_map.iter_rules()}
    for path in TEMPLATES:
        where = str(path.relative_to(HERE / "templates").with_suffix(""))
        folder, _, leaf = where.partition("/")
        if folder in {"base", "macros", "errors"} or leaf.startswith("_"):
            continue
        shown = [one for one in [*CODE, *TEMPLATES] if f'"{where}.html"' in one.read_text()]
        assert where in known or shown, f"templates/{where}.html belongs to no view: name it after its endpoint."


def test_every_template_is_used() -> None:
    said = "\n".join(path.read_text() for path in [*CODE, *TEMPLATES])
    for path in TEMPLATES:
        where = str(path.relative_to(HERE / "templates"))
        numbered = re.sub(r"\d+\.html$", "", where)
        of_a_role = re.sub(r"(?<=/_)\w+\.html$", "", where)  # chosen by a role, beside one of its name
        used = where in said or (numbered != where and f'"{numbered}' in said) or f'"{of_a_role}"' in said
        assert used, f"templates/{where} is used by nothing: remove it."


def test_templates_hold_nothing_inline_and_nothing_from_elsewhere() -> None:
    for path in TEMPLATES:
        text = path.read_text()
        found = re.findall(
            r"<style|\sstyle=|<script(?![^>]*src)|\son[a-z]+=\"|javascript:|(?<!['\"])\s\|\s*safe\b", text
        )
        assert not found, f"{name(path)}: {found[0].strip()!r} is blocked by our policy, or escapes nothing."
        assert not re.findall(r"(?:src|href|action)=\"(?:https?:)?//", text), f"{name(path)} asks another machine."


def test_titles_name_nobody_and_no_place() -> None:
    """A browser keeps titles in its history, beyond the end of the session: our own words there, codes and numbers."""
    own = re.compile(
        r'_\("[^"%]*"\)|(case|dispute)\.code|row\.position|position|titles\[step\]|((shelf|aside)\.)?title'
    )
    for path in TEMPLATES:
        for block in re.findall(r"{% block title %}(.*?){% endblock %}", path.read_text(), re.DOTALL):
            for said in re.findall(r"{{ (.*?) }}", block):
                ways = re.split(r" if .+? else ", said)
                assert all(own.fullmatch(one) for one in ways), f"{path.name}: {{{{ {said} }}}} stands in a title."


def test_nothing_is_fetched_from_elsewhere() -> None:
    """No address of another machine in what is served, nor in the files that lock what is installed."""
    served = [
        one
        for one in (HERE / "static").rglob("*")
        if one.suffix in {".css", ".js", ".svg"} and "vendor" not in one.parts
    ]
    for path in [*served, *HERE.glob("requirements*.txt"), HERE / "package-lock.json", HERE / "package.json"]:
        text = path.read_text()
        text = re.sub(r"http://www\.w3\.org/(2000/svg|1999/xlink|1999/xhtml|1998/Math/MathML)", "", text)
        text = re.sub(r'"url": "https?://[^"]*"', "", text)  # where a package asks for donations
        found = re.search(r"(?:https?:)?//[\w-]+\.[\w.-]+", text)
        assert found is None, f"{name(path)} names {found.group() if found else ''}."


# Words


TONES = {"late", "today", "soon", "waiting", "done"}  # classes of the style sheet that a macro answers with
METHODS = [
    ("union/**.py", "union.languages.extraction:sentences"),
    ("union/law/paths/**.toml", "union.languages.extraction:declared"),
    ("templates/**.html", "jinja2"),
]
KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "counted": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
}


@pytest.fixture(scope="module")
def said() -> Catalog:
    """Every sentence that the code and the templates say."""
    whole = Catalog()
    found = extract_from_dir(HERE, METHODS, keywords=KEYWORDS)  # type: ignore[arg-type]  # as Babel takes them
    for file, line, message, _, context in found:
        whole.add(message, locations=[(file, line)], context=context)
    assert len(whole) > 100
    return whole


def _translated(language: str) -> dict[object, Message]:
    found: dict[object, Message] = {}
    for _, catalogue in parts(language):
        for one in catalogue:
            if one.id:
                found[(one.id if isinstance(one.id, str) else one.id[0], one.context)] = one
    return found


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_sentence_is_translated(said: Catalog, language: str) -> None:
    known, wrong = _translated(language), []
    forms = {"fr": 2, "ar": 6}[language]
    for message in said:
        if not message.id:
            continue
        single = message.id if isinstance(message.id, str) else message.id[0]
        place = message.locations[0] if message.locations else ("?", 0)
        one = known.get((single, message.context))
        strings = one.string if one is not None else ""
        every = [strings] if isinstance(strings, str) else list(strings)
        if one is None or not all(every):
            wrong.append(f"{place[0]}:{place[1]} {single!r} is not said")
        elif one.fuzzy:
            wrong.append(f"{single!r} is fuzzy: look at it")
        elif not isinstance(message.id, str) and len(every) != forms:
            wrong.append(f"{single!r} needs {forms} plural forms")
    assert not wrong, f"{len(wrong)} in {language}:\n" + "\n".join(wrong[:40])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_translations_keep_their_places(language: str) -> None:
    """What is filled in stays filled in; a plural may leave the number out where the word says it."""
    places = re.compile(r"%\((\w+)\)[sd]|{(\w+)}")
    for (single, _), one in _translated(language).items():  # type: ignore[misc]  # a pair, as made above
        wanted = _names(places, single if isinstance(one.id, str) else " ".join(one.id))
        for string in [one.string] if isinstance(one.string, str) else one.string:
            found = _names(places, string)
            missing = (
                wanted - found - (set() if isinstance(one.id, str) else {"num", "n", "number", "count", "many", "days"})
            )
            assert found <= wanted, f"{language} {single!r} fills in {found - wanted}, which is not given."
            assert not missing, f"{language} {single!r} leaves {missing} out."
            assert "!" not in string.replace("#REF!", ""), f"{language} {single!r} shouts."


def _names(places: re.Pattern[str], text: str) -> set[str]:
    return {"".join(one) for one in places.findall(text)}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_translation_is_left_over(said: Catalog, language: str) -> None:
    wanted = {(one.id if isinstance(one.id, str) else one.id[0], one.context) for one in said if one.id}
    pairs: Any = _translated(language)
    spare = [single for single, context in pairs if (single, context) not in wanted]
    assert not spare, f"nothing says {spare[:20]} any more ({len(spare)}): strike them out."


def test_templates_say_nothing_by_themselves() -> None:
    """A word in a template that is not inside _() is in one language for everybody."""
    gone = re.compile(r"<!--.*?-->|<[^>]*>|&\w+;", re.S)
    labels = re.compile(r"(?:aria-label|alt|title|placeholder)=\"([^\"{]*[A-Za-zÀ-ÿ]{3}[^\"{]*)\"")
    for path in TEMPLATES:
        text = path.read_text()
        plain = "".join(value if kind == "data" else " " for _, kind, value in Environment().lex(text))
        words = re.findall(r"[A-Za-zÀ-ÿ؀-ۿ]{3,}", gone.sub(" ", plain))
        words = [one for one in words if one not in TONES]
        assert not words, f"{name(path)} says {words[:4]} by itself: put it in _()."
        assert not labels.findall(text), f"{name(path)} labels {labels.findall(text)[:2]} by itself: put it in _()."


def test_no_message_shouts() -> None:
    for path in [*CODE, *TEMPLATES]:
        for found in re.findall(r"_l?\(\s*\"([^\"]*!)\"", path.read_text()):
            raise AssertionError(f"{name(path)}: {found!r}: say what to do, without an exclamation mark.")


# The shape of the code


def test_no_function_is_longer_than_a_screen() -> None:
    for where, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                documented = (
                    isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(node.body) > 1
                )
                start = node.body[1].lineno if documented else first.lineno
                lines = (node.end_lineno or 0) - start + 1
                assert lines <= 60, f"{where}: {node.name} has {lines} lines: take it apart."


def test_modules_say_what_they_are_for() -> None:
    for where, tree in trees():
        words = ast.get_docstring(tree)
        assert words, f"{where} does not say what it is for: begin it with one sentence."
        assert words[0].isupper() or words[0] == "`", f"{where}: begin the docstring like a sentence."


def test_no_module_is_called_after_nothing() -> None:
    for path in CODE:
        for part in (*path.relative_to(HERE).parts[:-1], path.stem):
            assert part not in BANNED, f"{name(path)}: {part} says nothing: name it after what it does."


def test_every_ignore_has_its_reason() -> None:
    mark = re.compile(r"#\s*(type:\s*ignore(\[[\w, -]+\])?|noqa(:\s*[\w, ]+)?|pragma: no cover)(.*)")
    for path in EVERYTHING:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text()).readline):
            if token.type != tokenize.COMMENT:
                continue
            found = mark.match(token.string)
            if found is None:
                continue
            where = f"{name(path)}:{token.start[0]}"
            assert found.group(2) or found.group(3), f"{where}: name the rule that is set aside."
            assert len(found.group(4).replace("#", "").strip()) > 4, f"{where}: say on the same line why."


def test_nothing_is_left_for_later() -> None:
    for path in [*EVERYTHING, *TEMPLATES]:
        if path == Path(__file__):
            continue
        found = re.search(r"\b(TODO|FIXME|XXX|HACK)\b|pytest\.mark\.(skip|xfail)|NotImplemented\b", path.read_text())
        assert found is None, f"{name(path)}: {found.group() if found else ''}: do it, or write an issue."


def test_imports_stand_at_the_top() -> None:
    for where, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                inside = [one for one in ast.walk(node) if isinstance(one, ast.Import | ast.ImportFrom)]
                assert not inside, f"{where}: {node.name} imports inside: the floors do not fit, mend them."


def test_every_dependency_has_its_reason() -> None:
    lines = (HERE / "pyproject.toml").read_text().splitlines()
    for line in lines:
        if re.match(r'\s+"[a-zA-Z][\w.\[\]-]*([<>=!~].*)?",', line):
            if "/" in line or line.strip().startswith(('"E', '"RUF')):
                continue
            known = re.match(
                r'\s+"(cli|commands|app|installation|features|home|grievances|cases|imports|members|accounts)', line
            )
            section_of_floors = known or "|" in line
            if not section_of_floors and re.search(r"[<>=]", line):
                assert "#" in line, f"pyproject.toml: {line.strip()} has no reason beside it."
    wanted = tomllib.loads("\n".join(lines))["project"]["dependencies"]
    locked = (HERE / "requirements.txt").read_text().lower()
    for one in wanted:
        package = re.split(r"[<>=\[]", one)[0].lower()
        assert re.search(rf"^{re.escape(package)}(\[|==)", locked, re.M), f"{package} is not locked."
    assert locked.count("--hash=sha256:") > len(wanted), "what is installed is locked by its hashes"


def test_the_law_knows_nothing_of_the_application() -> None:
    asked = (
        "import sys, union.law, pkgutil, importlib\n"
        "[importlib.import_module(m.name) for m in pkgutil.walk_packages(union.law.__path__, 'union.law.')]\n"
        "print([m for m in sys.modules if m.split('.')[0] in {'flask', 'sqlalchemy', 'wtforms', 'babel', "
        "'cryptography'}])"
    )
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=HERE, check=True)
    assert answer.stdout.strip() == "[]", f"union.law loads {answer.stdout}: it is plain Python."


def test_settings_are_read_by_those_who_may() -> None:
    """What the environment says is read once, in config.py."""
    for where, tree in trees():
        for node in ast.walk(tree):
            asks = isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
            may = where == "config.py" or where.startswith("union/commands/")
            assert not asks or may, f"{where}:{getattr(node, 'lineno', 0)} reads the environment: ask config."


def test_nothing_prints_or_traces_what_people_typed() -> None:
    for where, tree in trees():
        for called, node in calls(tree):
            assert called not in {"print", ".print_exc", ".format_exc", "breakpoint"} or where.endswith(
                "__main__.py"
            ), f"{where}:{node.lineno} calls {called}: log an event without personal data."
            if called in {".info", ".warning", ".error", ".exception", ".debug"} and ast.unparse(node.func).startswith(
                "log."
            ):
                assert called != ".exception", (
                    f"{where}:{node.lineno}: a traceback's values may hold what a person typed."
                )
                assert all(isinstance(one, ast.Constant) for one in node.args), (
                    f"{where}:{node.lineno}: log a fixed word."
                )


def test_what_is_flashed_holds_counts_alone() -> None:
    """It waits in the cookie, which anybody with the device can read."""
    for where, tree in trees():
        for called, node in calls(tree):
            given = {one.arg for one in ast.walk(node) if isinstance(one, ast.keyword)} if called == "flash" else set()
            assert given <= {"num", "number"}, f"{where}:{node.lineno}: {given} goes into the cookie."


def test_nothing_runs_what_it_is_given() -> None:
    for where, tree in trees():
        for called, node in calls(tree):
            assert called not in {
                "eval",
                "exec",
                ".system",
                ".popen",
                "render_template_string",
                ".render_template_string",
            }, f"{where}:{node.lineno} calls {called}."
            shell = any(word.arg == "shell" for word in node.keywords)
            assert not shell, f"{where}:{node.lineno} asks for a shell."
