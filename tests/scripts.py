"""The scripts of bin/, which have no ending, as modules."""

from __future__ import annotations

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType

import pytest

import config


def script(name: str) -> ModuleType:
    """A script of bin/ with what stands beside it; nothing of it is run."""
    loader = SourceFileLoader(name, str(config.HERE / "bin" / name))
    spec = spec_from_loader(name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(config.HERE / "bin")
        loader.exec_module(module)
    return module
