"""The limited child: reads one request and one file from standard input, answers with msgpack on standard output."""

import json
import resource
import sys

from union.hardening import harden
from union.tables.read import read
from union.tables.sandbox import answer_of, refusal
from union.tables.table import Untrusted


def main() -> None:
    """Set the limits before the first byte of the file is read, then read it."""
    harden()
    request = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    seconds = int(request["seconds"]) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    try:
        answer = answer_of(read(sys.stdin.buffer.read(), request["name"], **request["choices"]))
    except Untrusted as untrusted:
        answer = refusal(untrusted.code, untrusted.values)
    except MemoryError:
        answer = refusal("too_heavy", {})
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
