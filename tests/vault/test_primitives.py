"""Where cryptography happens: in the vault, and where passwords are kept; nowhere else."""

from __future__ import annotations

import ast

import pytest

import config

PRIMITIVES = ("cryptography.hazmat", "argon2")
MAY = {"union/vault/ring.py", "union/vault/root.py", "union/accounts/passwords.py"}
FILES = sorted((config.HERE / "union").rglob("*.py"))


def _imported(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(config.HERE)))
def test_only_the_vault_imports_primitives(path: object) -> None:
    name = str(path.relative_to(config.HERE))  # type: ignore[attr-defined]  # a path, as listed above
    imported = _imported(path.read_text())  # type: ignore[attr-defined]  # as above
    used = {one for one in imported if one.startswith(PRIMITIVES)}
    assert not used or name in MAY, f"{name} imports {', '.join(sorted(used))}: ask union.vault for it instead."
    weak = imported & {"random", "pickle", "marshal", "shelve"}
    assert not weak or "demo" in name, (
        f"{name} imports {', '.join(sorted(weak))}: it is guessed, or runs what it reads."
    )
