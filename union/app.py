"""The application: the only module that knows every feature."""

from __future__ import annotations

import functools
from io import BytesIO
from typing import Any

from flask import Flask, Request, abort, request
from flask_compress import Compress
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from sqlalchemy import make_url
from sqlalchemy.orm import Session
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.formparser import FormDataParser
from werkzeug.wrappers import Response

import config
from union import features
from union.access import CHANGING_RIGHTS, May, asking, guard, may, verb_of_request
from union.accounts import authentication, devices, identity
from union.feed.actions import kept
from union.holidays import calendar as holidays
from union.jobs import queue, worker
from union.record import chain
from union.store import files
from union.store.db import Store, session
from union.store.health import Health
from union.store.key_table import unlock
from union.text import Unacceptable
from union.vault import ring, root
from union.web import addresses, cookies, errors, form_tokens, headers, idempotency, locale, pages, sending
from union.web.current import Installation, rights

SAFE = {"GET", "HEAD", "OPTIONS"}
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
BIGGEST = 64 * 1024  # of a form; the upload routes say their own


class Posted(Request):
    """A request whose uploads never touch a plain file."""

    max_form_parts = 2000

    def make_form_data_parser(self) -> FormDataParser:
        parser = super().make_form_data_parser()
        parser.silent = False
        return parser

    def _load_form_data(self) -> None:
        """A broken body is malformed, and not an empty form."""
        try:
            super()._load_form_data()
        except ValueError:
            raise BadRequest from None

    def _get_file_stream(self, *arguments: Any, **named: Any) -> BytesIO:
        return files.in_memory()


class Union(Installation):
    """One installation, with one transaction round each view."""

    request_class = Posted

    def dispatch_request(self) -> Response:
        if request.endpoint == "static" or request.url_rule is None:
            return self.make_response(super().dispatch_request())
        own = hasattr(self.view_functions[request.endpoint or ""], "__opens_its_own__")
        if request.method not in SAFE and request.mimetype not in FORMS:
            abort(415)
        if request.method in SAFE or own:
            return self.store.answer(asking().reach, self._view)
        changing = verb_of_request() in CHANGING_RIGHTS
        return self.store.answer_writing(rights, self._once, _kept, changing=changing)

    def room(self, method: str, path: str) -> int:
        """How many bytes a request to this address may have, known before its body is read."""
        try:
            endpoint, _ = self.url_map.bind("").match(path, method)
        except HTTPException:
            return BIGGEST
        return getattr(self.view_functions.get(endpoint), "__most_bytes__", BIGGEST)

    def _view(self) -> Response:
        return self.make_response(super().dispatch_request())

    def _once(self) -> Response:
        """A form that was taken before leads where it led then."""
        taken = idempotency.already(session())
        if taken is not None:
            return taken
        response = self._view()
        idempotency.remember(session(), response)
        return response


def _kept(response: Response) -> bool:
    return response.status_code < 400


def open_store(settings: config.Settings, passphrase: str | None = None) -> Store:
    """The database with its key ring open in this process. Raises `BadKey`."""
    features.connect()
    secret = root.load(settings.key_file, settings.state, passphrase)
    store = Store(settings.database)
    with Session(store.engine) as plain:
        unlock(plain, secret)
    chain.install(store)
    return store


def create_app(settings: config.Settings, store: Store, *, demo: bool = False) -> Union:
    """An application over an open store. Raises `RuntimeError` where a route has no label."""
    features.connect()
    app = Union("union", root_path=str(config.HERE), static_folder="static", template_folder="templates")
    serve(app, settings, store, demo=demo)
    app.url_map.converters["id"] = addresses.IdConverter
    app.url_map.strict_slashes = False
    holidays.install(app)  # dates are counted across what the secretariat entered
    identity.install(app)  # first: who asks is found before the gate
    _let_uploads_in(app)  # before the form is read, which the check of its token does
    locale.install(app, str(config.HERE / "translations"))
    cookies.install(app)
    headers.install(app, behind_tls=settings.behind_tls)
    pages.install(app, demo=demo)
    errors.install(app)
    sending.install(app)
    form_tokens.install(app)
    Compress(app)
    limiter = app.extensions["union.limiter"] = Limiter(get_remote_address, app=app, storage_uri="memory://")
    for blueprint in features.BLUEPRINTS:
        app.register_blueprint(blueprint)
    _limit(app, limiter)
    _limit_feed(app, limiter)
    may(May.ANYTHING_PUBLIC)(app.view_functions["static"])
    guard(app)
    return app


