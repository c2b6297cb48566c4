"""Debian's packages, installed where root or sudo may and nobody has to be asked. Standard library only."""

import os
import shutil
import subprocess


def install(packages: list[str]) -> None:
    """Install what can be installed; whoever asked looks afterwards for what is still missing."""
    root = _as_root()
    if root is None or shutil.which("apt-get") is None:
        return
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL, check=False)
    subprocess.run(
        [*apt, "install", "-y", "--no-install-recommends", *packages], stdout=subprocess.DEVNULL, check=False
    )


def _as_root() -> list[str] | None:
    """How a command is run as root, or None where that may not be."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    may = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if may.returncode == 0 else None
