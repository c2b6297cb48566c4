"""The whole Django project in one module: settings, one model, one view, the admin; served by waitress as we are.

Run in an environment of its own: `python bench/peer/project.py FOLDER PORT ROWS.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django
from django.conf import settings

HERE = Path(__file__).resolve().parent
FOLDER = Path(sys.argv[1])

settings.configure(
    DEBUG=False,
    SECRET_KEY="invented-for-a-measure-on-this-machine-only",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    DATABASES={
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "peer.db"), "CONN_MAX_AGE": None}
    },
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "peer",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [str(HERE)],
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
)
sys.modules["bench_peer_project"] = sys.modules[__name__]
sys.path.insert(0, str(HERE.parent))
django.setup()

import waitress  # noqa: E402  # after the settings, as Django asks
from django.contrib import admin  # noqa: E402  # as above
from django.contrib.auth.decorators import login_required  # noqa: E402  # as above
from django.contrib.auth.models import User  # noqa: E402  # as above
from django.core.management import call_command  # noqa: E402  # as above
from django.core.paginator import Paginator  # noqa: E402  # as above
from django.core.wsgi import get_wsgi_application  # noqa: E402  # as above
from django.db import connection  # noqa: E402  # as above
from django.shortcuts import render  # noqa: E402  # as above
from django.urls import path  # noqa: E402  # as above
from peer.models import Person  # noqa: E402  # as above


class PersonAdmin(admin.ModelAdmin):
    """The admin's own list of what our page offers: its columns, the states as a filter, a search, fifty a page."""

    list_display = ("name", "name_ar", "number", "job", "hired_on", "state")
    list_filter = ("state",)
    search_fields = ("name",)
    list_per_page = 50


admin.site.register(Person, PersonAdmin)


@login_required
def roster(request, workplace):
    """The same page as ours: fifty people of one workplace by name, with the count of each state."""
    people = Person.objects.filter(workplace=workplace).order_by("name")
    states = {}
    for state in ("member", "contact", "lapsed", "left"):
        states[state] = people.filter(state=state).count()
    page = Paginator(people, 50).get_page(request.GET.get("page"))
    return render(request, "roster.html", {"page": page, "states": states, "workplace": workplace})


urlpatterns = [path("admin/", admin.site.urls), path("workplaces/<int:workplace>/members", roster)]


def fill(rows):
    call_command("migrate", verbosity=0, run_syncdb=True)
    User.objects.create_superuser("bench", password="bench")
    Person.objects.bulk_create([Person(**row) for row in rows], batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")


if __name__ == "__main__":
    fill(json.loads(Path(sys.argv[3]).read_text()))
    waitress.serve(get_wsgi_application(), host="127.0.0.1", port=int(sys.argv[2]), threads=8, ident=None)
