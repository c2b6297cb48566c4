"""Which module of `union/` imports which, read from the source; and which floors they are meant to keep."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

TREES: dict[Path, ast.Module] = {}


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file, read once."""
    if path not in TREES:
        TREES[path] = ast.parse(path.read_text())
    return TREES[path]


def modules(root: Path, package: str = "union") -> dict[str, Path]:
    """The path of each module below a package, by its dotted name."""
    found = {}
    for path in sorted((root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(tree: ast.AST, module: str, is_package: bool, known: dict[str, Path]) -> dict[str, str]:
    """The module or module.name that each name brought in by a module's import statements stands for."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                names[one.asname or one.name] = one.name
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".")
            above = parts[: len(parts) - node.level + is_package] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            for one in node.names:
                names[one.asname or one.name] = f"{source}.{one.name}"
    return {name: target for name, target in names.items() if owner(target, known)}


def owner(target: str, known: dict[str, Path]) -> str | None:
    """The module to which an imported thing belongs, or None where it is none of ours."""
    if target in known:
        return target
    above = target.rpartition(".")[0]
    return above if above in known else None


def graph(root: Path, package: str = "union") -> dict[str, set[str]]:
    """The modules that each module imports."""
    known = modules(root, package)
    edges: dict[str, set[str]] = {}
    for module, path in known.items():
        names = imported(parsed(path), module, path.name == "__init__.py", known)
        edges[module] = {found for target in names.values() if (found := owner(target, known))} - {module}
    return edges


def between(edges: dict[str, set[str]], package: str) -> dict[str, set[str]]:
    """The same among the children of a package: each child with the children that it imports."""
    depth = package.count(".") + 1

    def child(module: str) -> str | None:
        parts = module.split(".")
        return parts[depth] if module.startswith(package + ".") else None

    children: dict[str, set[str]] = {}
    for module, targets in edges.items():
        if here := child(module):
            children.setdefault(here, set()).update(there for one in targets if (there := child(one)))
    return {here: targets - {here} for here, targets in children.items()}


def contracts(root: Path) -> dict[str, list[list[str]]]:
    """The children of each package by floors, the highest first, as import-linter's layers contracts have them."""
    linter = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]
    found = {}
    for contract in linter["contracts"]:
        if contract["type"] == "layers":
            floors = [[child.strip(" ()") for child in re.split(r"[|:]", layer)] for layer in contract["layers"]]
            for container in contract.get("containers") or [floors[0][0].rpartition(".")[0]]:
                found[container] = [[child.removeprefix(f"{container}.") for child in floor] for floor in floors]
    return found
