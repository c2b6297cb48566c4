"""The limited child: reads one request and one file from standard input, answers with msgpack on standard output."""

import sys

from union import confined
from union.tables.read import read
from union.tables.sandbox import answer_of, refusal
from union.tables.table import Untrusted


def main() -> None:
    """Set the limits before the first byte of the file is read, then read it."""
    request = confined.begin()
    try:
        answer = answer_of(read(sys.stdin.buffer.read(), request["name"], **request["choices"]))
    except Untrusted as untrusted:
        answer = refusal(untrusted.code, untrusted.values)
    except MemoryError:
        answer = refusal("too_heavy", {})
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
