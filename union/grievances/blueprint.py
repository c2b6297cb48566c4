"""Where the pages of grievances are registered."""

from flask import Blueprint

bp = Blueprint("grievances", __name__)
