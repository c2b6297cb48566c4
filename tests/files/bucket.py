"""A real server that speaks S3, with a bucket; and the address by which an installation keeps its files there."""

from __future__ import annotations

import logging
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from moto.server import ThreadedMotoServer

from tests.serving import free_port


@dataclass
class Bucket:
    """The bucket of one test."""

    server: ThreadedMotoServer
    port: int
    name: str

    @property
    def address(self) -> str:
        return f"s3://clef:secret@127.0.0.1:{self.port}/{self.name}/section?region=eu-west-3"

    def asked(self, method: str, path: str = "", data: bytes | None = None) -> bytes:
        """What the server says to anybody who asks it: how a stranger would see the files."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/{self.name}{path}",
            data=data,
            method=method,
            headers={"Authorization": "AWS4-HMAC-SHA256 Credential=clef/20261202/us-east-1/s3/aws4_request"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return bytes(answer.read())


@contextmanager
def served(name: str = "pieces") -> Iterator[Bucket]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    port = free_port()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    bucket = Bucket(server, port, name)
    try:
        bucket.asked("PUT", data=b"")
        yield bucket
    finally:
        server.stop()