def serve(app: Union, settings: config.Settings, store: Store, *, demo: bool = False) -> None:
    """Give an application the installation that it answers for: its database, files, settings, background work."""
    app.store, app.settings, app.demo = store, settings, demo
    app.files = files.of(settings)
    app.config.update(_configuration(settings))
    app.worker = background_worker(app)
    app.health = Health(store, settings.state, files=app.files)


def background_worker(app: Union) -> worker.Worker:
    """What does the background work of this application, and tidies up once a day."""
    months, days = app.settings.outsiders_months, app.settings.lists_days
    mail = app.settings.smtp, app.settings.mail_from
    hand = worker.JobContext(app.store, authentication.rights_of, app.files, months, days, mail)
    line = queue.queue(app.settings.state, app.settings.queue, _queue_name(app.settings))
    work = worker.Worker(hand, line, app.settings.state)
    work.install()
    return work


def _queue_name(settings: config.Settings) -> str:
    """What this installation calls its queue in a Redis that others use too, whose keys are another's even in a copy.

    Made of its keys and of where its database is, as server and worker both know it; it tells neither.
    """
    url = make_url(settings.database)
    where = (url.get_backend_name(), url.host, url.port, url.database, url.query.get("host"))
    return ring.mac("cookies", b"queue", repr(where).encode()).hex()[:32]


def _configuration(settings: config.Settings) -> dict[str, Any]:
    return {
        "SECRET_KEY": ring.expand(ring.current().sealing["cookies"].secret, "flask"),
        "MAX_CONTENT_LENGTH": BIGGEST,
        "MAX_FORM_MEMORY_SIZE": None,  # MAX_CONTENT_LENGTH counts for every kind of body
        "TRUSTED_HOSTS": list(settings.trusted_hosts),
        "SESSION_COOKIE_NAME": cookies.named("session", behind_tls=settings.behind_tls),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.behind_tls,
        "WTF_CSRF_TIME_LIMIT": 12 * 3600,
        "PROVIDE_AUTOMATIC_OPTIONS": False,
        "SEND_FILE_MAX_AGE_DEFAULT": 3600,
        "COMPRESS_MIMETYPES": ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json"],
        "RATELIMIT_STRATEGY": "moving-window",
    }


def _let_uploads_in(app: Flask) -> None:
    """Who is signed in may send a file where a view takes one (`files.takes_files`)."""

    @app.before_request
    def room() -> None:
        most = getattr(app.view_functions.get(request.endpoint or ""), "__most_bytes__", None)
        if most is not None and asking().person is not None:
            request.max_content_length = most


def _share(app: Union, most: int, period: str) -> str:
    """What one process of a server lets in, so that all of them together let in no more than this."""
    return f"{max(1, most // app.settings.processes)} per {period}"


def _limit(app: Union, limiter: Limiter) -> None:
    """Signing in: by address, and by the name typed, so that a slow guess from many places meets a wall too.

    A browser from which this account signed in before is counted by itself: a stranger's tries do not shut it out.
    """
    enter: Any = app.view_functions["accounts.enter"]
    share = functools.partial(_share, app)
    by_address = limiter.limit(share(30, "5 minutes"), exempt_when=lambda: _known_device() is not None)
    by_name = limiter.limit(share(10, "15 minutes"), key_func=lambda: _known_device() or _typed_name())
    limited = functools.wraps(enter)(by_address(by_name(enter)))  # the labels survive the wrapping
    app.view_functions["accounts.enter"] = limited
    # An open session is no key: wherever the password is asked again, its wrong tries are counted together.
    by_person = limiter.shared_limit(share(10, "15 minutes"), "password", key_func=lambda: f"person:{asking().person}")
    for name in ("accounts.change_password", "feed.renew", "notices.choose", "notices.confirm"):
        own: Any = app.view_functions[name]
        app.view_functions[name] = functools.wraps(own)(by_person(own))


def _limit_feed(app: Union, limiter: Limiter) -> None:
    """A telephone asks every few hours; many behind one address are let through, one that never stops is not."""
    fetch: Any = app.view_functions["feed.fetch"]
    by_secret = limiter.limit(_share(app, 60, "hour"), key_func=lambda: "feed:" + kept(request.path).hex())
    limited = by_secret(limiter.limit(_share(app, 600, "hour"))(fetch))
    app.view_functions["feed.fetch"] = functools.wraps(fetch)(limited)


def _known_device() -> str | None:
    number = devices.known(cookies.held(devices.COOKIE), request.form.get("login", ""))
    return None if number is None else f"device:{number}"


def _typed_name() -> str:
    try:
        wanted = authentication.login_token(request.form.get("login", ""))  # as the door reads it: one name, one count
    except Unacceptable:
        wanted = b""
    return "name:" + wanted.hex()
