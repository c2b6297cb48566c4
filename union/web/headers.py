"""What every answer says to the browser: nothing from elsewhere, nothing inline, nothing kept of signed-in pages."""

from __future__ import annotations

from flask import Flask, Response, request

from union.access import asking

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}


def install(app: Flask, *, behind_tls: bool) -> None:
    """Put the headers on every answer, files and errors included."""

    @app.after_request
    def headers(response: Response) -> Response:
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)  # what leaves as a file is allowed less still
        if behind_tls:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        if request.endpoint != "static" or response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store" if _personal(response) else "no-cache"
        return response


def _personal(response: Response) -> bool:
    """All but a page that a stranger asks for; a calendar is fetched by its address, with nobody signed in."""
    page = request.method in {"GET", "HEAD"} and response.mimetype == "text/html"
    return asking().person is not None or not page
