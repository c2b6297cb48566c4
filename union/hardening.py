"""What a process of ours forbids itself and its children: files that others can open, core dumps, being read by a
debugger."""

from __future__ import annotations

import ctypes
import os
import resource
import sys

PR_SET_DUMPABLE = 4


def harden() -> None:
    """To be called before a key is opened. What is forbidden here comes back by no setting; a child calls it anew."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold keys and people in clear
    if sys.platform == "linux":  # and neither may another program of this user read them out of the memory
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "The memory of this process cannot be closed to others")
