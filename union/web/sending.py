"""A form sent by script learns where its act led instead of being led there, and keeps what was typed until then."""

from __future__ import annotations

from flask import Flask, Response, request

SENT_BY, LEADS_TO = "X-Sent-By", "X-Leads-To"


def install(app: Flask) -> None:
    """A redirect becomes 204 with the address: a script cannot read where a redirect leads before it has gone there."""

    @app.after_request
    def told(response: Response) -> Response:
        where = response.headers.get("Location", "")
        if request.headers.get(SENT_BY) != "script" or request.method != "POST" or not where:
            return response
        response.status_code = 204
        response.data = b""
        del response.headers["Location"]
        response.headers[LEADS_TO] = where
        return response
